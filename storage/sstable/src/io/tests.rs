use super::*;
use std::fs;
use std::sync::Arc;

fn scratch(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let dir = std::env::temp_dir().join(format!("cqlite-io-{}", std::process::id()));
    fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A store that hands out one byte a call and is interrupted before each.
struct Trickle(std::sync::atomic::AtomicU32);

impl ReadAt for Trickle {
    fn len(&self) -> u64 {
        5
    }
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        if self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed).is_multiple_of(2) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        match (offset, buf.first_mut()) {
            (0..5, Some(b)) => {
                *b = b"hello"[usize::try_from(offset).unwrap()];
                Ok(1)
            }
            _ => Ok(0),
        }
    }
}

fn all_sources(name: &str, bytes: &[u8]) -> Vec<Arc<dyn ReadAt>> {
    let path = scratch(name, bytes);
    vec![
        open_file(&path, AccessMode::Mmap).unwrap(),
        open_file(&path, AccessMode::Pread).unwrap(),
        Arc::new(MemoryBytes::from(bytes)),
    ]
}

#[test]
fn every_source_reads_the_same() {
    for source in all_sources("same", b"0123456789") {
        assert_eq!(source.len(), 10);
        let mut buf = [0; 4];
        assert_eq!(source.read_at(8, &mut buf).unwrap(), 2);
        assert_eq!(&buf[..2], b"89");
        assert_eq!(source.read_at(10, &mut buf).unwrap(), 0);
        assert_eq!(source.read_at(u64::MAX / 2, &mut buf).unwrap(), 0);
        source.read_exact_at(3, &mut buf).unwrap();
        assert_eq!(&buf, b"3456");
        assert_eq!(source.read_all(10).unwrap(), b"0123456789");
    }
}

#[test]
fn empty_files_are_sources_too() {
    for source in all_sources("empty", b"") {
        assert!(source.is_empty());
        assert_eq!(source.read_all(0).unwrap(), b"");
    }
}

#[test]
fn short_reads_and_interruptions_are_continued() {
    let source = Trickle(0.into());
    assert_eq!(source.read_all(5).unwrap(), b"hello");
}

#[test]
fn the_end_is_an_error_with_its_place() {
    for source in all_sources("end", b"0123456789") {
        let mut buf = [0; 4];
        let e = source.read_exact_at(7, &mut buf).unwrap_err();
        assert!(matches!(e, IoError::UnexpectedEnd { offset: 7, wanted: 4, len: 10 }), "{e}");
        assert_eq!(e.to_string(), "4 bytes wanted at offset 7, but the file ends at 10");
    }
}

#[test]
fn the_limit_holds() {
    for source in all_sources("limit", b"0123456789") {
        assert!(matches!(source.read_all(9), Err(IoError::TooLong { len: 10, limit: 9 })));
    }
}

#[test]
fn a_failing_store_is_reported_with_its_offset() {
    struct Broken;
    impl ReadAt for Broken {
        fn len(&self) -> u64 {
            1
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::PermissionDenied.into())
        }
    }
    assert!(matches!(Broken.read_all(1), Err(IoError::Read { offset: 0, .. })));
}

#[test]
fn directories_are_refused() {
    for mode in [AccessMode::Mmap, AccessMode::Pread] {
        let e = open_file(&std::env::temp_dir(), mode).err().expect("an error");
        assert_eq!((e.kind(), NotAFile::of(&e)), (io::ErrorKind::IsADirectory, Some(NotAFile::Directory)));
    }
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_refused_at_once() {
    let path = scratch("socket", b"");
    std::fs::remove_file(&path).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
    for path in [path.as_path(), std::path::Path::new("/dev/zero"), std::path::Path::new("/dev/null")] {
        for mode in [AccessMode::Mmap, AccessMode::Pread] {
            let e = open_file(path, mode).err().expect("an error");
            assert_eq!(NotAFile::of(&e), Some(NotAFile::Special), "{}: {e}", path.display());
        }
    }
}

#[test]
fn memory_components_open_by_name() {
    use crate::descriptor::Component;
    let mut source = MemorySource::new();
    source.insert(Component::Filter, b"abc".as_slice());
    assert_eq!(source.open(&Component::Filter).unwrap().unwrap().read_all(9).unwrap(), b"abc");
    assert!(source.open(&Component::Data).unwrap().is_none());
    assert_eq!(source.components().unwrap(), [Component::Filter]);
}

use std::sync::{Arc, Mutex};

use super::*;
use crate::compress::CodecKind;

const CHUNK: u32 = 4096;

/// A file with room for so many bytes.
#[derive(Debug, Clone)]
struct Disk(Arc<Mutex<Vec<u8>>>, usize);

impl Disk {
    fn new(room: usize) -> Self {
        Disk(Arc::default(), room)
    }

    fn len(&self) -> usize {
        self.0.lock().expect("no panic").len()
    }
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut file = self.0.lock().expect("no panic");
        if file.len() + bytes.len() > self.1 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        file.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One that starts a thread, even where that would have no processor.
fn writer(disk: &Disk) -> DataWriter<Disk> {
    let compression = Compression::new(CodecKind::Lz4, Some(CHUNK as i32), 0.0).expect("part of the build");
    let version = SstableVersion::find("nb").expect("a version");
    let mut writer = DataWriter::new(disk.clone(), version, Some(&compression));
    if let Place::Here(_, left) = &mut writer.place {
        *left = CHUNKS_BEFORE_THREAD;
    }
    writer
}

fn data(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i / 100) as u8 ^ (i % 7) as u8).collect()
}

#[test]
fn a_thread_stores_the_same() {
    let data = data(100 * CHUNK as usize + 5);
    let (disk, whole) = (Disk::new(usize::MAX), Disk::new(usize::MAX));
    let mut small = writer(&disk);
    small.file_length().follow();
    data.chunks(10).for_each(|part| small.write_all(part).expect("room"));
    assert!(matches!(small.place, Place::Thread(_)));
    let mut large = writer(&whole);
    large.write_all(&data).expect("room");
    let ((_, small), (_, large)) = (small.finish().expect("room"), large.finish().expect("room"));
    assert_eq!(small.digest, large.digest);
    assert_eq!(*disk.0.lock().expect("no panic"), *whole.0.lock().expect("no panic"));
    let offsets = |written: &WrittenData| written.compression.as_ref().map(|info| info.chunk_offsets.clone());
    assert_eq!(offsets(&small).expect("chunks").len(), 101);
    assert_eq!(offsets(&small), offsets(&large));
}

#[test]
fn the_length_is_that_of_all_full_chunks_whoever_stores_them() {
    let disk = Disk::new(usize::MAX);
    let mut writer = writer(&disk);
    let (length, data) = (writer.file_length(), data(100 * CHUNK as usize));
    length.follow();
    for (i, chunk) in data.chunks(CHUNK as usize).enumerate() {
        writer.write_all(chunk).expect("room");
        assert_eq!(length.with((i as u64 + 1) * u64::from(CHUNK)), disk.len() as u64);
    }
}

#[test]
fn a_full_disk_is_an_error_wherever_it_is_met() {
    let data = data(300 * CHUNK as usize);
    let all = {
        let disk = Disk::new(usize::MAX);
        let mut writer = writer(&disk);
        writer.write_all(&data).expect("room");
        writer.finish().expect("room");
        disk.len()
    };
    for room in (0..all).step_by(all / 40) {
        let disk = Disk::new(room);
        let mut writer = writer(&disk);
        let length = writer.file_length();
        let e = writer.write_all(&data).and_then(|()| writer.finish().map(drop)).expect_err("no room");
        assert_eq!(e.kind(), io::ErrorKind::StorageFull, "{room}");
        // Nobody is waited for who has stopped.
        let _ = length.with(u64::MAX);
    }
}

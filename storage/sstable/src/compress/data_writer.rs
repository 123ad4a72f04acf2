use std::io::{self, Write};
use std::mem;

use cqlite_format::version::SstableVersion;

use super::background::{ended, Background};
use super::chunk_store::{ChunkStore, WrittenData};
use super::file_length::FileLength;
use super::Compression;

/// Chunks that are stored before a thread is started for the rest.
const CHUNKS_BEFORE_THREAD: u32 = 16;
/// Bytes that are handed to it together, as far as they are whole chunks: waking it takes longer than storing a small one.
const STRETCH: usize = 256 << 10;

/// Writes Data.db: takes uncompressed bytes, and stores them in chunks, or as they are with the checksums of CRC.db. After the first chunks
/// another thread does that.
///
/// Reference: `CompressedSequentialWriter.flushData`, `ChecksummedSequentialWriter`.
#[derive(Debug)]
pub struct DataWriter<W: Write + Send + 'static> {
    /// What has not been stored yet: less than is stored together.
    pending: Vec<u8>,
    /// How many bytes are stored together: a chunk, or several.
    together: usize,
    place: Place<W>,
    length: FileLength,
    ends_with_empty_chunk: bool,
}

/// Where chunks are stored.
#[derive(Debug)]
enum Place<W> {
    /// Here, the first ones until there are so many more.
    Here(ChunkStore<W>, u32),
    Thread(Background<W>),
    /// Nowhere, after an error.
    Nowhere,
}

impl<W: Write + Send + 'static> DataWriter<W> {
    /// One that writes to `out` what a version has.
    pub fn new(out: W, version: SstableVersion, compression: Option<&Compression>) -> Self {
        let length = FileLength::default();
        let store = ChunkStore::new(out, version, compression, length.clone());
        let together = store.chunk_length();
        DataWriter {
            pending: Vec::with_capacity(together),
            together,
            place: Place::Here(store, CHUNKS_BEFORE_THREAD),
            length,
            ends_with_empty_chunk: false,
        }
    }

    /// The length of the file so far, which can be asked for while somebody else has the writer.
    #[must_use]
    pub fn file_length(&self) -> FileLength {
        self.length.clone()
    }

    /// The last chunk will be followed by one of no bytes.
    pub fn end_with_empty_chunk(&mut self) {
        self.ends_with_empty_chunk = true;
    }

    /// Stores what is pending, and says what is to be known of the data; the output.
    ///
    /// # Errors
    /// The codec's or the output's.
    pub fn finish(mut self) -> io::Result<(W, WrittenData)> {
        if !self.pending.is_empty() {
            self.store()?;
        }
        let mut store = match self.place {
            Place::Here(store, _) => store,
            Place::Thread(thread) => thread.finish()?,
            Place::Nowhere => return Err(ended()),
        };
        if self.ends_with_empty_chunk {
            store.store(&[])?;
        }
        Ok(store.finish())
    }

    /// Stores what is pending.
    fn store(&mut self) -> io::Result<()> {
        self.length.hand(self.pending.len());
        let place = mem::replace(&mut self.place, Place::Nowhere);
        self.place = match place {
            Place::Here(mut store, left) => {
                store.store(&self.pending).inspect_err(|_| self.length.end())?;
                self.pending.clear();
                match left {
                    // None was to be had.
                    0 => Place::Here(store, 0),
                    1 => match Background::start(store, self.length.clone()) {
                        Ok(thread) => {
                            if !self.length.is_followed() {
                                self.together *= (STRETCH / self.together).max(1);
                            }
                            Place::Thread(thread)
                        }
                        Err(store) => Place::Here(store, 0),
                    },
                    _ => Place::Here(store, left - 1),
                }
            }
            Place::Thread(mut thread) => {
                thread.store(&mut self.pending)?;
                Place::Thread(thread)
            }
            Place::Nowhere => return Err(ended()),
        };
        Ok(())
    }
}

impl<W: Write + Send + 'static> Write for DataWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.together - self.pending.len());
        self.pending.extend_from_slice(&bytes[..taken]);
        if self.pending.len() == self.together {
            self.store()?;
        }
        Ok(taken)
    }

    /// Does nothing: a chunk is stored when it is full.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(all(test, feature = "lz4"))]
mod tests {
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

    fn writer(disk: &Disk) -> DataWriter<Disk> {
        let compression = Compression::new(CodecKind::Lz4, Some(CHUNK as i32), 0.0).expect("part of the build");
        let version = SstableVersion::find("nb").expect("a version");
        DataWriter::new(disk.clone(), version, Some(&compression))
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
}

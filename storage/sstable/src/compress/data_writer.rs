use std::io::{self, Write};
use std::{mem, thread};

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
        let has_processor = thread::available_parallelism().map_or(1, usize::from) > 1;
        DataWriter {
            pending: Vec::with_capacity(together),
            together,
            place: Place::Here(store, if has_processor { CHUNKS_BEFORE_THREAD } else { 0 }),
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
#[path = "data_writer_tests.rs"]
mod tests;

//! Scanning an SSTable and encoding what is scanned, event by event: what reading and encoding cost together.

use cqlite_format::data::{SstableDataEncoder, SstableDataReplay};
use cqlite_runtime::push::PushError;
use cqlite_runtime::ReadError;
use cqlite_sstable::compress::ChunkError;
use cqlite_sstable::reader::ScanError;
use cqlite_sstable::{Sstable, SstableError};

/// Scans an SSTable and writes it to chunks of the length that its own have; the last one.
///
/// # Errors
/// Those of reading, and of what an encoder does not take.
pub fn rewrite(sstable: &Sstable) -> Result<Chunk, Failed> {
    let chunk = Chunk { bytes: vec![0; sstable.data().chunks().chunk_length() as usize], len: 0 };
    let mut replay = SstableDataReplay::<_, Failed>::new(SstableDataEncoder::new(chunk, sstable.params(), 0));
    sstable.scan_all(&mut replay)?;
    Ok(replay.to.finish()?)
}

/// A chunk that is filled again and again.
pub struct Chunk {
    bytes: Vec<u8>,
    len: usize,
}

impl std::io::Write for Chunk {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.len == self.bytes.len() {
            self.len = 0;
        }
        let room = &mut self.bytes[self.len..];
        let taken = room.len().min(bytes.len());
        room[..taken].copy_from_slice(&bytes[..taken]);
        self.len += taken;
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Why a scan that writes has ended.
#[derive(Debug)]
pub enum Failed {
    /// It cannot be read.
    Scan(SstableError),
    /// It cannot be written.
    Push(PushError),
}

impl From<ReadError> for Failed {
    fn from(e: ReadError) -> Self {
        Failed::Scan(e.into())
    }
}

impl From<ChunkError> for Failed {
    fn from(e: ChunkError) -> Self {
        Failed::Scan(e.into())
    }
}

impl From<SstableError> for Failed {
    fn from(e: SstableError) -> Self {
        Failed::Scan(e)
    }
}

impl From<PushError> for Failed {
    fn from(e: PushError) -> Self {
        Failed::Push(e)
    }
}

impl ScanError for Failed {
    fn read_error(&self) -> Option<&ReadError> {
        match self {
            Failed::Scan(e) => e.read_error(),
            Failed::Push(_) => None,
        }
    }
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failed::Scan(e) => e.fmt(f),
            Failed::Push(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for Failed {}

#![allow(unsafe_code, reason = "mapping a file is unsafe by nature; the only place of the crate that does")]

use std::fs::File;
use std::io;

use memmap2::Mmap;

use super::ReadAt;

/// A file mapped into memory, read-only and private.
///
/// Truncating the file while it is mapped ends the process (SIGBUS) at the next access after the new end: see
/// [`AccessMode::Mmap`](super::AccessMode::Mmap).
#[derive(Debug)]
pub struct MmapSource(Mmap);

impl MmapSource {
    /// Maps the whole file at its present length.
    ///
    /// # Errors
    /// When the file cannot be mapped: a directory, a pipe, or no address space left.
    pub fn new(file: &File) -> io::Result<Self> {
        if file.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // SAFETY: the map is read-only and we never write to the file. What remains is that someone else changes
        // the file under us. SSTable components are immutable once they have their final name (Cassandra writes
        // them under a transaction log and only ever deletes them; a deleted file stays valid while mapped), and
        // all readers treat the bytes as untrusted input: no invariant rests on reading the same value twice.
        // Truncation by a third party is a documented limitation (SIGBUS, not memory corruption), with
        // `AccessMode::Pread` as the way round it.
        let map = unsafe { Mmap::map(file)? };
        Ok(MmapSource(map))
    }
}

impl ReadAt for MmapSource {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        Ok(super::memory::copy_at(&self.0, offset, buf))
    }

    fn as_slice(&self) -> Option<&[u8]> {
        Some(&self.0)
    }
}

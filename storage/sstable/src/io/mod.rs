//! Where bytes come from: files (`pread` or mapped), memory, or a source of the caller's.
//!
//! Everything above this module asks for bytes by offset through [`ReadAt`] and for components by name
//! through [`ComponentSource`]; nothing else in the crate touches the file system.

mod component_source;
mod error;
mod file;
mod memory;
#[cfg(feature = "mmap")]
mod mmap;
mod not_a_file;
mod overlay;

use std::io;

pub use component_source::{ComponentSource, DirectorySource, MemorySource};
pub use error::IoError;
pub use file::{open_file, AccessMode, FileSource};
pub use memory::MemoryBytes;
#[cfg(feature = "mmap")]
pub use mmap::MmapSource;
pub use not_a_file::NotAFile;
pub use overlay::OverlaySource;

/// Random access to the bytes of one component, without a cursor, so that threads may share it.
///
/// Implemented here for files, mapped files and memory; callers implement it for other stores.
pub trait ReadAt: Send + Sync {
    /// Length in bytes; constant for the life of the source.
    fn len(&self) -> u64;

    /// Whether there are no bytes at all.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads up to `buf.len()` bytes at `offset`; fewer only near the end, 0 at or after it.
    ///
    /// # Errors
    /// Whatever the store reports.
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize>;

    /// All bytes at once, where the source has them in memory (mapped files, memory).
    fn as_slice(&self) -> Option<&[u8]> {
        None
    }

    /// Fills `buf` from `offset`.
    ///
    /// # Errors
    /// [`IoError::UnexpectedEnd`] when the source ends first, [`IoError::Read`] when the store fails.
    fn read_exact_at(&self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let wanted = buf.len() as u64;
        let mut done = 0;
        while let Some(rest) = buf.get_mut(done..).filter(|rest| !rest.is_empty()) {
            let at = offset.saturating_add(done as u64);
            match self.read_at(at, rest) {
                Ok(0) => return Err(IoError::UnexpectedEnd { offset, wanted, len: self.len() }),
                Ok(n) => done += n.min(rest.len()),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(IoError::Read { offset: at, source: e }),
            }
        }
        Ok(())
    }

    /// The whole source as an owned buffer of at most `limit` bytes.
    ///
    /// # Errors
    /// [`IoError::TooLong`] when it is longer than `limit`; else as [`Self::read_exact_at`].
    fn read_all(&self, limit: u64) -> Result<Vec<u8>, IoError> {
        let len = self.len();
        let size = usize::try_from(len).ok().filter(|_| len <= limit).ok_or(IoError::TooLong { len, limit })?;
        if let Some(all) = self.as_slice() {
            return Ok(all.to_vec());
        }
        let mut buf = vec![0; size];
        self.read_exact_at(0, &mut buf)?;
        Ok(buf)
    }
}

#[cfg(test)]
mod tests;

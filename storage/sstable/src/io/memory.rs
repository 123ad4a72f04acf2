use std::io;
use std::sync::Arc;

use super::ReadAt;

/// A component that is already in memory; clones share the bytes.
#[derive(Clone, Debug)]
pub struct MemoryBytes(Arc<[u8]>);

impl From<Vec<u8>> for MemoryBytes {
    fn from(bytes: Vec<u8>) -> Self {
        MemoryBytes(bytes.into())
    }
}

impl From<Arc<[u8]>> for MemoryBytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        MemoryBytes(bytes)
    }
}

impl From<&[u8]> for MemoryBytes {
    fn from(bytes: &[u8]) -> Self {
        MemoryBytes(bytes.into())
    }
}

impl ReadAt for MemoryBytes {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        Ok(copy_at(&self.0, offset, buf))
    }

    fn as_slice(&self) -> Option<&[u8]> {
        Some(&self.0)
    }
}

/// Copies what there is of `all` from `offset` on into `buf`; returns how much.
pub(super) fn copy_at(all: &[u8], offset: u64, buf: &mut [u8]) -> usize {
    let from = usize::try_from(offset).unwrap_or(usize::MAX);
    let rest = all.get(from..).unwrap_or_default();
    let n = rest.len().min(buf.len());
    buf[..n].copy_from_slice(&rest[..n]);
    n
}

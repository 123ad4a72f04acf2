use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::ChunkIndex;

/// The chunks used last, for point reads; few, so that a linear search is the fastest.
#[derive(Debug)]
pub(super) struct ChunkCache {
    /// Most recently used first.
    chunks: Mutex<VecDeque<(ChunkIndex, Arc<Vec<u8>>)>>,
    capacity: usize,
    /// The buffer of a chunk that left, for the next one.
    spare: Mutex<Vec<u8>>,
}

impl ChunkCache {
    pub(super) fn new(capacity: usize) -> Self {
        ChunkCache { chunks: Mutex::new(VecDeque::with_capacity(capacity)), capacity, spare: Mutex::default() }
    }

    pub(super) fn get(&self, chunk: ChunkIndex) -> Option<Arc<Vec<u8>>> {
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        let at = chunks.iter().position(|(index, _)| *index == chunk)?;
        let found = chunks.remove(at)?;
        let bytes = Arc::clone(&found.1);
        chunks.push_front(found);
        Some(bytes)
    }

    /// A buffer of a length, with whatever it held before.
    pub(super) fn buffer(&self, len: usize) -> Vec<u8> {
        let mut buffer = std::mem::take(&mut *self.spare.lock().unwrap_or_else(PoisonError::into_inner));
        buffer.resize(len, 0);
        buffer
    }

    pub(super) fn put(&self, chunk: ChunkIndex, bytes: &Arc<Vec<u8>>) {
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        chunks.retain(|(index, _)| *index != chunk);
        chunks.push_front((chunk, Arc::clone(bytes)));
        let left = if chunks.len() > self.capacity { chunks.pop_back() } else { None };
        drop(chunks);
        if let Some(buffer) = left.and_then(|(_, bytes)| Arc::into_inner(bytes)) {
            *self.spare.lock().unwrap_or_else(PoisonError::into_inner) = buffer;
        }
    }
}

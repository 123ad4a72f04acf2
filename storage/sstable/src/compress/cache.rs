use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::ChunkIndex;

/// The chunks used last, for point reads; few, so that a linear search is the fastest.
#[derive(Debug)]
pub(super) struct ChunkCache {
    /// Most recently used first.
    chunks: Mutex<VecDeque<(ChunkIndex, Arc<Vec<u8>>)>>,
    capacity: usize,
}

impl ChunkCache {
    pub(super) fn new(capacity: usize) -> Self {
        ChunkCache { chunks: Mutex::new(VecDeque::with_capacity(capacity)), capacity }
    }

    pub(super) fn get(&self, chunk: ChunkIndex) -> Option<Arc<Vec<u8>>> {
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        let at = chunks.iter().position(|(index, _)| *index == chunk)?;
        let found = chunks.remove(at)?;
        let bytes = Arc::clone(&found.1);
        chunks.push_front(found);
        Some(bytes)
    }

    pub(super) fn put(&self, chunk: ChunkIndex, bytes: &Arc<Vec<u8>>) {
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        chunks.retain(|(index, _)| *index != chunk);
        chunks.push_front((chunk, Arc::clone(bytes)));
        chunks.truncate(self.capacity);
    }
}

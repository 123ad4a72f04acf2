use std::fmt;

/// Number of a chunk in its file, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChunkIndex(pub u64);

impl fmt::Display for ChunkIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How data is cut into chunks, which are compressed or have a checksum each: all are of one length, but the last, which may be shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunks {
    chunk_length: u32,
    data_length: u64,
}

impl Chunks {
    /// Chunks of a length, which is 1 at least, over data of a length, both in bytes.
    #[must_use]
    pub fn new(chunk_length: u32, data_length: u64) -> Self {
        Chunks { chunk_length: chunk_length.max(1), data_length }
    }

    /// Length of a chunk in bytes, uncompressed.
    #[must_use]
    pub fn chunk_length(&self) -> u32 {
        self.chunk_length
    }

    /// Length of all data in bytes, uncompressed.
    #[must_use]
    pub fn data_length(&self) -> u64 {
        self.data_length
    }

    /// Number of chunks that hold data. Chunks listed after them are left by flushes of an empty buffer.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.data_length.div_ceil(u64::from(self.chunk_length))
    }

    /// The chunk that holds a position of the data.
    #[must_use]
    pub fn chunk_at(&self, position: u64) -> ChunkIndex {
        ChunkIndex(position / u64::from(self.chunk_length))
    }

    /// Position of the chunk's first byte in the data.
    #[must_use]
    pub fn position_of(&self, chunk: ChunkIndex) -> u64 {
        chunk.0.saturating_mul(u64::from(self.chunk_length))
    }

    /// Position after the chunk's last byte in the data.
    #[must_use]
    pub fn end_of(&self, chunk: ChunkIndex) -> u64 {
        self.position_of(chunk).saturating_add(u64::from(self.chunk_length)).min(self.data_length)
    }

    /// Bytes of data in the chunk: the chunk length, but for the last one. None after the data.
    #[must_use]
    pub fn length_of(&self, chunk: ChunkIndex) -> usize {
        let rest = self.data_length.saturating_sub(self.position_of(chunk));
        rest.min(u64::from(self.chunk_length)) as usize
    }

    /// Whether the chunk has the end of the data.
    #[must_use]
    pub fn is_last(&self, chunk: ChunkIndex) -> bool {
        chunk.0.saturating_add(1) == self.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_chunk_has_what_is_left() {
        for (data, count, last) in [(0, 0, 0), (1, 1, 1), (9, 1, 9), (10, 1, 10), (11, 2, 1), (20, 2, 10)] {
            let chunks = Chunks::new(10, data);
            assert_eq!(chunks.count(), count, "{data}");
            let lengths: Vec<usize> = (0..count).map(|i| chunks.length_of(ChunkIndex(i))).collect();
            assert_eq!(lengths.iter().sum::<usize>() as u64, data);
            assert_eq!(lengths.last().copied().unwrap_or(0), last, "{data}");
            assert!((0..count).all(|i| chunks.is_last(ChunkIndex(i)) == (i + 1 == count)));
            assert_eq!(chunks.length_of(ChunkIndex(count)), 0);
            for position in 0..data {
                let chunk = chunks.chunk_at(position);
                assert!((chunks.position_of(chunk)..chunks.end_of(chunk)).contains(&position), "{data} {position}");
            }
        }
        let most = ChunkIndex(u64::MAX);
        let chunks = Chunks::new(u32::MAX, u64::MAX);
        assert_eq!((chunks.position_of(most), chunks.end_of(most), chunks.length_of(most)), (u64::MAX, u64::MAX, 0));
        assert!(!chunks.is_last(most));
    }
}

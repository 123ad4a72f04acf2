use std::ops::Range;
use std::sync::Arc;

use cqlite_format::chunks::{SstableChunksParams, StoredChunk};
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Counter;

use super::{ChunkIndex, ChunkMapError, Chunks};
use crate::Limits;

/// The facts of a `CompressionInfo.db` that say where chunks are; input of [`ChunkMap::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ChunkMapParts {
    /// The SSTable's, which says how chunks are stored.
    pub version: SstableVersion,
    /// All that the file says, which the layout of chunks may ask for.
    pub info: Arc<SstableCompressionInfo>,
    /// Length of a chunk in bytes, uncompressed.
    pub chunk_length: u32,
    /// From this stored length on (in bytes) a chunk is not compressed; `i32::MAX` before version `na`.
    pub max_compressed_length: u32,
    /// Length of all data in bytes, uncompressed.
    pub data_length: u64,
    /// Start of each chunk in `Data.db`.
    pub offsets: Vec<u64>,
}

impl ChunkMapParts {
    fn chunk_params(&self) -> SstableChunksParams<'_> {
        SstableChunksParams::new(self.version, &self.info)
    }
}

/// Where each chunk of a compressed `Data.db` is; checked, so that lookups need no further checks.
///
/// Reference: `CompressionMetadata`.
#[derive(Clone, Debug)]
pub struct ChunkMap {
    parts: ChunkMapParts,
    chunks: Chunks,
    file_length: u64,
}

impl ChunkMap {
    /// Checks the facts against each other and against the length of `Data.db`, in bytes.
    ///
    /// # Errors
    /// [`ChunkMapError`]: chunk length, number of chunks, or a chunk that overlaps the next or the end of the file.
    pub fn new(parts: ChunkMapParts, file_length: u64, limits: &Limits) -> Result<Self, ChunkMapError> {
        let ChunkMapParts { chunk_length, data_length, .. } = parts;
        if !chunk_length.is_power_of_two() || chunk_length > limits.chunk {
            return Err(ChunkMapError::InvalidChunkLength { chunk_length, limit: limits.chunk });
        }
        let chunks = Chunks::new(chunk_length, data_length);
        let (expected, found) = (chunks.count(), parts.offsets.len() as u64);
        if found < expected {
            return Err(ChunkMapError::ChunkCount { data_length, chunk_length, expected, found });
        }
        let least = len_of_nothing(&parts.chunk_params());
        let most = Limits::stored(chunk_length);
        let ends = parts.offsets.iter().skip(1).chain([&file_length]);
        for ((chunk, &offset), &next) in (0..).map(ChunkIndex).zip(&parts.offsets).zip(ends) {
            match next.checked_sub(offset).and_then(|len| len.checked_sub(least)) {
                Some(stored) if stored > most => {
                    return Err(ChunkMapError::ChunkTooLong { chunk, offset, stored, chunk_length })
                }
                Some(1..) => {}
                Some(0) if chunk.0 >= expected => {}
                _ => return Err(ChunkMapError::ChunkOrder { chunk, offset, next }),
            }
        }
        Ok(ChunkMap { parts, chunks, file_length })
    }

    /// What chunks are read with.
    #[must_use]
    pub fn chunk_params(&self) -> SstableChunksParams<'_> {
        self.parts.chunk_params()
    }

    /// How the data is cut into chunks; their length is a power of two.
    #[must_use]
    pub fn chunks(&self) -> Chunks {
        self.chunks
    }

    /// Stored length in bytes from which on a chunk is not compressed.
    #[must_use]
    pub fn max_compressed_length(&self) -> u32 {
        self.parts.max_compressed_length
    }

    /// Bytes that all chunks take in `Data.db`, without their checksums.
    #[must_use]
    pub fn compressed_length(&self) -> u64 {
        let first = self.parts.offsets.first().copied().unwrap_or(self.file_length);
        let besides = len_of_nothing(&self.parts.chunk_params()).saturating_mul(self.parts.offsets.len() as u64);
        (self.file_length - first).saturating_sub(besides)
    }

    /// Where the chunk is stored in `Data.db`, with its checksum and all else that belongs to it; `None` after the last one.
    #[must_use]
    pub fn stored_range(&self, chunk: ChunkIndex) -> Option<Range<u64>> {
        let at = usize::try_from(chunk.0).ok().filter(|_| chunk.0 < self.chunks.count())?;
        let start = *self.parts.offsets.get(at)?;
        Some(start..self.parts.offsets.get(at + 1).copied().unwrap_or(self.file_length))
    }
}

/// What a chunk takes in `Data.db` besides its data, in bytes.
fn len_of_nothing(params: &SstableChunksParams<'_>) -> u64 {
    Counter::count(|w| StoredChunk::default().encode(w, params)).unwrap_or(0)
}

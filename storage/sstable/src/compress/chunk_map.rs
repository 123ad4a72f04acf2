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

/// Where each chunk of a compressed `Data.db` is.
///
/// Reference: `CompressionMetadata`.
#[derive(Clone, Debug)]
pub struct ChunkMap {
    parts: ChunkMapParts,
    chunks: Chunks,
    /// What a chunk takes besides its data, in bytes.
    besides: u64,
    file_length: u64,
}

impl ChunkMap {
    /// Checks the facts against each other and against the length of `Data.db`, in bytes.
    ///
    /// # Errors
    /// [`ChunkMapError`]: chunk length, number of chunks, or a chunk that overlaps the next or the end of the file.
    pub fn new(parts: ChunkMapParts, file_length: u64, limits: &Limits) -> Result<Self, ChunkMapError> {
        Self::checked(parts, file_length, limits, true)
    }

    /// The same of damaged files: chunks that cannot be where they should be have no place.
    ///
    /// # Errors
    /// [`ChunkMapError`]: the chunk length.
    pub fn of_damaged(parts: ChunkMapParts, file_length: u64, limits: &Limits) -> Result<Self, ChunkMapError> {
        Self::checked(parts, file_length, limits, false)
    }

    fn checked(parts: ChunkMapParts, file_length: u64, limits: &Limits, is_whole: bool) -> Result<Self, ChunkMapError> {
        let ChunkMapParts { chunk_length, data_length, .. } = parts;
        if !chunk_length.is_power_of_two() || chunk_length > limits.chunk {
            return Err(ChunkMapError::InvalidChunkLength { chunk_length, limit: limits.chunk });
        }
        let besides = len_of_nothing(&parts.chunk_params());
        let map = ChunkMap { chunks: Chunks::new(chunk_length, data_length), besides, parts, file_length };
        let (expected, found) = (map.chunks.count(), map.parts.offsets.len() as u64);
        if is_whole && found < expected {
            return Err(ChunkMapError::ChunkCount { data_length, chunk_length, expected, found });
        }
        if is_whole {
            (0..map.parts.offsets.len()).try_for_each(|at| map.range(at).map(drop))?;
        }
        Ok(map)
    }

    /// Where a chunk is, if it can be there.
    fn range(&self, at: usize) -> Result<Range<u64>, ChunkMapError> {
        let start = |at: usize| self.parts.offsets.get(at).copied();
        let (offset, next) = (start(at).unwrap_or(self.file_length), start(at + 1).unwrap_or(self.file_length));
        let (chunk, chunk_length) = (ChunkIndex(at as u64), self.chunks.chunk_length());
        match next.checked_sub(offset).and_then(|len| len.checked_sub(self.besides)) {
            Some(stored) if stored > Limits::stored(chunk_length) => {
                Err(ChunkMapError::ChunkTooLong { chunk, offset, stored, chunk_length })
            }
            Some(1..) if next <= self.file_length => Ok(offset..next),
            Some(0) if chunk.0 >= self.chunks.count() => Ok(offset..next),
            _ => Err(ChunkMapError::ChunkOrder { chunk, offset, next }),
        }
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
        let besides = self.besides.saturating_mul(self.parts.offsets.len() as u64);
        self.file_length.saturating_sub(first).saturating_sub(besides)
    }

    /// Where the chunk starts in `Data.db` by `CompressionInfo.db`, whether it can be there or not.
    #[must_use]
    pub fn listed_offset(&self, chunk: ChunkIndex) -> Option<u64> {
        self.parts.offsets.get(usize::try_from(chunk.0).ok()?).copied()
    }

    /// Where the chunk is stored in `Data.db`, with its checksum and all else that belongs to it; `None` after the last one, or if it cannot
    /// be where it should.
    #[must_use]
    pub fn stored_range(&self, chunk: ChunkIndex) -> Option<Range<u64>> {
        self.listed_range(chunk).filter(|_| chunk.0 < self.chunks.count())
    }

    /// The same, also of chunks after the data, which hold none.
    pub(super) fn listed_range(&self, chunk: ChunkIndex) -> Option<Range<u64>> {
        let at = usize::try_from(chunk.0).ok().filter(|at| *at < self.parts.offsets.len())?;
        self.range(at).ok()
    }

    /// The chunks that are listed after the data.
    pub(super) fn after_data(&self) -> impl Iterator<Item = ChunkIndex> {
        (self.chunks.count()..self.parts.offsets.len() as u64).map(ChunkIndex)
    }
}

/// What a chunk takes in `Data.db` besides its data, in bytes.
fn len_of_nothing(params: &SstableChunksParams<'_>) -> u64 {
    Counter::count(|w| StoredChunk::default().encode(w, params)).unwrap_or(0)
}

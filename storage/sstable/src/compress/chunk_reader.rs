use std::ops::Range;
use std::sync::Arc;

use cqlite_format::chunks::StoredChunkRef;
use cqlite_runtime::{ReadErrorKind, Reader};

use super::scratch::ReaderId;
use super::{ChunkError, ChunkIndex, ChunkMap, Codec, Scratch};
use crate::io::{IoError, ReadAt};

/// Whether stored checksums are compared (Cassandra's table option `crc_check_chance` as 1 or 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChecksumMode {
    /// Each chunk, each time it is read.
    #[default]
    Always,
    /// Not at all.
    Never,
    /// As always, and what none proves cannot be read: for damaged files. An SSTable is opened whether its chunks are where
    /// CompressionInfo.db or CRC.db has them or not; those that are not are errors when they are read.
    Demanded,
}

/// Reads chunks of a compressed `Data.db`.
///
/// Reference: `CompressedChunkReader`.
#[derive(Clone)]
pub struct ChunkReader {
    source: Arc<dyn ReadAt>,
    map: Arc<ChunkMap>,
    codec: Codec,
    checksums: ChecksumMode,
    id: ReaderId,
}

impl ChunkReader {
    /// A reader of `source`, a whole `Data.db`, whose length `map` was checked against.
    #[must_use]
    pub fn new(source: Arc<dyn ReadAt>, map: ChunkMap, codec: Codec, checksums: ChecksumMode) -> Self {
        ChunkReader { source, map: Arc::new(map), codec, checksums, id: ReaderId::next() }
    }

    /// Where the chunks are.
    #[must_use]
    pub fn map(&self) -> &ChunkMap {
        &self.map
    }

    /// The codec they are compressed with.
    #[must_use]
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// Checks and decompresses one chunk into the front of `dst`; returns the number of its bytes.
    ///
    /// `dst` must have room for the chunk's data; room for a whole chunk length is best.
    ///
    /// # Errors
    /// Any of [`ChunkError`]: after the last chunk, `dst` too short, store, checksum, codec, or another amount of
    /// data than belongs there.
    pub fn read_into(&self, chunk: ChunkIndex, scratch: &mut Scratch, dst: &mut [u8]) -> Result<usize, ChunkError> {
        let chunks = self.map.chunks();
        let (position, expected) = (chunks.position_of(chunk), chunks.length_of(chunk));
        let out_of_range = ChunkError::OutOfRange { position, len: expected as u64, data_length: chunks.data_length() };
        if dst.len() < expected || expected == 0 {
            return Err(out_of_range);
        }
        let range = self.map.stored_range(chunk).ok_or_else(|| self.unproven(chunk))?;
        let offset = range.start;
        let stored = self.stored(chunk, range, scratch)?;
        let whole = dst.len().min(chunks.chunk_length() as usize);
        let dst = &mut dst[..whole];
        let found = if stored.len() >= self.map.max_compressed_length() as usize {
            // A last chunk shorter than the limit is stored with zeros after it, up to the limit.
            let kept = stored.len().min(expected);
            dst[..kept].copy_from_slice(&stored[..kept]);
            if stored.len() > chunks.chunk_length() as usize {
                stored.len()
            } else {
                kept
            }
        } else {
            self.codec.decompress(stored, dst).map_err(|source| ChunkError::Codec { chunk, offset, source })?
        };
        // A last chunk that has more than the length of the data says is of longer data: what it has would be lost.
        if found == expected {
            return Ok(expected);
        }
        Err(ChunkError::WrongLength { chunk, offset, expected, found })
    }

    /// Checks the chunks that are listed after the data. They hold none: flushes of an empty buffer leave them.
    ///
    /// # Errors
    /// The file does not have them, or a checksum is not that of the bytes.
    pub fn check_empty_chunks(&self) -> Result<(), ChunkError> {
        for chunk in self.map.after_data() {
            let range = self.map.listed_range(chunk).ok_or_else(|| self.unproven(chunk))?;
            let _ = self.stored(chunk, range, &mut Scratch::new())?;
        }
        Ok(())
    }

    #[cold]
    fn unproven(&self, chunk: ChunkIndex) -> ChunkError {
        ChunkError::Unproven { chunk, offset: self.map.listed_offset(chunk).unwrap_or(0), len: self.source.len() }
    }

    /// The stored bytes of a chunk, once its checksum has been compared.
    fn stored<'b>(
        &'b self,
        chunk: ChunkIndex,
        range: Range<u64>,
        scratch: &'b mut Scratch,
    ) -> Result<&'b [u8], ChunkError> {
        let offset = range.start;
        let io_error = |source| ChunkError::Io { chunk, offset, source };
        let wanted = range.end.saturating_sub(offset);
        let len = usize::try_from(wanted).unwrap_or(usize::MAX);
        let bytes = scratch.get(&*self.source, self.id, offset, len).map_err(io_error)?;
        let (mut r, params) = (Reader::new(bytes), self.map.chunk_params());
        let chunk_read = match self.checksums {
            ChecksumMode::Always | ChecksumMode::Demanded => StoredChunkRef::read(&mut r, &params),
            ChecksumMode::Never => StoredChunkRef::read_unchecked(&mut r, &params),
        };
        chunk_read.map(|chunk| chunk.body).map_err(|e| match *e.kind() {
            ReadErrorKind::Checksum { stored: expected, computed: found, .. } => {
                ChunkError::ChecksumMismatch { chunk, offset, expected, found }
            }
            _ => io_error(IoError::UnexpectedEnd { offset, wanted, len: self.source.len() }),
        })
    }
}

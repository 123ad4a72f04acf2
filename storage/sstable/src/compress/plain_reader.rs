use std::sync::Arc;

use cqlite_runtime::checksum::Algorithm;

use super::{ChecksumMode, ChunkError, ChunkIndex, Chunks, CrcTableError};
use crate::io::ReadAt;
use crate::Limits;

/// Block size used without a `CRC.db`, in bytes.
const DEFAULT_BLOCK: u32 = 1 << 16;

/// The contents of `CRC.db`: checksums of consecutive blocks of an uncompressed `Data.db`.
///
/// Reference: `ChecksumWriter`, `DataIntegrityMetadata.ChecksumValidator`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrcTable {
    /// Length of a block in bytes; the last one may be shorter.
    pub chunk_size: u32,
    /// That of each block. Checksums after the last block, of nothing, are left by flushes of an empty buffer.
    pub checksums: Vec<u32>,
    /// How they are computed.
    pub algorithm: Algorithm,
}

/// Reads an uncompressed `Data.db` in blocks, with its `CRC.db` if there is one.
#[derive(Clone)]
pub struct PlainReader {
    source: Arc<dyn ReadAt>,
    crc: Option<Arc<CrcTable>>,
    blocks: Chunks,
    checksums: ChecksumMode,
}

impl PlainReader {
    /// A reader of `source`, a whole `Data.db`.
    ///
    /// # Errors
    /// [`CrcTableError`]: an impossible block size, checksums that are missing, or those of data that are.
    pub fn new(
        source: Arc<dyn ReadAt>,
        crc: Option<CrcTable>,
        mode: ChecksumMode,
        limits: &Limits,
    ) -> Result<Self, CrcTableError> {
        let data_length = source.len();
        let mut blocks = Chunks::new(DEFAULT_BLOCK, data_length);
        if let Some(CrcTable { chunk_size, checksums, algorithm }) = &crc {
            let chunk_size = *chunk_size;
            if chunk_size == 0 || chunk_size > limits.chunk {
                return Err(CrcTableError::InvalidChunkSize { chunk_size, limit: limits.chunk });
            }
            blocks = Chunks::new(chunk_size, data_length);
            let (expected, found) = (blocks.count(), checksums.len() as u64);
            let is_lenient = mode == ChecksumMode::Demanded;
            if found < expected && !is_lenient {
                return Err(CrcTableError::ChecksumCount { data_length, chunk_size, expected, found });
            }
            // Any but the checksum of nothing was that of a block.
            let of_nothing = algorithm.of(&[], 0);
            let behind = (0..).zip(checksums).skip(usize::try_from(expected).unwrap_or(usize::MAX));
            let stray = behind.into_iter().find(|(_, checksum)| u64::from(**checksum) != of_nothing);
            if let Some((chunk, &checksum)) = stray.filter(|_| !is_lenient) {
                return Err(CrcTableError::ChecksumBehindEnd { chunk: ChunkIndex(chunk), checksum, data_length });
            }
        }
        Ok(PlainReader { source, crc: crc.map(Arc::new), blocks, checksums: mode })
    }

    /// How the data is cut into blocks.
    #[must_use]
    pub fn blocks(&self) -> Chunks {
        self.blocks
    }

    /// The block where the source has it in memory, checked; `None` where it does not.
    pub(super) fn borrow(&self, chunk: ChunkIndex) -> Option<Result<&[u8], ChunkError>> {
        let all = self.source.as_slice()?;
        let (from, len) = (usize::try_from(self.blocks.position_of(chunk)).ok()?, self.blocks.length_of(chunk));
        let bytes = all.get(from..)?.get(..len)?;
        Some(self.check(chunk, bytes).map(|()| bytes))
    }

    /// All bytes, unchecked, where the source has them in memory.
    pub(super) fn as_slice(&self) -> Option<&[u8]> {
        self.source.as_slice()
    }

    /// Reads and checks one block into the front of `dst`; returns the number of its bytes.
    ///
    /// # Errors
    /// [`ChunkError::OutOfRange`] after the end or when `dst` is too short, [`ChunkError::Io`],
    /// [`ChunkError::BlockChecksumMismatch`].
    pub fn read_into(&self, chunk: ChunkIndex, dst: &mut [u8]) -> Result<usize, ChunkError> {
        let (offset, len) = (self.blocks.position_of(chunk), self.blocks.length_of(chunk));
        let out_of_range =
            ChunkError::OutOfRange { position: offset, len: len as u64, data_length: self.blocks.data_length() };
        let Some(dst) = dst.get_mut(..len).filter(|_| len > 0) else { return Err(out_of_range) };
        self.source.read_exact_at(offset, dst).map_err(|source| ChunkError::Io { chunk, offset, source })?;
        self.check(chunk, dst)?;
        Ok(len)
    }

    fn check(&self, chunk: ChunkIndex, bytes: &[u8]) -> Result<(), ChunkError> {
        let at = usize::try_from(chunk.0).unwrap_or(usize::MAX);
        let stored = self.crc.as_ref().and_then(|table| Some((table.algorithm, *table.checksums.get(at)?)));
        let (algorithm, expected) = match (stored, self.checksums) {
            (_, ChecksumMode::Never) | (None, ChecksumMode::Always) => return Ok(()),
            (None, ChecksumMode::Demanded) => {
                let (offset, len) = (self.blocks.position_of(chunk), self.blocks.data_length());
                return Err(ChunkError::Unproven { chunk, offset, len });
            }
            (Some(stored), _) => stored,
        };
        let offset = self.blocks.position_of(chunk);
        let found = algorithm.of(bytes, 0) as u32;
        if found == expected {
            return Ok(());
        }
        Err(ChunkError::BlockChecksumMismatch { chunk, offset, expected, found })
    }
}

//! Checksums of Data.db beside the fields that store them: after each compressed chunk, or in CRC.db.

use std::fmt;
use std::sync::Arc;

use cqlite_format::chunks::{SstableChunksParams, StoredChunkRef};
use cqlite_runtime::checksum::Algorithm;
use cqlite_runtime::{ReadErrorKind, Reader, Value};
use cqlite_sstable::compress::{ChunkError, ChunkIndex, Chunks};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::ReadAt;
use cqlite_sstable::SstableError;

use crate::collect::slice;
use crate::error::Walked;
use crate::fields::{Field, Fields, Halt};

/// A stored checksum that is not that of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongChecksum {
    /// The checksum in the file.
    pub stored: u64,
    /// The checksum of the bytes.
    pub computed: u64,
}

impl fmt::Display for WrongChecksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "checksum {:#010x} does not match, computed {:#010x}", self.stored, self.computed)
    }
}

/// Compares what fields pass by, and keeps the first error: a wrong checksum hides nothing.
pub(crate) struct Compared<'a, C> {
    checksums: C,
    sink: &'a mut dyn Fields,
    first: Option<SstableError>,
}

/// Where checksums are, and what they are of.
pub(crate) trait Checksums {
    /// What is wrong with a field, if it is a checksum.
    fn compare(&mut self, field: &Field<'_>) -> Option<Compare>;
}

/// What a comparison has found.
pub(crate) struct Compare {
    wrong: Option<WrongChecksum>,
    error: SstableError,
}

impl<'a, C: Checksums> Compared<'a, C> {
    pub(crate) fn new(checksums: C, sink: &'a mut dyn Fields) -> Self {
        Compared { checksums, sink, first: None }
    }

    /// The first wrong one, if all fields could be shown.
    pub(crate) fn finish(self, walked: Walked) -> Walked {
        walked?;
        self.first.map_or(Ok(()), |e| Err(e.into()))
    }
}

impl<C: Checksums> Fields for Compared<'_, C> {
    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        let Some(found) = self.checksums.compare(field) else { return self.sink.field(field) };
        self.first.get_or_insert(found.error);
        self.sink.field(&Field { wrong: found.wrong, ..*field })
    }
}

/// Those of compressed chunks.
pub(crate) struct OfChunks<'a> {
    /// All of Data.db.
    pub(crate) data: &'a [u8],
    pub(crate) params: SstableChunksParams<'a>,
    pub(crate) seen: u64,
}

impl Checksums for OfChunks<'_> {
    fn compare(&mut self, field: &Field<'_>) -> Option<Compare> {
        let (site, level) = (field.site?, field.levels.last()?);
        if site.owner != StoredChunkRef::site().owner || site.field != "crc" {
            return None;
        }
        let chunk = ChunkIndex(self.seen);
        self.seen += 1;
        let offset = level.offset;
        let len = field.offset.saturating_add(field.len).saturating_sub(offset);
        let mut r = Reader::new(slice(self.data, offset, len));
        let e = StoredChunkRef::read(&mut r, &self.params).err()?;
        let ReadErrorKind::Checksum { stored, computed, .. } = *e.kind() else { return None };
        let error = ChunkError::ChecksumMismatch { chunk, offset, expected: stored, found: computed }.into();
        Some(Compare { wrong: Some(WrongChecksum { stored, computed }), error })
    }
}

/// Those of an uncompressed Data.db.
pub(crate) struct OfBlocks {
    pub(crate) data: Arc<dyn ReadAt>,
    /// How it is cut into blocks; `None` if CRC.db does not say.
    pub(crate) blocks: Option<Chunks>,
    pub(crate) algorithm: Algorithm,
    pub(crate) seen: u64,
}

/// Bytes of Data.db that are read at once.
const PIECE: u64 = 1 << 18;

impl OfBlocks {
    /// The checksum of a part of Data.db; of the bytes that are there.
    fn sum_of(&self, mut at: u64, end: u64) -> Result<u32, SstableError> {
        let (mut sum, mut piece) = (0, Vec::new());
        while at < end {
            piece.resize(usize::try_from((end - at).min(PIECE)).unwrap_or_default(), 0);
            self.data.read_exact_at(at, &mut piece)?;
            sum = self.algorithm.of(&piece, sum);
            at += piece.len() as u64;
        }
        Ok(sum as u32)
    }
}

impl Checksums for OfBlocks {
    fn compare(&mut self, field: &Field<'_>) -> Option<Compare> {
        let blocks = self.blocks?;
        let expected = match (field.site?.field, field.value?) {
            ("crcs", Value::Unsigned(crc)) => u32::try_from(*crc).ok()?,
            _ => return None,
        };
        let chunk = ChunkIndex(self.seen);
        self.seen += 1;
        let offset = blocks.position_of(chunk);
        let found = match self.sum_of(offset, blocks.end_of(chunk)) {
            Ok(found) if found == expected => return None,
            Ok(found) => found,
            Err(e) => return Some(Compare { wrong: None, error: e.in_component(&Component::Data) }),
        };
        let error = SstableError::from(ChunkError::BlockChecksumMismatch { chunk, offset, expected, found });
        let wrong = WrongChecksum { stored: u64::from(expected), computed: u64::from(found) };
        Some(Compare { wrong: Some(wrong), error: error.in_component(&Component::Data) })
    }
}

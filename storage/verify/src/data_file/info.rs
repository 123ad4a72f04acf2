//! CompressionInfo.db, and the chunks that it describes.

use cqlite_format::chunks::{SstableChunksParams, StoredChunkRef};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadErrorKind, Reader};
use cqlite_schema::misspelt_name;
use cqlite_sstable::compress::{ChunkIndex, Chunks, Codec, CodecError, CodecKind};
use cqlite_sstable::io::ReadAt;
use cqlite_sstable::Limits;

use super::INFO;
use crate::fields::{compression_info, FieldPath};
use crate::log::Log;
use crate::rule::{self, Breach};
use crate::source::read_all;
use crate::{Finding, VerifyError};

/// CompressionInfo.db, decoded.
pub(super) struct Info {
    pub(super) version: SstableVersion,
    bytes: Vec<u8>,
    pub(super) model: SstableCompressionInfo,
    codec: Option<Codec>,
}

impl Info {
    pub(super) fn read(
        file: &dyn ReadAt,
        version: SstableVersion,
        log: &mut Log<'_>,
    ) -> Result<Option<Self>, VerifyError> {
        let Some(bytes) = read_all(file, INFO, log)? else { return Ok(None) };
        let params = SstableCompressionInfoParams::new(version);
        let mut r = Reader::new(&bytes);
        let Some(model) = log.decoded(INFO, SstableCompressionInfo::decode(&mut r, &params)) else { return Ok(None) };
        log.ends(INFO, &r);
        let options = model.options.iter().map(|o| (o.key.s.as_str(), o.value.s.as_str()));
        let dictionary = model.dictionary.as_ref().map(|d| d.data.as_slice());
        let codec = Codec::new(&model.compressor.s, options, dictionary);
        let mut info = Info { version, bytes, model, codec: None };
        match codec {
            Ok(codec) => info.codec = Some(codec),
            Err(e) => {
                // What someone else's compressor has made may be whole.
                let is_other = match &e {
                    CodecError::UnsupportedCodec { class } => {
                        misspelt_name(class, CodecKind::ALL.map(CodecKind::class_name)).is_none()
                    }
                    other => matches!(other, CodecError::NotBuilt { .. }),
                };
                let breach = if is_other { rule::foreign_compressor(&e) } else { rule::invalid_compressor(&e) };
                log.find(info.at(FieldPath::of_error(e.path()), breach));
            }
        }
        Ok(Some(info))
    }

    /// Whether its chunks can be decompressed.
    pub(super) fn is_readable(&self) -> bool {
        self.codec.is_some()
    }

    /// A finding in a field.
    pub(super) fn at(&self, field: impl Into<FieldPath>, breach: Breach) -> Finding {
        let params = SstableCompressionInfoParams::new(self.version);
        breach.of(INFO).located(field, &self.bytes, |r, w| SstableCompressionInfo::walk(r, &params, w))
    }

    /// A finding about the place of chunk `i`.
    pub(super) fn at_chunk(&self, i: usize, breach: Breach) -> Finding {
        self.at(compression_info::CHUNK_OFFSETS.nth(i), breach)
    }

    /// How the data is cut into chunks.
    pub(super) fn chunks(&self) -> Chunks {
        Chunks::new(u32::try_from(self.model.chunk_length).unwrap_or(0), self.data_length())
    }

    pub(super) fn data_length(&self) -> u64 {
        u64::try_from(self.model.data_length).unwrap_or(0)
    }

    fn max_compressed_length(&self) -> u64 {
        u64::try_from(self.model.max_compressed_length).unwrap_or(0)
    }

    /// Start and end, checksum included, of chunk `i` of at most `longest` bytes of data; what is wrong if it cannot be there.
    pub(super) fn extent(&self, i: usize, file_len: u64, longest: u32) -> Result<(u64, u64), Breach> {
        let offset = |i: usize| self.model.chunk_offsets.get(i).map(|o| u64::try_from(*o).unwrap_or(u64::MAX));
        let start = offset(i).unwrap_or(u64::MAX);
        let end = offset(i + 1).unwrap_or(file_len);
        match end.checked_sub(start) {
            Some(len) if len > Limits::stored(longest) => Err(rule::oversized_chunk(start, len)),
            Some(_) if end > file_len => Err(rule::chunk_beyond_end(end, file_len)),
            Some(_) => Ok((start, end)),
            None => Err(rule::chunk_order(start, end)),
        }
    }

    fn chunk_params(&self) -> SstableChunksParams<'_> {
        SstableChunksParams::new(self.version, &self.model)
    }

    /// The chunk in its bytes. Only one after the data may be of no bytes.
    pub(super) fn chunk<'a>(&self, i: usize, bytes: &'a [u8]) -> Option<StoredChunkRef<'a>> {
        let chunk = StoredChunkRef::read_unchecked(&mut Reader::new(bytes), &self.chunk_params()).ok()?;
        (!chunk.body.is_empty() || self.chunks().length_of(ChunkIndex(i as u64)) == 0).then_some(chunk)
    }

    /// The checksum that is stored with a chunk, and that of its bytes, where they differ.
    pub(super) fn wrong_checksum(&self, bytes: &[u8]) -> Option<(u64, u64)> {
        let e = StoredChunkRef::read(&mut Reader::new(bytes), &self.chunk_params()).err()?;
        match *e.kind() {
            ReadErrorKind::Checksum { stored, computed, .. } => Some((stored, computed)),
            _ => None,
        }
    }
}

/// What is wrong with the bytes of a chunk, the checksum of which holds.
pub(super) fn contents(info: &Info, i: usize, stored: &[u8]) -> Option<Breach> {
    let (chunks, chunk) = (info.chunks(), ChunkIndex(i as u64));
    let (expected, limit) = (chunks.length_of(chunk) as u64, info.max_compressed_length());
    let is_last = chunks.is_last(chunk);
    let is_raw = stored.len() as u64 >= limit;
    if is_raw && expected > 0 {
        // A last chunk that is shorter than the limit has zeros after it, up to the limit.
        let whole = if is_last { expected.max(limit) } else { expected };
        if stored.len() as u64 != whole {
            return Some(rule::uncompressed_chunk_length(stored.len(), whole));
        }
        let dirty = stored.iter().skip(usize::try_from(expected).unwrap_or(usize::MAX)).position(|b| *b != 0);
        return dirty.map(rule::dirty_chunk_padding);
    }
    // The others are decompressed with the rows.
    if !is_last && expected > 0 {
        return None;
    }
    let codec = info.codec.as_ref()?;
    let mut out = vec![0; chunks.chunk_length() as usize];
    match codec.decompress(stored, &mut out) {
        Ok(found) if found as u64 == expected => None,
        Ok(found) if expected == 0 => Some(rule::data_after_end(found)),
        Ok(found) => Some(rule::last_chunk_length(found, expected)),
        // Some codecs store nothing for nothing.
        Err(_) if expected == 0 && stored.is_empty() => None,
        Err(e) => Some(rule::undecompressable_chunk(e)),
    }
}

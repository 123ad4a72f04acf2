use cqlite_format::common::JavaUtf;
use cqlite_format::compression_info::{self, CompressionInfoOption, SstableCompressionInfo};

use cqlite_format::version::SstableVersion;

use super::codec::COMPRESSION_LEVEL;
use super::{Codec, CodecError, CodecKind, Dictionary};
use crate::writer::WriteError;

/// Length of a chunk unless a table says otherwise, in bytes (`CompressionParams.DEFAULT_CHUNK_LENGTH`).
const DEFAULT_CHUNK_LENGTH: i32 = 16_384;

/// How Data.db is compressed.
#[derive(Debug, Clone)]
pub struct Compression {
    codec: Codec,
    /// CompressionInfo.db before there is a chunk.
    info: SstableCompressionInfo,
}

impl Compression {
    /// Chunks of a length, compressed by a codec with its defaults; those that do not become smaller than `1 / min_ratio` of that are
    /// stored as they are. With a `min_ratio` of 0 all are compressed.
    ///
    /// Reference: `CompressionParams.calcMaxCompressedLength`, `CompressionParams.validate`.
    ///
    /// # Errors
    /// The codec is not part of this build, the length no power of two, or the ratio neither 0 nor 1 or more.
    pub fn new(kind: CodecKind, chunk_length: Option<i32>, min_ratio: f64) -> Result<Self, CodecError> {
        let chunk_length = chunk_length.unwrap_or(DEFAULT_CHUNK_LENGTH);
        let invalid =
            |key: &str, value: String| CodecError::InvalidOption { codec: kind, index: 0, key: key.to_owned(), value };
        if u32::try_from(chunk_length).map_or(true, |length| !length.is_power_of_two()) {
            return Err(invalid("length of chunks", chunk_length.to_string()));
        }
        if min_ratio != 0.0 && (min_ratio.is_nan() || min_ratio < 1.0) {
            return Err(invalid("min_compress_ratio", min_ratio.to_string()));
        }
        let most = (f64::from(chunk_length) / min_ratio).ceil();
        let info = SstableCompressionInfo {
            compressor: JavaUtf { s: kind.class_name().to_owned(), ..JavaUtf::default() },
            chunk_length,
            max_compressed_length: if min_ratio > 0.0 && most < f64::from(i32::MAX) { most as i32 } else { i32::MAX },
            ..SstableCompressionInfo::default()
        };
        Ok(Compression { codec: Codec::of_kind(kind)?, info })
    }

    /// The same with another level (`compression_level`), which only Zstandard has.
    ///
    /// # Errors
    /// The codec has no levels, or not this one.
    pub fn level(mut self, level: i32) -> Result<Self, CodecError> {
        let (key, value) = (COMPRESSION_LEVEL, level.to_string());
        if !self.codec.has_level(level) {
            return Err(CodecError::InvalidOption { codec: self.codec.kind(), index: 0, key: key.to_owned(), value });
        }
        let text = |s: &str| JavaUtf { s: s.to_owned(), ..JavaUtf::default() };
        self.info.options.retain(|option| option.key.s != key);
        self.info.options.push(CompressionInfoOption {
            key: text(key),
            value: text(&value),
            ..CompressionInfoOption::default()
        });
        Compression::of(&self.info)
    }

    /// The same with a dictionary, which only [`CodecKind::ZstdDictionary`] takes; without one it compresses as [`CodecKind::Zstd`] does.
    ///
    /// # Errors
    /// Another codec, or a dictionary that zstd does not take.
    pub fn dictionary(mut self, dictionary: Dictionary) -> Result<Self, CodecError> {
        self.info.dictionary = Some(dictionary.stored());
        Compression::of(&self.info)
    }

    /// Length of a chunk in bytes.
    #[must_use]
    pub fn chunk_length(&self) -> u32 {
        u32::try_from(self.info.chunk_length).unwrap_or(0)
    }

    /// Whether its codec takes a dictionary, and it has none.
    #[must_use]
    pub fn lacks_dictionary(&self) -> bool {
        self.codec.kind() == CodecKind::ZstdDictionary && self.info.dictionary.is_none()
    }

    /// As an SSTable is compressed.
    ///
    /// # Errors
    /// A codec that is not known, or not part of this build.
    pub fn of(info: &SstableCompressionInfo) -> Result<Self, CodecError> {
        let options = info.options.iter().map(|CompressionInfoOption { key, value, .. }| (&*key.s, &*value.s));
        let dictionary = info.dictionary.as_ref().map(|compression_info::Dictionary { data, .. }| &**data);
        let codec = Codec::new(&info.compressor.s, options, dictionary)?;
        Ok(Compression { codec, info: SstableCompressionInfo { data_length: 0, ..info.clone().without_chunks() } })
    }

    /// Refuses a compressor that the readers of a version do not have.
    pub(crate) fn check(&self, version: SstableVersion) -> Result<(), WriteError> {
        let is_there = match self.codec.kind() {
            CodecKind::Lz4 | CodecKind::Snappy | CodecKind::Deflate => true,
            CodecKind::Zstd | CodecKind::Noop => !version.predates_4_0(),
            CodecKind::ZstdDictionary => version.has_compression_dictionary(),
        };
        let codec = self.codec.kind();
        if is_there {
            Ok(())
        } else {
            Err(WriteError::NoCodec { version: version.letters(), codec })
        }
    }

    /// Whether chunks that do not become small enough are stored as they are.
    #[must_use]
    pub fn has_min_ratio(&self) -> bool {
        self.info.max_compressed_length != i32::MAX
    }

    /// Whether chunks are the same as those of another one, as far as CompressionInfo.db says.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.info == other.info
    }

    /// What compresses a chunk.
    #[must_use]
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// CompressionInfo.db of a version, before there is a chunk. One that does not say how long chunks may become compresses them all.
    pub(super) fn info(&self, version: SstableVersion) -> SstableCompressionInfo {
        let mut info = self.info.clone();
        if !version.has_max_compressed_length() {
            info.max_compressed_length = i32::MAX;
        }
        info
    }
}

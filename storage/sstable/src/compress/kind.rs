use std::fmt;

use super::CodecError;

/// The codecs of Cassandra, by class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodecKind {
    /// `LZ4Compressor`: an LZ4 block after its length as a little-endian u4.
    Lz4,
    /// `SnappyCompressor`: raw Snappy.
    Snappy,
    /// `DeflateCompressor`: zlib.
    Deflate,
    /// `ZstdCompressor`: Zstandard frames (4.0 and later).
    Zstd,
    /// `ZstdDictionaryCompressor`: Zstandard, with a dictionary if `CompressionInfo.db` holds one (6.0).
    ZstdDictionary,
    /// `NoopCompressor`: the bytes as they are (4.0 and later).
    Noop,
}

/// The package that a simple name stands for.
const PACKAGE: &str = "org.apache.cassandra.io.compress.";

impl CodecKind {
    /// All of them.
    pub const ALL: [CodecKind; 6] = [
        CodecKind::Lz4,
        CodecKind::Snappy,
        CodecKind::Deflate,
        CodecKind::Zstd,
        CodecKind::ZstdDictionary,
        CodecKind::Noop,
    ];

    /// The codec with this class name, simple or with Cassandra's package.
    ///
    /// # Errors
    /// [`CodecError::UnsupportedCodec`] for any other.
    pub fn from_class_name(class: &str) -> Result<Self, CodecError> {
        let simple = class.strip_prefix(PACKAGE).unwrap_or(class);
        let found = Self::ALL.into_iter().find(|kind| kind.class_name() == simple);
        found.ok_or_else(|| CodecError::UnsupportedCodec { class: class.to_owned() })
    }

    /// The simple class name, as `CompressionInfo.db` has it.
    #[must_use]
    pub fn class_name(self) -> &'static str {
        match self {
            CodecKind::Lz4 => "LZ4Compressor",
            CodecKind::Snappy => "SnappyCompressor",
            CodecKind::Deflate => "DeflateCompressor",
            CodecKind::Zstd => "ZstdCompressor",
            CodecKind::ZstdDictionary => "ZstdDictionaryCompressor",
            CodecKind::Noop => "NoopCompressor",
        }
    }

    /// The feature of this crate that the codec needs; empty for none.
    pub(super) fn feature(self) -> &'static str {
        match self {
            CodecKind::Lz4 => "lz4",
            CodecKind::Snappy => "snappy",
            CodecKind::Deflate => "deflate",
            CodecKind::Zstd | CodecKind::ZstdDictionary => "zstd",
            CodecKind::Noop => "",
        }
    }
}

impl fmt::Display for CodecKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class_name())
    }
}

pub(super) fn supported_list() -> String {
    CodecKind::ALL.map(CodecKind::class_name).join(", ")
}

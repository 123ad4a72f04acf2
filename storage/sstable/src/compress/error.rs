use super::{ChunkIndex, CodecKind};
use crate::io::IoError;

/// Why a codec cannot be had, or cannot read its input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CodecError {
    /// A compressor of someone else's, such as DSE's `EncryptionCompressor`.
    #[error("compressor {class} is not supported; supported are {}", super::kind::supported_list())]
    UnsupportedCodec {
        /// The class name as it stands in `CompressionInfo.db`.
        class: String,
    },
    /// A codec that was left out of this build.
    #[error("{codec} is not part of this build (feature {})", codec.feature())]
    NotBuilt {
        /// The codec.
        codec: CodecKind,
    },
    /// An option of the `org.apache.cassandra.` kind, which changes the layout of chunks.
    #[error("compression option {key} of {codec} is unknown and changes how chunks are stored")]
    UnsupportedOption {
        /// The codec it was given to.
        codec: CodecKind,
        /// Its number among the options, from 0.
        index: usize,
        /// Its key.
        key: String,
    },
    /// An option whose value the codec does not take.
    #[error("compression option {key} of {codec} cannot be {value:?}")]
    InvalidOption {
        /// The codec it was given to.
        codec: CodecKind,
        /// Its number among the options, from 0.
        index: usize,
        /// Its key.
        key: String,
        /// Its value.
        value: String,
    },
    /// A dictionary that is not one, or one for a codec that takes none.
    #[error("{codec} cannot use the dictionary of {len} bytes")]
    InvalidDictionary {
        /// The codec it was given to.
        codec: CodecKind,
        /// Its length in bytes.
        len: usize,
    },
    /// A dictionary cannot be trained from so little.
    #[error("{codec}: no dictionary can be trained from {found} chunks of data, of {least} it can be")]
    TooFewSamples {
        /// The codec.
        codec: CodecKind,
        /// How many there are.
        found: usize,
        /// How many there have to be.
        least: usize,
    },
    /// A dictionary cannot be trained.
    #[error("{codec}: no dictionary can be trained: {source}")]
    Untrainable {
        /// The codec.
        codec: CodecKind,
        /// What the codec's library reports.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The data would be longer than the chunk it is for.
    #[error("{codec} data of {len} bytes does not fit a chunk of {capacity}")]
    TooLong {
        /// The codec.
        codec: CodecKind,
        /// Length the input declares, in bytes.
        len: u64,
        /// Room there is, in bytes.
        capacity: usize,
    },
    /// The data has another length than it declares.
    #[error("{codec} data declares {declared} bytes but has {found}")]
    LengthMismatch {
        /// The codec.
        codec: CodecKind,
        /// Declared length in bytes.
        declared: usize,
        /// Length found in bytes.
        found: usize,
    },
    /// The input ends within its header or before the data does.
    #[error("{codec} data ends early, after {len} compressed bytes")]
    Truncated {
        /// The codec.
        codec: CodecKind,
        /// Length of the input in bytes.
        len: usize,
    },
    /// The codec itself gave up.
    #[error("{codec} data is damaged: {source}")]
    Damaged {
        /// The codec.
        codec: CodecKind,
        /// What the codec's library reports.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl CodecError {
    /// The field of `CompressionInfo.db` that is at fault, by the names of `sstable_compression_info.ksy`; empty if it is the
    /// input, which is of no certain place.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::UnsupportedCodec { .. } | Self::NotBuilt { .. } => "compressor".to_owned(),
            Self::UnsupportedOption { index, .. } => format!("options[{index}].key"),
            Self::InvalidOption { index, .. } => format!("options[{index}].value"),
            Self::InvalidDictionary { .. } => "dictionary.data".to_owned(),
            Self::TooFewSamples { .. }
            | Self::Untrainable { .. }
            | Self::TooLong { .. }
            | Self::LengthMismatch { .. }
            | Self::Truncated { .. }
            | Self::Damaged { .. } => String::new(),
        }
    }
}

/// Why a `CompressionInfo.db` does not describe its `Data.db`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChunkMapError {
    /// Chunk lengths are powers of two.
    #[error("expected a power of two between 1 and {limit}, found {chunk_length}")]
    InvalidChunkLength {
        /// The length, in bytes.
        chunk_length: u32,
        /// The longest that is accepted ([`Limits::chunk`](crate::Limits::chunk)).
        limit: u32,
    },
    /// Fewer chunks than it takes to hold the data.
    #[error("{data_length} bytes in chunks of {chunk_length} make {expected} chunks, but only {found} are listed")]
    ChunkCount {
        /// Length of the uncompressed data in bytes.
        data_length: u64,
        /// Length of a chunk in bytes.
        chunk_length: u32,
        /// Chunks needed.
        expected: u64,
        /// Chunks listed.
        found: u64,
    },
    /// A chunk starts where the one before has not ended, or holds nothing.
    #[error("the chunk lies at {offset} and the next at {next}: no room for data and checksum")]
    ChunkOrder {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// Start of the next, or the end of the file.
        next: u64,
    },
    /// A chunk takes more room than its codec could ever use.
    #[error("the chunk at {offset} takes {stored} bytes, too many for {chunk_length} bytes of data")]
    ChunkTooLong {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// Bytes it takes without its checksum.
        stored: u64,
        /// Length of a chunk, uncompressed, in bytes.
        chunk_length: u32,
    },
}

impl ChunkMapError {
    /// The field of `CompressionInfo.db` that is at fault, by the names of `sstable_compression_info.ksy`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::InvalidChunkLength { .. } => "chunk_length".to_owned(),
            Self::ChunkCount { .. } => "data_length".to_owned(),
            Self::ChunkOrder { chunk, .. } | Self::ChunkTooLong { chunk, .. } => format!("chunk_offsets[{chunk}]"),
        }
    }
}

/// Why a `CRC.db` does not describe its `Data.db`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CrcTableError {
    /// Blocks hold something, and no more than fits into memory.
    #[error("expected 1 to {limit}, found {chunk_size}")]
    InvalidChunkSize {
        /// The length of a block, in bytes.
        chunk_size: u32,
        /// The longest that is accepted ([`Limits::chunk`](crate::Limits::chunk)).
        limit: u32,
    },
    /// Fewer checksums than the data has blocks.
    #[error("{data_length} bytes in blocks of {chunk_size} need {expected} checksums, but only {found} are listed")]
    ChecksumCount {
        /// Length of the data in bytes.
        data_length: u64,
        /// Length of a block in bytes.
        chunk_size: u32,
        /// Checksums needed.
        expected: u64,
        /// Checksums listed.
        found: u64,
    },
    /// A block has a checksum, but there is no such block.
    #[error("expected the checksum of no bytes, 0, as the data ends before the block, at {data_length}, found {checksum:#010x}")]
    ChecksumBehindEnd {
        /// Number of the block.
        chunk: ChunkIndex,
        /// Its checksum.
        checksum: u32,
        /// Length of the data in bytes.
        data_length: u64,
    },
}

impl CrcTableError {
    /// The field of `CRC.db` that is at fault, by the names of `sstable_crc.ksy`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::InvalidChunkSize { .. } => "chunk_size".to_owned(),
            Self::ChecksumCount { .. } => "crcs".to_owned(),
            Self::ChecksumBehindEnd { chunk, .. } => format!("crcs[{chunk}]"),
        }
    }
}

/// Why bytes of `Data.db` cannot be had. Offsets are positions in the file as it is stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChunkError {
    /// The stored bytes of a chunk are not those that were written.
    #[error(
        "at offset {offset}, field {}: stored checksum {expected:#010x} is not that of the bytes, {found:#010x}",
        self.path()
    )]
    ChecksumMismatch {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// The checksum stored with it.
        expected: u64,
        /// The checksum of its bytes.
        found: u64,
    },
    /// The bytes of uncompressed data are not those that `CRC.db` has the checksum of.
    #[error(
        "at offset {offset}, field {}: checksum {expected:#010x} of CRC.db is not that of the bytes, {found:#010x}",
        self.path()
    )]
    BlockChecksumMismatch {
        /// The block.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// CRC-32 in `CRC.db`.
        expected: u32,
        /// CRC-32 of its bytes.
        found: u32,
    },
    /// The codec cannot read the chunk.
    #[error("at offset {offset}, field {}: {source}", self.path())]
    Codec {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// The reason.
        source: CodecError,
    },
    /// The chunk holds fewer or more bytes than its place requires.
    #[error("at offset {offset}, field {}: expected {expected} bytes of data, found {found}", self.path())]
    WrongLength {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// Bytes it should hold, uncompressed.
        expected: usize,
        /// Bytes it holds.
        found: usize,
    },
    /// The stored bytes cannot be read.
    #[error("chunk {chunk} at offset {offset}: {source}")]
    Io {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// The reason.
        source: IoError,
    },
    /// Where every chunk has to be proven: there is no checksum of it, or it cannot be where `CompressionInfo.db` says.
    #[error("at offset {offset}: chunk {chunk} has no checksum, or no room in the file's {len} bytes")]
    Unproven {
        /// The chunk.
        chunk: ChunkIndex,
        /// Where in `Data.db` it should start.
        offset: u64,
        /// Length of `Data.db` in bytes.
        len: u64,
    },
    /// A position or range past the end of the data.
    #[error("{len} bytes at position {position} go past the end of the data, {data_length}")]
    OutOfRange {
        /// Start of the range in the uncompressed data.
        position: u64,
        /// Its length in bytes.
        len: u64,
        /// Length of the uncompressed data in bytes.
        data_length: u64,
    },
}

impl ChunkError {
    /// The field that is at fault, by the names of `sstable_chunks.ksy`, or of `sstable_crc.ksy` if the data is not compressed; empty if
    /// no field is, but the store or the one who asks.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::ChecksumMismatch { chunk, .. } => format!("chunks[{chunk}].stored.crc"),
            Self::BlockChecksumMismatch { chunk, .. } => format!("crcs[{chunk}]"),
            Self::Codec { chunk, .. } | Self::WrongLength { chunk, .. } => format!("chunks[{chunk}].stored.body"),
            Self::Io { .. } | Self::Unproven { .. } | Self::OutOfRange { .. } => String::new(),
        }
    }

    /// Where in `Data.db` the chunk or block starts that cannot be had, in bytes; none for a range after the data.
    #[must_use]
    pub fn offset(&self) -> Option<u64> {
        match self {
            Self::ChecksumMismatch { offset, .. }
            | Self::BlockChecksumMismatch { offset, .. }
            | Self::Codec { offset, .. }
            | Self::WrongLength { offset, .. }
            | Self::Unproven { offset, .. }
            | Self::Io { offset, .. } => Some(*offset),
            Self::OutOfRange { .. } => None,
        }
    }
}

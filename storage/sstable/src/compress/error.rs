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
        /// Its key.
        key: String,
    },
    /// An option whose value the codec does not take.
    #[error("compression option {key} of {codec} cannot be {value:?}")]
    InvalidOption {
        /// The codec it was given to.
        codec: CodecKind,
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

/// Why a `CompressionInfo.db` or `CRC.db` does not describe its `Data.db`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChunkMapError {
    /// Chunk lengths are powers of two.
    #[error("chunk length {chunk_length} is not a power of two between 1 and {}", super::MAX_CHUNK_LENGTH)]
    InvalidChunkLength {
        /// The length, in bytes.
        chunk_length: u32,
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
        /// Chunks, or checksums, listed.
        found: u64,
    },
    /// A block of uncompressed data has a checksum, but there is no such block.
    #[error("block {chunk} has the checksum {checksum:#010x}, but the data ends before it, at {data_length}")]
    ChecksumBehindEnd {
        /// Number of the block.
        chunk: ChunkIndex,
        /// Its checksum.
        checksum: u32,
        /// Length of the data in bytes.
        data_length: u64,
    },
    /// A chunk starts where the one before has not ended, or holds nothing.
    #[error("chunk {chunk} lies at offset {offset} and the next at {next}: no room for data and checksum")]
    ChunkOrder {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// Start of the next, or the end of the file.
        next: u64,
    },
    /// A chunk takes more room than its codec could ever use.
    #[error("chunk {chunk} at offset {offset} takes {stored} bytes, too many for {chunk_length} bytes of data")]
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

/// Why bytes of `Data.db` cannot be had. Offsets are positions in the file as it is stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChunkError {
    /// The stored bytes are not those that were written.
    #[error("chunk {chunk} at offset {offset}: checksum is {found:08x}, should be {expected:08x}")]
    ChecksumMismatch {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// CRC-32 stored with it.
        expected: u32,
        /// CRC-32 of its bytes.
        found: u32,
    },
    /// The codec cannot read the chunk.
    #[error("chunk {chunk} at offset {offset}: {source}")]
    Codec {
        /// The chunk.
        chunk: ChunkIndex,
        /// Its start in `Data.db`.
        offset: u64,
        /// The reason.
        source: CodecError,
    },
    /// The chunk holds fewer or more bytes than its place requires.
    #[error("chunk {chunk} at offset {offset} holds {found} bytes, should be {expected}")]
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
    /// A position or range behind the end of the data.
    #[error("{len} bytes at position {position} lie behind the end of the data, {data_length}")]
    OutOfRange {
        /// Start of the range in the uncompressed data.
        position: u64,
        /// Its length in bytes.
        len: u64,
        /// Length of the uncompressed data in bytes.
        data_length: u64,
    },
}

//! `Data.db` as one run of uncompressed bytes, whatever lies on disk.
//!
//! ```text
//! compressed:    chunk 0 │ crc │ chunk 1 │ crc │ …      offsets and codec in CompressionInfo.db
//!                └ stored ┘ └ u4, big-endian CRC-32 of the stored bytes
//! uncompressed:  the bytes themselves                   checksums of fixed-size blocks in CRC.db
//! ```
//!
//! [`DataSource`] is what the rest of the crate reads: a [`DataCursor`] to stream, `read_range_into` for points.
//! Below it stand [`ChunkReader`] (one chunk: checksum, then codec) and [`Codec`] (one codec).
//! Reference: `CompressedChunkReader`, `CompressionMetadata`, `ICompressor`, `DataIntegrityMetadata`.

mod background;
mod cache;
mod chunk_map;
mod chunk_reader;
mod chunk_store;
mod chunks;
mod codec;
mod compression;
mod cursor;
mod data_source;
mod data_writer;
#[cfg(feature = "deflate")]
mod deflate;
mod dictionary;
mod error;
mod file_length;
mod kind;
#[cfg(feature = "lz4")]
mod lz4;
mod plain_reader;
mod scratch;
#[cfg(feature = "snappy")]
mod snappy;
mod window;
#[cfg(feature = "zstd")]
mod zstd;

pub use chunk_map::{ChunkMap, ChunkMapParts};
pub use chunk_reader::{ChecksumMode, ChunkReader};
pub use chunk_store::WrittenData;
pub use chunks::{ChunkIndex, Chunks};
pub use codec::Codec;
pub use compression::Compression;
pub use cursor::DataCursor;
pub use data_source::DataSource;
pub use data_writer::DataWriter;
pub use dictionary::Dictionary;
pub use error::{ChunkError, ChunkMapError, CodecError, CrcTableError};
pub use file_length::FileLength;
pub use kind::CodecKind;
pub use plain_reader::{CrcTable, PlainReader};
pub use scratch::Scratch;
pub use window::Window;

// They go through every codec.
#[cfg(all(test, feature = "lz4", feature = "snappy", feature = "deflate", feature = "zstd"))]
mod corpus_tests;
#[cfg(all(test, feature = "lz4", feature = "snappy", feature = "deflate", feature = "zstd"))]
mod tests;

#[cfg(all(test, not(feature = "zstd")))]
#[test]
fn codecs_left_out_are_named() {
    let e = Codec::new("ZstdCompressor", [], None).unwrap_err();
    assert_eq!(e.to_string(), "ZstdCompressor is not part of this build (feature zstd)");
}

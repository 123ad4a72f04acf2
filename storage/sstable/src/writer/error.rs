use std::io;

use cqlite_rows::StoreError;
use cqlite_runtime::WriteError as FieldError;

use super::filter::UnsatisfiableChance;
use crate::byte_comparable::EncodeError;
use crate::component::StoredTableError;
use crate::compress::{CodecError, CodecKind};
use crate::trie_writer::TrieWriteError;

/// Why an SSTable cannot be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A version that is read only.
    #[error("version {:?} is not written; written are {}", .0, super::target::written_versions())]
    Version(String),
    /// Times that the header cannot have, or an unknown partitioner.
    #[error("{0}")]
    Header(#[from] StoredTableError),
    /// A compressor that the version does not have.
    #[error("version {version} has no {codec}: another compression has to be chosen")]
    NoCodec {
        /// The version's letters.
        version: &'static str,
        /// The compressor.
        codec: CodecKind,
    },
    /// A codec that cannot be had.
    #[error("{0}")]
    Codec(#[from] CodecError),
    /// The files cannot be written, or Data.db cannot be compressed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// Something that a row or a partition cannot have in this version.
    #[error("{0}")]
    Row(#[from] StoreError),
    /// Something that a component cannot have in this version.
    #[error("{0}")]
    Field(#[from] FieldError),
    /// A trie that cannot be.
    #[error("{0}")]
    Trie(#[from] TrieWriteError),
    /// A value of a key that is none of its type.
    #[error("{0}")]
    Key(#[from] EncodeError),
    /// There is no filter for the chance of false positives.
    #[error("{0}")]
    Filter(#[from] UnsatisfiableChance),
    /// A partition that does not come after the one before it.
    #[error("partition {} is not after the one before it", cqlite_types::hex::text(.0))]
    KeyOrder(Vec<u8>),
    /// A row or marker that does not come after the one before it.
    #[error("a row of partition {} is not after the one before it", cqlite_types::hex::text(.0))]
    RowOrder(Vec<u8>),
    /// Nothing was written: an SSTable has one partition at least.
    #[error("no partition to write")]
    Empty,
}

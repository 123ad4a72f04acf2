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
    /// A type that the version does not have.
    #[error("version {version} has no {class}, which is the type of {of}, or part of it")]
    Type {
        /// The version's letters.
        version: &'static str,
        /// The class.
        class: String,
        /// What has the type.
        of: String,
    },
    /// A type that was damaged: nothing can be written by it.
    #[error("the type {class} of {of} is not one of Cassandra's, but {original} with a byte changed")]
    Misspelt {
        /// The class.
        class: String,
        /// What it was.
        original: String,
        /// What has the type.
        of: String,
    },
    /// UUIDs in names of files, which the releases of the version do not know.
    #[error("SSTables of version {version} are told apart by numbers only")]
    Uuids {
        /// The version's letters.
        version: &'static str,
    },
    /// A codec that cannot be had.
    #[error("{0}")]
    Codec(#[from] CodecError),
    /// The files cannot be written.
    #[error("{0}")]
    Io(#[source] io::Error),
    /// Something that a row or a partition cannot have in this version.
    #[error("{0}")]
    Row(#[source] StoreError),
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
    /// A filter of more bytes than are read.
    #[error("a Bloom filter of {len} bytes, of which at most {limit} are read")]
    FilterTooLarge {
        /// Its length.
        len: u64,
        /// The most that is read.
        limit: u64,
    },
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

/// What the output takes is compressed and encoded on its way: such an error is none of the output's.
impl From<io::Error> for WriteError {
    fn from(e: io::Error) -> Self {
        let codec = e.downcast::<CodecError>().map(WriteError::Codec);
        codec.or_else(|e| e.downcast::<FieldError>().map(WriteError::Field)).unwrap_or_else(WriteError::Io)
    }
}

/// Neither is an error of the output one of the row.
impl From<StoreError> for WriteError {
    fn from(e: StoreError) -> Self {
        match e {
            StoreError::Push(e) => match e.into_output() {
                Ok(e) => e.into(),
                Err(e) => WriteError::Row(StoreError::Push(e)),
            },
            other => WriteError::Row(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use cqlite_runtime::push::PushError;

    use super::*;

    fn codec_error() -> CodecError {
        CodecError::UnsupportedCodec { class: "X".to_owned() }
    }

    #[test]
    fn an_error_is_of_what_made_it() {
        let of = |e: io::Error| WriteError::from(e);
        assert!(matches!(of(io::Error::other(codec_error())), WriteError::Codec(_)));
        assert!(matches!(of(io::ErrorKind::StorageFull.into()), WriteError::Io(_)));
        let pushed = |e: io::Error| WriteError::from(StoreError::Push(PushError::from(e)));
        assert!(matches!(pushed(io::Error::other(codec_error())), WriteError::Codec(_)));
        assert!(matches!(pushed(io::ErrorKind::StorageFull.into()), WriteError::Io(_)));
        let late = StoreError::DeletionTime { found: 2, last: 1 };
        assert!(matches!(WriteError::from(late), WriteError::Row(_)));
        assert!(matches!(WriteError::from(StoreError::Push(PushError::failed())), WriteError::Row(_)));
    }
}

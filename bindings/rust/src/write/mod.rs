//! SSTables that are written: rows in their order to one, one anew, several as one, or a part of one.

mod compact;
mod dictionary;
mod digest;
mod extract;
mod header_of;
mod in_order;
mod left_out;
mod new_sstables;
mod options;
mod rebuild;
mod rewrite;
mod salvage;
mod statistics;
mod table_writer;
mod unwritable;
mod watched;

pub use compact::{Compact, Compacted, GC_GRACE};
pub use cqlite_rows::{Partitions, StoreError};
pub use cqlite_runtime::error::WriteErrorKind as FieldErrorKind;
pub use cqlite_runtime::push::{PushError, PushErrorKind};
pub use cqlite_runtime::WriteError as FieldError;
pub use cqlite_sstable::byte_comparable::EncodeError;
pub use cqlite_sstable::component::StoredTableError;
pub use cqlite_sstable::compress::{Codec, CodecKind, Compression, Dictionary};
pub use cqlite_sstable::trie_writer::TrieWriteError;
pub use cqlite_sstable::writer::filter::UnsatisfiableChance;
pub use cqlite_sstable::writer::{
    written_version, DirectoryOutputs, MemoryOutputs, OutputFolder, Outputs, PartitionWriter, Target, WriteError,
    Written,
};
pub use cqlite_updates::{UpdateError, Values};
pub use dictionary::read_dictionary;
pub use extract::{Extract, Part};
pub use new_sstables::NewSstable;
pub use options::WriteOptions;
pub use rebuild::{Rebuild, Rebuilt};
pub use rewrite::Rewrite;
pub use salvage::{HeaderProof, Key, Loss, Salvage, Salvaged};
pub use statistics::LostPart;
pub use table_writer::{Delete, DeleteRange, SstableWriter, Upsert, WriterBuilder};

//! Writing SSTables: [`PartitionWriter`], and what it has made beside Data.db. Each of these takes what is written, in its order, and gives the component's model.
//!
//! ```text
//! statistics   rows, cells, deletions, sizes of partitions   → the statistics proper of Statistics.db
//!              keys                                          → the sketch in Statistics.db
//! filter       hashes of keys                                → Filter.db
//! row_index    rows and markers of a partition               → its entry's blocks in Index.db
//! summary      entries of Index.db                           → Summary.db
//! ```
//!
//! Verification feeds the same from what it reads, and compares what they have made with what is stored. The tries of Partitions.db and
//! Rows.db are written by [`trie_writer`](crate::trie_writer).

pub mod filter;
pub mod row_index;
pub mod statistics;
pub mod summary;

mod big_index;
mod bti_index;
mod claim;
mod defined;
mod derived;
mod directory;
mod error;
mod files;
mod gathered;
mod intact_ranges;
mod kept_data;
mod kept_rows;
mod key_filter;
mod merged;
mod missing;
mod outputs;
mod partition_writer;
mod rebuild;
mod recompress;
mod target;

pub use directory::{DirectoryOutputs, OutputFolder};
pub use error::WriteError;
pub use intact_ranges::IntactRanges;
pub use missing::{Misfit, MissingOutputs};
pub use outputs::{MemoryOutputs, Outputs};
pub use partition_writer::{PartitionWriter, Written};
pub use rebuild::{Rebuild, RebuildError};
pub use recompress::Recompress;
pub use target::{written_version, Target, FP_CHANCE};

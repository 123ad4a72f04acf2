//! What statements write: inserts, updates and deletes become rows, range tombstones and deletions of partitions, and these come into the order
//! that SSTables have them in.
//!
//! ```text
//! Statement   values of Rust's types, checked            → updates of a partition: rows, ranges, deletions
//! Unsorted    updates in any order, held                 → the same in theirs
//! Assembler   updates in the order of an SSTable         → partitions, rows and markers, one of each
//! ```
//!
//! Which of two versions of a cell counts, `storage/rows` says.
//!
//! Reference: `UpdateParameters`, `Operation`, `UpdateStatement`, `DeleteStatement`, `PartitionUpdate`.

mod assembler;
mod error;
mod key;
mod list_paths;
mod open_ranges;
mod operations;
mod order;
mod staged;
mod statement;
mod table;
#[cfg(test)]
mod tests;
mod times;
mod unsorted;
mod update;
mod values;

pub use assembler::{Assembled, Assembler, Assembling};
pub use error::UpdateError;
pub use list_paths::ListPaths;
pub use order::Order;
pub use statement::{Statement, Verb};
pub use table::UpdateTable;
pub use times::Using;
pub use unsorted::Unsorted;
pub use update::{Update, Updates};
pub use values::Values;

//! One row, marker or cell of the several versions of it that different SSTables have.
//!
//! Whoever merges goes through the versions in Cassandra's order and tells each merger what is at hand; nothing here reads.

mod cell;
mod marker;
mod row;
mod versions;

pub use cell::{reconcile, Reconciled};
pub use marker::MarkerMerger;
pub use row::{MergedRow, RowMerger};

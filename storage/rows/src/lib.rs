//! Rows, cells, deletions and clusterings as Cassandra sees them once it has read them.
//!
//! What is stored is not yet what Cassandra works with: times outside their ranges are replaced, a row's deletion hides older cells and
//! the row's own older timestamp, a column's deletion hides the column's older cells. Nothing here reads files, and nothing allocates
//! per row: values borrow from the bytes that were decoded, and a [`Row`] that keeps a copy of them is used for one row after the other.
//!
//! Reference: `UnfilteredSerializer.deserializeRowBody`, `BTreeRow.Builder`, `Cell.Serializer`, `DeletionTime`, `EncodingStats`,
//! `ClusteringComparator`.

pub mod clustering;
pub mod merge;

mod as_written;
mod cell;
mod deletion_time;
mod encoding_stats;
mod error;
mod liveness;
mod open_range;
mod path_order;
mod purge;
mod range_tombstone;
mod reading;
mod row;
mod time;
mod unfiltered;
mod writing;

pub use as_written::AsWritten;
pub use cell::Cell;
pub use cqlite_schema::MAX_TTL;
pub use deletion_time::DeletionTime;
pub use encoding_stats::EncodingStats;
pub use error::{RefusedNumber, RowError};
pub use liveness::LivenessInfo;
pub use open_range::{OpenRange, RangeFault};
pub use path_order::{PathOrder, Paths};
pub use purge::Purger;
pub use range_tombstone::OpenDeletion;
pub use reading::{CellError, Reading};
pub use row::RowHead;
pub use time::{
    first_absolute_deletion, is_invalid, last_deletion_time, of_statistics, to_statistics, EXPIRED_LIVENESS_TTL,
    INVALID_DELETION_TIME, MAX_DELETION_TIME, NO_DELETION_TIME, NO_TIMESTAMP,
};
pub use unfiltered::{Column, Partitions, RangeTombstoneMarker, Row, Unfiltered};
pub use writing::{RowWriter, StoreError};

//! The statistics proper of Statistics.db, and the sketch of the keys there, collected from what is written.
//!
//! Reference: `MetadataCollector`, `Rows.collectStats`, `Cells.collectStats`.

pub mod cardinality;
mod collector;
mod component;
mod histogram;
mod range;
mod tombstones;

pub(super) use component::{component, Keys};

pub use collector::{StatisticsCollector, NO_LOCAL_DELETION_TIMES, NO_TIMESTAMPS, NO_TTLS};
pub use histogram::{partition_size_buckets, Histogram, CELL_COUNT_BUCKETS, PARTITION_SIZE_BUCKETS};
pub use range::{Extreme, Range};
pub use tombstones::TombstoneHistogram;

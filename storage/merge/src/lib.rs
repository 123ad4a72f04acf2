//! One sequence of partitions of those that several SSTables of a table have, by Cassandra's rules.
//!
//! What one SSTable only has passes through as it is. Memory grows with the number of SSTables, not with their size: of each a row is held.
//!
//! Reference: `UnfilteredPartitionIterators.merge`, `UnfilteredRowIterators.merge`.

mod ahead;
mod as_of;
mod dropped;
mod error;
mod feed;
mod live;
mod merge;
mod purge;
mod queue;

pub use ahead::{read_ahead, Ahead};
pub use as_of::AsOf;
pub use dropped::{Dropped, DroppedColumns};
pub use error::MergeError;
pub use feed::{feed, Feed, Gone};
pub use live::Live;
pub use merge::Merge;
pub use purge::Purge;

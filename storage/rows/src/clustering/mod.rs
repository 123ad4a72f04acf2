//! The names of rows and bounds, and their order in a partition.
//!
//! Reference: `ClusteringPrefix`, `ClusteringComparator`.

mod comparator;
mod kind;
mod owned;
mod prefix;
mod stored;

pub use comparator::ClusteringComparator;
pub use kind::{place, require_place, Side};
pub use owned::OwnedPrefix;
pub use prefix::{value_of, ClusteringPrefix, PrefixValues, Values};
pub use stored::with_stored;

#[cfg(test)]
mod tests;

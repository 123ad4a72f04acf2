//! Rows and markers with their own copy of what they hold, which can be filled again and again.

mod marker;
mod partitions;
mod row;

pub use marker::RangeTombstoneMarker;
pub use partitions::Partitions;
pub use row::{Column, Row};

use crate::clustering::OwnedPrefix;

/// What stands in a partition behind its static row (`Unfiltered`).
#[derive(Debug, Clone, Copy)]
pub enum Unfiltered<'r> {
    /// A row.
    Row(&'r Row),
    /// A bound of range tombstones, or a boundary between two.
    Marker(&'r RangeTombstoneMarker),
}

impl<'r> Unfiltered<'r> {
    /// Where it is.
    #[inline]
    #[must_use]
    pub fn prefix(&self) -> &'r OwnedPrefix {
        match self {
            Unfiltered::Row(row) => &row.clustering,
            Unfiltered::Marker(marker) => &marker.bound,
        }
    }
}

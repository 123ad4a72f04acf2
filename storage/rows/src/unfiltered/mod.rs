//! Rows and markers with their own copy of what they hold, which can be filled again and again.

mod marker;
mod row;

pub use marker::RangeTombstoneMarker;
pub use row::{Column, Row};

/// What stands in a partition behind its static row (`Unfiltered`).
#[derive(Debug, Clone, Copy)]
pub enum Unfiltered<'r> {
    /// A row.
    Row(&'r Row),
    /// A bound of range tombstones, or a boundary between two.
    Marker(&'r RangeTombstoneMarker),
}

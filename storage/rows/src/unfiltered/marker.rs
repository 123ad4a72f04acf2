use cqlite_format::common::PrefixKind;

use crate::clustering::{OwnedPrefix, PrefixValues};
use crate::OpenDeletion;

/// A bound of a range tombstone, or the boundary where one ends and the next one starts (`RangeTombstoneMarker`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RangeTombstoneMarker {
    /// Where it is.
    pub bound: OwnedPrefix,
    /// The deletions that are open before it and after it.
    pub deletions: OpenDeletion,
}

impl RangeTombstoneMarker {
    /// Whether a marker can be of a kind, with so many values: bounds can, boundaries only among rows.
    #[must_use]
    pub fn can_be(kind: PrefixKind, num_values: usize) -> bool {
        use PrefixKind as P;
        match kind {
            P::InclStartBound | P::ExclStartBound | P::InclEndBound | P::ExclEndBound => true,
            P::ExclEndInclStartBoundary | P::InclEndExclStartBoundary => num_values > 0,
            _ => false,
        }
    }

    /// Which bound, or boundary.
    #[must_use]
    pub fn kind(&self) -> PrefixKind {
        self.bound.kind()
    }
}

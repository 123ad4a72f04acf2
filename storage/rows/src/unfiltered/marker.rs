use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;

use crate::clustering::{place, OwnedPrefix, PrefixValues};
use crate::{OpenDeletion, Purger};

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

    /// Makes it a copy of another one, in the memory that it has.
    pub fn copy_from(&mut self, other: &RangeTombstoneMarker) {
        self.bound.copy_from(&other.bound);
        self.deletions = other.deletions;
    }

    /// Takes away the deletions that a purger takes: of a boundary a bound may be left (`PurgeFunction.applyToMarker`). Whether anything is
    /// left.
    pub fn purge(&mut self, purger: &Purger) -> bool {
        let own = self.deletions;
        let kept = OpenDeletion { before: purger.keep(own.before), after: purger.keep(own.after) };
        kept == own || self.set_deletions(kept)
    }

    /// Changes the deletions, and with them the kind; whether the marker still says something: whether they differ.
    pub fn set_deletions(&mut self, deletions: OpenDeletion) -> bool {
        let Some(kind) = kind(self.kind(), &deletions) else { return false };
        self.bound.set_kind(kind);
        self.deletions = deletions;
        true
    }

    /// Which bound, or boundary.
    #[must_use]
    pub fn kind(&self) -> PrefixKind {
        self.bound.kind()
    }
}

/// What a marker at the point of another one is, between two deletions; nothing if they are the same.
fn kind(point: PrefixKind, deletions: &OpenDeletion) -> Option<PrefixKind> {
    let is_before = place(point)?.0 == Ordering::Less;
    Some(match (deletions.before, deletions.after) {
        (before, after) if before == after => return None,
        (None, _) if is_before => PrefixKind::InclStartBound,
        (None, _) => PrefixKind::ExclStartBound,
        (_, None) if is_before => PrefixKind::ExclEndBound,
        (_, None) => PrefixKind::InclEndBound,
        _ if is_before => PrefixKind::ExclEndInclStartBoundary,
        _ => PrefixKind::InclEndExclStartBoundary,
    })
}

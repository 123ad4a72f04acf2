use cqlite_format::common::PrefixKind;
use cqlite_format::data::MarkerBodyRef;

use crate::{DeletionTime, EncodingStats, RowError};

/// The range deletions that are open before a marker and after it (`RangeTombstoneMarker.closeDeletionTime`, `openDeletionTime`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenDeletion {
    /// The deletion that the marker ends.
    pub before: Option<DeletionTime>,
    /// The deletion that it starts.
    pub after: Option<DeletionTime>,
}

impl OpenDeletion {
    /// Those of a marker of a kind.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    pub fn around(kind: PrefixKind, body: &MarkerBodyRef<'_>, stats: &EncodingStats) -> Result<Self, RowError> {
        let first = DeletionTime::of_delta(&body.deletion, stats)?;
        let second = body.start_deletion.as_ref().map(|d| DeletionTime::of_delta(d, stats)).transpose()?;
        Ok(OpenDeletion::of(kind, first, second))
    }

    /// Those of a marker of a kind, of its only deletion, or of the one that ends at a boundary and the one that starts there.
    #[must_use]
    pub fn of(kind: PrefixKind, first: DeletionTime, second: Option<DeletionTime>) -> Self {
        match kind {
            PrefixKind::InclStartBound | PrefixKind::ExclStartBound => {
                OpenDeletion { before: None, after: Some(first) }
            }
            PrefixKind::ExclEndInclStartBoundary | PrefixKind::InclEndExclStartBoundary => {
                OpenDeletion { before: Some(first), after: second }
            }
            _ => OpenDeletion { before: Some(first), after: None },
        }
    }

    /// As they are stored: the one that ends, or the only one, and the one that starts at a boundary.
    #[must_use]
    pub fn stored(&self) -> Option<(DeletionTime, Option<DeletionTime>)> {
        match (self.before, self.after) {
            (Some(before), after) => Some((before, after)),
            (None, after) => Some((after?, None)),
        }
    }
}

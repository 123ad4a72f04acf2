use std::cmp::Ordering;

use cqlite_format::common::{ClusteringBoundRef, ClusteringValuesSpan, PrefixKind};
use cqlite_runtime::{ReadError, ReadErrorKind};

/// Where a prefix stands: before, at, or after the rows that its values name (`Kind.comparedToClustering`).
pub type Side = Ordering;

/// Where a prefix stands, and its rank among prefixes with the same values (`Kind.comparison`). Nothing of a kind that a later version
/// brings and that has no place here yet.
#[allow(unreachable_patterns, reason = "the specification may get more kinds")]
#[must_use]
pub fn place(kind: PrefixKind) -> Option<(Side, i8)> {
    Some(match kind {
        PrefixKind::SstableLowerBound => (Ordering::Less, -1),
        PrefixKind::ExclEndBound | PrefixKind::InclStartBound | PrefixKind::ExclEndInclStartBoundary => {
            (Ordering::Less, 0)
        }
        PrefixKind::StaticClustering => (Ordering::Less, 1),
        PrefixKind::Clustering => (Ordering::Equal, 2),
        PrefixKind::InclEndExclStartBoundary | PrefixKind::InclEndBound | PrefixKind::ExclStartBound => {
            (Ordering::Greater, 3)
        }
        PrefixKind::SstableUpperBound => (Ordering::Greater, 4),
        _ => return None,
    })
}

/// Refuses a prefix of a kind that has no place among the others.
///
/// # Errors
/// It has none.
pub fn require_place(kind: PrefixKind, span: &ClusteringValuesSpan<'_>) -> Result<(), ReadError> {
    if place(kind).is_some() {
        return Ok(());
    }
    let is_wrong = ReadErrorKind::Invalid { found: format!("{kind:?}"), expected: "a kind whose order is known" };
    Err(ReadError::new(is_wrong, span.reader().offset(), ClusteringBoundRef::site()))
}

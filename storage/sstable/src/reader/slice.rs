//! A part of a partition: the rows and markers between two bounds.

use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, OwnedPrefix, PrefixValues};

/// One end of a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Values of the first clustering columns, as they are stored; `None` is null.
    pub values: Vec<Option<Vec<u8>>>,
    /// Whether rows with these values belong to the slice.
    pub is_inclusive: bool,
}

impl Bound {
    fn prefix(&self, kind: PrefixKind) -> ClusteringPrefix<'_> {
        ClusteringPrefix { kind, values: self.values.iter().map(|v| v.as_deref()).collect() }
    }
}

/// Rows and markers from a start to an end; without one, from the first or to the last. One that ends before it starts is empty.
///
/// Rows have to be in the order of their types, as `verify` checks. Cassandra before 3.0.9 and 3.8 wrote empty values of descending columns
/// first (CASSANDRA-12127): such rows are where neither it nor this looks for them since.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slice {
    /// Where it starts.
    pub start: Option<Bound>,
    /// Where it ends.
    pub end: Option<Bound>,
}

impl Slice {
    /// The start as a point among the rows.
    #[must_use]
    pub fn lower(&self) -> Option<ClusteringPrefix<'_>> {
        let kind = |b: &Bound| if b.is_inclusive { PrefixKind::InclStartBound } else { PrefixKind::ExclStartBound };
        self.start.as_ref().map(|b| b.prefix(kind(b)))
    }

    /// The end as a point among the rows.
    #[must_use]
    pub fn upper(&self) -> Option<ClusteringPrefix<'_>> {
        let kind = |b: &Bound| if b.is_inclusive { PrefixKind::InclEndBound } else { PrefixKind::ExclEndBound };
        self.end.as_ref().map(|b| b.prefix(kind(b)))
    }
}

/// The ends of a slice as points among the rows, made once: every row is compared with them.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub(super) lower: Option<OwnedPrefix>,
    pub(super) upper: Option<OwnedPrefix>,
}

impl Ends {
    pub(super) fn of(slice: &Slice) -> Self {
        let owned = |prefix: ClusteringPrefix<'_>| {
            let mut out = OwnedPrefix::default();
            out.copy_from(&prefix);
            out
        };
        Ends { lower: slice.lower().map(owned), upper: slice.upper().map(owned) }
    }

    /// Whether there is nothing between them (`Slice.isEmpty`): the slice ends before it starts, or one end leaves out where the other one is.
    pub(super) fn is_empty(&self, comparator: &ClusteringComparator) -> bool {
        let both = self.lower.as_ref().zip(self.upper.as_ref());
        both.is_some_and(|(lower, upper)| comparator.compare(lower, upper) != Ordering::Less)
    }

    /// Where a row or marker is, seen from the slice. A marker at one of its ends is outside: what is open there is told by a marker of the
    /// slice's own (`AbstractSSTableIterator.ForwardReader`).
    #[inline]
    pub(super) fn place_of(&self, prefix: &impl PrefixValues, comparator: &ClusteringComparator) -> SliceSide {
        let order = |end: &OwnedPrefix| comparator.compare(prefix, end);
        if self.lower.as_ref().is_some_and(|lower| order(lower) != Ordering::Greater) {
            SliceSide::Before
        } else if self.upper.as_ref().is_some_and(|upper| order(upper) != Ordering::Less) {
            SliceSide::After
        } else {
            SliceSide::Inside
        }
    }
}

/// Where a row or marker is, seen from a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SliceSide {
    Before,
    Inside,
    After,
}

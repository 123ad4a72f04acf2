//! A part of a partition: the rows and markers between two bounds.

use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, PrefixValues};

/// One end of a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Values of the first clustering columns, as they are stored; `None` is null.
    pub values: Vec<Option<Vec<u8>>>,
    /// Whether rows with these values belong to the slice.
    pub is_inclusive: bool,
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
        self.first_point().map(Point::prefix)
    }

    /// The end as a point among the rows.
    #[must_use]
    pub fn upper(&self) -> Option<ClusteringPrefix<'_>> {
        self.last_point().map(Point::prefix)
    }

    #[inline]
    fn first_point(&self) -> Option<Point<'_>> {
        let kind = |b: &Bound| if b.is_inclusive { PrefixKind::InclStartBound } else { PrefixKind::ExclStartBound };
        self.start.as_ref().map(|b| Point { kind: kind(b), values: &b.values })
    }

    #[inline]
    fn last_point(&self) -> Option<Point<'_>> {
        let kind = |b: &Bound| if b.is_inclusive { PrefixKind::InclEndBound } else { PrefixKind::ExclEndBound };
        self.end.as_ref().map(|b| Point { kind: kind(b), values: &b.values })
    }

    /// Whether there is nothing between its ends (`Slice.isEmpty`): it ends before it starts, or one end leaves out where the other one is.
    pub(super) fn is_empty(&self, comparator: &ClusteringComparator) -> bool {
        let points = self.first_point().zip(self.last_point());
        points.is_some_and(|(first, last)| comparator.compare(&first, &last) != Ordering::Less)
    }

    /// Where a row or marker is, seen from the slice. A marker at one of its ends is outside: what is open there is told by a marker of the
    /// slice's own (`AbstractSSTableIterator.ForwardReader`).
    #[inline]
    pub(super) fn place_of(&self, prefix: &impl PrefixValues, comparator: &ClusteringComparator) -> Place {
        let order = |end: Point<'_>| comparator.compare(prefix, &end);
        if self.first_point().is_some_and(|first| order(first) != Ordering::Greater) {
            Place::Before
        } else if self.last_point().is_some_and(|last| order(last) != Ordering::Less) {
            Place::Behind
        } else {
            Place::Inside
        }
    }
}

/// Where a row or marker is, seen from a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    Inside,
    Behind,
}

/// An end of a slice as a point among the rows, without a list of its own: every row is compared with it.
#[derive(Clone, Copy)]
struct Point<'s> {
    kind: PrefixKind,
    values: &'s [Option<Vec<u8>>],
}

impl<'s> Point<'s> {
    fn prefix(self) -> ClusteringPrefix<'s> {
        ClusteringPrefix { kind: self.kind, values: self.values.iter().map(|v| v.as_deref()).collect() }
    }
}

impl PrefixValues for Point<'_> {
    #[inline]
    fn kind(&self) -> PrefixKind {
        self.kind
    }

    #[inline]
    fn len(&self) -> usize {
        self.values.len()
    }

    #[inline]
    fn value(&self, i: usize) -> Option<&[u8]> {
        self.values.get(i)?.as_deref()
    }
}

use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, RowBodyRef, RowRef, SstableDataVisitor, UnfilteredRef,
};
use cqlite_runtime::Flow;

use super::slice::Slice;
use super::{Sstable, Visitor};
use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, PrefixValues};
use cqlite_rows::{DeletionTime, OpenDeletion};

/// Where an unfiltered is, seen from a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    Inside,
    Behind,
}

impl Place {
    /// The place of a prefix, seen from a slice with these ends.
    pub(super) fn of(
        prefix: &impl PrefixValues,
        lower: Option<&ClusteringPrefix<'_>>,
        upper: Option<&ClusteringPrefix<'_>>,
        comparator: &ClusteringComparator,
    ) -> Self {
        let is =
            |end: Option<&ClusteringPrefix<'_>>, order| end.is_some_and(|end| comparator.compare(prefix, end) == order);
        if is(lower, Ordering::Less) {
            Place::Before
        } else if is(upper, Ordering::Greater) {
            Place::Behind
        } else {
            Place::Inside
        }
    }
}

/// Lets through what is in a slice, and keeps track of the range deletion that is open where it starts.
pub(super) struct Gate<'s, V> {
    sstable: &'s Sstable,
    /// The ends of the slice.
    lower: Option<ClusteringPrefix<'s>>,
    upper: Option<ClusteringPrefix<'s>>,
    inner: &'s mut V,
    place: Place,
    /// The deletion that is open before the unfiltered at hand.
    open: Option<DeletionTime>,
    /// The one that was open where the slice starts, once something in it has been seen.
    at_start: Option<Option<DeletionTime>>,
    marker: PrefixKind,
}

impl<'s, V: Visitor> Gate<'s, V> {
    pub(super) fn new(sstable: &'s Sstable, slice: &'s Slice, inner: &'s mut V, open: Option<DeletionTime>) -> Self {
        let (lower, upper, place) = (slice.lower(), slice.upper(), Place::Before);
        Gate { sstable, lower, upper, inner, place, open, at_start: None, marker: PrefixKind::Clustering }
    }

    /// The visitor of the next unfiltered.
    pub(super) fn passing<'a>(&mut self) -> Passing<'_, 's, 'a, V> {
        Passing { gate: self, head: None, is_shown: false }
    }

    /// Of the unfiltered visited last.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn open_at_start(&self) -> Option<DeletionTime> {
        self.at_start.unwrap_or(self.open)
    }

    fn enter(&mut self, prefix: &ClusteringPrefix<'_>) -> Place {
        self.place = Place::of(prefix, self.lower.as_ref(), self.upper.as_ref(), self.sstable.comparator());
        if self.place != Place::Before {
            self.at_start.get_or_insert(self.open);
        }
        self.place
    }
}

/// An unfiltered on its way through a gate, which only what comes after its head tells where it is.
pub(super) struct Passing<'g, 's, 'a, V> {
    gate: &'g mut Gate<'s, V>,
    head: Option<UnfilteredRef<'a>>,
    /// The visitor after the gate has been shown the head, and has not skipped the rest.
    is_shown: bool,
}

impl<V: Visitor> Passing<'_, '_, '_, V> {
    /// Shows the head. Whether the rest is wanted.
    fn show(&mut self) -> Result<bool, V::Failure> {
        self.is_shown = match &self.head {
            Some(head) => self.gate.inner.unfiltered(head)? == Flow::Continue,
            None => true,
        };
        Ok(self.is_shown)
    }
}

impl<'a, V: Visitor> SstableDataVisitor<'a> for Passing<'_, '_, 'a, V> {
    type Error = V::Failure;

    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow, Self::Error> {
        self.head = Some(*head);
        Ok(Flow::Continue)
    }

    fn end_unfiltered(&mut self) -> Result<(), Self::Error> {
        if self.is_shown {
            self.gate.inner.end_unfiltered()
        } else {
            Ok(())
        }
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, Self::Error> {
        let types = &self.gate.sstable.header().clustering_types;
        let place = match &head.clustering {
            Some(span) => {
                let prefix = ClusteringPrefix::read(PrefixKind::Clustering, span, types)?;
                self.gate.enter(&prefix)
            }
            None => Place::Before,
        };
        if place == Place::Inside && self.show()? {
            self.gate.inner.row(head)
        } else {
            Ok(Flow::Skip)
        }
    }

    fn end_row(&mut self) -> Result<(), Self::Error> {
        self.gate.inner.end_row()
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, Self::Error> {
        self.gate.inner.row_body(head)
    }

    fn end_row_body(&mut self) -> Result<(), Self::Error> {
        self.gate.inner.end_row_body()
    }

    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow, Self::Error> {
        self.gate.inner.column(head)
    }

    fn end_column(&mut self) -> Result<(), Self::Error> {
        self.gate.inner.end_column()
    }

    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), Self::Error> {
        self.gate.inner.cell(head)
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, Self::Error> {
        let types = &self.gate.sstable.header().clustering_types;
        self.gate.marker = head.bound.kind;
        let prefix = ClusteringPrefix::read(head.bound.kind, &head.bound.values, types)?;
        match self.gate.enter(&prefix) {
            Place::Before => Ok(Flow::Continue),
            Place::Inside if self.show()? => self.gate.inner.marker(head),
            Place::Inside | Place::Behind => Ok(Flow::Skip),
        }
    }

    fn end_marker(&mut self) -> Result<(), Self::Error> {
        if self.is_shown {
            self.gate.inner.end_marker()
        } else {
            Ok(())
        }
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Self::Error> {
        let stats = self.gate.sstable.encoding_stats();
        let open = OpenDeletion::around(self.gate.marker, head, stats);
        self.gate.open = open.map_err(|e| e.at(head.begin, MarkerBodyRef::site()))?.after;
        if self.is_shown {
            self.gate.inner.marker_body(head)
        } else {
            Ok(())
        }
    }
}

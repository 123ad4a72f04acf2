use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
};
use cqlite_runtime::Flow;

use super::slice::{RangeDeletion, Slice};
use super::{Sstable, Visitor};
use crate::clustering::{compare, Prefix};

/// Where an unfiltered is, seen from a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    Inside,
    Behind,
}

/// Lets through what is in a slice, and keeps track of the range deletion that is open where it starts.
pub(super) struct Gate<'s, V> {
    sstable: &'s Sstable,
    /// The ends of the slice.
    lower: Option<Prefix<'s>>,
    upper: Option<Prefix<'s>>,
    inner: &'s mut V,
    place: Place,
    /// The deletion that is open before the unfiltered at hand.
    open: Option<RangeDeletion>,
    /// The one that was open where the slice starts, once something in it has been seen.
    at_start: Option<Option<RangeDeletion>>,
    marker: PrefixKind,
}

impl<'s, V: Visitor> Gate<'s, V> {
    pub(super) fn new(sstable: &'s Sstable, slice: &'s Slice, inner: &'s mut V, open: Option<RangeDeletion>) -> Self {
        let (lower, upper, place) = (slice.lower(), slice.upper(), Place::Before);
        Gate { sstable, lower, upper, inner, place, open, at_start: None, marker: PrefixKind::Clustering }
    }

    /// Of the unfiltered visited last.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn open_at_start(&self) -> Option<RangeDeletion> {
        self.at_start.unwrap_or(self.open)
    }

    fn enter(&mut self, prefix: &Prefix<'_>) -> Place {
        let types = &self.sstable.header().clustering_types;
        let is = |end: &Option<Prefix<'_>>, order| end.as_ref().is_some_and(|end| compare(types, prefix, end) == order);
        self.place = if is(&self.lower, Ordering::Less) {
            Place::Before
        } else if is(&self.upper, Ordering::Greater) {
            Place::Behind
        } else {
            Place::Inside
        };
        if self.place != Place::Before {
            self.at_start.get_or_insert(self.open);
        }
        self.place
    }
}

impl<'a, V: Visitor> SstableDataVisitor<'a> for Gate<'_, V> {
    type Error = V::Failure;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, Self::Error> {
        self.inner.partition(head)
    }

    fn end_partition(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, Self::Error> {
        let types = &self.sstable.header().clustering_types;
        let place = match &head.clustering {
            Some(span) => {
                let prefix = Prefix::read(PrefixKind::Clustering, types.len(), span, types)?;
                self.enter(&prefix)
            }
            None => Place::Before,
        };
        if place == Place::Inside {
            self.inner.row(head)
        } else {
            Ok(Flow::Skip)
        }
    }

    fn end_row(&mut self) -> Result<(), Self::Error> {
        self.inner.end_row()
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, Self::Error> {
        self.inner.row_body(head)
    }

    fn end_row_body(&mut self) -> Result<(), Self::Error> {
        self.inner.end_row_body()
    }

    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow, Self::Error> {
        self.inner.column(head)
    }

    fn end_column(&mut self) -> Result<(), Self::Error> {
        self.inner.end_column()
    }

    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), Self::Error> {
        self.inner.cell(head)
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, Self::Error> {
        let types = &self.sstable.header().clustering_types;
        self.marker = head.bound.kind;
        let prefix = Prefix::read(head.bound.kind, usize::from(head.bound.size), &head.bound.values, types)?;
        match self.enter(&prefix) {
            Place::Before => Ok(Flow::Continue),
            Place::Inside => self.inner.marker(head),
            Place::Behind => Ok(Flow::Skip),
        }
    }

    fn end_marker(&mut self) -> Result<(), Self::Error> {
        if self.place == Place::Inside {
            self.inner.end_marker()
        } else {
            Ok(())
        }
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), Self::Error> {
        self.open = RangeDeletion::around(self.marker, head).1;
        if self.place == Place::Inside {
            self.inner.marker_body(head)
        } else {
            Ok(())
        }
    }
}

use std::hint::black_box;

use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_format::index::{EntryRef, SstableIndexVisitor};
use cqlite_runtime::{Flow, ReadError, Site, Value, Walk};

/// Looks at every leaf of a field tree and checks that it is one.
pub struct Touch {
    /// Length of the component.
    len: u64,
    depth: u64,
    /// Leaves seen.
    pub leaves: u64,
}

impl Touch {
    /// Of a component of so many bytes.
    pub fn new(len: usize) -> Self {
        Touch { len: len as u64, depth: 0, leaves: 0 }
    }

    /// Checks that what was entered was left, after a walk that came to the end.
    pub fn end(self) {
        assert_eq!(self.depth, 0, "fields entered and not left");
    }
}

impl Walk for Touch {
    fn enter(&mut self, _: &'static Site, _: Option<u64>, offset: u64) {
        assert!(offset <= self.len);
        self.depth += 1;
    }

    fn leave(&mut self, offset: u64) {
        assert!(offset <= self.len);
        self.depth = self.depth.checked_sub(1).expect("a field left that was not entered");
    }

    fn leaf(&mut self, site: &'static Site, _: Option<u64>, offset: u64, len: u64, value: Value<'_>) {
        let end = offset.checked_add(len);
        assert!(end.is_some_and(|end| end <= self.len), "{} at {offset}, {len} bytes, of {}", site.field, self.len);
        self.leaves += 1;
        black_box(value);
    }
}

/// Visits everything of a Data.db or Index.db, and passes over some of it: event `n` if bit `n % 8` of the mask is set.
pub struct Visit {
    /// What to pass over.
    pub mask: u8,
    /// Events seen.
    pub events: u32,
}

impl Visit {
    fn see<T>(&mut self, head: &T) -> Result<Flow, ReadError> {
        black_box(head);
        let skip = self.mask >> (self.events % 8) & 1 == 1;
        self.events = self.events.wrapping_add(1);
        Ok(if skip { Flow::Skip } else { Flow::Continue })
    }
}

impl<'a> SstableDataVisitor<'a> for Visit {
    type Error = ReadError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), ReadError> {
        self.see(head).map(drop)
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, ReadError> {
        self.see(head)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), ReadError> {
        self.see(head).map(drop)
    }
}

impl<'a> SstableIndexVisitor<'a> for Visit {
    type Error = ReadError;

    fn index_entry(&mut self, head: &EntryRef<'a>) -> Result<(), ReadError> {
        self.see(head).map(drop)
    }
}

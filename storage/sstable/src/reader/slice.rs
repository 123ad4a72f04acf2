//! A part of a partition: the rows and markers between two bounds, in either direction.

use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{PartitionCursor, SstableDataVisitor};

use super::gate::{Gate, Place};
use super::partition_reader::PartitionReader;
use super::row_index::Block;
use super::{PartitionEntry, Sstable, SstableError, Visitor};
use crate::descriptor::Component;
use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, PrefixValues};
use cqlite_rows::DeletionTime;

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

/// Rows and markers from a start to an end; without one, from the first or to the last.
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

    /// Whether it ends before it starts.
    pub(super) fn is_empty(&self, comparator: &ClusteringComparator) -> bool {
        self.lower().zip(self.upper()).is_some_and(|(l, u)| comparator.compare(&l, &u) == Ordering::Greater)
    }

    /// Where a row or marker is, seen from the slice. A marker at one of its ends is outside: what is open there is told by a marker of the
    /// slice's own (`AbstractSSTableIterator.ForwardReader`).
    pub(super) fn place_of(&self, prefix: &impl PrefixValues, comparator: &ClusteringComparator) -> Place {
        let order = |end: Option<ClusteringPrefix<'_>>| end.map(|end| comparator.compare(prefix, &end));
        match (order(self.lower()), order(self.upper())) {
            (Some(Ordering::Less | Ordering::Equal), _) => Place::Before,
            (_, Some(Ordering::Greater | Ordering::Equal)) => Place::Behind,
            _ => Place::Inside,
        }
    }
}

/// In which order a slice is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As stored.
    Forward,
    /// Last row first. Markers come as they are stored: an end before its start.
    Reverse,
}

impl Sstable {
    /// Visits the rows and markers of a partition that are in a slice. Gives the range deletion that is open at its start.
    ///
    /// A slice that ends before it starts is empty.
    ///
    /// Rows have to be in the order of their types, as `verify` checks. Cassandra before 3.0.9 and 3.8 wrote empty values of descending
    /// columns first (CASSANDRA-12127): such rows are where neither it nor this looks for them since.
    ///
    /// Only the blocks of the row index that the slice touches are read, where there is a row index. Neither the partition's head nor
    /// its static row is visited.
    ///
    /// # Errors
    /// What is wrong with data or row index, or what the visitor says.
    pub fn slice<V: Visitor>(
        &self,
        entry: PartitionEntry,
        slice: &Slice,
        direction: Direction,
        visitor: &mut V,
    ) -> Result<Option<DeletionTime>, V::Failure>
    where
        V::Failure: From<SstableError>,
    {
        if slice.is_empty(self.comparator()) {
            return Ok(None);
        }
        let blocks = self.blocks(entry, slice, direction)?;
        let mut open = blocks.first().and_then(|b| b.open);
        match direction {
            Direction::Forward => {
                if let Some(first) = blocks.first() {
                    let first = self.nearer(first, slice);
                    let mut gate = Gate::new(self, slice, visitor, first.open);
                    self.pass(first.start, None, &mut gate, |_| {})?;
                    open = gate.open_at_start();
                }
            }
            Direction::Reverse => {
                for (i, block) in blocks.iter().enumerate().rev() {
                    let mut inside = Vec::new();
                    let mut nothing = Nothing;
                    let mut gate = Gate::new(self, slice, &mut nothing, block.open);
                    self.pass(block.start, block.end, &mut gate, |at| inside.push(at))?;
                    if i == 0 {
                        open = gate.open_at_start();
                    }
                    for at in inside.into_iter().rev() {
                        let all = Slice::default();
                        let mut gate = Gate::new(self, &all, visitor, None);
                        self.pass(at, Some(at + 1), &mut gate, |_| {})?;
                    }
                }
            }
        }
        Ok(open)
    }

    /// From where the rows and markers of a slice can be read on.
    pub(super) fn first_block(&self, entry: PartitionEntry, slice: &Slice) -> Result<Option<Block>, SstableError> {
        let blocks = self.blocks(entry, slice, Direction::Forward)?;
        Ok(blocks.first().map(|first| self.nearer(first, slice)))
    }

    /// The part of the first block that the slice needs.
    fn nearer(&self, first: &Block, slice: &Slice) -> Block {
        slice.lower().and_then(|lower| self.approach(first, &lower)).unwrap_or(*first)
    }

    /// The blocks that a slice touches, in order. Without a row index the whole partition is one.
    fn blocks(&self, entry: PartitionEntry, slice: &Slice, direction: Direction) -> Result<Vec<Block>, SstableError> {
        if entry.row_index.is_some() {
            return self.indexed_blocks(entry, slice, direction);
        }
        // The head and the static row come first.
        let mut reader = PartitionReader::brief(self, entry.data_pos, PartitionCursor::default());
        while reader.state() != PartitionCursor::at_unfiltereds() {
            reader.step(&mut Nothing).map_err(|e| self.error_in(&Component::Data, e))?;
        }
        Ok(vec![Block::without_end(reader.position(), None)])
    }

    /// Shows the unfiltereds from a position on to a gate, up to `end`, the end of the slice or that of the partition.
    fn pass<V: Visitor>(
        &self,
        start: u64,
        end: Option<u64>,
        gate: &mut Gate<'_, V>,
        mut inside: impl FnMut(u64),
    ) -> Result<(), V::Failure> {
        let mut reader = PartitionReader::brief(self, start, PartitionCursor::at_unfiltereds());
        let params = self.params();
        reader.drive(|state, r| loop {
            let at = r.offset();
            if state.is_done() || end.is_some_and(|e| at >= e) {
                return Ok(());
            }
            let mut ahead = *r;
            state.step(&mut ahead, &params, &mut gate.passing())?;
            *r = ahead;
            match gate.place() {
                Place::Inside if !state.is_done() => inside(at),
                Place::Behind => return Ok(()),
                _ => {}
            }
        })
    }
}

/// Takes no notice.
pub(super) struct Nothing;

impl SstableDataVisitor<'_> for Nothing {
    type Error = SstableError;
}

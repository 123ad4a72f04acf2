use cqlite_format::common::{
    ClusteringBlockRef, ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor,
};
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_rows::clustering::{value_of, OwnedPrefix};
use cqlite_rows::{CellError, DeletionTime, EncodingStats, PathOrder, RangeTombstoneMarker, Reading, Row, Unfiltered};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Flow, ReadError, ReadErrorKind, Site};
use cqlite_schema::ColumnMap;

use super::slice::{Ends, SliceSide};
use super::{Slice, Sstable, SstableError, SstableErrorKind};

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    /// The head of a partition, or its end; a row that says nothing or is not in the slice.
    Nothing,
    Row,
    Marker,
}

/// Makes rows and markers of what the decoder shows, as Cassandra does when it reads them (`UnfilteredSerializer.deserialize`).
pub(super) struct RowBuilder<'s> {
    sstable: &'s Sstable,
    stats: &'s EncodingStats,
    clustering_types: &'s [CqlType],
    reading: Reading<'s>,
    /// How rows' columns are numbered, if it is not as in the SSTable.
    columns: Option<ColumnMap>,
    /// Between which ends rows and markers are wanted.
    ends: Ends,
    partition: u64,
    key: Vec<u8>,
    deletion: Option<DeletionTime>,
    read: Read,
    row: Row,
    marker: RangeTombstoneMarker,
    /// Of the row or marker at hand.
    begin: u64,
    is_static: bool,
    place: SliceSide,
    /// What is read is written anew from what rows know of.
    is_to_write: bool,
}

type Result<T = ()> = std::result::Result<T, SstableError>;

impl<'s> RowBuilder<'s> {
    pub(super) fn new(sstable: &'s Sstable) -> Self {
        let schema = sstable.schema();
        let has_counters =
            schema.static_columns.iter().chain(&schema.regular_columns).any(cqlite_schema::Column::is_counter);
        RowBuilder {
            sstable,
            stats: sstable.encoding_stats(),
            clustering_types: &sstable.header().clustering_types,
            reading: Reading::new(has_counters),
            columns: None,
            ends: Ends::default(),
            partition: 0,
            key: Vec::new(),
            deletion: None,
            read: Read::Nothing,
            row: Row::default(),
            marker: RangeTombstoneMarker::default(),
            begin: 0,
            is_static: false,
            place: SliceSide::Inside,
            is_to_write: false,
        }
    }

    /// Refuses values that rows do not know of: they would be lost where the rows are written.
    pub(super) fn set_to_write(&mut self) {
        self.is_to_write = true;
    }

    /// Refuses a value that would be lost.
    #[inline(always)]
    fn loses(&self, gained: Option<&'static Site>, at: u64) -> Result {
        match gained {
            Some(site) if self.is_to_write => Err(lost(at, site)),
            _ => Ok(()),
        }
    }

    /// What will be read is a part of the partition of a key: its head need not be read.
    pub(super) fn set_part(&mut self, partition: u64, key: &[u8], slice: &Slice) {
        self.partition = partition;
        self.key.extend_from_slice(key);
        self.ends = Ends::of(slice);
    }

    pub(super) fn set_columns(&mut self, columns: ColumnMap) {
        self.columns = Some(columns);
    }

    /// How rows number a column.
    #[inline(always)]
    fn number(&self, column: usize) -> usize {
        self.columns.as_ref().map_or(column, |map| map.index(self.is_static, column))
    }

    pub(super) fn set_deletion(&mut self, deletion: Option<DeletionTime>) {
        self.deletion = deletion;
    }

    pub(super) fn ends(&self) -> &Ends {
        &self.ends
    }

    /// Where what was read last is, seen from the slice.
    pub(super) fn place(&self) -> SliceSide {
        self.place
    }

    pub(super) fn has_read(&self) -> bool {
        self.read != Read::Nothing
    }

    /// Something else will be read.
    pub(super) fn begin(&mut self) {
        (self.read, self.place) = (Read::Nothing, SliceSide::Inside);
    }

    pub(super) fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.read {
            Read::Nothing => None,
            Read::Row => Some(Unfiltered::Row(&self.row)),
            Read::Marker => Some(Unfiltered::Marker(&self.marker)),
        }
    }

    pub(super) fn row_mut(&mut self) -> &mut Row {
        &mut self.row
    }

    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }

    pub(super) fn partition(&self) -> u64 {
        self.partition
    }

    /// Position of the row or marker at hand.
    pub(super) fn position(&self) -> u64 {
        self.begin
    }

    pub(super) fn deletion(&self) -> Option<DeletionTime> {
        self.deletion
    }
}

#[cold]
fn wrong(found: impl Into<String>, expected: &'static str, at: u64, site: &'static Site) -> SstableError {
    ReadError::new(ReadErrorKind::Invalid { found: found.into(), expected }, at, site).into()
}

#[cold]
fn lost(at: u64, site: &'static Site) -> SstableError {
    let path = format!("{}.{}", site.owner, site.field);
    SstableError::new(SstableErrorKind::Unkept).in_field(&path, Some(at))
}

#[cold]
fn wrong_cell(e: CellError, at: u64) -> SstableError {
    match e {
        CellError::Number(e) => e.at(at, CellRef::site()).into(),
        CellError::Value(e) => SstableError::new(SstableErrorKind::Value(e.to_string().into())),
        CellError::Order => {
            let found = "a cell out of order";
            wrong(found, "cells in the order of their paths", at, CellRef::site())
        }
    }
}

impl<'a> SstableDataVisitor<'a> for RowBuilder<'_> {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow> {
        self.loses(head.gained(), head.begin)?;
        self.partition = head.begin;
        self.key.clear();
        self.key.extend_from_slice(head.key.data);
        self.deletion = DeletionTime::of_partition(&head.deletion);
        Ok(Flow::Continue)
    }

    #[inline]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow> {
        self.loses(head.gained(), head.begin)?;
        self.begin = head.begin;
        self.is_static = head.is_static;
        self.reading.begin(head);
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow> {
        self.loses(head.gained(), head.begin)?;
        self.row.clear(head.is_static);
        if let Some(span) = &head.clustering {
            let gained = take(&mut self.row.clustering, PrefixKind::Clustering, span, self.clustering_types)?;
            self.loses(gained, head.begin)?;
            self.place = self.ends.place_of(&self.row.clustering, self.sstable.comparator());
        }
        // A lookup passes over many rows before the one it wants.
        Ok(if self.place == SliceSide::Inside { Flow::Continue } else { Flow::Skip })
    }

    #[inline]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow> {
        self.loses(head.gained(), head.begin)?;
        let found = self.reading.row_body(head, self.stats);
        self.row.set_head(found.map_err(|e| e.at(head.begin, RowBodyRef::site()))?);
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow> {
        self.loses(head.gained(), head.begin)?;
        let column = head.idx as usize;
        let columns = self.sstable.schema().columns(self.is_static);
        let order = || columns[column].cells().path_type().map(PathOrder::new);
        let found = self.reading.column(head, self.stats, order);
        if let Some(deletion) = found.map_err(|e| e.at(head.begin, ColumnDataRef::site()))? {
            self.row.push_column(self.number(column), deletion);
        }
        Ok(Flow::Continue)
    }

    #[inline]
    fn cell(&mut self, head: &CellRef<'a>) -> Result {
        self.loses(head.gained(), head.begin)?;
        let column = head.idx as usize;
        let (columns, number) = (self.sstable.schema().columns(self.is_static), self.number(column));
        self.reading.cell(
            head,
            self.stats,
            || columns[column].is_counter(),
            |e| wrong_cell(e, head.begin),
            |_, cell| {
                self.row.push_cell(number, cell);
                Ok(())
            },
        )
    }

    #[inline]
    fn end_row(&mut self) -> Result {
        self.read = if self.reading.is_empty() { Read::Nothing } else { Read::Row };
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow> {
        let (kind, values) = (head.bound.kind, &head.bound.values);
        if !self.reading.marker(head) {
            return Err(wrong(format!("{kind:?}"), "a bound, or a boundary among rows", head.begin, MarkerRef::site()));
        }
        let gained = take(&mut self.marker.bound, kind, values, self.clustering_types)?;
        self.loses(head.gained().or(gained), head.begin)?;
        self.place = self.ends.place_of(&self.marker.bound, self.sstable.comparator());
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result {
        self.loses(head.gained(), head.begin)?;
        let deletions = self.reading.marker_body(head, self.stats);
        self.marker.deletions = deletions.map_err(|e| e.at(head.begin, MarkerBodyRef::site()))?;
        Ok(())
    }

    fn end_marker(&mut self) -> Result {
        self.read = Read::Marker;
        Ok(())
    }
}

/// Fills a prefix with stored values; the first field of them that it does not know of.
#[inline]
fn take(
    to: &mut OwnedPrefix,
    kind: PrefixKind,
    span: &ClusteringValuesSpan<'_>,
    types: &[CqlType],
) -> Result<Option<&'static Site>> {
    struct Take<'p>(&'p mut OwnedPrefix, Option<&'static Site>);
    impl<'a> SstableCommonVisitor<'a> for Take<'_> {
        type Error = ReadError;

        #[inline]
        fn clustering_block(&mut self, head: &ClusteringBlockRef<'a>) -> std::result::Result<Flow, ReadError> {
            self.1 = self.1.or(head.gained());
            Ok(Flow::Continue)
        }

        #[inline]
        fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> std::result::Result<(), ReadError> {
            self.0.push(value_of(head));
            self.1 = self.1.or(head.gained());
            Ok(())
        }
    }
    to.clear(kind);
    let mut take = Take(to, None);
    span.visit(types, &mut take)?;
    Ok(take.1)
}

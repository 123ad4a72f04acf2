use cqlite_format::common::{ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor};
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_rows::clustering::{value_of, OwnedPrefix};
use cqlite_rows::{
    Cell, DeletionTime, EncodingStats, OpenDeletion, PathOrder, Paths, RangeTombstoneMarker, Row, RowHead, Unfiltered,
    NO_TIMESTAMP,
};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Flow, ReadError, ReadErrorKind, Site};
use cqlite_types::counter;

use super::{Sstable, SstableError, SstableErrorKind};

/// What was read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    /// The head of a partition, or its end.
    Nothing,
    Row,
    Marker,
}

/// Makes rows and markers of what the decoder shows, as Cassandra does when it reads them (`UnfilteredSerializer.deserialize`).
pub(super) struct RowBuilder<'s> {
    stats: &'s EncodingStats,
    clustering_types: &'s [CqlType],
    /// Of regular columns, of static ones.
    columns: [Vec<ColumnRules<'s>>; 2],
    partition: u64,
    key: Vec<u8>,
    deletion: Option<DeletionTime>,
    read: Read,
    row: Row,
    marker: RangeTombstoneMarker,
    /// Of the row or marker at hand.
    begin: u64,
    is_static: bool,
    is_shadowable: bool,
    head: RowHead,
    /// Of the column at hand.
    column_deletion: DeletionTime,
    paths: Paths<'s>,
}

/// What cells of a column are read by.
struct ColumnRules<'s> {
    path_order: Option<PathOrder<'s>>,
    is_counter: bool,
}

type Result<T = ()> = std::result::Result<T, SstableError>;

impl<'s> RowBuilder<'s> {
    pub(super) fn new(sstable: &'s Sstable) -> Self {
        let rules = |column: &'s cqlite_schema::Column| ColumnRules {
            path_order: column.cells().path_type().map(PathOrder::new),
            is_counter: column.is_counter(),
        };
        RowBuilder {
            stats: sstable.encoding_stats(),
            clustering_types: &sstable.header().clustering_types,
            columns: [false, true].map(|is_static| sstable.schema().columns(is_static).iter().map(rules).collect()),
            partition: 0,
            key: Vec::new(),
            deletion: None,
            read: Read::Nothing,
            row: Row::default(),
            marker: RangeTombstoneMarker::default(),
            begin: 0,
            is_static: false,
            is_shadowable: false,
            head: RowHead::NONE,
            column_deletion: DeletionTime::LIVE,
            paths: Paths::default(),
        }
    }

    /// Something else will be read.
    pub(super) fn begin(&mut self) {
        self.read = Read::Nothing;
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

impl<'a> SstableDataVisitor<'a> for RowBuilder<'_> {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow> {
        self.partition = head.begin;
        self.key.clear();
        self.key.extend_from_slice(head.key.data);
        self.deletion = DeletionTime::of_partition(&head.deletion);
        Ok(Flow::Continue)
    }

    #[inline]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow> {
        self.begin = head.begin;
        self.is_static = head.is_static;
        self.is_shadowable = head.has_shadowable_deletion();
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow> {
        self.row.clear(head.is_static);
        if let Some(span) = &head.clustering {
            take(&mut self.row.clustering, PrefixKind::Clustering, span, self.clustering_types)?;
        }
        Ok(Flow::Continue)
    }

    #[inline]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow> {
        self.head =
            RowHead::new(head, self.is_shadowable, self.stats).map_err(|e| e.at(head.begin, RowBodyRef::site()))?;
        self.row.set_head(&self.head);
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow> {
        if head.num_cells.is_none() {
            return Ok(Flow::Continue);
        }
        let column = head.idx as usize;
        self.column_deletion = DeletionTime::LIVE;
        self.paths.begin(self.columns[usize::from(self.is_static)][column].path_order);
        if let Some(deletion) = &head.complex_deletion {
            let deletion = DeletionTime::of_delta(deletion, self.stats);
            self.column_deletion = deletion.map_err(|e| e.at(head.begin, ColumnDataRef::site()))?;
            let is_any = |d: &DeletionTime| d.marked_for_delete_at != NO_TIMESTAMP;
            self.row.push_column(column, Some(self.column_deletion).filter(is_any));
        }
        Ok(Flow::Continue)
    }

    #[inline]
    fn cell(&mut self, head: &CellRef<'a>) -> Result {
        let at = |e: cqlite_rows::RowError| e.at(head.begin, CellRef::site());
        let cell = Cell::new(head, &self.head.stored, self.stats).map_err(at)?;
        let column = head.idx as usize;
        let rules = &self.columns[usize::from(self.is_static)][column];
        let counter = match rules.is_counter && Cell::may_count(head, &self.head.stored) {
            true => Some(counter::cleared(cell.value).map_err(|e| SstableErrorKind::Value(e.to_string().into()))),
            false => None,
        };
        let counter = counter.transpose().map_err(SstableError::new)?;
        let cell = Cell { value: counter.as_deref().unwrap_or(cell.value), ..cell };
        if self.head.deletes(cell.timestamp) {
            return Ok(());
        }
        if head.is_complex {
            match self.paths.follows(cell.path) {
                Ok(true) => {}
                Ok(false) => {
                    let found = "a cell that is not behind the one before it";
                    return Err(wrong(found, "cells in the order of their paths", head.begin, CellRef::site()));
                }
                Err(e) => return Err(SstableError::new(SstableErrorKind::Value(e.to_string().into()))),
            }
            if self.column_deletion.drops_cell(cell.timestamp) {
                return Ok(());
            }
        }
        self.row.push_cell(column, &cell);
        Ok(())
    }

    #[inline]
    fn end_row(&mut self) -> Result {
        self.read = Read::Row;
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow> {
        let (kind, values) = (head.bound.kind, &head.bound.values);
        if !RangeTombstoneMarker::can_be(kind, values.count as usize) {
            return Err(wrong(format!("{kind:?}"), "a bound, or a boundary among rows", head.begin, MarkerRef::site()));
        }
        take(&mut self.marker.bound, kind, values, self.clustering_types)?;
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result {
        let deletions = OpenDeletion::around(self.marker.kind(), head, self.stats);
        self.marker.deletions = deletions.map_err(|e| e.at(head.begin, MarkerBodyRef::site()))?;
        Ok(())
    }

    fn end_marker(&mut self) -> Result {
        self.read = Read::Marker;
        Ok(())
    }
}

/// Fills a prefix with stored values.
#[inline]
fn take(to: &mut OwnedPrefix, kind: PrefixKind, span: &ClusteringValuesSpan<'_>, types: &[CqlType]) -> Result {
    struct Take<'p>(&'p mut OwnedPrefix);
    impl<'a> SstableCommonVisitor<'a> for Take<'_> {
        type Error = ReadError;

        #[inline]
        fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> std::result::Result<(), ReadError> {
            self.0.push(value_of(head));
            Ok(())
        }
    }
    to.clear(kind);
    Ok(span.visit(types, &mut Take(to))?)
}

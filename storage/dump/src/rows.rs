//! From the decoder's events to what Cassandra would show, and on to an output.

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_runtime::Flow;
use cqlite_types::{counter, ValueError};

use crate::clustering::Clustering;
use crate::error::{DumpError, DumpErrorKind};
use crate::order::{KeyOrder, Seams, Side};
use crate::sink::Sink;
use crate::table::{Column, Table};
use cqlite_rows::{Cell, DeletionTime, Paths, RangeTombstoneMarker, RowError, RowHead, NO_TIMESTAMP};

pub(crate) type Result<T = ()> = std::result::Result<T, DumpError>;

/// Text of a dump in the making.
pub(crate) trait Output {
    /// The text so far.
    fn text(&mut self) -> &mut Vec<u8>;
    /// A partition begins; `begin` is its position.
    fn partition(&mut self, key: &[u8], begin: u64) -> Result;
    /// The rest of its head: the position after it and after the static row.
    fn partition_head(&mut self, position: u64, deletion: Option<DeletionTime>) -> Result;
    /// A partition ends.
    fn end_partition(&mut self);
    /// A row begins.
    fn row<V: Clustering>(&mut self, position: u64, clustering: Option<&V>) -> Result;
    /// The rest of its head.
    fn row_head(&mut self, head: &RowHead) -> Result;
    /// A column that is not simple begins, with its deletion unless it is LIVE.
    fn column(&mut self, column: usize, is_static: bool, deletion: Option<DeletionTime>) -> Result;
    /// A cell.
    fn cell(&mut self, column: usize, is_static: bool, cell: &Cell<'_>, head: &RowHead) -> Result;
    /// A row ends.
    fn end_row(&mut self);
    /// A row turns out to be empty; its text has been taken back. Whether it would have been the partition's first.
    fn drop_row(&mut self, is_first: bool);
    /// Where a bound of a range tombstone is.
    fn marker<V: Clustering>(&mut self, position: u64, kind: PrefixKind, clustering: &V) -> Result;
    /// The deletion that ends, or the only one, and that which starts.
    fn marker_body(&mut self, deletion: DeletionTime, start: Option<DeletionTime>) -> Result;
}

/// Where a cell is.
#[derive(Clone, Copy)]
struct Place {
    column: usize,
    /// It is one of several of its column.
    is_complex: bool,
    /// The value of a counter is a context.
    may_count: bool,
}

/// The visitor of the decoder.
pub(crate) struct Rows<'t, O, S> {
    table: &'t Table<'t>,
    pub(crate) output: O,
    pub(crate) sink: S,
    keys: KeyOrder<'t>,
    seams: &'t Seams,
    /// The next partition is the first one of a task.
    is_task_begin: bool,
    /// Position of the partition.
    begin: u64,
    partition_deletion: Option<DeletionTime>,
    /// What sstabledump would say that its position is: after what it has printed last.
    position: u64,
    /// Position after the row, the marker or the partition's head.
    end: u64,
    head: RowHead,
    is_static: bool,
    is_shadowable: bool,
    /// Length of the text before the row.
    before: usize,
    /// Length of the text up to the last row, marker or head of a partition that is whole.
    whole: usize,
    /// The head of the partition is whole, and its end has not come.
    is_open: bool,
    /// What is wrong with the row's clustering.
    pending: Option<DumpError>,
    /// The partition has shown no row or marker.
    is_first: bool,
    /// A cell or a column's deletion has been seen.
    has_columns: bool,
    /// The column that is not simple: its index once it has begun, cells older than this.
    begun: bool,
    column_deletion: DeletionTime,
    /// Paths of its cells.
    paths: Paths<'t>,
}

impl<'t, O: Output, S: Sink> Rows<'t, O, S> {
    pub(crate) fn new(table: &'t Table<'t>, seams: &'t Seams, output: O, sink: S) -> Self {
        Rows {
            table,
            output,
            sink,
            keys: KeyOrder::new(&table.schema.keys.partitioner),
            seams,
            is_task_begin: true,
            begin: 0,
            partition_deletion: None,
            position: 0,
            end: 0,
            head: RowHead::NONE,
            is_static: false,
            is_shadowable: false,
            before: 0,
            whole: 0,
            is_open: false,
            pending: None,
            is_first: true,
            has_columns: false,
            begun: false,
            column_deletion: DeletionTime::LIVE,
            paths: Paths::default(),
        }
    }

    #[cold]
    fn refused(&self, e: RowError) -> DumpError {
        self.wrong_number(e.what.name(), e.found)
    }

    #[cold]
    fn wrong_number(&self, what: &'static str, found: i64) -> DumpError {
        DumpError::new(DumpErrorKind::Number { partition: self.begin, what, found })
    }

    /// Whether the key is one of those left out.
    fn is_excluded(&self, key: &[u8]) -> Result<bool> {
        if self.table.excluded.is_empty() {
            return Ok(false);
        }
        let mut text = Vec::new();
        key_text(self.table, key, self.begin, &mut text)?;
        Ok(self.table.excluded.contains(&text))
    }

    /// A cell that may be a counter, whose value becomes another when it is read, even if the cell turns out to be deleted.
    #[inline(never)]
    fn counter_cell(&mut self, place: Place, cell: Cell<'_>) -> Result {
        let column = &self.table.columns(self.is_static)[place.column];
        if !(column.ty.is_counter() && place.may_count) {
            return self.any_cell(place, cell);
        }
        let counter = counter::cleared(cell.value).map_err(|e| column_error(self.begin, column, e))?;
        self.any_cell(place, Cell { value: &counter, ..cell })
    }

    #[inline(always)]
    fn any_cell(&mut self, place: Place, cell: Cell<'_>) -> Result {
        if self.head.deletes(cell.timestamp) {
            return Ok(());
        }
        self.has_columns = true;
        if place.is_complex {
            self.check_path(place.column, cell.path)?;
            if self.column_deletion.drops_cell(cell.timestamp) {
                return Ok(());
            }
            if !self.begun {
                self.begun = true;
                self.output.column(place.column, self.is_static, None)?;
            }
        }
        self.output.cell(place.column, self.is_static, &cell, &self.head)
    }

    /// The cells of a column stand in the order of their paths. Cassandra would sort them, and make one of those of the same path.
    #[inline(always)]
    fn check_path(&mut self, column: usize, path: &[u8]) -> Result {
        match self.paths.follows(path) {
            Ok(true) => Ok(()),
            wrong => Err(self.wrong_path(column, wrong.err())),
        }
    }

    #[cold]
    fn wrong_path(&self, column: usize, e: Option<ValueError>) -> DumpError {
        let column = &self.table.columns(self.is_static)[column];
        match e {
            Some(e) => column_error(self.begin, column, e),
            None => self
                .out_of_order(format!("the cells of the column {} are not in the order of their paths", column.name)),
        }
    }

    #[cold]
    fn out_of_order(&self, what: impl Into<String>) -> DumpError {
        DumpError::new(DumpErrorKind::Order { partition: self.begin, what: what.into() })
    }

    fn unordered(&self) -> DumpError {
        self.out_of_order("its key is not after the key of the partition before it")
    }

    fn seam(&self, position: u64, side: Side) -> Result {
        let Some(key) = self.keys.last() else { return Ok(()) };
        match self.seams.meet(&self.table.schema.keys.partitioner, position, side, key) {
            true => Ok(()),
            false => Err(self.unordered()),
        }
    }

    /// A task has ended. Gives the position after the last partition, if it was not passed over.
    pub(crate) fn end(&mut self) -> Result<u64> {
        // One byte ends a partition.
        let end = self.end + 1;
        self.is_task_begin = true;
        self.seam(end, Side::Before)?;
        Ok(end)
    }

    /// A marker or row is done, up to a position.
    #[inline]
    fn done(&mut self, position: u64) -> Result {
        self.position = position;
        self.is_first = false;
        self.is_open = true;
        self.text_done()
    }

    /// The text is whole.
    #[inline]
    fn text_done(&mut self) -> Result {
        let done = self.sink.done(self.position, self.output.text());
        self.whole = self.output.text().len();
        done
    }

    /// Something has failed: leaves the text of what had been read whole before. A partition is ended behind its last row that was, as by
    /// sstabledump, whose JSON closes what is open when an exception ends it.
    pub(crate) fn break_off(&mut self) {
        self.output.text().truncate(self.whole);
        if self.is_open {
            self.output.drop_row(self.is_first);
            self.output.end_partition();
        }
    }
}

impl<'a, O: Output, S: Sink> SstableDataVisitor<'a> for Rows<'_, O, S> {
    type Error = DumpError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow> {
        self.begin = head.begin;
        self.is_first = true;
        self.end = head.rest.offset();
        if self.table.schema.keys.has_order() && !self.keys.follows(head.key.data) {
            return Err(self.unordered());
        }
        if self.is_task_begin {
            self.is_task_begin = false;
            self.seam(self.begin, Side::Behind)?;
        }
        if self.is_excluded(head.key.data)? {
            return Ok(Flow::Skip);
        }
        self.output.partition(head.key.data, head.begin)?;
        self.partition_deletion = DeletionTime::of_partition(&head.deletion);
        // The head of one with a static row is printed with that.
        if !self.table.has_static_columns() {
            self.position = self.end;
            self.output.partition_head(self.position, self.partition_deletion)?;
            self.is_open = true;
            self.whole = self.output.text().len();
        }
        Ok(Flow::Continue)
    }

    fn end_partition(&mut self) -> Result {
        self.output.end_partition();
        self.is_open = false;
        self.text_done()
    }

    #[inline]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow> {
        self.is_shadowable = head.has_shadowable_deletion();
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow> {
        self.end = head.rest.offset();
        self.is_static = head.is_static;
        self.has_columns = false;
        if head.is_static {
            // Cassandra has read the static row before it says where it is.
            self.position = self.end;
            self.output.partition_head(self.position, self.partition_deletion)?;
        }
        self.before = self.output.text().len();
        // Cassandra does not look at the clustering of a row that turns out to be empty.
        self.pending = self.output.row(self.position, head.clustering.as_ref()).err();
        Ok(Flow::Continue)
    }

    #[inline]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow> {
        self.head = RowHead::new(head, self.is_shadowable, &self.table.stats).map_err(|e| self.refused(e))?;
        self.output.row_head(&self.head)?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow> {
        if head.num_cells.is_none() {
            return Ok(Flow::Continue);
        }
        self.begun = false;
        self.column_deletion = DeletionTime::LIVE;
        self.paths.begin(self.table.columns(self.is_static)[head.idx as usize].path_order);
        if let Some(deletion) = &head.complex_deletion {
            let deletion = DeletionTime::of_delta(deletion, &self.table.stats).map_err(|e| self.refused(e))?;
            self.has_columns = true;
            self.begun = true;
            self.column_deletion = deletion;
            let deletion = Some(deletion).filter(|d| d.marked_for_delete_at != NO_TIMESTAMP);
            self.output.column(head.idx as usize, self.is_static, deletion)?;
        }
        Ok(Flow::Continue)
    }

    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result {
        let cell = Cell::new(head, &self.head.stored, &self.table.stats).map_err(|e| self.refused(e))?;
        let may_count = self.table.has_counters && Cell::may_count(head, &self.head.stored);
        let place = Place { column: head.idx as usize, is_complex: head.is_complex, may_count };
        // By value, so that the usual cell need not be in memory.
        if may_count {
            self.counter_cell(place, cell)
        } else {
            self.any_cell(place, cell)
        }
    }

    #[inline]
    fn end_row(&mut self) -> Result {
        if !self.has_columns && self.head.liveness.is_empty() && self.head.deletion.is_none() {
            // Cassandra passes over empty rows and stays where it was.
            self.output.text().truncate(self.before);
            self.output.drop_row(self.is_first);
            self.is_open = true;
            self.whole = self.before;
            return Ok(());
        }
        if let Some(e) = self.pending.take() {
            return Err(e);
        }
        self.output.end_row();
        self.done(self.end)
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow> {
        self.end = head.rest.offset();
        let kind = head.bound.kind;
        if !RangeTombstoneMarker::can_be(kind, head.bound.values.count as usize) {
            return Err(self.wrong_number("the kind of a range tombstone's bound", kind as i64));
        }
        self.output.marker(self.position, head.bound.kind, &head.bound.values)?;
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result {
        let deletion = DeletionTime::of_delta(&head.deletion, &self.table.stats).map_err(|e| self.refused(e))?;
        let start = match &head.start_deletion {
            Some(start) => Some(DeletionTime::of_delta(start, &self.table.stats).map_err(|e| self.refused(e))?),
            None => None,
        };
        self.output.marker_body(deletion, start)?;
        self.done(self.end)
    }
}

/// Text of a partition key.
pub(crate) fn key_text(table: &Table<'_>, key: &[u8], begin: u64, out: &mut Vec<u8>) -> Result {
    cqlite_types::text::write(table.key_type, key, out)
        .map_err(|source| value_error(begin, "partition key".into(), source))
}

/// A value that has no text.
#[cold]
pub(crate) fn value_error(partition: u64, what: String, source: cqlite_types::ValueError) -> DumpError {
    DumpError::new(DumpErrorKind::Value { partition, what, source })
}

/// The column of a cell, in errors.
#[cold]
pub(crate) fn column_error(partition: u64, column: &Column<'_>, source: cqlite_types::ValueError) -> DumpError {
    value_error(partition, format!("column {}", column.name), source)
}

/// A time that has no text.
#[cold]
pub(crate) fn time_error(partition: u64, found: i64) -> DumpError {
    DumpError::new(DumpErrorKind::Number { partition, what: "a time", found })
}

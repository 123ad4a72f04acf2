//! From the decoder's events to what Cassandra would show, and on to an output.

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_runtime::Flow;

use crate::clustering::Clustering;
use crate::error::{DumpError, DumpErrorKind};
use crate::order::{KeyOrder, Seams, Side};
use crate::sink::Sink;
use crate::table::{Column, Table};
use cqlite_rows::{Cell, CellError, DeletionTime, Reading, RowError, RowHead};

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
    reading: Reading<'t>,
    is_static: bool,
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
    /// The column that is not simple has begun.
    begun: bool,
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
            reading: Reading::new(table.has_counters),
            is_static: false,
            before: 0,
            whole: 0,
            is_open: false,
            pending: None,
            is_first: true,
            begun: false,
        }
    }

    #[cold]
    fn refused(&self, e: RowError) -> DumpError {
        refused(self.begin, e)
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

    fn unordered(&self) -> DumpError {
        out_of_order(self.begin, "its key is not after the key of the partition before it")
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
        self.reading.begin(head);
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow> {
        self.end = head.rest.offset();
        self.is_static = head.is_static;
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
        let begin = self.begin;
        let head = self.reading.row_body(head, &self.table.stats).map_err(|e| refused(begin, e))?;
        self.output.row_head(head)?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow> {
        let (table, begin) = (self.table, self.begin);
        let column = head.idx as usize;
        let order = || table.columns(self.is_static)[column].path_order;
        let found = self.reading.column(head, &table.stats, order).map_err(|e| refused(begin, e))?;
        self.begun = found.is_some();
        if let Some(deletion) = found {
            self.output.column(column, self.is_static, deletion)?;
        }
        Ok(Flow::Continue)
    }

    #[inline(always)]
    fn cell(&mut self, head: &CellRef<'a>) -> Result {
        let Rows { table, output, reading, begin, is_static, begun, .. } = self;
        let (table, begin, is_static) = (*table, *begin, *is_static);
        let (column, is_complex) = (head.idx as usize, head.is_complex);
        let of = || &table.columns(is_static)[column];
        reading.cell(
            head,
            &table.stats,
            || of().ty.is_counter(),
            |e| wrong_cell(begin, of(), e),
            |head, cell| {
                if is_complex && !*begun {
                    *begun = true;
                    output.column(column, is_static, None)?;
                }
                output.cell(column, is_static, cell, head)
            },
        )
    }

    #[inline]
    fn end_row(&mut self) -> Result {
        if self.reading.is_empty() {
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
        if !self.reading.marker(head) {
            let kind = head.bound.kind as i64;
            return Err(wrong_number(self.begin, "the kind of a range tombstone's bound", kind));
        }
        self.output.marker(self.position, head.bound.kind, &head.bound.values)?;
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result {
        let deletions = self.reading.marker_body(head, &self.table.stats).map_err(|e| self.refused(e))?;
        if let Some((deletion, start)) = deletions.stored() {
            self.output.marker_body(deletion, start)?;
        }
        self.done(self.end)
    }
}

/// Text of a partition key.
pub(crate) fn key_text(table: &Table<'_>, key: &[u8], begin: u64, out: &mut Vec<u8>) -> Result {
    cqlite_types::text::write(table.key_type, key, out)
        .map_err(|source| value_error(begin, "partition key".into(), source))
}

#[cold]
fn wrong_cell(partition: u64, column: &Column<'_>, e: CellError) -> DumpError {
    match e {
        CellError::Number(e) => refused(partition, e),
        CellError::Value(e) => column_error(partition, column, e),
        CellError::Order => {
            let what = format!("the cells of the column {} are not in the order of their paths", column.name);
            out_of_order(partition, what)
        }
    }
}

#[cold]
fn refused(partition: u64, e: RowError) -> DumpError {
    wrong_number(partition, e.what.name(), e.found)
}

#[cold]
fn wrong_number(partition: u64, what: &'static str, found: i64) -> DumpError {
    DumpError::new(DumpErrorKind::Number { partition, what, found })
}

#[cold]
fn out_of_order(partition: u64, what: impl Into<String>) -> DumpError {
    DumpError::new(DumpErrorKind::Order { partition, what: what.into() })
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

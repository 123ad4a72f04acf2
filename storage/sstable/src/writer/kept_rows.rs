use cqlite_format::common::{
    ClusteringBlockRef, ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor,
};
use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_rows::clustering::{value_of, OwnedPrefix};
use cqlite_rows::{AsWritten, DeletionTime, EncodingStats, OpenRange, PathOrder, Reading, RowHead};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Flow, ReadError};

use super::derived::Derived;
use super::{RebuildError, Target, WriteError};
use crate::compress::ChunkError;
use crate::descriptor::Component;
use crate::reader::ScanError;
use crate::{Sstable, SstableError};

/// Why rows are not kept as they are.
#[derive(Debug)]
pub(super) enum Stop {
    /// The bytes are not what the specification says, or end too early.
    Bytes(ReadError),
    /// A chunk is damaged, what was read would be written otherwise, or is out of order.
    Misfit,
    /// The store fails.
    Store(ChunkError),
    /// What is derived cannot be written.
    Write(WriteError),
    /// The caller wants no more.
    Cancelled,
}

impl Stop {
    /// As an error of what was to be made of an SSTable.
    pub(super) fn of(self, sstable: &Sstable) -> RebuildError {
        match self {
            Stop::Bytes(_) | Stop::Misfit => RebuildError::NotAsWritten,
            Stop::Store(e) => RebuildError::Read(sstable.error_in(&Component::Data, e)),
            Stop::Write(e) => RebuildError::Write(e),
            Stop::Cancelled => RebuildError::Cancelled,
        }
    }
}

impl From<ReadError> for Stop {
    fn from(e: ReadError) -> Self {
        Stop::Bytes(e)
    }
}

impl From<ChunkError> for Stop {
    #[cold]
    fn from(e: ChunkError) -> Self {
        match e {
            ChunkError::Io { .. } => Stop::Store(e),
            _ => Stop::Misfit,
        }
    }
}

impl From<SstableError> for Stop {
    #[cold]
    fn from(_: SstableError) -> Self {
        Stop::Misfit
    }
}

impl From<WriteError> for Stop {
    #[cold]
    fn from(e: WriteError) -> Self {
        match e {
            WriteError::Io(_) => Stop::Write(e),
            _ => Stop::Misfit,
        }
    }
}

impl ScanError for Stop {
    fn read_error(&self) -> Option<&ReadError> {
        match self {
            Stop::Bytes(e) => Some(e),
            _ => None,
        }
    }
}

type Result<T = ()> = std::result::Result<T, Stop>;

/// Who is told how far the scan is, and says whether to go on.
pub(super) type GoOn<'g> = dyn FnMut(u64) -> bool + 'g;

/// Rows and markers between two times that it is asked.
const STRETCH: u32 = 256;

/// Whether the rows of an SSTable can stay as they are stored, seen from its header: it is of the same version and has the same columns as
/// what is written, and no counters, which may become others when they are read.
pub(super) fn can_be_kept(sstable: &Sstable, target: &Target) -> bool {
    let (own, other) = (sstable.schema(), target.schema());
    let mut columns = own.static_columns.iter().chain(&own.regular_columns);
    sstable.version() == target.version()
        && *sstable.encoding_stats() == target.table.encoding_stats
        && own.keys.partitioner.name() == other.keys.partitioner.name()
        && own.keys.key_type == other.keys.key_type
        && own.clustering == other.clustering
        && own.static_columns == other.static_columns
        && own.regular_columns == other.regular_columns
        && !sstable.version().may_order_empty_values_first()
        && !columns.any(cqlite_schema::Column::is_counter)
}

/// Goes through rows that stay as they are stored: checks them as a reader does who makes rows of them, sees that they would be stored so, and
/// derives from them what stands beside Data.db.
pub(super) struct KeptRows<'t, 's, 'g, W> {
    sstable: &'s Sstable,
    stats: &'s EncodingStats,
    clustering_types: &'s [CqlType],
    derived: Derived<'t, W>,
    reading: Reading<'s>,
    as_written: AsWritten,
    go_on: &'g mut GoOn<'g>,
    /// Rows and markers before it is asked again.
    left: u32,
    /// Where the partition begins, if there is one.
    partition: Option<u64>,
    /// Where its rows and markers end; known with their end's mark.
    rows_end: u64,
    /// Nothing of the partition but its head and static row has come.
    is_at_head: bool,
    /// Where the row or marker at hand begins.
    begin: u64,
    is_static: bool,
    /// Columns with cells of the row at hand.
    columns_set: u64,
    open: OpenRange,
    prefix: OwnedPrefix,
    /// The clustering of a row has been taken into account.
    has_clustering: bool,
}

impl<'t, 's, 'g, W: std::io::Write> KeptRows<'t, 's, 'g, W> {
    /// Those of an SSTable without counters.
    pub(super) fn new(sstable: &'s Sstable, derived: Derived<'t, W>, go_on: &'g mut GoOn<'g>) -> Self {
        KeptRows {
            sstable,
            stats: sstable.encoding_stats(),
            clustering_types: &sstable.header().clustering_types,
            derived,
            reading: Reading::new(false),
            as_written: AsWritten::new(sstable.version(), *sstable.encoding_stats()),
            go_on,
            left: 1,
            partition: None,
            rows_end: 0,
            is_at_head: true,
            begin: 0,
            is_static: false,
            columns_set: 0,
            open: OpenRange::default(),
            prefix: OwnedPrefix::default(),
            has_clustering: false,
        }
    }

    /// Reads all of them.
    pub(super) fn read(mut self) -> Result<Derived<'t, W>> {
        self.sstable.scan_all(&mut self)?;
        self.end_partition(self.sstable.data().len())?;
        Ok(self.derived)
    }

    fn end_partition(&mut self, end: u64) -> Result {
        if self.partition.take().is_some() {
            fits(self.open.end().is_none())?;
            self.derived.end_partition(self.rows_end, end)?;
        }
        Ok(())
    }

    fn look(&mut self) -> Result {
        self.left -= 1;
        if self.left == 0 {
            self.left = STRETCH;
            if !(self.go_on)(self.begin) {
                return Err(Stop::Cancelled);
            }
        }
        Ok(())
    }

    fn prefix(&mut self, kind: PrefixKind, span: &ClusteringValuesSpan<'_>) -> Result {
        self.prefix.clear(kind);
        span.visit(self.clustering_types, &mut Take(&mut self.prefix))?;
        self.derived.unfiltered(&self.prefix, self.begin)?;
        self.derived.statistics.clustering(&self.prefix, self.sstable.comparator(), self.partition.unwrap_or(0));
        Ok(())
    }
}

/// Takes the values of a clustering or a bound.
struct Take<'p>(&'p mut OwnedPrefix);

impl<'a> SstableCommonVisitor<'a> for Take<'_> {
    type Error = Stop;

    #[inline]
    fn clustering_block(&mut self, head: &ClusteringBlockRef<'a>) -> Result<Flow> {
        fits(head.stray_bits == 0)?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result {
        self.0.push(value_of(head));
        fits(!(head.is_null && head.is_unknown_kind))
    }
}

#[inline]
fn fits(is_so: bool) -> Result {
    if is_so {
        Ok(())
    } else {
        Err(Stop::Misfit)
    }
}

impl<'a, W: std::io::Write> SstableDataVisitor<'a> for KeptRows<'_, '_, '_, W> {
    type Error = Stop;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow> {
        self.end_partition(head.begin)?;
        let deletion = DeletionTime::of_partition(&head.deletion);
        fits(self.as_written.partition(head, deletion))?;
        self.derived.partition(head.key.data, deletion, None, head.begin)?;
        (self.partition, self.is_at_head) = (Some(head.begin), true);
        Ok(Flow::Continue)
    }

    #[inline]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow> {
        fits(self.as_written.unfiltered(head))?;
        (self.begin, self.is_static) = (head.begin, head.is_static);
        if self.is_at_head && !head.is_static {
            self.is_at_head = false;
            self.derived.rows_begin(head.begin);
        }
        if head.is_end {
            self.rows_end = head.begin;
            return Ok(Flow::Continue);
        }
        self.columns_set = 0;
        self.reading.begin(head);
        self.look()?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow> {
        match &head.clustering {
            // Without clustering columns all rows have the same one: that of a partition's only row.
            Some(_) if self.clustering_types.is_empty() && self.has_clustering => {
                self.prefix.clear(PrefixKind::Clustering);
                self.derived.unfiltered(&self.prefix, self.begin)?;
            }
            Some(span) => {
                self.prefix(PrefixKind::Clustering, span)?;
                self.has_clustering = true;
            }
            None => {}
        }
        Ok(Flow::Continue)
    }

    #[inline]
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow> {
        let Ok(row) = self.reading.row_body(head, self.stats) else { return Err(Stop::Misfit) };
        fits(self.as_written.row(head, row))?;
        let RowHead { liveness, deletion, .. } = row;
        let (statistics, at) = (&mut self.derived.statistics, self.partition.unwrap_or(0));
        statistics.liveness(liveness, at);
        deletion.iter().for_each(|deletion| statistics.deletion(*deletion, at));
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow> {
        let column = head.idx as usize;
        let columns = self.sstable.schema().columns(self.is_static);
        let order = || columns[column].cells().path_type().map(PathOrder::new);
        let Ok(found) = self.reading.column(head, self.stats, order) else { return Err(Stop::Misfit) };
        // A column of one cell is counted with that.
        let Some(num_cells) = head.num_cells else { return Ok(Flow::Continue) };
        // One of several without a cell or a deletion is none.
        fits(num_cells > 0 || found.is_some())?;
        let deletion = found.flatten();
        fits(self.as_written.column(head, deletion))?;
        self.columns_set += u64::from(num_cells > 0);
        if let Some(deletion) = deletion {
            self.derived.statistics.deletion(deletion, self.partition.unwrap_or(0));
        }
        Ok(Flow::Continue)
    }

    #[inline]
    fn cell(&mut self, head: &CellRef<'a>) -> Result {
        let (statistics, at) = (&mut self.derived.statistics, self.partition.unwrap_or(0));
        let (as_written, mut is_kept) = (&mut self.as_written, false);
        self.columns_set += u64::from(!head.is_complex);
        self.reading.cell(
            head,
            self.stats,
            || false,
            |_| Stop::Misfit,
            |_, cell| {
                is_kept = as_written.cell(head, cell);
                statistics.cells += 1;
                statistics.cell(cell, at);
                Ok(())
            },
        )?;
        // Of a deleted cell with a value nothing would be changed, but none is ever written.
        fits(is_kept & (!head.is_deleted() | head.has_empty_value()))
    }

    #[inline]
    fn end_row(&mut self) -> Result {
        // A static row that says nothing is stored, and counts for nothing.
        if self.reading.is_empty() {
            return fits(self.as_written.end_empty_row());
        }
        fits(self.as_written.end_row(self.sstable.schema().columns(self.is_static).len()))?;
        self.derived.statistics.row_ends(self.columns_set);
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow> {
        fits(self.reading.marker(head))?;
        self.prefix(head.bound.kind, &head.bound.values)?;
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result {
        let Ok(deletions) = self.reading.marker_body(head, self.stats) else { return Err(Stop::Misfit) };
        fits(self.as_written.marker(head, &deletions))?;
        let (statistics, at) = (&mut self.derived.statistics, self.partition.unwrap_or(0));
        [deletions.before, deletions.after].into_iter().flatten().for_each(|d| statistics.deletion(d, at));
        fits(self.open.pass(&deletions).is_none())?;
        self.derived.open = deletions.after;
        Ok(())
    }
}

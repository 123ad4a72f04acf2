//! Whether what is stored is what would be stored of what has been read.

use cqlite_format::data::{
    CellParts, CellRef, ColumnDataRef, MarkerBodyParts, MarkerBodyRef, PartitionParts, PartitionRef, RowBodyParts,
    RowBodyRef, UnfilteredParts, UnfilteredRef,
};
use cqlite_format::version::SstableVersion;

use crate::writing::{cell_parts, column_parts, marker_parts, partition_parts, row_parts, unfiltered_parts, Times};
use crate::{Cell, DeletionTime, EncodingStats, LivenessInfo, OpenDeletion, RowHead};

/// Compares stored rows and markers with what [`RowWriter`](crate::RowWriter) would store of them once they have been read, in the same version
/// and relative to the same numbers. Each asks whether they are the same.
///
/// What is pushed of what was read goes over what is pushed of the stored head, by the writer's own functions: all that the head has is compared, be it of a
/// version that nobody knew of when this was written, and what rows do not know of stays as it is stored.
///
/// How numbers of no fixed length are spelt is not looked at: there are longer ways than the one that Cassandra and this library write.
#[derive(Debug, Clone, Copy)]
pub struct AsWritten {
    version: SstableVersion,
    times: Times,
    /// Where the row or marker at hand begins, and the one before it, or the partition.
    begin: u64,
    before: u64,
    /// What the row or marker at hand begins with.
    unfiltered: UnfilteredParts,
    /// It says that columns have deletions.
    has_column_deletions: bool,
    /// The row has such a column.
    is_column_deleted: bool,
    /// How many columns the row has; it does not say of each whether it has it.
    columns: Option<usize>,
    liveness: LivenessInfo,
}

impl AsWritten {
    /// For what is stored relative to these.
    #[must_use]
    pub fn new(version: SstableVersion, stats: EncodingStats) -> Self {
        AsWritten {
            version,
            times: Times::new(version, stats),
            begin: 0,
            before: 0,
            unfiltered: UnfilteredParts::default(),
            has_column_deletions: false,
            is_column_deleted: false,
            columns: None,
            liveness: LivenessInfo::EMPTY,
        }
    }

    /// The head of a partition with a deletion.
    #[must_use]
    pub fn partition(&mut self, head: &PartitionRef<'_>, deletion: Option<DeletionTime>) -> bool {
        self.before = head.begin;
        let found = PartitionParts::from(head);
        // One that is LIVE tells of no times.
        deletion.is_none_or(|deletion| {
            let own = partition_parts(head.key.data, deletion, self.version, &self.times, found);
            own.is_ok_and(|own| own == found)
        })
    }

    /// What begins a row, a marker or the end of a partition: flags that it has to have, and no others.
    #[inline]
    #[must_use]
    pub fn unfiltered(&mut self, head: &UnfilteredRef<'_>) -> bool {
        self.begin = head.begin;
        self.unfiltered = head.into();
        (self.has_column_deletions, self.is_column_deleted) = (head.has_complex_deletion(), false);
        let is_row = !(head.is_end | head.is_marker);
        !head.has_stray_bits() & (is_row || unfiltered_parts(false, false, self.unfiltered) == self.unfiltered)
    }

    /// What stands above the cells of a row.
    #[inline]
    #[must_use]
    pub fn row(&mut self, body: &RowBodyRef<'_>, row: &RowHead) -> bool {
        self.liveness = row.liveness;
        // All columns are told by a flag.
        self.columns = body.subset.as_ref().map(|_| 0);
        let (found, begins) = (RowBodyParts::from(body), self.unfiltered);
        self.is_behind(body.prev_len)
            && unfiltered_parts(begins.marks_static_row, row.is_shadowable && row.deletion.is_some(), begins) == begins
            && row_parts(&row.liveness, row.deletion, &self.times, found).is_ok_and(|own| own == found)
    }

    /// How far back the row or marker before begins: of a static row nowhere.
    fn is_behind(&self, found: u64) -> bool {
        found == if self.unfiltered.marks_static_row { 0 } else { self.begin - self.before }
    }

    /// What stands above the cells of a column of several ones, and its deletion, which is none if only others of the row have one.
    #[must_use]
    pub fn column(&mut self, head: &ColumnDataRef<'_>, deletion: Option<DeletionTime>) -> bool {
        self.is_column_deleted |= deletion.is_some();
        self.has_column();
        let found = head.into();
        column_parts(deletion, true, self.has_column_deletions, &self.times, found).is_ok_and(|own| own == found)
    }

    #[inline(always)]
    fn has_column(&mut self) {
        self.columns = self.columns.map(|columns| columns + 1);
    }

    /// A cell.
    #[inline(always)]
    #[must_use]
    pub fn cell(&mut self, head: &CellRef<'_>, cell: &Cell<'_>) -> bool {
        if !head.is_complex {
            self.has_column();
        }
        let found = CellParts::from(head);
        cell_parts(cell, head.is_complex, &self.liveness, &self.times, found).is_ok_and(|own| own == found)
    }

    /// The end of a row, of so many columns of the table.
    #[must_use]
    pub fn end_row(&mut self, columns: usize) -> bool {
        if !self.unfiltered.marks_static_row {
            self.before = self.begin;
        }
        self.columns != Some(columns) && self.has_column_deletions == self.is_column_deleted
    }

    /// The end of a static row that says nothing.
    #[must_use]
    pub fn end_empty_row(&self) -> bool {
        self.unfiltered.marks_static_row && !self.has_column_deletions
    }

    /// The deletions of a marker.
    #[must_use]
    pub fn marker(&mut self, body: &MarkerBodyRef<'_>, deletions: &OpenDeletion) -> bool {
        let is_behind = self.is_behind(body.prev_len);
        self.before = self.begin;
        let (Some((deletion, start)), found) = (deletions.stored(), MarkerBodyParts::from(body)) else { return false };
        is_behind && marker_parts(deletion, start, &self.times, found).is_ok_and(|own| own == found)
    }
}

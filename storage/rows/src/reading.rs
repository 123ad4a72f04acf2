//! From stored rows to those that Cassandra has read.

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, RowBodyRef, UnfilteredRef};
use cqlite_types::{counter, ValueError};

use crate::row::says_nothing;
use crate::{
    Cell, DeletionTime, EncodingStats, OpenDeletion, PathOrder, Paths, RangeTombstoneMarker, RowError, RowHead,
    NO_TIMESTAMP,
};

/// What Cassandra makes of a row or marker while it reads it, given its parts in their order: cells that are deleted are
/// left out, counters are cleared of what is local, paths have to be in order.
///
/// Reference: `UnfilteredSerializer.deserializeRowBody`, `BTreeRow.Builder`.
#[derive(Debug)]
pub struct Reading<'t> {
    head: RowHead,
    is_shadowable: bool,
    /// The table has counters.
    has_counters: bool,
    /// A cell or a column's deletion has been seen.
    has_columns: bool,
    /// Of the column at hand: cells older than this are dropped.
    column_deletion: DeletionTime,
    /// The paths of its cells.
    paths: Paths<'t>,
    /// Of the marker at hand.
    marker: PrefixKind,
}

/// Why Cassandra does not read a cell.
#[derive(Debug, Clone)]
pub enum CellError {
    /// A number that it refuses.
    Number(RowError),
    /// A path or a counter that is no value of its type.
    Value(ValueError),
    /// Cells of a column that are not in the order of their paths. Cassandra would sort them, and make one of those of the same path.
    Order,
}

impl<'t> Reading<'t> {
    /// Before the first row. `has_counters`: a column of the table may be one of counters.
    #[must_use]
    pub fn new(has_counters: bool) -> Self {
        Reading {
            head: RowHead::NONE,
            is_shadowable: false,
            has_counters,
            has_columns: false,
            column_deletion: DeletionTime::LIVE,
            paths: Paths::default(),
            marker: PrefixKind::Clustering,
        }
    }

    /// A row or marker begins.
    #[inline]
    pub fn begin(&mut self, head: &UnfilteredRef<'_>) {
        self.is_shadowable = head.has_shadowable_deletion();
        self.has_columns = false;
    }

    /// What stands above the cells.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    #[inline]
    pub fn row_body(&mut self, head: &RowBodyRef<'_>, stats: &EncodingStats) -> Result<&RowHead, RowError> {
        self.head = RowHead::new(head, self.is_shadowable, stats)?;
        Ok(&self.head)
    }

    /// A column begins. Its deletion is given, unless that is LIVE, if the row has the column even without a cell; `order` is asked for
    /// the order of the paths of a column of several cells.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    #[inline]
    pub fn column(
        &mut self,
        head: &ColumnDataRef<'_>,
        stats: &EncodingStats,
        order: impl FnOnce() -> Option<PathOrder<'t>>,
    ) -> Result<Option<Option<DeletionTime>>, RowError> {
        if head.num_cells.is_none() {
            return Ok(None);
        }
        self.column_deletion = DeletionTime::LIVE;
        self.paths.begin(order());
        let Some(deletion) = &head.complex_deletion else { return Ok(None) };
        self.column_deletion = DeletionTime::of_delta(deletion, stats)?;
        self.has_columns = true;
        Ok(Some(Some(self.column_deletion).filter(|d| d.marked_for_delete_at != NO_TIMESTAMP)))
    }

    /// Gives a cell to `keep`, unless the row has it no longer. `is_counter` says whether its column is one of counters, `refuse` makes
    /// an error of what is wrong with it.
    ///
    /// # Errors
    /// What is wrong with the cell, or what `keep` says.
    #[inline(always)]
    pub fn cell<E>(
        &mut self,
        head: &CellRef<'_>,
        stats: &EncodingStats,
        is_counter: impl FnOnce() -> bool,
        refuse: impl FnOnce(CellError) -> E,
        keep: impl FnOnce(&RowHead, &Cell<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let cell = match Cell::new(head, &self.head.stored, stats) {
            Ok(cell) => cell,
            Err(e) => return Err(refuse(CellError::Number(e))),
        };
        // By value, so that the usual cell need not be in memory.
        if self.has_counters && Cell::may_count(head, &self.head.stored) {
            self.counter(head.is_complex, cell, is_counter, refuse, keep)
        } else {
            self.any_cell(head.is_complex, cell, refuse, keep)
        }
    }

    /// A cell that may be a counter, whose value becomes another when it is read, even if the cell turns out to be deleted.
    #[inline(never)]
    fn counter<E>(
        &mut self,
        is_complex: bool,
        cell: Cell<'_>,
        is_counter: impl FnOnce() -> bool,
        refuse: impl FnOnce(CellError) -> E,
        keep: impl FnOnce(&RowHead, &Cell<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        if !is_counter() {
            return self.any_cell(is_complex, cell, refuse, keep);
        }
        match counter::cleared(cell.value) {
            Ok(value) => self.any_cell(is_complex, Cell { value: &value, ..cell }, refuse, keep),
            Err(e) => Err(refuse(CellError::Value(e))),
        }
    }

    #[inline(always)]
    fn any_cell<E>(
        &mut self,
        is_complex: bool,
        cell: Cell<'_>,
        refuse: impl FnOnce(CellError) -> E,
        keep: impl FnOnce(&RowHead, &Cell<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.head.deletes(cell.timestamp) {
            return Ok(());
        }
        self.has_columns = true;
        if is_complex {
            match self.paths.follows(cell.path) {
                Ok(true) => {}
                Ok(false) => return Err(refuse(CellError::Order)),
                Err(e) => return Err(refuse(CellError::Value(e))),
            }
            if self.column_deletion.drops_cell(cell.timestamp) {
                return Ok(());
            }
        }
        keep(&self.head, &cell)
    }

    /// Whether the row that has ended says nothing: such rows Cassandra passes over.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        says_nothing(&self.head.liveness, self.head.deletion.is_some(), self.has_columns)
    }

    /// A marker begins. Whether there can be one of its kind.
    pub fn marker(&mut self, head: &MarkerRef<'_>) -> bool {
        self.marker = head.bound.kind;
        RangeTombstoneMarker::can_be(self.marker, head.bound.values.count as usize)
    }

    /// The deletions that are open before the marker and after it.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    pub fn marker_body(&self, head: &MarkerBodyRef<'_>, stats: &EncodingStats) -> Result<OpenDeletion, RowError> {
        OpenDeletion::around(self.marker, head, stats)
    }
}

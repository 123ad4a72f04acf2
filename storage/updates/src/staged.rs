use std::cmp::Ordering;

use cqlite_rows::merge::{reconcile, Reconciled};
use cqlite_rows::{Cell, Row, NO_DELETION_TIME};
use cqlite_schema::Column;
use cqlite_types::compare;

use crate::times::Times;

/// What a statement writes to a row, before its times are known.
#[derive(Debug, Default)]
pub(crate) struct Staged {
    columns: Vec<StagedColumn>,
    cells: Vec<StagedCell>,
    bytes: Vec<u8>,
    /// Columns do not ascend, or one is there several times, whose cells need not ascend then.
    is_unsorted: bool,
    /// How many times a column was named.
    pub(crate) named: usize,
}

#[derive(Debug, Clone, Copy)]
struct StagedColumn {
    index: usize,
    clears: Clears,
    /// Nothing else may be written to the column.
    is_all: bool,
    /// The first of its cells.
    first: usize,
}

#[derive(Debug, Clone, Copy)]
struct StagedCell {
    /// Where its path begins, and its value, and where that ends.
    path: usize,
    value: usize,
    end: usize,
    is_live: bool,
}

/// What becomes of the cells that a column of several has already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clears {
    /// They stay.
    Nothing,
    /// They are deleted for those that are written.
    Before,
    /// They are deleted.
    All,
}

impl Staged {
    pub(crate) fn clear(&mut self) {
        self.columns.clear();
        self.cells.clear();
        self.bytes.clear();
        (self.is_unsorted, self.named) = (false, 0);
    }

    /// Goes to a column: the cells that follow are its own. Whether that may be: a column that is written as a whole is written once.
    #[inline]
    pub(crate) fn column(&mut self, index: usize, clears: Clears, is_all: bool) -> bool {
        if self.columns.last().is_some_and(|last| last.index >= index) {
            self.is_unsorted = true;
            let is_again = |own: &StagedColumn| own.index == index && (own.is_all || is_all);
            if self.columns.iter().any(is_again) {
                return false;
            }
        }
        self.columns.push(StagedColumn { index, clears, is_all, first: self.cells.len() });
        true
    }

    /// A cell of the column that was gone to; without a value it is deleted.
    #[inline]
    pub(crate) fn cell(&mut self, path: &[u8], value: Option<&[u8]>) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(path);
        let at = self.bytes.len();
        self.bytes.extend_from_slice(value.unwrap_or_default());
        self.cells.push(StagedCell { path: start, value: at, end: self.bytes.len(), is_live: value.is_some() });
    }

    /// Whether it deletes something.
    pub(crate) fn deletes(&self) -> bool {
        self.columns.iter().any(|column| column.clears != Clears::Nothing)
            || self.cells.iter().any(|cell| !cell.is_live)
    }

    /// The cells of a column by its place among the columns.
    fn cells_of(&self, at: usize) -> &[StagedCell] {
        let end = self.columns.get(at + 1).map_or(self.cells.len(), |next| next.first);
        &self.cells[self.columns[at].first..end]
    }

    fn live<'s>(&'s self, cell: &StagedCell, times: &Times) -> Cell<'s> {
        let (ttl, local_deletion_time) = match cell.is_live {
            true => (times.ttl, times.expires()),
            false => (0, times.deleted()),
        };
        debug_assert!(cell.is_live || local_deletion_time != NO_DELETION_TIME);
        Cell {
            timestamp: times.timestamp,
            ttl,
            local_deletion_time,
            path: &self.bytes[cell.path..cell.value],
            value: &self.bytes[cell.value..cell.end],
        }
    }

    /// Adds the columns to a row.
    pub(crate) fn fill(&self, row: &mut Row, columns: &[Column], times: &Times) {
        let clear = |clears| match clears {
            Clears::Nothing => None,
            Clears::Before => times.overwrite(),
            Clears::All => Some(times.deletion()),
        };
        if !self.is_unsorted {
            for (at, column) in self.columns.iter().enumerate() {
                let cells = self.cells_of(at);
                let deletion = clear(column.clears);
                if deletion.is_none() && cells.is_empty() {
                    continue;
                }
                row.push_column(column.index, deletion);
                cells.iter().for_each(|cell| row.push_cell(column.index, &self.live(cell, times)));
            }
            return;
        }
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        order.sort_by_key(|at| self.columns[*at].index);
        for same in order.chunk_by(|a, b| self.columns[*a].index == self.columns[*b].index) {
            let Some(first) = same.first().map(|at| self.columns[*at]) else { continue };
            let cells = same.iter().flat_map(|at| self.cells_of(*at));
            let mut cells: Vec<Cell<'_>> = cells.map(|cell| self.live(cell, times)).collect();
            let path_type = columns.get(first.index).and_then(|column| column.cells().path_type());
            let by_path =
                |a: &Cell<'_>, b: &Cell<'_>| path_type.map_or(Ordering::Equal, |ty| compare(ty, a.path, b.path));
            cells.sort_by(by_path);
            // Of an element that is written twice what counts: no counter is written so.
            cells.dedup_by(|later, kept| {
                let is_same = by_path(later, kept).is_eq();
                if is_same && matches!(reconcile(kept, later, false), Ok(Reconciled::Right)) {
                    *kept = *later;
                }
                is_same
            });
            let deletion = clear(first.clears);
            if deletion.is_some() || !cells.is_empty() {
                row.push_column(first.index, deletion);
                cells.iter().for_each(|cell| row.push_cell(first.index, cell));
            }
        }
    }
}

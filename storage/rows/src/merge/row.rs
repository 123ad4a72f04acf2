use std::cmp::Ordering;

use cqlite_types::ValueError;

use super::cell::{is_left, Newest};
use crate::{Cell, Column, DeletionTime, LivenessInfo, PathOrder, Row};

/// Makes one row of the versions of it (`Row.Merger`), in memory that is used again for the next one.
#[derive(Debug)]
pub struct RowMerger<'t> {
    kinds: Vec<Kind<'t>>,
    merged: Row,
    /// Of each version the next of its columns.
    next_columns: Vec<usize>,
    /// Those that have the column at hand.
    versions: Vec<Version>,
    /// Those of them whose next cell comes first.
    firsts: Vec<usize>,
}

/// What a version of the row has of the column at hand.
#[derive(Debug)]
struct Version {
    row: usize,
    /// The next of its cells, and where they end.
    next: usize,
    end: usize,
    deletion: Option<DeletionTime>,
}

/// What cells of a column are.
#[derive(Debug, Clone, Copy)]
struct Kind<'t> {
    is_counter: bool,
    /// The order of the cells of a column of several.
    order: Option<PathOrder<'t>>,
}

impl<'t> RowMerger<'t> {
    /// One for rows with these columns, by which the columns of rows are numbered.
    #[must_use]
    pub fn new(columns: &'t [cqlite_schema::Column]) -> Self {
        let kind = |column: &'t cqlite_schema::Column| Kind {
            is_counter: column.is_counter(),
            order: column.cells().path_type().map(PathOrder::new),
        };
        RowMerger {
            kinds: columns.iter().map(kind).collect(),
            merged: Row::default(),
            next_columns: Vec::new(),
            versions: Vec::new(),
            firsts: Vec::new(),
        }
    }

    /// Makes the row of all its versions, as far as the deletion in which it stands does not delete it. Whether anything is left.
    ///
    /// # Errors
    /// A path or a counter that is no value of its type.
    pub fn merge(&mut self, rows: &[&Row], active: DeletionTime) -> Result<bool, ValueError> {
        let Some(first) = rows.first() else { return Ok(false) };
        self.merged.clear(first.is_static());
        self.merged.clustering.copy_from(&first.clustering);
        let active = self.merge_head(rows, active);
        self.next_columns.clear();
        self.next_columns.resize(rows.len(), 0);
        while let Some(column) = self.next_column(rows) {
            match self.kinds[column] {
                Kind { order: Some(order), .. } => self.merge_complex(rows, column, order, active)?,
                Kind { is_counter: true, .. } => self.merge_counter(rows, column, active)?,
                Kind { .. } => self.merge_simple(rows, column, active),
            }
        }
        Ok(!self.merged.is_empty())
    }

    /// The row that was made last.
    #[must_use]
    pub fn row(&self) -> &Row {
        &self.merged
    }

    /// Takes it away, in exchange for the memory of another one.
    pub fn take_row(&mut self, row: &mut Row) {
        std::mem::swap(&mut self.merged, row);
    }

    /// Merges what stands above the cells. The deletion in which these stand.
    fn merge_head(&mut self, rows: &[&Row], active: DeletionTime) -> DeletionTime {
        let (mut liveness, mut deletion, mut is_shadowable) = (LivenessInfo::EMPTY, DeletionTime::LIVE, false);
        for row in rows {
            if row.liveness.supersedes(&liveness) {
                liveness = row.liveness;
            }
            if let Some(own) = row.deletion.filter(|own| own.supersedes(&deletion)) {
                (deletion, is_shadowable) = (own, row.is_shadowable);
            }
        }
        if is_shadowable && liveness.timestamp > deletion.marked_for_delete_at {
            deletion = DeletionTime::LIVE;
        }
        let is_own = deletion.supersedes(&active);
        let active = if is_own { deletion } else { active };
        self.merged.liveness = if active.deletes(liveness.timestamp) { LivenessInfo::EMPTY } else { liveness };
        self.merged.deletion = is_own.then_some(deletion);
        self.merged.is_shadowable = is_own && is_shadowable;
        active
    }

    /// The next column that a version has.
    fn next_column(&self, rows: &[&Row]) -> Option<usize> {
        rows.iter().zip(&self.next_columns).filter_map(|(row, next)| row.index_at(*next)).min()
    }

    /// Notes which versions have a column, and passes it.
    fn take_versions(&mut self, rows: &[&Row], column: usize) {
        self.versions.clear();
        for (row, (at, next)) in rows.iter().zip(self.next_columns.iter_mut().enumerate()) {
            if let Some(Column { first, end, deletion, .. }) = row.column_at(*next).filter(|c| c.index == column) {
                *next += 1;
                self.versions.push(Version { row: at, next: first, end, deletion });
            }
        }
    }

    fn merge_simple(&mut self, rows: &[&Row], column: usize, active: DeletionTime) {
        let mut newest: Option<Cell<'_>> = None;
        for (row, next) in rows.iter().zip(&mut self.next_columns) {
            if row.index_at(*next) != Some(column) {
                continue;
            }
            let cell = row.first_cell_at(*next).filter(|cell| !active.deletes(cell.timestamp));
            *next += 1;
            if let Some(cell) = cell {
                if newest.as_ref().is_none_or(|own| !is_left(own, &cell)) {
                    newest = Some(cell);
                }
            }
        }
        if let Some(cell) = newest {
            self.merged.push_cell(column, &cell);
        }
    }

    fn merge_counter(&mut self, rows: &[&Row], column: usize, active: DeletionTime) -> Result<(), ValueError> {
        self.take_versions(rows, column);
        let mut newest = Newest::default();
        for cell in self.versions.iter().filter_map(|version| version.cell(rows)) {
            if !active.deletes(cell.timestamp) {
                newest.add(cell, true)?;
            }
        }
        if let Some(cell) = newest.get() {
            self.merged.push_cell(column, &cell);
        }
        Ok(())
    }

    fn merge_complex(
        &mut self,
        rows: &[&Row],
        column: usize,
        order: PathOrder<'t>,
        active: DeletionTime,
    ) -> Result<(), ValueError> {
        self.take_versions(rows, column);
        let deletion = DeletionTime::newest(self.versions.iter().filter_map(|version| version.deletion));
        let deletion = deletion.filter(|own| own.supersedes(&active));
        if deletion.is_some() {
            self.merged.push_column(column, deletion);
        }
        let active = deletion.unwrap_or(active);
        while self.take_firsts(rows, order)? {
            let mut newest = Newest::default();
            for first in &self.firsts {
                let version = &mut self.versions[*first];
                let Some(cell) = version.cell(rows) else { continue };
                version.next += 1;
                if !active.deletes(cell.timestamp) {
                    newest.add(cell, self.kinds[column].is_counter)?;
                }
            }
            if let Some(cell) = newest.get() {
                self.merged.push_cell(column, &cell);
            }
        }
        Ok(())
    }

    /// Notes which versions have the first of the paths of the cells that are next; whether there is one.
    fn take_firsts(&mut self, rows: &[&Row], order: PathOrder<'t>) -> Result<bool, ValueError> {
        self.firsts.clear();
        let mut first: Option<&[u8]> = None;
        for (i, version) in self.versions.iter().enumerate() {
            let Some(Cell { path, .. }) = version.cell(rows) else { continue };
            let compared = match first {
                None => Ordering::Less,
                // Mostly they are, and need not be taken for values then.
                Some(first) if first == path => Ordering::Equal,
                Some(first) => order.compare(path, first)?,
            };
            if compared.is_lt() {
                first = Some(path);
                self.firsts.clear();
            }
            if compared.is_le() {
                self.firsts.push(i);
            }
        }
        Ok(first.is_some())
    }
}

impl Version {
    /// The next of its cells.
    #[inline]
    fn cell<'r>(&self, rows: &[&'r Row]) -> Option<Cell<'r>> {
        (self.next < self.end).then(|| rows[self.row].cell_at(self.next))
    }
}

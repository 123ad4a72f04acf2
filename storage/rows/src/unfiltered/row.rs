use std::ops::Range;

use cqlite_format::common::PrefixKind;

use crate::cell::is_dead;
use crate::clustering::OwnedPrefix;
use crate::purge::Purged;
use crate::row::says_nothing;
use crate::{Cell, DeletionTime, LivenessInfo, Purger, RowHead};

/// A row as Cassandra has it once it is read (`BTreeRow`): without the cells that its deletion, or that of their column, deletes.
///
/// All its bytes are in one buffer, which is kept when it is cleared: reading many rows into one allocates no more than the largest takes.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it is; of a static row nothing but the kind.
    pub clustering: OwnedPrefix,
    /// Its timestamp and expiration, if it has any of its own.
    pub liveness: LivenessInfo,
    /// Its deletion.
    pub deletion: Option<DeletionTime>,
    /// The deletion ends with the next write of the row.
    pub is_shadowable: bool,
    columns: Vec<StoredColumn>,
    cells: Vec<StoredCell>,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct StoredColumn {
    index: usize,
    deletion: Option<DeletionTime>,
    /// The first of its cells.
    first: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct StoredCell {
    timestamp: i64,
    ttl: i32,
    local_deletion_time: i64,
    /// Where its path begins, and its value, and where that ends.
    path: usize,
    value: usize,
    end: usize,
}

/// What a row has of a column (`ColumnData`).
#[derive(Debug, Clone, Copy)]
pub struct Column<'r> {
    /// Index among the columns of the table, static or regular.
    pub index: usize,
    /// The deletion of all earlier cells, in a column of several.
    pub deletion: Option<DeletionTime>,
    row: &'r Row,
    /// The first of its cells, and where they end.
    pub(crate) first: usize,
    pub(crate) end: usize,
}

impl Default for Row {
    fn default() -> Self {
        Row {
            clustering: OwnedPrefix::default(),
            liveness: LivenessInfo::EMPTY,
            deletion: None,
            is_shadowable: false,
            columns: Vec::new(),
            cells: Vec::new(),
            bytes: Vec::new(),
        }
    }
}

impl Row {
    /// A static row that says nothing.
    #[must_use]
    pub fn empty_static() -> Self {
        let mut row = Row::default();
        row.clear(true);
        row
    }

    /// Forgets what it holds; the memory is kept.
    pub fn clear(&mut self, is_static: bool) {
        self.clustering.clear(if is_static { PrefixKind::StaticClustering } else { PrefixKind::Clustering });
        self.set_head(&RowHead::NONE);
        self.columns.clear();
        self.cells.clear();
        self.bytes.clear();
    }

    /// Makes it a copy of another one, in the memory that it has.
    pub fn copy_from(&mut self, other: &Row) {
        self.clustering.copy_from(&other.clustering);
        (self.liveness, self.deletion, self.is_shadowable) = (other.liveness, other.deletion, other.is_shadowable);
        self.columns.clone_from(&other.columns);
        self.cells.clone_from(&other.cells);
        self.bytes.clone_from(&other.bytes);
    }

    /// Takes what stands above the cells.
    pub fn set_head(&mut self, head: &RowHead) {
        (self.liveness, self.deletion, self.is_shadowable) = (head.liveness, head.deletion, head.is_shadowable);
    }

    /// Adds a column: the cells that are pushed from now on are its own.
    pub fn push_column(&mut self, index: usize, deletion: Option<DeletionTime>) {
        self.columns.push(StoredColumn { index, deletion, first: self.cells.len() });
    }

    /// Adds a cell of a column, which is added if it is not the one at hand.
    #[inline]
    pub fn push_cell(&mut self, column: usize, cell: &Cell<'_>) {
        if self.columns.last().is_none_or(|last| last.index != column) {
            self.push_column(column, None);
        }
        let path = self.bytes.len();
        self.bytes.extend_from_slice(cell.path);
        let value = self.bytes.len();
        self.bytes.extend_from_slice(cell.value);
        let Cell { timestamp, ttl, local_deletion_time, .. } = *cell;
        self.cells.push(StoredCell { timestamp, ttl, local_deletion_time, path, value, end: self.bytes.len() });
    }

    /// Whether it is the static row.
    #[must_use]
    pub fn is_static(&self) -> bool {
        use crate::clustering::PrefixValues;
        self.clustering.kind() == PrefixKind::StaticClustering
    }

    /// Whether it says nothing: such rows Cassandra passes over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        says_nothing(&self.liveness, self.deletion.is_some(), !self.columns.is_empty())
    }

    /// About how much memory what it holds takes.
    #[must_use]
    pub fn num_bytes(&self) -> usize {
        let (columns, cells) =
            (self.columns.len() * size_of::<StoredColumn>(), self.cells.len() * size_of::<StoredCell>());
        self.clustering.num_bytes() + columns + cells + self.bytes.len()
    }

    /// How large Cassandra takes it for, in bytes: values, paths and times, in the widths that it holds them in (`BTreeRow.dataSize`).
    /// `is_complex` says which columns may have several cells.
    #[must_use]
    pub fn data_size(&self, is_complex: impl Fn(usize) -> bool) -> u64 {
        use crate::clustering::PrefixValues;
        const TIMESTAMP: u64 = 8;
        const EXPIRATION: u64 = 4 + 8;
        const DELETION: u64 = 12;
        let clustering: usize =
            (0..self.clustering.len()).filter_map(|i| self.clustering.value(i)).map(<[u8]>::len).sum();
        let liveness = TIMESTAMP + if self.liveness.is_expiring() { EXPIRATION } else { 0 };
        let complex = self.columns.iter().filter(|column| is_complex(column.index)).count() as u64;
        let cells = self.cells.len() as u64 * (TIMESTAMP + EXPIRATION) + self.bytes.len() as u64;
        clustering as u64 + liveness + (DELETION + 1) + complex * DELETION + cells
    }

    /// Takes away what a deletion of the partition, or of a range that the row is in, deletes.
    pub fn apply(&mut self, deletion: DeletionTime) {
        if deletion.deletes(self.liveness.timestamp) {
            self.liveness = LivenessInfo::EMPTY;
        }
        let is_newer = |own: &DeletionTime| !deletion.deletes(own.marked_for_delete_at);
        self.deletion = self.deletion.filter(is_newer);
        let cell = |cell: &Cell<'_>| if deletion.deletes(cell.timestamp) { Purged::Goes } else { Purged::Stays };
        self.retain(cell, |own| is_newer(&own));
    }

    /// Whether there is a deletion in it, or something that has expired at a time, in seconds since 1970 (`BTreeRow.hasDeletion`).
    #[must_use]
    pub fn has_deletion(&self, now: i64) -> bool {
        self.deletion.is_some()
            || (self.liveness.is_expiring() && now >= self.liveness.local_expiration_time)
            || self.columns.iter().any(|column| column.deletion.is_some())
            || self.cells.iter().any(|cell| is_dead(cell.local_deletion_time, cell.ttl, now))
    }

    /// Takes away the deletions that a purger takes; of cells that have expired otherwise their deletion stays (`BTreeRow.purge`,
    /// `AbstractCell.purge`).
    pub fn purge(&mut self, purger: &Purger) {
        let live = &self.liveness;
        if !live.is_live(purger.now) && purger.takes(live.timestamp, live.local_expiration_time) {
            self.liveness = LivenessInfo::EMPTY;
        }
        self.deletion = purger.keep(self.deletion);
        self.retain(|cell| purger.cell(cell), |own| purger.keep(Some(own)).is_some());
    }

    /// Keeps some of the cells and of the columns' deletions, and no column that has neither.
    fn retain(&mut self, cell: impl Fn(&Cell<'_>) -> Purged, deletion: impl Fn(DeletionTime) -> bool) {
        let (mut columns, mut cells) = (0, 0);
        for i in 0..self.columns.len() {
            let end = self.columns.get(i + 1).map_or(self.cells.len(), |next| next.first);
            let StoredColumn { index, deletion: own, first: begin } = self.columns[i];
            let (own, first) = (own.filter(|own| deletion(*own)), cells);
            for at in begin..end {
                let mut kept = self.cells[at];
                match cell(&self.cell_at(at)) {
                    Purged::Stays => {}
                    Purged::Goes => continue,
                    Purged::Tombstone(local_deletion_time) => {
                        kept = StoredCell { ttl: 0, local_deletion_time, end: kept.value, ..kept };
                    }
                }
                self.cells[cells] = kept;
                cells += 1;
            }
            if own.is_some() || cells > first {
                self.columns[columns] = StoredColumn { index, deletion: own, first };
                columns += 1;
            }
        }
        self.columns.truncate(columns);
        self.cells.truncate(cells);
    }

    /// Takes out what a column has up to a time: of a column that was dropped then, cells are not seen any more
    /// (`DeserializationHelper.isDropped`).
    pub fn drop_column(&mut self, index: usize, until: i64) {
        let Ok(at) = self.columns.binary_search_by_key(&index, |column| column.index) else { return };
        let end = self.columns.get(at + 1).map_or(self.cells.len(), |next| next.first);
        let first = self.columns[at].first;
        let kept = (first..end).filter(|i| self.cells[*i].timestamp > until).collect::<Vec<_>>();
        for (to, from) in kept.iter().enumerate() {
            self.cells[first + to] = self.cells[*from];
        }
        let gone = end - first - kept.len();
        self.cells.drain(first + kept.len()..end);
        for later in &mut self.columns[at + 1..] {
            later.first -= gone;
        }
        let deletion = self.columns[at].deletion.filter(|deletion| deletion.marked_for_delete_at > until);
        self.columns[at].deletion = deletion;
        if deletion.is_none() && kept.is_empty() {
            self.columns.remove(at);
        }
    }

    /// Takes away all that was written after a time, its deletions too.
    pub fn keep_until(&mut self, until: i64) {
        if self.liveness.timestamp > until {
            self.liveness = LivenessInfo::EMPTY;
        }
        let is_there = |own: &DeletionTime| own.marked_for_delete_at <= until;
        self.deletion = self.deletion.filter(is_there);
        let cell = |cell: &Cell<'_>| if cell.timestamp > until { Purged::Goes } else { Purged::Stays };
        self.retain(cell, |own| is_there(&own));
    }

    /// Its columns, in the order of the table's.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = Column<'_>> + Clone {
        (0..self.columns.len()).map(|i| self.stored_column(i))
    }

    /// What it has of the column of that index.
    #[must_use]
    pub fn column(&self, index: usize) -> Option<Column<'_>> {
        self.columns.binary_search_by_key(&index, |column| column.index).ok().map(|i| self.stored_column(i))
    }

    /// Whether it has the same columns and cells as another one, and has them in the same places.
    pub(crate) fn has_cells_of(&self, other: &Row) -> bool {
        self.cells == other.cells && self.columns == other.columns && self.bytes == other.bytes
    }

    /// Whether a deletion in which it stands, and those of its columns, delete nothing of it; and each of its columns says something.
    pub(crate) fn has_nothing_deleted(&self, active: DeletionTime) -> bool {
        self.columns().all(|Column { deletion, first, end, .. }| {
            let cells = &self.cells[first..end];
            match deletion {
                None => !cells.is_empty() && cells.iter().all(|cell| !active.deletes(cell.timestamp)),
                Some(own) => own.supersedes(&active) && cells.iter().all(|cell| !own.deletes(cell.timestamp)),
            }
        })
    }

    /// The index of the column of that number among those that it has.
    #[inline]
    pub(crate) fn index_at(&self, i: usize) -> Option<usize> {
        self.columns.get(i).map(|column| column.index)
    }

    /// The number of the first cell of that column, if that has any.
    #[inline]
    pub(crate) fn first_cell_at(&self, i: usize) -> Option<usize> {
        let first = self.columns.get(i)?.first;
        let end = self.columns.get(i + 1).map_or(self.cells.len(), |next| next.first);
        (first < end).then_some(first)
    }

    /// The timestamp of the cell of a number.
    #[inline]
    pub(crate) fn timestamp_at(&self, cell: usize) -> i64 {
        self.cells[cell].timestamp
    }

    /// Its path.
    #[inline]
    pub(crate) fn path_at(&self, cell: usize) -> &[u8] {
        let StoredCell { path, value, .. } = self.cells[cell];
        &self.bytes[path..value]
    }

    /// The column of that number among those that it has.
    #[inline]
    pub(crate) fn column_at(&self, i: usize) -> Option<Column<'_>> {
        (i < self.columns.len()).then(|| self.stored_column(i))
    }

    fn stored_column(&self, i: usize) -> Column<'_> {
        let StoredColumn { index, deletion, first } = self.columns[i];
        let end = self.columns.get(i + 1).map_or(self.cells.len(), |next| next.first);
        Column { index, deletion, row: self, first, end }
    }

    #[inline]
    pub(crate) fn cell_at(&self, i: usize) -> Cell<'_> {
        let StoredCell { timestamp, ttl, local_deletion_time, path, value, end } = self.cells[i];
        let bytes = |range: Range<usize>| &self.bytes[range];
        Cell { timestamp, ttl, local_deletion_time, path: bytes(path..value), value: bytes(value..end) }
    }
}

impl<'r> Column<'r> {
    /// Its cells, in the order of their paths.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'r>> + Clone + use<'r> {
        let (row, first, end) = (self.row, self.first, self.end);
        (first..end).map(move |i| row.cell_at(i))
    }

    /// The cell of a column that has one only.
    #[must_use]
    pub fn cell(&self) -> Option<Cell<'r>> {
        (self.first < self.end).then(|| self.row.cell_at(self.first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NO_DELETION_TIME;

    fn cell<'a>(path: &'a [u8], value: &'a [u8]) -> Cell<'a> {
        Cell { timestamp: 7, ttl: 0, local_deletion_time: NO_DELETION_TIME, path, value }
    }

    #[test]
    fn cells_are_where_they_were_put() {
        let mut row = Row::default();
        for _ in 0..2 {
            row.clear(false);
            assert!(row.is_empty());
            row.push_cell(0, &cell(b"", b"one"));
            row.push_column(3, Some(DeletionTime { marked_for_delete_at: 1, local_deletion_time: 2 }));
            row.push_cell(3, &cell(b"a", b""));
            row.push_cell(3, &cell(b"b", b"two"));
            row.push_column(5, None);
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
            let cells = |column: Column<'_>| column.cells().map(|c| text(c.path) + "=" + &text(c.value)).collect();
            let found: Vec<(usize, Vec<String>)> = row.columns().map(|column| (column.index, cells(column))).collect();
            let expected: [(usize, &[&str]); 3] = [(0, &["=one"]), (3, &["a=", "b=two"]), (5, &[])];
            assert_eq!(found, expected.map(|(index, cells)| (index, cells.iter().map(ToString::to_string).collect())));
            let mut live = row.clone();
            live.apply(DeletionTime { marked_for_delete_at: 6, local_deletion_time: 9 });
            assert_eq!(live.columns().map(|c| (c.index, c.cells().len())).collect::<Vec<_>>(), [(0, 1), (3, 2)]);
            assert!(live.columns().all(|column| column.deletion.is_none()));
            live.apply(DeletionTime { marked_for_delete_at: 7, local_deletion_time: 9 });
            assert!(live.is_empty());
            assert!(row.column(1).is_none() && row.column(3).is_some_and(|c| c.deletion.is_some()));
        }
    }
}

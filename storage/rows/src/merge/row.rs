use std::cmp::Ordering;

use cqlite_types::ValueError;

use super::cell::Newest;
use super::versions::Versions;
use crate::{Column, DeletionTime, LivenessInfo, PathOrder, Row};

/// Makes one row of the versions of it (`Row.Merger`), in memory that is used again for the next one.
///
/// Mostly one of the versions is all that is left: a row is made only from where it is none of them any longer.
#[derive(Debug)]
pub struct RowMerger<'t> {
    kinds: Vec<Kind<'t>>,
    has_counters: bool,
    /// The row that is made; nothing as long as there are versions that are the same.
    merged: Row,
    /// What stands above its cells.
    head: Head,
    /// The versions of which all so far is in the merged row, and nothing else is in that.
    same: Versions,
    /// Of each version the next of its columns.
    next_columns: Vec<Next>,
    /// Those that have the column at hand.
    versions: Vec<Version>,
}

/// What the versions of a row have become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergedRow {
    /// Nothing is left.
    Nothing,
    /// What the version of that number is.
    Version(usize),
    /// A row of parts of several versions, or of a part of one.
    Made,
}

/// What stands above the cells of the merged row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    liveness: LivenessInfo,
    deletion: Option<DeletionTime>,
    is_shadowable: bool,
}

/// The next of a version's columns: its number among those that the row has, and its index in the table.
#[derive(Debug)]
struct Next {
    at: usize,
    column: Option<usize>,
}

impl Next {
    /// Goes to the column after it.
    #[inline]
    fn pass(&mut self, row: &Row) {
        self.at += 1;
        self.column = row.index_at(self.at);
    }
}

/// What a version of the row has of the column at hand.
#[derive(Debug)]
struct Version {
    row: usize,
    /// The first of its cells, the next one, and where they end.
    first: usize,
    next: usize,
    end: usize,
    deletion: Option<DeletionTime>,
    /// Its deletion has been passed.
    is_begun: bool,
    /// The step in which its next cell was among the first ones.
    step: usize,
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
            has_counters: columns.iter().any(cqlite_schema::Column::is_counter),
            merged: Row::default(),
            head: Head { liveness: LivenessInfo::EMPTY, deletion: None, is_shadowable: false },
            same: Versions::NONE,
            next_columns: Vec::new(),
            versions: Vec::new(),
        }
    }

    /// Makes the row of all its versions, as far as the deletion in which it stands does not delete it.
    ///
    /// # Errors
    /// A path or a counter that is no value of its type.
    pub fn merge(&mut self, rows: &[&Row], active: DeletionTime) -> Result<MergedRow, ValueError> {
        let Some((first, others)) = rows.split_first() else { return Ok(MergedRow::Nothing) };
        let active = self.merge_head(rows, active);
        // SSTables that were written from the same updates have the same rows. Others differ in their first timestamps already.
        if !self.has_counters
            && self.same.first() == Some(0)
            && others.iter().all(|other| first.has_cells_of(other))
            && first.has_nothing_deleted(active)
        {
            return Ok(if first.is_empty() { MergedRow::Nothing } else { MergedRow::Version(0) });
        }
        if self.same.is_none() {
            self.make(first);
        }
        self.next_columns.clear();
        self.next_columns.extend(rows.iter().map(|row| Next { at: 0, column: row.index_at(0) }));
        while let Some(column) = self.next_columns.iter().filter_map(|next| next.column).min() {
            match self.kinds[column] {
                Kind { order: None, is_counter } => self.merge_simple(rows, column, is_counter, active)?,
                Kind { order: Some(order), is_counter } => {
                    self.merge_complex(rows, column, order, is_counter, active)?;
                }
            }
        }
        Ok(match self.same.first() {
            Some(version) if rows[version].is_empty() => MergedRow::Nothing,
            Some(version) => MergedRow::Version(version),
            None if self.merged.is_empty() => MergedRow::Nothing,
            None => MergedRow::Made,
        })
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
        self.head = Head {
            liveness: if active.deletes(liveness.timestamp) { LivenessInfo::EMPTY } else { liveness },
            deletion: is_own.then_some(deletion),
            is_shadowable: is_own && is_shadowable,
        };
        self.same = Versions::NONE;
        for (version, row) in rows.iter().enumerate() {
            let Row { liveness, deletion, is_shadowable, .. } = **row;
            if (Head { liveness, deletion, is_shadowable }) == self.head {
                self.same.add(version);
            }
        }
        active
    }

    /// Begins a row that none of the versions is.
    fn make(&mut self, first: &Row) {
        self.merged.clear(first.is_static());
        self.merged.clustering.copy_from(&first.clustering);
        let Head { liveness, deletion, is_shadowable } = self.head;
        (self.merged.liveness, self.merged.deletion, self.merged.is_shadowable) = (liveness, deletion, is_shadowable);
    }

    /// The merged row goes on with what some versions have next, as it may be, at a column. If it is none of the versions any longer, it
    /// is made of what one of them has had up to there.
    #[inline(always)]
    fn go_on(&mut self, rows: &[&Row], column: usize, next: Versions) {
        let both = self.same.and(next);
        if both.is_none() {
            if let Some(last) = self.same.first() {
                self.make_of(rows[last], last, column);
            }
        }
        self.same = both;
    }

    /// Begins a row with what a version has up to a column; of that, with the cells that have been passed.
    #[inline(never)]
    fn make_of(&mut self, row: &Row, version: usize, column: usize) {
        self.make(row);
        for before in row.columns().take_while(|before| before.index < column) {
            self.merged.push_column(before.index, before.deletion);
            before.cells().for_each(|cell| self.merged.push_cell(before.index, &cell));
        }
        let passed = |of: &&Version| of.row == version && (of.is_begun || of.first < of.next);
        if let Some(Version { first, next, deletion, .. }) = self.versions.iter().find(passed) {
            self.merged.push_column(column, *deletion);
            (*first..*next).for_each(|cell| self.merged.push_cell(column, &row.cell_at(cell)));
        }
    }

    fn merge_simple(
        &mut self,
        rows: &[&Row],
        column: usize,
        is_counter: bool,
        active: DeletionTime,
    ) -> Result<(), ValueError> {
        self.versions.clear();
        let (mut newest, mut dropped) = (Newest::new(), Versions::NONE);
        for (version, (row, next)) in rows.iter().zip(&mut self.next_columns).enumerate() {
            if next.column != Some(column) {
                continue;
            }
            match row.first_cell_at(next.at).filter(|cell| !active.deletes(row.timestamp_at(*cell))) {
                Some(cell) => newest.add(version, (row, cell), is_counter, true)?,
                None => dropped.add(version),
            }
            next.pass(row);
        }
        self.go_on(rows, column, if newest.is_none() { dropped.others() } else { newest.versions() });
        if self.same.is_none() {
            if let Some(cell) = newest.get() {
                self.merged.push_cell(column, &cell);
            }
        }
        Ok(())
    }

    fn merge_complex(
        &mut self,
        rows: &[&Row],
        column: usize,
        order: PathOrder<'t>,
        is_counter: bool,
        active: DeletionTime,
    ) -> Result<(), ValueError> {
        self.take_versions(rows, column);
        let deletion = DeletionTime::newest(self.versions.iter().filter_map(|version| version.deletion));
        let deletion = deletion.filter(|own| own.supersedes(&active));
        let next = match deletion {
            Some(_) => Versions::of(self.versions.iter().filter(|v| v.deletion == deletion).map(|v| v.row)),
            // A column without cells, that nothing is said of, is left out.
            None => {
                Versions::of(self.versions.iter().filter(|v| v.deletion.is_some() || v.next == v.end).map(|v| v.row))
                    .others()
            }
        };
        self.go_on(rows, column, next);
        if deletion.is_some() {
            self.versions.iter_mut().for_each(|version| version.is_begun = true);
            if self.same.is_none() {
                self.merged.push_column(column, deletion);
            }
        }
        let active = deletion.unwrap_or(active);
        let mut step = 0;
        loop {
            step += 1;
            let (mut first, mut newest): (Option<&[u8]>, Newest<'_>) = (None, Newest::new());
            for version in &mut self.versions {
                if version.next == version.end {
                    continue;
                }
                let (row, cell) = (rows[version.row], version.next);
                let path = row.path_at(cell);
                let (compared, is_same) = match first {
                    None => (Ordering::Less, true),
                    // Mostly they are, and need not be taken for values then.
                    Some(first) if first == path => (Ordering::Equal, true),
                    Some(first) => (order.compare(path, first)?, false),
                };
                if compared.is_gt() {
                    continue;
                }
                if compared.is_lt() {
                    // Those before it are not the first.
                    step += 1;
                    (first, newest) = (Some(path), Newest::new());
                }
                version.step = step;
                if !active.deletes(row.timestamp_at(cell)) {
                    newest.add(version.row, (row, cell), is_counter, is_same)?;
                }
            }
            if first.is_none() {
                return Ok(());
            }
            let next = if newest.is_none() {
                let dropped = self.versions.iter().filter(|version| version.step == step);
                Versions::of(dropped.map(|version| version.row)).others()
            } else {
                newest.versions()
            };
            self.go_on(rows, column, next);
            if self.same.is_none() {
                if let Some(cell) = newest.get() {
                    self.merged.push_cell(column, &cell);
                }
            }
            for version in self.versions.iter_mut().filter(|version| version.step == step) {
                version.next += 1;
            }
        }
    }

    /// Notes which versions have a column, and passes it.
    fn take_versions(&mut self, rows: &[&Row], column: usize) {
        self.versions.clear();
        for (row, (at, next)) in rows.iter().zip(self.next_columns.iter_mut().enumerate()) {
            if next.column != Some(column) {
                continue;
            }
            if let Some(Column { first, end, deletion, .. }) = row.column_at(next.at) {
                let version = Version { row: at, first, next: first, end, deletion, is_begun: false, step: 0 };
                self.versions.push(version);
            }
            next.pass(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use cqlite_runtime::marshal::parse;
    use cqlite_schema::Column;

    use super::{MergedRow, RowMerger};
    use crate::{Cell, DeletionTime, Row, NO_DELETION_TIME};

    fn deletion(time: i64) -> DeletionTime {
        DeletionTime { marked_for_delete_at: time, local_deletion_time: 1 }
    }

    /// A row of columns `index/timestamp of the deletion:cells`, with cells `path@timestamp` whose values are their timestamps.
    fn row(text: &str) -> Row {
        let mut row = Row::default();
        row.clustering.push(Some(b"here"));
        for column in text.split_whitespace() {
            let (head, cells) = column.split_once(':').expect("a column");
            let (index, deleted) = head.split_once('/').map_or((head, None), |(index, time)| (index, Some(time)));
            let index = index.parse().expect("an index");
            row.push_column(index, deleted.map(|time| deletion(time.parse().expect("a time"))));
            for cell in cells.split(',').filter(|cell| !cell.is_empty()) {
                let (path, timestamp) = cell.split_once('@').expect("a cell");
                let (path, timestamp) = (path.parse::<i32>().map(i32::to_be_bytes), timestamp.parse().expect("a time"));
                let (path, value) = (path.as_ref().map_or(&[][..], |path| path), i64::to_be_bytes(timestamp));
                let local_deletion_time = NO_DELETION_TIME;
                row.push_cell(index, &Cell { timestamp, ttl: 0, local_deletion_time, path, value: &value });
            }
        }
        row
    }

    fn text(row: &Row) -> String {
        assert_eq!(row.clustering, self::row("").clustering);
        let cell = |cell: Cell<'_>| {
            assert_eq!(cell.value, cell.timestamp.to_be_bytes());
            cell.path.last().map_or(String::new(), u8::to_string) + "@" + &cell.timestamp.to_string()
        };
        let column = |column: crate::Column<'_>| {
            let deleted = column.deletion.map_or(String::new(), |own| format!("/{}", own.marked_for_delete_at));
            format!("{}{deleted}:{}", column.index, column.cells().map(cell).collect::<Vec<_>>().join(","))
        };
        row.columns().map(column).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_version_that_is_left_alone_is_taken_as_it_is() {
        use MergedRow::{Made, Nothing, Version};
        let (int, map) = ("Int32Type", "MapType(Int32Type,Int32Type)");
        let column = |name: &str, ty: &str| Column { name: name.into(), ty: parse(ty).expect("a type") };
        let columns = [column("a", int), column("m", map), column("n", map)];
        let mut merger = RowMerger::new(&columns);
        let mut check = |rows: &[&str], active: Option<i64>, merged: MergedRow, expected: &str| {
            let versions: Vec<Row> = rows.iter().map(|text| row(text)).collect();
            let versions: Vec<&Row> = versions.iter().collect();
            let found = merger.merge(&versions, active.map_or(DeletionTime::LIVE, deletion)).expect("values");
            assert_eq!(found, merged, "{rows:?}");
            let left = match found {
                Nothing => String::new(),
                Version(version) => text(versions[version]),
                Made => text(merger.row()),
            };
            assert_eq!(left, expected, "{rows:?}");
        };
        let (old, new) = ("0:@5 1:1@5,2@5", "0:@6 1:1@6,2@6");
        check(&[old, old], None, Version(0), old);
        check(&[old, new], None, Version(1), new);
        check(&[new, old], None, Version(0), new);
        check(&[old, new, old, new], None, Version(1), new);
        // Those after the first 64 are not told apart, but merged as all are.
        check(&[&[old; 70][..], &[new]].concat(), None, Made, new);
        // One has more, or both have.
        check(&[old, "0:@5 1:1@5,2@5,3@5"], None, Version(1), "0:@5 1:1@5,2@5,3@5");
        check(&[old, "0:@5"], None, Version(0), old);
        check(&["0:@5", "2:1@5"], None, Made, "0:@5 2:1@5");
        // From the first column on, from the middle of a column on, from a later one on.
        check(&[old, "0:@4 1:1@6,2@6"], None, Made, "0:@5 1:1@6,2@6");
        check(&[old, "0:@5 1:1@6,2@4"], None, Made, "0:@5 1:1@6,2@5");
        check(&["1/4:1@5,2@5,4@5 2:1@5", "1/4:1@5,3@5 2:1@6"], None, Made, "1/4:1@5,2@5,3@5,4@5 2:1@6");
        // Deletions of columns, and those in which the row stands.
        check(&[old, "0:@6 1/5:"], None, Version(1), "0:@6 1/5:");
        check(&[old, "1/5:2@6"], None, Made, "0:@5 1/5:2@6");
        check(&["1/6:1@5"; 2], None, Made, "1/6:");
        check(&["1/4:1@5,2@8"; 2], Some(6), Made, "1:2@8");
        check(&[new, old], Some(5), Version(0), new);
        check(&[old, old], Some(5), Nothing, "");
        // A column of which nothing is said is none.
        check(&["0:@5 1:"; 2], None, Made, "0:@5");
        check(&["1:"; 2], None, Nothing, "");
        check(&[], None, Nothing, "");
    }
}

//! Judges what is in a row: its times, its columns and their cells.

use std::cmp::Ordering;

use cqlite_format::data::{CellRef, ColumnDataRef, RowBodyRef, UnfilteredRef};
use cqlite_rows::{Cell, LivenessInfo, RefusedNumber, RowError, EXPIRED_LIVENESS_TTL, MAX_TTL, NO_TIMESTAMP};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::ColumnSubset;
use cqlite_schema::Cells;
use cqlite_types::field_index;

use super::checker::Checker;
use super::place::Leaf;
use super::times::{wrong_deletion_time, wrong_expiration};
use crate::fields::{cell, column, row, unfiltered, Field};
use crate::rule::{self, Breach};
use crate::Check;

/// The row at hand.
#[derive(Debug, Default)]
pub(super) struct RowState {
    begin: u64,
    is_static: bool,
    /// It has the flag of a complex deletion.
    announces_deletion: bool,
    /// The distance that it should store.
    distance: u64,
    /// Its timestamp and when that expires, as stored.
    liveness: Option<LivenessInfo>,
    has_deletion: bool,
    has_subset: bool,
    num_columns: u64,
    num_with_cells: u64,
    has_complex_deletion: bool,
    /// The column at hand: its index, number of cells so far, and whether it is of several.
    column: i64,
    cells: u64,
    is_complex: bool,
    is_present: bool,
    column_is_deleted: bool,
    /// The path of the cell before.
    path: Vec<u8>,
}

impl RowState {
    pub(super) fn begin(&mut self, head: &UnfilteredRef<'_>, distance: u64) {
        let path = std::mem::take(&mut self.path);
        *self = RowState {
            begin: head.begin,
            is_static: head.is_static,
            announces_deletion: head.has_complex_deletion(),
            distance,
            path,
            ..RowState::default()
        };
    }
}

impl Checker<'_, '_> {
    /// A field of the cell at hand.
    fn leaf(&self, field: Field) -> Leaf {
        Leaf::Cell(self.row.column, self.row.is_complex.then_some(self.row.cells), field)
    }

    #[cold]
    fn find_cell(&mut self, breach: Breach, cell: &CellRef<'_>, field: Field) {
        self.find(breach, cell.begin, self.leaf(field));
    }

    /// The row's own timestamp, and when that expires.
    fn row_times(&mut self, body: &RowBodyRef<'_>) {
        let Some(timestamp) = body.timestamp else { return };
        if timestamp == NO_TIMESTAMP {
            self.find(rule::timestamp_of_none(), body.begin, row::TIMESTAMP);
        }
        let liveness = match LivenessInfo::of_row(body, &self.table.stats) {
            Ok(liveness) => liveness,
            Err(e) => {
                let field = if e.what == RefusedNumber::TtlDifference { row::TTL } else { row::EXPIRATION };
                self.refused(e, body.begin, field.into());
                LivenessInfo { timestamp, ..LivenessInfo::EMPTY }
            }
        };
        self.row.liveness = Some(liveness);
        let (ttl, expiration) = (i64::from(liveness.ttl), liveness.local_expiration_time);
        if let Some(stored) = body.local_deletion_time {
            self.log.count(Check::DeletionTimes);
            if !(1..=MAX_TTL).contains(&ttl) && ttl != i64::from(EXPIRED_LIVENESS_TTL) {
                self.find(rule::ttl_range(ttl, MAX_TTL), body.begin, row::TTL);
            } else if let Some(breach) = wrong_expiration(self.table.version, expiration, stored, ttl) {
                self.find(breach, body.begin, row::EXPIRATION);
            }
        }
        self.totals.liveness(&liveness, body.begin);
    }

    /// All columns of the row have been read.
    pub(super) fn row_ends(&mut self) {
        let row = &self.row;
        let begin = row.begin;
        let is_empty = row.liveness.is_none() && !row.has_deletion && row.num_columns == 0;
        let all = self.schema.columns(row.is_static).len() as u64;
        let lacks_deletion = row.announces_deletion && !row.has_complex_deletion;
        let needs_no_subset = row.has_subset && row.num_columns == all;
        let (columns, is_static) = (row.num_with_cells, row.is_static);
        if is_empty && !is_static {
            self.find(rule::empty_row(), begin, row::BODY);
        }
        if lacks_deletion {
            self.find(rule::complex_deletion_flag(), begin, unfiltered::FLAGS);
        }
        if needs_no_subset {
            self.find(rule::full_subset(), begin, row::SUBSET);
        }
        if is_empty {
            self.totals.empty_static_rows += u64::from(is_static);
        } else {
            self.totals.collected.row_ends(columns);
        }
        if !is_static {
            self.unfiltered_ends();
        }
    }

    /// Flags of a cell that contradict each other or the row.
    fn cell_flags(&mut self, cell: &CellRef<'_>) {
        let row = &self.row;
        let breach = if cell.unknown_flags() != 0 {
            Some(rule::unknown_cell_flags())
        } else if cell.is_deleted()
            && cell.is_expiring()
            && !(cell.ttl == Some(0) && self.table.version.may_be_compacted_by_cursor())
        {
            Some(rule::deleted_and_expiring())
        } else if cell.use_row_timestamp() && row.liveness.is_none() {
            Some(rule::row_timestamp_missing())
        } else if cell.use_row_ttl() && !row.liveness.is_some_and(|l| l.is_expiring()) {
            Some(rule::row_ttl_missing())
        } else if cell.use_row_ttl() && !cell.is_expiring() {
            Some(rule::row_ttl_of_live_cell())
        } else if cell.is_deleted() && !cell.has_empty_value() {
            Some(rule::deleted_with_value())
        } else {
            None
        };
        if let Some(breach) = breach {
            self.find_cell(breach, cell, cell::FLAGS);
        }
    }

    fn cell_times(&mut self, cell: &CellRef<'_>) {
        let row = self.row.liveness.unwrap_or(LivenessInfo::EMPTY);
        match Cell::new(cell, &row, &self.table.stats) {
            Ok(read) => {
                if let Some(stored) = cell.local_deletion_time.filter(|_| !cell.use_row_ttl()) {
                    self.deleted_cell(cell, &read, stored);
                }
                self.totals.collected.cell(&read, cell.begin);
            }
            Err(e) => self.refused_cell(e, cell),
        }
    }

    #[cold]
    fn refused_cell(&mut self, e: RowError, cell: &CellRef<'_>) {
        let field = match e.what {
            RefusedNumber::TtlDifference | RefusedNumber::Ttl => cell::TTL,
            _ => cell::EXPIRATION,
        };
        self.refused(e, cell.begin, self.leaf(field));
    }

    /// A cell that is deleted or expires, as it says itself.
    fn deleted_cell(&mut self, cell: &CellRef<'_>, read: &Cell<'_>, stored: i64) {
        self.log.count(Check::DeletionTimes);
        let (field, version, ttl) = (cell::EXPIRATION, self.table.version, i64::from(read.ttl));
        let is_expiring = cell.is_expiring() && !(cell.is_deleted() && ttl == 0);
        if is_expiring && !(1..=MAX_TTL).contains(&ttl) {
            self.find_cell(rule::ttl_range(ttl, MAX_TTL), cell, cell::TTL);
        }
        let breach = match is_expiring {
            true => wrong_expiration(version, read.local_deletion_time, stored, ttl),
            false => wrong_deletion_time(version, read.local_deletion_time),
        };
        match breach {
            Some(breach) => self.find_cell(breach, cell, field),
            None if !is_expiring => self.made_at(read.local_deletion_time, cell.begin, self.leaf(field)),
            None => {}
        }
    }

    /// Paths of a column are ascending and valid, and so is the value.
    fn cell_contents(&mut self, cell: &CellRef<'_>) {
        let schema = self.schema;
        let Some(column) = usize::try_from(cell.idx).ok().and_then(|i| schema.columns(self.row.is_static).get(i))
        else {
            return;
        };
        let value = cell.value.as_ref().map_or(&[][..], |v| v.data);
        if cell.value.as_ref().is_some_and(|v| v.len == Some(0)) {
            self.find_cell(rule::empty_value_flag(), cell, cell::VALUE);
        }
        if column.cells.have_no_values() && !value_is_empty(cell) {
            self.find_cell(rule::set_value(), cell, cell::VALUE);
        }
        let value_type = match column.cells {
            Cells::Fields(_) => self.field_type(cell, &column.fields),
            cells => column.value.filter(|_| !cells.have_no_values()),
        };
        if let (Some(path), Some(ty)) = (&cell.path, column.path) {
            self.check_path(cell, path.data, ty);
        }
        if cell.is_deleted() {
            return;
        }
        self.log.count(Check::Values);
        let result = match value_type {
            _ if column.is_counter => self.counter(value),
            Some(ty) => cqlite_types::validate(ty, value),
            None => Ok(()),
        };
        if let Err(e) = result {
            self.invalid_value(&e, cell.begin, self.leaf(cell::VALUE_DATA));
        }
    }

    fn counter(&mut self, context: &[u8]) -> Result<(), cqlite_types::ValueError> {
        use cqlite_types::counter;
        counter::validate(context)?;
        self.totals.collected.has_legacy_counter_shards |= counter::has_legacy_shards(context)?;
        Ok(())
    }

    /// The type of the field that a path of a user type names.
    fn field_type<'f>(&mut self, cell: &CellRef<'_>, fields: &[Option<&'f MarshalType>]) -> Option<&'f MarshalType> {
        let path = cell.path.as_ref()?;
        let index = field_index(path.data)?;
        match usize::try_from(index).ok().and_then(|index| fields.get(index)) {
            Some(ty) => *ty,
            None => {
                self.find_cell(rule::unknown_field(index, fields.len()), cell, cell::PATH_DATA);
                None
            }
        }
    }

    fn check_path(&mut self, cell: &CellRef<'_>, path: &[u8], ty: &MarshalType) {
        self.log.count(Check::Values);
        if let Err(e) = cqlite_types::validate(ty, path) {
            self.invalid_value(&e, cell.begin, self.leaf(cell::PATH_DATA));
        } else if self.row.cells > 0 && cqlite_types::compare(ty, &self.row.path, path) != Ordering::Less {
            self.find_cell(rule::path_order(), cell, cell::PATH);
        }
        self.row.path.clear();
        self.row.path.extend_from_slice(path);
    }
}

fn value_is_empty(cell: &CellRef<'_>) -> bool {
    cell.value.as_ref().is_none_or(|v| v.data.is_empty())
}

impl Checker<'_, '_> {
    /// What a row has besides its columns.
    pub(super) fn row_contents(&mut self, body: &RowBodyRef<'_>) {
        self.distance(body.prev_len, self.row.distance, body.begin);
        self.row_times(body);
        if let Some(d) = &body.deletion {
            self.row.has_deletion = true;
            let (delta, seconds) = (row::DELETED_AT_DELTA.into(), row::DELETED_AT.into());
            if self.stored_deletion(d, body.begin, delta, seconds).is_none() {
                self.find(rule::row_deletion_live(), body.begin, row::DELETION);
            }
        }
        self.row.has_subset = match &body.subset {
            Some(ColumnSubset::Missing(bits)) => *bits == 0 || !self.schema.columns(body.is_static).is_empty(),
            Some(ColumnSubset::Large(_)) => true,
            None => false,
        };
    }

    /// A column, before its cells.
    #[inline]
    pub(super) fn column_head(&mut self, column: &ColumnDataRef<'_>) {
        let row = &mut self.row;
        row.column = column.idx;
        row.cells = 0;
        row.is_complex = column.num_cells.is_some();
        row.is_present = row.is_complex;
        row.column_is_deleted = false;
        if let Some(d) = &column.complex_deletion {
            let delta = Leaf::Column(column.idx, column::DELETED_AT_DELTA);
            let seconds = Leaf::Column(column.idx, column::DELETED_AT);
            if self.stored_deletion(d, column.begin, delta, seconds).is_some() {
                self.row.has_complex_deletion = true;
                self.row.column_is_deleted = true;
            }
        }
    }

    #[inline]
    pub(super) fn check_cell(&mut self, cell: &CellRef<'_>) {
        self.log.count(Check::Cells);
        self.row.is_present = true;
        self.cell_flags(cell);
        self.cell_times(cell);
        self.cell_contents(cell);
        self.row.cells += 1;
    }

    /// All cells of the column have been read.
    #[inline]
    pub(super) fn column_ends(&mut self) {
        let row = &mut self.row;
        self.totals.collected.cells += row.cells;
        row.num_with_cells += u64::from(row.cells > 0);
        row.num_columns += u64::from(row.is_present);
        if row.is_complex && row.cells == 0 && !row.column_is_deleted {
            let (begin, leaf) = (row.begin, Leaf::Column(row.column, column::NUM_CELLS));
            self.find(rule::empty_column(), begin, leaf);
        }
    }
}

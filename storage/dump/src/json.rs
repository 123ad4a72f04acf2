//! The JSON of sstabledump. Reference: `JsonTransformer`.

use std::marker::PhantomData;

use cqlite_format::common::PrefixKind;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::Cells;
use cqlite_types::json;
use cqlite_types::words::{put_number, put_signed};

use crate::clustering::Clustering;
use crate::json_value::{clustering, unsupported};
use crate::key::Keys;
use crate::layout::Layout;
use crate::pieces::{Last, Pieces};
use crate::rows::{column_error, time_error, value_error, Output, Result};
use crate::table::{Column, Table};
use crate::text::Fast;
use crate::time::Clock;
use cqlite_rows::{Cell, DeletionTime, RowHead};

/// JSON in the making.
pub(crate) struct Json<'t, L> {
    table: &'t Table<'t>,
    text: Vec<u8>,
    clock: Clock,
    keys: Keys,
    pieces: Pieces,
    /// Position of the partition.
    begin: u64,
    /// The partition has a row or a marker.
    has_rows: bool,
    /// What the row's last cell is; its end has not been written yet.
    last: Last,
    /// The bound that is being printed, and its clustering.
    bound: PrefixKind,
    clustering: Vec<u8>,
    layout: PhantomData<L>,
}

impl<'t, L: Layout> Json<'t, L> {
    pub(crate) fn new(table: &'t Table<'t>) -> Self {
        Json {
            table,
            text: Vec::new(),
            clock: Clock::new(table.raw_time),
            keys: Keys::new(table.key_type),
            pieces: Pieces::new::<L>(table),
            begin: 0,
            has_rows: false,
            last: Last::None,
            bound: PrefixKind::Clustering,
            clustering: Vec::new(),
            layout: PhantomData,
        }
    }

    #[inline(always)]
    fn put(&mut self, text: &'static str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    /// A row or marker: all but the first have a comma before.
    #[inline(always)]
    fn put_row(&mut self, text: &'static str) {
        self.text.extend_from_slice(&text.as_bytes()[usize::from(!self.has_rows)..]);
        self.has_rows = true;
    }

    #[inline(always)]
    fn micros(&mut self, micros: i64) -> Result {
        self.clock.micros(micros, &mut self.text).map_err(|_| time_error(self.begin, micros))
    }

    #[inline(always)]
    fn seconds(&mut self, seconds: i64) -> Result {
        self.clock.seconds(seconds, &mut self.text).map_err(|_| time_error(self.begin, seconds))
    }

    /// A deletion after what leads up to its timestamp.
    fn deletion(&mut self, deletion: DeletionTime) -> Result {
        self.micros(deletion.marked_for_delete_at)?;
        self.put(L::LOCAL_DELETE_TIME);
        self.seconds(deletion.local_deletion_time)?;
        self.put(L::END_DELETION);
        Ok(())
    }

    /// TTL and expiration after what leads up to the TTL.
    fn expiration(&mut self, ttl: i32, local: i64, is_expired: bool) -> Result {
        put_signed(i64::from(ttl), &mut self.text);
        self.put(L::EXPIRES_AT);
        self.seconds(local)?;
        self.put(L::EXPIRED);
        self.put(if is_expired { "true" } else { "false" });
        Ok(())
    }

    /// A side of a bound.
    fn side(&mut self, head: &'static str, deletion: DeletionTime) -> Result {
        self.put(head);
        self.text.extend_from_slice(&self.clustering);
        self.put(L::BOUND_DELETION);
        self.deletion(deletion)?;
        self.put(L::END_SIDE);
        Ok(())
    }

    /// The path of a cell; the type of the cell's value.
    #[inline(always)]
    fn path(&mut self, column: &Column<'t>, fast: Fast, path: &[u8]) -> Result<&'t MarshalType> {
        match column.cells {
            Cells::Simple => Ok(column.ty),
            Cells::Collection { path: ty, value } => {
                if !fast.put(path, &mut self.text) {
                    let written = self.keys.write_escaped(ty, path, &mut self.text);
                    written.map_err(|e| column_error(self.begin, column, e))?;
                }
                Ok(value)
            }
            Cells::Fields(user) => match crate::json_value::field(user, path) {
                Ok(field) => {
                    json::write_escaped(&field.name, &mut self.text);
                    Ok(&field.ty)
                }
                Err(e) => Err(column_error(self.begin, column, e)),
            },
        }
    }

    /// A value of a type that has a short way to its text; `false` if it must take the other one.
    #[inline(always)]
    fn fast_value(&mut self, fast: Fast, bytes: &[u8]) -> bool {
        match fast {
            Fast::Int | Fast::Long => fast.put(bytes, &mut self.text),
            Fast::Text | Fast::Uuid | Fast::TimeUuid | Fast::Blob => {
                self.text.push(b'"');
                let is_done = fast.put(bytes, &mut self.text);
                if is_done {
                    self.text.push(b'"');
                } else {
                    self.text.truncate(self.text.len() - 1);
                }
                is_done
            }
            Fast::Empty => {
                self.put("\"\"");
                true
            }
            Fast::Other => false,
        }
    }

    #[inline(always)]
    fn value(&mut self, column: &Column<'t>, fast: Fast, ty: &MarshalType, bytes: &[u8]) -> Result {
        if self.fast_value(fast, bytes) {
            return Ok(());
        }
        self.slow_value(column, ty, bytes)
    }

    fn slow_value(&mut self, column: &Column<'t>, ty: &MarshalType, bytes: &[u8]) -> Result {
        match json::write(ty, bytes, &mut self.text) {
            Ok(()) => Ok(()),
            Err(_) if self.table.is_forgiving => {
                unsupported(&mut self.text);
                Ok(())
            }
            Err(e) => Err(column_error(self.begin, column, e)),
        }
    }

    /// Path and value, or deletion, of any cell.
    fn content(&mut self, index: usize, is_static: bool, cell: &Cell<'_>, is_tombstone: bool) -> Result {
        let column = &self.table.columns(is_static)[index];
        let pieces = &self.pieces.columns[usize::from(is_static)][index];
        let (fast_path, fast_value) = (pieces.fast_path, pieces.fast_value);
        let last = self.last;
        self.last = if is_tombstone { Last::Deleted } else { Last::Cell };
        if let Cells::Simple = column.cells {
            if is_tombstone {
                pieces.deleted.put(last, &mut self.text);
            } else {
                pieces.content.put(last, &mut self.text);
                self.value(column, fast_value, column.ty, cell.value)?;
            }
        } else {
            pieces.content.put(last, &mut self.text);
            let ty = self.path(column, fast_path, cell.path)?;
            if is_tombstone {
                self.pieces.path_deleted.put(&mut self.text);
            } else {
                self.pieces.path_value.put(&mut self.text);
                self.value(column, fast_value, ty, cell.value)?;
            }
        }
        if is_tombstone {
            self.seconds(cell.local_deletion_time)?;
            self.put(L::END_CELL_DELETION);
        }
        Ok(())
    }

    /// TTL of a cell that has another one than its row.
    #[cold]
    fn cell_expiration(&mut self, cell: &Cell<'_>) -> Result {
        self.put(L::CELL_TTL);
        // The clock in 32 bits, as Cassandra compares it here.
        let is_expired = cell.is_dead(i64::from(self.table.now as i32));
        self.expiration(cell.ttl, cell.local_deletion_time, is_expired)
    }
}

impl<L: Layout> Output for Json<'_, L> {
    #[inline(always)]
    fn text(&mut self) -> &mut Vec<u8> {
        &mut self.text
    }

    fn partition(&mut self, key: &[u8], begin: u64) -> Result {
        self.begin = begin;
        self.pieces.partition.put(&mut self.text);
        let written = self.keys.write_parts::<L>(key, &mut self.text);
        written.map_err(|e| value_error(begin, "partition key".into(), e))?;
        self.pieces.position.put(&mut self.text);
        Ok(())
    }

    fn partition_head(&mut self, position: u64, deletion: Option<DeletionTime>) -> Result {
        put_number(position, &mut self.text);
        if let Some(deletion) = deletion {
            self.put(L::PARTITION_DELETION);
            self.deletion(deletion)?;
        }
        self.put(L::ROWS);
        self.has_rows = false;
        Ok(())
    }

    fn end_partition(&mut self) {
        self.put(if self.has_rows { L::END_PARTITION } else { L::END_EMPTY_PARTITION });
    }

    #[inline]
    fn row<V: Clustering>(&mut self, position: u64, values: Option<&V>) -> Result {
        self.put_row(if values.is_some() { L::ROW } else { L::STATIC_ROW });
        put_number(position, &mut self.text);
        match values {
            Some(values) if values.count() > 0 => {
                self.put(L::CLUSTERING);
                clustering::<L>(self.table, self.begin, values, &mut self.text)
            }
            _ => Ok(()),
        }
    }

    #[inline]
    fn row_head(&mut self, head: &RowHead) -> Result {
        let liveness = &head.liveness;
        self.last = Last::None;
        if !liveness.is_empty() {
            self.put(L::LIVENESS);
            self.micros(liveness.timestamp)?;
            if liveness.is_expiring() {
                let local = liveness.local_expiration_time;
                self.put(L::TTL);
                self.expiration(liveness.ttl, local, local < self.table.now)?;
                self.put(L::END_EXPIRING_LIVENESS);
            } else {
                self.put(L::END_LIVENESS);
            }
        }
        if let Some(deletion) = head.deletion {
            self.put(L::ROW_DELETION);
            self.deletion(deletion)?;
        }
        self.put(L::CELLS);
        Ok(())
    }

    fn column(&mut self, column: usize, is_static: bool, deletion: Option<DeletionTime>) -> Result {
        let Some(deletion) = deletion else { return Ok(()) };
        let pieces = &self.pieces.columns[usize::from(is_static)][column];
        pieces.column_deletion.put(self.last, &mut self.text);
        self.last = Last::Cell;
        self.deletion(deletion)
    }

    #[inline(always)]
    fn cell(&mut self, index: usize, is_static: bool, cell: &Cell<'_>, head: &RowHead) -> Result {
        let is_tombstone = cell.is_tombstone();
        let usual = &self.pieces.usual[usize::from(is_static)][index];
        if usual.is_there && self.last == Last::Cell && !is_tombstone {
            usual.put(&mut self.text);
            if !self.fast_value(usual.fast_value, cell.value) {
                let column = &self.table.columns(is_static)[index];
                self.slow_value(column, column.ty, cell.value)?;
            }
        } else {
            self.content(index, is_static, cell, is_tombstone)?;
        }
        let liveness = &head.liveness;
        if liveness.is_empty() || cell.timestamp != liveness.timestamp {
            self.put(if is_tombstone { L::DELETED_TSTAMP } else { L::TSTAMP });
            self.micros(cell.timestamp)?;
            self.put("\"");
        }
        if cell.is_expiring() && (liveness.is_empty() || cell.ttl != liveness.ttl) {
            self.cell_expiration(cell)?;
        }
        Ok(())
    }

    #[inline]
    fn end_row(&mut self) {
        self.pieces.end_row.put(self.last, &mut self.text);
    }

    fn drop_row(&mut self, is_first: bool) {
        self.has_rows = !is_first;
    }

    fn marker<V: Clustering>(&mut self, _: u64, kind: PrefixKind, values: &V) -> Result {
        self.bound = kind;
        self.clustering.clear();
        if values.count() > 0 {
            self.clustering.extend_from_slice(L::BOUND_CLUSTERING.as_bytes());
            clustering::<L>(self.table, self.begin, values, &mut self.clustering)?;
        }
        Ok(())
    }

    fn marker_body(&mut self, deletion: DeletionTime, start: Option<DeletionTime>) -> Result {
        use PrefixKind as P;
        self.put_row(if start.is_some() { L::BOUNDARY } else { L::BOUND });
        let (opens, closes) = match self.bound {
            P::InclStartBound => (Some(L::INCL_START), None),
            P::ExclStartBound => (Some(L::EXCL_START), None),
            P::InclEndBound => (None, Some(L::INCL_END)),
            P::ExclEndInclStartBoundary => (Some(L::INCL_START), Some(L::EXCL_END)),
            P::InclEndExclStartBoundary => (Some(L::EXCL_START), Some(L::INCL_END)),
            _ => (None, Some(L::EXCL_END)),
        };
        if let Some(head) = opens {
            self.side(head, start.unwrap_or(deletion))?;
        }
        if let Some(head) = closes {
            self.side(head, deletion)?;
        }
        self.put(L::END_BOUND);
        Ok(())
    }
}

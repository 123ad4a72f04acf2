//! A row of the answer before anything is computed of it.

use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::{Cell, Row};
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::Cells;
use cqlite_types::value::Stored;

use super::{Layout, Place, Queried};
use crate::schema::TableMetadata;
use crate::{QueryError, Result, Value};

/// A row with its partition's key and static row; a partition that has only static columns has no row.
#[derive(Clone, Copy)]
pub(crate) struct RowView<'r> {
    pub(crate) table: &'r TableMetadata,
    pub(crate) layout: &'r Layout,
    /// What is asked for of collections.
    pub(crate) queried: &'r Queried,
    /// The parts of the partition key.
    pub(crate) key: &'r [Vec<u8>],
    pub(crate) static_row: &'r Row,
    pub(crate) row: Option<&'r Row>,
    /// The clock, in seconds since 1970.
    pub(crate) now: i64,
}

impl<'r> RowView<'r> {
    /// The value of a column, by its index among the table's columns.
    pub(crate) fn value(&self, column: usize) -> Result<Value> {
        let ty = self.table.columns[column].ty.unreversed();
        match self.layout.place(column) {
            Place::Key(i) => Ok(self.key.get(i).cloned()),
            Place::Clustering(i) => Ok(self.row.and_then(|row| row.clustering.value(i)).map(<[u8]>::to_vec)),
            _ => {
                if Cells::of(ty).is_complex() {
                    let cells: Vec<(&[u8], &[u8])> =
                        self.cells(column).iter().map(|cell| (cell.path, cell.value)).collect();
                    if cells.is_empty() {
                        return Ok(None);
                    }
                    let bytes = Stored::Many(cells).to_bytes(ty).map_err(QueryError::storage)?;
                    return Ok(Some(bytes.into_owned()));
                }
                let Some(cell) = self.stored(column).and_then(|found| found.cell()) else { return Ok(None) };
                if ty.is_counter() {
                    let total = cqlite_types::counter::total(cell.value).map_err(QueryError::storage)?;
                    return Ok(Some(total.to_be_bytes().to_vec()));
                }
                Ok(Some(cell.value.to_vec()))
            }
        }
    }

    /// A value as it is stored, where it is one string of bytes.
    pub(crate) fn bytes(&self, column: usize) -> Option<&'r [u8]> {
        match self.layout.place(column) {
            Place::Key(i) => self.key.get(i).map(Vec::as_slice),
            Place::Clustering(i) => self.row.and_then(|row| row.clustering.value(i)),
            _ => self.stored(column).and_then(|found| found.cell()).map(|cell| cell.value),
        }
    }

    /// The cells of a column, with their paths.
    pub(crate) fn cells(&self, column: usize) -> Vec<Cell<'r>> {
        let mut cells: Vec<Cell<'r>> = self.stored(column).map_or_else(Vec::new, |found| found.cells().collect());
        let row = match self.layout.place(column) {
            Place::Static(_) => Some(self.static_row),
            _ => self.row,
        };
        if let Some(row) = row {
            let key_type = Cells::of(self.ty(column)).path_type();
            self.queried.seen(column, key_type, row.liveness.timestamp, &mut cells);
        }
        cells
    }

    /// The type of a column's values.
    pub(crate) fn ty(&self, column: usize) -> &'r MarshalType {
        self.table.columns[column].ty.unreversed()
    }

    fn stored(&self, column: usize) -> Option<cqlite_rows::Column<'r>> {
        match self.layout.place(column) {
            Place::Static(i) => self.static_row.column(i),
            Place::Regular(i) => self.row?.column(i),
            Place::Key(_) | Place::Clustering(_) | Place::Nowhere => None,
        }
    }
}

//! Where something is that cannot be written.

use cqlite_rows::clustering::PrefixValues as _;
use cqlite_rows::{Partitions, Row, StoreError, Unfiltered};
use cqlite_schema::{Column, TableSchema};
use cqlite_sstable::writer::WriteError;
use cqlite_types::spelling;

use crate::Error;

/// Why a partition was not written.
pub(super) enum Failed {
    Read(Error),
    Write(WriteError),
}

impl From<Error> for Failed {
    fn from(e: Error) -> Self {
        Failed::Read(e)
    }
}

impl From<WriteError> for Failed {
    fn from(e: WriteError) -> Self {
        Failed::Write(e)
    }
}

impl Failed {
    /// With the partition, the row and the column that cannot be written.
    pub(super) fn at(self, partition: &impl Partitions, table: &TableSchema) -> Error {
        let e = match self {
            Failed::Read(e) => return e,
            Failed::Write(e) => e,
        };
        let WriteError::Row(cause) = &e else { return e.into() };
        let time = match cause {
            StoreError::DeletionTime { found, .. } => Some(*found),
            _ => None,
        };
        let key = spelling::joined(&spelling::key_parts(table.keys.key_type.as_ref(), partition.key()));
        let place = match partition.unfiltered() {
            // It is the partition's, or that of a range that began somewhere before.
            _ if matches!(cause, StoreError::Deletion { .. }) => String::new(),
            Some(Unfiltered::Row(row)) => {
                format!(", row {}{}", clustering(row, table), part(row, &table.regular_columns, time))
            }
            Some(Unfiltered::Marker(_)) => ", a range deletion".to_owned(),
            None => match partition.static_row() {
                Some(row) => format!(", the static row{}", part(row, &table.static_columns, time)),
                None => String::new(),
            },
        };
        let place = format!("partition {key}{place}");
        Error::from(e).within(&place)
    }
}

fn clustering(row: &Row, table: &TableSchema) -> String {
    let value = |(i, ty): (usize, _)| {
        let Some(bytes) = row.clustering.value(i) else { return "null".to_owned() };
        let mut text = Vec::new();
        match cqlite_types::text::write(ty, bytes, &mut text) {
            Ok(()) => String::from_utf8_lossy(&text).into_owned(),
            Err(_) => cqlite_types::hex::text(bytes),
        }
    };
    table.clustering.iter().enumerate().map(value).collect::<Vec<_>>().join(":")
}

/// What of a row has a local deletion time, or expires then.
fn part(row: &Row, columns: &[Column], time: Option<i64>) -> String {
    let Some(time) = time else { return String::new() };
    let name =
        |index: usize| columns.get(index).map_or_else(String::new, |c| String::from_utf8_lossy(&c.name).into_owned());
    let is_its = |column: &cqlite_rows::Column<'_>| {
        column.deletion.is_some_and(|deletion| deletion.local_deletion_time == time)
            || column.cells().any(|cell| cell.local_deletion_time == time)
    };
    match row.columns().find(is_its) {
        Some(column) => format!(", column {}", name(column.index)),
        None => String::new(),
    }
}

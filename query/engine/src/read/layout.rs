//! Where in what is read the columns of a table are.

use cqlite_merge::DroppedColumns;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::TableSchema;

use crate::schema::{ColumnKind, DroppedColumn, TableMetadata};

/// Where a column's value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A part of the partition key.
    Key(usize),
    /// A clustering value.
    Clustering(usize),
    /// Of the static row, by index.
    Static(usize),
    /// Of the row, by index.
    Regular(usize),
    /// No SSTable has it.
    Nowhere,
}

/// The places of all columns, and what rows have that the table does not.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    places: Vec<Place>,
    /// Columns whose cells up to a time are not seen any more.
    dropped: DroppedColumns,
}

impl Layout {
    /// That of a table whose SSTables have these columns. `guess` gives a time for a column that was dropped at one that is not known.
    pub(crate) fn new(table: &TableMetadata, stored: &TableSchema, guess: impl Fn(&[u8], bool) -> i64) -> Layout {
        let index =
            |name: &str, is_static| stored.columns(is_static).iter().position(|column| column.name == name.as_bytes());
        let place = |column: &crate::schema::ColumnMetadata| match column.kind {
            ColumnKind::PartitionKey(i) => Place::Key(i),
            ColumnKind::Clustering(i) => Place::Clustering(i),
            ColumnKind::Static => index(&column.name, true).map_or(Place::Nowhere, Place::Static),
            ColumnKind::Regular => index(&column.name, false).map_or(Place::Nowhere, Place::Regular),
        };
        let dropped = |is_static| {
            let kind = if is_static { ColumnKind::Static } else { ColumnKind::Regular };
            let columns = stored.columns(is_static).iter().enumerate();
            let until = columns.filter_map(|(i, column)| {
                let name = String::from_utf8_lossy(&column.name);
                let known = table.column(&name).is_some_and(|known| known.kind == kind);
                // What a compact table has besides its columns tells that a row is there.
                if column.ty == MarshalType::Native(NativeType::Empty) {
                    return None;
                }
                match (known, table.dropped.get(&*name)) {
                    (false, _) => Some((i, i64::MAX)),
                    (true, Some(DroppedColumn { dropped_time: i64::MIN, .. })) => {
                        Some((i, guess(&column.name, is_static)))
                    }
                    (true, Some(dropped)) => Some((i, dropped.dropped_time)),
                    (true, None) => None,
                }
            });
            until.collect()
        };
        let dropped = DroppedColumns { of_static: dropped(true), regular: dropped(false) };
        Layout { places: table.columns.iter().map(place).collect(), dropped }
    }

    /// Where the column is that stands at an index of the table's columns.
    pub(crate) fn place(&self, column: usize) -> Place {
        self.places[column]
    }

    /// What of dropped columns is not seen any more.
    pub(crate) fn dropped(&self) -> &DroppedColumns {
        &self.dropped
    }
}

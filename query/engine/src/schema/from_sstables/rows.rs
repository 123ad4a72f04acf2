//! Rows of `system_schema`.

use std::collections::BTreeMap;

use cqlite_merge::{Live, Merge};
use cqlite_rows::clustering::PrefixValues;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::reader::PartitionIterator;
use cqlite_sstable::Sstable;
use cqlite_types::value::{FromCql, Stored};

use crate::{QueryError, QueryErrorKind, Result};

/// A live row, with the keyspace that is its partition's key.
#[derive(Debug)]
pub(super) struct SchemaRow {
    pub(super) keyspace: String,
    clustering: Vec<(MarshalType, Option<Vec<u8>>)>,
    values: BTreeMap<String, (MarshalType, Vec<u8>)>,
}

impl SchemaRow {
    /// The value of a column; nothing if it is null, or of a version that does not have it.
    pub(super) fn get<'r, T: FromCql<'r>>(&'r self, column: &str) -> Result<Option<T>> {
        let Some((ty, bytes)) = self.values.get(column) else { return Ok(None) };
        T::from_cql(ty, Stored::One(bytes)).map(Some).map_err(|error| self.wrong(column, &error))
    }

    /// The same as text; nothing is the empty one.
    pub(super) fn text(&self, column: &str) -> Result<String> {
        Ok(self.get::<String>(column)?.unwrap_or_default())
    }

    /// A clustering column's text.
    pub(super) fn clustering_text(&self, at: usize) -> Result<String> {
        self.clustering(at)
    }

    pub(super) fn clustering<'r, T: FromCql<'r> + Default>(&'r self, at: usize) -> Result<T> {
        match self.clustering.get(at) {
            Some((ty, Some(bytes))) => {
                T::from_cql(ty, Stored::One(bytes)).map_err(|error| self.wrong("clustering", &error))
            }
            _ => Ok(T::default()),
        }
    }

    fn wrong(&self, column: &str, error: &dyn std::fmt::Display) -> QueryError {
        let text = format!("system_schema of keyspace {}: column {column}: {error}", self.keyspace);
        QueryError::new(QueryErrorKind::Storage, text)
    }
}

/// The live rows of a table.
pub(super) fn read(sstables: &[Sstable], now: i64) -> Result<Vec<SchemaRow>> {
    let storage = |error: &dyn std::fmt::Display| QueryError::new(QueryErrorKind::Storage, error.to_string());
    let schema = TableSchema::union(sstables.iter().map(Sstable::schema)).map_err(|error| storage(&error))?;
    let (Some(schema), Some(first)) = (schema, sstables.first()) else { return Ok(Vec::new()) };
    let source = |sstable| -> PartitionIterator<'_> {
        let sstable: &Sstable = sstable;
        sstable.partitions().with_columns(ColumnMap::new(sstable.schema(), &schema))
    };
    let merge = Merge::new(&schema, first.comparator(), sstables.iter().map(source).collect());
    let mut live = Live::new(merge, now);
    let mut rows = Vec::new();
    while live.next_partition().map_err(|error| storage(&error))? {
        let keyspace = String::from_utf8_lossy(live.key()).into_owned();
        // Keyspaces have one row without a clustering.
        while let Some(row) = live.next_row().map_err(|error| storage(&error))? {
            let clustering = schema.clustering.iter().enumerate();
            let clustering = clustering
                .map(|(at, ty)| (ty.unreversed().clone(), row.clustering.value(at).map(<[u8]>::to_vec)))
                .collect();
            let columns = schema.regular_columns.iter().enumerate();
            let values = columns.filter_map(|(at, column)| {
                let cell = row.column(at)?.cell()?;
                Some((column.name().ok()?.to_owned(), (column.ty.clone(), cell.value.to_vec())))
            });
            rows.push(SchemaRow { keyspace: keyspace.clone(), clustering, values: values.collect() });
        }
    }
    Ok(rows)
}

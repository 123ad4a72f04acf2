//! Names of what there is.

use cqlite::catalog::{Catalog, ColumnKind, TableMetadata};

/// Keyspaces, their tables, and the tables' columns.
#[derive(Debug, Default, Clone)]
pub struct Names {
    pub keyspaces: Vec<(String, Vec<TableNames>)>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct TableNames {
    pub name: String,
    /// In the order of cqlsh's COPY: partition key, clustering, all others by name.
    pub columns: Vec<String>,
    /// How many of them are the partition key.
    pub num_key: usize,
}

impl Names {
    pub fn of(catalog: &Catalog) -> Self {
        let tables = |tables: &mut dyn Iterator<Item = &TableMetadata>| tables.map(TableNames::of).collect();
        let keyspaces = catalog.keyspaces.values();
        Names { keyspaces: keyspaces.map(|own| (own.name.clone(), tables(&mut own.tables.values()))).collect() }
    }

    /// The tables of a keyspace.
    pub fn tables(&self, keyspace: &str) -> Option<&[TableNames]> {
        self.keyspaces.iter().find(|(name, _)| name == keyspace).map(|(_, tables)| tables.as_slice())
    }
}

impl TableNames {
    fn of(table: &TableMetadata) -> Self {
        let (mut key, mut others): (Vec<_>, Vec<_>) = table.columns.iter().partition(|column| column.is_primary_key());
        key.sort_by_key(|column| column.kind);
        others.sort_by(|a, b| a.name.cmp(&b.name));
        let num_key = key.iter().filter(|column| matches!(column.kind, ColumnKind::PartitionKey(_))).count();
        let columns = key.into_iter().chain(others).map(|column| column.name.clone()).collect();
        TableNames { name: table.name.clone(), columns, num_key }
    }
}

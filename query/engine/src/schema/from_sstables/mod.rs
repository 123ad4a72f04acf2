//! The catalog from the SSTables of `system_schema` (`SchemaKeyspace`), of any version that has them: 3.0 and later.

mod column;
mod function;
mod rows;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use cqlite_cql::parse_type;
use cqlite_runtime::marshal::{MarshalType, UserField, UserType};
use cqlite_sstable::descriptor::{discover, Descriptor};
use cqlite_sstable::{OpenOptions, Sstable};

use super::context::Context;
use super::cql_type::UserTypes;
use super::execute::replication;
use super::options::Source;
use super::{Catalog, Keyspace};
use crate::{QueryError, QueryErrorKind, Result};
use rows::SchemaRow;

/// The schema's tables that are read.
const TABLES: [&str; 11] = [
    "keyspaces",
    "tables",
    "columns",
    "column_masks",
    "dropped_columns",
    "types",
    "indexes",
    "triggers",
    "views",
    "functions",
    "aggregates",
];

/// The catalog that a folder `system_schema` of a data directory has: its tables' folders are called `tables-<id>` and so on, or without ids.
/// `now`, in seconds since 1970, is the time by which what has expired is left out. Nothing if there are no such SSTables.
///
/// # Errors
/// An SSTable that cannot be opened or read, and rows that make no schema.
pub fn from_folder(system_schema: &Path, now: i64) -> Result<Option<Catalog>> {
    let mut found: BTreeMap<&'static str, Vec<Sstable>> = BTreeMap::new();
    let folders = std::fs::read_dir(system_schema).map_err(|error| in_folder(system_schema, &error))?;
    for folder in folders {
        let folder = folder.map_err(|error| in_folder(system_schema, &error))?.path();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(table) = TABLES.into_iter().find(|table| name.split('-').next() == Some(table)) else { continue };
        if !folder.is_dir() {
            continue;
        }
        let discovery = discover(&folder).map_err(QueryError::storage)?;
        if let Some(error) = discovery.refused.into_iter().next() {
            return Err(QueryError::storage(error));
        }
        for sstable in discovery.sstables {
            found.entry(table).or_default().push(open(&sstable.descriptor)?);
        }
    }
    match found.contains_key("keyspaces") || found.contains_key("tables") {
        true => from_sstables(&found, now).map(Some),
        false => Ok(None),
    }
}

fn open(descriptor: &Descriptor) -> Result<Sstable> {
    OpenOptions::default().open_descriptor(descriptor).map_err(QueryError::storage)
}

fn in_folder(folder: &Path, error: &std::io::Error) -> QueryError {
    QueryError::new(QueryErrorKind::Storage, format!("{}: {error}", folder.display()))
}

/// The rows of all tables, by the tables' names.
type AllRows = BTreeMap<&'static str, Vec<SchemaRow>>;

/// The catalog that the SSTables of the schema's tables have, by the tables' names.
///
/// # Errors
/// As [`from_folder`].
pub fn from_sstables(sstables: &BTreeMap<&'static str, Vec<Sstable>>, now: i64) -> Result<Catalog> {
    let mut all = AllRows::new();
    for (table, sstables) in sstables {
        all.insert(table, rows::read(sstables, now)?);
    }
    let mut catalog = Catalog::default();
    let context = Context::new(None, Source::File, Some(0));
    // Without a row of its own a keyspace is one of those that its tables are in.
    for row in ["tables", "types", "views"].into_iter().flat_map(|table| all.get(table).into_iter().flatten()) {
        catalog.keyspaces.entry(row.keyspace.clone()).or_insert_with(|| Keyspace {
            name: row.keyspace.clone(),
            durable_writes: true,
            ..Default::default()
        });
    }
    for row in all.get("keyspaces").into_iter().flatten() {
        let map: BTreeMap<String, String> = row.get("replication")?.unwrap_or_default();
        let map: Vec<(String, String)> = map.into_iter().collect();
        let keyspace = Keyspace {
            name: row.keyspace.clone(),
            replication: replication(&row.keyspace, &map, context)?,
            durable_writes: row.get("durable_writes")?.unwrap_or(true),
            ..Default::default()
        };
        catalog.keyspaces.insert(keyspace.name.clone(), keyspace);
    }
    for keyspace in catalog.keyspaces.values_mut() {
        user_types(keyspace, &all, context)?;
        function::read(keyspace, &all, context)?;
        table::read(keyspace, &all, context)?;
    }
    Ok(catalog)
}

/// The rows of a table that are of a keyspace.
fn of_keyspace<'r>(all: &'r AllRows, table: &str, keyspace: &'r str) -> impl Iterator<Item = &'r SchemaRow> {
    all.get(table).into_iter().flatten().filter(move |row| row.keyspace == keyspace)
}

/// A type as `system_schema` writes it (`CQLTypeParser.parse`).
fn type_of(text: &str, keyspace: &str, types: &UserTypes, context: Context<'_>) -> Result<MarshalType> {
    context.resolve(&parse_type(text)?, keyspace, types).map_err(|error| in_schema(keyspace, text, &error))
}

fn in_schema(keyspace: &str, what: &str, error: &QueryError) -> QueryError {
    QueryError::new(QueryErrorKind::Storage, format!("system_schema of keyspace {keyspace}: {what}: {error}"))
}

/// User types, in whatever order they are made of each other.
fn user_types(keyspace: &mut Keyspace, all: &AllRows, context: Context<'_>) -> Result<()> {
    let name = keyspace.name.clone();
    let mut left: Vec<&SchemaRow> = of_keyspace(all, "types", &name).collect();
    loop {
        let (before, mut error) = (left.len(), None);
        let mut next = Vec::new();
        for row in left {
            match user_type(row, &keyspace.types, context) {
                Ok(ty) => {
                    keyspace.types.insert(ty.name.clone(), ty);
                }
                Err(found) => {
                    error = Some(found);
                    next.push(row);
                }
            }
        }
        match error {
            None => return Ok(()),
            // None of those that are left can be made: of something that is not there, or of each other.
            Some(error) if next.len() == before => return Err(error),
            Some(_) => left = next,
        }
    }
}

fn user_type(row: &SchemaRow, types: &UserTypes, context: Context<'_>) -> Result<UserType> {
    let names: Vec<String> = row.get("field_names")?.unwrap_or_default();
    let texts: Vec<String> = row.get("field_types")?.unwrap_or_default();
    let mut fields = Vec::with_capacity(names.len());
    for (name, text) in names.into_iter().zip(&texts) {
        fields.push(UserField { name, ty: type_of(text, &row.keyspace, types, context)? });
    }
    Ok(UserType { keyspace: row.keyspace.clone(), name: row.clustering_text(0)?, fields, multi_cell: true })
}

//! Columns of tables and views.

use std::collections::BTreeMap;

use cqlite_runtime::marshal::MarshalType;
use cqlite_types::value::Timestamp;

use super::rows::SchemaRow;
use super::{in_schema, of_keyspace, type_of, AllRows};
use crate::schema::columns;
use crate::schema::context::Context;
use crate::schema::metadata::{ColumnKind, ColumnMetadata, DroppedColumn, Keyspace};
use crate::schema::refuse::invalid;
use crate::Result;

/// All columns of a table or view.
pub(super) fn read(
    keyspace: &Keyspace,
    table: &str,
    all: &AllRows,
    context: Context<'_>,
) -> Result<Vec<ColumnMetadata>> {
    let name = keyspace.name.as_str();
    let mut masks = BTreeMap::new();
    for row in of_keyspace(all, "column_masks", name) {
        if row.clustering_text(0)? == table {
            masks.insert(row.clustering_text(1)?, mask(row, keyspace, context)?);
        }
    }
    let mut columns = Vec::new();
    for row in of_keyspace(all, "columns", name) {
        if row.clustering_text(0)? != table {
            continue;
        }
        let column = row.clustering_text(1)?;
        let position = usize::try_from(row.get::<i32>("position")?.unwrap_or_default()).unwrap_or_default();
        let kind = match row.text("kind")?.as_str() {
            "partition_key" => ColumnKind::PartitionKey(position),
            "clustering" => ColumnKind::Clustering(position),
            "static" => ColumnKind::Static,
            "regular" => ColumnKind::Regular,
            other => {
                return invalid(format!("unknown kind {other} of column {column}"))
                    .map_err(|e| in_schema(name, table, &e))
            }
        };
        let ty = type_of(&row.text("type")?, name, &keyspace.types, context)?;
        let ty = match row.text("clustering_order")?.to_lowercase().as_str() {
            "desc" => MarshalType::Reversed(Box::new(ty)),
            _ => ty,
        };
        let mask = masks.remove(&column);
        columns.push(ColumnMetadata { name: column, ty, kind, mask, constraints: Vec::new() });
    }
    columns::sort(&mut columns);
    if !columns.iter().any(|column| matches!(column.kind, ColumnKind::PartitionKey(_))) {
        return invalid("there are no columns of the partition key").map_err(|e| in_schema(name, table, &e));
    }
    Ok(columns)
}

/// The columns of a table that were dropped.
pub(super) fn dropped(
    keyspace: &Keyspace,
    table: &str,
    all: &AllRows,
    context: Context<'_>,
) -> Result<BTreeMap<String, DroppedColumn>> {
    let mut dropped = BTreeMap::new();
    for row in of_keyspace(all, "dropped_columns", &keyspace.name) {
        if row.clustering_text(0)? != table {
            continue;
        }
        let ty = type_of(&row.text("type")?, &keyspace.name, &keyspace.types, context)?;
        let time = row.get::<Timestamp>("dropped_time")?.map_or(0, |time| time.0);
        let is_static = row.text("kind")? == "static";
        let column = DroppedColumn { ty, is_static, dropped_time: time.saturating_mul(1000) };
        dropped.insert(row.clustering_text(1)?, column);
    }
    Ok(dropped)
}

/// A mask as DESCRIBE prints it.
fn mask(row: &SchemaRow, keyspace: &Keyspace, context: Context<'_>) -> Result<String> {
    let types: Vec<String> = row.get("function_argument_types")?.unwrap_or_default();
    let values: Vec<String> = row.get("function_argument_values")?.unwrap_or_default();
    let nulls: Vec<bool> = row.get("function_argument_nulls")?.unwrap_or_default();
    let mut arguments = Vec::with_capacity(types.len());
    for (at, (ty, value)) in types.iter().zip(&values).enumerate() {
        if nulls.get(at) == Some(&true) {
            arguments.push("null".to_owned());
            continue;
        }
        let ty = type_of(ty, &keyspace.name, &keyspace.types, context)?;
        let mut literal = Vec::new();
        let written = cqlite_types::from_text(&ty, value)
            .and_then(|bytes| cqlite_types::literal::write(&ty, &bytes, &mut literal));
        if let Err(error) = written {
            return invalid(error.to_string()).map_err(|e| in_schema(&keyspace.name, "column_masks", &e));
        }
        arguments.push(String::from_utf8_lossy(&literal).into_owned());
    }
    Ok(format!("{}.{}({})", row.text("function_keyspace")?, row.text("function_name")?, arguments.join(", ")))
}

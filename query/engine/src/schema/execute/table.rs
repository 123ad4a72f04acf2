//! What all tables have to fulfil, and DROP TABLE.

use cqlite_cql::ast::TableName;

use crate::schema::context::{is_word, Context};
use crate::schema::metadata::{Catalog, Keyspace, TableKind, TableMetadata};
use crate::schema::options;
use crate::schema::refuse::{configuration, invalid};
use crate::Result;

/// `SchemaConstants.TABLE_NAME_LENGTH`
const MAX_NAME: usize = 222;

/// `TableMetadata.validate`
pub(super) fn validate(table: &TableMetadata) -> Result<()> {
    let except = |text: String| configuration(format!("{}.{}: {text}", table.keyspace, table.name));
    let name = &table.name;
    if !is_word(name) {
        return except(format!(
            "Table name must not be empty or not contain non-alphanumeric-underscore characters (got \"{name}\")"
        ));
    }
    if name.len() > MAX_NAME {
        return except(format!(
            "Table name must not be more than {MAX_NAME} characters long (got {} characters for \"{name}\")",
            name.len()
        ));
    }
    options::validate(&table.options)?;
    if table.partition_key().any(|column| column.ty.is_counter()) {
        return except("PRIMARY KEY columns cannot contain counters".to_owned());
    }
    Ok(())
}

/// Counters and other columns are in tables of their own.
pub(super) fn validate_counters(table: &TableMetadata, is_counter: bool) -> Result<()> {
    let mut others = table.all_columns().filter(|column| !column.is_primary_key() && !column.name.is_empty());
    let text = match others.find(|column| column.ty.is_counter() != is_counter) {
        Some(column) if is_counter => {
            format!("Cannot have a non counter column (\"{}\") in a counter table", column.name)
        }
        Some(column) => format!("Cannot have a counter column (\"{}\") in a non counter table", column.name),
        None => return Ok(()),
    };
    configuration(format!("{}.{}: {text}", table.keyspace, table.name))
}

/// The views of a table.
pub(super) fn views<'k>(keyspace: &'k Keyspace, table: &'k str) -> impl Iterator<Item = &'k TableMetadata> {
    let is_of = move |view: &&TableMetadata| matches!(&view.kind, TableKind::View { base, .. } if base == table);
    keyspace.tables.values().filter(is_of)
}

pub(super) fn drop(catalog: &mut Catalog, name: &TableName, if_exists: bool, context: Context<'_>) -> Result<()> {
    let keyspace_name = context.keyspace(name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let own = &name.name.text;
    let found = catalog.keyspaces.get_mut(keyspace_name).filter(|keyspace| keyspace.tables.contains_key(own));
    let Some(keyspace) = found else {
        return match if_exists {
            true => Ok(()),
            false => invalid(format!("Table '{keyspace_name}.{own}' doesn't exist")),
        };
    };
    if keyspace.tables[own].is_view() {
        return invalid("Cannot use DROP TABLE on a materialized view. Please use DROP MATERIALIZED VIEW instead.");
    }
    if views(keyspace, own).next().is_some() {
        // Cassandra names the keyspace here where it means the views.
        return invalid(format!("Cannot drop a table when materialized views still depend on it ({keyspace_name})"));
    }
    keyspace.tables.remove(own);
    Ok(())
}

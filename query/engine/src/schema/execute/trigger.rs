//! CREATE and DROP TRIGGER.

use cqlite_cql::ast::{CreateTrigger, TableName};

use crate::schema::context::Context;
use crate::schema::metadata::Catalog;
use crate::schema::options::Source;
use crate::schema::refuse::invalid;
use crate::Result;

pub(super) fn create(catalog: &mut Catalog, create: &CreateTrigger, context: Context<'_>) -> Result<()> {
    let keyspace_name = context.keyspace(create.table.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let (name, table_name) = (&create.name.text, &create.table.name.text);
    let keyspace = catalog.keyspace_mut(keyspace_name)?;
    let Some(table) = keyspace.tables.get_mut(table_name) else {
        return invalid(format!("Table '{table_name}' doesn't exist"));
    };
    if table.is_view() {
        return invalid("Cannot CREATE TRIGGER for a materialized view");
    }
    if table.triggers.contains_key(name) {
        return match create.if_not_exists {
            true => Ok(()),
            false => invalid(format!("Trigger '{name}' already exists")),
        };
    }
    if context.source == Source::Statement {
        // There are no classes here.
        return invalid(format!("Trigger class '{}' couldn't be loaded", create.class));
    }
    table.triggers.insert(name.clone(), create.class.clone());
    Ok(())
}

pub(super) fn drop(
    catalog: &mut Catalog,
    name: &str,
    of: &TableName,
    if_exists: bool,
    context: Context<'_>,
) -> Result<()> {
    let keyspace_name = context.keyspace(of.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let table_name = &of.name.text;
    let found = catalog.keyspaces.get_mut(keyspace_name).and_then(|keyspace| keyspace.tables.get_mut(table_name));
    match found.and_then(|table| table.triggers.remove(name)) {
        None if !if_exists => invalid(format!("Trigger '{name}' on '{keyspace_name}.{table_name}' doesn't exist")),
        _ => Ok(()),
    }
}

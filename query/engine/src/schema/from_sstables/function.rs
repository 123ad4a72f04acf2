//! Functions and aggregates.

use cqlite_runtime::marshal::MarshalType;

use super::rows::SchemaRow;
use super::{of_keyspace, type_of, AllRows};
use crate::schema::context::Context;
use crate::schema::describe::{self, FunctionText};
use crate::schema::metadata::{AggregateParts, FunctionMetadata, Keyspace};
use crate::Result;

/// All functions and aggregates of a keyspace.
pub(super) fn read(keyspace: &mut Keyspace, all: &AllRows, context: Context<'_>) -> Result<()> {
    let own = keyspace.name.clone();
    for row in of_keyspace(all, "functions", &own) {
        let arguments = arguments(row, keyspace, context)?;
        let names: Vec<String> = row.get("argument_names")?.unwrap_or_default();
        let returns = type_of(&row.text("return_type")?, &own, &keyspace.types, context)?;
        let (name, called_on_null) = (row.clustering_text(0)?, row.get("called_on_null_input")?.unwrap_or_default());
        let described = describe::function(&FunctionText {
            keyspace: &own,
            name: &name,
            names: &names,
            arguments: &arguments,
            called_on_null,
            returns: &returns,
            language: &row.text("language")?,
            body: &row.text("body")?,
        });
        keyspace.functions.push(FunctionMetadata {
            name,
            arguments,
            returns,
            is_aggregate: false,
            called_on_null,
            parts: None,
            described,
        });
    }
    for row in of_keyspace(all, "aggregates", &own) {
        let arguments = arguments(row, keyspace, context)?;
        let name = row.clustering_text(0)?;
        let parts = AggregateParts {
            state_function: row.text("state_func")?,
            state: type_of(&row.text("state_type")?, &own, &keyspace.types, context)?,
            final_function: row.get("final_func")?,
            initial: row.get("initcond")?,
        };
        let described = describe::aggregate(&own, &name, &arguments, &parts);
        keyspace.functions.push(FunctionMetadata {
            name,
            arguments,
            returns: type_of(&row.text("return_type")?, &own, &keyspace.types, context)?,
            is_aggregate: true,
            called_on_null: false,
            parts: Some(parts),
            described,
        });
    }
    Ok(())
}

fn arguments(row: &SchemaRow, keyspace: &Keyspace, context: Context<'_>) -> Result<Vec<MarshalType>> {
    let texts: Vec<String> = row.clustering(1)?;
    texts.iter().map(|text| type_of(text, &keyspace.name, &keyspace.types, context)).collect()
}

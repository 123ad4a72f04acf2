//! CREATE, ALTER and DROP TYPE.

use std::collections::BTreeSet;

use cqlite_cql::ast::{AlterType, AlterTypeAction, CreateType, TableName, TypeName, TypeNameKind};
use cqlite_runtime::marshal::{UserField, UserType};

use crate::schema::context::Context;
use crate::schema::cql_type::{is_counter, qualified, refers_to, with_updated};
use crate::schema::metadata::{Catalog, Keyspace};
use crate::schema::refuse::invalid;
use crate::Result;

pub(super) fn create(catalog: &mut Catalog, create: &CreateType, context: Context<'_>) -> Result<()> {
    create.fields.iter().try_for_each(|(_, ty)| context.check_type(ty))?;
    let keyspace_name = context.keyspace(create.name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let keyspace = catalog.keyspace_mut(keyspace_name)?;
    let name = &create.name.name.text;
    if keyspace.types.contains_key(name) {
        return match create.if_not_exists {
            true => Ok(()),
            false => invalid(format!("A user type with name '{name}' already exists")),
        };
    }
    let mut seen = BTreeSet::new();
    for (field, _) in &create.fields {
        if !seen.insert(&field.text) {
            let text = format!("Duplicate field name '{}' in type '{name}'", field.text);
            return invalid(text).map_err(|e| e.at(field.span));
        }
    }
    create.fields.iter().try_for_each(|(_, ty)| check_field(ty))?;
    let mut fields = Vec::with_capacity(create.fields.len());
    for (field, ty) in &create.fields {
        fields.push(UserField { name: field.text.clone(), ty: context.resolve(ty, keyspace_name, &keyspace.types)? });
    }
    let new = UserType { keyspace: keyspace_name.to_owned(), name: name.clone(), fields, multi_cell: true };
    keyspace.types.insert(name.clone(), new);
    Ok(())
}

fn check_field(ty: &TypeName) -> Result<()> {
    if is_counter(ty) {
        return invalid("A user type cannot contain counters").map_err(|e| e.at(ty.span));
    }
    match ty.kind {
        TypeNameKind::User(_) => invalid("A user type cannot contain non-frozen UDTs").map_err(|e| e.at(ty.span)),
        _ => Ok(()),
    }
}

pub(super) fn alter(catalog: &mut Catalog, alter: &AlterType, context: Context<'_>) -> Result<()> {
    if let AlterTypeAction::Add { ty, .. } | AlterTypeAction::Alter { ty, .. } = &alter.action {
        context.check_type(ty)?;
    }
    let keyspace_name = context.keyspace(alter.name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let name = &alter.name.name.text;
    let found = catalog.keyspaces.get_mut(keyspace_name).filter(|keyspace| keyspace.types.contains_key(name));
    let Some(keyspace) = found else {
        return match alter.if_exists {
            true => Ok(()),
            false => invalid(format!("Type {keyspace_name}.{name} doesn't exist")),
        };
    };
    let mut new = keyspace.types[name].clone();
    let whole = format!("{keyspace_name}.{name}");
    match &alter.action {
        AlterTypeAction::Alter { .. } => return invalid("Altering field types is no longer supported"),
        AlterTypeAction::Add { if_not_exists, field, ty } => {
            check_field(ty)?;
            let name = &field.text;
            if new.fields.iter().any(|own| own.name == *name) {
                return match if_not_exists {
                    true => Ok(()),
                    false => invalid(format!(
                        "Cannot add field {name} to type {whole}: a field with name {name} already exists"
                    )),
                };
            }
            new.fields.push(UserField { name: name.clone(), ty: added(keyspace, &new, name, ty, context)? });
        }
        AlterTypeAction::Rename { if_exists, fields } => {
            let initial = |f: &&crate::schema::FunctionMetadata| {
                f.parts.as_ref().is_some_and(|parts| parts.initial.is_some() && refers_to(&parts.state, name))
            };
            let dependent: Vec<String> =
                keyspace.functions.iter().filter(initial).map(|f| format!("{keyspace_name}.{}", f.name)).collect();
            if !dependent.is_empty() {
                let dependent = dependent.join(", ");
                return invalid(format!(
                    "Cannot alter user type {whole} as it is still used in INITCOND by aggregates {dependent}"
                ));
            }
            let old = new.fields.clone();
            for (from, to) in fields {
                match old.iter().position(|own| own.name == from.text) {
                    Some(at) => new.fields[at].name.clone_from(&to.text),
                    None if *if_exists => {}
                    None => return invalid(format!("Unkown field {} in user type {whole}", from.text)),
                }
            }
            let mut seen = BTreeSet::new();
            // Of the fields, the first that there is twice; Cassandra names the keyspace as the type.
            let twice = |own: &&UserField| new.fields.iter().filter(|other| other.name == own.name).count() > 1;
            if let Some(own) = new.fields.iter().filter(|own| seen.insert(&own.name)).find(twice) {
                return invalid(format!("Duplicate field name {} in type {keyspace_name}", own.name));
            }
        }
    }
    update(keyspace, &new);
    Ok(())
}

fn added(
    keyspace: &Keyspace,
    user: &UserType,
    field: &str,
    ty: &TypeName,
    context: Context<'_>,
) -> Result<cqlite_runtime::marshal::MarshalType> {
    let whole = format!("{}.{}", user.keyspace, user.name);
    let found = context.resolve(ty, &keyspace.name, &keyspace.types)?;
    let text = qualified(ty, &keyspace.name);
    if refers_to(&found, &user.name) {
        return invalid(format!(
            "Cannot add new field {field} of type {text} to user type {whole} as it would create a circular reference"
        ));
    }
    let keyed = keyspace.tables.values().filter(|table| table.partition_key().any(|c| refers_to(&c.ty, &user.name)));
    let keyed: Vec<String> = keyed.map(crate::schema::TableMetadata::full_name).collect();
    if !keyed.is_empty() {
        let keyed = keyed.join(", ");
        return invalid(format!(
            "Cannot add new field {field} of type {text} to user type {whole} as the type is being used in partition key by the following tables: {keyed}"
        ));
    }
    Ok(found)
}

/// Puts the new definition of a type everywhere in its keyspace.
fn update(keyspace: &mut Keyspace, new: &UserType) {
    for ty in keyspace.types.values_mut() {
        for field in &mut ty.fields {
            field.ty = with_updated(&field.ty, new);
        }
    }
    keyspace.types.insert(new.name.clone(), new.clone());
    for table in keyspace.tables.values_mut() {
        for column in table.columns.iter_mut().chain(&mut table.hidden) {
            column.ty = with_updated(&column.ty, new);
        }
    }
    for function in &mut keyspace.functions {
        function.returns = with_updated(&function.returns, new);
        function.arguments.iter_mut().for_each(|ty| *ty = with_updated(ty, new));
        if let Some(parts) = &mut function.parts {
            parts.state = with_updated(&parts.state, new);
        }
    }
}

pub(super) fn drop(catalog: &mut Catalog, dropped: &TableName, if_exists: bool, context: Context<'_>) -> Result<()> {
    let keyspace_name = context.keyspace(dropped.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let name = &dropped.name.text;
    let whole = format!("{keyspace_name}.{name}");
    let found = catalog.keyspaces.get_mut(keyspace_name).filter(|keyspace| keyspace.types.contains_key(name));
    let Some(keyspace) = found else {
        return match if_exists {
            true => Ok(()),
            false => invalid(format!("Type '{whole}' doesn't exist")),
        };
    };
    let used = |what: &str, by: Vec<String>| match by.is_empty() {
        true => Ok(()),
        false => invalid(format!("Cannot drop user type '{whole}' as it is still used by {what} {}", by.join(", "))),
    };
    let functions =
        keyspace.functions.iter().filter(|f| f.arguments.iter().chain([&f.returns]).any(|ty| refers_to(ty, name)));
    used("functions", functions.map(|f| format!("{keyspace_name}.{}", f.name)).collect())?;
    let types =
        keyspace.types.values().filter(|ty| ty.name != *name && ty.fields.iter().any(|f| refers_to(&f.ty, name)));
    used("user types", types.map(|ty| ty.name.clone()).collect())?;
    let tables = keyspace.tables.values().filter(|table| !table.is_view());
    let tables = tables.filter(|table| table.all_columns().any(|column| refers_to(&column.ty, name)));
    used("tables", tables.map(|table| table.name.clone()).collect())?;
    keyspace.types.remove(name);
    Ok(())
}

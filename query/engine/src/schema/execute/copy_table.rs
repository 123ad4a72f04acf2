//! CREATE TABLE … LIKE, of 6.0.

use cqlite_cql::ast::CopyTable;
use cqlite_runtime::marshal::MarshalType;

use super::alter_table::set_options;
use super::{create_table, table};
use crate::schema::context::Context;
use crate::schema::cql_type::in_keyspace;
use crate::schema::metadata::Catalog;
use crate::schema::options;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::Result;

pub(super) fn copy(catalog: &mut Catalog, copy: &CopyTable, context: Context<'_>) -> Result<()> {
    let mut properties = Properties::new(&copy.properties)?;
    let target = context.keyspace(copy.name.keyspace.as_ref())?;
    let source = context.keyspace(copy.like.keyspace.as_ref())?;
    context.modifiable(target)?;
    let (like, name) = (&copy.like.name.text, &copy.name.name.text);
    let Some(from) = catalog.keyspaces.get(source) else {
        return invalid(format!("Source Keyspace '{source}' doesn't exist"));
    };
    let Some(original) = from.tables.get(like) else {
        return invalid(format!("Source Table '{source}.{like}' doesn't exist"));
    };
    if original.is_view() {
        return invalid(format!("Cannot use CREATE TABLE LIKE on a materialized view '{source}.{like}'."));
    }
    let Some(into) = catalog.keyspaces.get(target) else {
        return invalid(format!("Target Keyspace '{target}' doesn't exist"));
    };
    if into.tables.contains_key(name) {
        return match copy.if_not_exists {
            true => Ok(()),
            false => create_table::already_exists(target, name),
        };
    }
    let mut new = original.clone();
    if source != target {
        let mut missing: Vec<&str> = Vec::new();
        for user in original.all_columns().flat_map(|column| user_types(&column.ty)) {
            match into.types.get(user) {
                None => missing.push(user),
                Some(own) if from.types.get(user).is_some_and(|other| other.fields != own.fields) => {
                    return invalid(format!(
                        "Target keyspace '{target}' has same UDT name '{user}' as source keyspace '{source}' but with different structure."
                    ));
                }
                Some(_) => {}
            }
        }
        if !missing.is_empty() {
            missing.sort_unstable();
            missing.dedup();
            return invalid(format!("UDTs {} do not exist in target keyspace '{target}'.", missing.join(", ")));
        }
        for column in new.columns.iter_mut().chain(&mut new.hidden) {
            column.ty = in_keyspace(&column.ty, target);
        }
    }
    let checked = options::check(&mut properties, context.source)?;
    if properties.has("id") {
        return configuration("Cannot alter table id.");
    }
    let mut options = options::altered(original.options.clone(), &properties, context.source, false)?;
    options.extend(checked.into_iter().filter(|(name, _)| !options::IN_ORDER.contains(&name.as_str())));
    set_options(&mut new, options);
    (new.keyspace, new.name, new.id) = (target.to_owned(), name.clone(), None);
    new.dropped.clear();
    new.triggers.clear();
    let indexes = std::mem::take(&mut new.indexes);
    if copy.also.contains(&"INDEXES") {
        for mut index in indexes.into_iter().filter(super::index::is_copied) {
            index.name = super::index::available(into, &super::index::name_of_copy(&index, like, name));
            new.indexes.push(index);
        }
    }
    table::validate(&new)?;
    catalog.keyspace_mut(target)?.tables.insert(name.clone(), new);
    Ok(())
}

fn user_types(ty: &MarshalType) -> Vec<&str> {
    let mut names: Vec<&str> = ty.sub_types().into_iter().flat_map(user_types).collect();
    if let MarshalType::User(user) = ty {
        names.push(&user.name);
    }
    names
}

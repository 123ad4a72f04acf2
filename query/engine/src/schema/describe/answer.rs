//! What DESCRIBE answers (`DescribeStatement`).

use cqlite_cql::ast::{Describe, DescribeWhat, Name, TableName};

use super::{all, element, keyspace, of_table, signature, sort_name, table, user_type, Element};
use crate::schema::metadata::{Catalog, FunctionMetadata, Keyspace, TableMetadata};
use crate::schema::refuse::invalid;
use crate::{QueryError, Result};

/// The rows of an answer: where they only list names, without statements.
///
/// # Errors
/// There is no such thing, or no keyspace is said and none is the current one.
pub fn answer<'k>(catalog: &'k Catalog, describe: &Describe, current: Option<&str>) -> Result<Vec<Element<'k>>> {
    let with_internals = describe.with_internals;
    let said = |name: &TableName| of_keyspace(catalog, name.keyspace.as_ref(), current);
    match &describe.what {
        DescribeWhat::Cluster => Err(QueryError::unsupported("DESCRIBE CLUSTER needs a cluster: there are files only")),
        DescribeWhat::Schema { .. } => {
            let mut keyspaces: Vec<&Keyspace> = catalog.keyspaces.values().collect();
            keyspaces.sort_by_cached_key(|own| sort_name(&own.name));
            Ok(keyspaces.into_iter().flat_map(|own| all(own, with_internals)).collect())
        }
        DescribeWhat::Keyspaces => {
            let mut keyspaces: Vec<&Keyspace> = catalog.keyspaces.values().collect();
            keyspaces.sort_by_cached_key(|own| sort_name(&own.name));
            Ok(keyspaces.into_iter().map(|own| Element::named(own, "keyspace", &own.name)).collect())
        }
        DescribeWhat::Keyspace { name, only } => {
            let own = of_keyspace(catalog, name.as_ref(), current)?;
            let elements = if *only { Vec::new() } else { all(own, with_internals) };
            let alone = || vec![Element::new(own, "keyspace", &own.name, keyspace(own))];
            Ok(if elements.is_empty() { alone() } else { elements })
        }
        DescribeWhat::Tables => listed(catalog, current, |own| {
            let tables = own.tables.values().filter(|table| !table.is_view());
            tables.map(|table| Element::named(own, "table", &table.name)).collect()
        }),
        DescribeWhat::Types => {
            listed(catalog, current, |own| own.types.keys().map(|name| Element::named(own, "type", name)).collect())
        }
        DescribeWhat::Functions => listed(catalog, current, |own| functions_listed(own, false)),
        DescribeWhat::Aggregates => listed(catalog, current, |own| functions_listed(own, true)),
        DescribeWhat::Table(name) => described_table(said(name)?, &name.name, with_internals),
        DescribeWhat::Index(name) => described_index(said(name)?, &name.name),
        DescribeWhat::View(name) => described_view(said(name)?, &name.name, with_internals),
        DescribeWhat::Type(name) => {
            let (own, name) = (said(name)?, &name.name.text);
            match own.types.get(name) {
                Some(ty) => Ok(vec![Element::new(own, "type", &ty.name, user_type(ty))]),
                None => invalid(format!("User defined type '{name}' not found in '{}'", own.name)),
            }
        }
        DescribeWhat::Function(name) => functions(said(name)?, &name.name, false),
        DescribeWhat::Aggregate(name) => functions(said(name)?, &name.name, true),
        DescribeWhat::Any(name) => any(catalog, name, current, with_internals),
    }
}

fn of_keyspace<'k>(catalog: &'k Catalog, said: Option<&Name>, current: Option<&str>) -> Result<&'k Keyspace> {
    let Some(name) = said.map(|name| name.text.as_str()).or(current) else {
        return invalid("No keyspace specified and no current keyspace");
    };
    match catalog.keyspaces.get(name) {
        Some(own) => Ok(own),
        None => invalid(format!("'{name}' not found in keyspaces")),
    }
}

/// The names of things of the current keyspace, or of all.
fn listed<'k>(
    catalog: &'k Catalog,
    current: Option<&str>,
    of: impl Fn(&'k Keyspace) -> Vec<Element<'k>>,
) -> Result<Vec<Element<'k>>> {
    let mut keyspaces: Vec<&Keyspace> = match current {
        Some(_) => vec![of_keyspace(catalog, None, current)?],
        None => catalog.keyspaces.values().collect(),
    };
    keyspaces.sort_by_cached_key(|own| sort_name(&own.name));
    let sorted = |own| {
        let mut elements = of(own);
        elements.sort_by_cached_key(|element| sort_name(element.name.trim_matches('"')));
        elements
    };
    Ok(keyspaces.into_iter().flat_map(sorted).collect())
}

fn functions_listed(own: &Keyspace, is_aggregate: bool) -> Vec<Element<'_>> {
    let found = own.functions.iter().filter(|f| f.is_aggregate == is_aggregate);
    found
        .map(|f| Element { create_statement: String::new(), ..Element::function(own, kind(is_aggregate), f) })
        .collect()
}

fn kind(is_aggregate: bool) -> &'static str {
    match is_aggregate {
        true => "aggregate",
        false => "function",
    }
}

fn functions<'k>(own: &'k Keyspace, name: &Name, is_aggregate: bool) -> Result<Vec<Element<'k>>> {
    let name = &name.text;
    let is_it = |f: &&FunctionMetadata| f.name == *name && f.is_aggregate == is_aggregate;
    let mut found: Vec<&FunctionMetadata> = own.functions.iter().filter(is_it).collect();
    if found.is_empty() {
        return invalid(format!("User defined {} '{name}' not found in '{}'", kind(is_aggregate), own.name));
    }
    found.sort_by_cached_key(|f| sort_name(&signature(f)));
    Ok(found.into_iter().map(|f| Element::function(own, kind(is_aggregate), f)).collect())
}

fn described_table<'k>(own: &'k Keyspace, name: &Name, with_internals: bool) -> Result<Vec<Element<'k>>> {
    match own.tables.get(&name.text).filter(|table| !table.is_view()) {
        Some(found) => Ok(of_table(own, found, with_internals)),
        None => invalid(format!("Table '{}' not found in keyspace '{}'", name.text, own.name)),
    }
}

fn described_index<'k>(own: &'k Keyspace, name: &Name) -> Result<Vec<Element<'k>>> {
    match element::indexes(own).find(|(_, index)| index.name == name.text) {
        Some((table, index)) => Ok(vec![Element::new(own, "index", &index.name, super::index(table, index))]),
        None => invalid(format!("Table for existing index '{}' not found in '{}'", name.text, own.name)),
    }
}

fn described_view<'k>(own: &'k Keyspace, name: &Name, with_internals: bool) -> Result<Vec<Element<'k>>> {
    match own.tables.get(&name.text).filter(|table| table.is_view()) {
        Some(view) => Ok(vec![Element::new(own, "materialized_view", &view.name, table(view, with_internals))]),
        None => invalid(format!("Materialized view '{}' not found in '{}'", name.text, own.name)),
    }
}

/// A keyspace, table, index or view, in this order.
fn any<'k>(
    catalog: &'k Catalog,
    name: &TableName,
    current: Option<&str>,
    with_internals: bool,
) -> Result<Vec<Element<'k>>> {
    let text = &name.name.text;
    if name.keyspace.is_none() {
        if let Some(own) = catalog.keyspaces.get(text) {
            return Ok(all(own, with_internals));
        }
    }
    let own = of_keyspace(catalog, name.keyspace.as_ref(), Some(current.unwrap_or(text)))?;
    match own.tables.get(text).map(TableMetadata::is_view) {
        Some(false) => described_table(own, &name.name, with_internals),
        _ if element::indexes(own).any(|(_, index)| index.name == *text) => described_index(own, &name.name),
        Some(true) => described_view(own, &name.name, with_internals),
        None => invalid(format!("'{text}' not found in keyspace '{}'", own.name)),
    }
}

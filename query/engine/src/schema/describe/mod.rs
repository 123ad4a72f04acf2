//! DESCRIBE: the statements that make what there is, as Cassandra 5.0.8 or 6.0 prints them.

mod answer;
mod element;
mod function;
mod table;

use cqlite_runtime::marshal::{maybe_quote, MarshalType, UserType};

pub use answer::answer;
pub use element::Element;
pub(super) use function::{aggregate, function, signature, FunctionText};

use super::metadata::{IndexMetadata, Keyspace, TableKind, TableMetadata};
use super::text::{map, quoted};

/// CREATE KEYSPACE (`KeyspaceMetadata.toCqlString`).
pub fn keyspace(keyspace: &Keyspace) -> String {
    // Of a keyspace of which only SSTables are known this is not known: one that Cassandra takes.
    let (simple, one) = ("SimpleStrategy".to_owned(), "1".to_owned());
    let unknown = [("class".to_owned(), simple), ("replication_factor".to_owned(), one)];
    let replication = if keyspace.replication.is_empty() { &unknown[..] } else { &keyspace.replication };
    let options: Vec<String> =
        replication.iter().map(|(key, value)| format!("{}: {}", quoted(key), quoted(value))).collect();
    format!(
        "CREATE KEYSPACE {} WITH replication = {{{}}}  AND durable_writes = {};",
        maybe_quote(&keyspace.name),
        options.join(", "),
        keyspace.durable_writes
    )
}

/// CREATE TYPE (`UserType.toCqlString`).
pub fn user_type(ty: &UserType) -> String {
    let fields: Vec<String> =
        ty.fields.iter().map(|field| format!("    {} {}", maybe_quote(&field.name), field.ty.cql_name())).collect();
    format!("CREATE TYPE {}.{} (\n{}\n);", maybe_quote(&ty.keyspace), maybe_quote(&ty.name), fields.join(",\n"))
}

/// CREATE TABLE or CREATE MATERIALIZED VIEW (`TableMetadata.toCqlString`, `ViewMetadata.toCqlString`); with what DESCRIBE calls internals,
/// ids and dropped columns too.
pub fn table(table: &TableMetadata, with_internals: bool) -> String {
    match &table.kind {
        TableKind::Table => table::table(table, with_internals),
        TableKind::View { base, where_clause, include_all_columns } => {
            table::view(table, base, where_clause, *include_all_columns, with_internals)
        }
    }
}

/// CREATE INDEX (`IndexMetadata.toCqlString`).
pub fn index(table: &TableMetadata, index: &IndexMetadata) -> String {
    let get = |name: &str| {
        index.options.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let (name, of, target) = (maybe_quote(&index.name), table.full_name(), get("target"));
    if index.kind != "CUSTOM" {
        let using = if table.release.is_6() { " USING 'legacy_local_table'" } else { "" };
        return format!("CREATE INDEX {name} ON {of} ({target}){using};");
    }
    let class = quoted(get("class_name"));
    let others: Vec<(String, String)> =
        index.options.iter().filter(|(name, _)| name != "target" && name != "class_name").cloned().collect();
    let options = if others.is_empty() { String::new() } else { format!(" WITH OPTIONS = {}", map(&others)) };
    format!("CREATE CUSTOM INDEX {name} ON {of} ({target}) USING {class}{options};")
}

/// All of a keyspace in the order in which it can be made again (`DESCRIBE KEYSPACE`).
pub fn all<'k>(own: &'k Keyspace, with_internals: bool) -> Vec<Element<'k>> {
    let mut elements = vec![Element::new(own, "keyspace", &own.name, keyspace(own))];
    for ty in types_in_order(own) {
        elements.push(Element::new(own, "type", &ty.name, user_type(ty)));
    }
    for is_aggregate in [false, true] {
        let what = if is_aggregate { "aggregate" } else { "function" };
        let mut functions: Vec<_> = own.functions.iter().filter(|f| f.is_aggregate == is_aggregate).collect();
        functions.sort_by_cached_key(|f| sort_name(&signature(f)));
        elements.extend(functions.into_iter().map(|f| Element::function(own, what, f)));
    }
    let mut tables: Vec<&TableMetadata> = own.tables.values().filter(|table| !table.is_view()).collect();
    tables.sort_by_cached_key(|table| sort_name(&table.name));
    elements.extend(tables.into_iter().flat_map(|table| of_table(own, table, with_internals)));
    elements
}

/// A table, its indexes and its views (`DESCRIBE TABLE`).
pub fn of_table<'k>(keyspace: &'k Keyspace, own: &'k TableMetadata, with_internals: bool) -> Vec<Element<'k>> {
    let mut elements = vec![Element::new(keyspace, "table", &own.name, table(own, with_internals))];
    let mut indexes: Vec<&IndexMetadata> = own.indexes.iter().collect();
    indexes.sort_by_cached_key(|index| sort_name(&index.name));
    elements.extend(indexes.into_iter().map(|i| Element::new(keyspace, "index", &i.name, index(own, i))));
    let is_of = |view: &&TableMetadata| matches!(&view.kind, TableKind::View { base, .. } if *base == own.name);
    let mut views: Vec<&TableMetadata> = keyspace.tables.values().filter(is_of).collect();
    views.sort_by_cached_key(|view| sort_name(&view.name));
    let views = views.into_iter();
    elements.extend(views.map(|v| Element::new(keyspace, "materialized_view", &v.name, table(v, with_internals))));
    elements
}

/// What names are in order by: case does not matter (`SchemaElement.NAME_COMPARATOR`).
pub fn sort_name(name: &str) -> String {
    name.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// User types, each after those that it is made of (`Types.sortedStream`).
fn types_in_order(keyspace: &Keyspace) -> Vec<&UserType> {
    fn add<'k>(keyspace: &'k Keyspace, name: &str, sorted: &mut Vec<&'k UserType>) {
        let Some(ty) = keyspace.types.get(name).filter(|ty| !sorted.iter().any(|own| own.name == ty.name)) else {
            return;
        };
        for field in &ty.fields {
            of(keyspace, &field.ty, sorted);
        }
        sorted.push(ty);
    }
    fn of<'k>(keyspace: &'k Keyspace, ty: &MarshalType, sorted: &mut Vec<&'k UserType>) {
        match ty {
            MarshalType::User(user) => add(keyspace, &user.name, sorted),
            other => other.sub_types().into_iter().for_each(|part| of(keyspace, part, sorted)),
        }
    }
    let mut sorted = Vec::with_capacity(keyspace.types.len());
    keyspace.types.keys().for_each(|name| add(keyspace, name, &mut sorted));
    sorted
}

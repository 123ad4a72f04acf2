//! CREATE and DROP INDEX.

use std::collections::BTreeSet;

use cqlite_cql::ast::{CreateIndex, IndexTarget, IndexTargetKind, TableName};
use cqlite_runtime::marshal::{maybe_quote, MarshalType};

use crate::schema::context::{is_word, Context};
use crate::schema::cql_type::has_duration;
use crate::schema::metadata::{Catalog, ColumnKind, IndexMetadata, Keyspace, TableMetadata};
use crate::schema::options::Source;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::Result;

const SAI: &str = "org.apache.cassandra.index.sai.StorageAttachedIndex";
const SASI: &str = "org.apache.cassandra.index.sasi.SASIIndex";
const LEGACY: &str = "legacy_local_table";
/// `SchemaConstants.NAME_LENGTH`
const MAX_NAME: usize = 48;

pub(super) fn create(catalog: &mut Catalog, create: &CreateIndex, context: Context<'_>) -> Result<()> {
    let own = create.name.as_ref();
    let properties = Properties::new(&create.properties)?;
    let said = create.table.keyspace.as_ref().or(own.and_then(|name| name.keyspace.as_ref()));
    let keyspace_name = context.keyspace(said)?;
    if own.and_then(|name| name.keyspace.as_ref()).is_some_and(|other| other.text != keyspace_name) {
        return invalid(format!(
            "Keyspace name '{keyspace_name}' doesn't match index name '{}'",
            raw_name(&create.table)
        ));
    }
    context.modifiable(keyspace_name)?;
    // Without a class an index is what the node is told to make; a node that is told nothing makes a table.
    let class = match create.class.as_deref() {
        None if !create.custom => None,
        Some(class) if !create.custom && class.eq_ignore_ascii_case(LEGACY) => None,
        None => Some(LEGACY),
        Some(class) => Some(class),
    };
    properties.only(&["options"])?;
    if class.is_none() && !properties.is_empty() {
        return invalid("Cannot specify options for a non-CUSTOM index");
    }
    let options = properties.map("options")?.unwrap_or_default();
    for reserved in ["class_name", "target"] {
        if options.iter().any(|(name, _)| name == reserved) {
            return invalid(format!("Cannot specify {reserved} as a CUSTOM option"));
        }
    }
    let keyspace = catalog.keyspace_mut(keyspace_name)?;
    let table_name = &create.table.name.text;
    let Some(table) = keyspace.tables.get(table_name) else {
        return invalid(format!("Table '{table_name}' doesn't exist"));
    };
    if let Some(name) = own.map(|name| &name.name.text).filter(|name| has(keyspace, name)) {
        return match create.if_not_exists {
            true => Ok(()),
            false => invalid(format!("Index '{name}' already exists")),
        };
    }
    if table.is_counter() {
        return invalid("Secondary indexes on counter tables aren't supported");
    }
    if table.is_view() {
        return invalid("Secondary indexes on materialized views aren't supported");
    }
    let targets = create.targets.iter().map(|target| prepare(table, target)).collect::<Result<Vec<_>>>()?;
    if targets.is_empty() && class.is_none() {
        return invalid("Only CUSTOM indexes can be created without specifying a target column");
    }
    if targets.len() > 1 {
        if class.is_none() {
            return invalid("Only CUSTOM indexes support multiple columns");
        }
        let mut seen = BTreeSet::new();
        if let Some((_, column)) = targets.iter().find(|(_, column)| !seen.insert(*column)) {
            return invalid(format!("Duplicate column '{column}' in index target list"));
        }
    }
    for (kind, column) in &targets {
        check_target(table, *kind, column, class.is_some())?;
    }
    let index = IndexMetadata {
        name: match own {
            Some(name) => name.name.text.clone(),
            None => available(keyspace, &default_name(table_name, &targets)),
        },
        kind: if class.is_some() { "CUSTOM" } else { "COMPOSITES" }.to_owned(),
        options: {
            let mut all = options.to_vec();
            all.extend(class.map(|class| ("class_name".to_owned(), class.to_owned())));
            let target = targets.iter().map(|(kind, column)| target_text(*kind, column)).collect::<Vec<_>>().join(", ");
            all.push(("target".to_owned(), target));
            all.sort();
            all
        },
    };
    let equal = table.indexes.iter().find(|other| other.kind == index.kind && other.options == index.options);
    if let Some(equal) = equal {
        return match create.if_not_exists {
            true => Ok(()),
            false => invalid(format!("Index {} is a duplicate of existing index {}", index.name, equal.name)),
        };
    }
    if context.source == Source::Statement {
        validate(table, &index)?;
    }
    let Some(table) = keyspace.tables.get_mut(table_name) else { return Ok(()) };
    table.indexes.push(index);
    table.indexes.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(())
}

fn raw_name(name: &TableName) -> String {
    match &name.keyspace {
        Some(keyspace) => format!("{}.{}", keyspace.text, name.name.text),
        None => name.name.text.clone(),
    }
}

fn has(keyspace: &Keyspace, name: &str) -> bool {
    keyspace.tables.values().any(|table| table.indexes.iter().any(|index| index.name == name))
}

/// `findAvailableIndexName`
pub(super) fn available(keyspace: &Keyspace, base: &str) -> String {
    let numbered = (1..).map(|number| format!("{base}_{number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !has(keyspace, name)).unwrap_or_default()
}

fn default_name(table: &str, targets: &[(IndexTargetKind, &str)]) -> String {
    let name = match targets {
        [(_, column)] => format!("{table}_{column}_idx"),
        _ => format!("{table}_idx"),
    };
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// Words before a target in parentheses.
fn word(kind: IndexTargetKind) -> &'static str {
    match kind {
        IndexTargetKind::Simple => "",
        IndexTargetKind::Values => "values",
        IndexTargetKind::Keys => "keys",
        IndexTargetKind::Entries => "entries",
        IndexTargetKind::Full => "full",
    }
}

fn target_text(kind: IndexTargetKind, column: &str) -> String {
    match kind {
        IndexTargetKind::Simple => maybe_quote(column).into_owned(),
        _ => format!("{}({})", word(kind), maybe_quote(column)),
    }
}

/// `IndexTarget.Raw.prepare`
fn prepare<'t>(table: &TableMetadata, target: &'t IndexTarget) -> Result<(IndexTargetKind, &'t str)> {
    let name = &target.column.text;
    let Some(column) = table.column(name) else {
        let (name, table) = (maybe_quote(name), table.full_name());
        return invalid(format!("Undefined column name {name} in table {table}")).map_err(|e| e.at(target.column.span));
    };
    match target.kind {
        IndexTargetKind::Simple if column.ty.is_collection() => Ok((IndexTargetKind::Values, name)),
        kind => Ok((kind, name)),
    }
}

fn check_target(table: &TableMetadata, kind: IndexTargetKind, name: &str, is_custom: bool) -> Result<()> {
    let Some(column) = table.column(name) else { return invalid(format!("Column '{name}' doesn't exist")) };
    if is_custom && !is_word(name) {
        return invalid(format!("Column '{name}' contains non-alphanumeric-underscore characters"));
    }
    if is_custom && name.len() > MAX_NAME {
        return invalid(format!("Column '{name}' is longer than the permissible name length of {MAX_NAME} characters"));
    }
    let base = column.value_type();
    if has_duration(base) {
        return invalid(match base {
            _ if column.ty.is_collection() => "Secondary indexes are not supported on collections containing durations",
            MarshalType::Tuple(_) => "Secondary indexes are not supported on tuples containing durations",
            MarshalType::User(_) => "Secondary indexes are not supported on UDTs containing durations",
            _ => "Secondary indexes are not supported on duration columns",
        });
    }
    if table.is_compact {
        if column.is_primary_key() {
            return invalid("Secondary indexes are not supported on PRIMARY KEY columns in COMPACT STORAGE tables");
        }
        if column.kind == ColumnKind::Regular {
            return invalid("Secondary indexes are not supported on compact value column of COMPACT STORAGE tables");
        }
    }
    if column.kind == ColumnKind::PartitionKey(0) && table.partition_key().count() == 1 {
        return invalid(format!("Cannot create secondary index on the only partition key column {name}"));
    }
    let is_frozen_collection = base.is_collection() && !base.is_multi_cell();
    if is_frozen_collection && kind != IndexTargetKind::Full {
        return invalid(format!(
            "Cannot create {}() index on frozen column {name}. Frozen collections are immutable and must be fully indexed by using the 'full({})' modifier",
            word(kind),
            maybe_quote(name)
        ));
    }
    if !is_frozen_collection && kind == IndexTargetKind::Full {
        return invalid("full() indexes can only be created on frozen collections");
    }
    if !base.is_collection() && kind != IndexTargetKind::Simple {
        return invalid(format!(
            "Cannot create {}() index on {name}. Non-collection columns only support simple indexes",
            word(kind)
        ));
    }
    let is_map = matches!(base, MarshalType::Map { multi_cell: true, .. });
    if !is_map && matches!(kind, IndexTargetKind::Keys | IndexTargetKind::Entries) {
        return invalid(format!("Cannot create index on {} of column {name} with non-map type", word(kind)));
    }
    match base {
        MarshalType::User(user) if user.multi_cell => {
            invalid(format!("Cannot create index on non-frozen UDT column {name}"))
        }
        _ => Ok(()),
    }
}

/// The class of an index by its short name (`indexNameAliases`).
fn class_of(index: &IndexMetadata) -> Option<&str> {
    let class = index.options.iter().find(|(name, _)| name == "class_name").map(|(_, class)| class.as_str())?;
    match class.to_lowercase().as_str() {
        "sai" | "storageattachedindex" => Some(SAI),
        _ => Some(class),
    }
}

/// `IndexMetadata.validate`, and `StorageAttachedIndex.validateOptions` as far as it goes without analyzers.
fn validate(table: &TableMetadata, index: &IndexMetadata) -> Result<()> {
    if !is_word(&index.name) {
        return configuration(format!("Illegal index name {}", index.name));
    }
    match class_of(index) {
        None | Some(SASI) => return Ok(()),
        Some(SAI) => {}
        Some(class) => return configuration(format!("Unable to find custom indexer class '{class}'")),
    }
    let target = |index: &IndexMetadata| {
        index.options.iter().find(|(name, _)| name == "target").map(|(_, target)| target.clone()).unwrap_or_default()
    };
    let own = target(index);
    let same = table.indexes.iter().filter(|other| class_of(other) == Some(SAI) && target(other) == own).count();
    if same > 0 {
        let column = column_of(&own);
        return invalid(format!("Cannot create more than one storage-attached index on the same column: {column}"));
    }
    const KNOWN: [&str; 9] = [
        "case_sensitive",
        "normalize",
        "ascii",
        "target",
        "class_name",
        "maximum_node_connections",
        "construction_beam_width",
        "similarity_function",
        "optimize_for",
    ];
    let mut unknown: Vec<&str> =
        index.options.iter().map(|(name, _)| name.as_str()).filter(|name| !KNOWN.contains(name)).collect();
    if !unknown.is_empty() {
        crate::schema::java_order::sort_put(&mut unknown, |name| crate::schema::java_order::of_text(name));
        return configuration(format!(
            "Properties specified [{}] are not understood by StorageAttachedIndex",
            unknown.join(", ")
        ));
    }
    let column = table.column(&column_of(&own));
    match column.map(|column| column.value_type()) {
        Some(MarshalType::Vector { element, .. }) if **element != cqlite_runtime::marshal::NativeType::Float.into() => {
            invalid("SAI ANN indexes are only allowed on vector columns with float elements")
        }
        _ => Ok(()),
    }
}

/// Whether `LIKE … WITH INDEXES` copies it: those of SASI and of other classes are not.
pub(super) fn is_copied(index: &IndexMetadata) -> bool {
    matches!(class_of(index), None | Some(SAI))
}

/// The name that a copy is called by, if it is free: one that Cassandra made is made anew, another is kept.
pub(super) fn name_of_copy(index: &IndexMetadata, from: &str, to: &str) -> String {
    let target = index.options.iter().find(|(name, _)| name == "target").map(|(_, target)| column_of(target));
    match target.filter(|column| index.name.starts_with(&format!("{from}_{column}_idx"))) {
        Some(column) => default_name(to, &[(IndexTargetKind::Simple, &column)]),
        None => index.name.clone(),
    }
}

/// The column of a target as CQL has it: `keys(m)`, `"A b"`.
pub(in crate::schema) fn column_of(target: &str) -> String {
    let words = ["values(", "keys(", "entries(", "full("];
    let inner = words.iter().find_map(|word| target.strip_prefix(word)?.strip_suffix(')')).unwrap_or(target);
    match inner.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => inner.to_owned(),
    }
}

/// The indexes that a column has.
pub(super) fn of_column<'t>(table: &'t TableMetadata, column: &str) -> Vec<&'t str> {
    let depends = |index: &&IndexMetadata| {
        index
            .options
            .iter()
            .any(|(name, target)| name == "target" && target.split(", ").any(|t| column_of(t) == column))
    };
    table.indexes.iter().filter(depends).map(|index| index.name.as_str()).collect()
}

pub(super) fn drop(catalog: &mut Catalog, name: &TableName, if_exists: bool, context: Context<'_>) -> Result<()> {
    let keyspace_name = context.keyspace(name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let own = &name.name.text;
    let tables = catalog.keyspaces.get_mut(keyspace_name).into_iter().flat_map(|keyspace| keyspace.tables.values_mut());
    for table in tables {
        if let Some(at) = table.indexes.iter().position(|index| index.name == *own) {
            table.indexes.remove(at);
            return Ok(());
        }
    }
    match if_exists {
        true => Ok(()),
        false => invalid(format!("Index '{keyspace_name}.{own}' doesn't exist'")),
    }
}

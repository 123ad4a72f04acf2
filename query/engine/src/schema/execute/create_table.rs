//! CREATE TABLE.

use std::collections::{BTreeMap, BTreeSet};

use cqlite_cql::ast::{ColumnDefinition, CreateTable, Direction, Name};
use cqlite_runtime::marshal::{maybe_quote, MarshalType};
use cqlite_schema::partitioner::Partitioner;

use super::{compact, mask, table};
use crate::schema::columns;
use crate::schema::context::Context;
use crate::schema::cql_type::{has_duration, is_counter};
use crate::schema::metadata::{Catalog, ColumnKind, ColumnMetadata, Keyspace, TableKind, TableMetadata};
use crate::schema::options;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::{Release, Result};

pub(super) fn create(catalog: &mut Catalog, create: &CreateTable, context: Context<'_>) -> Result<()> {
    let (partition, clustering) = declared(create, context)?;
    let mut properties = Properties::new(&create.properties.properties)?;
    let keyspace_name = context.keyspace(create.name.keyspace.as_ref())?;
    if partition.is_empty() {
        return invalid(format!("No PRIMARY KEY specifed for table '{}' (exactly one required)", raw_name(create)));
    }
    context.modifiable(keyspace_name)?;
    let keyspace = catalog.keyspace(keyspace_name)?;
    let name = &create.name.name.text;
    match keyspace.tables.get(name) {
        Some(other) if !other.is_view() || context.source == options::Source::File => {
            return match create.if_not_exists {
                true => Ok(()),
                false => already_exists(keyspace_name, name),
            };
        }
        _ => {}
    }
    let options = options::check(&mut properties, context.source)?;
    let id = id(&properties)?;
    let builder = Builder { keyspace, create, partition: &partition, clustering: &clustering, context };
    let mut new = builder.table(options)?;
    new.id = id;
    table::validate(&new)?;
    table::validate_counters(&new, builder.has_counters())?;
    if keyspace.tables.contains_key(name) {
        return already_exists(keyspace_name, name);
    }
    catalog.keyspace_mut(keyspace_name)?.tables.insert(name.clone(), new);
    Ok(())
}

/// `AlreadyExistsException`
pub(super) fn already_exists<T>(keyspace: &str, name: &str) -> Result<T> {
    configuration(format!("Cannot add already existing table \"{name}\" to keyspace \"{keyspace}\""))
}

/// The table's id, if it is said: `WITH ID = …`.
pub(super) fn id(properties: &Properties) -> Result<Option<String>> {
    let Some(text) = properties.text("id")? else { return Ok(None) };
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    match digits.len() == 32 && groups == [8, 4, 4, 4, 12] && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        true => Ok(Some(digits.to_ascii_lowercase())),
        false => configuration("Invalid table id"),
    }
}

fn raw_name(create: &CreateTable) -> String {
    match &create.name.keyspace {
        Some(keyspace) => format!("{}.{}", keyspace.text, create.name.name.text),
        None => create.name.name.text.clone(),
    }
}

type Names<'s> = Vec<&'s Name>;

/// What Cassandra refuses while it reads the statement; the columns of the primary key.
fn declared<'s>(create: &'s CreateTable, context: Context<'_>) -> Result<(Names<'s>, Names<'s>)> {
    let table = raw_name(create);
    let mut seen = BTreeSet::new();
    for column in &create.columns {
        context.check_type(&column.ty)?;
        let name = &column.name;
        if !seen.insert(&name.text) {
            return invalid(format!("Duplicate column '{}' declaration for table '{table}'", name.text))
                .map_err(|e| e.at(name.span));
        }
    }
    let inline = create.inline_primary_keys().map(|name| (vec![name], Vec::new()));
    let said = create.primary_keys.iter().map(|key| (key.partition.iter().collect(), key.clustering.iter().collect()));
    let mut all = inline.chain(said);
    let found: (Names<'s>, Names<'s>) = all.next().unwrap_or_default();
    if all.next().is_some() {
        return invalid(format!("Multiple PRIMARY KEY specified for table '{table}' (exactly one required)"));
    }
    let mut ordered = BTreeSet::new();
    for (column, _) in &create.properties.clustering_order {
        if !ordered.insert(&column.text) {
            let text = format!("Duplicate column '{}' in CLUSTERING ORDER BY clause for table '{table}'", column.text);
            return invalid(text).map_err(|e| e.at(column.span));
        }
    }
    Ok(found)
}

struct Builder<'b> {
    keyspace: &'b Keyspace,
    create: &'b CreateTable,
    partition: &'b [&'b Name],
    clustering: &'b [&'b Name],
    context: Context<'b>,
}

/// `check for nested non-frozen UDTs or collections in a non-frozen UDT`
pub(super) fn has_nested_cells(ty: &MarshalType) -> bool {
    matches!(ty, MarshalType::User(user) if user.multi_cell && user.fields.iter().any(|field| field.ty.is_multi_cell()))
}

impl<'b> Builder<'b> {
    fn has_counters(&self) -> bool {
        self.create.columns.iter().any(|column| is_counter(&column.ty))
    }

    fn table(&self, options: options::Options) -> Result<TableMetadata> {
        let (keyspace, create) = (self.keyspace, self.create);
        let name = &create.name.name.text;
        // By name: what is wrong is said of the first one.
        let mut others: BTreeMap<&str, ColumnMetadata> = BTreeMap::new();
        let declared: BTreeMap<&str, &ColumnDefinition> =
            create.columns.iter().map(|c| (c.name.text.as_str(), c)).collect();
        for (column, definition) in &declared {
            let ty = self.context.resolve(&definition.ty, &keyspace.name, &keyspace.types)?;
            let mask = definition
                .mask
                .as_ref()
                .map(|raw| mask::prepare(keyspace, column, &ty, raw, self.context))
                .transpose()?;
            // DESCRIBE calls dropped columns of compact tables static.
            let is_compact = create.properties.compact_storage && self.context.source == options::Source::File;
            let kind = if definition.is_static && !is_compact { ColumnKind::Static } else { ColumnKind::Regular };
            let constraints = mask::constraints(&definition.constraints);
            others.insert(column, ColumnMetadata { name: (*column).to_owned(), ty, kind, mask, constraints });
        }
        if others.values().any(|column| has_nested_cells(&column.ty)) {
            return invalid("Non-frozen UDTs with nested non-frozen collections are not supported");
        }
        self.check_primary_key(&others)?;
        let mut columns = Vec::with_capacity(others.len());
        for (at, name) in self.partition.iter().enumerate() {
            columns.extend(
                others.remove(name.text.as_str()).map(|c| ColumnMetadata { kind: ColumnKind::PartitionKey(at), ..c }),
            );
        }
        for (at, name) in self.clustering.iter().enumerate() {
            let Some(column) = others.remove(name.text.as_str()) else { continue };
            let order = create.properties.clustering_order.iter().find(|(own, _)| own.text == name.text);
            let ty = match order {
                Some((_, Direction::Descending)) => MarshalType::Reversed(Box::new(column.ty)),
                _ => column.ty,
            };
            columns.push(ColumnMetadata { kind: ColumnKind::Clustering(at), ty, ..column });
        }
        self.check_order()?;
        let others: Vec<ColumnMetadata> = others.into_values().collect();
        let has_static = create.columns.iter().any(|column| column.is_static);
        if create.properties.compact_storage {
            compact::validate(!self.clustering.is_empty(), &others)?;
        } else if self.clustering.is_empty() && has_static {
            return invalid(
                "Static columns are only useful (and thus allowed) if the table has at least one clustering column",
            );
        }
        if self.has_counters() {
            if others.iter().any(|column| !column.ty.is_counter()) {
                return invalid("Cannot mix counter and non counter columns in the same table");
            }
            if options::number(&options, "default_time_to_live") > 0 {
                return invalid("Cannot set default_time_to_live on a table with counters");
            }
        }
        columns.extend(others);
        columns::sort(&mut columns);
        let mut new = new_table(&keyspace.name, name, columns, options);
        if create.properties.compact_storage {
            compact::make(&mut new, self.has_counters());
        }
        Ok(new)
    }

    fn check_primary_key(&self, columns: &BTreeMap<&str, ColumnMetadata>) -> Result<()> {
        let table = &self.create.name.name.text;
        let mut seen = BTreeSet::new();
        for name in self.partition.iter().chain(self.clustering) {
            let at = |error: crate::QueryError| error.at(name.span);
            let text = &name.text;
            let Some(column) = columns.get(text.as_str()) else {
                return invalid(format!("Unknown column '{text}' referenced in PRIMARY KEY for table '{table}'"))
                    .map_err(at);
            };
            if !seen.insert(text) {
                return invalid(format!("Duplicate column '{text}' in PRIMARY KEY clause for table '{table}'"))
                    .map_err(at);
            }
            if column.ty.is_multi_cell() {
                let what = if column.ty.is_collection() { "collection" } else { "user-defined" };
                let ty = match &column.ty {
                    // Cassandra takes the whole name for one, and quotes it.
                    MarshalType::User(user) => maybe_quote(&format!("{}.{}", user.keyspace, user.name)).into_owned(),
                    ty => ty.cql_name(),
                };
                return invalid(format!("Invalid non-frozen {what} type {ty} for PRIMARY KEY column '{text}'"))
                    .map_err(at);
            }
            if column.ty.is_counter() {
                return invalid(format!("counter type is not supported for PRIMARY KEY column '{text}'")).map_err(at);
            }
            if has_duration(&column.ty) {
                return invalid(format!("duration type is not supported for PRIMARY KEY column '{text}'")).map_err(at);
            }
            if column.kind == ColumnKind::Static {
                return invalid(format!("Static column '{text}' cannot be part of the PRIMARY KEY")).map_err(at);
            }
        }
        Ok(())
    }

    fn check_order(&self) -> Result<()> {
        // DESCRIBE gives the order of a column that it does not show.
        if self.context.source == options::Source::File
            && self.create.properties.compact_storage
            && self.clustering.is_empty()
        {
            return Ok(());
        }
        let ordered: Vec<&Name> = self.create.properties.clustering_order.iter().map(|(name, _)| name).collect();
        let others: Vec<&str> =
            ordered.iter().filter(|name| !self.clustering.contains(name)).map(|name| name.text.as_str()).collect();
        if !others.is_empty() {
            return invalid(format!(
                "Only clustering key columns can be defined in CLUSTERING ORDER directive: [{}] are not clustering columns",
                others.join(", ")
            ));
        }
        for (id, column) in ordered.iter().zip(self.clustering) {
            if id == column {
                continue;
            }
            let (id, column) = (&id.text, &column.text);
            return match ordered.iter().any(|name| name.text == *column) {
                true => invalid(format!(
                    "The order of columns in the CLUSTERING ORDER directive must match that of the clustering columns ({column} must appear before {id})"
                )),
                false => invalid(format!("Missing CLUSTERING ORDER for column {column}")),
            };
        }
        Ok(())
    }
}

/// A table of columns in order.
pub(in crate::schema) fn new_table(
    keyspace: &str,
    name: &str,
    columns: Vec<ColumnMetadata>,
    options: options::Options,
) -> TableMetadata {
    TableMetadata {
        keyspace: keyspace.to_owned(),
        name: name.to_owned(),
        id: None,
        kind: TableKind::Table,
        partitioner: Partitioner::Murmur3,
        release: Release::default(),
        columns,
        dropped: BTreeMap::new(),
        indexes: Vec::new(),
        default_ttl: i32::try_from(options::number(&options, "default_time_to_live")).unwrap_or_default(),
        gc_grace_seconds: options::number(&options, "gc_grace_seconds"),
        options,
        is_compact: false,
        is_dense: false,
        is_compound: true,
        is_super: false,
        hidden: Vec::new(),
        triggers: BTreeMap::new(),
        from_header: false,
    }
}

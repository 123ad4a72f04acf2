//! CREATE, ALTER and DROP MATERIALIZED VIEW.

use std::collections::BTreeSet;

use cqlite_cql::ast::{
    CreateView, Direction, ExprKind, Name, Properties as Said, Relation, RelationKind, Selection, Statement, TableName,
};
use cqlite_runtime::marshal::{maybe_quote, MarshalType};

use super::alter_table::set_options;
use super::create_table::{already_exists, id, new_table};
use super::table;
use crate::schema::columns;
use crate::schema::context::Context;
use crate::schema::cql_type::has_duration;
use crate::schema::metadata::{Catalog, ColumnKind, ColumnMetadata, TableKind, TableMetadata};
use crate::schema::options;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::schema::text;
use crate::Result;

pub(super) fn create(catalog: &mut Catalog, create: &CreateView, context: Context<'_>) -> Result<()> {
    let mut ordered = BTreeSet::new();
    for (column, _) in &create.properties.clustering_order {
        if !ordered.insert(&column.text) {
            let view = &create.name.name.text;
            return invalid(format!(
                "Duplicate column '{}' in CLUSTERING ORDER BY clause for view '{view}'",
                column.text
            ));
        }
    }
    let mut properties = Properties::new(&create.properties.properties)?;
    let keyspace_name = context.keyspace(create.name.keyspace.as_ref())?;
    if create.from.keyspace.as_ref().is_some_and(|other| other.text != keyspace_name) {
        return invalid("Cannot create a materialized view on a table in a different keyspace");
    }
    context.modifiable(keyspace_name)?;
    let keyspace = catalog.keyspace(keyspace_name)?;
    let (name, base_name) = (&create.name.name.text, &create.from.name.text);
    let Some(base) = keyspace.tables.get(base_name).filter(|table| !table.is_view()) else {
        return invalid(format!("Base table '{base_name}' doesn't exist"));
    };
    match keyspace.tables.get(name) {
        Some(other) if !other.is_view() => {
            return invalid(format!(
                "Cannot create materialized view '{name}' - a table with the same name already exists"
            ))
        }
        Some(_) if create.if_not_exists => return Ok(()),
        Some(_) => return already_exists(keyspace_name, name),
        None => {}
    }
    if base.is_counter() {
        return invalid("Materialized views are not supported on counter tables");
    }
    if base.gc_grace_seconds == 0 {
        return invalid(format!(
            "Cannot create materialized view '{name}' for base table '{base_name}' with gc_grace_seconds of 0, since this value is used to TTL undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed."
        ));
    }
    let view = View { create, base, name };
    let selected = view.selected()?;
    let key = view.primary_key(&selected)?;
    view.conditions(&key)?;
    let options = options::check(&mut properties, context.source)?;
    if options::number(&options, "default_time_to_live") != 0 {
        return invalid("Cannot set default_time_to_live for a materialized view. Data in a materialized view always expire at the same time than the corresponding data in the parent table.");
    }
    let mut new = new_table(keyspace_name, name, view.columns(&selected), options);
    new.id = id(&properties)?;
    new.kind = TableKind::View {
        base: base_name.clone(),
        where_clause: create.relations.iter().map(text::relation).collect::<Vec<_>>().join(" AND "),
        include_all_columns: create.selection == Selection::All,
    };
    table::validate(&new)?;
    catalog.keyspace_mut(keyspace_name)?.tables.insert(name.clone(), new);
    Ok(())
}

struct View<'v> {
    create: &'v CreateView,
    base: &'v TableMetadata,
    name: &'v str,
}

impl<'v> View<'v> {
    fn key(&self) -> impl Iterator<Item = &'v Name> {
        let key = &self.create.primary_key;
        key.partition.iter().chain(&key.clustering)
    }

    fn selected(&self) -> Result<BTreeSet<&'v str>> {
        let mut selected = BTreeSet::new();
        match &self.create.selection {
            Selection::All => selected.extend(self.base.columns.iter().map(|column| column.name.as_str())),
            Selection::Columns(columns) => {
                for selector in columns {
                    let shown = text::expression(&selector.expr);
                    if selector.alias.is_some() {
                        return invalid(format!("Cannot use aliases when defining a materialized view (got {shown})"));
                    }
                    let ExprKind::Column(column) = &selector.expr.kind else {
                        return invalid(format!(
                            "Can only select columns by name when defining a materialized view (got {shown})"
                        ));
                    };
                    self.existing(column)?;
                    selected.insert(column.text.as_str());
                }
            }
        }
        let is_static = |name: &&&str| self.base.column(name).is_some_and(|column| column.kind == ColumnKind::Static);
        match selected.iter().find(is_static) {
            Some(column) => {
                invalid(format!("Cannot include static column '{column}' in materialized view '{}'", self.name))
            }
            None => Ok(selected),
        }
    }

    fn existing(&self, name: &Name) -> Result<&'v ColumnMetadata> {
        match self.base.column(&name.text) {
            Some(column) => Ok(column),
            None => {
                let (column, table) = (maybe_quote(&name.text), self.base.full_name());
                invalid(format!("Undefined column name {column} in table {table}")).map_err(|e| e.at(name.span))
            }
        }
    }

    fn primary_key(&self, selected: &BTreeSet<&str>) -> Result<BTreeSet<&'v str>> {
        let view = self.name;
        let mut key = BTreeSet::new();
        for name in self.key() {
            let at = |error: crate::QueryError| error.at(name.span);
            let text = name.text.as_str();
            let Some(column) = self.base.column(text).filter(|_| selected.contains(text)) else {
                return invalid(format!(
                    "Unknown column '{text}' referenced in PRIMARY KEY for materialized view '{view}'"
                ))
                .map_err(at);
            };
            if !key.insert(text) {
                return invalid(format!(
                    "Duplicate column '{text}' in PRIMARY KEY clause for materialized view '{view}'"
                ))
                .map_err(at);
            }
            if column.ty.is_multi_cell() {
                let what = if column.ty.is_collection() { "collection" } else { "user-defined" };
                let ty = &column.ty;
                return invalid(format!("Invalid non-frozen {what} type '{ty}' for PRIMARY KEY column '{text}'"))
                    .map_err(at);
            }
            if has_duration(&column.ty) {
                return invalid(format!("duration type is not supported for PRIMARY KEY column '{text}'")).map_err(at);
            }
        }
        let order = &self.create.properties.clustering_order;
        let is_same = order.iter().map(|(name, _)| name).eq(&self.create.primary_key.clustering);
        if !order.is_empty() && !is_same {
            return invalid("Clustering key columns must exactly match columns in CLUSTERING ORDER BY directive");
        }
        let of_base: Vec<&ColumnMetadata> = self.base.columns.iter().filter(|column| column.is_primary_key()).collect();
        let missing: Vec<&str> = of_base.iter().map(|c| c.name.as_str()).filter(|name| !key.contains(name)).collect();
        if !missing.is_empty() {
            let (missing, base) = (missing.join(", "), &self.base.name);
            return invalid(format!(
                "Cannot create materialized view '{view}' without primary key columns {missing} from base table '{base}'"
            ));
        }
        let others: Vec<&str> = key.iter().copied().filter(|name| !of_base.iter().any(|c| c.name == *name)).collect();
        match others.len() {
            0 | 1 => Ok(key),
            _ => invalid(format!(
                "Cannot include more than one non-primary key column in materialized view primary key (got {})",
                others.join(", ")
            )),
        }
    }

    /// What WHERE says: each column of the key is restricted, others only by IS NOT NULL.
    fn conditions(&self, key: &BTreeSet<&str>) -> Result<()> {
        let relations = &self.create.relations;
        if relations.iter().any(|relation| matches!(relation.kind, RelationKind::Token(..))) {
            return invalid("Cannot use token relation when defining a materialized view");
        }
        if relations.iter().any(|relation| matches!(relation.kind, RelationKind::Custom(..))) {
            return invalid(format!(
                "WHERE clause for materialized view '{}' cannot contain custom index expressions",
                self.name
            ));
        }
        let (mut restricted, mut compared) = (BTreeSet::new(), Vec::new());
        for relation in relations {
            for name in named(relation) {
                let column = self.existing(name)?;
                restricted.insert(name.text.as_str());
                let is_null_check = matches!(relation.kind, RelationKind::IsNotNull(_));
                // The columns that count are those of the base table's key.
                if !column.is_primary_key() && !is_null_check {
                    compared.push(name.text.as_str());
                }
            }
        }
        let free: Vec<&str> = key.iter().copied().filter(|name| !restricted.contains(name)).collect();
        if !free.is_empty() {
            let free = free.join(", ");
            return invalid(format!("Primary key columns {free} must be restricted with 'IS NOT NULL' or otherwise"));
        }
        match compared.is_empty() {
            true => Ok(()),
            false => invalid(format!(
                "Non-primary key columns can only be restricted with 'IS NOT NULL' (got: {} restricted illegally)",
                compared.join(",")
            )),
        }
    }

    fn columns(&self, selected: &BTreeSet<&str>) -> Vec<ColumnMetadata> {
        let key = &self.create.primary_key;
        let position = |names: &[Name], name: &str| names.iter().position(|own| own.text == name);
        let of = |name: &str| {
            let column = self.base.column(name)?;
            let kind = match (position(&key.partition, name), position(&key.clustering, name)) {
                (Some(at), _) => ColumnKind::PartitionKey(at),
                (_, Some(at)) => ColumnKind::Clustering(at),
                _ => ColumnKind::Regular,
            };
            let order = self.create.properties.clustering_order.iter().find(|(own, _)| own.text == name);
            let ty = match order {
                Some((_, Direction::Ascending)) => column.value_type().clone(),
                Some((_, Direction::Descending)) => MarshalType::Reversed(Box::new(column.value_type().clone())),
                None => column.ty.clone(),
            };
            Some(ColumnMetadata { kind, ty, ..column.clone() })
        };
        let mut columns: Vec<ColumnMetadata> = selected.iter().filter_map(|name| of(name)).collect();
        columns::sort(&mut columns);
        columns
    }
}

/// The columns that a condition is about.
fn named(relation: &Relation) -> Vec<&Name> {
    match &relation.kind {
        RelationKind::Column(name, ..) | RelationKind::Element(name, ..) | RelationKind::IsNotNull(name) => vec![name],
        RelationKind::Tuple(names, ..) | RelationKind::Token(names, ..) => names.iter().collect(),
        RelationKind::Custom(..) => Vec::new(),
    }
}

/// A WHERE clause with another name for a column.
pub(super) fn renamed(clause: &str, from: &str, to: &str) -> Result<String> {
    let statement = cqlite_cql::parse(&format!("SELECT * FROM t WHERE {clause}"))?;
    let Statement::Select(mut select) = statement else { return Ok(clause.to_owned()) };
    let rename = |name: &mut Name| {
        if name.text == from {
            to.clone_into(&mut name.text);
        }
    };
    for relation in &mut select.relations {
        match &mut relation.kind {
            RelationKind::Column(name, ..) | RelationKind::Element(name, ..) | RelationKind::IsNotNull(name) => {
                rename(name)
            }
            RelationKind::Tuple(names, ..) | RelationKind::Token(names, ..) => names.iter_mut().for_each(rename),
            RelationKind::Custom(..) => {}
        }
    }
    Ok(select.relations.iter().map(text::relation).collect::<Vec<_>>().join(" AND "))
}

pub(super) fn alter(
    catalog: &mut Catalog,
    name: &TableName,
    if_exists: bool,
    properties: &Said,
    context: Context<'_>,
) -> Result<()> {
    let mut properties = Properties::new(properties)?;
    let keyspace_name = context.keyspace(name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let own = &name.name.text;
    let found = catalog.keyspaces.get_mut(keyspace_name).and_then(|keyspace| keyspace.tables.get_mut(own));
    let Some(view) = found.filter(|table| table.is_view()) else {
        return match if_exists {
            true => Ok(()),
            false => invalid(format!("Materialized view '{keyspace_name}.{own}' doesn't exist")),
        };
    };
    options::check(&mut properties, context.source)?;
    if properties.has("id") {
        return configuration("Cannot alter table id.");
    }
    let new = options::altered(view.options.clone(), &properties, context.source, false)?;
    if options::number(&new, "gc_grace_seconds") == 0 {
        return invalid("Cannot alter gc_grace_seconds of a materialized view to 0, since this value is used to TTL undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed.");
    }
    if options::number(&new, "default_time_to_live") > 0 {
        return invalid("Forbidden default_time_to_live detected for a materialized view. Data in a materialized view always expire at the same time than the corresponding data in the parent table. default_time_to_live must be set to zero, see CASSANDRA-12868 for more information");
    }
    options::validate(&new)?;
    set_options(view, new);
    Ok(())
}

pub(super) fn drop(catalog: &mut Catalog, name: &TableName, if_exists: bool, context: Context<'_>) -> Result<()> {
    let keyspace_name = context.keyspace(name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let own = &name.name.text;
    let tables = catalog.keyspaces.get_mut(keyspace_name).map(|keyspace| &mut keyspace.tables);
    match tables.filter(|tables| tables.get(own).is_some_and(TableMetadata::is_view)) {
        Some(tables) => {
            tables.remove(own);
            Ok(())
        }
        None if if_exists => Ok(()),
        None => invalid(format!("Materialized view '{keyspace_name}.{own}' doesn't exist")),
    }
}

//! ALTER TABLE.

use cqlite_cql::ast::{AlterTable, AlterTableAction, ColumnDefinition, Name};
use cqlite_runtime::marshal::maybe_quote;
use cqlite_schema::compatible;

use super::create_table::has_nested_cells;
use super::{compact, index, mask, table};
use crate::schema::context::Context;
use crate::schema::cql_type::expand_user_types;
use crate::schema::metadata::{Catalog, ColumnKind, ColumnMetadata, DroppedColumn, Keyspace, TableKind, TableMetadata};
use crate::schema::options;
use crate::schema::properties::Properties;
use crate::schema::refuse::{configuration, invalid};
use crate::Result;

pub(super) fn alter(catalog: &mut Catalog, alter: &AlterTable, context: Context<'_>) -> Result<()> {
    match &alter.action {
        AlterTableAction::Add { columns, .. } => {
            columns.iter().try_for_each(|column| context.check_type(&column.ty))?
        }
        AlterTableAction::Type { ty, .. } => context.check_type(ty)?,
        _ => {}
    }
    let properties = match &alter.action {
        AlterTableAction::With(properties) => Properties::new(properties)?,
        _ => Properties::default(),
    };
    let keyspace_name = context.keyspace(alter.name.keyspace.as_ref())?;
    context.modifiable(keyspace_name)?;
    let name = &alter.name.name.text;
    let found = catalog.keyspaces.get_mut(keyspace_name).filter(|keyspace| keyspace.tables.contains_key(name));
    let Some(keyspace) = found else {
        return match alter.if_exists {
            true => Ok(()),
            false => invalid(format!("Table '{keyspace_name}.{name}' doesn't exist")),
        };
    };
    if keyspace.tables[name].is_view() {
        return invalid("Cannot use ALTER TABLE on a materialized view; use ALTER MATERIALIZED VIEW instead");
    }
    let mut new = keyspace.tables[name].clone();
    let mut views: Vec<TableMetadata> = table::views(keyspace, name).cloned().collect();
    match &alter.action {
        AlterTableAction::Type { .. } => return invalid("Altering column types is no longer supported"),
        AlterTableAction::Mask { column, if_exists, mask: raw } => {
            let Some(at) = found_column(&new, column, *if_exists)? else { return Ok(()) };
            let ty = new.columns[at].value_type().clone();
            let mask = raw.as_ref().map(|raw| mask::prepare(keyspace, &column.text, &ty, raw, context)).transpose()?;
            new.columns[at].mask.clone_from(&mask);
            let of_views = views.iter_mut().flat_map(|view| &mut view.columns);
            of_views.filter(|own| own.name == column.text).for_each(|own| own.mask.clone_from(&mask));
        }
        AlterTableAction::Constraints { column, if_exists, constraints } => {
            let Some(at) = new.columns.iter().position(|own| own.name == column.text) else {
                return match if_exists {
                    true => Ok(()),
                    false => invalid(format!("Column '{}' doesn't exist", column.text)).map_err(|e| e.at(column.span)),
                };
            };
            new.columns[at].constraints = mask::constraints(constraints);
        }
        AlterTableAction::Add { if_not_exists, columns } => {
            for column in columns {
                add(keyspace, &mut new, &mut views, column, *if_not_exists, context)?;
            }
            table::validate(&new)?;
            table::validate_counters(&new, keyspace.tables[name].is_counter())?;
        }
        AlterTableAction::Drop { if_exists, columns, timestamp } => {
            for column in columns {
                drop_column(&mut new, column, *if_exists, !views.is_empty(), timestamp.unwrap_or(context.now))?;
            }
        }
        AlterTableAction::Rename { columns, .. } => {
            for (from, to) in columns {
                rename(&mut new, &mut views, from, to)?;
            }
        }
        AlterTableAction::DropCompactStorage => compact::undo(&mut new)?,
        AlterTableAction::With(_) => with(&mut new, properties, !views.is_empty(), context)?,
    }
    for new in views.into_iter().chain([new]) {
        keyspace.tables.insert(new.name.clone(), new);
    }
    Ok(())
}

fn found_column(table: &TableMetadata, column: &Name, if_exists: bool) -> Result<Option<usize>> {
    let found = table.columns.iter().position(|own| own.name == column.text);
    match found {
        None if !if_exists => {
            let (column, table) = (&column.text, &table.name);
            invalid(format!("Column with name '{column}' doesn't exist on table '{table}'"))
        }
        found => Ok(found),
    }
}

fn add(
    keyspace: &Keyspace,
    table: &mut TableMetadata,
    views: &mut [TableMetadata],
    definition: &ColumnDefinition,
    if_not_exists: bool,
    context: Context<'_>,
) -> Result<()> {
    let name = &definition.name.text;
    let at = |error: crate::QueryError| error.at(definition.name.span);
    let ty = context.resolve(&definition.ty, &keyspace.name, &keyspace.types)?;
    let mask = definition.mask.as_ref().map(|raw| mask::prepare(keyspace, name, &ty, raw, context)).transpose()?;
    if table.any_column(name).is_some() {
        return match if_not_exists {
            true => Ok(()),
            false => invalid(format!("Column with name '{name}' already exists")).map_err(at),
        };
    }
    if table.is_compact {
        return invalid("Cannot add new column to a COMPACT STORAGE table").map_err(at);
    }
    if definition.is_static && table.clustering().next().is_none() {
        return invalid(
            "Static columns are only useful (and thus allowed) if the table has at least one clustering column",
        )
        .map_err(at);
    }
    if has_nested_cells(&ty) {
        let text = "Non-frozen UDTs with nested non-frozen collections are not supported for column";
        return invalid(format!("{text} {name}")).map_err(at);
    }
    if let Some(dropped) = table.dropped.get(name) {
        if !compatible::serialization(&ty, &dropped.ty) {
            let (new, old) = (ty.cql_name(), dropped.ty.cql_name());
            return invalid(format!(
                "Cannot add a column '{name}' of type {new}, incompatible with previously dropped column '{name}' of type {old}"
            ))
            .map_err(at);
        }
        if dropped.is_static != definition.is_static {
            let kind = |is_static| if is_static { "STATIC" } else { "REGULAR" };
            let (new, old) = (kind(definition.is_static), kind(dropped.is_static));
            return invalid(format!(
                "Cannot re-add previously dropped column '{name}' of kind {new}, incompatible with previous kind {old}"
            ))
            .map_err(at);
        }
        if table.is_counter() {
            return invalid(format!("Cannot re-add previously dropped counter column {name}")).map_err(at);
        }
    }
    let kind = if definition.is_static { ColumnKind::Static } else { ColumnKind::Regular };
    let constraints = mask::constraints(&definition.constraints);
    let column = ColumnMetadata { name: name.clone(), ty, kind, mask, constraints };
    for view in views.iter_mut().filter(|_| !definition.is_static) {
        if matches!(view.kind, TableKind::View { include_all_columns: true, .. }) {
            view.add_column(column.clone());
        }
    }
    table.add_column(column);
    Ok(())
}

fn drop_column(table: &mut TableMetadata, column: &Name, if_exists: bool, has_views: bool, now: i64) -> Result<()> {
    let name = &column.text;
    let at = |error: crate::QueryError| error.at(column.span);
    let Some(position) = table.columns.iter().position(|own| own.name == *name) else {
        if table.hidden.iter().any(|own| own.name == *name) {
            return invalid(format!("Cannot drop column {name} of a COMPACT STORAGE table")).map_err(at);
        }
        return match if_exists {
            true => Ok(()),
            false => invalid(format!("Column {name} was not found in table '{}'", table.full_name())).map_err(at),
        };
    };
    let found = &table.columns[position];
    if found.is_primary_key() {
        return invalid(format!("Cannot drop PRIMARY KEY column {name}")).map_err(at);
    }
    if matches!(&found.ty, cqlite_runtime::marshal::MarshalType::User(user) if user.multi_cell) {
        let ty = found.ty.cql_name();
        return invalid(format!("Cannot drop non-frozen column {name} of user type {ty}")).map_err(at);
    }
    let dependent = index::of_column(table, name);
    if !dependent.is_empty() {
        let dependent = dependent.join(", ");
        return invalid(format!("Cannot drop column {name} because it has dependent secondary indexes ({dependent})"))
            .map_err(at);
    }
    if has_views {
        let table = &table.name;
        return invalid(format!("Cannot drop column {name} on base table {table} with materialized views")).map_err(at);
    }
    if table.is_compact && found.kind == ColumnKind::Regular {
        // Cassandra fails at it with an error of Java's.
        return invalid(format!("Cannot drop column {name}, the only one of a COMPACT STORAGE table")).map_err(at);
    }
    let found = table.columns.remove(position);
    let is_static = found.kind == ColumnKind::Static;
    table.dropped.insert(found.name, DroppedColumn { ty: expand_user_types(&found.ty), is_static, dropped_time: now });
    Ok(())
}

fn rename(table: &mut TableMetadata, views: &mut [TableMetadata], from: &Name, to: &Name) -> Result<()> {
    let (old, new) = (&from.text, &to.text);
    let at = |error: crate::QueryError| error.at(from.span);
    let Some(column) = table.column(old) else {
        let (name, table) = (maybe_quote(old), table.full_name());
        return invalid(format!("Undefined column name {name} in table {table}")).map_err(at);
    };
    if !column.is_primary_key() {
        return invalid(format!("Cannot rename non PRIMARY KEY column {old}")).map_err(at);
    }
    if table.any_column(new).is_some() {
        let table = table.full_name();
        return invalid(format!(
            "Cannot rename column {old} to {new} in table '{table}'; another column with that name already exists"
        ))
        .map_err(at);
    }
    let dependent = index::of_column(table, old);
    if !dependent.is_empty() {
        let dependent = dependent.join(", ");
        return invalid(format!("Can't rename column {old} because it has dependent secondary indexes ({dependent})"))
            .map_err(at);
    }
    for own in views.iter_mut().chain([table]) {
        if let TableKind::View { where_clause, .. } = &mut own.kind {
            *where_clause = super::view::renamed(where_clause, old, new)?;
        }
        own.columns.iter_mut().filter(|own| own.name == *old).for_each(|own| own.name.clone_from(new));
    }
    Ok(())
}

fn with(table: &mut TableMetadata, mut properties: Properties, has_views: bool, context: Context<'_>) -> Result<()> {
    let checked = options::check(&mut properties, context.source)?;
    if properties.has("id") {
        return configuration("Cannot alter table id.");
    }
    let mut new = options::altered(table.options.clone(), &properties, context.source, false)?;
    // Options of other versions are as they are said.
    new.extend(checked.into_iter().filter(|(name, _)| !options::IN_ORDER.contains(&name.as_str())));
    let gc_grace = options::number(&new, "gc_grace_seconds");
    if table.is_counter() && options::number(&new, "default_time_to_live") > 0 {
        return invalid("Cannot set default_time_to_live on a table with counters");
    }
    if has_views && gc_grace == 0 {
        return invalid("Cannot alter gc_grace_seconds of the base table of a materialized view to 0, since this value is used to TTL undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed.");
    }
    options::validate(&new)?;
    set_options(table, new);
    Ok(())
}

/// Gives a table options, and the numbers among them.
pub(super) fn set_options(table: &mut TableMetadata, options: options::Options) {
    table.default_ttl = i32::try_from(options::number(&options, "default_time_to_live")).unwrap_or_default();
    table.gc_grace_seconds = options::number(&options, "gc_grace_seconds");
    table.options = options;
}

//! CREATE TABLE and CREATE MATERIALIZED VIEW.

use cqlite_runtime::marshal::maybe_quote;

use crate::schema::columns::stored_order;
use crate::schema::java_order;
use crate::schema::metadata::{ColumnKind, ColumnMetadata, DroppedColumn, TableMetadata};
use crate::schema::options::{IN_ORDER, OF_6_0_IN_ORDER};

/// `TableMetadata.appendCqlTo`
pub(super) fn table(table: &TableMetadata, with_internals: bool) -> String {
    let mut out = String::new();
    if table.is_compact {
        out.push_str(&format!(
            "/*\nWarning: Table {} omitted because it has constructs not compatible with CQL (was created via legacy API).\nApproximate structure, for reference:\n(this should not be used to reproduce this schema)\n\n",
            table.full_name()
        ));
    }
    out.push_str(&format!("CREATE TABLE {} (\n", table.full_name()));
    columns(&mut out, table, with_internals);
    out.push(')');
    out.push_str(" WITH ");
    if table.is_compact {
        out.push_str("COMPACT STORAGE\n    AND ");
    }
    options(&mut out, table, with_internals);
    if with_internals {
        dropped_columns(&mut out, table);
    }
    if table.is_compact {
        out.push_str("\n*/");
    }
    out
}

/// `ViewMetadata.appendCqlTo`
pub(super) fn view(view: &TableMetadata, base: &str, clause: &str, is_all: bool, with_internals: bool) -> String {
    let names: Vec<_> = view.columns.iter().map(|column| maybe_quote(&column.name)).collect();
    let names = if is_all { "*".to_owned() } else { names.join(", ") };
    let (keyspace, base) = (maybe_quote(&view.keyspace), maybe_quote(base));
    let mut out = format!(
        "CREATE MATERIALIZED VIEW {} AS\n    SELECT {names}\n    FROM {keyspace}.{base}\n    WHERE {clause}\n",
        view.full_name()
    );
    primary_key(&mut out, view);
    out.push_str(" WITH ");
    options(&mut out, view, with_internals);
    out
}

fn columns(out: &mut String, table: &TableMetadata, with_dropped: bool) {
    let is_single = table.partition_key().count() == 1 && all_clustering(table).is_empty();
    let mut columns: Vec<&ColumnMetadata> = table.columns.iter().collect();
    columns.sort_by(|a, b| stored_order(a, b));
    // A column that was dropped and added again comes by its ALTER TABLE statements below.
    let is_shown = |column: &&&ColumnMetadata| !with_dropped || !table.dropped.contains_key(&column.name);
    let dropped = if with_dropped { dropped_in_order(table) } else { Vec::new() };
    let last = columns.last().map(|column| column.name.as_str());
    for column in columns.iter().filter(is_shown) {
        // Those of a compact table are static ones that are not called so.
        let is_static = column.kind == ColumnKind::Static && !table.is_static_compact();
        out.push_str("    ");
        out.push_str(&column_text(column, is_static));
        if is_single && column.kind == ColumnKind::PartitionKey(0) {
            out.push_str(" PRIMARY KEY");
        }
        if !is_single || !dropped.is_empty() || last != Some(&column.name) {
            out.push(',');
        }
        out.push('\n');
    }
    for (at, (name, column)) in dropped.iter().enumerate() {
        let of = if column.is_static { " static" } else { "" };
        out.push_str(&format!("    {} {}{of}", maybe_quote(name), column.ty.cql_name()));
        if !is_single || at + 1 < dropped.len() {
            out.push(',');
        }
        out.push('\n');
    }
    if !is_single {
        primary_key(out, table);
    }
}

/// `ColumnMetadata.appendCqlTo`
fn column_text(column: &ColumnMetadata, is_static: bool) -> String {
    let mut text = format!("{} {}", maybe_quote(&column.name), column.ty.cql_name());
    if is_static {
        text.push_str(" static");
    }
    if let Some(mask) = &column.mask {
        text.push_str(&format!(" MASKED WITH {mask}"));
    }
    if !column.constraints.is_empty() {
        text.push_str(&format!(" CHECK {}", column.constraints.join(" AND ")));
    }
    text
}

/// The clustering columns, also those that CQL does not show.
fn all_clustering(table: &TableMetadata) -> Vec<&ColumnMetadata> {
    table.all_columns().filter(|column| matches!(column.kind, ColumnKind::Clustering(_))).collect()
}

fn primary_key(out: &mut String, table: &TableMetadata) {
    let names =
        |columns: Vec<&ColumnMetadata>| columns.iter().map(|c| maybe_quote(&c.name)).collect::<Vec<_>>().join(", ");
    let partition: Vec<&ColumnMetadata> = table.partition_key().collect();
    let (several, partition) = (partition.len() > 1, names(partition));
    let clustering = names(table.clustering().collect());
    out.push_str("    PRIMARY KEY (");
    out.push_str(&if several { format!("({partition})") } else { partition });
    if !clustering.is_empty() {
        out.push_str(&format!(", {clustering}"));
    }
    out.push_str(")\n");
}

/// `TableMetadata.appendTableOptions`, `TableParams.appendCqlTo`
fn options(out: &mut String, table: &TableMetadata, with_id: bool) {
    let mut all: Vec<String> = Vec::new();
    if let Some(id) = table.id.as_ref().filter(|id| with_id && id.len() == 32 && id.is_ascii()) {
        all.push(format!("ID = {}-{}-{}-{}-{}", &id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]));
    }
    // 5.0 has the column that CQL does not show of a compact table in it as well.
    let clustering = if table.release.is_6() { table.clustering().collect() } else { all_clustering(table) };
    if !clustering.is_empty() {
        let order = |column: &&ColumnMetadata| {
            format!("{} {}", maybe_quote(&column.name), if column.is_reversed() { "DESC" } else { "ASC" })
        };
        all.push(format!("CLUSTERING ORDER BY ({})", clustering.iter().map(order).collect::<Vec<_>>().join(", ")));
    }
    let shown = IN_ORDER.iter().filter(|name| !table.is_view() || **name != "default_time_to_live");
    for name in shown {
        for (new, default, behind) in OF_6_0_IN_ORDER {
            if behind == *name && table.release.is_6() && !table.is_view() {
                all.push(format!("{new} = {}", table.options.get(new).map_or(default, String::as_str)));
            }
        }
        all.extend(table.options.get(*name).map(|value| format!("{name} = {value}")));
    }
    out.push_str(&all.join("\n    AND "));
    out.push(';');
}

fn dropped_in_order(table: &TableMetadata) -> Vec<(&str, &DroppedColumn)> {
    let mut dropped: Vec<(&str, &DroppedColumn)> =
        table.dropped.iter().map(|(name, column)| (name.as_str(), column)).collect();
    let size = dropped.len();
    java_order::sort_copied(&mut dropped, size, |(name, _)| java_order::of_name(name));
    dropped
}

/// `TableMetadata.appendDropColumns`
fn dropped_columns(out: &mut String, table: &TableMetadata) {
    let whole = table.full_name();
    for (name, dropped) in dropped_in_order(table) {
        let time = match dropped.dropped_time {
            i64::MIN => String::new(),
            time => format!(" USING TIMESTAMP {time}"),
        };
        out.push_str(&format!("\nALTER TABLE {whole} DROP {}{time};", maybe_quote(name)));
        if let Some(column) = table.any_column(name) {
            out.push_str(&format!(
                "\nALTER TABLE {whole} ADD {};",
                column_text(column, column.kind == ColumnKind::Static)
            ));
        }
    }
}

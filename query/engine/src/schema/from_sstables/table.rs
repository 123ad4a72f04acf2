//! Tables and materialized views.

use std::collections::{BTreeMap, BTreeSet};

use cqlite_types::hex;
use cqlite_types::value::Uuid;

use super::rows::SchemaRow;
use super::{column, of_keyspace, AllRows};
use crate::schema::context::Context;
use crate::schema::execute::new_table;
use crate::schema::metadata::{IndexMetadata, Keyspace, TableKind, TableMetadata};
use crate::schema::options;
use crate::schema::properties::Properties;
use crate::schema::text::{double, quoted};
use crate::Result;

/// All tables and views of a keyspace.
pub(super) fn read(keyspace: &mut Keyspace, all: &AllRows, context: Context<'_>) -> Result<()> {
    let name = keyspace.name.clone();
    for row in of_keyspace(all, "tables", &name) {
        let mut table = common(keyspace, row, all, context)?;
        let flags: BTreeSet<String> = row.get("flags")?.unwrap_or_default();
        let has = |flag: &str| flags.contains(flag);
        (table.is_dense, table.is_compound, table.is_super) = (has("dense"), has("compound"), has("super"));
        table.is_compact = table.is_dense || table.is_super || !table.is_compound;
        table.hide_columns();
        keyspace.tables.insert(table.name.clone(), table);
    }
    for row in of_keyspace(all, "views", &name) {
        let mut view = common(keyspace, row, all, context)?;
        view.kind = TableKind::View {
            base: row.text("base_table_name")?,
            where_clause: row.text("where_clause")?,
            include_all_columns: row.get("include_all_columns")?.unwrap_or_default(),
        };
        keyspace.tables.insert(view.name.clone(), view);
    }
    for row in of_keyspace(all, "indexes", &name) {
        let options: BTreeMap<String, String> = row.get("options")?.unwrap_or_default();
        let index = IndexMetadata {
            name: row.clustering_text(1)?,
            kind: row.text("kind")?,
            options: options.into_iter().collect(),
        };
        if let Some(table) = keyspace.tables.get_mut(&row.clustering_text(0)?) {
            table.indexes.push(index);
        }
    }
    for row in of_keyspace(all, "triggers", &name) {
        let mut options: BTreeMap<String, String> = row.get("options")?.unwrap_or_default();
        if let Some(table) = keyspace.tables.get_mut(&row.clustering_text(0)?) {
            table.triggers.insert(row.clustering_text(1)?, options.remove("class").unwrap_or_default());
        }
    }
    Ok(())
}

fn common(keyspace: &Keyspace, row: &SchemaRow, all: &AllRows, context: Context<'_>) -> Result<TableMetadata> {
    let name = row.clustering_text(0)?;
    let columns = column::read(keyspace, &name, all, context)?;
    let mut table = new_table(&keyspace.name, &name, columns, params(row, context)?);
    table.id = row.get::<Uuid>("id")?.map(|id| hex::text(&id.0));
    table.dropped = column::dropped(keyspace, &name, all, context)?;
    Ok(table)
}

/// `createTableParamsFromRow`
fn params(row: &SchemaRow, context: Context<'_>) -> Result<options::Options> {
    let mut texts = Vec::new();
    for name in ["bloom_filter_fp_chance", "crc_check_chance"] {
        texts.extend(row.get::<f64>(name)?.map(|number| (name.to_owned(), double(number))));
    }
    let numbers = [
        "default_time_to_live",
        "gc_grace_seconds",
        "max_index_interval",
        "memtable_flush_period_in_ms",
        "min_index_interval",
    ];
    for name in numbers {
        texts.extend(row.get::<i32>(name)?.map(|number| (name.to_owned(), number.to_string())));
    }
    for name in ["allow_auto_snapshot", "cdc", "incremental_backups"] {
        texts.extend(row.get::<bool>(name)?.map(|value| (name.to_owned(), value.to_string())));
    }
    for name in ["additional_write_policy", "comment", "memtable", "read_repair", "speculative_retry"] {
        texts.extend(row.get::<String>(name)?.map(|text| (name.to_owned(), text)));
    }
    let mut maps = Vec::new();
    for name in ["caching", "compaction", "compression"] {
        let map: Option<BTreeMap<String, String>> = row.get(name)?;
        maps.extend(map.map(|map| (name.to_owned(), map.into_iter().collect())));
    }
    let properties = Properties::of_texts(texts, maps);
    let mut found = options::altered(options::defaults(), &properties, context.source, true)?;
    let extensions: BTreeMap<String, Vec<u8>> = row.get("extensions")?.unwrap_or_default();
    let extensions: Vec<String> =
        extensions.iter().map(|(name, bytes)| format!("{}: 0x{}", quoted(name), hex::text(bytes))).collect();
    found.insert("extensions".to_owned(), format!("{{{}}}", extensions.join(", ")));
    Ok(found)
}

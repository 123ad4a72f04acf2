//! COMPACT STORAGE.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::schema::metadata::{ColumnKind, ColumnMetadata, TableMetadata};
use crate::schema::refuse::invalid;
use crate::Result;

/// `validateCompactTable`, of the columns that are not of the primary key.
pub(super) fn validate(is_dense: bool, columns: &[ColumnMetadata]) -> Result<()> {
    if columns.iter().any(|column| column.ty.is_multi_cell()) {
        return invalid("Non-frozen collections and UDTs are not supported with COMPACT STORAGE");
    }
    if columns.iter().any(|column| column.kind == ColumnKind::Static) {
        return invalid("Static columns are not supported in COMPACT STORAGE tables");
    }
    if !is_dense && columns.is_empty() {
        return invalid("No definition found that is not part of the PRIMARY KEY");
    }
    if is_dense && columns.len() > 1 {
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        return invalid(format!(
            "COMPACT STORAGE with composite PRIMARY KEY allows no more than one column not part of the PRIMARY KEY (got: {})",
            names.join(", ")
        ));
    }
    Ok(())
}

/// Makes a table a compact one: its columns are those of Thrift's cells (`fixupCompactTable`).
pub(super) fn make(table: &mut TableMetadata, has_counters: bool) {
    let clustering = table.clustering().count();
    table.is_compact = true;
    table.is_dense = clustering > 0;
    table.is_compound = clustering > 1;
    if clustering == 0 {
        for column in table.columns.iter_mut().filter(|column| column.kind == ColumnKind::Regular) {
            column.kind = ColumnKind::Static;
        }
        let value = if has_counters { NativeType::CounterColumn } else { NativeType::Bytes };
        hide(table, "column", 1, ColumnKind::Clustering(0), NativeType::Utf8);
        hide(table, "value", 0, ColumnKind::Regular, value);
    } else if !table.columns.iter().any(|column| column.kind == ColumnKind::Regular) {
        hide(table, "value", 0, ColumnKind::Regular, NativeType::Empty);
    }
}

/// Adds a column that CQL does not show, by the first name that no other has (`DefaultNames`).
fn hide(table: &mut TableMetadata, name: &str, start: usize, kind: ColumnKind, ty: NativeType) {
    let numbered = |number: usize| if number == 0 { name.to_owned() } else { format!("{name}{number}") };
    let free = (start..).map(numbered).find(|name| table.any_column(name).is_none()).unwrap_or_default();
    let ty = MarshalType::Native(ty);
    table.hidden.push(ColumnMetadata { name: free, ty, kind, mask: None, constraints: Vec::new() });
}

/// DROP COMPACT STORAGE: what was hidden is shown, and all stays where it is.
pub(super) fn undo(table: &mut TableMetadata) -> Result<()> {
    if !table.is_compact {
        return invalid("Cannot DROP COMPACT STORAGE on table without COMPACT STORAGE");
    }
    (table.is_compact, table.is_dense, table.is_compound, table.is_super) = (false, false, true, false);
    let hidden = std::mem::take(&mut table.hidden);
    table.columns.extend(hidden);
    crate::schema::columns::sort(&mut table.columns);
    Ok(())
}

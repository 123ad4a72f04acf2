//! Rows as statements that write them.

use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType};
use cqlite_types::{literal, ValueError};

use crate::value::is_empty_value;
use crate::Column;

/// A row of values, one for each column.
pub(crate) type Row<'a> = &'a [Option<Vec<u8>>];

/// The column of what `SELECT JSON` gives.
const JSON: &str = "[json]";

/// Appends the statement that writes a row; the number of the column comes with an error.
///
/// Nulls are left out, so that no tombstones are written. In a table with counters all columns but these are of the key.
pub(crate) fn put(table: &str, columns: &[Column], row: Row<'_>, out: &mut Vec<u8>) -> Result<(), (usize, ValueError)> {
    match (columns, row) {
        ([column], [Some(text)]) if column.name == JSON => {
            out.extend_from_slice(format!("INSERT INTO {table} JSON ").as_bytes());
            literal::write(&column.ty, text, out).map_err(|e| (0, e))?;
            out.extend_from_slice(b";\n");
            Ok(())
        }
        _ if columns.iter().any(|column| column.ty.is_counter()) => update(table, columns, row, out),
        _ => insert(table, columns, row, out),
    }
}

fn insert(table: &str, columns: &[Column], row: Row<'_>, out: &mut Vec<u8>) -> Result<(), (usize, ValueError)> {
    let present = || columns.iter().zip(row).enumerate().filter_map(|(i, (c, v))| Some((i, c, v.as_deref()?)));
    out.extend_from_slice(format!("INSERT INTO {table} (").as_bytes());
    for (n, (_, column, _)) in present().enumerate() {
        separate(n, ", ", out);
        out.extend_from_slice(maybe_quote(&column.name).as_bytes());
    }
    out.extend_from_slice(b") VALUES (");
    for (n, (i, column, bytes)) in present().enumerate() {
        separate(n, ", ", out);
        value(&column.ty, bytes, out).map_err(|e| (i, e))?;
    }
    out.extend_from_slice(b");\n");
    Ok(())
}

fn update(table: &str, columns: &[Column], row: Row<'_>, out: &mut Vec<u8>) -> Result<(), (usize, ValueError)> {
    let present = || columns.iter().zip(row).enumerate().filter_map(|(i, (c, v))| Some((i, c, v.as_deref()?)));
    if !present().any(|(_, column, _)| column.ty.is_counter()) {
        return Ok(());
    }
    out.extend_from_slice(format!("UPDATE {table} SET ").as_bytes());
    for (n, (i, column, bytes)) in present().filter(|(_, column, _)| column.ty.is_counter()).enumerate() {
        separate(n, ", ", out);
        let name = maybe_quote(&column.name);
        out.extend_from_slice(format!("{name} = {name} + ").as_bytes());
        value(&NativeType::Long.into(), bytes, out).map_err(|e| (i, e))?;
    }
    out.extend_from_slice(b" WHERE ");
    for (n, (i, column, bytes)) in present().filter(|(_, column, _)| !column.ty.is_counter()).enumerate() {
        separate(n, " AND ", out);
        out.extend_from_slice(format!("{} = ", maybe_quote(&column.name)).as_bytes());
        value(&column.ty, bytes, out).map_err(|e| (i, e))?;
    }
    out.extend_from_slice(b";\n");
    Ok(())
}

/// Appends a literal; what has no bytes and is no text is made by a function, for there is no literal of it.
fn value(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    match ty.unreversed() {
        MarshalType::Native(native) if is_empty_value(ty, bytes) => {
            let name = native.cql_name().unwrap_or("blob");
            out.extend_from_slice(format!("blobAs{}{}(0x)", name[..1].to_uppercase(), &name[1..]).as_bytes());
            Ok(())
        }
        _ => literal::write(ty, bytes, out),
    }
}

fn separate(n: usize, text: &str, out: &mut Vec<u8>) {
    if n > 0 {
        out.extend_from_slice(text.as_bytes());
    }
}

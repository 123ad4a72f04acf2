//! Rows as objects.

use cqlite_types::{json, ValueError};

use crate::Column;

/// The text before the value of each column.
pub(crate) fn keys(columns: &[Column]) -> Vec<Vec<u8>> {
    let key = |(i, column): (usize, &Column)| {
        let mut out = if i == 0 { b"{\"".to_vec() } else { b", \"".to_vec() };
        json::write_escaped(&column.name, &mut out);
        out.extend_from_slice(b"\": ");
        out
    };
    columns.iter().enumerate().map(key).collect()
}

/// Appends a value, as Cassandra does where it has a text for it.
pub(crate) fn put(column: &Column, value: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), ValueError> {
    let Some(bytes) = value else {
        out.extend_from_slice(b"null");
        return Ok(());
    };
    json::write(&column.ty, bytes, out).or_else(|_| json::write_any(&column.ty, bytes, out))
}

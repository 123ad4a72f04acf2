//! Rows as objects.

use cqlite_runtime::marshal::MarshalType;
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

/// Appends a value. Where Cassandra has no text for no bytes, they are an empty string; what is no CQL type is a blob.
pub(crate) fn put(column: &Column, value: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), ValueError> {
    let Some(bytes) = value else {
        out.extend_from_slice(b"null");
        return Ok(());
    };
    match (json::write(&column.ty, bytes, out), column.ty.unreversed()) {
        (Ok(()), _) => {}
        (Err(_), _) if bytes.is_empty() => out.extend_from_slice(b"\"\""),
        (
            Err(_),
            MarshalType::Custom(_)
            | MarshalType::Composite(_)
            | MarshalType::DynamicComposite(_)
            | MarshalType::PartitionerDefinedOrder { .. },
        ) => {
            out.extend_from_slice(b"\"0x");
            cqlite_types::hex::put(bytes, out);
            out.push(b'"');
        }
        (Err(e), _) => return Err(e),
    }
    Ok(())
}

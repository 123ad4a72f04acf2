//! Rows as JSON (`Selection.rowToJson`).

use cqlite_runtime::marshal::MarshalType;

use crate::{QueryError, Result, Value};

/// A row as a JSON object.
pub(crate) fn row(columns: &[(String, MarshalType)], values: &[Value]) -> Result<Vec<u8>> {
    let mut out = vec![b'{'];
    for (i, ((name, ty), value)) in columns.iter().zip(values).enumerate() {
        if i > 0 {
            out.extend_from_slice(b", ");
        }
        out.push(b'"');
        // Names with capitals are within quotation marks of their own.
        let quoted = *name != name.to_lowercase();
        let name = if quoted { format!("\"{name}\"") } else { name.clone() };
        cqlite_types::json::write_escaped(&name, &mut out);
        out.extend_from_slice(b"\": ");
        match value {
            Some(value) => json_value(ty, value, &mut out)?,
            None => out.extend_from_slice(b"null"),
        }
    }
    out.push(b'}');
    Ok(out)
}

fn json_value(ty: &MarshalType, value: &[u8], out: &mut Vec<u8>) -> Result<()> {
    if ty.is_counter() {
        let number = <[u8; 8]>::try_from(value).map(i64::from_be_bytes).unwrap_or_default();
        out.extend_from_slice(number.to_string().as_bytes());
        return Ok(());
    }
    cqlite_types::json::write(ty, value, out).map_err(QueryError::storage)
}

//! Rows as objects.

use cqlite_runtime::marshal::MarshalType;
use cqlite_types::{json, parts, ValueError};

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

/// Appends a value. Where Cassandra has no text for no bytes, they are an empty string; what is no CQL type is a blob. A null within a collection,
/// of which `ttl` of its elements may have some, is null: Cassandra fails at it.
pub(crate) fn put(column: &Column, value: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), ValueError> {
    let start = out.len();
    let Some(bytes) = value else {
        out.extend_from_slice(b"null");
        return Ok(());
    };
    if json::write(&column.ty, bytes, out).is_err() {
        out.truncate(start);
        return lenient(&column.ty, Some(bytes), out);
    }
    Ok(())
}

fn lenient(ty: &MarshalType, value: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), ValueError> {
    let ty = ty.unreversed();
    let Some(bytes) = value else {
        out.extend_from_slice(b"null");
        return Ok(());
    };
    match ty {
        MarshalType::List { element, .. } | MarshalType::Set { element, .. } | MarshalType::Vector { element, .. } => {
            list(parts(ty, bytes)?.into_iter().map(|part| (&**element, part)), out)
        }
        MarshalType::Tuple(types) => list(types.iter().zip(parts(ty, bytes)?), out),
        MarshalType::Map { key, value, .. } => {
            let all = parts(ty, bytes)?;
            let entries = all.chunks(2).map(|entry| (entry[0], entry.get(1).copied().flatten()));
            object(entries.map(|(k, v)| (key_text(key, k), (&**value, v))), out)
        }
        MarshalType::User(user) => {
            let name = |name: &str| {
                let mut text = b"\"".to_vec();
                json::write_escaped(name, &mut text);
                text.push(b'"');
                text
            };
            let fields = parts(ty, bytes)?.into_iter().chain(std::iter::repeat(None));
            object(user.fields.iter().zip(fields).map(|(field, part)| (Ok(name(&field.name)), (&field.ty, part))), out)
        }
        MarshalType::Custom(_)
        | MarshalType::Composite(_)
        | MarshalType::DynamicComposite(_)
        | MarshalType::PartitionerDefinedOrder { .. } => {
            out.extend_from_slice(b"\"0x");
            cqlite_types::hex::put(bytes, out);
            out.push(b'"');
            Ok(())
        }
        MarshalType::Native(_) | MarshalType::Reversed(_) if bytes.is_empty() => {
            out.extend_from_slice(b"\"\"");
            Ok(())
        }
        MarshalType::Native(_) | MarshalType::Reversed(_) => json::write(ty, bytes, out),
    }
}

type Part<'v> = (&'v MarshalType, Option<&'v [u8]>);

fn list<'v>(parts: impl Iterator<Item = Part<'v>>, out: &mut Vec<u8>) -> Result<(), ValueError> {
    out.push(b'[');
    for (i, (ty, part)) in parts.enumerate() {
        separate(i, out);
        lenient(ty, part, out)?;
    }
    out.push(b']');
    Ok(())
}

fn object<'v>(
    entries: impl Iterator<Item = (Result<Vec<u8>, ValueError>, Part<'v>)>,
    out: &mut Vec<u8>,
) -> Result<(), ValueError> {
    out.push(b'{');
    for (i, (key, (ty, part))) in entries.enumerate() {
        separate(i, out);
        out.extend_from_slice(&key?);
        out.extend_from_slice(b": ");
        lenient(ty, part, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn separate(i: usize, out: &mut Vec<u8>) {
    if i > 0 {
        out.extend_from_slice(b", ");
    }
}

/// A key as JSON has it: a string.
fn key_text(ty: &MarshalType, key: Option<&[u8]>) -> Result<Vec<u8>, ValueError> {
    let mut text = Vec::new();
    lenient(ty, key, &mut text)?;
    if text.first() == Some(&b'"') {
        return Ok(text);
    }
    let mut quoted = b"\"".to_vec();
    json::write_escaped(&String::from_utf8_lossy(&text), &mut quoted);
    quoted.push(b'"');
    Ok(quoted)
}

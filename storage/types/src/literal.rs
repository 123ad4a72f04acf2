//! Values as CQL literals.
//!
//! Reference: `AbstractType.toCQLString`, `CQL3Type.toCQLLiteral`.

use cqlite_runtime::marshal::{maybe_quote, MarshalType, NativeType, UserType};

use crate::nested::Nested;
use crate::scalar::{ascii, time_uuid, utf8};
use crate::text::write_native;
use crate::validate::vector_elements;
use crate::{Result, ValueError};

/// Appends the literal of a value; `null` for no bytes, except in text and blobs.
///
/// # Errors
/// [`ValueError`] where Cassandra throws; nothing is appended then.
///
/// Reference: `AbstractType.toCQLString`.
pub fn write(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let start = out.len();
    let written = value(ty, bytes, out);
    if written.is_err() {
        out.truncate(start);
    }
    written
}

fn value(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    match ty {
        MarshalType::Native(native) => native_value(*native, bytes, out),
        MarshalType::Reversed(base) => value(base, bytes, out),
        MarshalType::List { element, .. } => list(element, bytes, b"[]", out),
        MarshalType::Set { element, .. } => list(element, bytes, b"{}", out),
        MarshalType::Map { key, value, .. } => map(key, value, bytes, out),
        MarshalType::Tuple(types) => tuple(types, bytes, out),
        MarshalType::User(user) => user_type(user, bytes, out),
        MarshalType::Vector { element, dimension } => {
            out.push(b'[');
            vector_elements(element, *dimension, bytes, |i, item| {
                separate(i, out);
                value(element, item, out)
            })?;
            out.push(b']');
            Ok(())
        }
        MarshalType::Composite(_) | MarshalType::DynamicComposite(_) | MarshalType::PartitionerDefinedOrder { .. } => {
            blob(bytes, out);
            Ok(())
        }
        MarshalType::Custom(class) => {
            out.push(b'\'');
            crate::dse::write(class, bytes, out)?;
            out.push(b'\'');
            Ok(())
        }
    }
}

fn native_value(native: NativeType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    use NativeType as N;
    match native {
        N::Bytes | N::LexicalUuid => blob(bytes, out),
        N::Ascii => quote(ascii(bytes)?, out),
        N::Utf8 => quote(utf8(bytes)?, out),
        _ if bytes.is_empty() => out.extend_from_slice(b"null"),
        N::Empty => return Err(ValueError::Length { ty: "empty", found: bytes.len() }),
        N::Timestamp | N::Date | N::SimpleDate | N::Time | N::InetAddress => {
            out.push(b'\'');
            write_native(native, bytes, b'T', out)?;
            out.push(b'\'');
        }
        N::TimeUuid | N::LegacyTimeUuid => crate::uuid::put(time_uuid(crate::bytes::head(bytes, "timeuuid")?), out),
        _ => write_native(native, bytes, b'T', out)?,
    }
    Ok(())
}

fn blob(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"0x");
    crate::hex::put(bytes, out);
}

fn quote(text: &str, out: &mut Vec<u8>) {
    out.push(b'\'');
    for (i, part) in text.split('\'').enumerate() {
        if i > 0 {
            out.extend_from_slice(b"''");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'\'');
}

/// Literal of an element that is null.
fn null(ty: &MarshalType, out: &mut Vec<u8>) -> Result<()> {
    if let MarshalType::Custom(class) = ty.unreversed() {
        return Err(ValueError::Custom { class: class.clone() });
    }
    out.extend_from_slice(b"null");
    Ok(())
}

fn element(ty: &MarshalType, bytes: Option<&[u8]>, out: &mut Vec<u8>) -> Result<()> {
    match bytes {
        Some(bytes) => value(ty, bytes, out),
        None => null(ty, out),
    }
}

fn separate(index: usize, out: &mut Vec<u8>) {
    if index > 0 {
        out.extend_from_slice(b", ");
    }
}

/// Reference: `CQL3Type.Collection.toCQLLiteral`.
fn list(ty: &MarshalType, bytes: &[u8], brackets: &[u8; 2], out: &mut Vec<u8>) -> Result<()> {
    let (count, mut parts) = Nested::elements(bytes, "collection")?;
    out.push(brackets[0]);
    for i in 0..usize::try_from(count).unwrap_or(0) {
        separate(i, out);
        element(ty, parts.nullable()?, out)?;
    }
    out.push(brackets[1]);
    Ok(())
}

fn map(key: &MarshalType, value: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let (count, mut parts) = Nested::entries(bytes, "map")?;
    out.push(b'{');
    for i in 0..usize::try_from(count).unwrap_or(0) {
        separate(i, out);
        element(key, parts.nullable()?, out)?;
        out.extend_from_slice(b": ");
        element(value, parts.nullable()?, out)?;
    }
    out.push(b'}');
    Ok(())
}

/// Fields that are not there are left out. Reference: `CQL3Type.Tuple.toCQLLiteral`.
fn tuple(types: &[MarshalType], bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let mut parts = Nested::new(bytes, "tuple");
    out.push(b'(');
    for (i, ty) in types.iter().enumerate() {
        if parts.is_empty() {
            break;
        }
        separate(i, out);
        element(ty, parts.nullable()?, out)?;
    }
    out.push(b')');
    Ok(())
}

/// Reference: `CQL3Type.UserDefined.toCQLLiteral`.
fn user_type(user: &UserType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let mut parts = Nested::new(bytes, "user type");
    out.push(b'{');
    for (i, field) in user.fields.iter().enumerate() {
        if parts.is_empty() {
            break;
        }
        separate(i, out);
        out.extend_from_slice(maybe_quote(&field.name).as_bytes());
        out.extend_from_slice(b": ");
        element(&field.ty, parts.nullable()?, out)?;
    }
    out.push(b'}');
    Ok(())
}

//! JSON text of values, as `sstabledump` prints cells and clusterings.
//!
//! Reference: `AbstractType.toJSONString` with the current protocol version; `JsonTransformer`.

mod escape;
mod plain;

pub use escape::write_escaped;
pub use plain::{is_plain, put_plain};

use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};

use crate::bytes::head;
use crate::nested::Nested;
use crate::number::{write_decimal, write_f32, write_f64, write_int, write_varint};
use crate::scalar::{ascii, time_uuid, utf8, write_inet};
use crate::time::{read_date, read_duration, write_date, write_duration, write_time, write_timestamp};
use crate::validate::vector_elements;
use crate::{Result, ValueError};

/// Appends the JSON text of a value.
///
/// Counters: the text is that of the first eight bytes of the context as a number, which is what `sstabledump` prints;
/// for the value of a counter see [`crate::counter::total`].
///
/// # Errors
/// [`ValueError`] where Cassandra throws; nothing is appended then.
///
/// Reference: `AbstractType.toJSONString`.
pub fn write(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    whole(ty, bytes, Lacking::Refused, out)
}

/// The same, where what has no text in Cassandra has one: a null within a collection is null, no bytes are an empty string where they are no
/// value, and what is no CQL type is a blob.
///
/// # Errors
/// [`ValueError`] where the bytes are no value of the type; nothing is appended then.
pub fn write_any(ty: &MarshalType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    whole(ty, bytes, Lacking::Shown, out)
}

/// What becomes of that for which Cassandra has no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lacking {
    Refused,
    Shown,
}

fn whole(ty: &MarshalType, bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    let start = out.len();
    let written = value(ty, bytes, lacking, out);
    if written.is_err() {
        out.truncate(start);
    }
    written
}

fn value(ty: &MarshalType, bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    match ty {
        MarshalType::Native(native) => native_value(*native, bytes, lacking, out),
        MarshalType::Reversed(base) => value(base, bytes, lacking, out),
        MarshalType::List { element, .. } => list(element, bytes, "list", lacking, out),
        MarshalType::Set { element, .. } => list(element, bytes, "set", lacking, out),
        MarshalType::Map { key, value, .. } => map(key, value, bytes, lacking, out),
        MarshalType::Tuple(types) => tuple(types, bytes, lacking, out),
        MarshalType::User(user) => user_type(user, bytes, lacking, out),
        MarshalType::Vector { element, dimension } => {
            out.push(b'[');
            vector_elements(element, *dimension, bytes, |i, item| {
                separate(i, out);
                value(element, item, lacking, out)
            })?;
            out.push(b']');
            Ok(())
        }
        MarshalType::Composite(_)
        | MarshalType::DynamicComposite(_)
        | MarshalType::PartitionerDefinedOrder { .. }
        | MarshalType::Custom(_)
            if lacking == Lacking::Shown =>
        {
            out.extend_from_slice(b"\"0x");
            crate::hex::put(bytes, out);
            out.push(b'"');
            Ok(())
        }
        MarshalType::PartitionerDefinedOrder { key: Some(key), .. } => value(key, bytes, lacking, out),
        MarshalType::PartitionerDefinedOrder { key: None, .. } => {
            Err(ValueError::Unsupported { ty: "partitioner-defined order" })
        }
        MarshalType::Composite(_) | MarshalType::DynamicComposite(_) => {
            Err(ValueError::Unsupported { ty: "composite" })
        }
        MarshalType::Custom(class) => {
            out.push(b'"');
            crate::dse::write(class, bytes, out)?;
            out.push(b'"');
            Ok(())
        }
    }
}

#[inline]
fn native_value(native: NativeType, bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    use NativeType as N;
    if bytes.is_empty() {
        match empty(native, out) {
            Ok(false) => {}
            Ok(true) => return Ok(()),
            Err(_) if lacking == Lacking::Shown => {
                out.extend_from_slice(b"\"\"");
                return Ok(());
            }
            Err(e) => return Err(e),
        }
    }
    match native {
        N::Int32 => write_int(i32::from_be_bytes(head(bytes, "int")?), out),
        N::Long => write_int(i64::from_be_bytes(head(bytes, "bigint")?), out),
        N::CounterColumn => write_int(i64::from_be_bytes(head(bytes, "counter")?), out),
        N::Short => write_int(i16::from_be_bytes(head(bytes, "smallint")?), out),
        N::Byte => write_int(i8::from_be_bytes(head(bytes, "tinyint")?), out),
        N::Integer => write_varint(bytes, out),
        N::Decimal => write_decimal(bytes, out)?,
        N::Float => match f32::from_be_bytes(head(bytes, "float")?) {
            finite if finite.is_finite() => write_f32(finite, out),
            _ => out.extend_from_slice(b"null"),
        },
        N::Double => match f64::from_be_bytes(head(bytes, "double")?) {
            finite if finite.is_finite() => write_f64(finite, out),
            _ => out.extend_from_slice(b"null"),
        },
        N::Boolean => out.extend_from_slice(if head::<1>(bytes, "boolean")? == [0] { b"false" } else { b"true" }),
        N::Empty => out.extend_from_slice(b"\"\""),
        _ => {
            out.push(b'"');
            quoted(native, bytes, out)?;
            out.push(b'"');
        }
    }
    Ok(())
}

/// Text of a type whose JSON is a string.
#[inline]
fn quoted(native: NativeType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    use NativeType as N;
    match native {
        N::Ascii => write_escaped(ascii(bytes)?, out),
        N::Utf8 => write_escaped(utf8(bytes)?, out),
        N::Bytes => {
            out.extend_from_slice(b"0x");
            crate::hex::put(bytes, out);
        }
        N::Timestamp | N::Date => write_timestamp(i64::from_be_bytes(head(bytes, "timestamp")?), b' ', out),
        N::SimpleDate => write_date(read_date(bytes)?, out),
        N::Time => write_time(i64::from_be_bytes(head(bytes, "time")?), out),
        N::Duration => write_duration(read_duration(bytes)?, out),
        N::InetAddress => write_inet(bytes, out)?,
        N::TimeUuid => crate::uuid::put(time_uuid(head(bytes, "timeuuid")?), out),
        _ => crate::uuid::put(head(bytes, "uuid")?, out),
    }
    Ok(())
}

/// Text of no bytes; false for a type to which no bytes are bytes like any others.
fn empty(native: NativeType, out: &mut Vec<u8>) -> Result<bool> {
    use NativeType as N;
    match native {
        N::Ascii | N::Utf8 | N::Bytes => return Ok(false),
        N::Boolean => return Err(ValueError::Null { ty: "boolean" }),
        N::Byte => return Err(ValueError::Null { ty: "tinyint" }),
        N::CounterColumn => return Err(ValueError::Null { ty: "counter" }),
        N::Date => return Err(ValueError::Null { ty: "timestamp" }),
        N::Time => out.extend_from_slice(b"\"null\""),
        _ => out.extend_from_slice(b"\"\""),
    }
    Ok(true)
}

/// Text of an element that is null; most types have none.
fn null(ty: &MarshalType, out: &mut Vec<u8>) -> Result<()> {
    match ty.unreversed() {
        MarshalType::Native(NativeType::Decimal | NativeType::Empty) => {
            out.extend_from_slice(b"\"\"");
            Ok(())
        }
        MarshalType::Custom(class) => Err(ValueError::Custom { class: class.clone() }),
        _ => Err(ValueError::Null { ty: "element" }),
    }
}

fn element(ty: &MarshalType, bytes: Option<&[u8]>, lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    match (bytes, lacking) {
        (Some(bytes), _) => value(ty, bytes, lacking, out),
        (None, Lacking::Refused) => null(ty, out),
        (None, Lacking::Shown) => {
            out.extend_from_slice(b"null");
            Ok(())
        }
    }
}

fn separate(index: usize, out: &mut Vec<u8>) {
    if index > 0 {
        out.extend_from_slice(b", ");
    }
}

/// Reference: `CollectionType.setOrListToJsonString`.
fn list(ty: &MarshalType, bytes: &[u8], name: &'static str, lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    let (count, mut parts) = Nested::elements(bytes, name)?;
    out.push(b'[');
    for i in 0..usize::try_from(count).unwrap_or(0) {
        separate(i, out);
        element(ty, parts.nullable()?, lacking, out)?;
    }
    out.push(b']');
    Ok(())
}

/// Keys whose JSON is no string are put into one. Reference: `MapType.toJSONString`.
fn map(key: &MarshalType, value: &MarshalType, bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    let (count, mut parts) = Nested::entries(bytes, "map")?;
    out.push(b'{');
    for i in 0..usize::try_from(count).unwrap_or(0) {
        separate(i, out);
        let start = out.len();
        element(key, parts.nullable()?, lacking, out)?;
        if out.get(start) != Some(&b'"') {
            escape::make_string(start, out);
        }
        out.extend_from_slice(b": ");
        element(value, parts.nullable()?, lacking, out)?;
    }
    out.push(b'}');
    Ok(())
}

/// Reference: `TupleType.toJSONString`.
fn tuple(types: &[MarshalType], bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    let mut parts = Nested::new(bytes, "tuple");
    out.push(b'[');
    for (i, ty) in types.iter().enumerate() {
        separate(i, out);
        match parts.nullable()? {
            Some(bytes) => value(ty, bytes, lacking, out)?,
            None => out.extend_from_slice(b"null"),
        }
    }
    out.push(b']');
    Ok(())
}

/// Fields that are not there are null. Reference: `UserType.toJSONString`.
fn user_type(user: &UserType, bytes: &[u8], lacking: Lacking, out: &mut Vec<u8>) -> Result<()> {
    let mut parts = Nested::new(bytes, "user type");
    out.push(b'{');
    for (i, field) in user.fields.iter().enumerate() {
        separate(i, out);
        out.push(b'"');
        write_field_name(&field.name, out);
        out.extend_from_slice(b"\": ");
        let bytes = if parts.is_empty() { None } else { parts.nullable()? };
        match bytes {
            Some(bytes) => value(&field.ty, bytes, lacking, out)?,
            None => out.extend_from_slice(b"null"),
        }
    }
    out.push(b'}');
    parts.end()
}

/// A name with capital letters keeps its double quotes, escaped.
fn write_field_name(name: &str, out: &mut Vec<u8>) {
    let lower = name.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) || name == name.to_lowercase();
    if lower {
        write_escaped(name, out);
    } else {
        out.extend_from_slice(b"\\\"");
        write_escaped(name, out);
        out.extend_from_slice(b"\\\"");
    }
}

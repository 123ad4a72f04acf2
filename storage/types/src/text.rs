//! Plain text of values, as partition keys and cell paths are printed.
//!
//! Reference: `AbstractType.getString`.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::bytes::head;
use crate::composite::{Components, Label, Types};
use crate::nested::Nested;
use crate::number::{write_decimal, write_f32, write_f64, write_int, write_varint};
use crate::scalar::{ascii, utf8, write_inet};
use crate::time::{read_date, read_duration, write_date, write_duration, write_time, write_timestamp};
use crate::validate::validate_native;
use crate::Result;

/// Appends the text of a value: collections and vectors in hexadecimal digits, the fields of a tuple and the components
/// of a composite one after the other with colons between, a null field as `@`.
///
/// # Errors
/// [`ValueError`](crate::ValueError) where Cassandra throws; nothing is appended then.
///
/// Reference: `AbstractType.getString`.
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
        MarshalType::List { .. }
        | MarshalType::Set { .. }
        | MarshalType::Map { .. }
        | MarshalType::Vector { .. }
        | MarshalType::PartitionerDefinedOrder { .. } => {
            crate::hex::put(bytes, out);
            Ok(())
        }
        MarshalType::Tuple(types) => tuple(types.iter(), bytes, out),
        MarshalType::User(user) => tuple(user.fields.iter().map(|field| &field.ty), bytes, out),
        MarshalType::Composite(types) => composite(Types::Fixed(types), bytes, out),
        MarshalType::DynamicComposite(aliases) => composite(Types::Dynamic(aliases), bytes, out),
        MarshalType::Custom(class) => crate::dse::write(class, bytes, out),
    }
}

fn native_value(native: NativeType, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    match native {
        NativeType::Empty => Ok(()),
        NativeType::Bytes | NativeType::CounterColumn => {
            crate::hex::put(bytes, out);
            Ok(())
        }
        _ => {
            validate_native(native, bytes)?;
            if bytes.is_empty() {
                return Ok(());
            }
            write_native(native, bytes, b'T', out)
        }
    }
}

/// Text of a value that is not empty, without quotes; the bytes may be more than needed.
pub(crate) fn write_native(native: NativeType, bytes: &[u8], separator: u8, out: &mut Vec<u8>) -> Result<()> {
    use NativeType as N;
    match native {
        N::Ascii => out.extend_from_slice(ascii(bytes)?.as_bytes()),
        N::Utf8 => out.extend_from_slice(utf8(bytes)?.as_bytes()),
        N::Boolean => out.extend_from_slice(if head::<1>(bytes, "boolean")? == [0] { b"false" } else { b"true" }),
        N::Byte => write_int(i8::from_be_bytes(head(bytes, "tinyint")?), out),
        N::Short => write_int(i16::from_be_bytes(head(bytes, "smallint")?), out),
        N::Int32 => write_int(i32::from_be_bytes(head(bytes, "int")?), out),
        N::Long | N::CounterColumn => write_int(i64::from_be_bytes(head(bytes, "bigint")?), out),
        N::Integer => write_varint(bytes, out),
        N::Decimal => write_decimal(bytes, out)?,
        N::Float => write_f32(f32::from_be_bytes(head(bytes, "float")?), out),
        N::Double => write_f64(f64::from_be_bytes(head(bytes, "double")?), out),
        N::Duration => write_duration(read_duration(bytes)?, out),
        N::InetAddress => write_inet(bytes, out)?,
        N::Timestamp | N::Date => write_timestamp(i64::from_be_bytes(head(bytes, "timestamp")?), separator, out),
        N::SimpleDate => write_date(read_date(bytes)?, out),
        N::Time => write_time(i64::from_be_bytes(head(bytes, "time")?), out),
        N::Uuid | N::TimeUuid | N::LegacyTimeUuid | N::LexicalUuid => crate::uuid::put(head(bytes, "uuid")?, out),
        _ => crate::hex::put(bytes, out),
    }
    Ok(())
}

/// Reference: `TupleType.getString`.
fn tuple<'t>(types: impl Iterator<Item = &'t MarshalType>, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let mut parts = Nested::new(bytes, "tuple");
    for (i, ty) in types.enumerate() {
        if parts.is_empty() {
            break;
        }
        if i > 0 {
            out.push(b':');
        }
        match parts.nullable()? {
            None => out.push(b'@'),
            Some(bytes) => {
                let start = out.len();
                value(ty, bytes, out)?;
                escape(start, b":@", out);
            }
        }
    }
    Ok(())
}

/// Reference: `AbstractCompositeType.getString`.
fn composite(types: Types<'_>, bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let mut components = Components::new(types, bytes);
    let mut first = true;
    while let Some(component) = components.next()? {
        if !first {
            out.push(b':');
        }
        first = false;
        match component.label {
            Label::None => {}
            Label::Alias(alias) => {
                out.extend_from_slice(char::from(alias).encode_utf8(&mut [0; 4]).as_bytes());
                out.push(b'@');
            }
            Label::Name(name) => {
                out.extend_from_slice(name.as_bytes());
                out.push(b'@');
            }
        }
        let start = out.len();
        value(&component.ty, component.value, out)?;
        escape(start, b":", out);
        if out.len() > start && matches!(out.last(), Some(b'\\' | b'!')) {
            out.push(b'!');
        }
        let end = component.end()?;
        if end != 0 {
            out.extend_from_slice(if end < 0 { b":_" } else { b":!" });
            break;
        }
    }
    Ok(())
}

/// Puts a backslash before each of the characters in what follows `start`.
fn escape(start: usize, special: &[u8], out: &mut Vec<u8>) {
    if !out[start..].iter().any(|byte| special.contains(byte)) {
        return;
    }
    for byte in out.split_off(start) {
        if special.contains(&byte) {
            out.push(b'\\');
        }
        out.push(byte);
    }
}

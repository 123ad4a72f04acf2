//! Values that are made of others, as one string of bytes.

use cqlite_format::collection::{Collection, MapValue};
use cqlite_format::nullable::Nullable;
use cqlite_format::tuple::Tuple;
use cqlite_format::vector::Element;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::{Buffer, WriteResult};

use crate::nested::Nested;
use crate::validate::vector_elements;
use crate::{Result, ValueError};

/// The value of a collection, tuple, vector or user type that has these parts: elements, fields, or keys and values in turns. None is null.
///
/// # Errors
/// They are too many or too long.
pub fn packed<'p>(ty: &MarshalType, parts: impl Iterator<Item = Option<&'p [u8]>>) -> Result<Vec<u8>> {
    let mut out = Buffer::default();
    match write(ty.unreversed(), parts, &mut out) {
        Ok(()) => Ok(out.into_bytes()),
        Err(_) => Err(ValueError::OutOfRange { ty: "element" }),
    }
}

fn write<'p>(ty: &MarshalType, parts: impl Iterator<Item = Option<&'p [u8]>>, out: &mut Buffer) -> WriteResult<()> {
    if let MarshalType::Vector { element, .. } = ty {
        let fixed_len = element.fixed_len().map_or(-1, |len| i64::try_from(len).unwrap_or(i64::MAX));
        let mut parts = parts;
        return parts.try_for_each(|data| Element { data: data.unwrap_or_default().to_vec() }.encode(out, fixed_len));
    }
    let part = |bytes: Option<&[u8]>| Nullable {
        len: bytes.map_or(-1, |bytes| i32::try_from(bytes.len()).unwrap_or(i32::MAX)),
        data: bytes.map(<[u8]>::to_vec),
    };
    let parts = parts.map(part).collect();
    match ty {
        MarshalType::Map { .. } => MapValue { parts }.encode(out),
        MarshalType::Tuple(_) | MarshalType::User(_) => Tuple { fields: parts }.encode(out),
        _ => Collection { elements: parts }.encode(out),
    }
}

/// The parts that a value is made of, the reverse of [`packed`]: elements, fields, or keys and values in turns. None is null; fields that
/// are missing at the end are so here.
///
/// # Errors
/// The bytes are no such value, or the type has no parts.
pub fn parts<'p>(ty: &MarshalType, bytes: &'p [u8]) -> Result<Vec<Option<&'p [u8]>>> {
    let mut out = Vec::new();
    let ty = ty.unreversed();
    let (count, mut parts) = match ty {
        MarshalType::List { .. } => Nested::elements(bytes, "list")?,
        MarshalType::Set { .. } => Nested::elements(bytes, "set")?,
        MarshalType::Map { .. } => {
            let (count, parts) = Nested::entries(bytes, "map")?;
            (count.saturating_mul(2), parts)
        }
        MarshalType::Tuple(_) | MarshalType::User(_) => {
            let mut parts = Nested::new(bytes, "tuple");
            while out.len() < ty.sub_types().len() && !parts.is_empty() {
                out.push(parts.nullable()?);
            }
            return parts.end().map(|()| out);
        }
        MarshalType::Vector { element, dimension } => {
            vector_elements(element, *dimension, bytes, |_, part| {
                out.push(Some(part));
                Ok(())
            })?;
            return Ok(out);
        }
        _ => return Err(ValueError::Unsupported { ty: "value without parts" }),
    };
    for _ in 0..count {
        out.push(parts.nullable()?);
    }
    parts.end().map(|()| out)
}

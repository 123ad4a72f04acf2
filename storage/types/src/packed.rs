//! Values that are made of others, as one string of bytes.

use cqlite_format::collection::{Collection, MapValue};
use cqlite_format::nullable::Nullable;
use cqlite_format::tuple::Tuple;
use cqlite_format::vector::Element;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::{Buffer, WriteResult};

use crate::{Result, ValueError};

/// The value of a collection, tuple, vector or user type that has these parts: elements, fields, or keys and values in turns. None is null.
pub(crate) fn packed<'p>(ty: &MarshalType, parts: impl Iterator<Item = Option<&'p [u8]>>) -> Result<Vec<u8>> {
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

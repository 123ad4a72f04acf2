//! What values within other values are made of.

use std::cmp::Ordering;

use cqlite_format::nullable::Nullable;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::Buffer;

use super::{Result, SpellingError};
use crate::compare;

/// Bytes of a value; `None` is null.
pub(super) type Value = Option<Vec<u8>>;

/// The order of elements of a set and of keys of a map, null first.
pub(super) fn in_order(ty: &MarshalType, a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(ty, a, b),
        _ => a.is_some().cmp(&b.is_some()),
    }
}

/// The value as it stands in another one.
pub(super) fn part(value: Value) -> Nullable {
    let len = value.as_ref().map_or(-1, |value| i32::try_from(value.len()).unwrap_or(i32::MAX));
    Nullable { len, data: value }
}

/// The bytes of a value that is made of others.
pub(super) fn encoded<E>(
    ty: &MarshalType,
    encode: impl FnOnce(&mut Buffer) -> std::result::Result<(), E>,
) -> Result<Value> {
    let mut out = Buffer::default();
    encode(&mut out).map_err(|_| SpellingError::value(ty))?;
    Ok(Some(out.into_bytes()))
}

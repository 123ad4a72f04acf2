//! Parts of values.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use crate::{QueryError, Result, Value};

fn parts(ty: &MarshalType, bytes: &[u8]) -> Result<Vec<Value>> {
    let parts = cqlite_types::parts(ty, bytes).map_err(QueryError::storage)?;
    Ok(parts.into_iter().map(|part| part.map(<[u8]>::to_vec)).collect())
}

fn any() -> Box<MarshalType> {
    Box::new(NativeType::Bytes.into())
}

/// The elements of a list or set.
pub(crate) fn elements(bytes: &[u8]) -> Result<Vec<Value>> {
    parts(&MarshalType::List { element: any(), multi_cell: false }, bytes)
}

/// The keys and values of a map.
pub(crate) fn entries(bytes: &[u8]) -> Result<Vec<(Value, Value)>> {
    let mut all = parts(&MarshalType::Map { key: any(), value: any(), multi_cell: false }, bytes)?.into_iter();
    let mut entries = Vec::new();
    while let (Some(key), Some(value)) = (all.next(), all.next()) {
        entries.push((key, value));
    }
    Ok(entries)
}

/// The fields of a tuple or user type of so many; those missing at the end are null.
pub(crate) fn tuple_parts(bytes: &[u8], count: usize) -> Result<Vec<Value>> {
    let mut all = parts(&MarshalType::Tuple(vec![NativeType::Bytes.into(); count]), bytes)?;
    all.resize(count, None);
    Ok(all)
}

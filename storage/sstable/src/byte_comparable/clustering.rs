use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::{place, PrefixValues};
use cqlite_runtime::marshal::MarshalType;

use super::sequence::{component_or, EXCLUDED, GTGT_NEXT_COMPONENT, GT_NEXT_COMPONENT};
use super::sequence::{LTLT_NEXT_COMPONENT, LT_NEXT_COMPONENT, NEXT_COMPONENT, TERMINATOR};
use super::sequence::{NEXT_COMPONENT_EMPTY, NEXT_COMPONENT_EMPTY_REVERSED, NEXT_COMPONENT_NULL};
use super::value::encode_value;
use super::{EncodeError, EncodingVersion};

/// What stands after the last value (`ClusteringPrefix.Kind.asByteComparableValue`).
fn terminator(kind: PrefixKind, version: EncodingVersion) -> Result<u8, EncodeError> {
    let (_, rank) = place(kind).ok_or(EncodeError::UnknownKind)?;
    Ok(match (rank, version) {
        (..=-1, _) => LTLT_NEXT_COMPONENT,
        (0, _) => LT_NEXT_COMPONENT,
        (1, EncodingVersion::Legacy) => LT_NEXT_COMPONENT + 1,
        (1, EncodingVersion::Oss50) => EXCLUDED,
        (2, EncodingVersion::Legacy) => NEXT_COMPONENT,
        (2, EncodingVersion::Oss50) => TERMINATOR,
        (3, _) => GT_NEXT_COMPONENT,
        (4.., _) => GTGT_NEXT_COMPONENT,
    })
}

/// Appends the form of a clustering or bound: what `Rows.db` is ordered by.
///
/// `types` are those of the clustering columns; a bound may have fewer values. A value may be null, as compact tables and index tables
/// have them; an empty value is not null.
///
/// # Errors
/// [`EncodeError::TooManyValues`], [`EncodeError::UnknownKind`], and those of [`encode_value`].
///
/// Reference: `ClusteringComparator.asByteComparable`.
pub fn encode_clustering(
    types: &[MarshalType],
    prefix: &impl PrefixValues,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    if prefix.len() > types.len() {
        return Err(EncodeError::TooManyValues { values: prefix.len(), types: types.len() });
    }
    for (i, ty) in types.iter().enumerate().take(prefix.len()) {
        let empty = if ty.is_reversed() { NEXT_COMPONENT_EMPTY_REVERSED } else { NEXT_COMPONENT_EMPTY };
        match prefix.value(i) {
            Some(value) => component_or(out, empty, |out| encode_value(ty, value, version, out))?,
            None if version.is_legacy() => out.push(empty),
            None => out.push(NEXT_COMPONENT_NULL),
        }
    }
    out.push(terminator(prefix.kind(), version)?);
    Ok(())
}

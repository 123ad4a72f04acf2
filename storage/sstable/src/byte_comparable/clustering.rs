use cqlite_runtime::marshal::MarshalType;

use super::sequence::{component_or, EXCLUDED, GT_NEXT_COMPONENT, LT_NEXT_COMPONENT, NEXT_COMPONENT};
use super::sequence::{NEXT_COMPONENT_EMPTY, NEXT_COMPONENT_EMPTY_REVERSED, NEXT_COMPONENT_NULL, TERMINATOR};
use super::value::encode_value;
use super::{EncodeError, EncodingVersion};

/// What a clustering, or the beginning of one, stands for. Reference: `ClusteringPrefix.Kind`, by ordinal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrefixKind {
    /// End of a range, excluding what begins with the values.
    ExclEndBound,
    /// Start of a range, including it.
    InclStartBound,
    /// The end of a range and the start of the next, which includes it.
    ExclEndInclStartBoundary,
    /// The static row; it has no values.
    StaticClustering,
    /// A row.
    Clustering,
    /// The end of a range, including it, and the start of the next.
    InclEndExclStartBoundary,
    /// End of a range, including it.
    InclEndBound,
    /// Start of a range, excluding it.
    ExclStartBound,
}

impl PrefixKind {
    /// All, by ordinal: the number they have on disk.
    pub const ALL: [PrefixKind; 8] = [
        PrefixKind::ExclEndBound,
        PrefixKind::InclStartBound,
        PrefixKind::ExclEndInclStartBoundary,
        PrefixKind::StaticClustering,
        PrefixKind::Clustering,
        PrefixKind::InclEndExclStartBoundary,
        PrefixKind::InclEndBound,
        PrefixKind::ExclStartBound,
    ];

    fn terminator(self, version: EncodingVersion) -> u8 {
        use PrefixKind as K;
        match (self, version) {
            (K::ExclEndBound | K::InclStartBound | K::ExclEndInclStartBoundary, _) => LT_NEXT_COMPONENT,
            (K::InclEndExclStartBoundary | K::InclEndBound | K::ExclStartBound, _) => GT_NEXT_COMPONENT,
            (K::StaticClustering, EncodingVersion::Legacy) => LT_NEXT_COMPONENT + 1,
            (K::StaticClustering, EncodingVersion::Oss50) => EXCLUDED,
            (K::Clustering, EncodingVersion::Legacy) => NEXT_COMPONENT,
            (K::Clustering, EncodingVersion::Oss50) => TERMINATOR,
        }
    }
}

/// Appends the form of a clustering or bound: what `Rows.db` is ordered by.
///
/// `types` are those of the clustering columns; a bound may have fewer values. `None` is a null, as compact tables and
/// index tables have; an empty value is not null.
///
/// # Errors
/// [`EncodeError::TooManyValues`], and those of [`encode_value`].
///
/// Reference: `ClusteringComparator.asByteComparable`.
pub fn encode_clustering(
    types: &[MarshalType],
    values: &[Option<&[u8]>],
    kind: PrefixKind,
    version: EncodingVersion,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    if values.len() > types.len() {
        return Err(EncodeError::TooManyValues { values: values.len(), types: types.len() });
    }
    for (ty, value) in types.iter().zip(values) {
        let empty = if ty.is_reversed() { NEXT_COMPONENT_EMPTY_REVERSED } else { NEXT_COMPONENT_EMPTY };
        match value {
            Some(value) => component_or(out, empty, |out| encode_value(ty, value, version, out))?,
            None if version.is_legacy() => out.push(empty),
            None => out.push(NEXT_COMPONENT_NULL),
        }
    }
    out.push(kind.terminator(version));
    Ok(())
}

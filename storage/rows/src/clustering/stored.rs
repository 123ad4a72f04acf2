use cqlite_format::common::{
    CellValueParts, ClusteringBlockParts, ClusteringValueParts, ClusteringValues, ClusteringValuesLazy,
    ClusteringValuesParts,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::push::List;
use smallvec::SmallVec;

use super::PrefixValues;

/// Kind of a stored value that has bytes.
const BYTES: u8 = 0;
/// Kind of one that has none.
pub(super) const EMPTY: u8 = 1;
/// Kind of one that is null.
const NULL: u8 = 2;

/// The kind of a value, and its bytes if they are stored.
pub(super) fn kind_of(value: Option<&[u8]>) -> (u8, Option<&[u8]>) {
    match value {
        None => (NULL, None),
        Some([]) => (EMPTY, None),
        bytes => (BYTES, bytes),
    }
}

/// Lends the values of a prefix as they are stored.
pub fn with_stored<T>(
    prefix: &impl PrefixValues,
    version: SstableVersion,
    store: impl FnOnce(ClusteringValuesLazy<'_>) -> T,
) -> T {
    let value = |i| {
        let (kind, bytes) = kind_of(prefix.value(i));
        let val = bytes.map(|data| CellValueParts { data, ..Default::default() });
        ClusteringValueParts { kind, val, ..Default::default() }
    };
    let values: SmallVec<[ClusteringValueParts<'_>; 4]> = (0..prefix.len()).map(value).collect();
    let blocks = values.chunks((ClusteringValues::most_values(version) as usize).max(1));
    let blocks: SmallVec<[ClusteringBlockParts<'_>; 1]> =
        blocks.map(|values| ClusteringBlockParts { values: List::Parts(values), ..Default::default() }).collect();
    store(ClusteringValuesLazy::Parts(ClusteringValuesParts { blocks: List::Parts(&blocks), ..Default::default() }))
}

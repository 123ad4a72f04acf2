use cqlite_format::common::{
    CellValueParts, ClusteringBlockParts, ClusteringValueParts, ClusteringValues, ClusteringValuesLazy,
    ClusteringValuesParts,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::push::List;
use smallvec::SmallVec;

use super::owned::{BYTES, EMPTY, NULL};
use super::PrefixValues;

/// Lends the values of a prefix as they are stored.
pub fn with_stored<T>(
    prefix: &impl PrefixValues,
    version: SstableVersion,
    store: impl FnOnce(ClusteringValuesLazy<'_>) -> T,
) -> T {
    let value = |i| match prefix.value(i) {
        None => ClusteringValueParts { kind: NULL, ..Default::default() },
        Some([]) => ClusteringValueParts { kind: EMPTY, ..Default::default() },
        Some(data) => ClusteringValueParts {
            kind: BYTES,
            val: Some(CellValueParts { data, ..Default::default() }),
            ..Default::default()
        },
    };
    let values: SmallVec<[ClusteringValueParts<'_>; 4]> = (0..prefix.len()).map(value).collect();
    let blocks = values.chunks((ClusteringValues::most_values(version) as usize).max(1));
    let blocks: SmallVec<[ClusteringBlockParts<'_>; 1]> =
        blocks.map(|values| ClusteringBlockParts { values: List::Parts(values), ..Default::default() }).collect();
    store(ClusteringValuesLazy::Parts(ClusteringValuesParts { blocks: List::Parts(&blocks), ..Default::default() }))
}

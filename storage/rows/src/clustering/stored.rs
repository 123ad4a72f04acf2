use cqlite_format::common::{
    CellValueParts, ClusteringBlockParts, ClusteringValueParts, ClusteringValues, ClusteringValuesLazy,
    ClusteringValuesParts,
};
use cqlite_runtime::push::List;
use smallvec::SmallVec;

use super::PrefixValues;

/// Lends the values of a prefix as they are stored.
pub fn with_stored<T>(prefix: &impl PrefixValues, store: impl FnOnce(ClusteringValuesLazy<'_>) -> T) -> T {
    let value = |i| match prefix.value(i) {
        None => ClusteringValueParts { kind: 2, val: None },
        Some([]) => ClusteringValueParts { kind: 1, val: None },
        Some(data) => ClusteringValueParts { kind: 0, val: Some(CellValueParts { data }) },
    };
    let values: SmallVec<[ClusteringValueParts<'_>; 4]> = (0..prefix.len()).map(value).collect();
    let blocks = values.chunks(ClusteringValues::MOST_VALUES as usize);
    let blocks: SmallVec<[ClusteringBlockParts<'_>; 1]> =
        blocks.map(|values| ClusteringBlockParts { values: List::Parts(values) }).collect();
    store(ClusteringValuesLazy::Parts(ClusteringValuesParts { blocks: List::Parts(&blocks) }))
}

use cqlite_format::common::{BytesU2, BytesUvint, ClusteringBound};
use cqlite_format::statistics::{LegacyClustering, SstableStatistics, StatsMetadata};
use cqlite_runtime::WriteResult;

use super::cardinality::CardinalitySketch;
use super::StatisticsCollector;
use crate::compress::WrittenData;
use crate::writer::Target;

/// The partition keys.
pub(in crate::writer) struct Keys<'k> {
    pub(in crate::writer) sketch: &'k CardinalitySketch,
    pub(in crate::writer) first: &'k [u8],
    pub(in crate::writer) last: &'k [u8],
}

/// Statistics.db.
pub(in crate::writer) fn component(
    target: &Target,
    collected: &StatisticsCollector,
    keys: &Keys<'_>,
    data: &WrittenData,
) -> WriteResult<SstableStatistics> {
    let (version, types) = (target.version, &target.header.clustering_types);
    let has_range = version.has_key_range();
    let key = |key: &[u8]| has_range.then(|| BytesUvint { data: key.to_vec(), ..BytesUvint::default() });
    let mut stats = collected.model(
        version,
        types,
        StatsMetadata {
            compression_ratio: data.compression_ratio,
            first_key: key(keys.first),
            last_key: key(keys.last),
            ..target.rest.clone()
        },
    );
    if version.has_legacy_min_max() {
        let covered = collected.covered_clustering(version, types);
        stats.legacy_min_clustering = Some(legacy(&covered.lower));
        stats.legacy_max_clustering = Some(legacy(&covered.upper));
    }
    // What else there is in the file, a version to come may say.
    let mut all = target.template.clone();
    if let Some(validation) = all.validation_mut() {
        validation.bloom_filter_fp_chance = target.bloom_filter_fp_chance;
    }
    if let Some(compaction) = all.compaction_mut() {
        *compaction = keys.sketch.compaction_metadata()?;
    }
    if let Some(own) = all.stats_mut() {
        *own = stats;
    }
    if let Some(header) = all.header_mut() {
        header.clone_from(&target.header);
    }
    Ok(all)
}

/// A bound as versions have it that have no bounds: its values, up to the first that is null (`StatsMetadataSerializer`).
fn legacy(bound: &ClusteringBound) -> LegacyClustering {
    let values = bound.values.blocks.iter().flat_map(|block| &block.values);
    let values = values.map_while(|value| match (&value.val, value.kind) {
        (Some(value), _) => Some(value.data.clone()),
        (None, 1) => Some(Vec::new()),
        _ => None,
    });
    let values = values.map(|data| BytesU2 { data, ..BytesU2::default() }).collect();
    LegacyClustering { values, ..LegacyClustering::default() }
}

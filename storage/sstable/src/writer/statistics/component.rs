use cqlite_format::common::{BytesU2, BytesUvint, ClusteringBound, JavaUtf};
use cqlite_format::statistics::{
    ComponentKind, LegacyClustering, SstableStatistics, StatsMetadata, TocEntry, TocEntryBody, ValidationMetadata,
};

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
    let key = |key: &[u8]| has_range.then(|| BytesUvint { data: key.to_vec() });
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
        let covered = collected.covered_clustering(types);
        stats.legacy_min_clustering = Some(legacy(&covered.lower));
        stats.legacy_max_clustering = Some(legacy(&covered.upper));
    }
    let validation = ValidationMetadata {
        partitioner: JavaUtf { s: target.partitioner.clone() },
        bloom_filter_fp_chance: target.bloom_filter_fp_chance,
    };
    let entry = |kind, body| TocEntry { kind, body };
    let sketch = keys.sketch.compaction_metadata()?;
    Ok(SstableStatistics {
        toc: vec![
            entry(ComponentKind::Validation, TocEntryBody::ValidationMetadata(Box::new(validation))),
            entry(ComponentKind::Compaction, TocEntryBody::CompactionMetadata(Box::new(sketch))),
            entry(ComponentKind::Stats, TocEntryBody::StatsMetadata(Box::new(stats))),
            entry(ComponentKind::Header, TocEntryBody::SerializationHeader(Box::new(target.header.clone()))),
        ],
    })
}

/// A bound as versions have it that have no bounds: its values, up to the first that is null (`StatsMetadataSerializer`).
fn legacy(bound: &ClusteringBound) -> LegacyClustering {
    let values = bound.values.blocks.iter().flat_map(|block| &block.values);
    let values = values.map_while(|value| match (&value.val, value.kind) {
        (Some(value), _) => Some(value.data.clone()),
        (None, 1) => Some(Vec::new()),
        _ => None,
    });
    LegacyClustering { values: values.map(|data| BytesU2 { data }).collect() }
}

use cqlite_format::common::JavaUtf;
use cqlite_format::statistics::{
    Column as StoredColumn, CommitLogIntervals, ComponentKind, SerializationHeader, SstableStatistics, StatsMetadata,
    TocEntry, TocEntryBody, ValidationMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_schema::{NamedColumn, TableDefinition};

use super::target::{
    check_classes, complete, no_position, written, Target, BLOCK_SIZES, FP_CHANCE, MIN_INDEX_INTERVAL,
};
use super::WriteError;
use crate::component::StoredTable;
use crate::Limits;

impl Target {
    /// One for a table of which there is no SSTable yet: not compressed, with Cassandra's defaults. What rows will be relative to is not known
    /// before they come, so that it is as far away as can be (`EncodingStats.NO_STATS`, `AbstractSSTableSimpleWriter.createWriter`). The filter
    /// is as large as is wanted for the keys that come.
    ///
    /// # Errors
    /// A version that is not written, types that it does not have, or a partitioner that is not Cassandra's own.
    pub fn of_table(table: &TableDefinition, version: SstableVersion) -> Result<Self, WriteError> {
        let version = written(version)?;
        let columns = |columns: &[NamedColumn]| {
            let stored = |column: &NamedColumn| {
                let mut stored = StoredColumn::new(column.ty.clone());
                stored.name.data = column.name.clone().into_bytes();
                stored
            };
            columns.iter().map(stored).collect()
        };
        let mut header = SerializationHeader::new(table.key_type());
        header.min_timestamp = SerializationHeader::timestamp_epoch(version);
        header.min_local_deletion_time = SerializationHeader::deletion_time_epoch(version);
        header.min_ttl = SerializationHeader::ttl_epoch(version);
        header.clustering_types = table.clustering.iter().map(|column| column.ty.clone()).collect();
        header.static_columns.columns = columns(&table.static_columns);
        header.regular_columns.columns = columns(&table.regular_columns);
        check_classes(&header, None, version)?;
        Ok(Target {
            version,
            table: StoredTable::new(version, &mut header, table.partitioner.name())?,
            template: template(table.partitioner.class_name(), &header),
            header,
            compression: None,
            bloom_filter_fp_chance: FP_CHANCE,
            estimated_keys: None,
            column_index_size: BLOCK_SIZES[usize::from(version.has_tries())],
            min_index_interval: MIN_INDEX_INTERVAL,
            ends_with_empty_chunk: false,
            limits: Limits::DEFAULT,
            rest: complete(unwritten(version), version),
        })
    }
}

/// Statistics of what has not been repaired, and of which no commit log is known.
pub(super) fn unwritten(version: SstableVersion) -> StatsMetadata {
    StatsMetadata {
        commit_log_upper_bound: no_position(),
        commit_log_intervals: version.has_commit_log_intervals().then(CommitLogIntervals::default),
        ..StatsMetadata::default()
    }
}

/// Statistics.db with the parts that it lacks.
pub(super) fn complete_parts(
    mut all: SstableStatistics,
    partitioner: &str,
    header: &SerializationHeader,
) -> SstableStatistics {
    let missing = template(partitioner.to_owned(), header).toc;
    let missing = missing.into_iter().filter(|part| all.toc.iter().all(|own| own.kind != part.kind));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        all.toc.extend(missing);
        all.toc.sort_by_key(|part| part.kind as u8);
    }
    all
}

/// Statistics.db before anything is written: the parts that tables have whatever the version.
fn template(partitioner: String, header: &SerializationHeader) -> SstableStatistics {
    let validation = ValidationMetadata {
        partitioner: JavaUtf { s: partitioner, ..JavaUtf::default() },
        ..ValidationMetadata::default()
    };
    let parts = [
        (ComponentKind::Validation, TocEntryBody::ValidationMetadata(Box::new(validation))),
        (ComponentKind::Compaction, TocEntryBody::CompactionMetadata(Box::default())),
        (ComponentKind::Stats, TocEntryBody::StatsMetadata(Box::default())),
        (ComponentKind::Header, TocEntryBody::SerializationHeader(Box::new(header.clone()))),
    ];
    let toc = parts.map(|(kind, body)| TocEntry::new(kind, body)).into();
    SstableStatistics { toc, ..SstableStatistics::default() }
}

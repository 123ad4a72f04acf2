use cqlite_format::statistics::{Column as StoredColumn, CommitLogInterval, SerializationHeader, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_rows::{of_statistics, NO_DELETION_TIME, NO_TIMESTAMP};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_schema::{Column, TableSchema};

use super::statistics::cardinality::CardinalitySketch;
use super::target::{most_partitions, name_frozen_types, num_partitions, Target};
use super::WriteError;
use crate::component::StoredTable;
use crate::Sstable;

impl Target {
    /// One for what is merged of SSTables, the newest first, that have the columns of a table: numbers that the rows are stored relative to
    /// are the smallest of all of them (`SerializationHeader.make`), and what is not collected from the rows is what all of them say together
    /// (`CompactionAwareWriter`, `MetadataCollector`). The rest is as in the first. Of the commit log they cover what `expired` do too: SSTables
    /// that go with them, of which nothing is read.
    ///
    /// # Errors
    /// Those of [`Target::like`], and `Empty` for no SSTable at all.
    pub fn merged(
        sources: &[&Sstable],
        expired: &[&Sstable],
        table: &TableSchema,
        version: SstableVersion,
    ) -> Result<Self, WriteError> {
        let Some(first) = sources.first() else { return Err(WriteError::Empty) };
        let mut target = Target::like(first, version)?;
        let mut header = header(sources, table, version);
        name_frozen_types(&mut header);
        target.table = StoredTable::new(version, &mut header, target.table.schema.keys.partitioner.name())?;
        target.header = header;
        target.rest = rest(sources, expired, std::mem::take(&mut target.rest));
        target.estimated_keys = Some(num_keys(sources));
        target.ends_with_empty_chunk = true;
        Ok(target)
    }
}

/// About how many keys SSTables have together (`SSTableReader.getApproximateKeyCount`).
fn num_keys(sources: &[&Sstable]) -> u64 {
    let sum = || sources.iter().map(|sstable| num_partitions(sstable)).sum();
    let sketches =
        sources.iter().map(|sstable| CardinalitySketch::stored(&sstable.statistics().compaction()?.cardinality));
    let all = sketches.reduce(|all, sketch| {
        let (mut all, sketch) = (all?, sketch?);
        all.merge(&sketch);
        Some(all)
    });
    // A damaged sketch may say anything.
    let most = sources.iter().map(|sstable| most_partitions(sstable)).sum();
    all.flatten().and_then(|all| all.estimate()).map_or_else(sum, |keys| keys.min(most))
}

/// Reference: `SerializationHeader.make`, `EncodingStats.Collector`.
fn header(sources: &[&Sstable], table: &TableSchema, version: SstableVersion) -> SerializationHeader {
    let all = || sources.iter().filter_map(|sstable| Some((sstable.version(), sstable.stats()?)));
    let timestamp = all().map(|(_, stats)| stats.min_timestamp).min();
    let local = all().map(|(version, stats)| of_statistics(version, stats.min_local_deletion_time.into())).min();
    let ttl = all().map(|(_, stats)| i64::from(stats.min_ttl)).min();
    let types: Vec<&CqlType> = sources.iter().flat_map(|sstable| types(sstable.header())).collect();
    let named = |ty: &MarshalType| {
        let found = types.iter().find(|named| named.marshal == *ty);
        found.map_or_else(|| CqlType::from(ty.clone()), |named| (*named).clone())
    };
    let columns = |columns: &[Column]| {
        let stored = |column: &Column| {
            let mut stored = StoredColumn::new(named(&column.ty));
            stored.name.data.clone_from(&column.name);
            stored
        };
        columns.iter().map(stored).collect()
    };
    let key_types: Vec<&CqlType> = sources.iter().map(|sstable| &sstable.header().key_type).collect();
    let key_type = match &table.keys.key_type {
        Some(ty) if key_types.windows(2).any(|pair| pair[0].marshal != pair[1].marshal) => named(ty),
        _ => key_types[0].clone(),
    };
    let mut header = SerializationHeader::new(key_type);
    header.min_timestamp = timestamp
        .filter(|timestamp| *timestamp != NO_TIMESTAMP)
        .unwrap_or_else(|| SerializationHeader::timestamp_epoch(version));
    header.min_local_deletion_time = local
        .filter(|local| *local != NO_DELETION_TIME)
        .unwrap_or_else(|| SerializationHeader::deletion_time_epoch(version))
        // Headers have 32 bits for it, with a sign.
        .min(i32::MAX.into());
    header.min_ttl = ttl.unwrap_or_else(|| SerializationHeader::ttl_epoch(version));
    header.clustering_types = table.clustering.iter().map(named).collect();
    header.static_columns.columns = columns(&table.static_columns);
    header.regular_columns.columns = columns(&table.regular_columns);
    header
}

/// All types that a header names.
fn types(header: &SerializationHeader) -> impl Iterator<Item = &CqlType> {
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns);
    std::iter::once(&header.key_type).chain(&header.clustering_types).chain(columns.map(|column| &column.column_type))
}

/// What SSTables say together of what does not come from their rows. Positions of another node's commit log do not count.
fn rest(sources: &[&Sstable], expired: &[&Sstable], mut rest: StatsMetadata) -> StatsMetadata {
    let all: Vec<&StatsMetadata> = sources.iter().filter_map(|sstable| sstable.stats()).collect();
    rest.sstable_level = 0;
    rest.repaired_at = all.iter().map(|stats| stats.repaired_at).min().unwrap_or(0);
    if all.iter().any(|stats| stats.pending_repair != rest.pending_repair) {
        rest.pending_repair = None;
    }
    rest.is_transient = all.iter().all(|stats| stats.is_transient);
    if let Some(own) = &mut rest.commit_log_intervals {
        let all = sources.iter().chain(expired).filter_map(|sstable| sstable.stats());
        let of_node = all.filter(|stats| stats.originating_host_id == rest.originating_host_id);
        let intervals = of_node.filter_map(|stats| stats.commit_log_intervals.as_ref()).flat_map(|all| &all.intervals);
        own.intervals = joined(intervals.cloned().collect());
        if let (Some(first), Some(last)) = (own.intervals.first(), own.intervals.last()) {
            rest.commit_log_lower_bound = rest.commit_log_lower_bound.map(|_| first.lower.clone());
            rest.commit_log_upper_bound = last.upper.clone();
        }
    }
    rest
}

/// Intervals without overlaps, in their order (`IntervalSet.Builder`).
fn joined(mut all: Vec<CommitLogInterval>) -> Vec<CommitLogInterval> {
    let place = |at: &cqlite_format::statistics::CommitLogPosition| (at.segment_id, at.position);
    all.sort_by_key(|interval| place(&interval.lower));
    let mut joined: Vec<CommitLogInterval> = Vec::with_capacity(all.len());
    for interval in all {
        match joined.last_mut().filter(|last| place(&last.upper) >= place(&interval.lower)) {
            Some(last) if place(&last.upper) < place(&interval.upper) => last.upper = interval.upper,
            Some(_) => {}
            None => joined.push(interval),
        }
    }
    joined
}

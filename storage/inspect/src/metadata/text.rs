//! The lines of `sstablemetadata`. Reference: `SSTableMetadataViewer.printSStableMetadata`.

use std::io::{self, Write};

use cqlite_format::common::{ClusteringBound, PrefixKind};
use cqlite_format::statistics::{ColumnList, CommitLogPosition, SerializationHeader, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_rows::{of_statistics, EncodingStats, NO_DELETION_TIME};
use cqlite_runtime::native::CqlType;
use cqlite_schema::partitioner::{Partitioner, Token};

use super::histogram::{self, Histogram};
use super::lines::Lines;
use super::paint::Paint;
use super::shown_fields::stat;
use super::{java, time, Metadata, TextOptions};

impl Metadata {
    /// Writes all facts as text: first the lines of `sstablemetadata`, in its order; those of its `-s` after
    /// [`Self::scan`].
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_text(&self, options: TextOptions, out: &mut impl Write) -> io::Result<()> {
        let mut lines = Lines { out, paint: Paint::new(options.color) };
        lines.field("SSTable", self.path())?;
        self.write_scanned(&mut lines)?;
        if let Some(validation) = self.validation() {
            lines.field("Partitioner", &validation.partitioner.s)?;
            lines.field("Bloom Filter FP chance", java::double(validation.bloom_filter_fp_chance))?;
        }
        if let Some(stats) = self.stats() {
            self.times(stats, &mut lines)?;
            self.first_and_last(&mut lines)?;
            self.state(stats, options.now, &mut lines)?;
            histograms(stats, self.files.version, &mut lines)?;
            lines.field("Local token space coverage", java::double(stats.token_space_coverage.unwrap_or(f64::NAN)))?;
        }
        if self.compaction().is_some() {
            lines.or_none("Estimated cardinality", self.cardinality().map(|n| n.to_string()))?;
        }
        if let Some(header) = self.header() {
            self.encoding_stats().map_or(Ok(()), |stats| encoding_stats(stats, &mut lines))?;
            columns(header, &mut lines)?;
            if let Some(stats) = self.stats() {
                lines.field("IsTransient", stats.is_transient)?;
            }
        }
        self.write_extra(&mut lines)
    }

    /// The files' common path, without links.
    fn path(&self) -> String {
        let directory = self.files.descriptor.directory();
        let directory = directory.canonicalize().unwrap_or_else(|_| directory.to_owned());
        directory.join(self.files.descriptor.prefix()).display().to_string()
    }

    fn times<W: Write>(&self, stats: &StatsMetadata, lines: &mut Lines<'_, W>) -> io::Result<()> {
        lines.time("Minimum timestamp", time::micros(stats.min_timestamp), stats.min_timestamp)?;
        lines.time("Maximum timestamp", time::micros(stats.max_timestamp), stats.max_timestamp)?;
        lines.field("Duration", time::long_duration(stats.max_timestamp.wrapping_sub(stats.min_timestamp)))?;
        let deletions = [
            ("SSTable min local deletion time", stats.min_local_deletion_time),
            ("SSTable max local deletion time", stats.max_local_deletion_time),
        ];
        for (label, stored) in deletions {
            let at = of_statistics(self.files.version, i64::from(stored));
            let text =
                time::seconds(at).filter(|_| at != NO_DELETION_TIME).unwrap_or_else(|| "no tombstones".to_owned());
            lines.time(label, Some(text), at)?;
        }
        match &self.compression {
            None => lines.field("Compressor", "-")?,
            Some(info) => {
                let name = &info.compressor.s;
                let package = if name.contains('.') { "" } else { "org.apache.cassandra.io.compress." };
                lines.field("Compressor", format!("{package}{name}"))?;
                if self.stores(stat::COMPRESSION_RATIO) {
                    lines.field("Compression ratio", java::double(stats.compression_ratio))?;
                }
            }
        }
        for (field, label, ttl) in
            [(stat::MIN_TTL, "TTL min", stats.min_ttl), (stat::MAX_TTL, "TTL max", stats.max_ttl)]
        {
            if self.stores(field) {
                lines.noted(label, ttl, time::duration(ttl.into()))?;
            }
        }
        Ok(())
    }

    fn first_and_last<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        let (Some(validation), Some(header), Some(keys)) = (self.validation(), self.header(), &self.keys) else {
            return Ok(());
        };
        let Ok(partitioner) = Partitioner::from_class_name(&validation.partitioner.s) else { return Ok(()) };
        for (label, key) in [("First token", &keys.first), ("Last token", &keys.last)] {
            let text = java::value_text(&header.key_type.marshal, key);
            let token = match partitioner.token(key) {
                Token::Local(_) => text.clone(),
                token => token.to_string(),
            };
            lines.noted(label, token, Some(text))?;
        }
        Ok(())
    }

    fn state<W: Write>(&self, stats: &StatsMetadata, now: i64, lines: &mut Lines<'_, W>) -> io::Result<()> {
        if let Some(header) = self.header() {
            lines.field("Covered clusterings", self.covered(stats, header))?;
        }
        lines.or_none("Estimated droppable tombstones", self.droppable_share(now).map(java::double))?;
        if self.stores(stat::LEVEL) {
            lines.field("SSTable Level", stats.sstable_level)?;
        }
        if self.stores(stat::REPAIRED_AT) {
            lines.noted("Repaired at", stats.repaired_at, time::millis(stats.repaired_at))?;
        }
        lines.or_none("Originating host id", stats.originating_host_id.as_deref().map(java::uuid))?;
        lines.or_none("Pending repair", stats.pending_repair.as_deref().map(java::uuid))?;
        lines.field("Replay positions covered", replay_positions(stats))?;
        if self.stores(stat::COLUMNS_SET) {
            lines.field("totalColumnsSet", stats.total_columns_set)?;
        }
        if self.stores(stat::ROWS) {
            lines.field("totalRows", stats.total_rows)?;
        }
        Ok(())
    }

    /// Reference: `StatsMetadataSerializer.deserialize`, `Slice.toString`.
    fn covered(&self, stats: &StatsMetadata, header: &SerializationHeader) -> String {
        let types = &header.clustering_types;
        if let Some(covered) = &stats.covered_clustering {
            let (lower, upper) = (bound_values(&covered.lower), bound_values(&covered.upper));
            let inclusive =
                [covered.lower.kind == PrefixKind::InclStartBound, covered.upper.kind == PrefixKind::InclEndBound];
            return slice_text(types, &lower, &upper, inclusive);
        }
        match (&stats.legacy_min_clustering, &stats.legacy_max_clustering) {
            (Some(min), Some(max)) if self.files.version.has_accurate_min_max() => {
                let values = |all: &[cqlite_format::common::BytesU2]| {
                    all.iter().map(|v| Some(v.data.clone())).collect::<Vec<_>>()
                };
                let (min, max) = (values(&min.values), values(&max.values));
                if min.is_empty() && max.is_empty() {
                    return "ALL".to_owned();
                }
                slice_text(types, &min, &max, [true, true])
            }
            _ => "ALL".to_owned(),
        }
    }
}

fn bound_values(bound: &ClusteringBound) -> Vec<Option<Vec<u8>>> {
    let values = bound.values.blocks.iter().flat_map(|block| &block.values);
    // 1: empty, 2: null.
    values.map(|value| value.val.as_ref().map(|v| v.data.clone()).or((value.kind == 1).then(Vec::new))).collect()
}

fn slice_text(
    types: &[CqlType],
    lower: &[Option<Vec<u8>>],
    upper: &[Option<Vec<u8>>],
    [from, to]: [bool; 2],
) -> String {
    let text = |values: &[Option<Vec<u8>>]| {
        let one = |(value, ty): (&Option<Vec<u8>>, &CqlType)| match value {
            Some(bytes) => java::value_text(&ty.marshal, bytes),
            None => "null".to_owned(),
        };
        values.iter().zip(types).map(one).collect::<Vec<_>>().join(":")
    };
    let (open, close) = (if from { '[' } else { '(' }, if to { ']' } else { ')' });
    format!("{open}{}, {}{close}", text(lower), text(upper))
}

/// Tombstones that can be dropped, and all cells.
///
/// Reference: `StatsMetadata.getDroppableTombstonesBefore`, `ColumnFamilyStore.getDroppableTombstoneRatio`.
pub(super) fn droppable(stats: &StatsMetadata, version: SstableVersion, now: i64) -> Option<(f64, i64)> {
    let cells = &stats.estimated_cell_per_partition_count;
    let total = histogram::mean(cells)?.wrapping_mul(histogram::count(cells));
    Some((Histogram::of_tombstones(stats, version).sum_until(i64::from(now as i32)), total))
}

fn replay_positions(stats: &StatsMetadata) -> String {
    let text =
        |p: &CommitLogPosition| format!("CommitLogPosition(segmentId={}, position={})", p.segment_id, p.position);
    let pairs: Vec<String> = match &stats.commit_log_intervals {
        Some(all) => all.intervals.iter().map(|i| format!("{}={}", text(&i.lower), text(&i.upper))).collect(),
        None => {
            let none = CommitLogPosition { segment_id: -1, ..CommitLogPosition::default() };
            let lower = stats.commit_log_lower_bound.as_ref().unwrap_or(&none);
            vec![format!("{}={}", text(lower), text(&stats.commit_log_upper_bound))]
        }
    };
    format!("{{{}}}", pairs.join(", "))
}

fn histograms<W: Write>(stats: &StatsMetadata, version: SstableVersion, lines: &mut Lines<'_, W>) -> io::Result<()> {
    lines.field("Estimated tombstone drop times", "")?;
    Histogram::of_tombstones(stats, version).draw("Drop Time", histogram::drop_time, lines.paint, lines.out)?;
    lines.field("Partition Size", "")?;
    Histogram::of_buckets(&stats.estimated_partition_size).draw(
        "Size (bytes)",
        histogram::size,
        lines.paint,
        lines.out,
    )?;
    lines.field("Column Count", "")?;
    Histogram::of_buckets(&stats.estimated_cell_per_partition_count).draw(
        "Columns",
        histogram::number,
        lines.paint,
        lines.out,
    )
}

fn encoding_stats<W: Write>(stats: &EncodingStats, lines: &mut Lines<'_, W>) -> io::Result<()> {
    lines.noted("EncodingStats minTTL", stats.min_ttl, time::duration(i64::from(stats.min_ttl)))?;
    let deletion = stats.min_local_deletion_time;
    lines.time("EncodingStats minLocalDeletionTime", time::seconds(deletion), deletion)?;
    lines.time("EncodingStats minTimestamp", time::micros(stats.min_timestamp), stats.min_timestamp)
}

fn columns<W: Write>(header: &SerializationHeader, lines: &mut Lines<'_, W>) -> io::Result<()> {
    lines.field("KeyType", &header.key_type.marshal)?;
    let types: Vec<String> = header.clustering_types.iter().map(|ty| ty.marshal.to_string()).collect();
    lines.field("ClusteringTypes", format!("[{}]", types.join(", ")))?;
    lines.field("StaticColumns", column_list(&header.static_columns))?;
    lines.field("RegularColumns", column_list(&header.regular_columns))
}

/// `sstablemetadata` puts columns into a hash map, and prints them as they come out.
fn column_list(list: &ColumnList) -> String {
    let names: Vec<String> = list.columns.iter().map(|c| String::from_utf8_lossy(&c.name.data).into_owned()).collect();
    let order = java::hash_map_order(&names);
    let columns = order.into_iter().filter_map(|i| list.columns.get(i).zip(names.get(i)));
    columns.map(|(column, name)| format!("{name}:{}", column.column_type.marshal)).collect::<Vec<_>>().join(", ")
}

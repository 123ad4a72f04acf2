//! What `sstablemetadata` does not print.

use std::io::{self, Write};

use cqlite_format::chunks::StoredChunk;
use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::statistics::{ColumnList, SerializationHeader, StatsMetadata};
use cqlite_runtime::marshal::{maybe_quote, MarshalType};
use cqlite_sstable::descriptor::Component;

use super::lines::Lines;
use super::shown_fields::stat;
use super::{histogram, java, Metadata};

impl Metadata {
    pub(super) fn write_extra<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        writeln!(lines.out)?;
        self.identity(lines)?;
        if let Some(header) = self.header() {
            schema(header, lines)?;
        }
        if let Some(stats) = self.stats() {
            if self.stores(stat::LEGACY_COUNTERS) {
                lines.field("Legacy counter shards", stats.has_legacy_counter_shards)?;
            }
            remaining(stats, lines)?;
        }
        if let Some(info) = &self.compression {
            self.compression_lines(info, lines)?;
        }
        self.filter_lines(lines)?;
        self.index_lines(lines)?;
        self.rest_lines(lines)?;
        for (component, len) in &self.sizes {
            lines.noted(component.name(), len, java::byte_count(i64::try_from(*len).unwrap_or(i64::MAX)))?;
        }
        Ok(())
    }

    fn identity<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        let descriptor = &self.files.descriptor;
        lines.noted("Version", descriptor.version(), Some(descriptor.format().to_string()))?;
        lines.field("Version features", self.files.version.features().collect::<Vec<_>>().join(" "))?;
        let location = descriptor.location();
        if let Some(table) = &location.table {
            let keyspace = location.keyspace.as_ref().filter(|_| location.table_id.is_some());
            let name = keyspace.map_or(table.clone(), |keyspace| format!("{keyspace}.{table}"));
            lines.noted("Table", name, location.table_id.map(|id| id.to_string()))?;
        }
        if let Some(tag) = &location.snapshot {
            lines.field("Snapshot", tag)?;
        }
        Ok(())
    }

    fn compression_lines<W: Write>(&self, info: &SstableCompressionInfo, lines: &mut Lines<'_, W>) -> io::Result<()> {
        let options: Vec<String> = info.options.iter().map(|o| format!("{}={}", o.key.s, o.value.s)).collect();
        lines.field("Compression options", if options.is_empty() { "-".to_owned() } else { options.join(", ") })?;
        lines.noted("Chunk length", info.chunk_length, java::byte_count(info.chunk_length.into()))?;
        match info.max_compressed_length {
            i32::MAX => lines.field("Chunks are stored as they are from", "-")?,
            len => lines.noted("Chunks are stored as they are from", len, java::byte_count(len.into()))?,
        }
        lines.noted("Uncompressed length", info.data_length, java::byte_count(info.data_length))?;
        lines.field("Chunks", info.chunk_offsets.len())?;
        if let Some(dictionary) = &info.dictionary {
            lines.noted(
                "Compression dictionary",
                dictionary.dict_id,
                Some(format!("{} bytes", dictionary.data.len())),
            )?;
        }
        let Some((least, mean, most)) = self.stored_chunks(info) else { return Ok(()) };
        lines.field("Stored chunk length", format!("least {least}, mean {mean:.1}, most {most}"))
    }

    /// Lengths of the chunks with data as they are stored, without checksum: least, mean, most.
    pub(super) fn stored_chunks(&self, info: &SstableCompressionInfo) -> Option<(i64, f64, i64)> {
        let file_length = self.sizes.iter().find(|(component, _)| *component == Component::Data)?.1;
        let with_data = usize::try_from(
            info.data_length.checked_add(i64::from(info.chunk_length) - 1)? / i64::from(info.chunk_length),
        )
        .ok()?;
        let len_crc = StoredChunk::len_crc(self.files.version);
        let ends = info.chunk_offsets.iter().skip(1).copied().chain([i64::try_from(file_length).ok()?]);
        let length = |(start, end): (&i64, i64)| end.saturating_sub(*start).saturating_sub(len_crc);
        let lengths = info.chunk_offsets.iter().zip(ends).map(length).take(with_data);
        let (mut least, mut most, mut sum, mut count) = (i64::MAX, 0, 0.0, 0.0);
        for len in lengths {
            (least, most) = (least.min(len), most.max(len));
            sum += len as f64;
            count += 1.0;
        }
        (count > 0.0).then(|| (least, sum / count, most))
    }

    fn filter_lines<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        let Some(filter) = &self.filter else { return lines.field("Bloom filter", "-") };
        let len = filter.num_bytes;
        lines.noted("Bloom filter bytes", len, java::byte_count(i64::try_from(len).unwrap_or(i64::MAX)))?;
        lines.field("Bloom filter hashes", filter.num_hashes)?;
        lines.noted("Bloom filter bits set", filter.num_set, Some(format!("{:.1} %", 100.0 * filter.fill())))?;
        lines.field("Bloom filter false positives", format!("{:.6}", filter.false_positives()))
    }

    fn index_lines<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        if let Some(summary) = &self.summary {
            lines.field("Summary entries", summary.num_entries)?;
            lines.field("Summary entries at full sampling", summary.size_at_full_sampling)?;
            lines.field(
                "Summary sampling level",
                format!("{} of {}", summary.sampling_level, summary.base_sampling_level),
            )?;
            lines.field("Summary min index interval", summary.min_index_interval)?;
        }
        if let Some(trie) = &self.trie {
            lines.field("Partitions", trie.num_keys)?;
            lines.noted("Partition trie bytes", trie.keys_pos, java::byte_count(trie.keys_pos))?;
            lines.field("Partition trie root", trie.root_pos)?;
        }
        Ok(())
    }
}

fn schema<W: Write>(header: &SerializationHeader, lines: &mut Lines<'_, W>) -> io::Result<()> {
    lines.field("Partition key (CQL)", key_type(header))?;
    let types: Vec<String> = header.clustering_types.iter().map(|ty| ty.marshal.cql_name()).collect();
    lines.field("Clustering (CQL)", types.join(", "))?;
    lines.field("Static columns (CQL)", cql_columns(&header.static_columns))?;
    lines.field("Regular columns (CQL)", cql_columns(&header.regular_columns))
}

/// The types of the columns of the partition key.
pub(super) fn key_type(header: &SerializationHeader) -> String {
    match &header.key_type.marshal {
        MarshalType::Composite(types) => types.iter().map(MarshalType::cql_name).collect::<Vec<_>>().join(", "),
        one => one.cql_name(),
    }
}

fn cql_columns(list: &ColumnList) -> String {
    let column = |name: &[u8], ty: String| format!("{} {ty}", maybe_quote(&String::from_utf8_lossy(name)));
    list.columns.iter().map(|c| column(&c.name.data, c.column_type.marshal.cql_name())).collect::<Vec<_>>().join(", ")
}

fn remaining<W: Write>(stats: &StatsMetadata, lines: &mut Lines<'_, W>) -> io::Result<()> {
    lines.or_none("Partition level deletions", stats.has_partition_level_deletions.map(|b| b.to_string()))?;
    let overflows = [
        ("Partition Size", &stats.estimated_partition_size),
        ("Column Count", &stats.estimated_cell_per_partition_count),
    ];
    for (label, estimated) in overflows {
        if histogram::overflow(estimated) > 0 {
            lines.field(&format!("{label} beyond the histogram"), histogram::overflow(estimated))?;
        }
    }
    if let Some(time) = stats.incremental_node_sync_time {
        lines.field("NodeSync time", time)?;
    }
    if let Some(slice) = &stats.zero_copy_metadata {
        lines.field("Slice of a larger SSTable", format!("{} to {}", slice.data_start, slice.data_end))?;
    }
    if let Some(lengths) = &stats.max_column_value_lengths {
        let one = |c: &cqlite_format::statistics::MaxColumnValueLength| {
            format!("{}={}", String::from_utf8_lossy(&c.name.data), c.max_length)
        };
        lines.field("Longest values", lengths.columns.iter().map(one).collect::<Vec<_>>().join(", "))?;
    }
    // Four zeros for each tombstone bin are what some versions leave there.
    if stats.trailing.iter().any(|byte| *byte != 0) {
        lines.noted(
            "Unknown bytes after the statistics",
            stats.trailing.len(),
            Some(cqlite_types::hex::text(&stats.trailing)),
        )?;
    }
    Ok(())
}

//! The fields that the text has lines for.

use cqlite_runtime::Site;

/// What is shown elsewhere, or is only how it is stored (lengths, counts, checksums): types and fields of them.
const SHOWN_FIELDS: &[(&str, &[&str])] = &[
    ("sstable_statistics", &["num_components", "num_components_crc", "toc_crc"]),
    ("toc_entry", &["ofs", "body_crc"]),
    ("validation_metadata", &["partitioner", "bloom_filter_fp_chance"]),
    ("compaction_metadata", &["len_cardinality", "cardinality"]),
    (
        "stats_metadata",
        &[
            "min_timestamp",
            "max_timestamp",
            "min_local_deletion_time",
            "max_local_deletion_time",
            "min_ttl",
            "max_ttl",
            "compression_ratio",
            "num_tombstone_bins",
            "sstable_level",
            "repaired_at",
            "legacy_min_clustering",
            "legacy_max_clustering",
            "covered_clustering",
            "has_legacy_counter_shards",
            "total_columns_set",
            "total_rows",
            "has_pending_repair",
            "pending_repair",
            "has_zero_copy_metadata",
            "incremental_node_sync_time",
            "is_transient",
            "has_originating_host_id",
            "originating_host_id",
            "has_partition_level_deletions",
            "first_key",
            "last_key",
            "token_space_coverage",
            "trailing",
        ],
    ),
    ("estimated_histogram", &["num_buckets"]),
    ("bucket", &["offset", "count"]),
    ("bin", &["point", "count"]),
    ("commit_log_position", &["segment_id", "position"]),
    ("commit_log_intervals", &["num_intervals"]),
    ("zero_copy_metadata", &["data_start", "data_end"]),
    ("max_column_value_lengths", &["num_columns"]),
    ("max_column_value_length", &["name", "max_length"]),
    (
        "serialization_header",
        &[
            "min_timestamp_delta",
            "min_local_deletion_time_delta",
            "min_ttl_delta",
            "key_type",
            "num_clustering_types",
            "clustering_types",
        ],
    ),
    ("column_list", &["num_columns"]),
    ("column", &["name", "column_type"]),
    (
        "sstable_compression_info",
        &[
            "compressor",
            "num_options",
            "chunk_length",
            "max_compressed_length",
            "data_length",
            "num_chunks",
            "chunk_offsets",
        ],
    ),
    ("option", &["key", "value"]),
    ("dictionary", &["dict_id", "len_data", "data", "crc"]),
    ("sstable_filter", &["num_hashes", "num_words", "words"]),
    (
        "sstable_summary",
        &[
            "min_index_interval",
            "num_entries",
            "len_offsets_and_entries",
            "sampling_level",
            "size_at_full_sampling",
            "offsets",
            "first_key",
            "last_key",
        ],
    ),
    ("entry", &["key", "index_pos"]),
    ("key_range", &["first_key", "last_key"]),
    ("footer", &["keys_pos", "num_keys", "root_pos"]),
];

/// Statistics that the text has a line for only if the version stores them: what stands for them in the model is not what the file says.
pub(super) mod stat {
    /// The line `Compression ratio`.
    pub(in super::super) const COMPRESSION_RATIO: &str = "compression_ratio";
    /// The line `TTL min`.
    pub(in super::super) const MIN_TTL: &str = "min_ttl";
    /// The line `TTL max`.
    pub(in super::super) const MAX_TTL: &str = "max_ttl";
    /// The line `SSTable Level`.
    pub(in super::super) const LEVEL: &str = "sstable_level";
    /// The line `Repaired at`.
    pub(in super::super) const REPAIRED_AT: &str = "repaired_at";
    /// The line `totalColumnsSet`.
    pub(in super::super) const COLUMNS_SET: &str = "total_columns_set";
    /// The line `totalRows`.
    pub(in super::super) const ROWS: &str = "total_rows";
    /// The line `Legacy counter shards`.
    pub(in super::super) const LEGACY_COUNTERS: &str = "has_legacy_counter_shards";

    /// The path of one in Statistics.db.
    pub(in super::super) fn path(field: &str) -> String {
        format!("toc.body.{field}")
    }
}

/// Whether a field is shown elsewhere, in whichever layout.
pub(super) fn is_shown(site: &Site) -> bool {
    SHOWN_FIELDS.iter().any(|(owner, fields)| *owner == site.owner && fields.contains(&site.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    static PART: Site = Site { owner: "lineage", field: "level_2", name: "level", file: "a.ksy", line: 1 };

    #[test]
    fn what_is_shown_is_so_in_every_layout() {
        assert!(!is_shown(&PART));
        let late =
            Site { owner: "stats_metadata", field: "covered_clustering_late", name: "covered_clustering", ..PART };
        assert!(is_shown(&late));
    }

    /// The lines of a type, or of the file's outermost one.
    fn of_type<'t>(text: &'t str, owner: &str) -> Vec<&'t str> {
        if text.contains(&format!("\n  id: {owner}\n")) {
            return text.lines().collect();
        }
        let indent = |line: &str| line.len() - line.trim_start().len();
        // An instance may be called as its type is.
        let all: Vec<&str> = text.lines().collect();
        let starts = all.iter().enumerate().filter(|(_, line)| line.trim() == format!("{owner}:"));
        let below = |(at, first): (usize, &&'t str)| {
            let depth = indent(first);
            all.iter().skip(at + 1).copied().take_while(move |line| line.is_empty() || indent(line) > depth)
        };
        starts.flat_map(below).collect()
    }

    #[test]
    fn what_is_shown_is_in_the_specification() {
        let has = |owner: &str, field: &str| {
            // In `seq`, or at a position.
            let ids = [format!("- id: {field}"), format!("{field}:")];
            let has = |line: &&str| ids.iter().any(|id| line.trim() == id);
            cqlite_spec::FILES.iter().any(|(_, text)| of_type(text, owner).iter().any(has))
        };
        assert!(has("toc_entry", "ofs") && !has("toc_entry", "partitioner") && !has("no_type", "ofs"));
        use stat::*;
        for field in [COMPRESSION_RATIO, MIN_TTL, MAX_TTL, LEVEL, REPAIRED_AT, COLUMNS_SET, ROWS, LEGACY_COUNTERS] {
            assert!(has("stats_metadata", field), "{field}");
        }
        for (owner, field) in
            SHOWN_FIELDS.iter().flat_map(|(owner, fields)| fields.iter().map(move |field| (owner, field)))
        {
            assert!(has(owner, field) || *field == "trailing", "{owner}.{field}");
        }
    }
}

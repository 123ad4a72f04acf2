//! All fields that findings name.

use super::fields;

fields! {
    /// Of Data.db.
    data of "sstable_data" {
        PARTITIONS = "partitions",
    }

    /// Of a partition.
    partition of "sstable_data.partition" {
        KEY = "key",
        KEY_DATA = "key.data",
        DELETED_AT = "deletion.local_deletion_time",
    }

    /// Of what stands in a partition after its head: rows, markers, and the end.
    unfiltered of "sstable_data.unfiltered" {
        FLAGS = "flags",
        EXT_FLAGS = "ext_flags",
        PREV_LEN = "body.body.prev_len",
    }

    /// Of an unfiltered that is a row.
    row of "sstable_data.unfiltered" {
        CLUSTERING = "body.clustering",
        BODY = "body.body",
        TIMESTAMP = "body.body.timestamp_delta",
        TTL = "body.body.ttl_delta",
        EXPIRATION = "body.body.local_deletion_time_delta",
        DELETION = "body.body.deletion",
        DELETED_AT = "body.body.deletion.local_deletion_time",
        DELETED_AT_DELTA = "body.body.deletion.ldt_delta",
        SUBSET = "body.body.subset",
        CELLS = "body.body.cells",
    }

    /// Of an unfiltered that is a marker.
    marker of "sstable_data.unfiltered" {
        BOUND = "body.bound",
        KIND = "body.bound.kind",
        SIZE = "body.bound.size",
        VALUES = "body.bound.values",
        DELETION = "body.body.deletion",
        DELETED_AT = "body.body.deletion.local_deletion_time",
        DELETED_AT_DELTA = "body.body.deletion.ldt_delta",
        START_DELETION = "body.body.start_deletion",
        START_DELETED_AT = "body.body.start_deletion.local_deletion_time",
        START_DELETED_AT_DELTA = "body.body.start_deletion.ldt_delta",
    }

    /// Of what a row has of a column.
    column of "sstable_data.column_data" {
        DELETED_AT = "complex_deletion.local_deletion_time",
        DELETED_AT_DELTA = "complex_deletion.ldt_delta",
        NUM_CELLS = "num_cells",
        SIMPLE = "simple",
        CELLS = "cells",
    }

    /// Of a cell.
    cell of "sstable_data.cell" {
        FLAGS = "flags",
        EXPIRATION = "local_deletion_time_delta",
        TTL = "ttl_delta",
        PATH = "path",
        PATH_DATA = "path.data",
        VALUE = "value",
        VALUE_DATA = "value.data",
    }

    /// Of the values of a clustering or a bound.
    values of "sstable_common.clustering_values" {
        BLOCKS = "blocks",
    }

    /// Of a block of such values.
    block of "sstable_common.clustering_block" {
        HEADER = "header",
        VALUES = "values",
    }

    /// Of such a value.
    value of "sstable_common.clustering_value" {
        DATA = "val.data",
    }

    /// Of Partitions.db.
    partitions of "bti_partitions" {
        FOOTER = "footer",
        KEYS = "keys",
        KEYS_POS = "footer.keys_pos",
        NUM_KEYS = "footer.num_keys",
        FIRST_KEY = "keys.first_key.data",
        LAST_KEY = "keys.last_key.data",
    }

    /// Of an entry of Rows.db.
    row_index of "bti_row_index" {
        ENTRY = "entry",
        KEY = "entry.key.data",
        ROOT = "entry.root_delta",
        DELETION = "entry.deletion_time",
        NUM_BLOCKS = "entry.num_blocks",
    }

    /// Of a node of a trie.
    trie of "bti_trie" {
        LOW = "low",
        TRANSITIONS = "sparse_transitions",
        DISTANCES = "distances_12",
    }

    /// Of a node that leads to a partition.
    partition_payload of "bti_trie" {
        WHOLE = "partition_payload",
        HASH = "partition_payload.hash",
        POSITION = "partition_payload.position",
    }

    /// Of a node that leads to a block of rows.
    row_payload of "bti_trie" {
        WHOLE = "row_payload",
        OFFSET = "row_payload.offset",
        OPEN_DELETION = "row_payload.open_deletion",
    }

    /// Of Filter.db.
    filter of "sstable_filter" {
        NUM_HASHES = "num_hashes",
        NUM_WORDS = "num_words",
        WORDS = "words",
    }

    /// Of CompressionInfo.db.
    compression_info of "sstable_compression_info" {
        CHUNK_LENGTH = "chunk_length",
        DATA_LENGTH = "data_length",
        CHUNK_OFFSETS = "chunk_offsets",
    }

    /// Of a compressed Data.db.
    chunks of "sstable_chunks" {
        CHUNKS = "chunks",
    }

    /// Of a chunk.
    chunk of "sstable_chunks.chunk" {
        BODY = "stored.body",
        CRC = "stored.crc",
    }

    /// Of CRC.db.
    crc of "sstable_crc" {
        CHUNK_SIZE = "chunk_size",
        CRCS = "crcs",
    }

    /// Of Digest.crc32.
    digest of "sstable_digest" {
        TEXT = "text",
    }

    /// Of Statistics.db.
    statistics of "sstable_statistics" {
        TOC = "toc",
    }

    /// Of an entry of its table of contents.
    toc_entry of "sstable_statistics.toc_entry" {
        BODY = "body",
    }

    /// Of the part that says what must agree with cluster and table.
    validation of "sstable_statistics.validation_metadata" {
        PARTITIONER = "partitioner.s",
        FILTER_CHANCE = "bloom_filter_fp_chance",
    }

    /// Of the statistics proper.
    stats of "sstable_statistics.stats_metadata" {
        PARTITION_SIZES = "estimated_partition_size",
        CELL_COUNTS = "estimated_cell_per_partition_count",
        MIN_TIMESTAMP = "min_timestamp",
        MAX_TIMESTAMP = "max_timestamp",
        MIN_DELETION_TIME = "min_local_deletion_time",
        MAX_DELETION_TIME = "max_local_deletion_time",
        MIN_TTL = "min_ttl",
        MAX_TTL = "max_ttl",
        COMPRESSION_RATIO = "compression_ratio",
        LEVEL = "sstable_level",
        REPAIRED_AT = "repaired_at",
        TOTAL_ROWS = "total_rows",
        TOTAL_COLUMNS_SET = "total_columns_set",
        TOKEN_SPACE_COVERAGE = "token_space_coverage",
        NUM_TOMBSTONE_BINS = "num_tombstone_bins",
        TOMBSTONE_BINS = "tombstone_bins",
        COMMIT_LOG_INTERVALS = "commit_log_intervals.intervals",
        COMMIT_LOG_LOWER_BOUND = "commit_log_lower_bound",
        COMMIT_LOG_UPPER_BOUND = "commit_log_upper_bound",
        LEGACY_MIN_CLUSTERING = "legacy_min_clustering",
        LEGACY_MAX_CLUSTERING = "legacy_max_clustering",
        COVERED = "covered_clustering",
        COVERED_LATE = "covered_clustering_late",
        HAS_PARTITION_DELETIONS = "has_partition_level_deletions",
        HAS_LEGACY_COUNTERS = "has_legacy_counter_shards",
        FIRST_KEY = "first_key.data",
        LAST_KEY = "last_key.data",
        TRAILING = "trailing",
    }

    /// Of a histogram.
    histogram of "sstable_statistics.estimated_histogram" {
        BUCKETS = "buckets",
    }

    /// Of a bucket of it.
    bucket of "sstable_statistics.bucket" {
        OFFSET = "offset",
        COUNT = "count",
    }

    /// Of a bin of the tombstones.
    bin of "sstable_statistics.bin" {
        POINT = "point",
        COUNT = "count",
    }

    /// Of the clusterings that are covered.
    covered of "sstable_statistics.covered_clustering" {
        TYPES = "clustering_types",
        LOWER = "lower",
        LOWER_KIND = "lower.kind",
        LOWER_SIZE = "lower.size",
        UPPER = "upper",
        UPPER_KIND = "upper.kind",
        UPPER_SIZE = "upper.size",
    }

    /// Of the serialization header.
    header of "sstable_statistics.serialization_header" {
        MIN_LOCAL_DELETION_TIME = "min_local_deletion_time_delta",
        MIN_TTL = "min_ttl_delta",
        KEY_TYPE = "key_type",
        CLUSTERING_TYPES = "clustering_types",
        STATIC_COLUMNS = "static_columns.columns",
        REGULAR_COLUMNS = "regular_columns.columns",
    }

    /// Of a column of it.
    header_column of "sstable_statistics.column" {
        NAME = "name",
        TYPE = "column_type",
    }

    /// Of Index.db.
    index of "sstable_index" {
        ENTRIES = "entries",
    }

    /// Of an entry of it.
    entry of "sstable_index.entry" {
        KEY = "key",
        DATA_POS = "data_pos",
        PROMOTED = "promoted",
    }

    /// Of a row index in it.
    promoted of "sstable_index.promoted_index" {
        HEADER_LENGTH = "header_length",
        DELETION = "deletion_time",
        NUM_BLOCKS = "num_blocks",
        BLOCKS = "blocks",
        OFFSETS = "offsets",
    }

    /// Of a block of it.
    index_info of "sstable_index.index_info" {
        FIRST_NAME = "first_name",
        FIRST_NAME_SIZE = "first_name.size",
        LAST_NAME = "last_name",
        LAST_NAME_SIZE = "last_name.size",
        OFFSET = "offset",
        WIDTH = "width_delta",
        OPEN_MARKER = "end_open_marker",
    }

    /// Of Summary.db.
    summary of "sstable_summary" {
        INTERVAL = "min_index_interval",
        NUM_ENTRIES = "num_entries",
        LEN_ENTRIES = "len_offsets_and_entries",
        FULL_SIZE = "size_at_full_sampling",
        OFFSETS = "offsets",
        ENTRIES = "entries",
        FIRST_KEY = "first_key",
        LAST_KEY = "last_key",
    }

    /// Of a sample in it.
    sample of "sstable_summary.entry" {
        KEY = "key",
        INDEX_POS = "index_pos",
    }
}

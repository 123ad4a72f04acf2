//! The on-disk formats of Cassandra's SSTables, as Kaitai Struct files: their texts, for the generator.

/// Every file: its path relative to `spec/`, and its text.
pub const FILES: [(&str, &str); 19] = [
    ("common/uvint.ksy", include_str!("../common/uvint.ksy")),
    ("common/svint.ksy", include_str!("../common/svint.ksy")),
    ("common/sized_int.ksy", include_str!("../common/sized_int.ksy")),
    ("common/cql_type.ksy", include_str!("../common/cql_type.ksy")),
    ("common/sstable_version.ksy", include_str!("../common/sstable_version.ksy")),
    ("common/sstable_common.ksy", include_str!("../common/sstable_common.ksy")),
    ("sstable/sstable_statistics.ksy", include_str!("../sstable/sstable_statistics.ksy")),
    ("sstable/sstable_data.ksy", include_str!("../sstable/sstable_data.ksy")),
    ("sstable/sstable_index.ksy", include_str!("../sstable/sstable_index.ksy")),
    ("sstable/sstable_summary.ksy", include_str!("../sstable/sstable_summary.ksy")),
    ("sstable/sstable_filter.ksy", include_str!("../sstable/sstable_filter.ksy")),
    ("sstable/sstable_compression_info.ksy", include_str!("../sstable/sstable_compression_info.ksy")),
    ("sstable/sstable_chunks.ksy", include_str!("../sstable/sstable_chunks.ksy")),
    ("sstable/sstable_crc.ksy", include_str!("../sstable/sstable_crc.ksy")),
    ("sstable/sstable_digest.ksy", include_str!("../sstable/sstable_digest.ksy")),
    ("sstable/sstable_toc.ksy", include_str!("../sstable/sstable_toc.ksy")),
    ("bti/bti_partitions.ksy", include_str!("../bti/bti_partitions.ksy")),
    ("bti/bti_row_index.ksy", include_str!("../bti/bti_row_index.ksy")),
    ("bti/bti_trie.ksy", include_str!("../bti/bti_trie.ksy")),
];

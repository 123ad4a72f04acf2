// Written by `expand` from the specification sstable_version.ksy. Do not edit.
#[allow(unused_imports)]
use ::cqlite_runtime::{self as rt, error::Located as _, sink::Sink as _, table::Reflect as _};
/// The formats that versions belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SstableVersionFormat {
    /// `big`
    Big,
    /// `bti`
    Bti,
    /// `dse`
    Dse,
}
/// The two letters in front of an SSTable's file names (`nb-1-big-Data.db`) are its version. The first letter stands for the format's major
/// version, which older releases refuse; the second for a minor one, which they can read. Letters compare within one format only: `da` of BTI
/// is younger than `md` of BIG although it sorts before it.
///
/// This is the one place that knows versions. All other files ask for a feature by name (`if: v.has_pending_repair`), never for letters, so
/// that a new version with known fields is one more code above, and a new field is one more instance below. Instances are named as the
/// methods of Cassandra's Version (`hasPendingRepair`).
///
/// ```text
/// format  codes           written by
/// big     ma mb mc md me  Cassandra 3.0 to 3.11 (me: 3.0.25, 3.11.11 and later)
///         na nb           4.0 release candidates; 4.0, 4.1, and 5.0 in its default compatibility mode
///         nc              5.0 before its release: the layout of nb with four of oa's fields after it
///         oa              5.0 without compatibility mode
///         pa              6.0
/// bti     da ea           5.0 and 6.0 with `selected_format: bti`
/// dse     aa ac ad        DSE 6.0 to 6.7: the first tries, otherwise much like na
///         ba bb           DSE 6.8
///         ca cb cc        DataStax's branches of Cassandra 4.0 and 5.0
/// ```
///
/// The list under `dse` is of BTI files too (`aa-1-bti-Data.db`, and `is_bti` is true): the two share one sequence of letters, in which DSE's
/// come first, but DSE's are not a history of BTI as Cassandra's are, so that they are told apart by `code < "da"` below.
///
/// Specification: `sstable_version` in `common/sstable_version.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.Version, org.apache.cassandra.io.sstable.format.big.BigFormat.BigVersion, org.apache.cassandra.io.sstable.format.bti.BtiFormat.BtiVersion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SstableVersion {
    letters: &'static str,
    format: SstableVersionFormat,
    features: u64,
    age: u64,
}
impl SstableVersion {
    /// Every version there is.
    pub const ALL: [SstableVersion; 20usize] = [
        SstableVersion { letters: "ma", format: SstableVersionFormat::Big, features: 51338285088, age: 0 },
        SstableVersion { letters: "mb", format: SstableVersionFormat::Big, features: 41808826404, age: 0 },
        SstableVersion { letters: "mc", format: SstableVersionFormat::Big, features: 41808826412, age: 0 },
        SstableVersion { letters: "md", format: SstableVersionFormat::Big, features: 39594233916, age: 0 },
        SstableVersion { letters: "me", format: SstableVersionFormat::Big, features: 35332821180, age: 0 },
        SstableVersion { letters: "na", format: SstableVersionFormat::Big, features: 4966059836, age: 1 },
        SstableVersion { letters: "nb", format: SstableVersionFormat::Big, features: 167776188, age: 1 },
        SstableVersion { letters: "nc", format: SstableVersionFormat::Big, features: 68853739516, age: 1 },
        SstableVersion { letters: "oa", format: SstableVersionFormat::Big, features: 86067359692, age: 3 },
        SstableVersion { letters: "pa", format: SstableVersionFormat::Big, features: 223523352524, age: 7 },
        SstableVersion { letters: "da", format: SstableVersionFormat::Bti, features: 86067359710, age: 3 },
        SstableVersion { letters: "ea", format: SstableVersionFormat::Bti, features: 86084399070, age: 7 },
        SstableVersion { letters: "aa", format: SstableVersionFormat::Dse, features: 1928587122479, age: 1 },
        SstableVersion { letters: "ac", format: SstableVersionFormat::Dse, features: 1928587122495, age: 1 },
        SstableVersion { letters: "ad", format: SstableVersionFormat::Dse, features: 1924292155327, age: 1 },
        SstableVersion { letters: "ba", format: SstableVersionFormat::Dse, features: 1928590804815, age: 1 },
        SstableVersion { letters: "bb", format: SstableVersionFormat::Dse, features: 1924295837647, age: 1 },
        SstableVersion { letters: "ca", format: SstableVersionFormat::Dse, features: 1924283781071, age: 1 },
        SstableVersion { letters: "cb", format: SstableVersionFormat::Dse, features: 1924283912143, age: 1 },
        SstableVersion { letters: "cc", format: SstableVersionFormat::Dse, features: 1924279717839, age: 1 },
    ];
    /// Every feature and its bit.
    const FEATURES: [(&'static str, u64); 41usize] = [
        ("is_dse", 1),
        ("has_tries", 2),
        ("has_commit_log_lower_bound", 4),
        ("has_commit_log_intervals", 8),
        ("has_accurate_min_max", 16),
        ("has_legacy_min_max", 32),
        ("has_improved_min_max", 64),
        ("has_originating_host_id", 128),
        ("has_metadata_checksum", 256),
        ("has_max_compressed_length", 512),
        ("has_pending_repair", 1024),
        ("has_is_transient", 2048),
        ("has_old_bf_format", 4096),
        ("has_partition_level_deletions_presence_marker", 8192),
        ("has_misplaced_partition_level_deletions_presence_marker", 16384),
        ("has_key_range", 32768),
        ("has_uint_deletion_time", 65536),
        ("has_token_space_coverage", 131072),
        ("has_compression_dictionary", 262144),
        ("has_zero_copy_metadata", 524288),
        ("has_incremental_node_sync_metadata", 1048576),
        ("has_max_column_value_lengths", 2097152),
        ("has_implicitly_frozen_tuples", 4194304),
        ("has_legacy_byte_comparable_keys", 8388608),
        ("is_first_read_by_6_0", 16777216),
        ("is_written", 33554432),
        ("may_order_empty_values_first", 67108864),
        ("may_have_unfrozen_user_types", 134217728),
        ("may_have_implicitly_frozen_user_types", 268435456),
        ("predates_5_0", 536870912),
        ("counts_only_expiring_rows", 1073741824),
        ("may_count_live_as_deletions", 2147483648),
        ("may_count_cells_twice", 4294967296),
        ("may_deny_compression", 8589934592),
        ("pads_tombstone_bins", 17179869184),
        ("predates_4_0", 34359738368),
        ("covers_clusterings_exactly", 68719476736),
        ("may_be_compacted_by_cursor", 137438953472),
        ("may_have_dse_types", 274877906944),
        ("counts_checksums_as_compressed", 549755813888),
        ("counts_otherwise", 1099511627776),
    ];
    /// The version with these letters.
    pub fn find(letters: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.letters == letters)
    }
    /// The letters, e.g. `nb`.
    pub const fn letters(self) -> &'static str {
        self.letters
    }
    /// The format it belongs to.
    pub const fn format(self) -> SstableVersionFormat {
        self.format
    }
    /// Whether it came after another one. Of formats whose versions are equally late neither did.
    pub fn is_later_than(self, other: Self) -> bool {
        let place = |v: Self| Self::ALL.iter().position(|known| known.letters == v.letters);
        if self.format == other.format {
            place(self) > place(other)
        } else {
            self.age > other.age
        }
    }
    /// The names of its features.
    pub fn features(self) -> impl Iterator<Item = &'static str> {
        Self::FEATURES.into_iter().filter(move |f| self.features & f.1 != 0).map(|f| f.0)
    }
    /// A version of DSE or of DataStax's branches. Not a feature of its own; the instances below are put together with it.
    #[inline(always)]
    pub const fn is_dse(self) -> bool {
        self.features & 1 != 0
    }
    /// Partitions.db and Rows.db are the index, tries, instead of Index.db and Summary.db.
    #[inline(always)]
    pub const fn has_tries(self) -> bool {
        self.features & 2 != 0
    }
    /// The statistics say from which commit log position on the SSTable's data was logged, not only up to which.
    #[inline(always)]
    pub const fn has_commit_log_lower_bound(self) -> bool {
        self.features & 4 != 0
    }
    /// The statistics list the intervals of the commit log that the SSTable covers.
    #[inline(always)]
    pub const fn has_commit_log_intervals(self) -> bool {
        self.features & 8 != 0
    }
    /// The legacy smallest and largest clustering values can be trusted; before, range tombstones and static rows could make them wrong
    /// (CASSANDRA-14861), and readers must ignore them. The improved form is always right.
    #[inline(always)]
    pub const fn has_accurate_min_max(self) -> bool {
        self.features & 16 != 0
    }
    /// The smallest and largest clustering are lists of values, without their types and without being inclusive or exclusive.
    #[inline(always)]
    pub const fn has_legacy_min_max(self) -> bool {
        self.features & 32 != 0
    }
    /// The range of clusterings is a pair of bounds after the clustering types. Where has_legacy_min_max holds too (nc) this stands late, else
    /// in the place of the legacy lists.
    #[inline(always)]
    pub const fn has_improved_min_max(self) -> bool {
        self.features & 64 != 0
    }
    /// The statistics name the node that wrote the SSTable, whose commit log positions are meant. Added to old and new lines at once: me and nb have
    /// it, na has not.
    #[inline(always)]
    pub const fn has_originating_host_id(self) -> bool {
        self.features & 128 != 0
    }
    /// Statistics.db has a CRC-32 after its count, its table of contents and each of its bodies.
    #[inline(always)]
    pub const fn has_metadata_checksum(self) -> bool {
        self.features & 256 != 0
    }
    /// CompressionInfo.db says from which size on a chunk is stored as it is.
    #[inline(always)]
    pub const fn has_max_compressed_length(self) -> bool {
        self.features & 512 != 0
    }
    /// The statistics name the incremental repair session that the SSTable belongs to.
    #[inline(always)]
    pub const fn has_pending_repair(self) -> bool {
        self.features & 1024 != 0
    }
    /// The statistics say whether the SSTable holds transiently replicated data.
    #[inline(always)]
    pub const fn has_is_transient(self) -> bool {
        self.features & 2048 != 0
    }
    /// The words of the Bloom filter are written as big-endian integers, not as their bytes in memory (CASSANDRA-9067).
    #[inline(always)]
    pub const fn has_old_bf_format(self) -> bool {
        self.features & 4096 != 0
    }
    /// The statistics say, after the host id, whether any partition has a deletion.
    #[inline(always)]
    pub const fn has_partition_level_deletions_presence_marker(self) -> bool {
        self.features & 8192 != 0
    }
    /// The same statement stands before the host id. DSE and its branches.
    #[inline(always)]
    pub const fn has_misplaced_partition_level_deletions_presence_marker(self) -> bool {
        self.features & 16384 != 0
    }
    /// The statistics hold the first and the last partition key.
    #[inline(always)]
    pub const fn has_key_range(self) -> bool {
        self.features & 32768 != 0
    }
    /// Local deletion times are unsigned (up to 2106 instead of 2038), bins of tombstones have integer times, a live deletion time takes one byte.
    #[inline(always)]
    pub const fn has_uint_deletion_time(self) -> bool {
        self.features & 65536 != 0
    }
    /// The statistics say which share of the ring the SSTable covers.
    #[inline(always)]
    pub const fn has_token_space_coverage(self) -> bool {
        self.features & 131072 != 0
    }
    /// CompressionInfo.db may end with a dictionary for the compressor.
    #[inline(always)]
    pub const fn has_compression_dictionary(self) -> bool {
        self.features & 262144 != 0
    }
    /// The statistics may say that the files are slices of another SSTable, which was streamed in parts. DSE 6.8.
    #[inline(always)]
    pub const fn has_zero_copy_metadata(self) -> bool {
        self.features & 524288 != 0
    }
    /// The statistics hold the time of the last NodeSync validation. DSE 6.8.
    #[inline(always)]
    pub const fn has_incremental_node_sync_metadata(self) -> bool {
        self.features & 1048576 != 0
    }
    /// The statistics hold the length of the longest value of each column. DSE 6.8.
    #[inline(always)]
    pub const fn has_max_column_value_lengths(self) -> bool {
        self.features & 2097152 != 0
    }
    /// The types in the serialization header do not say FrozenType around tuples, which are frozen all the same. No difference in layout, but
    /// in how to compare types.
    #[inline(always)]
    pub const fn has_implicitly_frozen_tuples(self) -> bool {
        self.features & 4194304 != 0
    }
    /// Keys of tries are in the first version of the byte-comparable encoding (ByteComparable.Version.LEGACY), later ones in OSS50 (OSS41 in ca to
    /// cc). Some types differ between the two.
    #[inline(always)]
    pub const fn has_legacy_byte_comparable_keys(self) -> bool {
        self.features & 8388608 != 0
    }
    /// Releases before 6.0 refuse it; the layout is the same. The sstabledump of 6.0 prints a sentence for a value without JSON text, others fail.
    #[inline(always)]
    pub const fn is_first_read_by_6_0(self) -> bool {
        self.features & 16777216 != 0
    }
    /// CQLite writes the version. Its policy, not the format's - the last version of each line of releases, and all to come.
    #[inline(always)]
    pub const fn is_written(self) -> bool {
        self.features & 33554432 != 0
    }
    /// Rows whose value of a descending column is empty may come first (ReversedType before 3.0.9 and 3.8; CASSANDRA-12127).
    #[inline(always)]
    pub const fn may_order_empty_values_first(self) -> bool {
        self.features & 67108864 != 0
    }
    /// A column of a user type may have a cell for each of its fields (UserType.isMultiCell, since 3.6; CASSANDRA-7423).
    #[inline(always)]
    pub const fn may_have_unfrozen_user_types(self) -> bool {
        self.features & 134217728 != 0
    }
    /// Types in the header may leave out FrozenType around user types (UserType before 3.0.19 and 3.11.5; CASSANDRA-15035): the rows tell.
    #[inline(always)]
    pub const fn may_have_implicitly_frozen_user_types(self) -> bool {
        self.features & 268435456 != 0
    }
    /// 5.0 does not write it: "never" as a local deletion time is 2^31 - 1 in differences, and sizes of partitions have 151 buckets, not 156.
    #[inline(always)]
    pub const fn predates_5_0(self) -> bool {
        self.features & 536870912 != 0
    }
    /// Rows without a TTL do not count for the ranges of TTLs and local deletion times of the statistics (MetadataCollector of 3.0.0).
    #[inline(always)]
    pub const fn counts_only_expiring_rows(self) -> bool {
        self.features & 1073741824 != 0
    }
    /// What is live may count in the histogram of tombstones (MetadataCollector.updateLocalDeletionTime, up to some release that writes mc).
    #[inline(always)]
    pub const fn may_count_live_as_deletions(self) -> bool {
        self.features & 2147483648 != 0
    }
    /// The histogram of cells may count a partition's twice (MetadataCollector.addCellPerPartitionCount, in some releases of 3.11 and before 4.0).
    #[inline(always)]
    pub const fn may_count_cells_twice(self) -> bool {
        self.features & 4294967296 != 0
    }
    /// The compression ratio may be -1 though there is compression (MetadataCollector.NO_COMPRESSION_RATIO, which 3.0.0 always writes).
    #[inline(always)]
    pub const fn may_deny_compression(self) -> bool {
        self.features & 8589934592 != 0
    }
    /// Zeros end the statistics: StatsMetadataSerializer reckons 16 bytes for each bin of the histogram of tombstones and writes 12
    /// (TombstoneHistogram, since CASSANDRA-14227).
    #[inline(always)]
    pub const fn pads_tombstone_bins(self) -> bool {
        self.features & 17179869184 != 0
    }
    /// 4.0 does not write it - the most bins of tombstones are stated as 100, not as their number, and no reader has Zstd or Noop.
    #[inline(always)]
    pub const fn predates_4_0(self) -> bool {
        self.features & 34359738368 != 0
    }
    /// The range of clusterings in the statistics is no wider than the rows (MetadataCollector, since CASSANDRA-18134); DSE's is.
    #[inline(always)]
    pub const fn covers_clusterings_exactly(self) -> bool {
        self.features & 68719476736 != 0
    }
    /// SSTableCursorWriter may have written it (compaction of 6.0; CASSANDRA-20918): without distances between rows and the mark of the partition's
    /// end in the last block of its row index, with deleted cells that are marked as expiring, and empty static rows that count.
    #[inline(always)]
    pub const fn may_be_compacted_by_cursor(self) -> bool {
        self.features & 137438953472 != 0
    }
    /// Columns may have DSE's own types (PointType, LineStringType, PolygonType, DateRangeType).
    #[inline(always)]
    pub const fn may_have_dse_types(self) -> bool {
        self.features & 274877906944 != 0
    }
    /// The compression ratio may be that of the file, with the chunks' checksums (DSE), instead of that of the chunks alone.
    #[inline(always)]
    pub const fn counts_checksums_as_compressed(self) -> bool {
        self.features & 549755813888 != 0
    }
    /// The histograms of the statistics are not those of Cassandra's MetadataCollector. DSE and its branches.
    #[inline(always)]
    pub const fn counts_otherwise(self) -> bool {
        self.features & 1099511627776 != 0
    }
}
impl rt::table::Reflect for SstableVersion {
    fn dynamic(&self) -> rt::table::Dyn<'_> {
        rt::table::Dyn::Object(self)
    }
    fn member(&self, name: &str) -> Option<rt::table::Dyn<'_>> {
        let found = Self::FEATURES.iter().find(|f| f.0 == name)?;
        Some(rt::table::Dyn::Bool(self.features & found.1 != 0))
    }
}

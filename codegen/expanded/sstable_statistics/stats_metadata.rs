// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.
rt::sites! {
    stats_metadata_site : "stats_metadata" in "sstable/sstable_statistics.ksy", line
    super::compaction_metadata_site::LAST + 5; estimated_partition_size 18;
    estimated_cell_per_partition_count 3; commit_log_upper_bound 3; min_timestamp 3;
    max_timestamp 3; min_local_deletion_time 3; max_local_deletion_time 5; min_ttl 5;
    max_ttl 3; compression_ratio 3; max_bin_size 3; num_tombstone_bins 3; tombstone_bins
    6; sstable_level 5; repaired_at 3; legacy_min_clustering 3; legacy_max_clustering 6;
    covered_clustering 6; has_legacy_counter_shards 6; total_columns_set 4; total_rows 5;
    commit_log_lower_bound 3; commit_log_intervals 6; has_pending_repair 6;
    pending_repair 7; has_zero_copy_metadata 4; zero_copy_metadata 7;
    incremental_node_sync_time 4; max_column_value_lengths 6; is_transient 6;
    misplaced_has_partition_level_deletions 6 => has_partition_level_deletions;
    has_originating_host_id 6; originating_host_id 7; has_partition_level_deletions 4;
    covered_clustering_late 8 => covered_clustering; first_key 5; last_key 6;
    token_space_coverage 6; trailing - 196;
}
/// Numbers by which SSTables are chosen for compaction and skipped by reads. Times are of the server's clock in seconds or of the client's in
/// microseconds, since 1970, as each field says.
///
/// In versions with has_uint_deletion_time four zeros for each tombstone bin follow at the end: Cassandra reckons 16 bytes a bin and
/// writes 12. Files may hold more after what their version is known to have; that is kept.
///
/// Specification: `stats_metadata` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.StatsMetadataSerializer.
#[derive(Debug, Clone, PartialEq)]
pub struct StatsMetadata {
    /// Sizes of the partitions in bytes, before compression.
    pub estimated_partition_size: EstimatedHistogram,
    /// Numbers of cells of the partitions.
    pub estimated_cell_per_partition_count: EstimatedHistogram,
    /// Up to here the commit log need not be replayed for what is in this SSTable.
    pub commit_log_upper_bound: CommitLogPosition,
    /// Smallest timestamp of any cell, row or deletion, in microseconds.
    pub min_timestamp: i64,
    /// Largest timestamp, in microseconds.
    pub max_timestamp: i64,
    /// Earliest local deletion time (the expiration, for data with a TTL), in seconds. If nothing is deleted or expires: 0x7fffffff, or
    /// 0xffffffff with has_uint_deletion_time.
    pub min_local_deletion_time: u32,
    /// Latest local deletion time, in seconds. If anything neither is deleted nor expires: 0x7fffffff, or 0xffffffff with
    /// has_uint_deletion_time. When it is long past the whole SSTable can be dropped.
    pub max_local_deletion_time: u32,
    /// Smallest TTL in seconds; 0 if anything has none.
    pub min_ttl: i32,
    /// Largest TTL in seconds; 0 if nothing has one.
    pub max_ttl: i32,
    /// Compressed by uncompressed length of Data.db; -1 without compression.
    pub compression_ratio: f64,
    /// How many tombstone bins there could be, 100 in older files. Newer ones repeat the number of bins here. Nothing depends on it.
    pub max_bin_size: i32,
    /// Histogram of the local deletion times, ascending.
    pub tombstone_bins: Vec<Bin>,
    /// Level in LeveledCompactionStrategy; 0 with the other strategies.
    pub sstable_level: i32,
    /// When the SSTable was repaired, in milliseconds; 0 if it was not.
    pub repaired_at: i64,
    /// Smallest value of each clustering column. Not to be trusted without has_accurate_min_max.
    pub legacy_min_clustering: Option<LegacyClustering>,
    /// Largest value of each clustering column.
    pub legacy_max_clustering: Option<LegacyClustering>,
    /// The range of clusterings in which all rows, the static ones aside, and range tombstones are.
    pub covered_clustering: Option<CoveredClustering>,
    /// There may be counter shards of Cassandra before 2.1, which replicas resolve in another way.
    pub has_legacy_counter_shards: bool,
    /// Number of columns that have a cell, over all rows. A deleted cell counts like another; a collection counts once, and not at all if
    /// the row has only a deletion of it.
    pub total_columns_set: i64,
    /// Number of rows, and of static rows that are not empty. Markers of range tombstones do not count.
    pub total_rows: i64,
    /// Where the part of the commit log starts that is in this SSTable.
    pub commit_log_lower_bound: Option<CommitLogPosition>,
    /// The parts of the commit log that are in this SSTable; supersedes the two bounds.
    pub commit_log_intervals: Option<CommitLogIntervals>,
    /// The repair session, a time UUID.
    pub pending_repair: Option<Vec<u8>>,
    /// What the slices were cut from.
    pub zero_copy_metadata: Option<ZeroCopyMetadata>,
    /// When NodeSync validated the data last, in milliseconds; 2^63 - 1 if it did not.
    pub incremental_node_sync_time: Option<i64>,
    /// Lengths of the columns' longest values.
    pub max_column_value_lengths: Option<MaxColumnValueLengths>,
    /// The data is of a transient replica, and may be dropped once it has been repaired.
    pub is_transient: bool,
    /// The node, by its UUID, whose commit log the commit log positions are of.
    pub originating_host_id: Option<Vec<u8>>,
    /// There may be deletions of whole partitions; so too where this is not stored, unless min_local_deletion_time says that nothing is deleted.
    pub has_partition_level_deletions: Option<bool>,
    /// The first partition key.
    pub first_key: Option<common::BytesUvint>,
    /// The last partition key.
    pub last_key: Option<common::BytesUvint>,
    /// Share of the ring's tokens that lie between the SSTable's, in the ranges that the node has, 0 to 1; NaN if unknown.
    pub token_space_coverage: Option<f64>,
    /// Bytes after the last field that the specification knows.
    pub trailing: Vec<u8>,
}
impl StatsMetadata {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let head = StatsMetadataRef::read(r, cx)?;
        let f_legacy_min_clustering = if cx.v.has_legacy_min_max() {
            Some(LegacyClustering::decode(r, cx).within(stats_metadata_site::legacy_min_clustering)?)
        } else {
            None
        };
        let f_legacy_max_clustering = if cx.v.has_legacy_min_max() {
            Some(LegacyClustering::decode(r, cx).within(stats_metadata_site::legacy_max_clustering)?)
        } else {
            None
        };
        let layout_covered_clustering = if cx.v.has_improved_min_max() && !(cx.v.has_legacy_min_max()) {
            let f_covered_clustering =
                CoveredClustering::decode(r, cx).within(stats_metadata_site::covered_clustering)?;
            Some(f_covered_clustering)
        } else {
            None
        };
        let f_has_legacy_counter_shards = {
            let found = r.u8(stats_metadata_site::has_legacy_counter_shards)? as i64;
            r.truth(found, 1, stats_metadata_site::has_legacy_counter_shards)?
        };
        let f_total_columns_set = r.i64_be(stats_metadata_site::total_columns_set)?;
        let f_total_rows = r.i64_be(stats_metadata_site::total_rows)?;
        let f_commit_log_lower_bound = if cx.v.has_commit_log_lower_bound() {
            Some(CommitLogPosition::decode(r).within(stats_metadata_site::commit_log_lower_bound)?)
        } else {
            None
        };
        let f_commit_log_intervals = if cx.v.has_commit_log_intervals() {
            Some(CommitLogIntervals::decode(r, cx).within(stats_metadata_site::commit_log_intervals)?)
        } else {
            None
        };
        let start = r.offset();
        let f_has_pending_repair =
            if cx.v.has_pending_repair() { Some(r.u8(stats_metadata_site::has_pending_repair)?) } else { None };
        if let Some(f_has_pending_repair) = f_has_pending_repair {
            rt::ReadError::demand(
                (i64::from(f_has_pending_repair) == 0)
                    || (i64::from(f_has_pending_repair) == 1),
                &f_has_pending_repair,
                "one of the values it may have (1 if the SSTable is part of an incremental repair that goes on, else 0.)",
                start,
                stats_metadata_site::has_pending_repair,
            )?;
        }
        let f_pending_repair = if cx.v.has_pending_repair()
            && (i64::from(r.present(
                f_has_pending_repair,
                "has_pending_repair",
                stats_metadata_site::pending_repair,
            )?) != 0)
        {
            Some(
                {
                    let len = 16i64;
                    r.take_i(len, stats_metadata_site::pending_repair)?
                }
                .to_vec(),
            )
        } else {
            None
        };
        let start = r.offset();
        let f_has_zero_copy_metadata =
            if cx.v.has_zero_copy_metadata() { Some(r.u8(stats_metadata_site::has_zero_copy_metadata)?) } else { None };
        if let Some(f_has_zero_copy_metadata) = f_has_zero_copy_metadata {
            rt::ReadError::demand(
                (i64::from(f_has_zero_copy_metadata) == 0) || (i64::from(f_has_zero_copy_metadata) == 1),
                &f_has_zero_copy_metadata,
                "one of the values it may have (1 if the files are slices of a larger SSTable's, else 0.)",
                start,
                stats_metadata_site::has_zero_copy_metadata,
            )?;
        }
        let f_zero_copy_metadata = if cx.v.has_zero_copy_metadata()
            && (i64::from(r.present(
                f_has_zero_copy_metadata,
                "has_zero_copy_metadata",
                stats_metadata_site::zero_copy_metadata,
            )?) != 0)
        {
            Some(ZeroCopyMetadata::decode(r, cx).within(stats_metadata_site::zero_copy_metadata)?)
        } else {
            None
        };
        let f_incremental_node_sync_time = if cx.v.has_incremental_node_sync_metadata() {
            Some(r.i64_be(stats_metadata_site::incremental_node_sync_time)?)
        } else {
            None
        };
        let f_max_column_value_lengths = if cx.v.has_max_column_value_lengths() {
            Some(MaxColumnValueLengths::decode(r, cx).within(stats_metadata_site::max_column_value_lengths)?)
        } else {
            None
        };
        let f_is_transient = if cx.v.has_is_transient() {
            let f_is_transient = {
                let found = r.u8(stats_metadata_site::is_transient)? as i64;
                r.truth(found, 1, stats_metadata_site::is_transient)?
            };
            f_is_transient
        } else {
            false
        };
        let layout_misplaced_has_partition_level_deletions =
            if cx.v.has_misplaced_partition_level_deletions_presence_marker() {
                let f_misplaced_has_partition_level_deletions = {
                    let found = r.u8(stats_metadata_site::misplaced_has_partition_level_deletions)? as i64;
                    r.truth(found, 1, stats_metadata_site::misplaced_has_partition_level_deletions)?
                };
                Some(f_misplaced_has_partition_level_deletions)
            } else {
                None
            };
        let start = r.offset();
        let f_has_originating_host_id = if cx.v.has_originating_host_id() {
            Some(r.u8(stats_metadata_site::has_originating_host_id)?)
        } else {
            None
        };
        if let Some(f_has_originating_host_id) = f_has_originating_host_id {
            rt::ReadError::demand(
                (i64::from(f_has_originating_host_id) == 0) || (i64::from(f_has_originating_host_id) == 1),
                &f_has_originating_host_id,
                "one of the values it may have (1 if the host id follows, else 0.)",
                start,
                stats_metadata_site::has_originating_host_id,
            )?;
        }
        let f_originating_host_id = if cx.v.has_originating_host_id()
            && (i64::from(r.present(
                f_has_originating_host_id,
                "has_originating_host_id",
                stats_metadata_site::originating_host_id,
            )?) != 0)
        {
            Some(
                {
                    let len = 16i64;
                    r.take_i(len, stats_metadata_site::originating_host_id)?
                }
                .to_vec(),
            )
        } else {
            None
        };
        let layout_has_partition_level_deletions = if cx.v.has_partition_level_deletions_presence_marker() {
            let f_has_partition_level_deletions = {
                let found = r.u8(stats_metadata_site::has_partition_level_deletions)? as i64;
                r.truth(found, 1, stats_metadata_site::has_partition_level_deletions)?
            };
            Some(f_has_partition_level_deletions)
        } else {
            None
        };
        let f_has_partition_level_deletions = match layout_misplaced_has_partition_level_deletions {
            Some(v) => Some(v),
            None => match layout_has_partition_level_deletions {
                Some(v) => Some(v),
                None => None,
            },
        };
        let layout_covered_clustering_late = if cx.v.has_improved_min_max() && cx.v.has_legacy_min_max() {
            let f_covered_clustering_late =
                CoveredClustering::decode(r, cx).within(stats_metadata_site::covered_clustering_late)?;
            Some(f_covered_clustering_late)
        } else {
            None
        };
        let f_covered_clustering = match layout_covered_clustering {
            Some(v) => Some(v),
            None => match layout_covered_clustering_late {
                Some(v) => Some(v),
                None => None,
            },
        };
        let f_first_key = if cx.v.has_key_range() {
            Some(common::BytesUvint::decode(r).within(stats_metadata_site::first_key)?)
        } else {
            None
        };
        let f_last_key = if cx.v.has_key_range() {
            Some(common::BytesUvint::decode(r).within(stats_metadata_site::last_key)?)
        } else {
            None
        };
        let f_token_space_coverage = if cx.v.has_token_space_coverage() {
            Some(r.f64_be(stats_metadata_site::token_space_coverage)?)
        } else {
            None
        };
        let trailing = r.rest().to_vec();
        Ok(Self {
            estimated_partition_size: head.estimated_partition_size.to_model()?,
            estimated_cell_per_partition_count: head.estimated_cell_per_partition_count.to_model()?,
            commit_log_upper_bound: head.commit_log_upper_bound.to_model()?,
            min_timestamp: head.min_timestamp,
            max_timestamp: head.max_timestamp,
            min_local_deletion_time: head.min_local_deletion_time,
            max_local_deletion_time: head.max_local_deletion_time,
            min_ttl: head.min_ttl,
            max_ttl: head.max_ttl,
            compression_ratio: head.compression_ratio,
            max_bin_size: head.max_bin_size,
            tombstone_bins: head.tombstone_bins.list(|e| e.to_model())?,
            sstable_level: head.sstable_level,
            repaired_at: head.repaired_at,
            legacy_min_clustering: f_legacy_min_clustering,
            legacy_max_clustering: f_legacy_max_clustering,
            covered_clustering: f_covered_clustering,
            has_legacy_counter_shards: f_has_legacy_counter_shards,
            total_columns_set: f_total_columns_set,
            total_rows: f_total_rows,
            commit_log_lower_bound: f_commit_log_lower_bound,
            commit_log_intervals: f_commit_log_intervals,
            pending_repair: f_pending_repair,
            zero_copy_metadata: f_zero_copy_metadata,
            incremental_node_sync_time: f_incremental_node_sync_time,
            max_column_value_lengths: f_max_column_value_lengths,
            is_transient: f_is_transient,
            originating_host_id: f_originating_host_id,
            has_partition_level_deletions: f_has_partition_level_deletions,
            first_key: f_first_key,
            last_key: f_last_key,
            token_space_coverage: f_token_space_coverage,
            trailing,
        })
    }
    /// How many zeros `StatsMetadataSerializer` leaves behind what it writes, in bytes.
    pub fn len_padding(&self, v: version::SstableVersion) -> i64 {
        if v.pads_tombstone_bins() {
            (4 * (self.tombstone_bins.len() as i64))
        } else {
            0i64
        }
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableStatisticsParams<'_>) -> rt::WriteResult<()> {
        self.estimated_partition_size.encode(w, cx)?;
        self.estimated_cell_per_partition_count.encode(w, cx)?;
        self.commit_log_upper_bound.encode(w)?;
        w.put(&self.min_timestamp.to_be_bytes());
        w.put(&self.max_timestamp.to_be_bytes());
        w.put(&self.min_local_deletion_time.to_be_bytes());
        w.put(&self.max_local_deletion_time.to_be_bytes());
        w.put(&self.min_ttl.to_be_bytes());
        w.put(&self.max_ttl.to_be_bytes());
        w.put(&self.compression_ratio.to_be_bytes());
        w.put(&self.max_bin_size.to_be_bytes());
        let f_num_tombstone_bins =
            rt::sink::narrow::<i32, _>(self.tombstone_bins.len() as i64, stats_metadata_site::num_tombstone_bins)?;
        rt::sink::demand(
            i64::from(f_num_tombstone_bins) >= 0,
            "a value within its range",
            stats_metadata_site::num_tombstone_bins,
        )?;
        w.put(&f_num_tombstone_bins.to_be_bytes());
        for e in self.tombstone_bins.iter() {
            e.encode(w, cx)?;
        }
        w.put(&self.sstable_level.to_be_bytes());
        w.put(&self.repaired_at.to_be_bytes());
        if let Some(v) = rt::sink::needed(
            &self.legacy_min_clustering,
            cx.v.has_legacy_min_max(),
            stats_metadata_site::legacy_min_clustering,
        )? {
            v.encode(w, cx)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.legacy_max_clustering,
            cx.v.has_legacy_min_max(),
            stats_metadata_site::legacy_max_clustering,
        )? {
            v.encode(w, cx)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.covered_clustering,
            cx.v.has_improved_min_max() && !(cx.v.has_legacy_min_max()),
            stats_metadata_site::covered_clustering,
        )? {
            v.encode(w, cx)?;
        }
        w.put(&u8::from(self.has_legacy_counter_shards).to_be_bytes());
        w.put(&self.total_columns_set.to_be_bytes());
        w.put(&self.total_rows.to_be_bytes());
        if let Some(v) = rt::sink::needed(
            &self.commit_log_lower_bound,
            cx.v.has_commit_log_lower_bound(),
            stats_metadata_site::commit_log_lower_bound,
        )? {
            v.encode(w)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.commit_log_intervals,
            cx.v.has_commit_log_intervals(),
            stats_metadata_site::commit_log_intervals,
        )? {
            v.encode(w, cx)?;
        }
        let f_has_pending_repair =
            if cx.v.has_pending_repair() { Some(u8::from(self.pending_repair.is_some())) } else { None };
        if let Some(v) = f_has_pending_repair {
            rt::sink::demand(
                (i64::from(v) == 0) || (i64::from(v) == 1),
                "one of the values it may have",
                stats_metadata_site::has_pending_repair,
            )?;
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = rt::sink::agreed(
            self.pending_repair.as_ref(),
            cx.v.has_pending_repair()
                && (i64::from(rt::sink::present(f_has_pending_repair, stats_metadata_site::pending_repair)?) != 0),
            stats_metadata_site::pending_repair,
        )? {
            rt::sink::exact(v.len() as u64, 16i64, stats_metadata_site::pending_repair)?;
            w.copy(v);
        }
        let f_has_zero_copy_metadata =
            if cx.v.has_zero_copy_metadata() { Some(u8::from(self.zero_copy_metadata.is_some())) } else { None };
        if let Some(v) = f_has_zero_copy_metadata {
            rt::sink::demand(
                (i64::from(v) == 0) || (i64::from(v) == 1),
                "one of the values it may have",
                stats_metadata_site::has_zero_copy_metadata,
            )?;
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = rt::sink::agreed(
            self.zero_copy_metadata.as_ref(),
            cx.v.has_zero_copy_metadata()
                && (i64::from(rt::sink::present(f_has_zero_copy_metadata, stats_metadata_site::zero_copy_metadata)?)
                    != 0),
            stats_metadata_site::zero_copy_metadata,
        )? {
            v.encode(w, cx)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.incremental_node_sync_time,
            cx.v.has_incremental_node_sync_metadata(),
            stats_metadata_site::incremental_node_sync_time,
        )? {
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = rt::sink::needed(
            &self.max_column_value_lengths,
            cx.v.has_max_column_value_lengths(),
            stats_metadata_site::max_column_value_lengths,
        )? {
            v.encode(w, cx)?;
        }
        if cx.v.has_is_transient() {
            w.put(&u8::from(self.is_transient).to_be_bytes());
        } else {
            rt::sink::left_out(self.is_transient != false, stats_metadata_site::is_transient)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.has_partition_level_deletions,
            cx.v.has_misplaced_partition_level_deletions_presence_marker(),
            stats_metadata_site::misplaced_has_partition_level_deletions,
        )? {
            w.put(&u8::from(*v).to_be_bytes());
        }
        let f_has_originating_host_id =
            if cx.v.has_originating_host_id() { Some(u8::from(self.originating_host_id.is_some())) } else { None };
        if let Some(v) = f_has_originating_host_id {
            rt::sink::demand(
                (i64::from(v) == 0) || (i64::from(v) == 1),
                "one of the values it may have",
                stats_metadata_site::has_originating_host_id,
            )?;
            w.put(&v.to_be_bytes());
        }
        if let Some(v) = rt::sink::agreed(
            self.originating_host_id.as_ref(),
            cx.v.has_originating_host_id()
                && (i64::from(rt::sink::present(f_has_originating_host_id, stats_metadata_site::originating_host_id)?)
                    != 0),
            stats_metadata_site::originating_host_id,
        )? {
            rt::sink::exact(v.len() as u64, 16i64, stats_metadata_site::originating_host_id)?;
            w.copy(v);
        }
        if let Some(v) = rt::sink::needed(
            &self.has_partition_level_deletions,
            cx.v.has_partition_level_deletions_presence_marker(),
            stats_metadata_site::has_partition_level_deletions,
        )? {
            w.put(&u8::from(*v).to_be_bytes());
        }
        if !(cx.v.has_misplaced_partition_level_deletions_presence_marker()
            || cx.v.has_partition_level_deletions_presence_marker())
        {
            rt::sink::left_out(false, stats_metadata_site::has_partition_level_deletions)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.covered_clustering,
            cx.v.has_improved_min_max() && cx.v.has_legacy_min_max(),
            stats_metadata_site::covered_clustering_late,
        )? {
            v.encode(w, cx)?;
        }
        if !((cx.v.has_improved_min_max() && !(cx.v.has_legacy_min_max()))
            || (cx.v.has_improved_min_max() && cx.v.has_legacy_min_max()))
        {
            rt::sink::left_out(false, stats_metadata_site::covered_clustering_late)?;
        }
        if let Some(v) = rt::sink::needed(&self.first_key, cx.v.has_key_range(), stats_metadata_site::first_key)? {
            v.encode(w)?;
        }
        if let Some(v) = rt::sink::needed(&self.last_key, cx.v.has_key_range(), stats_metadata_site::last_key)? {
            v.encode(w)?;
        }
        if let Some(v) = rt::sink::needed(
            &self.token_space_coverage,
            cx.v.has_token_space_coverage(),
            stats_metadata_site::token_space_coverage,
        )? {
            w.put(&v.to_be_bytes());
        }
        w.put(&self.trailing);
        Ok(())
    }
}
impl Default for StatsMetadata {
    fn default() -> Self {
        Self {
            estimated_partition_size: Default::default(),
            estimated_cell_per_partition_count: Default::default(),
            commit_log_upper_bound: Default::default(),
            min_timestamp: Default::default(),
            max_timestamp: Default::default(),
            min_local_deletion_time: Default::default(),
            max_local_deletion_time: Default::default(),
            min_ttl: Default::default(),
            max_ttl: Default::default(),
            compression_ratio: Default::default(),
            max_bin_size: Default::default(),
            tombstone_bins: Default::default(),
            sstable_level: Default::default(),
            repaired_at: Default::default(),
            legacy_min_clustering: Default::default(),
            legacy_max_clustering: Default::default(),
            covered_clustering: Default::default(),
            has_legacy_counter_shards: Default::default(),
            total_columns_set: Default::default(),
            total_rows: Default::default(),
            commit_log_lower_bound: Default::default(),
            commit_log_intervals: Default::default(),
            pending_repair: Default::default(),
            zero_copy_metadata: Default::default(),
            incremental_node_sync_time: Default::default(),
            max_column_value_lengths: Default::default(),
            is_transient: false,
            originating_host_id: Default::default(),
            has_partition_level_deletions: Default::default(),
            first_key: Default::default(),
            last_key: Default::default(),
            token_space_coverage: Default::default(),
            trailing: Vec::new(),
        }
    }
}
/// The head of a [`StatsMetadata`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct StatsMetadataRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub estimated_partition_size: EstimatedHistogramRef<'a>,
    pub estimated_cell_per_partition_count: EstimatedHistogramRef<'a>,
    pub commit_log_upper_bound: CommitLogPositionRef<'a>,
    pub min_timestamp: i64,
    pub max_timestamp: i64,
    pub min_local_deletion_time: u32,
    pub max_local_deletion_time: u32,
    pub min_ttl: i32,
    pub max_ttl: i32,
    pub compression_ratio: f64,
    pub max_bin_size: i32,
    /// Number of bins.
    pub num_tombstone_bins: i32,
    pub tombstone_bins: rt::array::ArrayView<'a, BinRef<'a>>,
    pub sstable_level: i32,
    pub repaired_at: i64,
    pub len_padding: i64,
}
impl<'a> StatsMetadataRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableStatisticsParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_estimated_partition_size =
            EstimatedHistogramRef::read(r, cx).within(stats_metadata_site::estimated_partition_size)?;
        let f_estimated_cell_per_partition_count =
            EstimatedHistogramRef::read(r, cx).within(stats_metadata_site::estimated_cell_per_partition_count)?;
        let f_commit_log_upper_bound =
            CommitLogPositionRef::read(r).within(stats_metadata_site::commit_log_upper_bound)?;
        let f_min_timestamp = r.i64_be(stats_metadata_site::min_timestamp)?;
        let f_max_timestamp = r.i64_be(stats_metadata_site::max_timestamp)?;
        let f_min_local_deletion_time = r.u32_be(stats_metadata_site::min_local_deletion_time)?;
        let f_max_local_deletion_time = r.u32_be(stats_metadata_site::max_local_deletion_time)?;
        let f_min_ttl = r.i32_be(stats_metadata_site::min_ttl)?;
        let f_max_ttl = r.i32_be(stats_metadata_site::max_ttl)?;
        let f_compression_ratio = r.f64_be(stats_metadata_site::compression_ratio)?;
        let f_max_bin_size = r.i32_be(stats_metadata_site::max_bin_size)?;
        let start = r.offset();
        let f_num_tombstone_bins = r.i32_be(stats_metadata_site::num_tombstone_bins)?;
        rt::ReadError::demand(
            i64::from(f_num_tombstone_bins) >= 0,
            &f_num_tombstone_bins,
            "a value within its range (Number of bins.)",
            start,
            stats_metadata_site::num_tombstone_bins,
        )?;
        let f_tombstone_bins = rt::array::ArrayView::<BinRef<'_>>::take(
            r,
            i64::from(f_num_tombstone_bins),
            BinRef::bits((cx.v,)),
            (cx.v,),
            stats_metadata_site::tombstone_bins,
        )?;
        let f_sstable_level = r.i32_be(stats_metadata_site::sstable_level)?;
        let f_repaired_at = r.i64_be(stats_metadata_site::repaired_at)?;
        let value_len_padding = (if cx.v.pads_tombstone_bins() { (4 * (f_tombstone_bins.len() as i64)) } else { 0i64 });
        Ok(StatsMetadataRef {
            begin,
            rest: *r,
            estimated_partition_size: f_estimated_partition_size,
            estimated_cell_per_partition_count: f_estimated_cell_per_partition_count,
            commit_log_upper_bound: f_commit_log_upper_bound,
            min_timestamp: f_min_timestamp,
            max_timestamp: f_max_timestamp,
            min_local_deletion_time: f_min_local_deletion_time,
            max_local_deletion_time: f_max_local_deletion_time,
            min_ttl: f_min_ttl,
            max_ttl: f_max_ttl,
            compression_ratio: f_compression_ratio,
            max_bin_size: f_max_bin_size,
            num_tombstone_bins: f_num_tombstone_bins,
            tombstone_bins: f_tombstone_bins,
            sstable_level: f_sstable_level,
            repaired_at: f_repaired_at,
            len_padding: value_len_padding,
        })
    }
    rt::sited!(stats_metadata_site);
}
/// What stands in a [`StatsMetadata`].
pub static STATS_METADATA_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&stats_metadata_site::ALL, &[])
        .fields(&[
            t::of(&ESTIMATED_HISTOGRAM_TABLE, &[]),
            t::of(&ESTIMATED_HISTOGRAM_TABLE, &[]),
            t::of(&COMMIT_LOG_POSITION_TABLE, &[]),
            t::S8,
            t::S8,
            t::U4,
            t::U4,
            t::S4,
            t::S4,
            t::float(8, false),
            t::S4,
            t::S4.least(0),
            t::of(&BIN_TABLE, &[]).times(&Name("num_tombstone_bins")).ahead(),
            t::S4,
            t::S8,
            t::of(&LEGACY_CLUSTERING_TABLE, &[]).when(&Member(&Root("v"), "has_legacy_min_max")),
            t::of(&LEGACY_CLUSTERING_TABLE, &[]).when(&Member(&Root("v"), "has_legacy_min_max")),
            t::of(&COVERED_CLUSTERING_TABLE, &[])
                .when(&Of(
                    And,
                    &Member(&Root("v"), "has_improved_min_max"),
                    &Not(&Member(&Root("v"), "has_legacy_min_max")),
                ))
                .layouts(&["covered_clustering_late"]),
            t::truth(),
            t::S8,
            t::S8,
            t::of(&COMMIT_LOG_POSITION_TABLE, &[]).when(&Member(&Root("v"), "has_commit_log_lower_bound")),
            t::of(&COMMIT_LOG_INTERVALS_TABLE, &[]).when(&Member(&Root("v"), "has_commit_log_intervals")),
            t::U1.when(&Member(&Root("v"), "has_pending_repair")).within(0, 1),
            t::bytes(t::Size::Bytes(&Int(16))).when(&Of(
                And,
                &Member(&Root("v"), "has_pending_repair"),
                &Of(Ne, &Name("has_pending_repair"), &Int(0)),
            )),
            t::U1.when(&Member(&Root("v"), "has_zero_copy_metadata")).within(0, 1),
            t::of(&ZERO_COPY_METADATA_TABLE, &[]).when(&Of(
                And,
                &Member(&Root("v"), "has_zero_copy_metadata"),
                &Of(Ne, &Name("has_zero_copy_metadata"), &Int(0)),
            )),
            t::S8.when(&Member(&Root("v"), "has_incremental_node_sync_metadata")),
            t::of(&MAX_COLUMN_VALUE_LENGTHS_TABLE, &[]).when(&Member(&Root("v"), "has_max_column_value_lengths")),
            t::truth().when(&Member(&Root("v"), "has_is_transient")).or(&Bool(false)),
            t::truth().when(&Member(&Root("v"), "has_misplaced_partition_level_deletions_presence_marker")),
            t::U1.when(&Member(&Root("v"), "has_originating_host_id")).within(0, 1),
            t::bytes(t::Size::Bytes(&Int(16))).when(&Of(
                And,
                &Member(&Root("v"), "has_originating_host_id"),
                &Of(Ne, &Name("has_originating_host_id"), &Int(0)),
            )),
            t::truth()
                .when(&Member(&Root("v"), "has_partition_level_deletions_presence_marker"))
                .layouts(&["misplaced_has_partition_level_deletions"]),
            t::of(&COVERED_CLUSTERING_TABLE, &[]).when(&Of(
                And,
                &Member(&Root("v"), "has_improved_min_max"),
                &Member(&Root("v"), "has_legacy_min_max"),
            )),
            t::of(&common::BYTES_UVINT_TABLE, &[]).when(&Member(&Root("v"), "has_key_range")),
            t::of(&common::BYTES_UVINT_TABLE, &[]).when(&Member(&Root("v"), "has_key_range")),
            t::float(8, false).when(&Member(&Root("v"), "has_token_space_coverage")),
        ])
        .values(&[t::value(
            "len_padding",
            If(
                &Member(&Root("v"), "pads_tombstone_bins"),
                &Of(Mul, &Int(4), &Member(&Name("tombstone_bins"), "size")),
                &Int(0),
            ),
        )])
        .trailing()
};
rt::reflect!(
    StatsMetadata : estimated_partition_size, estimated_cell_per_partition_count,
    commit_log_upper_bound, min_timestamp, max_timestamp, min_local_deletion_time,
    max_local_deletion_time, min_ttl, max_ttl, compression_ratio, max_bin_size,
    tombstone_bins, sstable_level, repaired_at, legacy_min_clustering,
    legacy_max_clustering, covered_clustering, has_legacy_counter_shards,
    total_columns_set, total_rows, commit_log_lower_bound, commit_log_intervals,
    pending_repair, zero_copy_metadata, incremental_node_sync_time,
    max_column_value_lengths, is_transient, originating_host_id,
    has_partition_level_deletions, first_key, last_key, token_space_coverage
);

use std::cmp::Ordering;

use cqlite_format::common::{ClusteringBound, PrefixKind};
use cqlite_format::statistics::{CoveredClustering, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::{ClusteringComparator, OwnedPrefix, PrefixValues};
use cqlite_rows::{to_statistics, Cell, DeletionTime, LivenessInfo, RangeTombstoneMarker, Row, NO_DELETION_TIME};
use cqlite_runtime::native::CqlType;

use super::tombstones::MOST_BINS;
use super::{Histogram, Range, TombstoneHistogram};

/// What the rows of an SSTable add up to, as Cassandra counts while it writes.
///
/// Rows come as a whole ([`Self::row`], [`Self::marker`]), or piece by piece for who does not hold them. Positions are those in the
/// uncompressed data; they say where the extremes were met.
#[derive(Debug, Clone)]
pub struct StatisticsCollector {
    /// Timestamps of cells, rows and deletions.
    pub timestamps: Range,
    /// Local deletion times: of deletions, and of cells and rows whether they expire or not.
    pub local_deletion_times: Range,
    /// TTLs of cells and rows.
    pub ttls: Range,
    /// Local deletion times of what is deleted or expires.
    pub tombstones: TombstoneHistogram,
    /// Rows, and static rows that are not empty.
    pub rows: u64,
    /// Columns with a cell, over all rows.
    pub columns_set: u64,
    /// Partitions.
    pub partitions: u64,
    /// Cells.
    pub cells: u64,
    /// Whether a partition is deleted as a whole.
    pub has_partition_deletions: bool,
    /// Whether there are counter shards of Cassandra before 2.1.
    pub has_legacy_counter_shards: bool,
    min_clustering: Option<(OwnedPrefix, u64)>,
    max_clustering: Option<(OwnedPrefix, u64)>,
    partition_sizes: Histogram,
    cell_counts: Histogram,
    /// Cells before the partition at hand.
    cells_before: u64,
    /// The last timestamp of what neither expires nor is deleted: the next one is often the same, and changes nothing.
    last_live: Option<i64>,
}

impl StatisticsCollector {
    /// One with nothing in it, whose histograms have so many buckets: Cassandra's numbers are [`PARTITION_SIZE_BUCKETS`] and
    /// [`CELL_COUNT_BUCKETS`].
    ///
    /// [`PARTITION_SIZE_BUCKETS`]: super::PARTITION_SIZE_BUCKETS
    /// [`CELL_COUNT_BUCKETS`]: super::CELL_COUNT_BUCKETS
    #[must_use]
    pub fn new(partition_size_buckets: usize, cell_count_buckets: usize) -> Self {
        StatisticsCollector {
            timestamps: Range::default(),
            local_deletion_times: Range::default(),
            ttls: Range::default(),
            tombstones: TombstoneHistogram::default(),
            rows: 0,
            columns_set: 0,
            partitions: 0,
            cells: 0,
            has_partition_deletions: false,
            has_legacy_counter_shards: false,
            min_clustering: None,
            max_clustering: None,
            partition_sizes: Histogram::new(partition_size_buckets),
            cell_counts: Histogram::new(cell_count_buckets),
            cells_before: 0,
            last_live: None,
        }
    }

    /// A partition begins.
    pub fn partition(&mut self, deletion: Option<DeletionTime>, position: u64) {
        self.cells_before = self.cells;
        if let Some(deletion) = deletion {
            self.has_partition_deletions = true;
            self.deletion(deletion, position);
        }
    }

    /// The partition has been written, `size` bytes long.
    pub fn partition_ends(&mut self, size: u64) {
        self.partitions += 1;
        self.partition_sizes.add(size);
        self.cell_counts.add(self.cells - self.cells_before);
    }

    /// A row, static or not. Static rows that are empty are not written (`Rows.collectStats`).
    pub fn row(&mut self, row: &Row, comparator: &ClusteringComparator, position: u64) {
        if !row.is_static() {
            self.clustering(&row.clustering, comparator, position);
        }
        self.liveness(&row.liveness, position);
        if let Some(deletion) = row.deletion {
            self.deletion(deletion, position);
        }
        let mut columns_set = 0;
        for column in row.columns() {
            if let Some(deletion) = column.deletion {
                self.deletion(deletion, position);
            }
            let cells = column.cells();
            self.cells += cells.len() as u64;
            columns_set += u64::from(cells.len() > 0);
            cells.for_each(|cell| self.cell(&cell, position));
        }
        self.row_ends(columns_set);
    }

    /// A bound of a range tombstone, or a boundary.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker, comparator: &ClusteringComparator, position: u64) {
        self.clustering(&marker.bound, comparator, position);
        for deletion in [marker.deletions.before, marker.deletions.after].into_iter().flatten() {
            self.deletion(deletion, position);
        }
    }

    /// All of a row has come, with so many columns that have a cell.
    pub fn row_ends(&mut self, columns_set: u64) {
        self.rows += 1;
        self.columns_set += columns_set;
    }

    /// Timestamp and expiration of a row. One without a timestamp does not count.
    pub fn liveness(&mut self, liveness: &LivenessInfo, position: u64) {
        if !liveness.is_empty() {
            let LivenessInfo { timestamp, ttl, local_expiration_time } = *liveness;
            self.written(timestamp, ttl, local_expiration_time, position);
        }
    }

    /// The times of a cell. How many cells there are is counted by [`Self::cells`].
    #[inline]
    pub fn cell(&mut self, cell: &Cell<'_>, position: u64) {
        self.written(cell.timestamp, cell.ttl, cell.local_deletion_time, position);
    }

    #[inline]
    fn written(&mut self, timestamp: i64, ttl: i32, local_deletion_time: i64, position: u64) {
        let is_live = ttl == 0 && local_deletion_time == NO_DELETION_TIME;
        if is_live && self.last_live.replace(timestamp) == Some(timestamp) {
            return;
        }
        self.timestamps.add(timestamp, position);
        self.ttls.add(i64::from(ttl), position);
        self.local_deletion_time(local_deletion_time, position);
    }

    /// A deletion that deletes something.
    pub fn deletion(&mut self, deletion: DeletionTime, position: u64) {
        self.timestamps.add(deletion.marked_for_delete_at, position);
        self.local_deletion_time(deletion.local_deletion_time, position);
    }

    #[inline]
    fn local_deletion_time(&mut self, seconds: i64, position: u64) {
        self.local_deletion_times.add(seconds, position);
        if seconds != NO_DELETION_TIME {
            self.tombstones.add(seconds);
        }
    }

    /// The clustering of a row, or a bound. What a range starts with cannot be the largest, as its end follows, nor its end the smallest;
    /// a boundary stands between two others and is neither.
    pub fn clustering(&mut self, prefix: &impl PrefixValues, comparator: &ClusteringComparator, position: u64) {
        use PrefixKind as K;
        let (is_start, is_end) = match prefix.kind() {
            K::Clustering => (true, true),
            K::InclStartBound | K::ExclStartBound => (true, false),
            K::InclEndBound | K::ExclEndBound => (false, true),
            _ => return,
        };
        let take = |slot: &mut Option<(OwnedPrefix, u64)>, wanted: Ordering| match slot {
            Some((old, place)) if comparator.compare(prefix, old) == wanted => {
                old.copy_from(prefix);
                *place = position;
            }
            Some(_) => {}
            None => {
                let mut first = OwnedPrefix::default();
                first.copy_from(prefix);
                *slot = Some((first, position));
            }
        };
        if is_end {
            take(&mut self.max_clustering, Ordering::Greater);
        }
        if is_start {
            take(&mut self.min_clustering, Ordering::Less);
        }
    }

    /// The smallest clustering or bound, and its position.
    #[must_use]
    pub fn min_clustering(&self) -> Option<&(OwnedPrefix, u64)> {
        self.min_clustering.as_ref()
    }

    /// The largest clustering or bound, and its position.
    #[must_use]
    pub fn max_clustering(&self) -> Option<&(OwnedPrefix, u64)> {
        self.max_clustering.as_ref()
    }

    /// Sizes of partitions in bytes.
    #[must_use]
    pub fn partition_sizes(&self) -> &Histogram {
        &self.partition_sizes
    }

    /// Numbers of cells in partitions.
    #[must_use]
    pub fn cell_counts(&self) -> &Histogram {
        &self.cell_counts
    }

    /// The range of all clusterings and bounds. Without any it is the one that the collector of Cassandra begins with.
    pub(super) fn covered_clustering(&self, version: SstableVersion, types: &[CqlType]) -> CoveredClustering {
        let bound = |met: &Option<(OwnedPrefix, u64)>, is_start: bool, none: PrefixKind| match met {
            Some((prefix, _)) => prefix.as_bound(is_start).to_bound(version),
            None => ClusteringBound::new(none),
        };
        let lower = bound(&self.min_clustering, true, PrefixKind::ExclStartBound);
        let upper = bound(&self.max_clustering, false, PrefixKind::ExclEndBound);
        CoveredClustering { clustering_types: types.to_vec(), ..CoveredClustering::new(lower, upper) }
    }

    /// The statistics of a version, with what was collected in its place and all else from `rest`: positions in the commit log, level and
    /// repair, keys, the compression ratio and the older form of the covered clustering.
    #[must_use]
    pub fn model(&self, version: SstableVersion, clustering_types: &[CqlType], rest: StatsMetadata) -> StatsMetadata {
        let [min_timestamp, max_timestamp] = self.timestamps.values_or(NO_TIMESTAMPS);
        let local = self.local_deletion_times.values_or(NO_LOCAL_DELETION_TIMES);
        let [min_local_deletion_time, max_local_deletion_time] = local.map(|n| to_statistics(version, n));
        let ttl = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
        let [min_ttl, max_ttl] = self.ttls.values_or(NO_TTLS).map(ttl);
        let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let tombstone_bins = self.tombstones.model();
        let mut stats = StatsMetadata {
            estimated_partition_size: self.partition_sizes.model(),
            estimated_cell_per_partition_count: self.cell_counts.model(),
            min_timestamp,
            max_timestamp,
            min_local_deletion_time,
            max_local_deletion_time,
            min_ttl,
            max_ttl,
            max_bin_size: max_bin_size(version, tombstone_bins.len()),
            tombstone_bins,
            total_columns_set: count(self.columns_set),
            total_rows: count(self.rows),
            has_legacy_counter_shards: self.has_legacy_counter_shards,
            has_partition_level_deletions: version
                .has_partition_level_deletions_presence_marker()
                .then_some(self.has_partition_deletions),
            covered_clustering: version
                .has_improved_min_max()
                .then(|| self.covered_clustering(version, clustering_types)),
            ..rest
        };
        let len_padding = usize::try_from(stats.len_padding(version)).unwrap_or(0);
        stats.trailing = vec![0; len_padding];
        stats
    }
}

/// What is stored as the largest number of bins (`TombstoneHistogram.HistogramSerializer`).
fn max_bin_size(version: SstableVersion, bins: usize) -> i32 {
    let stated = if version.predates_4_0() { MOST_BINS } else { bins };
    i32::try_from(stated).unwrap_or(i32::MAX)
}

/// Smallest and largest timestamp where there is none.
pub const NO_TIMESTAMPS: [i64; 2] = [i64::MIN, i64::MAX];
/// Smallest and largest local deletion time where there is none.
pub const NO_LOCAL_DELETION_TIMES: [i64; 2] = [NO_DELETION_TIME; 2];
/// Smallest and largest TTL where there is none.
pub const NO_TTLS: [i64; 2] = [0; 2];

//! What the rows add up to, as Cassandra counts while it writes, and whether Statistics.db says the same.
//!
//! Reference: `MetadataCollector`, `Rows.collectStats`, `EstimatedHistogram`.

mod comparison;

use std::cmp::Ordering;

use cqlite_format::common::PrefixKind;
use cqlite_format::statistics::{EstimatedHistogram, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::{ClusteringComparator, OwnedPrefix, PrefixValues};
use cqlite_rows::{DeletionTime, NO_DELETION_TIME};

use crate::fields::stats as stats_fields;
use crate::log::Log;
use crate::metadata::{next_offset, Metadata};
use comparison::Comparison;

/// Smallest and largest of some numbers, and where they were met.
#[derive(Debug, Default, Clone, Copy)]
struct Range {
    /// Value and position in the uncompressed data.
    ends: Option<[(i64, u64); 2]>,
}

impl Range {
    #[inline]
    fn add(&mut self, value: i64, at: u64) {
        match &mut self.ends {
            Some([min, max]) => {
                if value < min.0 {
                    *min = (value, at);
                }
                if value > max.0 {
                    *max = (value, at);
                }
            }
            ends => *ends = Some([(value, at); 2]),
        }
    }
}

/// Counts of values in the buckets of an `EstimatedHistogram`.
#[derive(Debug)]
struct Histogram {
    /// Upper bounds of the buckets, the last one without.
    offsets: Vec<i64>,
    counts: Vec<u64>,
}

impl Histogram {
    fn like(stored: &EstimatedHistogram) -> Self {
        let mut offsets = Vec::new();
        let mut offset = 0;
        for _ in 1..stored.buckets.len() {
            offset = next_offset(offset);
            offsets.push(offset);
        }
        Histogram { counts: vec![0; stored.buckets.len()], offsets }
    }

    fn add(&mut self, value: u64) {
        let value = i64::try_from(value).unwrap_or(i64::MAX);
        let bucket = self.offsets.partition_point(|offset| *offset < value);
        if let Some(count) = self.counts.get_mut(bucket) {
            *count += 1;
        }
    }
}

/// Where releases count in another way than they do now.
#[derive(Debug, Clone, Copy)]
struct Habits {
    /// Rows without a TTL do not count for the ranges of TTLs and deletion times (3.0.0).
    ignores_live_rows: bool,
    /// What is not deleted and does not expire counts as a deletion too, up to some release of `mc`.
    counts_all_deletions: bool,
    /// Some releases count each partition's cells twice, in 3.11 and before 4.0 was released.
    doubles_cells: bool,
    /// Static rows count even if they are empty, where compaction has written the SSTable.
    may_count_empty_rows: bool,
    /// DataStax's count cells and sizes in ways of their own.
    has_other_histograms: bool,
}

impl Habits {
    fn of(version: SstableVersion) -> Self {
        Habits {
            ignores_live_rows: version.counts_only_expiring_rows(),
            counts_all_deletions: version.may_count_live_as_deletions(),
            doubles_cells: version.may_count_cells_twice(),
            may_count_empty_rows: version.may_be_compacted_by_cursor(),
            has_other_histograms: version.counts_otherwise(),
        }
    }
}

/// What the rows add up to.
#[derive(Debug)]
pub(crate) struct Totals {
    habits: Habits,
    timestamps: Range,
    deletion_times: Range,
    ttls: Range,
    /// Local deletion times that are some.
    num_deletion_times: u64,
    pub(crate) rows: u64,
    pub(crate) empty_static_rows: u64,
    pub(crate) columns_set: u64,
    pub(crate) partitions: u64,
    pub(crate) cells: u64,
    pub(crate) has_partition_deletions: bool,
    pub(crate) has_legacy_shards: bool,
    min_clustering: Option<(OwnedPrefix, u64)>,
    max_clustering: Option<(OwnedPrefix, u64)>,
    sizes: Option<Histogram>,
    cell_counts: Option<Histogram>,
}

impl Totals {
    pub(crate) fn new(version: SstableVersion, stats: Option<&StatsMetadata>) -> Self {
        Totals {
            habits: Habits::of(version),
            timestamps: Range::default(),
            deletion_times: Range::default(),
            ttls: Range::default(),
            num_deletion_times: 0,
            rows: 0,
            empty_static_rows: 0,
            columns_set: 0,
            partitions: 0,
            cells: 0,
            has_partition_deletions: false,
            has_legacy_shards: false,
            min_clustering: None,
            max_clustering: None,
            sizes: stats.map(|s| Histogram::like(&s.estimated_partition_size)),
            cell_counts: stats.map(|s| Histogram::like(&s.estimated_cell_per_partition_count)),
        }
    }

    /// The timestamp of a row.
    pub(crate) fn add_row_time(&mut self, timestamp: i64, ttl: i64, local_deletion_time: i64, at: u64) {
        if self.habits.ignores_live_rows && ttl == 0 {
            self.timestamps.add(timestamp, at);
        } else {
            self.add_written(timestamp, ttl, local_deletion_time, at);
        }
    }

    /// A cell.
    #[inline]
    pub(crate) fn add_written(&mut self, timestamp: i64, ttl: i64, local_deletion_time: i64, at: u64) {
        self.timestamps.add(timestamp, at);
        self.ttls.add(ttl, at);
        self.add_deletion_time(local_deletion_time, at);
    }

    pub(crate) fn add_deletion(&mut self, deletion: DeletionTime, at: u64) {
        self.timestamps.add(deletion.marked_for_delete_at, at);
        self.add_deletion_time(deletion.local_deletion_time, at);
    }

    #[inline]
    fn add_deletion_time(&mut self, seconds: i64, at: u64) {
        self.deletion_times.add(seconds, at);
        self.num_deletion_times += u64::from(seconds != NO_DELETION_TIME);
    }

    pub(crate) fn add_partition(&mut self, size: u64, cells: u64) {
        self.partitions += 1;
        if let Some(sizes) = &mut self.sizes {
            sizes.add(size);
        }
        if let Some(counts) = &mut self.cell_counts {
            counts.add(cells);
        }
    }

    /// The clustering of a row, or a bound. Boundaries are neither smallest nor largest, nor are ends smallest or starts largest.
    pub(crate) fn add_clustering(&mut self, prefix: &impl PrefixValues, comparator: &ClusteringComparator, at: u64) {
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
                *place = at;
            }
            Some(_) => {}
            None => {
                let mut first = OwnedPrefix::default();
                first.copy_from(prefix);
                *slot = Some((first, at));
            }
        };
        if is_end {
            take(&mut self.max_clustering, Ordering::Greater);
        }
        if is_start {
            take(&mut self.min_clustering, Ordering::Less);
        }
    }

    /// Compares with Statistics.db. Only bounds, unless all rows have been read.
    pub(crate) fn check(
        self,
        metadata: &Metadata,
        comparator: &ClusteringComparator,
        is_whole: bool,
        log: &mut Log<'_>,
    ) {
        let Some((_, stats)) = metadata.stats() else { return };
        let mut c = Comparison { metadata, stats, is_whole, habits: self.habits, log };
        c.ranges(&self);
        c.clusterings(&self, comparator);
        if is_whole {
            c.counts(&self);
            c.histogram(&stats.estimated_partition_size, self.sizes.as_ref(), stats_fields::PARTITION_SIZES);
            let (stored, own) = (&stats.estimated_cell_per_partition_count, self.cell_counts.as_ref());
            c.histogram(stored, own, stats_fields::CELL_COUNTS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_format::statistics::Bucket;

    #[test]
    fn buckets_are_those_of_cassandra() {
        let bucket = Bucket::default();
        let mut histogram = Histogram::like(&EstimatedHistogram { buckets: vec![bucket; 156], ..Default::default() });
        assert_eq!(histogram.offsets.get(..13), Some(&[1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20][..]));
        // EH of 155 can track a max value of 3520571548412 (MetadataCollector).
        assert_eq!(histogram.offsets.last(), Some(&3_520_571_548_412));
        for value in [0, 1, 9, 10, 11, u64::MAX] {
            histogram.add(value);
        }
        assert_eq!(histogram.counts.get(..10), Some(&[2, 0, 0, 0, 0, 0, 0, 0, 2, 1][..]));
        assert_eq!(histogram.counts.last(), Some(&1));
    }
}

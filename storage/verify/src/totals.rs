//! What the rows add up to, as Cassandra counts while it writes, and whether Statistics.db says the same.
//!
//! Reference: `MetadataCollector`, `Rows.collectStats`, `EstimatedHistogram`.

use std::cmp::Ordering;

use cqlite_format::common::{CellValue, ClusteringBound, PrefixKind};
use cqlite_format::statistics::{EstimatedHistogram, StatsMetadata};
use cqlite_format::version::{SstableVersion, SstableVersionFormat};

use crate::log::Log;
use crate::metadata::{next_offset, Metadata};
use crate::order::{Comparator, Prefix};
use crate::rows::{Clock, Deletion, NEVER};
use crate::{Check, Finding, Severity};

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
    /// DataStax's count cells and sizes in ways of their own.
    has_other_histograms: bool,
}

impl Habits {
    fn of(version: SstableVersion) -> Self {
        let is_3x = !version.has_metadata_checksum();
        Habits {
            ignores_live_rows: !version.has_commit_log_lower_bound(),
            counts_all_deletions: is_3x && !version.has_accurate_min_max(),
            doubles_cells: !version.has_originating_host_id(),
            has_other_histograms: version.format() == SstableVersionFormat::Dse,
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
    pub(crate) columns_set: u64,
    pub(crate) partitions: u64,
    pub(crate) cells: u64,
    pub(crate) has_partition_deletions: bool,
    pub(crate) has_legacy_shards: bool,
    min_clustering: Option<(Prefix, u64)>,
    max_clustering: Option<(Prefix, u64)>,
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

    pub(crate) fn add_deletion(&mut self, deletion: Deletion, at: u64) {
        self.timestamps.add(deletion.marked_for_delete_at, at);
        self.add_deletion_time(deletion.local_deletion_time, at);
    }

    #[inline]
    fn add_deletion_time(&mut self, seconds: i64, at: u64) {
        self.deletion_times.add(seconds, at);
        self.num_deletion_times += u64::from(seconds != NEVER);
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
    pub(crate) fn add_clustering(&mut self, prefix: &Prefix, comparator: &Comparator, at: u64) {
        use PrefixKind as K;
        let (is_start, is_end) = match prefix.kind {
            K::Clustering => (true, true),
            K::InclStartBound | K::ExclStartBound => (true, false),
            K::InclEndBound | K::ExclEndBound => (false, true),
            _ => return,
        };
        let take = |slot: &mut Option<(Prefix, u64)>, wanted: Ordering| match slot {
            Some((old, place)) if comparator.compare(prefix, old) == wanted => {
                old.copy_from(prefix);
                *place = at;
            }
            Some(_) => {}
            None => *slot = Some((prefix.clone(), at)),
        };
        if is_end {
            take(&mut self.max_clustering, Ordering::Greater);
        }
        if is_start {
            take(&mut self.min_clustering, Ordering::Less);
        }
    }

    /// Compares with Statistics.db. Only bounds, unless all rows have been read.
    pub(crate) fn check(self, metadata: &Metadata, comparator: &Comparator, is_whole: bool, log: &mut Log<'_>) {
        let Some((_, stats)) = metadata.stats() else { return };
        let mut c = Comparison { metadata, stats, is_whole, habits: self.habits, log };
        c.ranges(&self);
        c.clusterings(&self, comparator);
        if is_whole {
            c.counts(&self);
            c.histogram(&stats.estimated_partition_size, self.sizes.as_ref(), "estimated_partition_size");
            let (stored, own) = (&stats.estimated_cell_per_partition_count, self.cell_counts.as_ref());
            c.histogram(stored, own, "estimated_cell_per_partition_count");
        }
    }
}

struct Comparison<'c, 'r> {
    metadata: &'c Metadata,
    stats: &'c StatsMetadata,
    is_whole: bool,
    habits: Habits,
    log: &'c mut Log<'r>,
}

impl Comparison<'_, '_> {
    fn find(&mut self, severity: Severity, check: Check, field: &str, message: String) {
        let finding: Finding = self.metadata.stats_finding(severity, check, field, message);
        self.log.find(finding);
    }

    /// A stored range has all of the values, and none of its ends is without one.
    fn range(&mut self, stored: [i64; 2], none: [i64; 2], own: Range, what: &str) {
        let is_exact = self.is_whole && (what == "timestamp" || !self.habits.ignores_live_rows);
        let (min, max) = (format!("min_{what}"), format!("max_{what}"));
        let what = what.replace('_', " ");
        self.log.count_many(Check::Bounds, 2);
        let Some([(least, least_at), (most, most_at)]) = own.ends else {
            if is_exact && stored != none {
                let message = format!("there is no {what}, but {} is stored", shown(stored[0]));
                self.find(Severity::Warning, Check::Totals, &min, message);
            }
            return;
        };
        if least < stored[0] {
            let message = format!(
                "{} is stored, but at position {least_at} of the uncompressed data it is {least}",
                shown(stored[0])
            );
            self.find(Severity::Error, Check::Bounds, &min, message);
        }
        if most > stored[1] {
            let message = format!(
                "{} is stored, but at position {most_at} of the uncompressed data it is {}",
                stored[1],
                shown(most)
            );
            self.find(Severity::Error, Check::Bounds, &max, message);
        }
        if is_exact {
            self.log.count_many(Check::Totals, 2);
            if least > stored[0] {
                let message = format!("{} is stored, but the smallest {what} is {}", stored[0], shown(least));
                self.find(Severity::Warning, Check::Totals, &min, message);
            }
            if most < stored[1] {
                let message = format!("{} is stored, but the largest {what} is {most}", shown(stored[1]));
                self.find(Severity::Warning, Check::Totals, &max, message);
            }
        }
    }

    fn ranges(&mut self, own: &Totals) {
        let s = self.stats;
        self.range([s.min_timestamp, s.max_timestamp], [i64::MIN, i64::MAX], own.timestamps, "timestamp");
        self.range([i64::from(s.min_ttl), i64::from(s.max_ttl)], [0, 0], own.ttls, "ttl");
        let clock = Clock::of(self.metadata.version);
        let stored = [s.min_local_deletion_time, s.max_local_deletion_time].map(|n| clock.seconds(i64::from(n)));
        self.range(stored, [NEVER, NEVER], own.deletion_times, "local_deletion_time");
    }

    fn counts(&mut self, own: &Totals) {
        let s = self.stats;
        self.log.count_many(Check::Totals, 4);
        let counts = [
            (s.total_rows, own.rows, "total_rows", "rows"),
            (s.total_columns_set, own.columns_set, "total_columns_set", "columns"),
        ];
        for (stored, found, field, what) in counts {
            if u64::try_from(stored) != Ok(found) {
                self.find(
                    Severity::Warning,
                    Check::Totals,
                    field,
                    format!("{stored} {what} are stored, but there are {found}"),
                );
            }
        }
        let marker = s.has_partition_level_deletions;
        if let Some(stored) = marker.filter(|stored| *stored != own.has_partition_deletions) {
            let (severity, message) = match stored {
                false => (Severity::Error, "a partition is deleted, but none is said to be"),
                true => (Severity::Warning, "no partition is deleted, but some are said to be"),
            };
            let check = if stored { Check::Totals } else { Check::Bounds };
            let is_misplaced = self.metadata.version.has_misplaced_partition_level_deletions_presence_marker();
            let field =
                if is_misplaced { "misplaced_has_partition_level_deletions" } else { "has_partition_level_deletions" };
            self.find(severity, check, field, message.to_owned());
        }
        if own.has_legacy_shards && !s.has_legacy_counter_shards {
            let message = "there are counter shards of before 2.1, but none are said to be".to_owned();
            self.find(Severity::Error, Check::Bounds, "has_legacy_counter_shards", message);
        }
        let bins = s.legacy_tombstone_bins.iter().flatten().map(|b| b.count);
        let bins: i128 =
            bins.chain(s.tombstone_bins.iter().flatten().map(|b| i64::from(b.count))).map(i128::from).sum();
        if bins != i128::from(own.num_deletion_times) && !self.habits.counts_all_deletions {
            let message =
                format!("{bins} deletions and expirations are counted, but there are {}", own.num_deletion_times);
            self.find(Severity::Warning, Check::Totals, "num_tombstone_bins", message);
        }
    }

    fn histogram(&mut self, stored: &EstimatedHistogram, own: Option<&Histogram>, field: &str) {
        let Some(own) = own.filter(|_| !self.habits.has_other_histograms) else { return };
        self.log.count_many(Check::Totals, own.counts.len() as u64);
        let pairs = || {
            stored.buckets.iter().map(|b| b.count).zip(own.counts.iter().map(|n| i64::try_from(*n).unwrap_or(i64::MAX)))
        };
        if self.habits.doubles_cells && pairs().all(|(stored, own)| stored == own.saturating_mul(2)) {
            return;
        }
        let last = own.counts.len() - 1;
        for (i, (bucket, &found)) in stored.buckets.iter().zip(&own.counts).enumerate() {
            // Cassandra empties the last bucket when it reads it, and writes it so when it changes level or repair time.
            let is_emptied = i == last && bucket.count == 0;
            if u64::try_from(bucket.count) != Ok(found) && !is_emptied {
                let message = format!(
                    "{} partitions are in the bucket above {}, but there are {found}",
                    bucket.count, bucket.offset
                );
                return self.find(Severity::Warning, Check::Totals, &format!("{field}.buckets[{i}].count"), message);
            }
        }
    }

    fn clusterings(&mut self, own: &Totals, comparator: &Comparator) {
        if !comparator.is_known() {
            return;
        }
        let s = self.stats;
        let v = self.metadata.version;
        if let Some(covered) = &s.covered_clustering {
            let field = self.metadata.covered_field();
            // What DSE stores is wider.
            let is_exact = v.has_key_range();
            self.bound(
                &covered.lower,
                own.min_clustering.as_ref(),
                Ordering::Less,
                &format!("{field}.lower"),
                is_exact,
                comparator,
            );
            self.bound(
                &covered.upper,
                own.max_clustering.as_ref(),
                Ordering::Greater,
                &format!("{field}.upper"),
                is_exact,
                comparator,
            );
        }
        if v.has_accurate_min_max() {
            for (stored, own, outside, field) in [
                (&s.legacy_min_clustering, &own.min_clustering, Ordering::Less, "legacy_min_clustering"),
                (&s.legacy_max_clustering, &own.max_clustering, Ordering::Greater, "legacy_max_clustering"),
            ] {
                let (Some(stored), Some((own, at))) = (stored, own) else { continue };
                self.log.count(Check::Bounds);
                let mut prefix = Prefix::default();
                stored.values.iter().for_each(|v| prefix.push(Some(&v.data)));
                if comparator.compare_common(own, &prefix) == outside {
                    let message = format!("the clustering at position {at} of the uncompressed data is outside");
                    self.find(Severity::Error, Check::Bounds, field, message);
                }
            }
        }
    }

    fn bound(
        &mut self,
        stored: &ClusteringBound,
        own: Option<&(Prefix, u64)>,
        outside: Ordering,
        field: &str,
        is_exact: bool,
        comparator: &Comparator,
    ) {
        let stored = of_bound(stored);
        let Some((own, at)) = own else { return };
        self.log.count(Check::Bounds);
        let own = as_bound(own, outside);
        match comparator.compare(&own, &stored) {
            Ordering::Equal => {}
            order if order == outside => {
                let message = format!("the clustering at position {at} of the uncompressed data is outside");
                self.find(Severity::Error, Check::Bounds, field, message);
            }
            _ if self.is_whole && is_exact => {
                let message = "the bound is wider than the rows".to_owned();
                self.find(Severity::Warning, Check::Totals, field, message);
            }
            _ => {}
        }
    }
}

/// A value of a range, or that there is none.
fn shown(value: i64) -> String {
    match value {
        NEVER => "none".to_owned(),
        value => value.to_string(),
    }
}

/// The bound that includes a clustering, on the side to which `outside` is. Reference: `ClusteringPrefix.asStartBound`, `asEndBound`.
fn as_bound(prefix: &Prefix, outside: Ordering) -> Prefix {
    let mut out = prefix.clone();
    if out.kind == PrefixKind::Clustering {
        out.kind = if outside == Ordering::Less { PrefixKind::InclStartBound } else { PrefixKind::InclEndBound };
    }
    out
}

fn of_bound(bound: &ClusteringBound) -> Prefix {
    let mut out = Prefix::default();
    out.clear(bound.kind);
    for value in bound.values.blocks.iter().flat_map(|b| &b.values) {
        match (&value.val, value.kind) {
            (Some(CellValue { data }), _) => out.push(Some(data)),
            (None, 1) => out.push(Some(&[])),
            (None, _) => out.push(None),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_format::statistics::Bucket;

    #[test]
    fn buckets_are_those_of_cassandra() {
        let bucket = Bucket { offset: 0, count: 0 };
        let mut histogram = Histogram::like(&EstimatedHistogram { buckets: vec![bucket; 156] });
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

//! Statistics.db beside the totals of the rows.

use std::cmp::Ordering;

use cqlite_format::common::ClusteringBound;
use cqlite_format::statistics::{EstimatedHistogram, StatsMetadata};
use cqlite_rows::clustering::{ClusteringComparator, OwnedPrefix};
use cqlite_rows::{of_statistics, NO_DELETION_TIME};
use cqlite_sstable::writer::statistics::{
    Histogram, Range, StatisticsCollector, NO_LOCAL_DELETION_TIMES, NO_TIMESTAMPS, NO_TTLS,
};

use super::WriterQuirks;
use crate::fields::{bucket, covered, histogram, stats, Field, FieldPath};
use crate::log::Log;
use crate::metadata::Metadata;
use crate::rule::{self, Breach};
use crate::Check;

/// A range of the statistics.
struct RangeFields {
    what: &'static str,
    min: Field,
    max: Field,
    /// Every release takes all rows into it.
    is_kept_by_all: bool,
    /// Its least may be that of no values though there are some.
    may_be_none: bool,
}

const TIMESTAMPS: RangeFields = RangeFields {
    what: "timestamp",
    min: stats::MIN_TIMESTAMP,
    max: stats::MAX_TIMESTAMP,
    is_kept_by_all: true,
    may_be_none: false,
};
const TTLS: RangeFields =
    RangeFields { what: "TTL", min: stats::MIN_TTL, max: stats::MAX_TTL, is_kept_by_all: false, may_be_none: true };
const DELETION_TIMES: RangeFields = RangeFields {
    what: "local deletion time",
    min: stats::MIN_DELETION_TIME,
    max: stats::MAX_DELETION_TIME,
    is_kept_by_all: false,
    may_be_none: false,
};

pub(super) struct Comparison<'c, 'r> {
    pub(super) metadata: &'c Metadata,
    pub(super) stats: &'c StatsMetadata,
    pub(super) is_whole: bool,
    pub(super) quirks: WriterQuirks,
    pub(super) log: &'c mut Log<'r>,
}

impl Comparison<'_, '_> {
    fn find(&mut self, breach: Breach, field: impl Into<FieldPath>) {
        self.log.find(self.metadata.in_stats(breach, field));
    }

    /// A stored range has all of the values, and none of its ends is without one.
    fn range(&mut self, stored: [i64; 2], none: [i64; 2], own: Range, of: &RangeFields) {
        let is_exact = self.is_whole && (of.is_kept_by_all || !self.quirks.ignores_live_rows);
        let RangeFields { what, min, max, .. } = *of;
        self.log.count_many(Check::Bounds, 2);
        let Some([smallest, largest]) = own.ends() else {
            if is_exact && stored != none {
                self.find(rule::bounds_of_nothing(what, shown(stored[0])), min);
            }
            return;
        };
        let (least, most) = (smallest.value, largest.value);
        if least < stored[0] {
            self.find(rule::outside_bounds(shown(stored[0]), smallest.position, least), min);
        }
        if most > stored[1] {
            self.find(rule::outside_bounds(stored[1], largest.position, shown(most)), max);
        }
        if is_exact {
            self.log.count_many(Check::Totals, 2);
            // Scylla leaves the smallest TTL at 0, which means that there is none.
            if least > stored[0] && !(of.may_be_none && stored[0] == none[0]) {
                self.find(rule::wide_bounds(stored[0], "smallest", what, shown(least)), min);
            }
            if most < stored[1] {
                self.find(rule::wide_bounds(shown(stored[1]), "largest", what, most), max);
            }
        }
    }

    pub(super) fn ranges(&mut self, own: &StatisticsCollector) {
        let s = self.stats;
        self.range([s.min_timestamp, s.max_timestamp], NO_TIMESTAMPS, own.timestamps, &TIMESTAMPS);
        self.range([i64::from(s.min_ttl), i64::from(s.max_ttl)], NO_TTLS, own.ttls, &TTLS);
        let seconds = |n| of_statistics(self.metadata.version, i64::from(n));
        let stored = [s.min_local_deletion_time, s.max_local_deletion_time].map(seconds);
        self.range(stored, NO_LOCAL_DELETION_TIMES, own.local_deletion_times, &DELETION_TIMES);
    }

    pub(super) fn counts(&mut self, own: &StatisticsCollector, empty_static_rows: u64) {
        let s = self.stats;
        self.log.count_many(Check::Totals, 4);
        let with_empty = own.rows + empty_static_rows;
        let counts_empty = self.quirks.may_count_empty_rows && u64::try_from(s.total_rows) == Ok(with_empty);
        let rows = if counts_empty { with_empty } else { own.rows };
        let counts = [
            (s.total_rows, rows, stats::TOTAL_ROWS, "rows"),
            (s.total_columns_set, own.columns_set, stats::TOTAL_COLUMNS_SET, "columns"),
        ];
        for (stored, found, field, what) in counts {
            if u64::try_from(stored) != Ok(found) {
                self.find(rule::total_count(stored, what, found), field);
            }
        }
        let marker = s.has_partition_level_deletions;
        if let Some(stored) = marker.filter(|stored| *stored != own.has_partition_deletions) {
            let breach = if stored { rule::no_partition_deletion() } else { rule::partition_deletion_flag() };
            self.find(breach, stats::HAS_PARTITION_DELETIONS);
        }
        if own.has_legacy_counter_shards && !s.has_legacy_counter_shards {
            self.find(rule::legacy_counter_flag(), stats::HAS_LEGACY_COUNTERS);
        }
        let bins: i128 = s.tombstone_bins.iter().map(|bin| i128::from(bin.count)).sum();
        let tombstones = own.tombstones.count();
        if bins != i128::from(tombstones) && !self.quirks.counts_all_deletions {
            self.find(rule::tombstone_count(bins, tombstones), stats::NUM_TOMBSTONE_BINS);
        }
    }

    pub(super) fn histogram(&mut self, stored: &EstimatedHistogram, own: &Histogram, field: Field) {
        if self.quirks.has_other_histograms {
            return;
        }
        let own = own.counts();
        self.log.count_many(Check::Totals, own.len() as u64);
        let pairs =
            || stored.buckets.iter().map(|b| b.count).zip(own.iter().map(|n| i64::try_from(*n).unwrap_or(i64::MAX)));
        if self.quirks.doubles_cells && pairs().all(|(stored, own)| stored == own.saturating_mul(2)) {
            return;
        }
        let last = own.len().saturating_sub(1);
        for (i, (bucket, &found)) in stored.buckets.iter().zip(own).enumerate() {
            // Cassandra empties the last bucket when it reads it, and writes it so when it changes level or repair time.
            let is_emptied = i == last && bucket.count == 0;
            if u64::try_from(bucket.count) != Ok(found) && !is_emptied {
                let path = field.then(histogram::BUCKETS).nth(i).then(bucket::COUNT);
                return self.find(rule::bucket_count(bucket.count, bucket.offset, found), path);
            }
        }
    }

    pub(super) fn clusterings(&mut self, own: &StatisticsCollector, comparator: &ClusteringComparator) {
        if !comparator.is_known() {
            return;
        }
        let s = self.stats;
        let v = self.metadata.version;
        if let Some(stored) = &s.covered_clustering {
            let field = self.metadata.covered_field();
            let is_exact = v.covers_clusterings_exactly();
            for (stored, own, outside, leaf) in [
                (&stored.lower, own.min_clustering(), Ordering::Less, covered::LOWER),
                (&stored.upper, own.max_clustering(), Ordering::Greater, covered::UPPER),
            ] {
                self.bound(stored, own, outside, field.then(leaf), is_exact, comparator);
            }
        }
        if v.has_accurate_min_max() {
            for (stored, own, outside, field) in [
                (&s.legacy_min_clustering, own.min_clustering(), Ordering::Less, stats::LEGACY_MIN_CLUSTERING),
                (&s.legacy_max_clustering, own.max_clustering(), Ordering::Greater, stats::LEGACY_MAX_CLUSTERING),
            ] {
                let (Some(stored), Some((own, at))) = (stored, own) else { continue };
                self.log.count(Check::Bounds);
                let mut prefix = OwnedPrefix::default();
                stored.values.iter().for_each(|v| prefix.push(Some(&v.data)));
                if comparator.compare_common(own, &prefix) == outside {
                    self.find(rule::clustering_outside_bounds(at), field);
                }
            }
        }
    }

    fn bound(
        &mut self,
        stored: &ClusteringBound,
        own: Option<&(OwnedPrefix, u64)>,
        outside: Ordering,
        field: FieldPath,
        is_exact: bool,
        comparator: &ClusteringComparator,
    ) {
        let stored = OwnedPrefix::of_bound(stored);
        let Some((own, at)) = own else { return };
        self.log.count(Check::Bounds);
        let own = own.as_bound(outside == Ordering::Less);
        match comparator.compare(&own, &stored) {
            Ordering::Equal => {}
            order if order == outside => self.find(rule::clustering_outside_bounds(at), field),
            _ if self.is_whole && is_exact => self.find(rule::wide_clustering_bound(), field),
            _ => {}
        }
    }
}

/// A value of a range, or that there is none.
fn shown(value: i64) -> String {
    match value {
        NO_DELETION_TIME => "none".to_owned(),
        value => value.to_string(),
    }
}

//! Statistics.db beside the totals of the rows.

use std::cmp::Ordering;

use cqlite_format::common::ClusteringBound;
use cqlite_format::statistics::{EstimatedHistogram, StatsMetadata};
use cqlite_rows::clustering::{ClusteringComparator, OwnedPrefix};
use cqlite_rows::{of_statistics, NO_DELETION_TIME};

use super::{Habits, Histogram, Range, Totals};
use crate::fields::{bucket, covered, histogram, stats, Field, FieldPath};
use crate::log::Log;
use crate::metadata::Metadata;
use crate::{Check, Finding, Severity};

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
    RangeFields { what: "ttl", min: stats::MIN_TTL, max: stats::MAX_TTL, is_kept_by_all: false, may_be_none: true };
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
    pub(super) habits: Habits,
    pub(super) log: &'c mut Log<'r>,
}

impl Comparison<'_, '_> {
    fn find(&mut self, severity: Severity, check: Check, field: impl Into<FieldPath>, message: String) {
        let finding: Finding = self.metadata.stats_finding(severity, check, field, message);
        self.log.find(finding);
    }

    /// A stored range has all of the values, and none of its ends is without one.
    fn range(&mut self, stored: [i64; 2], none: [i64; 2], own: Range, of: &RangeFields) {
        let is_exact = self.is_whole && (of.is_kept_by_all || !self.habits.ignores_live_rows);
        let RangeFields { what, min, max, .. } = *of;
        self.log.count_many(Check::Bounds, 2);
        let Some([(least, least_at), (most, most_at)]) = own.ends else {
            if is_exact && stored != none {
                let message = format!("there is no {what}, but {} is stored", shown(stored[0]));
                self.find(Severity::Warning, Check::Totals, min, message);
            }
            return;
        };
        if least < stored[0] {
            let message = format!(
                "{} is stored, but at position {least_at} of the uncompressed data it is {least}",
                shown(stored[0])
            );
            self.find(Severity::Error, Check::Bounds, min, message);
        }
        if most > stored[1] {
            let message = format!(
                "{} is stored, but at position {most_at} of the uncompressed data it is {}",
                stored[1],
                shown(most)
            );
            self.find(Severity::Error, Check::Bounds, max, message);
        }
        if is_exact {
            self.log.count_many(Check::Totals, 2);
            // Scylla leaves the smallest TTL at 0, which means that there is none.
            if least > stored[0] && !(of.may_be_none && stored[0] == none[0]) {
                let message = format!("{} is stored, but the smallest {what} is {}", stored[0], shown(least));
                self.find(Severity::Warning, Check::Totals, min, message);
            }
            if most < stored[1] {
                let message = format!("{} is stored, but the largest {what} is {most}", shown(stored[1]));
                self.find(Severity::Warning, Check::Totals, max, message);
            }
        }
    }

    pub(super) fn ranges(&mut self, own: &Totals) {
        let s = self.stats;
        self.range([s.min_timestamp, s.max_timestamp], [i64::MIN, i64::MAX], own.timestamps, &TIMESTAMPS);
        self.range([i64::from(s.min_ttl), i64::from(s.max_ttl)], [0, 0], own.ttls, &TTLS);
        let seconds = |n| of_statistics(self.metadata.version, i64::from(n));
        let stored = [s.min_local_deletion_time, s.max_local_deletion_time].map(seconds);
        self.range(stored, [NO_DELETION_TIME, NO_DELETION_TIME], own.deletion_times, &DELETION_TIMES);
    }

    pub(super) fn counts(&mut self, own: &Totals) {
        let s = self.stats;
        self.log.count_many(Check::Totals, 4);
        let with_empty = own.rows + own.empty_static_rows;
        let counts_empty = self.habits.may_count_empty_rows && u64::try_from(s.total_rows) == Ok(with_empty);
        let rows = if counts_empty { with_empty } else { own.rows };
        let counts = [
            (s.total_rows, rows, stats::TOTAL_ROWS, "rows"),
            (s.total_columns_set, own.columns_set, stats::TOTAL_COLUMNS_SET, "columns"),
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
            self.find(severity, check, stats::HAS_PARTITION_DELETIONS, message.to_owned());
        }
        if own.has_legacy_shards && !s.has_legacy_counter_shards {
            let message = "there are counter shards of before 2.1, but none are said to be".to_owned();
            self.find(Severity::Error, Check::Bounds, stats::HAS_LEGACY_COUNTERS, message);
        }
        let bins: i128 = s.tombstone_bins.iter().map(|bin| i128::from(bin.count)).sum();
        if bins != i128::from(own.num_deletion_times) && !self.habits.counts_all_deletions {
            let message =
                format!("{bins} deletions and expirations are counted, but there are {}", own.num_deletion_times);
            self.find(Severity::Warning, Check::Totals, stats::NUM_TOMBSTONE_BINS, message);
        }
    }

    pub(super) fn histogram(&mut self, stored: &EstimatedHistogram, own: Option<&Histogram>, field: Field) {
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
                return self.find(
                    Severity::Warning,
                    Check::Totals,
                    field.then(histogram::BUCKETS).nth(i).then(bucket::COUNT),
                    message,
                );
            }
        }
    }

    pub(super) fn clusterings(&mut self, own: &Totals, comparator: &ClusteringComparator) {
        if !comparator.is_known() {
            return;
        }
        let s = self.stats;
        let v = self.metadata.version;
        if let Some(stored) = &s.covered_clustering {
            let field = self.metadata.covered_field();
            let is_exact = v.covers_clusterings_exactly();
            self.bound(
                &stored.lower,
                own.min_clustering.as_ref(),
                Ordering::Less,
                field.then(covered::LOWER),
                is_exact,
                comparator,
            );
            self.bound(
                &stored.upper,
                own.max_clustering.as_ref(),
                Ordering::Greater,
                field.then(covered::UPPER),
                is_exact,
                comparator,
            );
        }
        if v.has_accurate_min_max() {
            for (stored, own, outside, field) in [
                (&s.legacy_min_clustering, &own.min_clustering, Ordering::Less, stats::LEGACY_MIN_CLUSTERING),
                (&s.legacy_max_clustering, &own.max_clustering, Ordering::Greater, stats::LEGACY_MAX_CLUSTERING),
            ] {
                let (Some(stored), Some((own, at))) = (stored, own) else { continue };
                self.log.count(Check::Bounds);
                let mut prefix = OwnedPrefix::default();
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
        NO_DELETION_TIME => "none".to_owned(),
        value => value.to_string(),
    }
}

//! What must hold of the statistics proper by themselves.

use std::cmp::Ordering;

use cqlite_format::statistics::{CommitLogPosition, EstimatedHistogram, StatsMetadata};
use cqlite_rows::of_statistics;

use super::Metadata;
use crate::fields::{bin, bucket, histogram, stats, Field, FieldPath};
use crate::log::Log;
use crate::{Check, Severity};

/// The facts of the statistics that hold by themselves.
pub(super) struct StatsFacts<'f, 'r> {
    pub(super) metadata: &'f Metadata,
    pub(super) stats: &'f StatsMetadata,
    pub(super) log: &'f mut Log<'r>,
}

impl StatsFacts<'_, '_> {
    fn that(&mut self, holds: bool, severity: Severity, field: impl Into<FieldPath>, message: impl FnOnce() -> String) {
        self.log.count(Check::Metadata);
        if !holds {
            self.log.find(self.metadata.stats_finding(severity, Check::Metadata, field, message()));
        }
    }

    pub(super) fn check(&mut self) {
        use Severity::{Error, Warning};
        let s = self.stats;
        self.histogram(&s.estimated_partition_size, stats::PARTITION_SIZES);
        self.histogram(&s.estimated_cell_per_partition_count, stats::CELL_COUNTS);
        let order = |a: i64, b: i64| move || format!("{a} is more than the largest, {b}");
        self.that(
            s.min_timestamp <= s.max_timestamp,
            Error,
            stats::MIN_TIMESTAMP,
            order(s.min_timestamp, s.max_timestamp),
        );
        let seconds = |n| of_statistics(self.metadata.version, i64::from(n));
        let ldts = [s.min_local_deletion_time, s.max_local_deletion_time].map(seconds);
        for (ldt, field) in ldts.into_iter().zip([stats::MIN_DELETION_TIME, stats::MAX_DELETION_TIME]) {
            self.that(ldt >= 0, Error, field, || format!("the local deletion time {ldt} is negative"));
        }
        self.that(ldts[0] <= ldts[1], Error, stats::MIN_DELETION_TIME, order(ldts[0], ldts[1]));
        let ttls = (i64::from(s.min_ttl), i64::from(s.max_ttl));
        self.that(ttls.0 <= ttls.1, Error, stats::MIN_TTL, order(ttls.0, ttls.1));
        self.that(s.min_ttl >= 0, Error, stats::MIN_TTL, || format!("{} is negative", s.min_ttl));
        self.that(s.sstable_level >= 0, Warning, stats::LEVEL, || format!("{} is negative", s.sstable_level));
        self.that(s.repaired_at >= 0, Warning, stats::REPAIRED_AT, || format!("{} is negative", s.repaired_at));
        self.that(s.total_rows >= 0, Error, stats::TOTAL_ROWS, || format!("{} is negative", s.total_rows));
        self.that(s.total_columns_set >= 0, Error, stats::TOTAL_COLUMNS_SET, || {
            format!("{} is negative", s.total_columns_set)
        });
        if let Some(coverage) = s.token_space_coverage {
            let holds = coverage.is_nan() || (0.0..=1.0).contains(&coverage);
            self.that(holds, Warning, stats::TOKEN_SPACE_COVERAGE, || format!("{coverage} is not a share, 0 to 1"));
        }
        self.bins();
        self.commit_log();
        self.trailing();
    }

    fn histogram(&mut self, histogram: &EstimatedHistogram, field: Field) {
        let mut expected = 0i64;
        let mut wrong = None;
        for (i, bucket) in histogram.buckets.iter().enumerate() {
            // The first offset is there twice.
            if i != 1 {
                expected = next_offset(expected);
            }
            if bucket.offset != expected {
                wrong.get_or_insert((
                    i,
                    bucket::OFFSET,
                    format!("{} is no bound of bucket {i}, {expected}", bucket.offset),
                ));
            }
            if bucket.count < 0 {
                wrong.get_or_insert((i, bucket::COUNT, format!("{} is negative", bucket.count)));
            }
        }
        let (path, message) = match wrong {
            Some((i, leaf, message)) => (field.then(histogram::BUCKETS).nth(i).then(leaf), message),
            None => (field.into(), String::new()),
        };
        self.that(message.is_empty(), Severity::Error, path, || message);
    }

    fn bins(&mut self) {
        let all = &self.stats.tombstone_bins;
        let unordered =
            all.windows(2).position(|w| matches!(w, [a, b] if a.point.partial_cmp(&b.point) != Some(Ordering::Less)));
        let at = unordered.map_or(0, |i| i + 1);
        self.that(unordered.is_none(), Severity::Warning, stats::TOMBSTONE_BINS.nth(at).then(bin::POINT), || {
            "the time is not after that of the bin before".to_owned()
        });
        let empty = all.iter().position(|bin| bin.count <= 0);
        let at = empty.unwrap_or(0);
        self.that(empty.is_none(), Severity::Warning, stats::TOMBSTONE_BINS.nth(at).then(bin::COUNT), || {
            "nothing is counted".to_owned()
        });
    }

    fn commit_log(&mut self) {
        let Some(intervals) = self.stats.commit_log_intervals.as_ref().map(|i| &i.intervals) else { return };
        let key = |p: &CommitLogPosition| (p.segment_id, p.position);
        let ends: Vec<_> = intervals.iter().flat_map(|i| [key(&i.lower), key(&i.upper)]).collect();
        let unordered = ends.windows(2).position(|w| matches!(w, [a, b] if a > b));
        let at = unordered.map_or(0, |i| i.div_ceil(2));
        self.that(unordered.is_none(), Severity::Warning, stats::COMMIT_LOG_INTERVALS.nth(at), || {
            "the intervals of the commit log are not ascending".to_owned()
        });
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return };
        let lower = self.stats.commit_log_lower_bound.as_ref().map(key);
        self.that(lower.is_none_or(|l| l == *first), Severity::Warning, stats::COMMIT_LOG_LOWER_BOUND, || {
            "the bound is not where the first interval starts".to_owned()
        });
        let upper = key(&self.stats.commit_log_upper_bound);
        self.that(upper == *last, Severity::Warning, stats::COMMIT_LOG_UPPER_BOUND, || {
            "the bound is not where the last interval ends".to_owned()
        });
    }

    /// Cassandra reckons 16 bytes for each tombstone bin and writes 12, so that zeros stand at the end.
    fn trailing(&mut self) {
        let trailing = &self.stats.trailing;
        let is_padded = self.metadata.version.pads_tombstone_bins();
        let known = if is_padded { 4 * self.stats.tombstone_bins.len() } else { 0 };
        let (zeros, unknown) = trailing.split_at_checked(known).unwrap_or((trailing, &[]));
        let dirty = zeros.iter().position(|b| *b != 0);
        self.that(dirty.is_none(), Severity::Warning, stats::TRAILING, || {
            format!("byte {} of the zeros at the end is {}", dirty.unwrap_or(0), zeros[dirty.unwrap_or(0)])
        });
        self.that(zeros.len() == known, Severity::Warning, stats::TRAILING, || {
            format!("there are {} zeros at the end, expected {known} for the tombstone bins", zeros.len())
        });
        self.that(unknown.is_empty(), Severity::Note, stats::TRAILING, || {
            format!(
                "{} bytes after the known fields, as a newer release may write them, are not checked",
                unknown.len()
            )
        });
    }
}

/// The bound after a bound of an `EstimatedHistogram`; after 0 the first one.
pub(crate) fn next_offset(last: i64) -> i64 {
    if last == 0 {
        return 1;
    }
    // Math.round(last * 1.2)
    let next = (last as f64 * 1.2 + 0.5).floor() as i64;
    next.max(last.saturating_add(1))
}

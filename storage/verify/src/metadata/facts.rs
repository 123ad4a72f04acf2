//! What must hold of the statistics proper by themselves.

use std::cmp::Ordering;

use cqlite_format::statistics::{CommitLogPosition, EstimatedHistogram, StatsMetadata};
use cqlite_rows::of_statistics;

use cqlite_sstable::writer::statistics::Histogram;

use super::Metadata;
use crate::fields::{bin, bucket, histogram, stats, Field, FieldPath};
use crate::log::Log;
use crate::rule::{self, Breach};
use crate::Check;

/// The facts of the statistics that hold by themselves.
pub(super) struct StatsFacts<'f, 'r> {
    pub(super) metadata: &'f Metadata,
    pub(super) stats: &'f StatsMetadata,
    pub(super) log: &'f mut Log<'r>,
}

impl StatsFacts<'_, '_> {
    fn that(&mut self, holds: bool, field: impl Into<FieldPath>, breach: impl FnOnce() -> Breach) {
        self.log.count(Check::Metadata);
        if !holds {
            self.log.find(self.metadata.in_stats(breach(), field));
        }
    }

    pub(super) fn check(&mut self) {
        let s = self.stats;
        self.histogram(&s.estimated_partition_size, stats::PARTITION_SIZES);
        self.histogram(&s.estimated_cell_per_partition_count, stats::CELL_COUNTS);
        let seconds = |n| of_statistics(self.metadata.version, i64::from(n));
        let ldts = [s.min_local_deletion_time, s.max_local_deletion_time].map(seconds);
        let mut in_order = |min: i64, max: i64, field| self.that(min <= max, field, || rule::min_exceeds_max(min, max));
        in_order(s.min_timestamp, s.max_timestamp, stats::MIN_TIMESTAMP);
        in_order(ldts[0], ldts[1], stats::MIN_DELETION_TIME);
        in_order(i64::from(s.min_ttl), i64::from(s.max_ttl), stats::MIN_TTL);
        for (ldt, field) in ldts.into_iter().zip([stats::MIN_DELETION_TIME, stats::MAX_DELETION_TIME]) {
            self.that(ldt >= 0, field, || rule::negative_deletion_time(ldt));
        }
        self.that(s.min_ttl >= 0, stats::MIN_TTL, || rule::negative_ttl(s.min_ttl));
        self.that(s.sstable_level >= 0, stats::LEVEL, || rule::negative_level(s.sstable_level));
        self.that(s.repaired_at >= 0, stats::REPAIRED_AT, || rule::negative_repair_time(s.repaired_at));
        for (count, field) in [(s.total_rows, stats::TOTAL_ROWS), (s.total_columns_set, stats::TOTAL_COLUMNS_SET)] {
            self.that(count >= 0, field, || rule::negative_count(count));
        }
        if let Some(coverage) = s.token_space_coverage {
            let holds = coverage.is_nan() || (0.0..=1.0).contains(&coverage);
            self.that(holds, stats::TOKEN_SPACE_COVERAGE, || rule::token_space_coverage_range(coverage));
        }
        self.bins();
        self.commit_log();
        self.trailing();
    }

    fn histogram(&mut self, histogram: &EstimatedHistogram, field: Field) {
        let mut wrong = None;
        for ((i, bucket), expected) in histogram.buckets.iter().enumerate().zip(Histogram::stored_offsets()) {
            if bucket.offset != expected {
                wrong.get_or_insert((i, bucket::OFFSET, rule::bucket_offset(i, bucket.offset, expected)));
            }
            if bucket.count < 0 {
                wrong.get_or_insert((i, bucket::COUNT, rule::negative_count(bucket.count)));
            }
        }
        self.log.count(Check::Metadata);
        if let Some((i, leaf, breach)) = wrong {
            self.log.find(self.metadata.in_stats(breach, field.then(histogram::BUCKETS).nth(i).then(leaf)));
        }
    }

    fn bins(&mut self) {
        let all = &self.stats.tombstone_bins;
        let unordered =
            all.windows(2).position(|w| matches!(w, [a, b] if a.point.partial_cmp(&b.point) != Some(Ordering::Less)));
        let at = unordered.map_or(0, |i| i + 1);
        self.that(unordered.is_none(), stats::TOMBSTONE_BINS.nth(at).then(bin::POINT), rule::tombstone_bin_order);
        let empty = all.iter().enumerate().find(|(_, bin)| bin.count <= 0);
        let (at, count) = empty.map_or((0, 0), |(at, bin)| (at, bin.count));
        let field = stats::TOMBSTONE_BINS.nth(at).then(bin::COUNT);
        self.that(empty.is_none(), field, || rule::empty_tombstone_bin(count));
    }

    fn commit_log(&mut self) {
        let Some(intervals) = self.stats.commit_log_intervals.as_ref().map(|i| &i.intervals) else { return };
        let key = |p: &CommitLogPosition| (p.segment_id, p.position);
        let ends: Vec<_> = intervals.iter().flat_map(|i| [key(&i.lower), key(&i.upper)]).collect();
        let unordered = ends.windows(2).position(|w| matches!(w, [a, b] if a > b));
        let at = unordered.map_or(0, |i| i.div_ceil(2));
        self.that(unordered.is_none(), stats::COMMIT_LOG_INTERVALS.nth(at), rule::commit_log_order);
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return };
        let lower = self.stats.commit_log_lower_bound.as_ref().map(key);
        let is_lower = lower.is_none_or(|l| l == *first);
        self.that(is_lower, stats::COMMIT_LOG_LOWER_BOUND, rule::commit_log_lower_bound);
        let upper = key(&self.stats.commit_log_upper_bound);
        self.that(upper == *last, stats::COMMIT_LOG_UPPER_BOUND, rule::commit_log_upper_bound);
    }

    /// Zeros that the serializer leaves, and nothing else.
    fn trailing(&mut self) {
        let trailing = &self.stats.trailing;
        let known = usize::try_from(self.stats.len_padding(self.metadata.version)).unwrap_or(0);
        let (zeros, unknown) = trailing.split_at_checked(known).unwrap_or((trailing, &[]));
        let dirty = zeros.iter().enumerate().find(|(_, b)| **b != 0);
        let (at, byte) = dirty.unwrap_or((0, &0));
        self.that(dirty.is_none(), stats::TRAILING, || rule::dirty_padding(at, byte));
        self.that(zeros.len() == known, stats::TRAILING, || rule::padding_length(zeros.len(), known));
        self.that(unknown.is_empty(), stats::TRAILING, || rule::unknown_fields(unknown.len()));
    }
}

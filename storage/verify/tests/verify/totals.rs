//! What rows add up to, against Statistics.db.

use cqlite_format::common::{BytesUvint, PrefixKind};
use cqlite_format::statistics::StatsMetadata;
use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Severity};

use crate::sample::*;

const STATISTICS: Component = Component::Statistics;

#[track_caller]
fn changed(sample: Sample, edit: impl FnOnce(&mut StatsMetadata), severity: Severity, check: Check, field: &str) {
    let sample = sample.edit_stats(edit);
    let path = format!("{}.{field}", Sample::STATS);
    let _ = expect_only(&sample.verify(), severity, check, &STATISTICS, &path);
}

/// Rows without TTLs, range tombstones.
fn ranges() -> Sample {
    Sample::load("oa", "ranges", 0)
}

/// Rows and cells that expire.
fn ttl() -> Sample {
    Sample::load("oa", "ttl", 0)
}

/// No row or cell is without a TTL.
fn all_expire() -> Sample {
    Sample::load("oa", "ttl_default", 0)
}

#[test]
fn bounds_that_leave_rows_out_are_damage() {
    use Check::Bounds;
    use Severity::Error;
    changed(ranges(), |s| s.min_timestamp += 1, Error, Bounds, "min_timestamp");
    changed(ranges(), |s| s.max_timestamp -= 1, Error, Bounds, "max_timestamp");
    changed(ranges(), |s| s.min_local_deletion_time += 1, Error, Bounds, "min_local_deletion_time");
    changed(ranges(), |s| s.max_local_deletion_time -= 1, Error, Bounds, "max_local_deletion_time");
    changed(ttl(), |s| s.max_ttl -= 1, Error, Bounds, "max_ttl");
    changed(ttl(), |s| s.min_ttl += 1, Error, Bounds, "min_ttl");
}

#[test]
fn bounds_that_are_too_wide_are_warned_of() {
    use Check::Totals;
    use Severity::Warning;
    changed(ranges(), |s| s.min_timestamp -= 1, Warning, Totals, "min_timestamp");
    changed(ranges(), |s| s.max_timestamp += 1, Warning, Totals, "max_timestamp");
    changed(ranges(), |s| s.min_local_deletion_time -= 1, Warning, Totals, "min_local_deletion_time");
    changed(ttl(), |s| s.max_ttl += 1, Warning, Totals, "max_ttl");
    changed(all_expire(), |s| s.min_ttl -= 1, Warning, Totals, "min_ttl");
}

#[test]
fn no_smallest_ttl_is_told_by_scylla_though_everything_expires() {
    expect_silence(&all_expire().edit_stats(|s| s.min_ttl = 0).verify());
}

#[test]
fn the_sentinels_of_both_kinds_of_seconds_are_known() {
    for letters in ["nb", "oa", "da", "me"] {
        let sample = Sample::load(letters, "simple", 0);
        expect_silence(&sample.verify());
        let sample = sample.edit_stats(|s| s.max_local_deletion_time = 1_700_000_000);
        let path = format!("{}.max_local_deletion_time", Sample::STATS);
        let report = sample.verify();
        let _ = expect_error(&report, Check::Bounds, &STATISTICS, &path);
    }
}

#[test]
fn counts_must_be_those_of_the_rows() {
    use Check::Totals;
    use Severity::Warning;
    changed(ranges(), |s| s.total_rows += 1, Warning, Totals, "total_rows");
    changed(ranges(), |s| s.total_columns_set -= 1, Warning, Totals, "total_columns_set");
    changed(ranges(), |s| s.tombstone_bins[0].count += 1, Warning, Totals, "num_tombstone_bins");
}

#[test]
fn histograms_must_be_those_of_the_partitions() {
    let full = |s: &StatsMetadata| s.estimated_partition_size.buckets.iter().position(|b| b.count > 0).unwrap();
    let mut at = 0;
    let sample = ranges().edit_stats(|s| {
        at = full(s);
        s.estimated_partition_size.buckets[at].count += 1;
    });
    let path = format!("{}.estimated_partition_size.buckets[{at}].count", Sample::STATS);
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Totals, &STATISTICS, &path);
    let sample = ranges().edit_stats(|s| s.estimated_cell_per_partition_count.buckets[40].count = 7);
    let path = format!("{}.estimated_cell_per_partition_count.buckets[40].count", Sample::STATS);
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Totals, &STATISTICS, &path);
}

#[test]
fn static_rows_collections_and_counters_count_as_cassandra_counts_them() {
    for letters in ["nb", "oa", "da"] {
        for case in [
            "static_rows",
            "static_complex",
            "collections",
            "counter",
            "ttl",
            "cell_times",
            "columns_100",
            "deletions_complex",
        ] {
            let sample = Sample::load(letters, case, 0);
            expect_silence(&sample.verify());
            let sample = sample.edit_stats(|s| {
                s.total_rows += 1;
                s.total_columns_set += 1;
            });
            let report = sample.verify();
            let _ = expect_warning(&report, Check::Totals, &STATISTICS, &format!("{}.total_rows", Sample::STATS));
            assert_eq!(report.findings.len(), 2, "{:?}", report.findings);
        }
    }
}

#[test]
fn deleted_partitions_must_be_announced() {
    let sample = Sample::load("oa", "partition_deletions", 0);
    let field = "has_partition_level_deletions";
    changed(sample, |s| s.has_partition_level_deletions = Some(false), Severity::Error, Check::Bounds, field);
    changed(ranges(), |s| s.has_partition_level_deletions = Some(true), Severity::Warning, Check::Totals, field);
}

#[test]
fn the_first_and_the_last_key_must_be_those_of_the_partitions() {
    for letters in ["oa", "da"] {
        for field in ["first_key", "last_key"] {
            let key = Some(BytesUvint { data: vec![0, 0, 0, 99], ..Default::default() });
            let sample = Sample::load(letters, "ranges", 0).edit_stats(|s| match field {
                "first_key" => s.first_key = key,
                _ => s.last_key = key,
            });
            let path = format!("{}.{field}.data", Sample::STATS);
            let _ = expect_error(&sample.verify(), Check::Bounds, &STATISTICS, &path);
        }
    }
}

#[test]
fn covered_clusterings_must_contain_all_rows() {
    // Whose smallest and largest rows are rows.
    let sample = || Sample::load("oa", "wide", 0);
    let path = |leaf: &str| format!("{}.covered_clustering.{leaf}", Sample::STATS);
    let stats = sample();
    let lower = stats.field(&STATISTICS, &path("lower"));
    assert!(lower.len > 3, "the sample has to have a smallest row");
    let swapped = sample().edit_stats(|s| {
        let covered = s.covered_clustering.as_mut().unwrap();
        std::mem::swap(&mut covered.lower.values, &mut covered.upper.values);
    });
    let report = swapped.verify();
    let _ = expect_error(&report, Check::Bounds, &STATISTICS, &path("lower"));
    let _ = expect_error(&report, Check::Bounds, &STATISTICS, &path("upper"));
    assert_eq!(report.findings.len(), 2);
    let excluded =
        sample().edit_stats(|s| s.covered_clustering.as_mut().unwrap().lower.kind = PrefixKind::ExclStartBound);
    let _ = expect_only(&excluded.verify(), Severity::Error, Check::Bounds, &STATISTICS, &path("lower"));
    let wide = sample().edit_stats(|s| s.covered_clustering.as_mut().unwrap().upper.values.blocks.clear());
    let _ = expect_only(&wide.verify(), Severity::Warning, Check::Totals, &STATISTICS, &path("upper"));
}

#[test]
fn legacy_clustering_bounds_must_contain_all_rows() {
    for letters in ["nb", "me"] {
        let sample = Sample::load(letters, "wide", 0)
            .edit_stats(|s| std::mem::swap(&mut s.legacy_min_clustering, &mut s.legacy_max_clustering));
        let report = sample.verify();
        for field in ["legacy_min_clustering", "legacy_max_clustering"] {
            let _ = expect_error(&report, Check::Bounds, &STATISTICS, &format!("{}.{field}", Sample::STATS));
        }
    }
    // Of mc they must not be trusted.
    let sample = Sample::load("mc", "wide_static", 0)
        .edit_stats(|s| std::mem::swap(&mut s.legacy_min_clustering, &mut s.legacy_max_clustering));
    expect_silence(&sample.verify());
}

#[test]
fn counters_of_before_2_1_must_be_announced() {
    use cqlite_format::data::UnfilteredBody;
    let sample = Sample::load("oa", "counter", 0).plain().edit_data(|data| {
        let unfiltereds = data.partitions.iter_mut().flat_map(|p| &mut p.unfiltereds);
        let mut cells = unfiltereds.filter_map(|u| match &mut u.body {
            Some(UnfilteredBody::Row(row)) => row.body.cells.iter_mut().find_map(|c| c.simple.as_mut()?.value.as_mut()),
            _ => None,
        });
        let context = cells.next().unwrap();
        // The shard becomes a local one: its index without 32768 less.
        assert_eq!(context.data[..4], [0, 1, 0x80, 0]);
        context.data[2] = 0;
    });
    let path = format!("{}.has_legacy_counter_shards", Sample::STATS);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Bounds, &STATISTICS, &path);
}

//! Facts of Statistics.db.

use cqlite_format::common::PrefixKind;
use cqlite_format::statistics::{CommitLogInterval, CommitLogPosition, StatsMetadata};
use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Place, Severity};

use crate::sample::*;

const STATISTICS: Component = Component::Statistics;

fn sample() -> Sample {
    Sample::load("oa", "ranges", 0)
}

/// The one finding that a change of the statistics leads to, besides those of the rows.
#[track_caller]
fn changed(edit: impl FnOnce(&mut StatsMetadata), severity: Severity, field: &str) {
    let sample = sample().edit_stats(edit);
    let path = format!("{}.{field}", Sample::STATS);
    let found = expect(&sample.verify(), severity, Check::Metadata, &STATISTICS, &path);
    // A field of a list is where the list is, if it is not to be had alone.
    if let Some(field) = sample.fields(&STATISTICS).iter().find(|f| f.path == path) {
        assert_eq!(found.place, Some(Place::File(field.offset)), "{found}");
    }
}

#[test]
fn every_checksum_is_compared() {
    let sample = sample();
    let crcs: Vec<_> = sample.fields(&STATISTICS).into_iter().filter(|f| f.path.ends_with("_crc")).collect();
    assert_eq!(crcs.len(), 6);
    for crc in crcs {
        let mut damaged = sample.clone();
        let offset = damaged.xor(&STATISTICS, &crc.path, 1);
        let found = expect_only(&damaged.verify(), Severity::Error, Check::MetadataChecksums, &STATISTICS, &crc.path);
        assert_eq!(found.place, Some(Place::File(offset)));
    }
}

#[test]
fn a_damaged_part_does_not_keep_the_rows_from_being_read() {
    let mut sample = sample();
    let _ = sample.xor(&STATISTICS, "toc[1].body.cardinality", 0x10);
    let _ = sample.xor(&STATISTICS, "toc[2].body.repaired_at", 0x10);
    let report = sample.verify();
    let _ = expect_error(&report, Check::MetadataChecksums, &STATISTICS, "toc[1].body_crc");
    let _ = expect_error(&report, Check::MetadataChecksums, &STATISTICS, "toc[2].body_crc");
    assert_eq!(report.findings.len(), 2);
    assert!(report.rows > 0);
}

#[test]
fn what_does_not_decode_is_told_and_the_rest_named() {
    let mut sample = sample();
    sample.bytes(&STATISTICS).truncate(2000);
    let report = sample.verify();
    let _ = expect_error(&report, Check::Decoding, &STATISTICS, "");
    assert_eq!(report.check(Check::Rows).unwrap().skipped, ["Statistics.db cannot be read"]);
    // Checksums of the data need no metadata.
    assert!(report.check(Check::ChunkChecksums).unwrap().count > 0);
}

#[test]
fn parts_must_be_there() {
    let sample = sample().edit_statistics(|s| s.toc.retain(|e| e.compaction().is_none()));
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Metadata, &STATISTICS, "toc");
    let sample = self::sample().edit_statistics(|s| s.toc.retain(|e| e.header().is_none()));
    let report = sample.verify();
    let _ = expect_error(&report, Check::Metadata, &STATISTICS, "toc");
    assert_eq!(report.check(Check::Rows).unwrap().skipped, ["Statistics.db does not say what is in the SSTable"]);
    let sample = self::sample().edit_statistics(|s| s.toc.retain(|e| e.validation().is_none()));
    let _ = expect_error(&sample.verify(), Check::Metadata, &STATISTICS, "");
}

#[test]
fn the_partitioner_must_be_known() {
    let mut sample = sample();
    let _ = sample.xor(&STATISTICS, "toc[0].body.partitioner.s", 1);
    let report = sample.sealed().verify();
    let _ = expect_error(&report, Check::Metadata, &STATISTICS, "toc[0].body.partitioner.s");
    assert_eq!(report.partitions, 0);
}

#[test]
fn ranges_must_be_ranges() {
    use Severity::{Error, Warning};
    changed(|s| s.max_timestamp = s.min_timestamp - 1, Error, "min_timestamp");
    changed(|s| s.max_local_deletion_time = 1, Error, "min_local_deletion_time");
    changed(|s| s.max_ttl = -1, Error, "min_ttl");
    changed(|s| s.min_ttl = -1, Error, "min_ttl");
    changed(|s| s.sstable_level = -1, Warning, "sstable_level");
    changed(|s| s.repaired_at = -1, Warning, "repaired_at");
    changed(|s| s.total_rows = -1, Error, "total_rows");
    changed(|s| s.total_columns_set = -1, Error, "total_columns_set");
    changed(|s| s.token_space_coverage = Some(1.5), Warning, "token_space_coverage");
    changed(|s| s.token_space_coverage = Some(-0.5), Warning, "token_space_coverage");
    let sample = self::sample().edit_stats(|s| s.token_space_coverage = Some(f64::NAN));
    expect_silence(&sample.verify());
    let sample = Sample::load("nb", "ranges", 0).edit_stats(|s| s.min_local_deletion_time = u32::MAX);
    let path = format!("{}.min_local_deletion_time", Sample::STATS);
    let _ = expect_error(&sample.verify(), Check::Metadata, &STATISTICS, &path);
}

#[test]
fn the_filters_rate_must_be_one() {
    for chance in [0.0, 1.5, f64::NAN] {
        let sample = sample().edit_statistics(|s| s.validation_mut().unwrap().bloom_filter_fp_chance = chance);
        let path = "toc[0].body.bloom_filter_fp_chance";
        let _ = expect_only(&sample.verify(), Severity::Warning, Check::Metadata, &STATISTICS, path);
    }
}

#[test]
fn histograms_must_have_cassandras_buckets() {
    use Severity::Error;
    changed(|s| s.estimated_partition_size.buckets[3].offset += 1, Error, "estimated_partition_size.buckets[3].offset");
    changed(|s| s.estimated_partition_size.buckets[1].offset = 0, Error, "estimated_partition_size.buckets[1].offset");
    let field = "estimated_cell_per_partition_count.buckets[7].count";
    changed(|s| s.estimated_cell_per_partition_count.buckets[7].count = -1, Error, field);
}

#[test]
fn bins_must_be_ascending_and_count_something() {
    use Severity::Warning;
    let two = |s: &mut StatsMetadata| {
        let bins = &mut s.tombstone_bins;
        bins.push(bins[0].clone());
        s.trailing.extend([0; 4]);
    };
    changed(two, Warning, "tombstone_bins[1].point");
    changed(|s| s.tombstone_bins[0].count = 0, Warning, "tombstone_bins[0].count");
    let sample = Sample::load("nb", "ranges", 0).edit_stats(|s| s.tombstone_bins[0].count = 0);
    let path = format!("{}.tombstone_bins[0].count", Sample::STATS);
    let _ = expect_warning(&sample.verify(), Check::Metadata, &STATISTICS, &path);
}

#[test]
fn commit_log_intervals_must_be_ascending_and_within_their_bounds() {
    use Severity::Warning;
    let position = |segment_id, position| CommitLogPosition { segment_id, position, ..Default::default() };
    let set = |s: &mut StatsMetadata, all: &[(i64, i64)]| {
        let interval = |(a, b): &(i64, i64)| CommitLogInterval {
            lower: position(*a, 0),
            upper: position(*b, 0),
            ..Default::default()
        };
        s.commit_log_intervals.as_mut().unwrap().intervals = all.iter().map(interval).collect();
        s.commit_log_lower_bound = all.first().map(|(a, _)| position(*a, 0));
        s.commit_log_upper_bound = position(all.last().unwrap().1, 0);
    };
    expect_silence(&sample().edit_stats(|s| set(s, &[(1, 2), (2, 5), (7, 7)])).verify());
    changed(|s| set(s, &[(2, 1)]), Warning, "commit_log_intervals.intervals[0]");
    changed(|s| set(s, &[(1, 3), (2, 4)]), Warning, "commit_log_intervals.intervals[1]");
    let with = |edit: fn(&mut StatsMetadata)| {
        move |s: &mut StatsMetadata| {
            set(s, &[(1, 2)]);
            edit(s);
        }
    };
    changed(
        with(|s| {
            s.commit_log_lower_bound = Some(CommitLogPosition { segment_id: 9, position: 0, ..Default::default() })
        }),
        Warning,
        "commit_log_lower_bound",
    );
    changed(
        with(|s| s.commit_log_upper_bound = CommitLogPosition { segment_id: 9, position: 0, ..Default::default() }),
        Warning,
        "commit_log_upper_bound",
    );
}

#[test]
fn zeros_behind_the_statistics_are_known_and_other_bytes_are_told() {
    use Severity::{Note, Warning};
    changed(|s| s.trailing[2] = 1, Warning, "trailing");
    changed(|s| s.trailing.truncate(3), Warning, "trailing");
    changed(|s| s.trailing.extend([7; 29]), Note, "trailing");
    // What a newer release writes under an old label is nothing to worry about.
    let report = Sample::load("nb", "ranges", 0).edit_stats(|s| s.trailing.extend([7; 29])).verify();
    assert!(report.is_clean() && report.findings.len() == 1, "{:?}", report.findings);
}

#[test]
fn covered_clusterings_must_be_of_the_headers_types() {
    use Severity::Error;
    changed(
        |s| s.covered_clustering.as_mut().unwrap().lower.kind = PrefixKind::InclEndBound,
        Error,
        "covered_clustering.lower.kind",
    );
    changed(
        |s| s.covered_clustering.as_mut().unwrap().upper.kind = PrefixKind::InclStartBound,
        Error,
        "covered_clustering.upper.kind",
    );
    let mut sample = sample();
    let at = sample.field(&STATISTICS, "toc[2].body.covered_clustering.clustering_types[0]").offset as usize;
    let bytes = sample.bytes(&STATISTICS);
    // Int32Type becomes another class.
    let end = at + 1 + usize::from(bytes[at]);
    bytes[end - 6..end - 4].copy_from_slice(b"99");
    let path = "toc[2].body.covered_clustering.clustering_types";
    let _ = expect_error(&sample.sealed().verify(), Check::Metadata, &STATISTICS, path);
}

#[test]
fn types_must_be_cassandras_own() {
    // Before 4.0 no checksum tells that a letter is another one.
    for (letters, case) in [("mc", "random_09"), ("ma", "clustering_mixed"), ("oa", "tuples"), ("oa", "static_rows")] {
        let sample = Sample::load(letters, case, 0);
        let header = sample.header();
        let lists = [("static_columns", &header.static_columns), ("regular_columns", &header.regular_columns)];
        let columns = lists
            .iter()
            .flat_map(|(name, list)| (0..list.columns.len()).map(move |i| format!("{name}.columns[{i}].column_type")));
        let clustering = (0..header.clustering_types.len()).map(|i| format!("clustering_types[{i}]"));
        for path in clustering.chain(columns).chain(["key_type".to_owned()]) {
            let path = format!("toc[3].body.{path}");
            let mut damaged = sample.clone();
            let field = sample.field(&STATISTICS, &path);
            let bytes = &mut damaged.bytes(&STATISTICS)[field.offset as usize..][..field.len as usize];
            // The innermost class, of the last of the types.
            let at = bytes.windows(8).rposition(|w| w == b".marshal").expect("a class") + 9;
            bytes[at] = b'Q';
            let report = damaged.sealed().verify();
            // Where a checksum holds it is a type that somebody has.
            let (severity, id) = match letters {
                "oa" => (Severity::Warning, "foreign_type"),
                _ => (Severity::Error, "misspelt_type"),
            };
            let found = expect(&report, severity, Check::Metadata, &STATISTICS, &path);
            assert_eq!(found.place, Some(Place::File(field.offset)), "{found}");
            assert_eq!(found.rule.id, id, "{found}");
        }
    }
}

#[test]
fn a_type_that_begins_with_no_letter_is_damaged() {
    // Cassandra takes it for BytesType (`TypeParser.parse`).
    let mut sample = Sample::load("me", "static_rows", 0);
    let path = "toc[3].body.key_type";
    let field = sample.field(&STATISTICS, path);
    let bytes = &mut sample.bytes(&STATISTICS)[field.offset as usize..][..field.len as usize];
    let at = bytes.windows(3).position(|w| w == b"org").expect("a class");
    bytes[at] ^= 0x40;
    let found = expect_error(&sample.verify(), Check::Metadata, &STATISTICS, path);
    assert_eq!(found.rule.id, "misspelt_type", "{found}");
}

#[test]
fn names_of_columns_must_be_utf_8() {
    let sample = Sample::load("oa", "collections", 0).edit_header(|h| {
        // Such a byte stands before all others.
        let columns = &mut h.regular_columns.columns;
        let first = columns.iter().position(|c| c.column_type.is_multi_cell).unwrap();
        columns[first].name.data[0] = 0xff;
    });
    let first = sample.header().regular_columns.columns.iter().position(|c| c.name.data[0] == 0xff).unwrap();
    let path = format!("toc[3].body.regular_columns.columns[{first}].name");
    let found = expect_only(&sample.verify(), Severity::Error, Check::Metadata, &STATISTICS, &path);
    assert!(found.place.is_some());
}

#[test]
fn columns_must_be_in_order() {
    let sample = Sample::load("oa", "collections", 0);
    let columns = sample.header().regular_columns.columns.len();
    assert!(columns > 2);
    let sample = sample.edit_header(|h| h.regular_columns.columns.swap(0, 1));
    let path = "toc[3].body.regular_columns.columns[1].name";
    let _ = expect_error(&sample.verify(), Check::Metadata, &STATISTICS, path);
    let quick = sample.verify_with(cqlite_verify::VerifyOptions { quick: true, ..Default::default() });
    let _ = expect_only(&quick, Severity::Error, Check::Metadata, &STATISTICS, path);
}

#[test]
fn bytes_between_the_parts_are_told() {
    let mut sample = sample();
    // The first part starts where its last byte was not used for anything.
    let first = sample.field(&STATISTICS, "toc[0].ofs").offset as usize;
    let bytes = sample.bytes(&STATISTICS);
    let start = i32::from_be_bytes(bytes[first..first + 4].try_into().unwrap()) as usize;
    bytes.insert(start, 0);
    for i in 0..4 {
        let at = first + 8 * i;
        let ofs = i32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) + 1;
        bytes[at..at + 4].copy_from_slice(&ofs.to_be_bytes());
    }
    let _ = expect_only(&sample.sealed().verify(), Severity::Warning, Check::Metadata, &STATISTICS, "toc");
}

#[test]
fn parts_stand_in_their_order() {
    let report = sample().edit_statistics(|model| model.toc.swap(1, 2)).verify();
    let _ = expect_rule(&report, "parts_order");
    assert!(!report.is_damaged() && report.rows > 0);
}

#[test]
fn times_of_the_header_must_be_such_that_cassandra_reads_them() {
    let report = sample().edit_header(|header| header.min_local_deletion_time += 1 << 40).verify();
    assert!(expect_rule(&report, "encoding_stats").path.ends_with(".min_local_deletion_time_delta"));
    let report = sample().edit_header(|header| header.min_ttl = -1).verify();
    let _ = expect_rule(&report, "header_ttl_range");
}

#[test]
fn bounds_have_no_more_values_than_there_are_clustering_columns() {
    let report = Sample::load("nb", "wide", 0)
        .edit_stats(|stats| {
            let values = &mut stats.legacy_min_clustering.as_mut().unwrap().values;
            values.extend(values.first().cloned().into_iter().cycle().take(9));
        })
        .verify();
    assert!(expect_rule(&report, "bound_size").path.ends_with(".legacy_min_clustering"));
}

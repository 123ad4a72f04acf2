//! Partitions, rows and markers.

use cqlite_format::common::{CellValue, ClusteringValue, PrefixKind};
use cqlite_format::data::{Cell, ColumnData, DeltaDeletionTime, Marker, Partition, Row, SstableData, UnfilteredBody};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Limits;
use cqlite_verify::{Check, Place, Severity, VerifyOptions};

use crate::sample::*;

const DATA: Component = Component::Data;

pub fn plain(case: &str) -> Sample {
    Sample::load("oa", case, 0).plain()
}

pub fn row(partition: &mut Partition, i: usize) -> &mut Row {
    match &mut partition.unfiltereds[i].body {
        Some(UnfilteredBody::Row(row)) => row,
        other => panic!("no row, but {other:?}"),
    }
}

pub fn marker(partition: &mut Partition, i: usize) -> &mut Marker {
    match &mut partition.unfiltereds[i].body {
        Some(UnfilteredBody::Marker(marker)) => marker,
        other => panic!("no marker, but {other:?}"),
    }
}

/// The first cell of a row that is the only one of its column.
pub fn simple(row: &mut Row) -> (usize, &mut Cell) {
    row.body.cells.iter_mut().enumerate().find_map(|(i, c)| Some((i, c.simple.as_mut()?))).unwrap()
}

/// The first column of a row with several cells, at least `least`.
pub fn complex(row: &mut Row, least: usize) -> Option<(usize, &mut ColumnData)> {
    row.body.cells.iter_mut().enumerate().find(|(_, c)| c.cells.as_ref().is_some_and(|cells| cells.len() >= least))
}

pub fn rows_of(data: &mut SstableData) -> impl Iterator<Item = (usize, usize, &mut Row)> {
    data.partitions.iter_mut().enumerate().flat_map(|(p, partition)| {
        partition.unfiltereds.iter_mut().enumerate().filter_map(move |(u, unfiltered)| match &mut unfiltered.body {
            Some(UnfilteredBody::Row(row)) => Some((p, u, &mut **row)),
            _ => None,
        })
    })
}

/// Changes the data, and expects a finding in a field whose path the change tells.
#[track_caller]
pub fn edited(case: &str, severity: Severity, check: Check, edit: impl FnOnce(&mut SstableData) -> String) {
    let mut path = String::new();
    let sample = plain(case).edit_data(|data| path = edit(data));
    let found = expect(&sample.verify(), severity, check, &DATA, &path);
    assert!(matches!(found.place, Some(Place::Data(_))) && found.key.is_some(), "{found:?}");
}

/// Puts a byte in place of the last one of a field, and expects a finding in that field, or in `also`.
#[track_caller]
pub fn patched(case: &str, field: &str, mask: u8, severity: Severity, check: Check, also: &str) {
    let mut sample = plain(case);
    let _ = sample.xor(&DATA, field, mask);
    let path = if also.is_empty() { field } else { also };
    let _ = expect(&sample.data_sealed().verify(), severity, check, &DATA, path);
}

#[test]
fn partitions_must_be_in_order() {
    edited("ranges", Severity::Error, Check::PartitionOrder, |data| {
        data.partitions.swap(0, 1);
        "partitions[1].key".to_owned()
    });
    edited("ranges", Severity::Error, Check::PartitionOrder, |data| {
        let twice = data.partitions[0].clone();
        data.partitions.insert(1, twice);
        "partitions[1].key".to_owned()
    });
}

#[test]
fn every_partitioner_has_its_order() {
    for case in
        ["byteordered_simple", "random_simple", "orderpreserving_simple", "byteordered_composite", "random_composite"]
    {
        edited(case, Severity::Error, Check::PartitionOrder, |data| {
            data.partitions.reverse();
            "partitions[1].key".to_owned()
        });
    }
}

#[test]
fn rows_must_be_in_order() {
    edited("wide", Severity::Error, Check::ClusteringOrder, |data| {
        data.partitions[0].unfiltereds.swap(3, 4);
        "partitions[0].unfiltereds[4].body.clustering".to_owned()
    });
    edited("wide", Severity::Error, Check::ClusteringOrder, |data| {
        let twice = data.partitions[0].unfiltereds[3].clone();
        data.partitions[0].unfiltereds.insert(4, twice);
        "partitions[0].unfiltereds[4].body.clustering".to_owned()
    });
}

#[test]
fn descending_columns_are_in_descending_order() {
    let sample = plain("range_prefix_desc");
    assert!(sample.header().clustering_types.iter().any(|t| t.name.contains("ReversedType")));
    let sample = sample.edit_data(|data| {
        for partition in &mut data.partitions {
            let end = partition.unfiltereds.pop();
            partition.unfiltereds.reverse();
            partition.unfiltereds.extend(end);
        }
    });
    let report = sample.verify();
    assert!(report.check(Check::ClusteringOrder).unwrap().failed > 5, "{:?}", report.findings);
}

#[test]
fn markers_and_rows_share_one_order() {
    edited("ranges", Severity::Error, Check::ClusteringOrder, |data| {
        let at = data.partitions[0]
            .unfiltereds
            .iter()
            .position(|u| matches!(u.body, Some(UnfilteredBody::Marker(_))))
            .unwrap();
        data.partitions[0].unfiltereds.swap(at, at + 1);
        format!("partitions[0].unfiltereds[{}].body.{}", at + 1, "bound")
    });
}

/// Number of the first marker that opens a range, and of the next one, in the first partition.
fn first_range(data: &SstableData) -> (usize, usize) {
    let all = data.partitions[0].unfiltereds.iter().enumerate();
    let markers: Vec<_> =
        all.filter(|(_, u)| matches!(u.body, Some(UnfilteredBody::Marker(_)))).map(|(i, _)| i).collect();
    (markers[0], markers[1])
}

#[test]
fn ranges_must_be_closed_with_the_deletion_they_were_opened_with() {
    edited("ranges", Severity::Error, Check::RangeTombstones, |data| {
        let (_, end) = first_range(data);
        marker(&mut data.partitions[0], end).body.deletion.marked_for_delete_at += 1;
        format!("partitions[0].unfiltereds[{end}].body.body.deletion")
    });
    edited("ranges", Severity::Error, Check::RangeTombstones, |data| {
        let (start, end) = first_range(data);
        let _ = data.partitions[0].unfiltereds.remove(start);
        format!("partitions[0].unfiltereds[{}].body.bound", end - 1)
    });
    edited("ranges", Severity::Error, Check::RangeTombstones, |data| {
        let unfiltereds = &mut data.partitions[0].unfiltereds;
        let is_marker = |u: &cqlite_format::data::Unfiltered| matches!(u.body, Some(UnfilteredBody::Marker(_)));
        let last = unfiltereds.iter().rposition(is_marker).unwrap();
        let _ = unfiltereds.remove(last);
        format!("partitions[0].unfiltereds[{}].flags", unfiltereds.len() - 1)
    });
    edited("ranges", Severity::Error, Check::RangeTombstones, |data| {
        let (start, end) = first_range(data);
        let kind = marker(&mut data.partitions[0], start).bound.kind;
        marker(&mut data.partitions[0], end).bound.kind = kind;
        format!("partitions[0].unfiltereds[{end}].body.bound")
    });
}

#[test]
fn boundaries_close_one_range_and_open_another() {
    edited("range_boundaries", Severity::Error, Check::RangeTombstones, |data| {
        for (p, partition) in data.partitions.iter_mut().enumerate() {
            for (u, unfiltered) in partition.unfiltereds.iter_mut().enumerate() {
                let Some(UnfilteredBody::Marker(m)) = &mut unfiltered.body else { continue };
                if m.is_boundary() {
                    m.body.deletion.local_deletion_time -= 1;
                    return format!("partitions[{p}].unfiltereds[{u}].body.body.deletion");
                }
            }
        }
        panic!("no boundary")
    });
}

#[test]
fn a_marker_cannot_be_a_row_or_delete_nothing() {
    edited("ranges", Severity::Error, Check::RangeTombstones, |data| {
        let (start, _) = first_range(data);
        marker(&mut data.partitions[0], start).bound.kind = PrefixKind::Clustering;
        format!("partitions[0].unfiltereds[{start}].body.bound.kind")
    });
    edited("ranges", Severity::Warning, Check::RangeTombstones, |data| {
        let (start, _) = first_range(data);
        let live = DeltaDeletionTime { marked_for_delete_at: i64::MIN, local_deletion_time: -1, ..Default::default() };
        marker(&mut data.partitions[0], start).body.deletion = live;
        format!("partitions[0].unfiltereds[{start}].body.body.deletion")
    });
}

#[test]
fn impossible_deletion_times_are_found() {
    use Check::DeletionTimes;
    // As Cassandra writes 2^32 - 2: the difference has 32 bits, signed.
    let invalid = |marked_for_delete_at| DeltaDeletionTime {
        marked_for_delete_at,
        local_deletion_time: -2,
        ..Default::default()
    };
    edited("ranges", Severity::Error, DeletionTimes, |data| {
        let (start, _) = first_range(data);
        marker(&mut data.partitions[0], start).body.deletion = invalid(5);
        format!("partitions[0].unfiltereds[{start}].body.body.deletion.local_deletion_time")
    });
    edited("deletions", Severity::Error, DeletionTimes, |data| {
        let (p, u, row) = rows_of(data).find(|(_, _, row)| row.body.deletion.is_some()).unwrap();
        row.body.deletion = Some(invalid(5));
        format!("partitions[{p}].unfiltereds[{u}].body.body.deletion.local_deletion_time")
    });
    edited("deletions_complex", Severity::Error, DeletionTimes, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let at = row.body.cells.iter().position(|c| c.complex_deletion.is_some())?;
            row.body.cells[at].complex_deletion = Some(invalid(5));
            Some((p, u, at))
        });
        let (p, u, at) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{at}].complex_deletion.local_deletion_time")
    });
    edited("partition_deletions", Severity::Error, DeletionTimes, |data| {
        let p = data.partitions.iter().position(|p| !p.deletion.is_live).unwrap();
        data.partitions[p].deletion.local_deletion_time = Some(0xffff_fffe);
        format!("partitions[{p}].deletion.local_deletion_time")
    });
    edited("ttl", Severity::Error, DeletionTimes, |data| {
        let (p, u, row) = rows_of(data).find(|(_, _, row)| row.body.ttl.is_some()).unwrap();
        row.body.ttl = Some(0);
        format!("partitions[{p}].unfiltereds[{u}].body.body.ttl_delta")
    });
    edited("ttl", Severity::Error, DeletionTimes, |data| {
        let (p, u, row) = rows_of(data).find(|(_, _, row)| row.body.ttl.is_some()).unwrap();
        row.body.local_deletion_time = Some(5);
        format!("partitions[{p}].unfiltereds[{u}].body.body.local_deletion_time_delta")
    });
    // Negative ones exist in versions of 31 bits only.
    let sample = Sample::load("nb", "ranges", 0).plain().edit_data(|data| {
        let (start, _) = first_range(data);
        marker(&mut data.partitions[0], start).body.deletion.local_deletion_time = -7;
    });
    let found = expect_error(&sample.verify(), DeletionTimes, &DATA, "");
    assert_eq!(found.rule.id, "invalid_deletion_time", "{found}");
}

#[test]
fn a_live_partition_has_no_other_flags() {
    patched("ranges", "partitions[0].deletion.flags", 0x01, Severity::Error, Check::Rows, "");
}

#[test]
fn deletions_of_the_future_are_warned_of() {
    let sample = plain("ranges");
    let options = |now| VerifyOptions { now: Some(now), ..VerifyOptions::default() };
    expect_silence(&sample.verify_with(options(4_000_000_000)));
    let report = sample.verify_with(options(1_000_000_000));
    let _ = expect_warning(&report, Check::DeletionTimes, &DATA, "");
    assert!(!report.is_damaged());
}

#[test]
fn distances_must_lead_back() {
    for i in [0, 1, 5] {
        patched(
            "wide",
            &format!("partitions[0].unfiltereds[{i}].body.body.prev_len"),
            0x01,
            Severity::Error,
            Check::Rows,
            "",
        );
    }
    patched("ranges", "partitions[0].unfiltereds[3].body.body.prev_len", 0x01, Severity::Error, Check::Rows, "");
    patched("static_rows", "partitions[0].static_row.body.body.prev_len", 0x01, Severity::Error, Check::Rows, "");
}

#[test]
fn flags_must_make_sense() {
    use Severity::{Error, Warning};
    let flags = "partitions[0].unfiltereds[0].flags";
    // A TTL without a timestamp.
    patched("ranges", flags, 0x0c, Error, Check::Rows, "");
    let last = Sample::load("oa", "ranges", 0).plain().fields(&DATA);
    let end = last
        .iter()
        .rfind(|f| f.path.starts_with("partitions[0].unfiltereds") && f.path.ends_with(".flags"))
        .unwrap()
        .path
        .clone();
    patched("ranges", &end, 0x10, Error, Check::Rows, "");
    patched("ranges", "partitions[0].unfiltereds[3].flags", 0x08, Error, Check::Rows, "");
    patched("static_rows", "partitions[0].static_row.ext_flags", 0x04, Error, Check::Rows, "");
    let _ = Warning;
}

#[test]
fn the_static_row_has_its_place() {
    let mut sample = plain("static_rows");
    let _ = sample.xor(&DATA, "partitions[0].static_row.ext_flags", 0x01);
    let report = sample.data_sealed().verify();
    let _ = expect_error(&report, Check::Rows, &DATA, "partitions[0].static_row.ext_flags");
    let mut sample = plain("static_rows");
    let _ = sample.set(&DATA, "partitions[0].static_row.flags", &[0x01]);
    let report = sample.data_sealed().verify();
    let _ = expect_error(&report, Check::Rows, &DATA, "partitions[0].static_row.flags");
}

#[test]
fn a_static_row_among_the_others_is_found() {
    let mut sample = plain("static_rows");
    let at = |sample: &Sample, field: &str| {
        usize::try_from(sample.field(&DATA, &format!("partitions[0].{field}.flags")).offset).unwrap()
    };
    let (begin, end) = (at(&sample, "static_row"), at(&sample, "unfiltereds[0]"));
    let row = sample.bytes(&DATA)[begin..end].to_vec();
    let _: Vec<u8> = sample.bytes(&DATA).splice(end..end, row).collect();
    let report = sample.data_sealed().verify();
    let _ = expect_error(&report, Check::Rows, &DATA, "partitions[0].unfiltereds[0].ext_flags");
}

#[test]
fn lengths_that_lead_astray_are_found_and_the_rest_is_read() {
    for (field, mask) in [("body.len_body", 0x40), ("body.len_body", 0x02), ("flags", 0x02)] {
        let mut sample = plain("ranges");
        let whole = sample.verify();
        let _ = sample.xor(&DATA, &format!("partitions[0].unfiltereds[0].{field}"), mask);
        let report = sample.data_sealed().verify();
        assert!(report.is_damaged(), "{field}");
        // All later partitions are found again by the index.
        assert!(
            report.check(Check::PartitionOrder).unwrap().count + 1 >= whole.partitions,
            "{field}: {:?}",
            report.findings
        );
        assert!(report.check(Check::Totals).unwrap().skipped.len() == 1);
    }
}

#[test]
fn a_row_that_is_cut_off_is_found() {
    for letters in ["oa", "da"] {
        let mut sample = Sample::load(letters, "ranges", 0).plain();
        let len = sample.parts[&DATA].len();
        sample.bytes(&DATA).truncate(len - 3);
        let report = sample.data_sealed().verify();
        let _ = expect_error(&report, Check::Rows, &DATA, "");
    }
}

#[test]
fn rows_longer_than_the_limit_are_passed_over() {
    let sample = Sample::load("oa", "wide_big_rows", 0);
    expect_silence(&sample.verify());
    let limits = Limits { row: 1000, ..Limits::DEFAULT };
    let report = sample.verify_with(VerifyOptions { limits, ..VerifyOptions::default() });
    assert!(!report.is_damaged(), "{:?}", report.findings);
    let found = expect_warning(&report, Check::Rows, &DATA, "");
    assert_eq!(found.rule.id, "oversized_row", "{found}");
}

#[test]
fn things_that_cassandra_never_writes_are_warned_of() {
    use Severity::Warning;
    edited("ranges", Warning, Check::Rows, |data| {
        let body = &mut row(&mut data.partitions[0], 0).body;
        (body.timestamp, body.deletion) = (None, None);
        for column in &mut body.cells {
            (column.simple, column.cells) = (None, None);
        }
        "partitions[0].unfiltereds[0].body.body".to_owned()
    });
    edited("ranges", Warning, Check::Cells, |data| {
        let (_, cell) = simple(row(&mut data.partitions[0], 0));
        cell.value = Some(CellValue { data: Vec::new(), ..Default::default() });
        "partitions[0].unfiltereds[0].body.body.cells[0].simple.value".to_owned()
    });
    edited("collections", Warning, Check::Cells, |data| {
        let found = rows_of(data).find_map(|(p, u, row)| {
            let (c, column) = complex(row, 1)?;
            column.cells.as_mut()?.clear();
            let live =
                DeltaDeletionTime { marked_for_delete_at: i64::MIN, local_deletion_time: -1, ..Default::default() };
            column.complex_deletion = column.complex_deletion.is_some().then_some(live);
            Some((p, u, c))
        });
        let (p, u, c) = found.unwrap();
        format!("partitions[{p}].unfiltereds[{u}].body.body.cells[{c}].num_cells")
    });
    edited("deletions", Warning, Check::Rows, |data| {
        let (p, u, row) = rows_of(data).find(|(_, _, row)| row.body.deletion.is_some()).unwrap();
        row.body.deletion =
            Some(DeltaDeletionTime { marked_for_delete_at: i64::MIN, local_deletion_time: -1, ..Default::default() });
        format!("partitions[{p}].unfiltereds[{u}].body.body.deletion")
    });
}

/// Changes the data of a sample, and expects a rule to be broken.
#[track_caller]
pub fn breaks(sample: Sample, id: &str, edit: impl FnOnce(&mut SstableData)) {
    let _ = expect_rule(&sample.plain().edit_data(edit).verify(), id);
}

const LIVE: DeltaDeletionTime = DeltaDeletionTime { marked_for_delete_at: i64::MIN, local_deletion_time: -1 };

#[test]
fn clusterings_have_no_bits_and_no_values_beyond_those_there_are() {
    let mut sample = plain("ranges");
    let _ = sample.xor(&DATA, "partitions[0].unfiltereds[0].body.clustering.blocks[0].header", 0x40);
    let _ = expect_rule(&sample.data_sealed().verify(), "clustering_bits");
    breaks(Sample::load("oa", "ranges", 0), "marker_size", |data| {
        let (start, _) = first_range(data);
        let values = &mut marker(&mut data.partitions[0], start).bound.values.blocks[0].values;
        // Those that are null have no type.
        values.resize(9, ClusteringValue { kind: 2, val: None });
    });
}

#[test]
fn what_a_row_says_of_itself_holds() {
    breaks(Sample::load("oa", "ranges", 0), "timestamp_of_none", |data| {
        row(&mut data.partitions[0], 0).body.timestamp = Some(i64::MIN);
    });
    // None of the columns is missing.
    let mut sample = plain("ranges");
    let [flags, len, cells] = ["flags", "body.len_body", "body.body.cells[0]"]
        .map(|path| sample.field(&DATA, &format!("partitions[0].unfiltereds[0].{path}")).offset as usize);
    let bytes = sample.bytes(&DATA);
    bytes[flags] ^= 0x20;
    bytes[len] += 1;
    bytes.insert(cells, 0);
    let _ = expect_rule(&sample.data_sealed().verify(), "full_subset");
    breaks(Sample::load("oa", "collections", 0), "complex_deletion_flag", |data| {
        let found = rows_of(data).find_map(|(_, _, row)| complex(row, 1).is_some().then_some(row));
        let columns = found.unwrap().body.cells.iter_mut().filter(|column| column.cells.is_some());
        columns.for_each(|column| column.complex_deletion = Some(LIVE));
    });
}

#[test]
fn a_boundary_that_3_0_0_wrote_twice_is_told() {
    let report = Sample::load("ma", "random_08", 1).verify();
    let _ = expect_rule(&report, "duplicate_marker");
}

#[test]
fn deletion_times_are_within_those_of_the_version() {
    breaks(Sample::load("oa", "partition_deletions", 0), "deletion_time_of_none", |data| {
        let partition = data.partitions.iter_mut().find(|p| !p.deletion.is_live).unwrap();
        partition.deletion.local_deletion_time = Some(0xffff_ffff);
    });
    breaks(Sample::load("nb", "ranges", 0), "deletion_time_range", |data| {
        let (start, _) = first_range(data);
        marker(&mut data.partitions[0], start).body.deletion.local_deletion_time = i64::from(i32::MAX);
    });
}

#[test]
fn ranges_of_nothing_are_those_of_nothing() {
    breaks(Sample::load("oa", "simple", 0), "bounds_of_nothing", |data| {
        for partition in &mut data.partitions {
            let _ = partition.unfiltereds.drain(..partition.unfiltereds.len() - 1);
        }
    });
}

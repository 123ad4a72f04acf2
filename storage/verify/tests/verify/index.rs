//! Index.db, Summary.db and Filter.db.

use cqlite_format::common::{ClusteringValue, DeletionTime, PrefixKind};
use cqlite_format::index::{Entry, IndexInfo, PromotedIndex, SstableIndex, SstableIndexParams};
use cqlite_format::summary::{SstableSummary, SstableSummaryParams};
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Severity, VerifyOptions};

use crate::sample::*;

const INDEX: Component = Component::PrimaryIndex;
const SUMMARY: Component = Component::Summary;
const FILTER: Component = Component::Filter;
const DATA: Component = Component::Data;

fn quick() -> VerifyOptions {
    VerifyOptions { quick: true, ..VerifyOptions::default() }
}

/// Changes the entries of Index.db; Summary.db does not follow.
fn edit(mut sample: Sample, edit: impl FnOnce(&mut Vec<Entry>)) -> Sample {
    let header = sample.header();
    let params = SstableIndexParams::new(sample.version, &header.clustering_types);
    let mut model = SstableIndex::decode(&mut Reader::new(&sample.parts[&INDEX]), &params).unwrap();
    edit(&mut model.entries);
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, &params).unwrap();
    *sample.bytes(&INDEX) = buffer.into_bytes();
    sample
}

/// Without row indexes, so that nothing but keys and positions can be wrong.
fn narrow() -> Sample {
    Sample::load("oa", "simple", 0)
}

/// With row indexes.
fn wide() -> Sample {
    Sample::load("oa", "wide", 0)
}

#[test]
fn deletions_in_the_index_have_one_form() {
    let mut sample = Sample::load("ma", "wide_static", 0);
    let path = "entries[0].promoted.deletion_time";
    let _ = sample.set(&INDEX, &format!("{path}.legacy_local_deletion_time"), &[0xff; 4]);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::RowIndexMatch, &INDEX, path);
}

#[test]
fn keys_must_be_in_order() {
    let sample = edit(narrow(), |entries| entries.swap(1, 2));
    for options in [quick(), VerifyOptions::default()] {
        let _ = expect_error(&sample.verify_with(options), Check::Index, &INDEX, "entries[2].key");
    }
    let sample = edit(narrow(), |entries| entries[2].key = entries[1].key.clone());
    let _ = expect_error(&sample.verify_with(quick()), Check::Index, &INDEX, "entries[2].key");
}

#[test]
fn positions_must_be_ascending_from_0_and_within_the_data() {
    let sample = edit(narrow(), |entries| entries[0].data_pos = 1);
    let _ = expect_error(&sample.verify_with(quick()), Check::Index, &INDEX, "entries[0].data_pos");
    let sample = edit(narrow(), |entries| entries[2].data_pos = entries[1].data_pos);
    let _ = expect_error(&sample.verify_with(quick()), Check::Index, &INDEX, "entries[2].data_pos");
    let sample = edit(narrow(), |entries| entries.last_mut().unwrap().data_pos = 1 << 40);
    let last = format!("entries[{}].data_pos", count(&sample) - 1);
    let _ = expect_error(&sample.verify_with(quick()), Check::Index, &INDEX, &last);
}

fn count(sample: &Sample) -> usize {
    sample.fields(&INDEX).iter().filter(|f| f.path.starts_with("entries[") && !f.path.contains('.')).count()
}

#[test]
fn each_entry_must_have_its_partition() {
    let sample = edit(narrow(), |entries| entries[2].data_pos += 1);
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &INDEX, "entries[2].data_pos");
    // Another key at the same place.
    let sample = edit(narrow(), |entries| *entries[2].key.data.last_mut().unwrap() ^= 1);
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &INDEX, "entries[2].key");
    // A partition that is not there.
    let sample = edit(narrow(), |entries| {
        let mut entry = entries[2].clone();
        entry.data_pos += 1;
        entry.key.data.push(0);
        entries.push(entry);
    });
    let last = format!("entries[{}].key", count(&sample) - 1);
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &INDEX, &last);
    // An entry that is not there.
    for i in [0, 2] {
        let sample = edit(narrow(), |entries| drop(entries.remove(i)));
        let report = sample.verify();
        let _ = expect_error(&report, Check::IndexMatch, &DATA, &format!("partitions[{i}].key"));
        assert_eq!(report.check(Check::IndexMatch).unwrap().failed, 1, "{:?}", report.findings);
    }
    let sample = edit(narrow(), |entries| drop(entries.pop()));
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &DATA, &format!("partitions[{}].key", count(&sample)));
}

#[test]
fn an_index_that_does_not_decode_is_told_and_the_rows_are_read() {
    let mut sample = narrow();
    let len = sample.parts[&INDEX].len();
    sample.bytes(&INDEX).truncate(len - 1);
    let whole = narrow().verify();
    let report = sample.verify();
    let _ = expect_error(&report, Check::Decoding, &INDEX, "");
    assert_eq!(report.partitions, whole.partitions);
    assert_eq!(report.check(Check::IndexMatch).unwrap().failed, 0);
    let mut sample = narrow();
    sample.bytes(&INDEX).clear();
    let report = sample.verify();
    let _ = expect_error(&report, Check::Index, &INDEX, "");
    assert_eq!(report.partitions, whole.partitions);
}

fn promoted(entries: &mut [Entry]) -> &mut PromotedIndex {
    entries[0].promoted.as_mut().unwrap()
}

fn block(entries: &mut [Entry], i: usize) -> &mut IndexInfo {
    &mut promoted(entries).blocks[i]
}

#[track_caller]
fn row_index(change: impl FnOnce(&mut [Entry]), checks: &[Check], field: &str) {
    let sample = edit(wide(), |entries| change(entries));
    let report = sample.verify();
    for check in checks {
        let _ = expect_error(&report, *check, &INDEX, &format!("entries[0].promoted.{field}"));
    }
}

#[test]
fn row_indexes_must_agree_with_the_partition() {
    use Check::{RowIndex, RowIndexMatch};
    row_index(|e| promoted(e).header_length += 1, &[RowIndex], "blocks[0].offset");
    row_index(|e| promoted(e).header_length += 1, &[RowIndexMatch], "header_length");
    let deletion = DeletionTime {
        is_live: false,
        marked_for_delete_at: Some(1),
        local_deletion_time: Some(1),
        ..Default::default()
    };
    row_index(|e| promoted(e).deletion_time = deletion, &[RowIndexMatch], "deletion_time");
    row_index(|e| block(e, 1).offset += 1, &[RowIndex, RowIndexMatch], "blocks[1].offset");
    row_index(|e| block(e, 1).width += 1, &[RowIndexMatch], "blocks[1].width_delta");
    row_index(|e| block(e, 1).width = -5, &[RowIndex], "blocks[1].width_delta");
    row_index(|e| block(e, 1).end_open_marker = Some(deletion), &[RowIndexMatch], "blocks[1].end_open_marker");
    let value = |info: &mut IndexInfo, first: bool| {
        let name = if first { &mut info.first_name } else { &mut info.last_name };
        *name.values.blocks[0].values[0].val.as_mut().unwrap().data.last_mut().unwrap() ^= 1;
    };
    row_index(|e| value(block(e, 1), true), &[RowIndexMatch], "blocks[1].first_name");
    row_index(|e| value(block(e, 1), false), &[RowIndexMatch], "blocks[1].last_name");
    row_index(|e| block(e, 1).first_name.kind = PrefixKind::InclStartBound, &[RowIndexMatch], "blocks[1].first_name");
    row_index(|e| drop(promoted(e).blocks.pop()), &[RowIndexMatch], "num_blocks");
    row_index(|e| promoted(e).blocks.swap(1, 2), &[RowIndex], "blocks[2].first_name");
    row_index(
        |e| {
            let block = block(e, 1);
            std::mem::swap(&mut block.first_name, &mut block.last_name);
        },
        &[RowIndex],
        "blocks[1].last_name",
    );
}

#[test]
fn row_indexes_have_no_block_without_rows() {
    let sample = edit(wide(), |entries| {
        let blocks = &mut entries[0].promoted.as_mut().unwrap().blocks;
        let mut more = blocks.last().unwrap().clone();
        more.offset = (more.offset as i64 + more.width) as u64;
        more.first_name = more.last_name.clone();
        blocks.push(more);
    });
    let report = sample.verify();
    let last = report.findings.iter().find(|f| f.check() == Check::RowIndexMatch).unwrap();
    assert!(last.path.starts_with("entries[0].promoted.blocks["), "{last}");
}

#[test]
fn an_index_of_one_block_is_warned_of() {
    let sample = edit(wide(), |entries| {
        let blocks = &mut entries[0].promoted.as_mut().unwrap().blocks;
        let last = blocks.last().unwrap();
        let (end, name) = (last.offset as i64 + last.width, last.last_name.clone());
        blocks.truncate(1);
        blocks[0].width = end - blocks[0].offset as i64;
        blocks[0].last_name = name;
    });
    let _ = expect_warning(&sample.verify(), Check::RowIndex, &INDEX, "entries[0].promoted.num_blocks");
}

#[test]
fn offsets_of_blocks_must_be_where_they_are() {
    let mut sample = wide();
    let field =
        sample.fields(&INDEX).into_iter().find(|f| f.path.starts_with("entries[0].promoted.offsets[1]")).unwrap();
    sample.bytes(&INDEX)[field.offset as usize + 3] ^= 1;
    let report = sample.verify();
    let found = expect_only(&report, Severity::Error, Check::RowIndex, &INDEX, "entries[0].promoted.offsets[1]");
    assert_eq!(found.place.map(|p| p.offset()), Some(field.offset));
}

#[test]
fn open_ranges_at_the_ends_of_blocks_are_compared() {
    let has_open = |entries: &[Entry]| {
        entries.iter().flat_map(|e| &e.promoted).flat_map(|p| &p.blocks).any(|b| b.end_open_marker.is_some())
    };
    for letters in ["oa", "nb", "ma"] {
        let mut found = false;
        let sample = Sample::load(letters, "wide_open_markers", 0);
        expect_silence(&sample.verify());
        let sample = edit(sample, |entries| {
            found = has_open(entries);
            for block in entries.iter_mut().flat_map(|e| &mut e.promoted).flat_map(|p| &mut p.blocks) {
                block.end_open_marker = None;
            }
        });
        assert!(found, "no range is open at the end of a block");
        let report = sample.verify();
        let is_it =
            |f: &cqlite_verify::Finding| f.check() == Check::RowIndexMatch && f.path.ends_with("end_open_marker");
        assert!(report.findings.iter().any(is_it), "{:?}", report.findings);
    }
}

/// Of several hundred keys, with the summary that belongs to it.
fn sampled() -> Option<Sample> {
    for case in ["many_text_keys", "many_partitions"] {
        let sample = Sample::load("oa", case, 0);
        if sample.parts.contains_key(&SUMMARY) && sample.fields(&SUMMARY).iter().any(|f| f.path == "entries[2]") {
            return Some(sample);
        }
    }
    None
}

#[test]
fn samples_must_be_of_entries() {
    let sample = sampled().expect("a case with more than 256 keys");
    expect_silence(&sample.verify());
    let changed = |field: &str, mask: u8, severity: Severity, path: &str| {
        let mut sample = sample.clone();
        // Numbers of this part are little-endian: the first byte is the least.
        let at = sample.field(&SUMMARY, field).offset as usize;
        sample.bytes(&SUMMARY)[at] ^= mask;
        for options in [quick(), VerifyOptions::default()] {
            let _ = expect(&sample.verify_with(options), severity, Check::Summary, &SUMMARY, path);
        }
    };
    changed("entries[1].key", 0x01, Severity::Error, "entries[1].key");
    changed("entries[1].index_pos", 0x01, Severity::Error, "entries[1].index_pos");
    changed("entries[0].index_pos", 0x01, Severity::Error, "entries[0].index_pos");
    // Where one entry ends and the other begins, is told nowhere else.
    changed("offsets[1]", 0x01, Severity::Error, "entries[1].key");
    let mut other = sample.clone();
    let _ = other.xor(&SUMMARY, "offsets[0]", 0x01);
    let _ = expect_error(&other.verify(), Check::Decoding, &SUMMARY, "");
    changed("first_key.data", 0x01, Severity::Error, "first_key");
    changed("last_key.data", 0x01, Severity::Error, "last_key");
    let mut other = sample.clone();
    let _ = other.set(&SUMMARY, "min_index_interval", &64i32.to_be_bytes());
    let report = other.verify();
    let _ = expect_warning(&report, Check::Summary, &SUMMARY, "min_index_interval");
    let _ = expect_warning(&report, Check::Summary, &SUMMARY, "size_at_full_sampling");
    let mut other = sample.clone();
    let _ = other.set(&SUMMARY, "sampling_level", &64i32.to_be_bytes());
    let _ = expect_warning(&other.verify(), Check::Summary, &SUMMARY, "min_index_interval");
    let mut other = sample.clone();
    let _ = other.xor(&SUMMARY, "size_at_full_sampling", 1);
    let _ = expect_only(&other.verify(), Severity::Warning, Check::Summary, &SUMMARY, "size_at_full_sampling");
}

#[test]
fn a_summary_ends_with_its_last_key() {
    let mut sample = narrow();
    sample.bytes(&SUMMARY).push(0);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &SUMMARY, "");
    let mut sample = narrow();
    let len = sample.parts[&SUMMARY].len();
    sample.bytes(&SUMMARY).truncate(len - 1);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &SUMMARY, "last_key.data");
    let mut sample = narrow();
    let _ = sample.set(&SUMMARY, "sampling_level", &129i32.to_be_bytes());
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &SUMMARY, "sampling_level");
}

#[test]
fn the_filter_must_let_every_key_through_and_no_more_than_it_must() {
    for letters in ["oa", "da", "me", "nb"] {
        let sample = Sample::load(letters, "simple", 0);
        let words = sample.parts[&FILTER].len() - 8;
        let mut closed = sample.clone();
        closed.bytes(&FILTER)[8..].fill(0);
        let report = closed.verify();
        assert_eq!(report.check(Check::Filter).unwrap().failed, report.partitions, "{letters}");
        let found = expect_error(&report, Check::Filter, &FILTER, "words");
        assert!(found.key.is_some());
        let mut open = sample.clone();
        let at = 8 + sample.parts[&FILTER][8..].iter().position(|b| *b == 0).unwrap_or(words - 1);
        open.bytes(&FILTER)[at] = 0xff;
        let report = open.verify();
        let _ = expect_only(&report, Severity::Warning, Check::Filter, &FILTER, &format!("words[{}]", (at - 8) / 8));
        assert!(!report.is_damaged());
    }
    // Without the rows the keys of Index.db are at hand.
    let mut closed = narrow();
    closed.bytes(&FILTER)[8..].fill(0);
    let _ = expect_error(&closed.verify_with(quick()), Check::Filter, &FILTER, "words");
}

#[test]
fn the_filters_head_must_be_sane() {
    for hashes in [0i32, 21, -1, i32::MAX] {
        let mut sample = narrow();
        let _ = sample.set(&FILTER, "num_hashes", &hashes.to_be_bytes());
        let report = sample.verify();
        assert_eq!(report.findings.len(), 1, "{:?}", report.findings);
        assert_eq!((report.findings[0].component.clone(), report.findings[0].path.as_str()), (FILTER, "num_hashes"));
    }
    let mut sample = narrow();
    sample.bytes(&FILTER).push(0);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &FILTER, "");
    let mut sample = narrow();
    let len = sample.parts[&FILTER].len();
    sample.bytes(&FILTER).truncate(len - 1);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &FILTER, "words");
    let mut sample = narrow();
    sample.bytes(&FILTER).truncate(8);
    sample.bytes(&FILTER)[4..].fill(0);
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Filter, &FILTER, "num_words");
}

#[test]
fn an_emptied_filter_is_found() {
    for letters in ["mc", "nb", "oa", "da"] {
        let mut sample = Sample::load(letters, "simple", 0);
        sample.bytes(&FILTER).clear();
        for report in [sample.verify(), sample.verify_with(quick())] {
            let found = expect_only(&report, Severity::Warning, Check::Filter, &FILTER, "");
            assert_eq!(found.rule.id, "empty_filter", "{letters}: {found}");
        }
    }
}

#[test]
fn bits_of_values_that_a_block_s_name_does_not_have_are_found() {
    let mut sample = Sample::load("oa", "wide_open_markers", 0);
    let _ = sample.xor(&INDEX, "entries[1].promoted.blocks[0].first_name.values.blocks[0].header", 0x04);
    let _ = expect_warning(&sample.verify(), Check::RowIndex, &INDEX, "entries[1].promoted.blocks[0].first_name");
}

#[test]
fn components_that_are_not_described_are_counted() {
    let report = Sample::load("oa", "index_sai", 0).verify();
    let skipped = &report.check(Check::Decoding).unwrap().skipped;
    assert!(skipped.iter().any(|why| why.contains("does not describe")), "{skipped:?}");
}

/// Puts other bytes in the place of a field, and expects a rule to be broken.
#[track_caller]
fn breaks(mut sample: Sample, component: &Component, path: &str, bytes: &[u8], id: &str) {
    let _ = sample.set(component, path, bytes);
    let _ = expect_rule(&sample.verify(), id);
}

#[test]
fn row_indexes_that_do_not_decode_are_told() {
    breaks(wide(), &INDEX, "entries[0].promoted.blocks[1].first_name.kind", &[0x7f], "undecodable_row_index");
    breaks(wide(), &INDEX, "entries[0].promoted.offsets[1]", &i32::MAX.to_be_bytes(), "block_pointer_invalid");
    let num_blocks = "entries[0].promoted.num_blocks";
    let count = wide().parts[&INDEX][wide().field(&INDEX, num_blocks).offset as usize];
    breaks(wide(), &INDEX, num_blocks, &[count - 1], "block_pointers_position");
}

#[test]
fn names_have_no_more_values_than_there_are_clustering_columns() {
    let sample = edit(wide(), |entries| {
        let name = &mut block(entries, 1).first_name;
        name.kind = PrefixKind::InclStartBound;
        // Those that are null have no type.
        name.values.blocks[0].values.push(ClusteringValue { kind: 2, val: None });
    });
    let _ = expect_rule(&sample.verify(), "block_name_size");
}

/// Changes the width of the last block of the first row index.
fn last_width(sample: Sample, more: i64) -> Sample {
    edit(sample, |entries| promoted(entries).blocks.last_mut().unwrap().width += more)
}

#[test]
fn the_last_block_ends_with_the_rows_or_the_partition() {
    let _ = expect_rule(&last_width(wide(), -1).verify(), "last_block_too_short");
    let _ = expect_rule(&last_width(wide(), 7).verify(), "last_block_end");
    // The rows after the last block but one are taken away: it is full, and has ended before the end of the partition was written.
    let mut end = 0;
    let sample = edit(wide().plain(), |entries| {
        end = entries[0].data_pos + promoted(entries).blocks.pop().unwrap().offset;
    });
    let is_row = |path: &str| path.starts_with("partitions[0].unfiltereds[") && path.matches('.').count() == 1;
    let at = sample.fields(&DATA).iter().filter(|f| is_row(&f.path)).position(|f| f.offset >= end).unwrap();
    let sample = sample.edit_data(|data| {
        let unfiltereds = &mut data.partitions[0].unfiltereds;
        let last = unfiltereds.len() - 1;
        drop(unfiltereds.drain(at..last));
    });
    let _ = expect_rule(&last_width(sample, 1).verify(), "last_block_too_long");
}

/// Changes Summary.db.
fn edit_summary(mut sample: Sample, edit: impl FnOnce(&mut SstableSummary)) -> Sample {
    let params = SstableSummaryParams::new(sample.version);
    let mut model = SstableSummary::decode(&mut Reader::new(&sample.parts[&SUMMARY]), &params).unwrap();
    edit(&mut model);
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, &params).unwrap();
    *sample.bytes(&SUMMARY) = buffer.into_bytes();
    sample
}

#[test]
fn offsets_and_positions_of_samples_are_possible() {
    let sample = sampled().expect("a case with more than 256 keys");
    let none = edit_summary(sample.clone(), |model| model.entries.clear());
    breaks(none, &SUMMARY, "len_offsets_and_entries", &(1i64 << 32).to_be_bytes(), "entries_length");
    breaks(sample.clone(), &SUMMARY, "entries[1].index_pos", &[0xff; 8], "negative_sample_position");
    // All entries begin a byte later, but for the first one, which is a byte shorter.
    let mut other = sample.clone();
    let len = sample.field(&SUMMARY, "len_offsets_and_entries");
    for at in [sample.field(&SUMMARY, "offsets[0]").offset, len.offset + len.len - 1] {
        other.bytes(&SUMMARY)[at as usize] += 1;
    }
    let _ = expect_rule(&other.verify(), "sample_offset");
    let _ = expect_rule(&edit_summary(sample, |model| drop(model.entries.pop())).verify(), "missing_samples");
}

//! Statistics.db of versions in which it has no checksums: what rows are read by is proven otherwise, or said not to be.

use std::fs;
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Component, Descriptor};
use cqlite::write::{HeaderProof, Salvage, WriteOptions};
use cqlite::SstableVersion;
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_runtime::{Buffer, Reader};
use cqlite_test_data::{corpus, shared};
use serde_json::Value;

use crate::mutants::number;
use crate::subject::{dumped, Form, Subject};

/// Of the bits of a Statistics.db one in so many is flipped, unless `SALVAGE_STRIDE` says otherwise.
const STRIDE: u64 = 257;
/// Of live rows only; with deletions; with TTLs; with static rows.
const CASES: [&str; 4] =
    ["me/compression_lz4_4/me-1-big-", "me/range_boundaries/me-1-big-", "me/ttl/me-1-big-", "me/static_rows/me-1-big-"];

#[test]
fn statistics_without_checksums_are_not_believed_against_the_rows() {
    let subject = Subject::load("me/compression_lz4_4/me-1-big-", Form::Stored);
    let (params, bytes) = (SstableStatisticsParams::new(subject.version), &subject.files[&Component::Statistics]);
    let stored = SstableStatistics::decode(&mut Reader::new(bytes), &params).expect("statistics");
    for shift in [-1_000_000, -1, 1, 1_000_000] {
        let mut other = stored.clone();
        other.header_mut().expect("a header").min_timestamp += shift;
        let mut buffer = Buffer::default();
        other.encode(&mut buffer, &params).expect("statistics");
        let new = tempfile::tempdir().expect("a folder");
        let e =
            subject.salvage(&[(Component::Statistics, Some(buffer.into_bytes()))], new.path()).expect_err("no proof");
        assert!(e.to_string().contains("no checksum tells whether Statistics.db is wrong"), "{e}");
    }
}

#[test]
fn a_flipped_bit_gives_no_rows_that_are_said_to_be_proven() {
    let (mut refused, mut kept, mut renamed) = (0, 0, 0);
    let stride = usize::try_from(number("SALVAGE_STRIDE", STRIDE)).expect("a number");
    for case in CASES {
        let subject = Subject::load(case, Form::Stored);
        let bytes = &subject.files[&Component::Statistics];
        for bit in (0..bytes.len() * 8).step_by(stride) {
            let mut other = bytes.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            let changes = [(Component::Statistics, Some(other))];
            let (what, new) = (format!("{case}, bit {bit}"), tempfile::tempdir().expect("a folder"));
            let strict = Salvage::new(WriteOptions::new());
            let Ok(salvaged) = subject.salvage_by(&strict, &changes, new.path()) else {
                refused += 1;
                continue;
            };
            assert!(!salvaged.is_whole() && salvaged.header == HeaderProof::Rows, "{what}");
            // Neither is anything written that has other times, or that is no SSTable.
            let found = dumped(&Subject::opened(&salvaged, &what).expect("one"));
            let (mut own, mut old) = (Vec::new(), Vec::new());
            found.values().for_each(|partition| times(partition, &mut own));
            subject.partitions.values().for_each(|partition| times(partition, &mut old));
            assert_eq!(own, old, "{what}");
            renamed += usize::from(found != subject.partitions);
            kept += 1;
        }
    }
    println!("{refused} refused, {kept} kept, of which {renamed} have other names");
    assert!(refused > 0 && kept > renamed);
}

/// All times in a dump.
fn times(value: &Value, to: &mut Vec<String>) {
    const NAMES: [&str; 5] = ["tstamp", "ttl", "expires_at", "marked_deleted", "local_delete_time"];
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| match NAMES.contains(&&**name) {
            true => to.push(value.to_string()),
            false => times(value, to),
        }),
        Value::Array(list) => list.iter().for_each(|value| times(value, to)),
        _ => {}
    }
}

#[test]
fn a_copy_that_says_the_same_proves_it() {
    let subject = Subject::load(CASES[2], Form::Stored);
    let copy = tempfile::tempdir().expect("a folder");
    for component in subject.files.keys().filter(|c| matches!(c, Component::Statistics | Component::Digest(_))) {
        fs::write(copy.path().join(format!("me-1-big-{component}")), &subject.files[component]).expect("a file");
    }
    let path = copy.path().join("me-1-big-Statistics.db");
    let (by_copy, new) = (Salvage::new(WriteOptions::new()).header_of(&path), tempfile::tempdir().expect("a folder"));
    let salvaged = subject.salvage_by(&by_copy, &[], new.path()).expect("all of it");
    assert!(salvaged.is_whole() && salvaged.header == HeaderProof::Copy, "{salvaged:?}");
    // A snapshot's is the same file under another name.
    fs::remove_file(&path).expect("a file");
    fs::hard_link(subject.descriptor.path_of(&Component::Statistics), &path).expect("a link");
    let salvaged = by_copy.run(&subject.descriptor, new.path()).expect("all of it");
    assert!(!salvaged.is_whole() && salvaged.header == HeaderProof::Rows, "{salvaged:?}");
    // Of two that differ either may be wrong.
    fs::remove_file(&path).expect("a file");
    let mut other = subject.files[&Component::Statistics].clone();
    let at = other.windows(5).position(|window| window == b"UTF8T").expect("a type");
    other[at] ^= 1;
    fs::write(&path, &subject.files[&Component::Statistics]).expect("a file");
    let changes = [(Component::Statistics, Some(other))];
    let salvaged = subject.salvage_by(&by_copy, &changes, new.path()).expect("all of it");
    assert!(!salvaged.is_whole() && salvaged.header == HeaderProof::Rows, "{salvaged:?}");
}

#[test]
fn of_sound_ones_of_old_releases_nothing_is_lost() {
    let written = SstableVersion::find("nb").expect("a version");
    let folders = std::iter::once(corpus()).chain(shared().map(|shared| shared.join("cassandra/legacy-sstables")));
    let (mut paths, mut count) = (Vec::new(), 0);
    folders.for_each(|folder| data_files(&folder, &mut paths));
    for path in paths {
        let Ok((descriptor, _)) = Descriptor::of_component(&path) else { continue };
        if descriptor.version().features().has_metadata_checksum() {
            continue;
        }
        let new = tempfile::tempdir().expect("a folder");
        let salvage = Salvage::new(WriteOptions::new().to(written)).unproven();
        let salvaged = salvage.run(&descriptor, new.path()).unwrap_or_else(|e| panic!("{descriptor}: {e}"));
        assert!(salvaged.is_whole(), "{descriptor}: {salvaged:?}");
        let _ = Subject::opened(&salvaged, &descriptor.to_string()).expect("a new one");
        count += 1;
    }
    assert!(count > 400, "{count}");
}

fn data_files(folder: &Path, to: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            data_files(&path, to);
        } else if path.to_string_lossy().ends_with("-Data.db") {
            to.push(path);
        }
    }
}

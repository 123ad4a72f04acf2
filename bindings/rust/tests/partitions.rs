//! Sizes of partitions by indexes are those that a scan finds, over one SSTable and over all of a table.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite::partitions::{LargestPartitions, PartitionMeasure, PartitionReport};
use cqlite::raw::Unfiltered;
use cqlite::{ErrorKind, Sstable, Tables};

/// The tables of the corpus: its SSTables by their folders.
fn tables() -> BTreeMap<PathBuf, Vec<Sstable>> {
    let (mut all, mut folders) = (BTreeMap::new(), vec![cqlite_test_data::corpus()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the corpus") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with("-Data.db") {
                let sstable = Sstable::open(&path).unwrap_or_else(|e| panic!("{e}"));
                all.entry(path.parent().expect("a folder").to_owned()).or_insert_with(Vec::new).push(sstable);
            }
        }
    }
    all
}

/// Bytes of each partition by its key, from Data.db alone.
fn scanned(sstables: &[Sstable]) -> BTreeMap<Vec<u8>, (u64, usize)> {
    let mut all: BTreeMap<Vec<u8>, (u64, usize)> = BTreeMap::new();
    for sstable in sstables {
        let mut partitions = sstable.raw().partitions();
        let mut places = Vec::new();
        while partitions.next_partition().expect("a partition") {
            places.push((partitions.position(), partitions.key().to_vec()));
        }
        let ends: Vec<u64> = places.iter().skip(1).map(|(at, _)| *at).chain([sstable.data_len()]).collect();
        for ((begin, key), end) in places.into_iter().zip(ends) {
            let sum = all.entry(key).or_default();
            *sum = (sum.0 + end - begin, sum.1 + 1);
        }
    }
    all
}

fn by_key(report: &PartitionReport) -> BTreeMap<Vec<u8>, (u64, usize)> {
    report.largest.iter().map(|partition| (partition.key.clone(), (partition.bytes, partition.sstables))).collect()
}

#[test]
fn sums_are_those_of_a_scan() {
    let (mut tables_seen, mut shared) = (0, 0);
    for (folder, sstables) in tables() {
        let expected = scanned(&sstables);
        let all = LargestPartitions::new().top(usize::MAX);
        let report = match all.run(&sstables) {
            Ok(report) => report,
            // Index tables of before 5.0 may be of several columns' types, which folders tell apart no more.
            Err(e) if e.kind() == ErrorKind::InvalidInput => continue,
            Err(e) => panic!("{}: {e}", folder.display()),
        };
        assert_eq!(by_key(&report), expected, "{}", folder.display());
        assert!(report.largest.is_sorted_by(|a, b| a.bytes >= b.bytes), "{}", folder.display());
        let sum: u64 = sstables.iter().map(Sstable::data_len).sum();
        assert_eq!((report.totals.bytes, report.totals.partitions), (sum, expected.len() as u64));
        // A scan says the same, and the first of all are the first ones.
        let scan = all.clone().scan(0, 0).run(&sstables).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        assert_eq!(by_key(&scan), expected, "{}", folder.display());
        let few = all.top(3).run(&sstables).expect("a report");
        assert_eq!(few.largest, report.largest[..report.largest.len().min(3)], "{}", folder.display());
        // Each SSTable alone, which needs no keys of a trie.
        for sstable in &sstables {
            let alone = std::slice::from_ref(sstable);
            let report = LargestPartitions::new().top(usize::MAX).run(alone).expect("a report");
            assert_eq!(by_key(&report), scanned(alone), "{}", sstable.label());
        }
        tables_seen += 1;
        shared += expected.values().filter(|(_, sstables)| *sstables > 1).count();
    }
    assert!(tables_seen > 1000 && shared > 500, "{tables_seen} tables, {shared} partitions of several SSTables");
}

#[test]
fn counts_are_those_of_the_rows() {
    const NOW: i64 = 1_900_000_000;
    let (mut rows, mut cells, mut dropped) = (0, 0, 0);
    for (folder, sstables) in tables().into_iter().step_by(3) {
        for sstable in &sstables {
            let report =
                LargestPartitions::new().scan(NOW, 0).by(PartitionMeasure::Rows).run(std::slice::from_ref(sstable));
            let report = report.unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
            let counts = report.totals.counts.expect("counts");
            let (mut found, mut dead) = ((0, 0), (0, 0));
            let mut partitions = sstable.raw().partitions();
            while partitions.next_partition().expect("a partition") {
                let mut add = |row: &cqlite::raw::Row| {
                    let all = || row.columns().flat_map(|column| column.cells());
                    found = (found.0 + 1, found.1 + all().count() as u64);
                    dead.0 += all().filter(|cell| cell.is_tombstone()).count() as u64;
                    dead.1 += all().filter(|cell| cell.is_expiring() && cell.is_dead(NOW)).count() as u64;
                };
                partitions.static_row().into_iter().for_each(&mut add);
                while let Some(unfiltered) = partitions.next_unfiltered().expect("a row") {
                    if let Unfiltered::Row(row) = unfiltered {
                        add(row);
                    }
                }
            }
            assert_eq!((counts.rows, counts.cells), found, "{}", sstable.label());
            assert_eq!(counts.tombstones.cell, dead.0, "{}", sstable.label());
            assert!(counts.tombstones.expired >= dead.1 && counts.tombstones.droppable <= counts.tombstones.total());
            rows += counts.rows;
            cells += counts.cells;
            dropped += counts.tombstones.droppable;
        }
    }
    assert!(rows > 10_000 && cells > 20_000 && dropped > 500, "{rows} rows, {cells} cells, {dropped} droppable");
}

/// The table of a folder of the corpus.
fn table(name: &str) -> Vec<Sstable> {
    let tables = cqlite::open(cqlite_test_data::corpus().join(name)).expect("a table");
    let table = tables.iter().next().expect("a table");
    table.sstables().collect::<Result<_, _>>().expect("SSTables")
}

#[test]
fn tombstones_are_told_by_what_they_delete() {
    let of = |name: &str, now: i64, gc_grace: i64| {
        let report = LargestPartitions::new().scan(now, gc_grace).by(PartitionMeasure::Tombstones).run(&table(name));
        report.expect("a report").totals.counts.expect("counts").tombstones
    };
    const LATE: i64 = 4_000_000_000;
    let ranges = of("oa/ranges", LATE, 0);
    assert!(ranges.range > 0 && ranges.droppable == ranges.total(), "{ranges:?}");
    let partitions = of("oa/partition_deletions", LATE, 0);
    assert!(partitions.partition > 0 && partitions.range == 0, "{partitions:?}");
    let deletions = of("da/deletions", LATE, 0);
    assert!(deletions.row > 0 && deletions.cell > 0, "{deletions:?}");
    let collections = of("nb/deletions_complex", LATE, 0);
    assert!(collections.column > 0, "{collections:?}");
    // What was deleted is old enough with gc_grace over, and not before.
    let fresh = of("oa/ranges", 1_700_000_000, 864_000);
    assert_eq!((fresh.droppable, fresh.total()), (0, ranges.total()));
    // Before a TTL is over nothing has expired.
    let (before, after) = (of("oa/ttl", 1_700_000_000, 0), of("oa/ttl", LATE, 0));
    assert!(before.expired == 0 && after.expired > 0 && after.droppable > 0, "{before:?} {after:?}");
}

#[test]
fn what_makes_no_sense_is_an_error() {
    let sstables = table("nb/simple");
    let rows = LargestPartitions::new().by(PartitionMeasure::Rows).run(&sstables).expect_err("no scan");
    assert_eq!(rows.kind(), ErrorKind::InvalidInput);
    let others = [table("nb/simple"), table("nb/byteordered_simple")].concat();
    assert_eq!(LargestPartitions::new().run(&others).expect_err("two tables").kind(), ErrorKind::InvalidInput);
    let flag = AtomicBool::new(true);
    let cancelled = LargestPartitions::new().cancel(&flag).run(&sstables).expect_err("cancelled");
    assert_eq!(cancelled.kind(), ErrorKind::Cancelled);
    let none = LargestPartitions::new().run(&[]).expect("nothing");
    assert!(none.largest.is_empty() && none.totals.partitions == 0);
}

/// A copy of an SSTable of the corpus with one file changed.
fn with(name: &str, file: &str, change: impl FnOnce(&mut Vec<u8>)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(cqlite_test_data::corpus().join(name)).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    let path: &Path = &folder.path().join(file);
    let mut bytes = fs::read(path).expect("a file");
    change(&mut bytes);
    fs::write(path, bytes).expect("a file");
    folder
}

#[test]
fn a_damaged_index_gives_no_sizes() {
    for (name, file) in [("oa/simple", "oa-1-big-Index.db"), ("da/simple", "da-1-bti-Partitions.db")] {
        let folder = with(name, file, |bytes| bytes.truncate(bytes.len() / 2));
        let tables = cqlite::open(folder.path()).expect("a table");
        let sstables: Vec<Sstable> =
            tables.iter().flat_map(|table| table.sstables()).collect::<Result<_, _>>().expect("all");
        let e = LargestPartitions::new().run(&sstables).expect_err("half an index");
        assert_eq!(e.kind(), ErrorKind::Corrupt, "{e}");
        // The rows are there.
        assert!(LargestPartitions::new().scan(0, 0).run(&sstables).is_ok(), "{name}");
    }
    // One whole entry less at the start.
    let whole = Sstable::open(cqlite_test_data::corpus().join("oa/simple/oa-1-big-Data.db")).expect("an SSTable");
    let mut begins = Vec::new();
    let entries = whole.raw().for_each_index_entry(0, |entry| {
        begins.push(entry.begin);
        Ok(begins.len() < 2)
    });
    entries.expect("an index");
    let second = usize::try_from(begins[1]).expect("a position");
    let folder = with("oa/simple", "oa-1-big-Index.db", |bytes| drop(bytes.drain(..second)));
    let tables = cqlite::open(folder.path()).expect("a table");
    let sstables: Vec<Sstable> =
        tables.iter().flat_map(|table| table.sstables()).collect::<Result<_, _>>().expect("all");
    let e = LargestPartitions::new().run(&sstables).expect_err("no first partition");
    assert!(e.to_string().contains("Index.db: the first partition is at "), "{e}");
}

#[test]
fn snapshots_are_tables_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("ks/t-00000000000000000000000000000001");
    for below in [table.clone(), table.join("snapshots/old")] {
        fs::create_dir_all(&below).expect("a folder");
        for entry in fs::read_dir(cqlite_test_data::corpus().join("nb/simple")).expect("the corpus") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, below.join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    let mut descriptors = Vec::new();
    for below in [table.clone(), table.join("snapshots/old")] {
        let found = cqlite::descriptor::discover(&below).expect("SSTables").sstables;
        descriptors.extend(found.into_iter().map(|found| found.descriptor));
    }
    let names: Vec<String> = Tables::of(descriptors).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["ks.t", "ks.t snapshot old"]);
}

//! What compaction makes of what only Statistics.db says: that SSTables were repaired, and that all that is in one was deleted long ago.

use std::fs;
use std::path::{Path, PathBuf};

use cqlite::write::{Compact, Compacted, WriteOptions};
use cqlite::Sstable;
use cqlite_dump::{DumpOptions, Format};
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams, StatsMetadata};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Reader};
use cqlite_test_data::corpus;
use cqlite_tests::dump::dump;

/// A second after all that is in the corpus has expired.
const LATE: i64 = 4_000_000_000;

/// Copies an SSTable of the corpus under another number, with other statistics.
fn edited(case: &str, id: u32, to: &Path, edit: impl FnOnce(&mut StatsMetadata)) -> Sstable {
    let from = corpus().join(case);
    let old = from.file_name().expect("a name").to_string_lossy().into_owned();
    let new = old.splitn(3, '-').enumerate().map(|(i, part)| if i == 1 { id.to_string() } else { part.to_owned() });
    let new = new.collect::<Vec<_>>().join("-");
    for entry in fs::read_dir(from.parent().expect("a folder")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if let Some(component) = name.strip_prefix(&format!("{old}-")) {
            fs::copy(&path, to.join(format!("{new}-{component}"))).expect("a copy");
        }
    }
    let path = to.join(format!("{new}-Statistics.db"));
    let version = SstableVersion::find(old.split('-').next().expect("a version")).expect("a version");
    let params = SstableStatisticsParams::new(version);
    let bytes = fs::read(&path).expect("statistics");
    let mut model = SstableStatistics::decode(&mut Reader::new(&bytes), &params).expect("statistics");
    edit(model.stats_mut().expect("statistics"));
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, &params).expect("statistics");
    fs::write(&path, buffer.into_bytes()).expect("written");
    Sstable::open(to.join(format!("{new}-Data.db"))).expect("an SSTable")
}

fn compacted(compact: Compact<'_>, sstables: &[Sstable], left_out: &[Sstable]) -> (Compacted, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let done = compact.at(LATE).run(sstables, left_out, folder.path()).expect("compacted");
    let rows = |path: &PathBuf| {
        let sstable = Sstable::open(format!("{}-Data.db", path.display())).expect("an SSTable");
        let options = DumpOptions { format: Format::Lines, now: LATE, ..DumpOptions::default() };
        String::from_utf8(dump(sstable.raw(), options).expect("a dump")).expect("text")
    };
    let text: Vec<String> = done.sstables.iter().map(|new| rows(&new.path)).collect();
    (done, text)
}

#[test]
fn unrepaired_ones_keep_all_deletions_if_only_repaired_ones_are_to_be_purged() {
    let folder = tempfile::tempdir().expect("a folder");
    let load = |repaired: [i64; 3]| -> Vec<Sstable> {
        let numbered = (1..=3).zip(repaired);
        let load = |(n, repaired_at)| {
            edited(&format!("nb/generations/nb-{n}-big"), n, folder.path(), |stats| stats.repaired_at = repaired_at)
        };
        let mut all: Vec<Sstable> = numbered.map(load).collect();
        all.reverse();
        all
    };
    let new = || Compact::new(WriteOptions::new()).gc_grace(0);
    let all = load([0, 0, 0]);
    let (purged, kept) = (compacted(new(), &all, &[]).1, compacted(new().gc_grace(u32::MAX), &all, &[]).1);
    assert!(purged != kept && kept[0].contains("deletion_info") && !purged[0].contains("deletion_info"));
    // One that was not repaired may come to have what a deletion deletes.
    assert_eq!(compacted(new().only_purge_repaired(), &load([1, 1, 0]), &[]).1, kept);
    let all = load([1_700_000_000_001, 1_700_000_000_002, 1_700_000_000_003]);
    let (done, rows) = compacted(new().only_purge_repaired(), &all, &[]);
    assert_eq!((rows, done.sstables.len()), (purged, 1));
}

#[test]
fn fully_expired_ones_are_passed_over_unless_they_may_still_delete_something() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = "nb/only_tombstones/nb-1-big";
    let expired = || edited(case, 1, folder.path(), |_| {});
    // With rows that are live, and older than the deletions; with newer ones.
    let live = |id: u32, min_timestamp: i64| {
        edited(case, id, folder.path(), |stats| {
            stats.max_local_deletion_time = i32::MAX.unsigned_abs();
            stats.min_timestamp = min_timestamp;
        })
    };
    let new = || Compact::new(WriteOptions::new()).gc_grace(0);
    let expect = |left_out: &[Sstable], fully_expired: usize, new_ones: usize| {
        let (done, _) = compacted(new(), &[expired()], left_out);
        assert_eq!((done.fully_expired, done.sstables.len()), (fully_expired, new_ones));
    };
    expect(&[], 1, 0);
    let newest = expired().stats().expect("statistics").max_timestamp;
    expect(&[live(2, newest + 1)], 1, 0);
    // What it deletes may be in the other one: neither is it passed over, nor purged.
    expect(&[live(3, 1)], 0, 1);
    // Others that are expired as well need nothing.
    expect(&[edited(case, 4, folder.path(), |_| {})], 1, 0);
    // Not long ago enough.
    let (done, rows) = compacted(new().gc_grace(u32::MAX), &[expired()], &[]);
    assert!(done.fully_expired == 0 && rows[0].contains("deletion_info"));
}

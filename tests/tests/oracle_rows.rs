//! Rows with flags that no table of CQL writes: our dump of them and that of a live Cassandra are the same text.
//!
//! Rows of the corpus are read, given deletions (shadowable ones as materialized views of 3.x have them), TTLs and expirations of all
//! kinds, and written again.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` gives the seed; otherwise the clock does, and it is printed.

use std::path::{Path, PathBuf};

use cqlite_dump::{DumpOptions, Format};
use cqlite_format::data::{Cell, DeltaDeletionTime, Row, SstableData, SstableDataParams, Unfiltered, UnfilteredBody};
use cqlite_format::index::SstableIndex;
use cqlite_format::statistics::SerializationHeader;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::Sstable;
use cqlite_tests::dump::dump;
use cqlite_tests::oracle::{seed, Oracle};
use cqlite_tests::random_values::Random;
use serde_json::json;

/// Times that the rows are changed.
const ROUNDS: u64 = 12;
/// 2286, when nothing of this has expired.
const LATE: i64 = 10_000_000_000;

/// A number near one, or anywhere.
fn near(number: i64, r: &mut Random) -> i64 {
    number.wrapping_add(if r.below(100) == 0 { r.number() >> 16 } else { r.below(5) as i64 - 2 })
}

/// A local deletion time: past, to come, or one that 32 bits without sign do not have.
fn local(r: &mut Random) -> i64 {
    match r.below(1000) {
        0 => LATE,
        1 => -(r.below(1000) as i64),
        2 => i64::from(u32::MAX) - r.below(4) as i64,
        _ => 1_500_000_000 + r.below(1000) as i64,
    }
}

fn change_cell(cell: &mut Cell, row: (i64, bool), r: &mut Random) {
    let kind = r.below(8);
    cell.is_deleted = kind == 0;
    cell.is_expiring = kind == 1 || kind == 2;
    cell.use_row_ttl = kind == 2 && row.1;
    let has_own = (cell.is_deleted || cell.is_expiring) && !cell.use_row_ttl;
    cell.local_deletion_time = has_own.then(|| local(r));
    cell.ttl = (cell.is_expiring && has_own).then(|| r.below(100) as i64);
    cell.timestamp = (r.below(3) == 0).then(|| near(row.0, r));
    if cell.is_deleted {
        cell.value = None;
    }
}

fn change_row(unfiltered: &mut Unfiltered, r: &mut Random) {
    let Some(UnfilteredBody::Row(row)) = &mut unfiltered.body else { return };
    let Row { body, .. } = &mut **row;
    let timestamp = body.timestamp.unwrap_or(0);
    let has_ttl = r.below(3) == 0;
    body.ttl = has_ttl.then(|| r.below(100) as i64);
    body.local_deletion_time = has_ttl.then(|| local(r));
    body.deletion = (r.below(3) > 0).then(|| DeltaDeletionTime {
        marked_for_delete_at: near(timestamp, r),
        local_deletion_time: local(r),
        ..Default::default()
    });
    unfiltered.has_shadowable_deletion = r.below(2) == 0;
    for cell in body.cells.iter_mut().filter_map(|column| column.simple.as_mut()) {
        change_cell(cell, (timestamp, has_ttl), r);
    }
}

/// Writes Data.db and Index.db of an SSTable again, with other rows.
fn change(sstable: &Sstable, header: &SerializationHeader, data: &Path, r: &mut Random) {
    let read = |path: &Path| std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let cx = SstableDataParams::new(sstable.version(), header);
    let mut model = SstableData::decode(&mut Reader::new(&read(data)), &cx).unwrap();
    let index_path = beside(data, "Index.db");
    let mut index = SstableIndex::decode(&mut Reader::new(&read(&index_path)), &sstable.index_params()).unwrap();
    assert_eq!(model.partitions.len(), index.entries.len());
    let mut out = Buffer::default();
    for (partition, entry) in model.partitions.iter_mut().zip(&mut index.entries) {
        partition.unfiltereds.iter_mut().for_each(|unfiltered| change_row(unfiltered, r));
        // Its positions would not be right any more.
        entry.promoted = None;
        entry.data_pos = out.as_bytes().len() as u64;
        partition.encode(&mut out, &cx).unwrap();
    }
    std::fs::write(data, out.into_bytes()).unwrap();
    let mut out = Buffer::default();
    index.encode(&mut out, &sstable.index_params()).unwrap();
    std::fs::write(index_path, out.into_bytes()).unwrap();
}

fn beside(data: &Path, component: &str) -> PathBuf {
    PathBuf::from(data.to_str().unwrap().replace("Data.db", component))
}

fn ours(data: &Path, format: Format) -> Result<String, String> {
    let sstable = Sstable::open(data).map_err(|e| e.to_string())?;
    let options = DumpOptions { format, now: 1_700_000_000, ..DumpOptions::default() };
    String::from_utf8(dump(&sstable, options)?).map_err(|e| e.to_string())
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn rows_of_all_flags_dump_alike() {
    let seed = seed();
    let mut r = Random(seed);
    let root = std::env::temp_dir().join(format!("cqlite-oracle-rows-{}", std::process::id()));
    let (mut alike, mut refused, mut shadowable) = (0, 0, 0);
    for letters in ["nb", "oa"] {
        let mut oracle = Oracle::start("5.0.8", letters);
        let from = cqlite_test_data::corpus().join(letters).join("compression_none");
        let original = from.join(format!("{letters}-1-big-Data.db"));
        let sstable = Sstable::open(&original).unwrap();
        for round in 0..ROUNDS {
            let dir = root.join(format!("{letters}-{round}/corpus/compression_none"));
            std::fs::create_dir_all(&dir).unwrap();
            let data = dir.join(original.file_name().unwrap());
            for component in ["Data.db", "Index.db", "Statistics.db", "Filter.db", "TOC.txt"] {
                std::fs::copy(beside(&original, component), beside(&data, component)).unwrap();
            }
            change(&sstable, sstable.header(), &data, &mut r);
            for (args, format) in [(["-l"], Format::Lines), (["-d"], Format::Debug)] {
                let theirs = oracle.ask(&json!({"op": "dump", "path": data, "args": args}));
                let ours = ours(&data, format);
                let what = format!("seed {seed}, {letters}, round {round}: {args:?}");
                if theirs["status"] == 0 {
                    let theirs = theirs["out"].as_str().unwrap_or_default();
                    assert_eq!(ours.as_deref(), Ok(theirs), "{what}");
                    shadowable += theirs.matches("(shadowable)").count();
                    alike += 1;
                } else {
                    assert!(ours.is_err(), "{what}: {theirs}\n{ours:?}");
                    refused += 1;
                }
            }
        }
    }
    println!("{alike} dumps alike with {shadowable} shadowable deletions, {refused} refused by both");
    assert!(alike > 0 && shadowable > 0);
    let _ = std::fs::remove_dir_all(&root);
}

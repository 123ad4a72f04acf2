//! Components anew from Data.db.

use std::fs;

use crate::run;
use crate::util::{copy, Folder};

/// The files of an SSTable, by their names.
fn files(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    folder.names().into_iter().map(|name| (name.clone(), fs::read(folder.join(&name)).expect("a file"))).collect()
}

fn text(folder: &Folder, name: &str) -> String {
    folder.join(name).to_str().expect("a path").to_owned()
}

#[test]
fn what_is_missing_is_written_beside_what_is_there() {
    for (sstable, lost) in [
        ("nb/static_rows/nb-1-big", &["Index.db", "Summary.db", "Filter.db", "Digest.crc32"][..]),
        ("oa/wide/oa-1-big", &["Summary.db", "Filter.db", "TOC.txt"]),
        ("da/wide/da-1-bti", &["Partitions.db", "Rows.db", "Filter.db", "Digest.crc32", "TOC.txt"]),
    ] {
        let folder = Folder::with(sstable);
        let (before, prefix) = (files(&folder), sstable.rsplit('/').next().expect("a name"));
        let data = text(&folder, &format!("{prefix}-Data.db"));
        for name in lost {
            fs::remove_file(folder.join(&format!("{prefix}-{name}"))).expect("a file");
        }
        let said = run!("rebuild", &data, "--column-index-size", "4").ok();
        assert!(
            lost.iter().all(|name| said.contains(name)) && said.contains("; left as they are: Data.db, "),
            "{said}"
        );
        assert!(files(&folder) == before, "{sstable}");
        let said = run!("rebuild", &data, "--column-index-size", "4").ok();
        assert!(said.contains("nothing is missing; left"), "{said}");
    }
}

#[test]
fn with_a_folder_all_of_it_is_made_there() {
    // What the old index has need not be given.
    let folder = Folder::with("oa/wide/oa-1-big");
    let before = files(&folder);
    fs::remove_file(folder.join("oa-1-big-Summary.db")).expect("a file");
    let _ = run!("rebuild", text(&folder, "oa-1-big-Data.db")).ok();
    assert!(files(&folder) == before);
    let folder = Folder::with("da/wide/da-1-bti");
    let before = files(&folder);
    let (data, new) = (text(&folder, "da-1-bti-Data.db"), Folder::new());
    let said = run!("rebuild", &data, "--column-index-size", "4", "-o", new.path()).ok();
    assert!(said.contains("/da-1-bti: Data.db, Partitions.db, "), "{said}");
    assert!(files(&new) == before && files(&folder) == before);
    // The name is taken. What the old index tells need not be said.
    let said = run!("rebuild", "-v", &data, "-o", new.path());
    assert!(said.out.contains("/da-2-bti: "), "{}", said.out);
    assert!(!said.err.contains("blocks of row indexes"), "{}", said.err);
    for name in ["Partitions.db", "Rows.db", "Filter.db"] {
        let same = |n| fs::read(new.join(&format!("da-{n}-bti-{name}"))).expect("a file");
        assert!(same(1) == same(2), "{name}");
    }
    for name in ["Partitions.db", "Rows.db", "TOC.txt"] {
        fs::remove_file(folder.join(&format!("da-1-bti-{name}"))).expect("a file");
    }
    let other = Folder::new();
    let said = run!("rebuild", "-v", &data, "-o", other.path());
    assert!(said.err.contains("blocks of row indexes are 16384 bytes long, Cassandra's default"), "{}", said.err);
    let said = run!("verify", new.path()).ok();
    assert!(said.contains("2 SSTables: 2 intact"), "{said}");
    assert_eq!(run!("rebuild", "-q", &data, "-o", new.path()).ok(), "");
}

#[test]
fn a_lost_header_is_taken_from_a_copy_alone() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let (before, data) = (files(&folder), text(&folder, "nb-1-big-Data.db"));
    let (backup, other) = (Folder::with("nb/static_rows/nb-1-big"), Folder::with("nb/simple/nb-1-big"));
    let lost = folder.join("nb-1-big-Statistics.db");
    fs::remove_file(&lost).expect("a file");
    let _ = run!("rebuild", &data).fails(3, &["nb-1-big-Statistics.db: ", "--header-of takes that of a copy"]);
    let _ = run!("rebuild", &data, "--header-of", text(&other, "nb-1-big-Data.db"))
        .fails(1, &["it is no copy of ", "its Digest.crc32 is "]);
    let said = run!("rebuild", &data, "--header-of", text(&backup, "nb-1-big-Statistics.db")).ok();
    assert!(said.contains("Statistics.db from 4 partitions"), "{said}");
    assert!(files(&folder) == before);
    // The proof is the checksum of Data.db itself, where there is no other.
    fs::remove_file(&lost).expect("a file");
    fs::remove_file(folder.join("nb-1-big-Digest.crc32")).expect("a file");
    let _ = run!("rebuild", &data, "--header-of", text(&backup, "nb-1-big-Statistics.db")).ok();
    assert!(files(&folder) == before);
}

#[test]
fn nothing_is_made_of_damage() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let data = text(&folder, "nb-1-big-Data.db");
    fs::remove_file(folder.join("nb-1-big-Index.db")).expect("a file");
    folder.change("nb-1-big-Data.db", |bytes| bytes[5] ^= 1);
    let before = files(&folder);
    let _ = run!("rebuild", &data).fails(3, &["nb-1-big-Data.db: ", "; cqlite salvage takes out what is intact"]);
    assert!(files(&folder) == before);
    // Nor what would not fit what is left.
    let folder = Folder::with("oa/wide/oa-1-big");
    fs::remove_file(folder.join("oa-1-big-Summary.db")).expect("a file");
    let before = files(&folder);
    let _ = run!("rebuild", text(&folder, "oa-1-big-Data.db"), "--column-index-size", "64").fails(
        3,
        &["oa-1-big: Index.db does not match Data.db", "new Summary.db would not fit it; --column-index-size"],
    );
    assert!(files(&folder) == before);
    copy("nb/static_rows/nb-1-big", folder.path());
    let _ = run!("rebuild", folder.path(), "--header-of", "x").fails(2, &["--header-of is for one SSTable"]);
}

#[test]
fn bytes_that_belong_to_nothing_are_not_copied() {
    let (folder, new) = (Folder::with("nb/static_rows/nb-1-big"), Folder::new());
    let before = fs::read(folder.join("nb-1-big-CompressionInfo.db")).expect("a file");
    folder.change("nb-1-big-CompressionInfo.db", |bytes| bytes.extend([1; 9]));
    let _ = run!("rebuild", text(&folder, "nb-1-big-Data.db"), "-o", new.path()).ok();
    assert!(fs::read(new.join("nb-1-big-CompressionInfo.db")).expect("a file") == before);
    let _ = run!("verify", new.path()).ok();
}

#[test]
fn bytes_after_an_empty_chunk_are_damage() {
    let (folder, new) = (Folder::with("da/compacted_columns/da-4-bti"), Folder::new());
    folder.change("da-4-bti-Data.db", |bytes| bytes.extend([1, 2, 3]));
    let _ = run!("rebuild", text(&folder, "da-4-bti-Data.db"), "-o", new.path()).fails(3, &["Data.db", "checksum"]);
    assert_eq!(new.names(), [""; 0]);
}

#[test]
fn what_a_damaged_part_of_statistics_had_is_counted_anew_or_said_to_be_lost() {
    let (folder, new) = (Folder::with("nb/static_rows/nb-1-big"), Folder::new());
    let (data, statistics) = (text(&folder, "nb-1-big-Data.db"), "nb-1-big-Statistics.db");
    let metadata = |folder: &Folder| -> serde_json::Value {
        let json = run!("metadata", "--json", folder.join(statistics)).ok();
        serde_json::from_str(&json).expect("JSON")
    };
    let recorded = metadata(&folder);
    // The first byte of the smallest timestamp, which Cassandra stores behind the position in the commit log.
    let timestamp = recorded["statistics"]["stats"]["min_timestamp"].as_i64().expect("a time").to_be_bytes();
    let mut place = 0;
    folder.change(statistics, |bytes| {
        place = bytes.windows(8).position(|window| window == timestamp).expect("it is there");
        bytes[place] ^= 0x10;
    });
    let run = run!("rebuild", &data, "-o", new.path());
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(
        run.err.contains("error: ") && run.err.contains("the stats part of Statistics.db is damaged"),
        "{}",
        run.err
    );
    assert!(run!("verify", new.path()).ok().contains(": intact ("));
    // As Cassandra counted it, but for what stands nowhere else.
    let stats = |mut all: serde_json::Value| {
        let stats = all["statistics"]["stats"].as_object_mut().expect("an object").clone();
        stats
            .into_iter()
            .filter(|(name, _)| !name.contains("commit_log") && !name.contains("host_id"))
            .collect::<Vec<_>>()
    };
    let (old, rebuilt) = (stats(recorded), stats(metadata(&new)));
    assert!(old.len() > 15);
    assert_eq!(old, rebuilt);
    // In place it stays, which is said.
    let run = run!("rebuild", &data);
    assert!(run.code == 3 && run.err.contains("it stays as it is: with -o DIR another one is written"), "{}", run.err);
    // What the partitioner is nothing else tells.
    folder.change(statistics, |bytes| {
        bytes[place] ^= 0x10;
        let at = bytes.windows(7).position(|window| window == b"Murmur3").expect("it is there");
        bytes[at] = b'm';
    });
    let _ = run!("rebuild", &data, "-o", new.path())
        .fails(3, &["nb-1-big-Statistics.db: at offset ", "toc[0].body_crc: ", "--partitioner names the partitioner"]);
    let args = ["--partitioner", "RandomPartitioner", "-o"];
    let _ = run!("rebuild", &data, args[0], args[1], args[2], new.path())
        .fails(3, &["position 38 ", "partition out of order"]);
    let run = run!("rebuild", &data, args[0], "Murmur3Partitioner", args[2], new.path());
    assert!(run.code == 3 && run.err.contains("the validation part of Statistics.db is damaged"), "{}", run.err);
    assert!(run!("verify", new.path()).ok().contains("2 SSTables: 2 intact"));
}

#[test]
fn a_dry_run_promises_each_name_once() {
    let (folder, to) = (Folder::new(), Folder::with("nb/static_rows/nb-1-big"));
    // One table in several data directories.
    let table = |name: &str| folder.join(name).join("simple-0123456789abcdef0123456789abcdef");
    for name in ["a", "b", "c"] {
        std::fs::create_dir_all(table(name)).expect("a folder");
        copy("nb/simple/nb-1-big", &table(name));
    }
    for target in [folder.join("new"), to.path().to_owned()] {
        let names = |args: &[&str]| {
            let args = ["rebuild"].iter().chain(args).map(std::ffi::OsString::from);
            let paths = ["a", "b", "c"].map(|name| table(name).into_os_string());
            let args = args.chain(paths).chain(["-o".into(), target.clone().into_os_string()]);
            let said = crate::util::cqlite(args).ok();
            said.lines()
                .map(|line| {
                    line.split(" -> ").nth(1).and_then(|new| new.split(": ").next()).expect("a name").to_owned()
                })
                .collect::<Vec<_>>()
        };
        let promised = names(&["--dry-run"]);
        assert_eq!(promised, names(&[]));
        assert_eq!(promised.len(), 3);
    }
}

/// Each component that leads to the data, damaged in three ways: a lookup of a key that is there ends with what to do about it unless it finds
/// the key, and in place nothing is said to be well.
#[test]
fn what_is_damaged_is_not_said_to_be_well() {
    let (mut refused, mut found, mut judged) = (0, 0, 0);
    for (sstable, key) in [("oa/wide/oa-1-big", "1"), ("nb/simple/nb-1-big", "1"), ("da/wide/da-1-bti", "1")] {
        let prefix = sstable.rsplit('/').next().expect("a name");
        let whole = run!("get", "-l", Folder::with(sstable).path(), key).ok();
        let row = |out: &str| out.split_once("\"partition\"").expect("a partition").1.to_owned();
        for component in ["Summary.db", "Filter.db", "Index.db", "Partitions.db", "Rows.db"] {
            let name = format!("{prefix}-{component}");
            if !Folder::with(sstable).join(&name).exists() {
                continue;
            }
            for way in 0..3 {
                let (folder, new) = (Folder::with(sstable), Folder::new());
                folder.change(&name, |bytes| match way {
                    0 => bytes.truncate(bytes.len() / 2),
                    1 => bytes.fill(0),
                    _ => bytes.truncate(bytes.len() - 1),
                });
                let (before, what) = (files(&folder), format!("{name} of {sstable}, way {way}"));
                for run in [
                    run!("get", "-l", folder.path(), key),
                    run!("extract", folder.path(), "--key", key, "-o", new.path()),
                ] {
                    if run.code == 0 {
                        assert!(
                            !run.err.contains("no SSTable has") && !run.out.is_empty(),
                            "{what}: {}{}",
                            run.out,
                            run.err
                        );
                        found += 1;
                        continue;
                    }
                    let _ = run.fails(3, &[".db: ", "; cqlite rebuild -o DIR makes index and filter anew"]);
                    refused += 1;
                }
                let run = run!("get", "-l", folder.path(), key);
                assert!(run.code == 3 || row(&run.out) == row(&whole), "{what}: {}", run.out);
                let run = run!("rebuild", folder.path());
                assert!(!run.out.contains("nothing is missing"), "{what}: {}", run.out);
                let out = run.fails(3, &[component, "; it stays as it is: with -o DIR another one is written"]);
                assert!(out.contains(": nothing was made; left as they are: Data.db, "), "{what}: {out}");
                assert!(files(&folder) == before, "{what}");
                judged += 1;
                let made = Folder::new();
                let _ = run!("rebuild", folder.path(), "-o", made.path()).ok();
                assert_eq!(row(&run!("get", "-l", made.path(), key).ok()), row(&whole), "{what}");
                let _ = run!("verify", made.path()).ok();
            }
        }
    }
    assert!(refused > 15 && found > 20 && judged > 25, "{refused} refused, {found} found, {judged} judged");
}

//! SSTables that are merged, divided, or taken apart. What is merged and purged is compared with Cassandra's in `storage/merge/tests` and
//! `tests/tests/oracle_compacted.rs`.

use std::fs;

use crate::run;
use crate::util::{copy, Folder};

/// A folder with copies of SSTables of the corpus.
fn table(prefixes: &[&str]) -> (Folder, String, String) {
    let folder = Folder::new();
    let data = folder.join("data");
    fs::create_dir_all(&data).expect("a folder");
    prefixes.iter().for_each(|prefix| copy(prefix, &data));
    let [data, new] = [data, folder.join("new")].map(|path| path.to_str().expect("a path").to_owned());
    (folder, data, new)
}

const GENERATIONS: [&str; 3] = ["nb/generations/nb-1-big", "nb/generations/nb-2-big", "nb/generations/nb-3-big"];

/// Keys of the partitions, in their order.
fn keys(path: &str) -> Vec<String> {
    run!("dump", "-e", path).ok().split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn sstables_become_one() {
    let (_folder, data, new) = table(&GENERATIONS);
    let said = run!("compact", &data, "--gc-grace", "0", "--now", "2100-01-01", "-o", &new).ok();
    assert!(said.contains(" -> ") && said.contains("read 3 SSTables"), "{said}");
    let _ = run!("verify", &new).ok();
    let found: std::collections::BTreeSet<_> =
        (1..4).flat_map(|n| keys(&format!("{data}/nb-{n}-big-Data.db"))).collect();
    let left = keys(&format!("{new}/nb-1-big-Data.db"));
    assert!(!left.is_empty() && left.iter().all(|key| found.contains(key)));
    // What is merged once more stays as it is, but for what says that it was not repaired, say.
    let again = format!("{new}-again");
    let _ = run!("compact", &new, "--gc-grace", "0", "--now", "2100-01-01", "--to", "da", "-o", &again).ok();
    let rows = |path: &str| {
        let text = run!("dump", path).ok();
        text.lines().filter(|line| !line.contains("\"position\"")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rows(&format!("{new}/nb-1-big-Data.db")), rows(&format!("{again}/da-1-bti-Data.db")));
}

#[test]
fn deletions_stay_while_other_sstables_may_need_them() {
    let (_folder, data, new) = table(&GENERATIONS);
    let last = format!("{data}/nb-3-big-Data.db");
    let said = run!("-v", "compact", &last, "--gc-grace", "0", "--now", "2100-01-01", "-o", &new);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("nb-1-big is not read: deletions that it may need stay"), "{}", said.err);
    let deletions = |path: &str| run!("dump", path).ok().matches("deletion_info").count();
    let with_others = deletions(&format!("{new}/nb-1-big-Data.db"));
    for n in [1, 2] {
        for file in fs::read_dir(&data).expect("a folder").map(|file| file.expect("a file").path()) {
            if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("nb-{n}-"))) {
                fs::remove_file(file).expect("removed");
            }
        }
    }
    let _ = run!("compact", &last, "--gc-grace", "0", "--now", "2100-01-01", "-o", &new).ok();
    let alone = deletions(&format!("{new}/nb-2-big-Data.db"));
    assert!(with_others > alone && alone == 0, "{with_others} {alone}");
}

#[test]
fn what_cannot_be_compacted_is_said() {
    let (_folder, data, new) = table(&["nb/generations/nb-1-big", "nb/static_rows/nb-1-big"]);
    let _ = run!("compact", &data).fails(2, &["where to write is not given"]);
    let other = format!("{new}/other");
    fs::create_dir_all(&other).expect("a folder");
    copy("nb/static_rows/nb-1-big", other.as_ref());
    let _ = run!("compact", &data, &other, "-o", &new).fails(2, &["SSTables of one table are written to a folder"]);
    fs::write(format!("{data}/nb-9-big-Data.db"), b"x").expect("a file");
    let _ = run!("compact", &data, "-o", &format!("{new}/out")).fails(3, &["nb-9-big"]);
    assert!(!fs::exists(format!("{new}/out/nb-1-big-Data.db")).expect("a folder"));
}

#[test]
fn an_sstable_becomes_several() {
    let (_folder, data, new) = table(&["nb/many_partitions/nb-1-big"]);
    let old = format!("{data}/nb-1-big-Data.db");
    let said = run!("split", &old, "--size", "1KiB", "--compression", "LZ4:4", "-o", &new).ok();
    let parts = said.lines().count() - 1;
    assert!(parts > 2, "{said}");
    let all: Vec<String> = (1..=parts).flat_map(|n| keys(&format!("{new}/nb-{n}-big-Data.db"))).collect();
    assert!(all == keys(&old) && all.len() == 2000);
    let _ = run!("verify", &new).ok();
    let refused = run!("split", &old, "--size", "0", "-o", &new);
    assert!(refused.code == 2 && refused.err.contains("expected a number of bytes"), "{}", refused.err);
}

#[test]
fn a_part_of_an_sstable_is_one() {
    let (folder, data, new) = table(&["nb/many_partitions/nb-1-big"]);
    let old = format!("{data}/nb-1-big-Data.db");
    let all: Vec<String> = run!("dump", "-l", &old)
        .ok()
        .lines()
        .map(|line| {
            let rest = line.split("\"key\":[\"").nth(1).expect("a key");
            rest.split('"').next().expect("a key").to_owned()
        })
        .collect();
    let list = folder.join("keys");
    fs::write(&list, format!("{}\n\n{}\n", all[3], all[1])).expect("a list");
    let said = run!("extract", &old, "--key", &all[7], "--keys", &list, "-o", &new).ok();
    assert!(said.contains(": 3 partitions"), "{said}");
    // What is missing is named, however it is asked for; what is there is written.
    let before = fs::read_dir(&new).expect("a folder").count();
    let note = "note: no SSTable has the partition \"987654321\"\n";
    let run = run!("extract", &old, "--key", "987654321", "-o", &new);
    assert_eq!((run.code, run.err.as_str()), (0, note));
    assert!(run.out.contains(" wrote 0 "), "{}", run.out);
    assert_eq!(fs::read_dir(&new).expect("a folder").count(), before);
    fs::write(&list, format!("{}\n987654321\n", all[3])).expect("a list");
    let run = run!("extract", &old, "--keys", &list, "-o", &new);
    assert_eq!((run.code, run.err.as_str()), (0, note));
    assert!(run.out.contains(": 1 partition, "), "{}", run.out);
    let more: Vec<String> = (0..30).map(|n| format!("98765{n}")).collect();
    fs::write(&list, more.join("\n")).expect("a list");
    let run = run!("extract", &old, "--keys", &list, "--dry-run", "-o", &new);
    assert!(run.code == 0 && run.err.lines().count() == 21 && run.err.contains("10 more partitions"), "{}", run.err);
    // The two halves of the ring are all of it.
    let count = |tokens: &str| {
        let said = run!("extract", &old, "--tokens", tokens, "-o", &new).ok();
        let partitions =
            said.split(": ").nth(1).and_then(|counts| counts.split(' ').next()).expect("a count").to_owned();
        partitions.replace(',', "").parse::<usize>().expect("a count")
    };
    assert_eq!(count("0:-9223372036854775808") + count("-9223372036854775808:0"), all.len());
    assert_eq!(count("5:5"), all.len());
    let _ =
        run!("extract", &old, "--tokens", "a:b", "-o", &new).fails(1, &["is no range of tokens of Murmur3Partitioner"]);
    assert_eq!(run!("extract", &old, "-o", &new).code, 2);
    // What is no key or token of several SSTables is said with the name of each; the example is one of the partitioner.
    let several = run!("extract", crate::util::corpus("nb/generations"), "--key", "a:b:c", "-o", &new);
    let errors: std::collections::BTreeSet<&str> = several.err.lines().collect();
    assert!(several.code == 1 && errors.len() == several.err.lines().count() && errors.len() > 1, "{}", several.err);
    let bytes = crate::util::corpus("nb/byteordered_ints");
    let said = "is no range of tokens of ByteOrderedPartitioner, such as 00:80";
    let _ = run!("extract", &bytes, "--tokens", "x:y", "-o", &new).fails(1, &["byteordered_ints/nb-1-big: ", said]);
    let _ = run!("extract", &bytes, "--tokens", "00:80", "-o", &new).ok();
    let _ = run!("verify", &new).ok();
}

#[test]
fn a_folder_is_one_table_however_it_is_spelled() {
    let (_folder, data, new) = table(&GENERATIONS);
    let [first, second] = [format!("{data}/nb-1-big-Data.db"), format!("{data}/../data/nb-2-big-Data.db")];
    let run = run!("compact", first, second, "-o", &new);
    assert!(run.code == 0 && run.err.contains("1 SSTable of the table not read"), "{}", run.err);
}

#[test]
fn filters_are_as_large_as_what_is_written_needs() {
    let (_folder, data, new) = table(&["nb/many_partitions/nb-1-big"]);
    let old = format!("{data}/nb-1-big-Data.db");
    let key = run!("dump", "-e", &old).ok().split('"').nth(1).expect("a key").to_owned();
    let _ = run!("extract", &old, "--key", key, "-o", &new).ok();
    let size = |path: &str| fs::metadata(path).expect("a filter").len();
    assert!(size(&format!("{new}/nb-1-big-Filter.db")) < 32);
    let _ = run!("split", &old, "--size", "1KiB", "--compression", "LZ4:4", "-o", &new).ok();
    let all: u64 = (2..20).map(|n| size(&format!("{new}/nb-{n}-big-Filter.db"))).sum();
    assert!(all < size(&format!("{data}/nb-1-big-Filter.db")), "{all}");
}

#[test]
fn types_that_the_version_lacks_are_said() {
    let folder = Folder::new();
    let new = folder.join("new");
    let _ = run!("rewrite", crate::util::corpus("oa/vectors"), "--to", "me", "-o", &new).fails(
        1,
        &["version me has no org.apache.cassandra.db.marshal.VectorType, which is the type of clustering column 1"],
    );
}

#[test]
fn several_data_directories_are_one_table() {
    let root = Folder::new();
    let id = "0123456789abcdef0123456789abcdef";
    let folders = ["one", "two"].map(|name| root.join(name).join(format!("generations-{id}")));
    for (folder, sstables) in folders.iter().zip([&GENERATIONS[..2], &GENERATIONS[2..]]) {
        fs::create_dir_all(folder).expect("a folder");
        sstables.iter().for_each(|sstable| copy(sstable, folder));
    }
    let (_folder, data, new) = table(&GENERATIONS);
    let args = ["--gc-grace", "0", "--now", "2100-01-01", "-o"];
    let apart = root.join("new");
    let _ = run!("compact", &folders[0], &folders[1], args[0], args[1], args[2], args[3], args[4], &apart).ok();
    let _ = run!("compact", &data, args[0], args[1], args[2], args[3], args[4], &new).ok();
    let bytes = |folder: &std::path::Path| fs::read(folder.join("nb-1-big-Data.db")).expect("the data");
    assert!(bytes(&apart) == bytes(new.as_ref()));
    // What is left out in any of them is asked.
    let last = folders[1].join("nb-3-big-Data.db");
    let first = folders[0].join("nb-1-big-Data.db");
    let run = run!("compact", last, first, args[0], args[1], args[2], args[3], args[4], root.join("some"));
    assert!(run.code == 0 && run.err.contains("1 SSTable of the table not read"), "{}", run.err);
}

#[test]
fn what_a_schema_would_say_is_asked_for() {
    let (_folder, data, new) = table(&GENERATIONS);
    let run = run!("compact", &data, "-o", &new);
    assert!(run.code == 0 && run.err.contains("deletions are kept for 864000 s, Cassandra's default"), "{}", run.err);
    let _ = run!("compact", &data, "--gc-grace", "864000", "-o", &new).ok();
    let (_folder, data, new) = table(&["nb/many_partitions/nb-1-big"]);
    let _ = run!("compact", &data, "-o", &new).ok();
}

#[test]
fn of_several_versions_the_latest_is_written_and_said() {
    for (sstables, version) in [
        (&["nb/static_rows/nb-1-big", "oa/static_rows/oa-1-big", "me/static_rows/me-1-big"][..], "oa-1-big"),
        // Of oa and da neither is later: that of the newest SSTable, by its number, is taken.
        (&["nb/static_rows/nb-1-big", "da/static_rows/da-1-bti"], "da-1-bti"),
        (&["oa/static_rows/oa-1-big", "ea/static_rows/ea-1-bti"], "ea-1-bti"),
    ] {
        let (folder, new) = (Folder::new(), Folder::new());
        for sstable in sstables {
            crate::util::copy(sstable, folder.path());
        }
        let args = ["--now", "1700000000", "-o"];
        let run = run!("compact", folder.path(), args[0], args[1], args[2], new.path());
        assert_eq!(run.code, 0, "{}", run.err);
        let letters = &version[..2];
        assert!(
            run.err.contains(&format!("what is new is of {letters}, the latest of them; --to chooses another one")),
            "{}",
            run.err
        );
        assert!(run.out.contains(&format!("/{version}: ")), "{}", run.out);
        let chosen = run!("compact", folder.path(), "--to", "nb", args[0], args[1], args[2], new.path());
        assert!(chosen.code == 0 && !chosen.err.contains("--to chooses"), "{}", chosen.err);
    }
}

#[test]
fn a_schema_tells_how_long_deletions_are_kept_and_which_columns_were_dropped() {
    let (folder, data, new) = table(&["nb/evolved_dropped/nb-1-big", "nb/evolved_dropped/nb-2-big"]);
    let columns = "k int, c int, a text, b int, m map<int, int>, s int static, PRIMARY KEY (k, c)";
    let schema = |drops: &str| {
        let text = format!("CREATE TABLE files.data ({columns}) WITH gc_grace_seconds = 77;\n{drops}");
        fs::write(folder.join("given.cql"), text).expect("written");
        folder.join("given.cql")
    };
    let cells = |name: &str| {
        let text = run!("dump", &format!("{new}/{name}-Data.db")).ok();
        text.matches("\"name\" : \"b\"").count()
    };
    let run = |given: &std::path::Path, args: &[&str]| {
        let words = ["compact", &data, "-o", &new, "--schema"];
        let words = words.iter().map(std::ffi::OsString::from);
        crate::util::cqlite(words.chain([given.into()]).chain(args.iter().map(std::ffi::OsString::from)))
    };
    // Of one that was dropped at a time that nothing tells all stays.
    let said = run(&schema("ALTER TABLE files.data DROP b;"), &[]).ok();
    assert!(said.contains("(gc_grace 77 s)"), "{said}");
    let all = cells("nb-1-big");
    let _ = run(&schema("ALTER TABLE files.data DROP b USING TIMESTAMP 1;"), &[]).ok();
    let said = run(&schema("ALTER TABLE files.data DROP b USING TIMESTAMP 4000000000000000;"), &["-g", "5"]).ok();
    assert!(said.contains("(gc_grace 5 s)"), "{said}");
    assert!(all > 0 && cells("nb-2-big") == all && cells("nb-3-big") == 0, "{all}");
    let _ = run!("verify", &new).ok();
    // As for query, the only table of a schema is the only one that there is, and one that contradicts the SSTables is refused.
    fs::write(folder.join("given.cql"), "CREATE TABLE files.other (k text PRIMARY KEY);").expect("written");
    let _ = run(&folder.join("given.cql"), &[])
        .fails(1, &["nb-2-big: column k of files.other has type text in the schema, int"]);
    let several = "CREATE TABLE files.other (k int PRIMARY KEY);\nCREATE TABLE files.another (k int PRIMARY KEY);";
    fs::write(folder.join("given.cql"), several).expect("written");
    let _ = run(&folder.join("given.cql"), &[]).fails(2, &["the schema has no table files.data"]);
}

#[test]
fn a_schema_is_found_as_by_query() {
    let (_folder, data, new) = table(&["nb/evolved_dropped/nb-1-big", "nb/evolved_dropped/nb-2-big"]);
    let columns = "k int, c int, a text, b int, m map<int, int>, s int static, PRIMARY KEY (k, c)";
    let schema = format!("{data}/schema.cql");
    // Called otherwise than the folder, and the only one.
    fs::write(&schema, format!("CREATE TABLE ks.other ({columns}) WITH gc_grace_seconds = 0;")).expect("written");
    assert!(run!("query", &data, "-e", "SELECT k FROM ks.other").ok().contains("rows)"));
    let found = run!("compact", &data, "-o", &new).ok();
    let given = run!("compact", &data, "--schema", &schema, "-o", &new).ok();
    let files = ["nb-1-big-Data.db", "nb-2-big-Data.db"].map(|name| format!("{data}/{name}"));
    let each = run!("compact", &files[0], &files[1], "-o", &new).ok();
    for said in [found, given, each] {
        assert!(said.contains("files.data -> ") && said.contains("(gc_grace 0 s)"), "{said}");
    }
}

#[test]
fn what_may_have_been_dropped_is_kept_and_said() {
    let (_folder, data, new) = table(&["nb/evolved_readded/nb-1-big", "nb/evolved_readded/nb-2-big"]);
    let schema = fs::read_to_string(crate::util::corpus("nb/evolved_readded/schema.cql")).expect("a schema");
    fs::write(format!("{data}/schema.cql"), schema).expect("written");
    let run = run!("compact", &data, "-o", &new);
    assert_eq!(run.code, 0, "{}", run.err);
    let kept =
        "does not say when (DROP … USING TIMESTAMP): of several SSTables the first one's values are taken to be \
                older; they are kept, so that a query of what is written shows them\n";
    assert!(run.err.contains(kept), "{}", run.err);
    // As it says: query hides values of the first of two, and shows them when they are in one.
    fs::copy(format!("{data}/schema.cql"), format!("{new}/schema.cql")).expect("a copy");
    let values = |path: &str| {
        let out = run!("-q", "query", path, "--format", "jsonl", "-e", "SELECT b FROM corpus.evolved_readded").ok();
        out.lines().filter(|line| !line.contains("null")).count()
    };
    assert!(values(&new) > values(&data), "{} {}", values(&new), values(&data));
}

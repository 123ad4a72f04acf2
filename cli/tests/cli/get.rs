//! `get`: partitions and rows by key, compared with what Cassandra's sstabledump has recorded of the whole table.

use std::io::Read;
use std::path::Path;
use std::process::Command;

use serde_json::{json, Value};

use crate::run;
use crate::util::{corpus, Folder, CQLITE};

/// The partitions that sstabledump printed.
fn recorded(path: &str) -> Vec<Value> {
    let file = std::fs::File::open(corpus(path)).expect("a recording");
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("text");
    serde_json::from_str(&text).expect("JSON")
}

/// The lines, without the names of the SSTables.
fn lines(text: &str, folder: &Path) -> Vec<Value> {
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for line in &mut lines {
        let name = line.as_object_mut().and_then(|line| line.shift_remove("sstable")).expect("a name");
        assert!(name.as_str().is_some_and(|name| Path::new(name).starts_with(folder)), "{name}");
    }
    lines
}

#[test]
fn a_partition_is_what_sstabledump_prints_of_it() {
    let tables = ["wide", "wide_open_markers", "static_rows", "ranges", "range_boundaries", "deletions", "udt_cells"];
    let mut seen = 0;
    for table in tables.into_iter().chain(["counter", "collections", "composite_pk", "partition_deletions"]) {
        for sstable in ["nb-1-big", "da-1-bti"] {
            let folder = corpus(&format!("{}/{table}", &sstable[..2]));
            for partition in recorded(&format!("{}/{table}/{sstable}.dump.json.gz", &sstable[..2])) {
                let parts = partition["partition"]["key"].as_array().expect("a key").iter();
                let parts: Vec<_> = parts.map(|part| part.as_str().expect("text").replace(':', "\\:")).collect();
                let out = run!("get", "-l", &folder, "--", parts.join(":")).ok();
                assert_eq!(lines(&out, &folder), [partition], "{sstable} of {table}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen} partitions");
}

#[test]
fn rows_are_found_by_their_clustering() {
    for (table, sstable) in [("nb/wide", "nb-1-big"), ("da/wide_desc", "da-1-bti"), ("oa/wide_compound", "oa-1-big")] {
        let recorded = recorded(&format!("{table}/{sstable}.dump.json.gz"));
        let partition = &recorded[0];
        let key = partition["partition"]["key"][0].as_str().expect("a key");
        let rows: Vec<&Value> =
            partition["rows"].as_array().expect("rows").iter().filter(|r| r["type"] == "row").collect();
        for row in rows.iter().step_by(1 + rows.len() / 10) {
            let values = row["clustering"].as_array().expect("values").iter();
            let values = values.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
            let args = ["get", "-l"].map(str::to_owned).into_iter();
            let folder = corpus(table).to_string_lossy().into_owned();
            let args = args.chain([folder, "--".to_owned(), key.to_owned()]).chain(values);
            let found = lines(&crate::util::cqlite(args).ok(), &corpus(table));
            let is_row = |found: &&Value| found["type"] == "row";
            let found: Vec<&Value> = found[0]["rows"].as_array().expect("rows").iter().filter(is_row).collect();
            assert_eq!(found, [*row], "{table}");
        }
    }
}

#[test]
fn a_range_is_of_values_whatever_their_order() {
    let clustering = |table: &str, from: &str, to: &str| {
        let out = run!("get", "-l", corpus(table), "1", "--from", from, "--to", to).ok();
        let found = lines(&out, &corpus(table));
        let rows = found[0]["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["clustering"][0].as_i64().expect("a number")).collect::<Vec<_>>()
    };
    let (up, mut down) = (clustering("oa/wide", "10", "30"), clustering("oa/wide_desc", "10", "30"));
    assert_eq!((up.first(), up.last()), (Some(&12), Some(&30)), "{up:?}");
    assert!(down.is_sorted_by(|a, b| a > b), "{down:?}");
    down.reverse();
    assert_eq!(up, down);
}

#[test]
fn a_deletion_that_goes_over_the_ends_has_bounds_there() {
    let table = "oa/wide_open_markers";
    let is_bound = |row: &Value| row["type"] == "range_tombstone_bound";
    let recorded = recorded(&format!("{table}/oa-1-big.dump.json.gz"));
    let first = recorded[0]["rows"].as_array().expect("rows").iter().find(|row| is_bound(row)).expect("a bound");
    let out = run!("get", "-l", corpus(table), "1", "--from", "100", "--to", "120").ok();
    let found = lines(&out, &corpus(table));
    let rows = found[0]["rows"].as_array().expect("rows");
    let (start, end) = (rows.first().expect("a bound"), rows.last().expect("a bound"));
    assert_eq!(start["start"]["clustering"], json!([100]));
    assert_eq!(start["start"]["deletion_info"], first["start"]["deletion_info"]);
    assert_eq!(
        end["end"],
        json!({ "type": "inclusive", "clustering": [120], "deletion_info": first["start"]["deletion_info"] })
    );
}

#[test]
fn each_sstable_is_named() {
    let out = run!("get", "-l", corpus("nb/generations"), "1").ok();
    assert!(out.lines().count() > 1, "{out}");
    let names: Vec<&str> = out.lines().map(|line| line.split('"').nth(3).expect("a name")).collect();
    assert!(names.iter().zip(&names[1..]).all(|(a, b)| a != b), "{names:?}");
    // Two documents would be no JSON.
    let all: Vec<Value> = serde_json::from_str(&run!("get", corpus("nb/generations"), "1").ok()).expect("one array");
    assert_eq!(all.len(), names.len());
}

#[test]
fn a_key_that_is_nowhere_is_no_failure() {
    let run = run!("get", "-l", corpus("nb/wide"), "-77");
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert_eq!(run.err, "note: no SSTable has the partition \"-77\"\n");
    // The same of a dump of keys, as of an extract; sstabledump ends with 0 too.
    let run = run!("dump", "-l", "-k", "-77", "-k", "1", "-k", "-78", "-x", "-78", corpus("nb/wide"));
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.out);
    assert_eq!(run.err, "note: no SSTable has the partition \"-77\"\n");
    // The note comes after the whole document, not into the middle of it.
    let both = "exec 2>&1; \"$0\" get \"$1\" -77";
    let shell = Command::new("sh").args(["-c", both]).arg(CQLITE).arg(corpus("nb/wide")).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&shell.stdout), "[ ]\nnote: no SSTable has the partition \"-77\"\n");
    let none: Value = serde_json::from_str(&run!("get", "-q", corpus("nb/wide"), "-77").ok()).expect("JSON");
    assert_eq!(none, json!([]));
}

#[test]
fn keys_and_values_are_spelled_as_in_the_dump_or_in_cql() {
    let same = |table: &str, spellings: &[&[&str]]| {
        let found: Vec<String> = spellings
            .iter()
            .map(|args| {
                let args = args.iter().map(|arg| (*arg).to_owned());
                let all = ["get".to_owned(), "-l".to_owned(), corpus(table).to_string_lossy().into_owned()];
                crate::util::cqlite(all.into_iter().chain(args)).ok()
            })
            .collect();
        assert!(found[0].contains("\"type\":\"row\"") && found.iter().all(|out| *out == found[0]), "{found:#?}");
    };
    same(
        "oa/udt_frozen",
        &[
            &["1", "{\"country\": 4, \"number\": \"1@2:4\"}"],
            &["1", "{country: 4, number: '1@2:4'}"],
            &["1", "4:1\\@2\\:4"],
        ],
    );
    same("oa/compact_keys", &[&["k1", "4"], &["--literal", "'k1'", "4"], &["--literal", "--", "\"k1\"", "4"]]);
    let says = run!("get", corpus("oa/compact_keys"), "'k1'").fails(1, &["it may mean 'k1' as well as '''k1'''"]);
    assert_eq!(says, "");
    run!("get", corpus("oa/composite_pk"), "1").fails(1, &["1 part for the ", "\\: for colons of their own, such as "]);
    run!("get", corpus("oa/udt_frozen"), "1", "{land: 4}").fails(1, &["such as {country: 42, number: 'alice'}"]);
}

#[test]
fn what_is_none_of_the_table_is_said() {
    let wide = corpus("nb/wide");
    assert_eq!(run!("get", &wide, "one").fails(1, &["nb-1-big: partition key \"one\": "]), "");
    assert_eq!(run!("get", &wide, "1", "two").fails(1, &["clustering column 1: \"two\": "]), "");
    assert_eq!(run!("get", &wide, "1", "2", "3").fails(1, &["2 values for 1 clustering columns"]), "");
    run!("get", &wide).fails(2, &["no key"]);
    run!("get", wide.join("nothing-Data.db"), "1").fails(3, &["nothing-Data.db"]);
    // It is no key, though it comes second.
    let run = run!("get", "-l", &wide, wide.join("nb-7-big-Data.db"), "1");
    assert!(run.code == 3 && run.err.contains("nb-7-big-Data.db: "), "{}", run.err);
}

#[test]
fn without_an_index_there_is_no_answer() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let key =
        recorded("nb/static_rows/nb-1-big.dump.json.gz")[0]["partition"]["key"][0].as_str().expect("a key").to_owned();
    let found = run!("get", "-l", folder.join(""), "--", &key).ok();
    assert_eq!(lines(&found, &folder.join("")).len(), 1);
    std::fs::remove_file(folder.join("nb-1-big-Index.db")).expect("an index");
    assert_eq!(run!("get", "-l", folder.join(""), "--", &key).fails(3, &["Index.db"]), "");
}

//! `metadata`; the crate's own tests compare all recordings of sstablemetadata.

use serde_json::Value;

use crate::run;
use crate::util::{corpus, recorded, Folder};

#[test]
fn the_first_part_is_that_of_sstablemetadata() {
    let wanted = recorded("da/static_rows/da-1-bti.metadata.txt.gz");
    let out = run!("metadata", corpus("da/static_rows/da-1-bti-Data.db")).ok();
    let (first, more) = out.split_once("\n\n").expect("an empty line");
    let without = |text: &str| {
        // The path is another one, and droppable tombstones depend on the clock.
        let kept =
            text.lines().filter(|line| !line.starts_with("SSTable: ") && !line.starts_with("Estimated droppable"));
        kept.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without(first), without(&wanted));
    assert!(more.contains("\nRegular columns (CQL): ") && more.contains("v text"), "{more}");
}

#[test]
fn statistics_alone_are_enough() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    for name in folder.names().iter().filter(|name| !name.ends_with("-Statistics.db")) {
        std::fs::remove_file(folder.join(name)).expect("a file");
    }
    let out = run!("metadata", folder.join("nb-1-big-Statistics.db")).ok();
    assert!(out.contains("\ntotalRows: 14\n"), "{out}");
}

#[test]
fn json_has_every_field_by_its_name() {
    let out = run!("metadata", "--json", corpus("nb/static_rows/nb-1-big-Data.db"), corpus("da/static_rows")).ok();
    let values: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(values.len(), 2);
    for (value, version) in values.iter().zip(["nb", "da"]) {
        assert_eq!(value["version"], version);
        assert_eq!(value["statistics"]["stats"]["total_rows"], 14);
        assert_eq!(
            value["statistics"]["validation"]["partitioner"]["s"],
            "org.apache.cassandra.dht.Murmur3Partitioner"
        );
        assert_eq!(value["schema"]["static_columns"][1]["type"], "int");
        assert_eq!(value["estimated_cardinality"], 4);
        assert_eq!(value["keys"]["first_key"]["text"], "ttl");
    }
    assert_eq!(values[1]["partitions"]["num_keys"], 4);
    assert_eq!(values[0]["summary"]["sampling_level"], 128);
}

#[test]
fn facts_come_without_a_damaged_filter_and_it_is_named() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Filter.db", |bytes| bytes.truncate(6));
    let out = run!("metadata", folder.join("nb-1-big-Data.db")).fails(3, &["nb-1-big-Filter.db", "num_words"]);
    assert!(out.contains("totalRows: 14"));
}

/// Recorded: the deletions are of 2023 and before.
#[test]
fn deletions_are_droppable_after_the_grace_of_the_table() {
    let data = corpus("oa/partition_deletions/oa-1-big-Data.db");
    let share = |args: &[&str]| {
        let args = ["metadata", "--now", "1900000000"].iter().chain(args).map(std::ffi::OsStr::new);
        let json = crate::util::cqlite(args.clone().chain([std::ffi::OsStr::new("--json"), data.as_os_str()])).ok();
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let text = crate::util::cqlite(args.chain([data.as_os_str()])).ok();
        let line = text.lines().find_map(|line| line.strip_prefix("Estimated droppable tombstones: ")).expect("a line");
        assert_eq!(json["estimated_droppable_tombstones"], line.parse::<f64>().expect("a number"));
        json["estimated_droppable_tombstones"].as_f64().expect("a number")
    };
    assert!(share(&[]) > 0.0);
    assert_eq!(share(&["-g", "0"]), share(&[]));
    assert_eq!(share(&["-g", "1000000000"]), 0.0);
    assert_eq!(share(&["--gc_grace_seconds", "1000000000"]), 0.0);
}

#[test]
fn a_key_of_several_columns_is_told_in_cql() {
    let data = corpus("nb/composite_pk/nb-1-big-Data.db");
    let text = run!("metadata", &data).ok();
    assert!(text.contains("\nPartition key (CQL): int, text, uuid\n"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&run!("metadata", "--json", &data).ok()).expect("JSON");
    assert_eq!(json["schema"]["key_type"], "int, text, uuid");
}

#[test]
fn a_scan_counts_what_the_rows_have() {
    let file = std::fs::File::open(corpus("nb/wide_open_markers/nb-1-big.dump.json.gz")).expect("a recording");
    let recorded: Value = serde_json::from_reader(flate2::read::GzDecoder::new(file)).expect("JSON");
    // Of each partition rows, and its deletion, bounds and boundaries of range tombstones.
    let counts: Vec<[usize; 2]> = recorded
        .as_array()
        .expect("partitions")
        .iter()
        .map(|partition| {
            let rows = partition["rows"].as_array().expect("rows");
            let num_rows = rows.iter().filter(|row| row["type"] == "row").count();
            let deletion = usize::from(partition["partition"].get("deletion_info").is_some());
            [num_rows, rows.len() - num_rows + deletion]
        })
        .collect();
    let [rows, markers] = [0, 1].map(|i| counts.iter().map(|n| n[i]).sum::<usize>());
    let text = run!("metadata", "-s", corpus("nb/wide_open_markers")).ok();
    let lines: Vec<&str> = text.lines().skip(2).take(3).collect();
    assert_eq!(
        lines,
        [format!("Partitions: {}", counts.len()), format!("Rows: {rows}"), format!("Tombstones: {markers}")]
    );
    let json = run!("metadata", "--json", "-s", corpus("nb/wide_open_markers")).ok();
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let most = counts.iter().map(|n| n[1]).max().expect("partitions");
    assert_eq!(json["scan"]["tombstone_leaders"][0]["tombstones"], most);
    let json: Value = serde_json::from_str(&run!("metadata", "--json", corpus("nb/wide")).ok()).expect("JSON");
    assert!(json.get("scan").is_none());
}

//! A live Cassandra takes what is written for its own: it verifies, is dumped as the original, and gives the same rows when it is loaded.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` and `CQLITE_TABLES` as in `oracle.rs`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cqlite::write::{read_dictionary, CodecKind, Compression, Rewrite, WriteOptions};
use cqlite::{Sstable, SstableVersion};
use cqlite_tests::oracle::{given, seed, Oracle};
use serde_json::{json, Value};

/// Random tables for each version, unless `CQLITE_TABLES` says otherwise.
const TABLES: u64 = 6;

/// What sstabledump prints of an SSTable, but for positions.
fn dump(oracle: &mut Oracle, path: &Path) -> Option<Vec<String>> {
    let answer = oracle.ask(&json!({"op": "dump", "path": path, "args": ["-l"]}));
    let text = answer["out"].as_str().filter(|_| answer["status"] == 0)?;
    let without = |line: &str| -> String {
        let mut parts = line.split("\"position\":");
        let first = parts.next().unwrap_or_default().to_owned();
        let rest = parts.map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '));
        rest.fold(first, |line, part| line + part)
    };
    Some(text.lines().map(without).collect())
}

/// The rows of the table, in order.
fn rows(oracle: &mut Oracle, table: &str) -> Vec<String> {
    let answer = oracle.ask(&json!({"op": "cql", "cql": format!("SELECT JSON * FROM corpus.{table}")}));
    let rows = answer["rows"].as_array().unwrap_or_else(|| panic!("{table}: {answer}"));
    rows.iter().map(ToString::to_string).collect()
}

/// Chunks that are compressed with a dictionary that Cassandra has made of another table.
fn with_dictionary() -> Compression {
    let corpus = cqlite_test_data::corpus().join("ea/compression_zstd_dictionary/ea-2-bti-Data.db");
    let dictionary = read_dictionary(corpus).unwrap_or_else(|e| panic!("{e}"));
    let compression = Compression::new(CodecKind::ZstdDictionary, Some(4096), 0.0);
    compression.and_then(|own| own.dictionary(dictionary)).unwrap_or_else(|e| panic!("{e}"))
}

fn rewritten(old: &Path, version: SstableVersion, folder: &Path) -> PathBuf {
    let sstable = Sstable::open(old).unwrap_or_else(|e| panic!("{e}"));
    let mut options = WriteOptions::new().to(version).column_index_size(1024);
    if version.has_compression_dictionary() {
        options = options.compression(Some(with_dictionary()));
    }
    let new = Rewrite::new(options).run(&sstable, folder);
    let path = new.unwrap_or_else(|e| panic!("{}: {e}", old.display())).remove(0).path;
    PathBuf::from(format!("{}-Data.db", path.display()))
}

/// Writes the SSTables of a random table in each version, and lets Cassandra judge them.
fn judge(oracle: &mut Oracle, seed: u64, versions: &[&str], root: &Path) -> usize {
    let dir = root.join(seed.to_string());
    let made = oracle.ask(&json!({"op": "write", "dir": dir, "seed": seed}));
    let (Some(paths), Some(table)) = (made["paths"].as_array(), made["table"].as_str()) else {
        panic!("{seed}: {made}")
    };
    let paths: Vec<&Path> = paths.iter().filter_map(Value::as_str).map(Path::new).collect();
    // Some random cells live for a second.
    std::thread::sleep(Duration::from_secs(2));
    let expected = rows(oracle, table);
    for letters in versions {
        let version = SstableVersion::find(letters).expect("a version");
        let folder = dir.join(letters);
        std::fs::create_dir_all(&folder).expect("a folder");
        for old in &paths {
            let new = rewritten(old, version, &folder);
            let name = format!("seed {seed}: {}\n{}", new.display(), made["schema"]);
            let verified = oracle.ask(&json!({"op": "verify", "path": new}));
            assert_eq!(verified["ok"], true, "{name}: {verified}");
            let (was, is) = (dump(oracle, old), dump(oracle, &new));
            assert!(was.is_some(), "{name}: the original has no dump");
            assert_eq!(is, was, "{name}");
        }
        let truncated = oracle.ask(&json!({"op": "cql", "cql": format!("TRUNCATE corpus.{table}")}));
        assert!(truncated.get("error").is_none(), "{truncated}");
        let loaded = oracle.ask(&json!({"op": "load", "table": table, "dir": folder}));
        assert!(loaded.get("error").is_none(), "seed {seed} {letters}: {loaded}");
        assert_eq!(rows(oracle, table), expected, "seed {seed} {letters}\n{}", made["schema"]);
    }
    paths.len() * versions.len()
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_takes_what_is_written_for_its_own() {
    let (first, tables) = (seed(), given("CQLITE_TABLES").unwrap_or(TABLES));
    let root = tempfile::tempdir().expect("a folder");
    for (release, letter, versions) in
        [("5.0.8", "oa", &["nb", "oa", "da"][..]), ("6.0-alpha2", "pa", &["nb", "oa", "da", "pa", "ea"])]
    {
        let mut oracle = Oracle::start(release, letter);
        let folder = root.path().join(letter);
        let sstables: usize = (first..first + tables).map(|seed| judge(&mut oracle, seed, versions, &folder)).sum();
        println!("{release}: {sstables} SSTables of {tables} random tables");
        assert!(sstables > 0);
    }
}

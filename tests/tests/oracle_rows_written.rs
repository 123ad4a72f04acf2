//! What statements make of random tables here is what Cassandra's bulk writer makes of them, byte for byte.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` and `CQLITE_TABLES` as in `oracle.rs`.

use std::path::{Path, PathBuf};

use cqlite::write::{written_version, Compression, WriteOptions};
use cqlite::{ErrorKind, SstableWriter};
use cqlite_sstable::compress::CodecKind;
use cqlite_tests::oracle::{given, seed, Oracle};
use cqlite_tests::same::assert_same;
use cqlite_tests::statements::RandomTable;
use serde_json::{json, Value};

/// Random tables for each version, unless `CQLITE_TABLES` says otherwise.
const TABLES: u64 = 40;
/// Statements of each.
const STATEMENTS: usize = 80;
/// The time at which they are written.
const MICROS: i64 = 1_700_000_000_123_456;

/// Compressions, as CQL has them and as ours are made.
fn compression(seed: u64) -> (&'static str, Option<Compression>) {
    let of = |kind, kib: i32, ratio| Some(Compression::new(kind, Some(kib << 10), ratio).expect("a codec"));
    match seed % 6 {
        0 => ("{'enabled': 'false'}", None),
        1 => ("{'class': 'LZ4Compressor', 'chunk_length_in_kb': '4'}", of(CodecKind::Lz4, 4, 0.0)),
        2 => (
            "{'class': 'SnappyCompressor', 'chunk_length_in_kb': '4', 'min_compress_ratio': '1.5'}",
            of(CodecKind::Snappy, 4, 1.5),
        ),
        3 => ("{'class': 'DeflateCompressor', 'chunk_length_in_kb': '64'}", of(CodecKind::Deflate, 64, 0.0)),
        4 => ("{'class': 'ZstdCompressor', 'min_compress_ratio': '1'}", of(CodecKind::Zstd, 16, 1.0)),
        _ => ("{'class': 'LZ4Compressor', 'chunk_length_in_kb': '16'}", of(CodecKind::Lz4, 16, 0.0)),
    }
}

/// What is written here, and which statements are refused.
fn own(
    table: &RandomTable,
    letters: &str,
    compression: Option<Compression>,
    folder: &Path,
) -> (Vec<PathBuf>, Vec<usize>) {
    std::fs::create_dir_all(folder).expect("a folder");
    let version = written_version(letters).expect("a version");
    let options = WriteOptions::new().to(version).compression(compression).column_index_size(4096);
    let definition = table.definition().unwrap_or_else(|e| panic!("{e}\n{:?}", table.create("")));
    // Cassandra's writer takes no keys for granted when it makes the filter.
    let builder = SstableWriter::builder(definition).options(options).partitions(0).clock(|| MICROS);
    let mut writer = builder.open(folder).unwrap_or_else(|e| panic!("{e}"));
    let mut refused = Vec::new();
    for (number, statement) in table.statements.iter().enumerate() {
        if let Err(e) = statement.apply(&mut writer) {
            assert_eq!(e.kind(), ErrorKind::InvalidInput, "{e}: {}", statement.cql(table));
            refused.push(number);
        }
    }
    let new = writer.finish().unwrap_or_else(|e| panic!("{e}"));
    (new.into_iter().map(|new| PathBuf::from(format!("{}-Data.db", new.path.display()))).collect(), refused)
}

/// A dump, in which paths of lists are told by where they are.
fn dump(oracle: &mut Oracle, path: &Path) -> String {
    let answer = oracle.ask(&json!({"op": "dump", "path": path, "args": ["-l"]}));
    assert_eq!(answer["status"], 0, "{}: {answer}", path.display());
    let text = answer["out"].as_str().expect("a dump");
    let mut parts = text.split("\"path\":[\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let is_uuid = part.get(..36).is_some_and(|id| id.bytes().filter(|b| *b == b'-').count() == 4);
        text + "\"path\":[\"" + if is_uuid { &part[36..] } else { part }
    })
}

fn judge(oracle: &mut Oracle, seed: u64, letters: &str, root: &Path) -> usize {
    let table = RandomTable::new(&format!("rows_{seed}"), seed, STATEMENTS);
    let (cql, compression) = compression(seed);
    let create = table.create(&format!("compression = {cql}"));
    let title = format!("seed {seed} {letters}: {create:#?}");
    let statements: Vec<String> = table.statements.iter().map(|statement| statement.cql(&table)).collect();
    let (ours, refused) = own(&table, letters, compression, &root.join(format!("{seed}")));
    let answer = oracle.ask(&json!({
        "op": "rows", "dir": root.join(format!("{seed}/cassandra")), "table": table.name, "create": create,
        "statements": statements, "micros": MICROS,
    }));
    assert!(answer.get("error").is_none(), "{title}: {answer}");
    let failed = answer["failed"].as_array().expect("a list");
    let number = |failed: &Value| failed["statement"].as_u64().expect("a number") as usize;
    let differs = |n: &usize| refused.contains(n) != failed.iter().any(|failed| number(failed) == *n);
    if let Some(n) = (0..statements.len()).find(differs) {
        let reason = failed.iter().find(|failed| number(failed) == n);
        panic!("{title}: {}\n{reason:?}", statements[n]);
    }
    let theirs: Vec<PathBuf> =
        answer["paths"].as_array().expect("paths").iter().filter_map(Value::as_str).map(PathBuf::from).collect();
    assert_eq!(ours.len(), theirs.len(), "{title}");
    for (own, their) in ours.iter().zip(&theirs) {
        let verified = oracle.ask(&json!({"op": "verify", "path": own}));
        assert_eq!(verified["ok"], true, "{title}: {verified}");
        let (is, was) = (dump(oracle, own), dump(oracle, their));
        if is != was {
            let at = is.bytes().zip(was.bytes()).position(|(a, b)| a != b).unwrap_or(0);
            let about = |text: &str| text.chars().skip(at.saturating_sub(600)).take(900).collect::<String>();
            panic!("{title}\n{}\n  ours   {}\n  theirs {}", statements.join("\n"), about(&is), about(&was));
        }
        if !table.has_lists() {
            assert_same(&title, own, their, false);
        }
    }
    refused.len()
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_writes_the_same_of_the_same_statements() {
    let (first, tables) = (seed(), given("CQLITE_TABLES").unwrap_or(TABLES));
    let root = tempfile::tempdir().expect("a folder");
    for letters in ["nb", "oa", "da"] {
        let mut oracle = Oracle::start("5.0.8", letters);
        let folder = root.path().join(letters);
        let refused: usize = (first..first + tables).map(|seed| judge(&mut oracle, seed, letters, &folder)).sum();
        println!("{letters}: {tables} random tables, {refused} statements that both refuse");
    }
}

//! What statements make of random tables here is what Cassandra's bulk writer makes of them, byte for byte.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` and `CQLITE_TABLES` as in `oracle.rs`.

use std::path::{Path, PathBuf};

use cqlite::schema::CreateTable;
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

/// Types of a column, and what the column is; some are taken, some refused.
const TYPES: [(&str, &str); 40] = [
    ("v", "int"),
    ("v", "list<int>"),
    ("v", "frozen<list<int>>"),
    ("v", "frozen<int>"),
    ("v", "frozen<tuple<int>>"),
    ("v", "frozen<vector<int, 2>>"),
    ("v", "list<list<int>>"),
    ("v", "list<frozen<list<int>>>"),
    ("v", "list<tuple<list<int>>>"),
    ("v", "list<vector<list<int>, 2>>"),
    ("v", "set<u>"),
    ("v", "set<frozen<u>>"),
    ("v", "u"),
    ("v", "nested"),
    ("v", "frozen<nested>"),
    ("v", "corpus.u"),
    ("v", "other.u"),
    ("v", "unknown"),
    ("v", "counter"),
    ("v", "list<counter>"),
    ("v", "map<int, counter>"),
    ("v", "map<counter, int>"),
    ("v", "tuple<counter>"),
    ("v", "duration"),
    ("v", "set<duration>"),
    ("v", "map<duration, int>"),
    ("v", "map<int, duration>"),
    ("v", "list<duration>"),
    ("v", "vector<int, 0>"),
    ("v", "vector<text, 3>"),
    ("c", "list<int>"),
    ("c", "frozen<list<int>>"),
    ("c", "counter"),
    ("c", "duration"),
    ("c", "frozen<list<duration>>"),
    ("c", "tuple<int, duration>"),
    ("c", "u"),
    ("c", "frozen<u>"),
    ("c", "vector<int, 3>"),
    ("s", "int"),
];

/// Creates a table with a column here and there; whether it is taken, with the class that headers say, if it is a column's.
fn created(oracle: &mut Oracle, number: usize, kind: &str, ty: &str) -> [Result<(), String>; 2] {
    let name = format!("typed_{number}");
    let (clustering, key) = match kind {
        "c" => (format!("c {ty}, "), ", c"),
        _ => (String::new(), ""),
    };
    let column = match kind {
        "v" => format!("v {ty}, "),
        "s" => format!("s {ty} static, "),
        _ => String::new(),
    };
    let cql = format!("CREATE TABLE corpus.{name} (k int, {clustering}{column}PRIMARY KEY (k{key}))");
    let answer = oracle.ask(&json!({"op": "cql", "cql": cql}));
    let theirs = answer["error"].as_str().map_or(Ok(()), |e| Err(e.to_owned()));
    let table = CreateTable::new("corpus", &name).partition_key("k", "int");
    let table = table.user_type("u", [("x", "int")]).user_type("nested", [("x", "list<int>")]);
    let table = match kind {
        "c" => table.clustering("c", ty),
        "s" => table.static_column("s", ty),
        _ => table.column("v", ty),
    };
    let table = table.build();
    if let (Ok(table), Ok(())) = (&table, &theirs) {
        let folder = tempfile::tempdir().expect("a folder");
        // A row, so that there is a header with the types.
        let statement = if kind == "c" { format!("DELETE FROM corpus.{name} WHERE k = 1") } else { insert(&name, ty) };
        let request = json!({
            "op": "rows", "dir": folder.path(), "table": name, "create": [], "statements": [statement], "micros": MICROS,
        });
        let answer = oracle.ask(&request);
        let path = answer["paths"][0].as_str().unwrap_or_else(|| panic!("{cql}: {answer}"));
        let header = cqlite::Sstable::open(path).expect("an SSTable").raw().header().clone();
        let theirs = match kind {
            "c" => header.clustering_types[0].name.clone(),
            _ => header.regular_columns.columns[0].column_type.name.clone(),
        };
        let own = if kind == "c" { &table.clustering } else { &table.regular_columns };
        assert_eq!(own[0].ty.name, theirs, "{ty}");
    }
    [table.map(|_| ()).map_err(|e| e.to_string()), theirs]
}

fn insert(table: &str, ty: &str) -> String {
    match ty {
        "counter" => format!("UPDATE corpus.{table} SET v = v + 1 WHERE k = 1"),
        _ => format!("DELETE v FROM corpus.{table} WHERE k = 1"),
    }
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_takes_and_names_the_same_types() {
    let mut oracle = Oracle::start("5.0.8", "oa");
    for cql in ["CREATE TYPE corpus.u (x int)", "CREATE TYPE corpus.nested (x list<int>)"] {
        let answer = oracle.ask(&json!({"op": "cql", "cql": cql}));
        assert!(answer.get("error").is_none(), "{answer}");
    }
    let mut refused = 0;
    for (number, (kind, ty)) in TYPES.into_iter().enumerate() {
        let [own, theirs] = created(&mut oracle, number, kind, ty);
        assert_eq!(own.is_ok(), theirs.is_ok(), "{kind} {ty}: {own:?} {theirs:?}");
        refused += usize::from(own.is_err());
    }
    println!("{} types, {refused} refused", TYPES.len());
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

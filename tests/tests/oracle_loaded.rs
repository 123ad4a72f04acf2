//! Cassandra 3.11 takes the SSTables that are written for it, `me`, for its own: it loads them, verifies each cell, gives the rows that it has of its own SSTables or
//! statements, compacts them, and gives the same again.
//!
//! Needs JDK and Maven: ignored unless asked for.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cqlite::schema::{CreateTable, TableDefinition};
use cqlite::write::{CodecKind, Compact, Compression, Rewrite, WriteOptions};
use cqlite::{Error, Sstable, SstableVersion, SstableWriter};
use serde_json::Value;

fn version(letters: &str) -> SstableVersion {
    SstableVersion::find(letters).expect("a version")
}

/// Options for `me` with which no row stays as it is stored.
fn me() -> WriteOptions<'static> {
    let compression = Compression::new(CodecKind::Lz4, Some(4096), 0.0).expect("LZ4");
    WriteOptions::new().to(version("me")).compression(Some(compression)).max_size(u64::MAX).column_index_size(1024)
}

fn open(paths: &[PathBuf]) -> Vec<Sstable> {
    paths.iter().map(|path| Sstable::open(path).unwrap_or_else(|e| panic!("{e}"))).collect()
}

/// How SSTables of a table become others, in a folder.
type Way = fn(&[PathBuf], &Path) -> Result<(), Error>;

const WAYS: [(&str, Way); 4] = [
    ("anew", |all, to| {
        let rewrite = Rewrite::new(me());
        open(all).iter().try_for_each(|sstable| rewrite.run(sstable, to).map(|_| ()))
    }),
    ("kept", |all, to| {
        let rewrite = Rewrite::new(WriteOptions::new().compression(None));
        open(all).iter().try_for_each(|sstable| rewrite.run(sstable, to).map(|_| ()))
    }),
    ("up and down", |all, to| {
        let up = tempfile::tempdir().expect("a folder");
        for sstable in open(all) {
            let new = Rewrite::new(WriteOptions::new().to(version("da"))).run(&sstable, up.path())?;
            let new = open(&[format!("{}-Data.db", new[0].path.display()).into()]);
            let _ = Rewrite::new(me()).run(&new[0], to)?;
        }
        Ok(())
    }),
    ("merged", |all, to| Compact::new(me()).at(0).run(&open(all), &[], to).map(|_| ())),
];

/// The Data.db files of a folder.
fn data_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut all: Vec<PathBuf> = entries.filter(|path| path.to_string_lossy().ends_with("-Data.db")).collect();
    all.sort();
    all
}

/// What 3.11 says of pairs of folders, old and new.
fn judge(pairs: &[(PathBuf, PathBuf)]) -> Vec<Value> {
    let run = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
    let mut child = Command::new(run)
        .args(["loaded", "me"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("tests/oracle/run starts");
    let mut lines = child.stdin.take().expect("its input");
    for (old, new) in pairs {
        writeln!(lines, "{}\t{}", old.display(), new.display()).expect("it reads");
    }
    drop(lines);
    let output = child.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Checks all answers; rows and SSTables in all.
fn judged(pairs: &[(PathBuf, PathBuf)]) -> (u64, u64) {
    let answers = judge(pairs);
    assert_eq!(answers.len(), pairs.len());
    let wrong: Vec<String> = answers
        .iter()
        .zip(pairs)
        .filter(|(answer, _)| answer.get("error").or(answer.get("difference")).is_some())
        .map(|(answer, (_, new))| format!("{}: {answer}", new.display()))
        .collect();
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), pairs.len(), &wrong[..wrong.len().min(60)]);
    let sum = |what: &str| answers.iter().filter_map(|answer| answer[what].as_u64()).sum();
    (sum("rows"), sum("sstables"))
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_3_11_takes_what_is_written_anew_for_its_own() {
    let root = tempfile::tempdir().expect("a folder");
    let mut pairs = Vec::new();
    let corpus = cqlite_test_data::corpus().join("me");
    let mut cases: Vec<PathBuf> = fs::read_dir(corpus).expect("a corpus").map(|e| e.expect("a case").path()).collect();
    cases.sort();
    for case in cases {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        let (all, schema) = (data_files(&case), fs::read_to_string(case.join("schema.cql")).unwrap_or_default());
        // This one has one partitioner; indexes and views are other tables.
        let is_murmur = open(&all).iter().all(|sstable| sstable.partitioner().name().contains("Murmur3"));
        let is_plain = !schema.contains(" INDEX ") && !schema.contains(" VIEW ");
        if all.is_empty() || !is_murmur || !is_plain || !schema.contains("CREATE TABLE corpus.") {
            continue;
        }
        for (way, write) in WAYS {
            let new = root.path().join(way).join(&name);
            fs::create_dir_all(&new).expect("a folder");
            write(&all, &new).unwrap_or_else(|e| panic!("{name}, {way}: {e}"));
            pairs.push((case.clone(), new));
        }
    }
    let (rows, sstables) = judged(&pairs);
    println!("{} tables of 3.11.19: {sstables} SSTables, {rows} rows", pairs.len());
    assert!(pairs.len() > 300 && rows > 20_000, "{} {rows}", pairs.len());
}

fn table() -> TableDefinition {
    let table = CreateTable::new("corpus", "bulk")
        .partition_key("k", "int")
        .clustering("c", "text")
        .static_column("s", "text")
        .column("v", "bigint")
        .column("m", "map<text, int>");
    table.build().expect("a table")
}

const TABLE: &str =
    "CREATE TABLE corpus.bulk (k int, c text, s text static, v bigint, m map<text, int>, PRIMARY KEY (k, c));";

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_3_11_takes_bulk_writes_for_its_own() {
    let root = tempfile::tempdir().expect("a folder");
    let [old, new] = ["old", "new"].map(|name| root.path().join(name));
    [&old, &new].into_iter().for_each(|folder| fs::create_dir(folder).expect("a folder"));
    let mut writer = SstableWriter::builder(table()).options(me()).open(&new).expect("a writer");
    let mut statements = String::new();
    let mut random = 7u64;
    let mut below = |n: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % n
    };
    for _ in 0..4000 {
        let (k, c, at) = (below(50) as i32, format!("row {:02}", below(40)), 1 + below(1000) as i64);
        let (v, s) = (below(1 << 30) as i64, format!("s{at} {}", below(1 << 20)));
        let m = BTreeMap::from([(format!("a{}", below(5)), v as i32), (format!("b{}", below(5)), k)]);
        let written = match below(8) {
            0..=2 => {
                statements += &format!(
                    "INSERT INTO corpus.bulk (k, c, v, s) VALUES ({k}, '{c}', {v}, '{s}') USING TIMESTAMP {at};\n"
                );
                writer.insert((k, &*c)).set("v", &v).set("s", &*s).timestamp(at).write()
            }
            3 | 4 => {
                let text: Vec<String> = m.iter().map(|(key, value)| format!("'{key}': {value}")).collect();
                statements += &format!(
                    "UPDATE corpus.bulk USING TIMESTAMP {at} SET m = {{{}}} WHERE k = {k} AND c = '{c}';\n",
                    text.join(", ")
                );
                writer.update((k, &*c)).set("m", &m).timestamp(at).write()
            }
            5 => {
                statements += &format!(
                    "INSERT INTO corpus.bulk (k, c, v) VALUES ({k}, '{c}', {v}) USING TIMESTAMP {at} AND TTL 100000;\n"
                );
                writer.insert((k, &*c)).set("v", &v).timestamp(at).ttl(100_000).write()
            }
            6 => {
                statements += &format!("DELETE FROM corpus.bulk USING TIMESTAMP {at} WHERE k = {k} AND c = '{c}';\n");
                writer.delete((k, &*c)).timestamp(at).write()
            }
            _ => {
                let to = format!("row {:02}", below(40));
                statements += &format!(
                    "DELETE FROM corpus.bulk USING TIMESTAMP {at} WHERE k = {k} AND c >= '{c}' AND c < '{to}';\n"
                );
                if c >= to {
                    continue;
                }
                writer.delete_range(k).from(&*c).before(&*to).timestamp(at).write()
            }
        };
        written.unwrap_or_else(|e| panic!("{e}"));
    }
    let _ = writer.finish().unwrap_or_else(|e| panic!("{e}"));
    fs::write(old.join("schema.cql"), TABLE).expect("written");
    fs::write(old.join("rows.cql"), statements).expect("written");
    let (rows, sstables) = judged(&[(old, new)]);
    println!("{rows} rows of 4,000 statements in {sstables} SSTables");
    assert!(rows > 500 && sstables == 1, "{rows} {sstables}");
}

//! A live Cassandra writes tables of random schemas; what its sstabledump and sstablemetadata say of them is what ours say, they
//! verify, and tries are written again as it wrote them.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` gives the first seed; otherwise the clock does, and it is printed.
//! `CQLITE_TABLES` gives the number of tables for each version.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cqlite_dump::{DumpOptions, Format};
use cqlite_inspect::metadata::TextOptions;
use cqlite_inspect::Metadata;
use cqlite_sstable::descriptor::{discover, FoundSstable};
use cqlite_sstable::Sstable;
use cqlite_tests::dump::dump;
use cqlite_tests::oracle::{given, seed, Oracle};
use cqlite_tests::tries::{self, Tally};
use cqlite_verify::{Verifier, VerifyOptions};
use serde_json::{json, Value};

/// Random tables for each version, unless `CQLITE_TABLES` says otherwise.
const TABLES: u64 = 12;
/// Keys of the table whose trie takes many pages, and rows of the one that has row indexes.
const MANY_KEYS: &str = "30000";
const MANY_ROWS: &str = "20000";

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn ours(path: &str, format: Format, now: u64) -> Result<String, String> {
    let sstable = Sstable::open(path).map_err(|e| e.to_string())?;
    let options = DumpOptions { format, now: now as i64, ..DumpOptions::default() };
    String::from_utf8(dump(&sstable, options)?).map_err(|e| e.to_string())
}

/// Compares the dumps of an SSTable. What Cassandra cannot print we do not print either, or say why.
fn compare_dumps(oracle: &mut Oracle, path: &str, args: &[&str], format: Format) -> Result<(), String> {
    let theirs = oracle.ask(&json!({"op": "dump", "path": path, "args": args}));
    if theirs["status"] != 0 {
        return Ok(());
    }
    let (ours, theirs) = (ours(path, format, now())?, theirs["out"].as_str().unwrap_or_default());
    if ours == theirs {
        return Ok(());
    }
    let at = ours.bytes().zip(theirs.bytes()).take_while(|(a, b)| a == b).count();
    let show = |s: &str| s.get(at.saturating_sub(80)..(at + 80).min(s.len())).unwrap_or("(the end)").to_owned();
    Err(format!("at {at}:\nours   {}\ntheirs {}", show(&ours), show(theirs)))
}

/// What `sstablemetadata` prints, from ours: the lines before the empty one.
fn metadata(path: &str, now: u64) -> Result<String, String> {
    let metadata = Metadata::open(Path::new(path)).map_err(|e| e.to_string())?;
    let mut out = Vec::new();
    metadata.write_text(TextOptions { now: now as i64, color: false }, &mut out).map_err(|e| e.to_string())?;
    let text = String::from_utf8(out).map_err(|e| e.to_string())?;
    text.split_once("\n\n").map(|(first, _)| format!("{first}\n")).ok_or_else(|| "no empty line".to_owned())
}

/// Compares what is said of an SSTable's metadata.
fn compare_metadata(oracle: &mut Oracle, path: &str) -> Result<(), String> {
    let before = now();
    let answer = oracle.ask(&json!({"op": "metadata", "path": path}));
    let theirs = answer["out"].as_str().filter(|_| answer["status"] == 0).ok_or_else(|| answer.to_string())?;
    let mut first = None;
    // It has looked at its clock meanwhile.
    for clock in before..=now() {
        let ours = metadata(path, clock)?;
        if ours == theirs {
            return Ok(());
        }
        first.get_or_insert(ours);
    }
    let ours = first.unwrap_or_default();
    let pair = ours.lines().zip(theirs.lines()).find(|(a, b)| a != b);
    Err(format!("metadata: {pair:?}, {} and {} lines", ours.lines().count(), theirs.lines().count()))
}

/// Compares what a scan adds up to. Which of several partitions with the same count is named is a matter of Cassandra's heap.
fn compare_scan(oracle: &mut Oracle, path: &str) -> Result<(), String> {
    let answer = oracle.ask(&json!({"op": "metadata", "path": path, "args": ["-s"]}));
    let theirs = answer["out"].as_str().filter(|_| answer["status"] == 0).ok_or_else(|| answer.to_string())?;
    let mut metadata = Metadata::open(Path::new(path)).map_err(|e| e.to_string())?;
    metadata.scan(|_, _| true).map_err(|e| e.to_string())?;
    let mut out = Vec::new();
    metadata.write_text(TextOptions { now: 0, color: false }, &mut out).map_err(|e| e.to_string())?;
    let ours = String::from_utf8(out).map_err(|e| e.to_string())?;
    let counts = |text: &str| -> Vec<String> {
        // The progress is overwritten.
        let lines = text.lines().map(|line| line.rsplit('\r').next().unwrap_or_default().trim_end());
        let scanned =
            lines.skip_while(|line| !line.starts_with("Size: ")).take_while(|line| !line.starts_with("Partitioner"));
        // A key may have line feeds in it: what stands before the last of them says nothing of counts.
        let labels = ["Size: ", "Partitions: ", "Rows: ", "Tombstones: ", "Cells: "];
        let counted = scanned.filter_map(|line| match line.rsplit_once("] ") {
            Some((_, count)) => Some(count),
            None => labels.iter().any(|label| line.starts_with(label)).then_some(line),
        });
        counted.map(str::to_owned).collect()
    };
    match (counts(&ours), counts(theirs)) {
        // It compares letters, and takes BTI's versions for older than 3.0.
        (ours, theirs) if theirs.is_empty() && path.ends_with("-bti-Data.db") && ours.len() > 6 => Ok(()),
        (ours, theirs) if ours == theirs && ours.len() > 6 => Ok(()),
        (ours, theirs) => Err(format!("scan:\nours   {ours:?}\ntheirs {theirs:?}")),
    }
}

/// Compares the dumps and the metadata of what a seed makes; gives the number of SSTables.
fn compare(oracle: &mut Oracle, letter: &str, seed: u64, dir: &Path) -> usize {
    let made = oracle.ask(&json!({"op": "write", "dir": dir, "seed": seed}));
    let Some(paths) = made["paths"].as_array() else { panic!("{letter} seed {seed}: {made}") };
    for path in paths.iter().filter_map(Value::as_str) {
        for (args, format) in [(vec![], Format::Pretty), (vec!["-l"], Format::Lines)] {
            let mut compared = compare_dumps(oracle, path, &args, format);
            if compared.is_err() {
                // Random cells live for a second: some may have expired while the one wrote, or before the other did.
                std::thread::sleep(Duration::from_secs(2));
                compared = compare_dumps(oracle, path, &args, format);
            }
            compared.unwrap_or_else(|e| panic!("{letter} seed {seed} {path} {e}\n{}", made["schema"]));
        }
        compare_metadata(oracle, path)
            .and_then(|()| compare_scan(oracle, path))
            .unwrap_or_else(|e| panic!("{letter} seed {seed} {path} {e}\n{}", made["schema"]));
    }
    paths.len()
}

fn verify(found: &FoundSstable, what: &str) {
    let verifier = Verifier::from_descriptor(&found.descriptor, VerifyOptions::default());
    let report = verifier.run(&mut |_| {}, &AtomicBool::new(false));
    let report = report.unwrap_or_else(|e| panic!("{what} {}: {e}", found.descriptor));
    assert!(report.is_clean(), "{what} {}: {report:?}", found.descriptor);
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn freshly_written_tables_dump_alike() {
    let (first, tables) = (seed(), given("CQLITE_TABLES").unwrap_or(TABLES));
    let root = temporary("tables");
    let mut tally = Tally::default();
    for (release, letter) in
        [("5.0.8", "nb"), ("5.0.8", "oa"), ("5.0.8", "da"), ("6.0-alpha2", "pa"), ("6.0-alpha2", "ea")]
    {
        let mut oracle = Oracle::start(release, letter);
        let sstables: usize = (first..first + tables)
            .map(|seed| {
                let dir = root.join(format!("{letter}-{seed}"));
                std::fs::create_dir_all(&dir).unwrap();
                let sstables = compare(&mut oracle, letter, seed, &dir);
                for found in discover(&dir).unwrap_or_else(|e| panic!("{e}")).sstables {
                    verify(&found, &format!("{letter} seed {seed}"));
                    tries::check(&found, &mut tally);
                }
                sstables
            })
            .sum();
        println!("{letter} from {release}: {sstables} SSTables of {tables} random tables");
        assert!(sstables > 0);
    }
    println!("{tally:?}");
    assert!(tally.partition_tries > 0);
    let _ = std::fs::remove_dir_all(&root);
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn tries_of_many_pages_are_written_alike() {
    let root = temporary("tries");
    let mut tally = Tally::default();
    for (shape, rows) in [("narrow", MANY_KEYS), ("wide", MANY_ROWS)] {
        let dir = root.join(shape);
        let run = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
        let status = Command::new(run).arg("perf").arg(&dir).args([shape, rows, "bti"]).stdin(Stdio::null()).status();
        assert!(status.is_ok_and(|s| s.success()), "tests/oracle/run perf");
        for found in discover(&dir).unwrap_or_else(|e| panic!("{e}")).sstables {
            verify(&found, shape);
            tries::check(&found, &mut tally);
        }
    }
    println!("{tally:?}");
    assert!(tally.pages > 50 && tally.row_tries > 5, "{tally:?}");
    let _ = std::fs::remove_dir_all(&root);
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("cqlite-oracle-{name}-{}", std::process::id()))
}

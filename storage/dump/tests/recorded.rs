//! Every dump that Cassandra's own tool has made of the corpus is made again, byte for byte.
//!
//! `tests/corpus/MANIFEST.json` lists the SSTables and, for each, the dumps of the release that it belongs to: the arguments, the
//! file with the output, or the error with which the tool has ended.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite_dump::{Dump, DumpOptions, Format};
use cqlite_sstable::Sstable;
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn gunzip(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path)?).read_to_end(&mut out)?;
    Ok(out)
}

/// The options that stand for sstabledump's arguments.
fn options(args: &[&str], now: i64) -> DumpOptions {
    let mut options = DumpOptions { now, ..DumpOptions::default() };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match *arg {
            "-l" => options.format = Format::Lines,
            "-e" => options.format = Format::Keys,
            "-d" => options.format = Format::Debug,
            "-t" => options.raw_time = true,
            "-k" => options.include_keys.push(args.next().expect("a key").to_string()),
            "-x" => options.exclude_keys.push(args.next().expect("a key").to_string()),
            other => panic!("unknown argument {other}"),
        }
    }
    options
}

fn dump(data: &Path, options: &DumpOptions, threads: usize) -> Result<Vec<u8>, String> {
    let sstable = Sstable::open(data).map_err(|e| e.to_string())?;
    let options = DumpOptions { threads, ..options.clone() };
    let dump = Dump::new(&sstable, options).map_err(|e| e.to_string())?.with_tasks_of(500);
    let mut out = Vec::new();
    dump.write(&mut out, |_, _| {}, &AtomicBool::new(false)).map_err(|e| e.to_string())?;
    Ok(out)
}

/// SSTables that 5.0.8 cannot read, for their headers are wrong; we can.
///
/// * 3.0 wrote no `FrozenType` around user types; 5.0.8 takes them for unfrozen and finds the rows damaged.
/// * Before 5.0 the key of an index of a map's keys or of a set had the type of the whole collection; 5.0.8 dies when it compares two
///   keys by that type, which a dump need not do.
fn is_beyond_cassandra(letter: &str, data: &Path) -> bool {
    let folder = data.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or("");
    let with_user_types = ["random_05", "random_08", "random_09", "udt_frozen"];
    match letter {
        "ma" if with_user_types.contains(&folder) => true,
        "ma" | "mb" | "mc" | "md" | "me" | "na" | "nb" => {
            matches!(folder, ".index_collections_keys" | ".index_collections_e")
        }
        _ => false,
    }
}

/// Where two texts part, with what stands around.
fn difference(ours: &[u8], theirs: &[u8]) -> String {
    let at = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count();
    let around = |text: &[u8]| {
        let (from, to) = (at.saturating_sub(120).min(text.len()), (at + 120).min(text.len()));
        String::from_utf8_lossy(&text[from..to]).into_owned()
    };
    format!(
        "at byte {at} of {} (ours) and {}\n  ours:   {:?}\n  theirs: {:?}",
        ours.len(),
        theirs.len(),
        around(ours),
        around(theirs)
    )
}

#[test]
fn dumps_equal_those_of_cassandra() {
    let corpus = corpus();
    let manifest = std::fs::read(corpus.join("MANIFEST.json")).expect("the corpus is part of the repository");
    let manifest: Value = serde_json::from_slice(&manifest).expect("the manifest is JSON");
    let only = std::env::var("CQLITE_CASE").unwrap_or_default();
    let (mut equal, mut both_fail, mut more, mut failures) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), Vec::new());
    for case in manifest["cases"].as_array().expect("a list of cases") {
        let (letter, name) = (case["letter"].as_str().expect("a letter"), case["case"].as_str().expect("a name"));
        let folder = corpus.join(letter).join(name);
        if !format!("{letter}/{name}").contains(&only) {
            continue;
        }
        for sstable in case["sstables"].as_array().into_iter().flatten() {
            let data = folder.join(sstable["data"].as_str().expect("a file name"));
            let now = sstable["dumped_at"].as_i64().unwrap_or(0);
            for recorded in sstable["dumps"].as_array().into_iter().flatten().filter(|d| d["tool"] == "sstabledump") {
                let args: Vec<&str> =
                    recorded["args"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                let options = options(&args, now);
                let what = format!("{letter}/{name}/{} {}", sstable["data"].as_str().unwrap_or(""), args.join(" "));
                let flag = (letter.to_owned(), args.first().copied().unwrap_or("").to_owned());
                let theirs = match recorded["file"].as_str().map(|file| gunzip(&data.with_file_name(file))) {
                    Some(Err(e)) => {
                        failures.push(format!("{what}: the recorded dump cannot be read: {e}"));
                        continue;
                    }
                    Some(Ok(theirs)) => Some(theirs),
                    None => None,
                };
                for threads in [1, 3] {
                    let ours = dump(&data, &options, threads);
                    match (ours, &theirs) {
                        (Ok(ours), Some(theirs)) => {
                            if ours == *theirs {
                                *equal.entry(flag.clone()).or_insert(0) += i32::from(threads == 1);
                            } else {
                                failures.push(format!("{what}: differs {}", difference(&ours, theirs)));
                                break;
                            }
                        }
                        (Err(_), None) => *both_fail.entry(flag.clone()).or_insert(0) += i32::from(threads == 1),
                        (Err(e), Some(_)) => {
                            failures.push(format!("{what}: {e}"));
                            break;
                        }
                        (Ok(_), None) if is_beyond_cassandra(letter, &data) => {
                            *more.entry(flag.clone()).or_insert(0) += i32::from(threads == 1);
                        }
                        (Ok(_), None) => {
                            failures.push(format!("{what}: Cassandra fails, we do not: {}", recorded["error"]));
                            break;
                        }
                    }
                }
            }
        }
    }
    println!("equal: {equal:?}\nboth fail: {both_fail:?}\nonly ours: {more:?}");
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
    assert!(!only.is_empty() || equal.values().sum::<i32>() > 500, "{equal:?}");
}

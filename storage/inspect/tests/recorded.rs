//! The text of metadata against what `sstablemetadata` of Cassandra 5.0.8 (6.0-alpha2 for `pa` and `ea`) has printed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use cqlite_inspect::metadata::TextOptions;
use cqlite_inspect::Metadata;

const SUFFIX: &str = ".metadata.txt.gz";

/// What `sstablemetadata` prints, from ours: the lines before the empty one, without the folder.
fn printed(data: &Path, now: i64) -> String {
    let metadata = Metadata::open(data).unwrap_or_else(|e| panic!("{e}"));
    let mut out = Vec::new();
    metadata.write_text(TextOptions { now, color: false }, &mut out).expect("memory");
    let text = String::from_utf8(out).expect("UTF-8");
    let (first, _) = text.split_once("\n\n").expect("an empty line");
    let folder = data.parent().expect("a folder").canonicalize().expect("a path");
    first.replacen(&format!("SSTable: {}/", folder.display()), "SSTable: ", 1) + "\n"
}

#[track_caller]
fn same(what: &Path, ours: &str, theirs: &str) {
    for (ours, theirs) in ours.lines().zip(theirs.lines()) {
        assert_eq!(ours, theirs, "{}", what.display());
    }
    assert_eq!(ours, theirs, "{}", what.display());
}

/// When the recordings were made, in seconds, by path of the SSTable's Data.db.
fn clocks(corpus: &Path) -> BTreeMap<PathBuf, i64> {
    let text = fs::read(corpus.join("MANIFEST.json")).expect("the manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let mut clocks = BTreeMap::new();
    for case in manifest["cases"].as_array().expect("cases") {
        let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
        let folder = corpus.join(text(&case["letter"])).join(text(&case["case"]));
        for sstable in case["sstables"].as_array().into_iter().flatten() {
            if let Some(clock) = sstable["dumped_at"].as_i64() {
                clocks.insert(folder.join(text(&sstable["data"])), clock);
            }
        }
    }
    clocks
}

#[test]
fn the_corpus_is_told_as_sstablemetadata_tells_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let clocks = clocks(&corpus);
    let mut compared = 0;
    for (data, clock) in &clocks {
        let name = data.file_name().expect("a name").to_string_lossy();
        let recording = data.with_file_name(name.replace("-Data.db", SUFFIX));
        let Ok(file) = fs::File::open(&recording) else { continue };
        let mut theirs = String::new();
        let _ = flate2::read::GzDecoder::new(file).read_to_string(&mut theirs).expect("gzip");
        let ours = printed(data, *clock);
        // The recorder looked at its clock before the tool did.
        let ours = if ours == theirs { ours } else { printed(data, clock + 1) };
        same(&recording, &ours, &theirs);
        compared += 1;
    }
    assert!(compared >= 100, "{compared} recordings");
}

/// Sketches of so many keys that they are dense: counted, corrected, and raw (`tests/recorded/README.md`).
#[test]
fn many_keys_are_estimated_as_sstablemetadata_does() {
    for (name, prefix) in [("keys_6400", "oa-2-big"), ("keys_20000", "da-2-bti"), ("keys_300000", "oa-2-big")] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(name);
        let theirs = fs::read_to_string(folder.join("metadata.txt")).expect("the recording");
        same(&folder, &printed(&folder.join(format!("{prefix}-Data.db")), 0), &theirs);
    }
}

/// The ids of fields that are other layouts of one.
fn layouts() -> BTreeSet<&'static str> {
    let mut layouts = BTreeSet::new();
    for (_, text) in cqlite_spec::FILES {
        let mut last = "";
        for line in text.lines().map(str::trim) {
            last = line.strip_prefix("- id: ").unwrap_or(last);
            if line.starts_with("-same-as:") {
                let _ = layouts.insert(last);
            }
        }
    }
    layouts
}

/// The names of all fields below a value.
fn names<'v>(value: &'v serde_json::Value, out: &mut BTreeSet<&'v str>) {
    match value {
        serde_json::Value::Array(all) => all.iter().for_each(|value| names(value, out)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let _ = out.insert(name.as_str());
                names(value, out);
            }
        }
        _ => {}
    }
}

#[test]
fn facts_have_one_name_in_every_version_and_none_is_left_out() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let layouts = layouts();
    assert!(layouts.contains("int_point") && layouts.contains("covered_clustering_late"), "{layouts:?}");
    let mut seen = BTreeSet::new();
    for data in clocks(&corpus).keys() {
        let metadata = Metadata::open(data).unwrap_or_else(|e| panic!("{e}"));
        let json = metadata.to_json(0).unwrap_or_else(|e| panic!("{e}"));
        let mut all = BTreeSet::new();
        names(&json, &mut all);
        assert!(all.is_disjoint(&layouts), "{}: {:?}", data.display(), all.intersection(&layouts));
        seen.extend(["point", "covered_clustering"].into_iter().filter(|name| all.contains(name)));

        let mut text = Vec::new();
        metadata.write_text(TextOptions::default(), &mut text).expect("memory");
        let text = String::from_utf8(text).expect("UTF-8");
        // No line is made for this one.
        let bins = &json["statistics"]["stats"]["max_bin_size"];
        assert!(text.contains(&format!("\nStats max bin size: {bins}\n")), "{}: {text}", data.display());
    }
    assert_eq!(seen.len(), 2, "{seen:?}");
}

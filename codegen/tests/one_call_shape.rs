//! A field that only some versions have changes no signature that people's code calls: code above stays as it is when it comes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A feature that some versions of each format have.
const FEATURE: &str = "has_key_range";

/// The types whose functions code above calls, and fields in front of which the new one is put.
const PLACES: [(&str, &str, &str); 4] = [
    ("sstable/sstable_statistics.ksy", "      - id: min_timestamp_delta\n", "serialization_header"),
    (
        "sstable/sstable_statistics.ksy",
        "      - id: name\n        type: sstable_common::bytes_uvint\n        doc: Its name",
        "column",
    ),
    ("sstable/sstable_chunks.ksy", "      - id: crc\n", "stored_chunk"),
    ("sstable/sstable_compression_info.ksy", "      - id: key\n", "compression_info_option"),
];

#[test]
fn a_condition_on_the_version_changes_no_caller() {
    let before = signatures(&cqlite_spec::FILES);
    for (path, place, name) in PLACES {
        let mut sources = cqlite_spec::FILES.to_vec();
        let source = sources.iter_mut().find(|s| s.0 == path).expect("the file");
        assert_eq!(source.1.matches(place).count(), 1, "{path}: one {place}");
        let field = format!(
            "      - id: made_up\n        type: u1\n        if: _root.v.{FEATURE}\n        -absent: 0\n        doc: Made up.\n{place}"
        );
        // What takes the rest of a chunk leaves room for the field.
        let left = format!("'_io.size - (_root.v.{FEATURE} ? 1 + len_crc : len_crc)'");
        let text = source.1.replace(place, &field).replace("_io.size - len_crc", &left);
        source.1 = &text;
        let after = signatures(&sources);
        let file = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ksy");
        assert!(before.contains_key(&format!("{file}/{name}.rs")), "{name} has functions");
        for (file, lines) in &before {
            assert_eq!(after.get(file), Some(lines), "a field of {name} changes {file}");
        }
    }
}

/// The signatures of the functions that read and write, by file of the expansion.
fn signatures(sources: &cqlite_codegen::Sources<'_>) -> BTreeMap<String, Vec<String>> {
    // One folder for all that is formatted.
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let files = cqlite_codegen::expand(sources).unwrap_or_else(|e| panic!("{e}"));
    drop(turn);
    let of = |text: String| {
        let functions = text.split("pub fn ").skip(1).map(|f| f.split('{').next().unwrap_or(f).trim().to_owned());
        let is_called = |f: &String| ["decode", "read", "encode", "skip", "visit"].iter().any(|n| f.starts_with(n));
        functions.filter(is_called).collect()
    };
    files.into_iter().map(|(file, text)| (file, of(text))).collect()
}

/// Types whose functions code above calls: file, type, where it is the type of a field, what that tells the type.
const TOLD: [(&str, &str, &str, &str); 4] = [
    (
        "sstable/sstable_statistics.ksy",
        "serialization_header",
        "component_kind::header: serialization_header\n",
        "_root.v",
    ),
    ("sstable/sstable_index.ksy", "entry", "    type: entry\n", "v"),
    ("bti/bti_row_index.ksy", "entry", "    type: entry\n", "v"),
    ("sstable/sstable_data.ksy", "partition", "    type: partition\n", "v"),
];

#[test]
fn a_parameter_for_the_version_changes_no_caller() {
    let before = signatures(&cqlite_spec::FILES);
    for (path, name, place, version) in TOLD {
        let mut sources = cqlite_spec::FILES.to_vec();
        let source = sources.iter_mut().find(|s| s.0 == path).expect("the file");
        assert_eq!(source.1.matches(place).count(), 1, "{path}: one {place}");
        let told = source.1.replace(place, &format!("{}({version})\n", place.trim_end_matches('\n')));
        let params = "    params:\n      - {id: v, type: sstable_version, doc: The version.}\n";
        let field =
            format!("    seq:\n      - {{id: made_up, type: u1, if: v.{FEATURE}, -absent: 0, doc: Made up.}}\n");
        let (above, below) = told.split_once(&format!("\n  {name}:\n    doc: ")).expect("the type");
        let text = format!("{above}\n  {name}:\n{params}    doc: {}", below.replacen("    seq:\n", &field, 1));
        source.1 = &text;
        let after = signatures(&sources);
        for (file, lines) in &before {
            assert_eq!(after.get(file), Some(lines), "a parameter of {name} in {path} changes {file}");
        }
    }
}

#[test]
fn elements_of_a_list_are_told_the_version_as_all_types_are() {
    let of_bins = signatures(&cqlite_spec::FILES).remove("sstable_statistics/bin.rs").expect("the bins of a histogram");
    let is_usual = |f: &String| f.contains("cx: &SstableStatisticsParams<'_>") && !f.contains("SstableVersion");
    assert!(!of_bins.is_empty() && of_bins.iter().all(is_usual), "{of_bins:#?}");
}

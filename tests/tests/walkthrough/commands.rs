//! The commands that write SSTables anew, and those that ask for rows, on SSTables in made-up versions.

use serde_json::Value;

use crate::changed::recorded;
use crate::proof::{remove_positions, Sample, NOW};

/// When nothing has expired yet, and no deletion is old enough to be purged.
const EARLY: [&str; 4] = ["--now", "1", "--gc-grace", "4000000000"];

/// What commands write has the rows of the original: of the version itself, of the version that Cassandra wrote, and of both together.
pub fn write_the_rows_of_the_original(sample: &Sample<'_>) {
    let (data, original) = (sample.data(), sample.original().to_str().expect("a path"));
    let (version, old) = (sample.version(), version_of(original));
    for (command, expected) in [
        (vec!["rewrite", data], version),
        (vec!["rewrite", "--to", old, data], old),
        (vec!["rewrite", "--to", version, original], version),
        ([&["compact"], &EARLY[..], &[data]].concat(), version),
        ([&["compact"], &EARLY[..], &[original, data]].concat(), version),
        ([&["compact"], &EARLY[..], &["--to", old, data]].concat(), old),
        (vec!["extract", "--tokens", "0:0", data], version),
        (vec!["rebuild", data], version),
        (vec!["salvage", data], version),
    ] {
        let written = sample.written_by(&command);
        assert_eq!(written.version(), expected, "{command:?}");
        written.has_the_rows_of_the_original();
        is_intact(&written);
    }
}

/// Values that only the version has are kept where rows stay as they are, and elsewhere named as what cannot be kept.
pub fn keep_or_name(sample: &Sample<'_>, named: &[&str]) {
    let (data, old) = (sample.data(), version_of(sample.original().to_str().expect("a path")));
    for command in [&["rewrite", data][..], &["rewrite", "--compression", "Zstd", data], &["rebuild", data]] {
        let written = sample.written_by(command);
        written.has_the_rows_of_the_original();
        is_intact(&written);
        let rows = |sample: &Sample<'_>| sample.values("Data.db");
        assert_eq!(rows(&written), rows(sample), "{command:?}");
    }
    for command in [
        &["rewrite", "--to", old, data][..],
        &["compact", data],
        &["extract", "--tokens", "0:0", data],
        &["salvage", data],
    ] {
        let said = sample.not_written_by(command);
        assert!(named.iter().any(|name| said.contains(name)), "{command:?}: {said}");
    }
}

/// `get` and `query` answer what they answer of the original: the latter is compared with what Cassandra answered.
pub fn answer_as_of_the_original(sample: &Sample<'_>) {
    let folder = sample.original().parent().expect("a folder");
    let table = folder.file_name().and_then(|name| name.to_str()).expect("a table");
    let (schema, select) = (folder.join("schema.cql"), format!("SELECT * FROM {table}"));
    let query =
        ["query", "--now", NOW, "--format", "jsonl", "--schema", schema.to_str().expect("a path"), "-e", &select];
    let ask = |path: &str| sample.ask(&[&query[..], &[path]].concat());
    let (found, answer) = (ask(sample.data()), folder.join("select.jsonl.gz"));
    let expected = match answer.is_file() {
        true => String::from_utf8(recorded(&answer)).expect("text"),
        // Of the alpha of 6.0 no answers were recorded.
        false => ask(sample.original().to_str().expect("a path")),
    };
    assert!(!expected.is_empty() && found == expected, "{}: {select} answers {found}", sample.data());

    let dumped = sample.ask(&["dump", "-l", sample.data()]);
    for line in dumped.lines().step_by(7) {
        let partition: Value = serde_json::from_str(line).expect("JSON");
        let key = partition["partition"]["key"].to_string();
        let get = |path: &str| {
            let said = sample.ask(&["get", "-l", "--now", NOW, path, "--", &key]);
            let mut all: Vec<Value> = said.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
            all.iter_mut().for_each(remove_positions);
            all
        };
        let found = get(sample.data());
        assert_eq!(found.len(), 1, "{}: {key}", sample.data());
        assert_eq!(found, get(sample.original().to_str().expect("a path")), "{}: {key}", sample.data());
    }
}

fn is_intact(sample: &Sample<'_>) {
    let said = sample.ask(&["verify", sample.data()]);
    assert!(!said.contains("warning: "), "{}: {said}", sample.data());
}

/// The letters in front of a file's name.
pub fn version_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('-').next().unwrap_or_default()
}

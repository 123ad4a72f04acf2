//! "Adding a version", as spec/README.md tells it, done: the patch touches specification files only; what is built from them
//! encodes, decodes and round-trips the made-up version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the made-up version can do, checked from outside: a test of the patched copy.
const PROOF: &str = r#"
use cqlite_format::data::{SstableDataParams, SstableData};
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams, TocEntryBody};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Reader};

fn statistics(v: SstableVersion, bytes: &[u8]) -> SstableStatistics {
    SstableStatistics::decode(&mut Reader::new(bytes), &SstableStatisticsParams::new(v)).unwrap()
}

#[test]
fn the_new_version_round_trips() {
    let dir = std::path::PathBuf::from(std::env::var("CQLITE_WALKTHROUGH_SSTABLE").unwrap());
    let read = |name: &str| std::fs::read(dir.join(name)).unwrap();
    let (old, new) = (SstableVersion::find("oa").unwrap(), SstableVersion::find("zz").unwrap());
    assert!(new.has_write_count() && !old.has_write_count());

    // A real file of an older version gives the model; the new field has its default.
    let mut model = statistics(old, &read("Statistics.db"));
    let mut sink = Buffer::default();
    model.encode(&mut sink, &SstableStatisticsParams::new(new)).unwrap();
    let written = sink.into_bytes();
    assert_eq!(written.len(), read("Statistics.db").len() + 8);
    let again = statistics(new, &written);
    let count = |m: &SstableStatistics| m.toc.iter().find_map(|e| match &e.body {
        TocEntryBody::StatsMetadata(s) => s.write_count,
        _ => None,
    });
    assert_eq!((count(&model), count(&again)), (None, Some(1)));

    // A value of its own is kept.
    for e in &mut model.toc {
        if let TocEntryBody::StatsMetadata(s) = &mut e.body {
            s.write_count = Some(7);
        }
    }
    let mut sink = Buffer::default();
    model.encode(&mut sink, &SstableStatisticsParams::new(new)).unwrap();
    assert_eq!(count(&statistics(new, sink.as_bytes())), Some(7));

    // Rows: the changed field is written and read as the new version has it.
    let header = model.toc.iter().find_map(|e| match &e.body {
        TocEntryBody::SerializationHeader(h) => Some(h),
        _ => None,
    }).unwrap();
    let params = |v| SstableDataParams::new(v, header);
    let bytes = read("Data.db");
    let rows = SstableData::decode(&mut Reader::new(&bytes), &params(old)).unwrap();
    let mut sink = Buffer::default();
    rows.encode(&mut sink, &params(new)).unwrap();
    assert!(sink.as_bytes().len() > bytes.len());
    let again = SstableData::decode(&mut Reader::new(sink.as_bytes()), &params(new)).unwrap();
    assert_eq!(again, rows);
    let mut sink = Buffer::default();
    again.encode(&mut sink, &params(old)).unwrap();
    assert_eq!(sink.as_bytes(), bytes);
}
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// An uncompressed SSTable of the corpus with several rows in a partition: its Data.db is the stream itself.
fn sample() -> (PathBuf, String) {
    let corpus = root().join("tests/corpus/oa");
    let mut cases: Vec<PathBuf> = fs::read_dir(&corpus).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let mut names: Vec<String> = fs::read_dir(&case)
            .into_iter()
            .flatten()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let plain = names.iter().find_map(|n| n.strip_suffix("-CRC.db"));
        if let Some(prefix) = plain {
            if fs::metadata(case.join(format!("{prefix}-Data.db"))).is_ok_and(|m| m.len() > 500) {
                return (case.clone(), prefix.to_owned());
            }
        }
    }
    panic!("no uncompressed SSTable of oa in the corpus");
}

#[test]
fn a_version_is_added_by_editing_the_specification_alone() {
    let (root, work) = (root(), root().join("target/walkthrough"));
    let tree = work.join("tree");
    let _ = fs::remove_dir_all(&tree);
    for part in ["spec", "codegen", "runtime", "storage/types", "storage/format", "storage/sstable"] {
        copy(&root.join(part), &tree.join(part));
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (head, rest) = manifest.split_once("members = [").unwrap();
    let (_, tail) = rest.split_once(']').unwrap();
    let members =
        r#""spec", "codegen", "codegen/macros", "runtime", "storage/types", "storage/format", "storage/sstable""#;
    fs::write(tree.join("Cargo.toml"), format!("{head}members = [{members}]{tail}")).unwrap();
    fs::copy(root.join("Cargo.lock"), tree.join("Cargo.lock")).unwrap();

    let patch = root.join("spec/walkthrough/add-a-version.patch");
    let text = fs::read_to_string(&patch).unwrap();
    for line in text.lines().filter(|l| l.starts_with("+++ ")) {
        assert!(line.contains("/spec/") && line.ends_with(".ksy"), "the patch touches {line}");
    }
    let applied = Command::new("patch")
        .args(["-p1", "--batch", "--fuzz=0", "-i"])
        .arg(&patch)
        .current_dir(&tree)
        .output()
        .unwrap();
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stdout));

    let (case, prefix) = sample();
    let sstable = work.join("sstable");
    fs::create_dir_all(&sstable).unwrap();
    for component in ["Statistics.db", "Data.db"] {
        fs::copy(case.join(format!("{prefix}-{component}")), sstable.join(component)).unwrap();
    }
    fs::write(tree.join("storage/format/tests/walkthrough.rs"), PROOF).unwrap();
    // The reader of whole SSTables builds as well, with no other file touched.
    for args in [
        ["check", "-p", "cqlite-sstable", "--lib"].as_slice(),
        &["test", "-p", "cqlite-format", "--test", "walkthrough"],
    ] {
        let out = Command::new(env!("CARGO"))
            .args(args)
            .arg("--offline")
            .current_dir(&tree)
            .env("CARGO_TARGET_DIR", work.join("build"))
            .env("CQLITE_WALKTHROUGH_SSTABLE", &sstable)
            .output()
            .unwrap();
        assert!(
            out.status.success(),
            "cargo {args:?}:\n{}\n{}",
            String::from_utf8_lossy(&out.stdout),
            String::from_utf8_lossy(&out.stderr)
        );
    }
}

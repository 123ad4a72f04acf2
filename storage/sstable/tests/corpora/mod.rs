//! The SSTables that tests go through: those of this repository, and Cassandra's and DSE's own where they are at hand.

use std::path::{Path, PathBuf};

use cqlite_sstable::{Sstable, SstableErrorKind};

/// This repository's folder, and those that `CQLITE_SHARED` has, or `../shared` beside the workspace.
fn folders() -> Vec<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("CQLITE_SHARED").map_or_else(|| workspace.join("../shared"), PathBuf::from);
    let mut all = vec![workspace.join("tests/corpus")];
    for folder in ["corpus/cassandra/legacy-sstables", "corpus/dse"].map(|folder| shared.join(folder)) {
        if folder.is_dir() {
            all.push(folder);
        } else {
            assert!(std::env::var_os("CQLITE_REQUIRE_ORACLE").is_none(), "no folder {}", folder.display());
            eprintln!("skipped: no folder {} (set CQLITE_SHARED)", folder.display());
        }
    }
    all
}

/// The data files below a folder, secondary indexes' too, which `discover` leaves out.
fn data_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            data_files(&path, out);
        } else if path.to_string_lossy().ends_with("-Data.db") {
            out.push(path);
        }
    }
}

/// Those that can be opened, in the order of their paths.
pub fn sstables() -> impl Iterator<Item = Sstable> {
    let mut files = Vec::new();
    folders().iter().for_each(|folder| data_files(folder, &mut files));
    // Those of a pre-release `na` have other fields; no Cassandra loads them.
    files.retain(|file| !file.to_string_lossy().contains("_compact/na-"));
    files.sort();
    files.into_iter().filter_map(|file| match Sstable::open(&file) {
        Ok(sstable) => Some(sstable),
        // Two tables of DSE's test data have no Statistics.db.
        Err(e) if matches!(e.kind(), SstableErrorKind::Missing) => None,
        Err(e) => panic!("{e}"),
    })
}

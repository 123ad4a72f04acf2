//! The SSTables that tests go through: those of this repository, and Cassandra's and DSE's own where they are at hand.

use std::path::{Path, PathBuf};

use cqlite_sstable::{Sstable, SstableErrorKind};

/// This repository's folder, and those of Cassandra's and DSE's test data.
fn folders() -> Vec<PathBuf> {
    let shared = cqlite_test_data::shared().into_iter();
    let below = shared.flat_map(|shared| ["cassandra/legacy-sstables", "dse"].map(|folder| shared.join(folder)));
    std::iter::once(cqlite_test_data::corpus()).chain(below).collect()
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

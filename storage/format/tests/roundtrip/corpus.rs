//! Finding SSTables.

use std::path::{Path, PathBuf};

use cqlite_format::version::SstableVersion;

/// The files of one SSTable.
pub struct Sstable {
    dir: PathBuf,
    /// The name of each file up to its component, e.g. `nb-1-big-`.
    prefix: String,
    /// The version that the name tells.
    pub version: SstableVersion,
}

impl Sstable {
    /// The bytes of a component, if it is there.
    pub fn read(&self, component: &str) -> Option<Vec<u8>> {
        std::fs::read(self.dir.join(format!("{}{component}", self.prefix))).ok()
    }

    /// Folder and prefix, for messages.
    pub fn name(&self) -> String {
        self.dir.join(&self.prefix).display().to_string()
    }
}

/// This repository's folder of SSTables, and that of other projects' if there is one.
pub fn folders() -> impl Iterator<Item = PathBuf> {
    std::iter::once(cqlite_test_data::corpus()).chain(cqlite_test_data::shared())
}

/// The SSTables below a folder whose versions are known.
pub fn find(folder: &Path) -> Vec<Sstable> {
    let mut out = Vec::new();
    collect(folder, &mut out);
    out.sort_by_key(Sstable::name);
    out
}

fn collect(dir: &Path, out: &mut Vec<Sstable>) {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, out);
        } else if let Some(prefix) =
            path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_suffix("Statistics.db"))
        {
            if let Some(version) =
                prefix.get(..2).filter(|_| prefix.get(2..3) == Some("-")).and_then(SstableVersion::find)
            {
                out.push(Sstable { dir: dir.to_owned(), prefix: prefix.to_owned(), version });
            }
        }
    }
}

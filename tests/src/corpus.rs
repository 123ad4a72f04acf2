//! The SSTables of `tests/corpus`, which real Cassandra wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::{Component, FileName};

/// Components whose format is specified, the smallest first.
const COMPONENTS: [Component; 11] = [
    Component::Digest(cqlite_sstable::descriptor::DigestKind::Crc32),
    Component::Toc,
    Component::Crc,
    Component::CompressionInfo,
    Component::Filter,
    Component::Summary,
    Component::Statistics,
    Component::PrimaryIndex,
    Component::Partitions,
    Component::Rows,
    Component::Data,
];

/// An SSTable of the corpus.
#[derive(Debug, Clone)]
pub struct Sample {
    /// What its files' paths have in common, up to and with the `-` before the component.
    pub prefix: PathBuf,
    /// Its version.
    pub version: SstableVersion,
    /// Its files whose format is specified.
    pub components: BTreeMap<Component, PathBuf>,
}

impl Sample {
    /// The bytes of a component, if there is one.
    ///
    /// # Panics
    /// If the file cannot be read.
    #[must_use]
    pub fn bytes(&self, component: &Component) -> Option<Vec<u8>> {
        let path = self.components.get(component)?;
        Some(fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
    }
}

/// The folder of the corpus, and that of other projects' SSTables if there is one.
#[must_use]
pub fn folders() -> Vec<PathBuf> {
    std::iter::once(cqlite_test_data::corpus()).chain(cqlite_test_data::shared()).collect()
}

/// All SSTables of the corpus, by path.
///
/// # Panics
/// If the corpus cannot be read.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let mut found = BTreeMap::new();
    visit(&cqlite_test_data::corpus(), &mut found);
    found.into_values().collect()
}

fn visit(folder: &Path, found: &mut BTreeMap<PathBuf, Sample>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry of the corpus").path()) {
        if path.is_dir() {
            visit(&path, found);
        } else if let Ok(FileName::Component(name, component)) = FileName::parse(&path) {
            if !COMPONENTS.contains(&component) {
                continue;
            }
            let version = name.version.features();
            let text = path.to_string_lossy();
            let prefix = PathBuf::from(text.strip_suffix(component.name()).unwrap_or(&text));
            let empty = || Sample { prefix: prefix.clone(), version, components: BTreeMap::new() };
            found.entry(prefix.clone()).or_insert_with(empty).components.insert(component, path);
        }
    }
}

use std::fmt;

use cqlite_format::version::SstableVersion;

/// The family a version belongs to: how partitions are indexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// `big`: `Index.db` and `Summary.db`.
    Big,
    /// `bti`: trie indexes, `Partitions.db` and `Rows.db`.
    Bti,
}

impl Format {
    /// The format with this name in file names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "big" => Some(Format::Big),
            "bti" => Some(Format::Bti),
            _ => None,
        }
    }

    /// The format of a version.
    #[must_use]
    pub fn of(version: SstableVersion) -> Self {
        if version.has_tries() {
            Format::Bti
        } else {
            Format::Big
        }
    }

    /// The name in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Big => "big",
            Format::Bti => "bti",
        }
    }

    /// Letters of the versions that can be read, as `spec/common/sstable_version.ksy` lists them; for BTI DSE's and
    /// DataStax's as well.
    #[must_use]
    pub fn supported_versions(self) -> Vec<&'static str> {
        let mut letters: Vec<_> = self.versions().map(SstableVersion::letters).collect();
        letters.sort_unstable();
        letters
    }

    fn named(self, letters: &str) -> Option<SstableVersion> {
        self.versions().find(|version| version.letters() == letters)
    }

    fn versions(self) -> impl Iterator<Item = SstableVersion> {
        let is_own = move |v: &SstableVersion| Format::of(*v) == self;
        SstableVersion::ALL.into_iter().filter(is_own)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A supported version of the on-disk format: two letters, meaningful only together with the format.
///
/// Reference: `BigFormat.BigVersion`, `BtiFormat.BtiVersion`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    format: Format,
    features: SstableVersion,
}

impl Version {
    /// The version with these letters, if it can be read.
    #[must_use]
    pub fn new(format: Format, letters: &str) -> Option<Self> {
        Some(Version { format, features: format.named(letters)? })
    }

    /// The format the version belongs to.
    #[must_use]
    pub fn format(self) -> Format {
        self.format
    }

    /// What the version's files look like.
    #[must_use]
    pub fn features(self) -> SstableVersion {
        self.features
    }

    /// Whether letters like these are a version of Cassandra's or a relative's that we know and do not read, and
    /// who writes it.
    pub(super) fn known_writer(letters: &str) -> Option<&'static str> {
        Some(match letters {
            "pb" | "eb" => "not supported yet: unreleased",
            "ob" | "db" => "not a released version",
            "la" | "lb" => "Cassandra 2.2",
            "ka" => "Cassandra 2.1",
            "ja" | "jb" => "Cassandra 2.0",
            "ia" | "ib" | "ic" => "Cassandra 1.2",
            "ms" | "mt" => "ScyllaDB with trie indexes",
            _ => return None,
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.features.letters())
    }
}

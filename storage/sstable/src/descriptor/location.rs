use std::fmt;
use std::path::{Component as Part, Path, PathBuf};

/// The id of a table, the 32 hexadecimal digits after its directory's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub u128);

impl TableId {
    /// Reads 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        plain.then(|| u128::from_str_radix(text, 16).ok().map(TableId))?
    }
}

impl fmt::Display for TableId {
    /// As a UUID, with hyphens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0;
        write!(f, "{:08x}-{:04x}-", (n >> 96) as u32, (n >> 80) as u16)?;
        write!(f, "{:04x}-{:04x}-{:012x}", (n >> 64) as u16, (n >> 48) as u16, n & 0xffff_ffff_ffff)
    }
}

/// What the directory of an SSTable says about the table; a guess, for files may have been moved.
///
/// Reference: `Descriptor.SSTABLE_DIR_PATTERN`, `Descriptor.LEGACY_SSTABLE_DIR_PATTERN`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// Name of the directory above the table's, if it can be a keyspace's.
    pub keyspace: Option<String>,
    /// Name of the table's directory without the id, if it can be a table's.
    pub table: Option<String>,
    /// The id in the directory's name (2.1 and later); where present, the names are most likely right.
    pub table_id: Option<TableId>,
    /// Name of the snapshot the files belong to.
    pub snapshot: Option<String>,
    /// Whether the files are incremental backups.
    pub is_backup: bool,
    /// Name of the secondary index whose table this is, without the dot of its directory.
    pub index: Option<String>,
}

impl Location {
    /// Reads the names on the way to `directory`.
    #[must_use]
    pub fn of(directory: &Path) -> Self {
        let directory = absolute(directory);
        let names = directory.components().filter_map(|part| match part {
            Part::Normal(name) => name.to_str(),
            _ => None,
        });
        let mut names: Vec<&str> = names.collect();
        let mut found = Location::default();
        if let Some(index) = names.last().and_then(|name| name.strip_prefix('.')).filter(|name| !name.is_empty()) {
            found.index = Some(index.to_owned());
            let _ = names.pop();
        }
        match names[..] {
            [.., "backups"] => {
                found.is_backup = true;
                let _ = names.pop();
            }
            [.., "snapshots", tag] => {
                found.snapshot = Some(tag.to_owned());
                names.truncate(names.len() - 2);
            }
            _ => {}
        }
        if let Some(name) = names.pop() {
            let with_id = name.rsplit_once('-').and_then(|(table, id)| Some((table, TableId::parse(id)?)));
            found.table_id = with_id.map(|(_, id)| id);
            found.table = word(with_id.map_or(name, |(table, _)| table));
        }
        found.keyspace = names.pop().filter(|_| found.table.is_some()).and_then(word);
        found
    }
}

/// Made absolute, since the names wanted are above the given directory; `..` is resolved by the file system.
fn absolute(directory: &Path) -> PathBuf {
    let path = std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned());
    if path.components().any(|part| part == Part::ParentDir) {
        return path.canonicalize().unwrap_or(path);
    }
    path
}

/// The name, if it consists of letters, digits and underscores as those of keyspaces and tables do.
fn word(name: &str) -> Option<String> {
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    plain.then(|| name.to_owned())
}

//! Where tests of any crate find SSTables, and what Cassandra itself computed (see `oracle/README.md`).

use std::path::{Path, PathBuf};

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    // Without dots: names of SSTables' folders that begin with one are those of index tables.
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_path_buf()
}

/// SSTables of this repository: one folder a version, in it one a table.
#[must_use]
pub fn corpus() -> PathBuf {
    workspace().join("tests/corpus")
}

/// SSTables on which a trial found a fault, with what Cassandra says of them: one folder a fault.
#[must_use]
pub fn faults() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("faults")
}

/// Whether what a machine lacks is an error rather than a reason to leave a test out, as it is in continuous integration.
#[must_use]
pub fn is_strict() -> bool {
    let is_set = |name: &str, value: &str| std::env::var(name).is_ok_and(|v| v == value);
    is_set("CI", "true") || is_set("CQLITE_REQUIRE_ORACLE", "1")
}

/// The folder of other projects' SSTables: `corpus` below `CQLITE_SHARED`, or below `../shared` beside the workspace. `None`, with a
/// note, where there is none: it is no part of this repository.
#[must_use]
pub fn shared() -> Option<PathBuf> {
    let beside = || workspace().join("../shared");
    let path = std::env::var_os("CQLITE_SHARED").map_or_else(beside, PathBuf::from).join("corpus");
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: no corpus at {} (set CQLITE_SHARED)", path.display());
    None
}

/// The lines of a file of `recorded`, which Cassandra wrote.
///
/// # Panics
/// If it cannot be read.
#[must_use]
pub fn recorded(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().map(str::to_owned).collect()
}

/// A field of a recorded line: `x` and hexadecimal digits; `null` is `None`.
///
/// # Panics
/// If it is neither.
#[must_use]
pub fn bytes(field: &str) -> Option<Vec<u8>> {
    if field == "null" {
        return None;
    }
    let digits = field.strip_prefix('x').unwrap_or_else(|| panic!("not a byte string: {field}"));
    let byte = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).unwrap_or_else(|e| panic!("{field}: {e}"));
    Some((0..digits.len()).step_by(2).map(byte).collect())
}

//! Reads `tests/recorded`: what Cassandra itself computed (see `tests/oracle/README.md`).

/// The lines of a recorded file.
pub(crate) fn lines(name: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().map(str::to_owned).collect()
}

/// `x` and hexadecimal digits; `null` is `None`.
pub(crate) fn bytes(field: &str) -> Option<Vec<u8>> {
    if field == "null" {
        return None;
    }
    let digits = field.strip_prefix('x').unwrap_or_else(|| panic!("not a byte string: {field}"));
    Some((0..digits.len()).step_by(2).map(|i| u8::from_str_radix(&digits[i..i + 2], 16).unwrap()).collect())
}

/// The corpus of real files; `None`, with a note, where there is none.
pub(crate) fn corpus() -> Option<std::path::PathBuf> {
    let beside = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let path = std::env::var_os("CQLITE_SHARED").map_or_else(beside, std::path::PathBuf::from).join("corpus");
    if path.is_dir() {
        return Some(path);
    }
    assert!(std::env::var_os("CQLITE_REQUIRE_ORACLE").is_none(), "no corpus at {}", path.display());
    eprintln!("skipped: no corpus at {} (set CQLITE_SHARED)", path.display());
    None
}

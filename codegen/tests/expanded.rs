//! What the macro emits for the shipped specifications is what `expanded/` shows, which is for people to read and to review.
//!
//! `CQLITE_BLESS=1 cargo test -p cqlite-codegen` writes it.

use std::collections::BTreeSet;
use std::path::Path;

/// What people read in a review stays of a size that they can read.
const MOST_LINES: usize = 16_000;

#[test]
fn expansions_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expanded");
    let bless = std::env::var_os("CQLITE_BLESS").is_some();
    let files = cqlite_codegen::expand(&cqlite_spec::FILES).unwrap_or_else(|e| panic!("{e}"));
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    assert!(lines <= MOST_LINES, "{lines} lines");
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (name, text) in files {
        let path = folder.join(&name);
        let shown = std::fs::read_to_string(&path).unwrap_or_default();
        names.insert(name.clone());
        if shown == text {
            continue;
        }
        if bless {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
        } else {
            let line = shown.lines().zip(text.lines()).take_while(|(a, b)| a == b).count() + 1;
            wrong.push(format!("{name} differs from line {line} on"));
        }
    }
    for name in shown(&folder) {
        if names.contains(&name) {
            continue;
        }
        if bless {
            std::fs::remove_file(folder.join(&name)).unwrap();
        } else {
            wrong.push(format!("{name} is of no specification any more"));
        }
    }
    assert!(wrong.is_empty(), "bless by CQLITE_BLESS=1, and read what changed: {wrong:#?}");
}

/// The files shown, `folder/type.rs`.
fn shown(folder: &Path) -> Vec<String> {
    let inside = |path: &Path| -> Vec<_> { std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect() };
    let modules = inside(folder).into_iter().flat_map(|path| if path.is_dir() { inside(&path) } else { vec![path] });
    modules.map(|path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned()).collect()
}

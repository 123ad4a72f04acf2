//! What the macro emits for the shipped specifications is what `expanded/` shows, which is for people to read and to review.
//!
//! `CQLITE_BLESS=1 cargo test -p cqlite-codegen` writes it.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn expansions_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expanded");
    let bless = std::env::var_os("CQLITE_BLESS").is_some();
    let modules = cqlite_codegen::expand(&cqlite_spec::FILES).unwrap_or_else(|e| panic!("{e}"));
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (id, text) in modules {
        let name = format!("{id}.rs");
        let path = folder.join(&name);
        let shown = std::fs::read_to_string(&path).unwrap_or_default();
        names.insert(name);
        if shown == text {
            continue;
        }
        if bless {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, text).unwrap();
        } else {
            let line = shown.lines().zip(text.lines()).take_while(|(a, b)| a == b).count() + 1;
            wrong.push(format!("{id}.rs differs from line {line} on"));
        }
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !names.contains(&name) {
            wrong.push(format!("{name} is of no specification any more"));
        }
    }
    assert!(wrong.is_empty(), "bless by CQLITE_BLESS=1, and read what changed: {wrong:#?}");
}

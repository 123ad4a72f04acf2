//! The recipes of docs/codegen-tour.md, followed: each is a patch in docs/recipes.

use std::fs;

use crate::leaf::Leaf;
use crate::product::{self, Product};
use serde_json::{json, Value};

/// A file that no code knows, put together by hand as its specification says, is shown field by field.
pub fn a_component_is_shown(product: &Product) {
    // Two remarks: -1 second, signed by "me"; 64 seconds, unsigned. Numbers in zig-zag vints.
    let notes = [&[2, 0, 1, 1, 0, 2][..], b"me", &[5], b"hello", &[1, 0x80, 0x80, 0, 0]].concat();
    let bytes = [&notes[..], &crc32fast::hash(&notes).to_be_bytes()].concat();
    let path = product.scratch.join("oa-1-big-Notes.db");
    fs::write(&path, &bytes).expect("the component");
    let out = product.run("cqlite", &["inspect", "--json", path.to_str().expect("a path in UTF-8")]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let leaves: Vec<Leaf> = String::from_utf8(out.stdout).expect("text").lines().filter_map(Leaf::parse).collect();
    let found: Vec<(&str, &Value)> = leaves.iter().map(|leaf| (leaf.path.as_str(), &leaf.value)).collect();
    let crc = json!(crc32fast::hash(&notes));
    let expected = [
        ("num_notes", json!(2)),
        ("notes[0].kind", json!("remark")),
        ("notes[0].written_at", json!(-1)),
        ("notes[0].has_author", json!(1)),
        ("notes[0].author.len", json!(2)),
        ("notes[0].author.data", json!("6d65")),
        ("notes[0].text.len", json!(5)),
        ("notes[0].text.data", json!("68656c6c6f")),
        ("notes[1].kind", json!("warning")),
        ("notes[1].written_at", json!(64)),
        ("notes[1].has_author", json!(0)),
        ("notes[1].text.len", json!(0)),
        ("notes[1].text.data", json!("")),
        ("notes_crc", crc),
    ];
    assert_eq!(found, expected.iter().map(|(path, value)| (*path, value)).collect::<Vec<_>>());
    assert_eq!(leaves.iter().map(Leaf::end).max(), Some(bytes.len() as u64), "to the last byte");
    // Versions differ in it, too.
    let older = [&[1, 1, 2, 1][..], b"x", &[0; 4]].concat();
    let path = product.scratch.join("ma-1-big-Notes.db");
    fs::write(&path, older).expect("the component");
    let out = product.run("cqlite", &["inspect", path.to_str().expect("a path in UTF-8")]);
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success() && said.contains("written_at") && !said.contains("has_author"), "{said}");
}

/// What the recipes for the generator and the runtime add is read and written, and stands in all tables in which it has to: the tests of the
/// features say so, and each patch adds its own.
pub fn the_features_grow() {
    // A part of the name of each test that is to run.
    let tests = ["preset::", "leb128::", "crc16::", "tables::every", "every_message_has"];
    let targets = ["-p", "cqlite-codegen", "--test", "ui", "-p", "cqlite-codegen-macros", "--test", "features", "--"];
    let said = product::test_by_recipes(&["key", "native", "checksum"], &[&targets[..], &tests].concat());
    for test in tests {
        let ran = said.lines().any(|line| line.contains(test) && line.ends_with("ok"));
        assert!(ran, "{test} did not run: {said}");
    }
}

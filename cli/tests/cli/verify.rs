//! `verify`; the crate's own tests say what it finds.

use crate::run;
use crate::util::{corpus, Folder};

#[test]
fn what_is_whole_is_0() {
    for path in ["nb/static_rows/nb-1-big-Data.db", "da/static_rows"] {
        let out = run!("verify", corpus(path), "--now", "1900000000").ok();
        assert!(out.contains(": whole"), "{out}");
        let _ = run!("verify", "--quick", corpus(path), "--now", "1900000000").ok();
    }
}

#[test]
fn damage_is_3_and_has_its_place() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Data.db", |bytes| bytes[20] ^= 1);
    let out = run!("verify", folder.path()).fails(3, &["1 of 1 SSTables is damaged"]);
    assert!(out.contains("error: ") && out.contains("nb-1-big-Data.db") && out.contains(": damaged"), "{out}");
    let json = run!("verify", "--json", folder.path()).fails(3, &["1 of 1"]);
    let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(report["is_damaged"], true);
    assert!(report["findings"].as_array().is_some_and(|all| all.iter().any(|f| f["component"] == "Data.db")), "{json}");
}

#[test]
fn what_cannot_be_opened_is_verified_all_the_same() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    std::fs::remove_file(folder.join("nb-1-big-Statistics.db")).expect("a file");
    let out = run!("verify", folder.join("nb-1-big-Data.db")).fails(3, &["damaged"]);
    assert!(out.contains("Statistics.db"), "{out}");
}

#[test]
fn what_a_file_says_does_not_command_the_terminal() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-TOC.txt", |bytes| bytes.extend(b"evil\x1b[2J.db\n"));
    let out = run!("verify", folder.path()).ok();
    assert!(out.contains("evil\\u{1b}[2J.db"), "{out}");
    assert!(!out.contains('\x1b'), "{out}");
}

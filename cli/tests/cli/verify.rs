//! `verify`; the crate's own tests say what it finds.

use crate::run;
use crate::util::{corpus, Folder};

#[test]
fn what_is_whole_is_0() {
    for path in ["nb/static_rows/nb-1-big-Data.db", "da/static_rows"] {
        let out = run!("verify", corpus(path), "--now", "1900000000").ok();
        assert!(out.contains(": intact ("), "{out}");
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
    let findings = report["findings"].as_array().expect("a list");
    let is_it = |f: &serde_json::Value| f["component"] == "Data.db" && f["rule"] == "chunk_checksum";
    assert!(findings.iter().any(is_it), "{json}");
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

#[test]
fn rows_that_were_not_read_are_not_counted() {
    for path in ["nb/static_rows/nb-1-big-Data.db", "da/static_rows"] {
        let out = run!("verify", "--quick", corpus(path), "--now", "1900000000").ok();
        assert!(
            out.contains(": intact, rows not read (") && out.contains(" 1 chunk, 4 entries of the index)"),
            "{out}"
        );
        assert!(!out.contains("rows,"), "{out}");
        let json = run!("verify", "--quick", "--json", corpus(path), "--now", "1900000000").ok();
        let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert!(["partitions", "rows", "cells"].iter().all(|name| report[*name].is_null()), "{json}");
        let json = run!("verify", "--json", corpus(path), "--now", "1900000000").ok();
        let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!((&report["partitions"], &report["rows"]), (&4.into(), &14.into()));
    }
}

/// A table with an index table, a snapshot, which has an index table too, and a backup; the snapshot's index table is damaged.
fn table_with_others() -> Folder {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    for below in [".idx", "snapshots/s1/.idx", "backups", ".other"] {
        std::fs::create_dir_all(folder.join(below)).expect("a folder");
        if below != ".other" {
            crate::util::copy("nb/static_rows/nb-1-big", &folder.join(below));
        }
    }
    folder.change("snapshots/s1/.idx/nb-1-big-Data.db", |bytes| bytes[20] ^= 1);
    folder
}

#[test]
fn what_is_left_out_is_said() {
    let folder = table_with_others();
    let run = run!("verify", folder.path(), "--now", "1900000000");
    let note = "note: 3 SSTables were not looked at, of index tables, snapshots and backups; --all takes them\n";
    assert_eq!((run.code, run.err.as_str()), (0, note));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let _ = run!("verify", "-q", folder.path(), "--now", "1900000000").ok();
    // What is given by itself is looked at.
    let run = run!("verify", folder.path(), folder.join("backups"), "--now", "1900000000");
    assert!(run.err.starts_with("note: 2 SSTables were not"), "{}", run.err);
    let only = folder.join("snapshots");
    run!("verify", only).fails(3, &["there is no SSTable here but 1 of index tables"]);
}

#[test]
fn all_are_looked_at_if_asked_for() {
    let folder = table_with_others();
    let out = run!("verify", "--all", folder.path(), "--now", "1900000000").fails(3, &["1 of 4 SSTables is damaged"]);
    assert!(out.ends_with("4 SSTables: 3 intact, 1 damaged\n"), "{out}");
    assert!(out.contains("snapshots/s1/.idx/nb-1-big: damaged"), "{out}");
}

#[cfg(unix)]
#[test]
fn circles_of_links_end() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    std::os::unix::fs::symlink(".", folder.join(".up")).expect("a link");
    std::fs::create_dir(folder.join("snapshots")).expect("a folder");
    std::os::unix::fs::symlink("..", folder.join("snapshots/s1")).expect("a link");
    let out = run!("verify", "--all", folder.join("snapshots/s1"), "--now", "1900000000").ok();
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn the_last_line_is_what_came_of_all() {
    let folder = table_with_others();
    std::fs::write(folder.join("zz-1-big-Data.db"), b"x").expect("a file");
    let run = run!("verify", folder.path(), folder.join(".idx"), "-q", "--now", "1900000000");
    assert_eq!(run.code, 3);
    assert_eq!(run.out, "3 SSTables: 2 intact, 1 not verified\n");
    let both = [corpus("nb/static_rows"), corpus("da/static_rows")];
    let out = run!("verify", &both[0], &both[1], "--now", "1900000000").ok();
    assert!(out.ends_with("\n2 SSTables: 2 intact\n"), "{out}");
    assert_eq!(run!("verify", "-q", &both[0], &both[1], "--now", "1900000000").ok(), "");
    let json = run!("verify", "--json", &both[0], &both[1], "--now", "1900000000").ok();
    assert!(json.lines().all(|line| line.starts_with('{')), "{json}");
}

#[test]
fn what_is_alike_is_said_once() {
    let folder = Folder::with("nb/big_cells/nb-1-big");
    folder.change("nb-1-big-Data.db", Vec::clear);
    let out = run!("verify", folder.path()).fails(3, &["damaged"]);
    let (place, alike) = ("CompressionInfo.db, offset 39, field chunk_offsets[0]: ", " like it)\n");
    assert!(out.contains(place) && out.contains(alike), "{out}");
    assert!(out.ends_with(" entries of the index)\n") && out.lines().count() < 10, "{out}");
    let all = run!("verify", "-v", folder.path());
    assert!(all.out.contains("field chunk_offsets[3]: ") && !all.out.contains(alike), "{}", all.out);
}

#[test]
fn one_of_something_is_not_several() {
    let said = run!("-v", "verify", corpus("nb/static_rows/nb-1-big-Data.db"), "--now", "1900000000").out;
    let wrong = [
        "1 partitions",
        "1 rows",
        "1 cells",
        "1 chunks",
        "1 files",
        "1 entries",
        "1 keys",
        "1 components",
        "1 samples",
    ];
    let is_there = |text: &str, what: &str| {
        text.match_indices(what).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
    };
    for what in wrong {
        assert!(!is_there(&said, what), "{what}: {said}");
    }
    assert!(said.contains(": 1 chunk, 0 wrong") && said.contains(": 1 file, 0 wrong"), "{said}");
    // A partition of one row, written, salvaged, rebuilt and looked at.
    let (folder, new) = (Folder::with("nb/static_rows/nb-1-big"), Folder::new());
    let data = folder.join("nb-1-big-Data.db");
    let key = run!("dump", "-e", &data).ok().split('"').nth(1).expect("a key").to_owned();
    let mut all = run!("extract", &data, "--key", &key, "-o", new.path()).ok();
    for args in [&["salvage"][..], &["rebuild"], &["rewrite"], &["compact"]] {
        let args = args.iter().copied().map(std::ffi::OsString::from);
        let more =
            [new.join("nb-1-big-Data.db").into_os_string(), "--dry-run".into(), "-o".into(), folder.join("x").into()];
        all += &crate::util::cqlite(args.chain(more)).out;
    }
    all += &run!("verify", new.path()).ok();
    all += &run!("partitions", "--scan", new.path()).ok();
    assert!(all.matches("1 partition").count() >= 7, "{all}");
    for what in wrong {
        assert!(!is_there(&all, what), "{what}: {all}");
    }
}

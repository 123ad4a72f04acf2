//! What would be written: all is done but that.

use std::collections::BTreeMap;
use std::fs;

use crate::util::{copy, cqlite, Folder};

/// The files of a folder, and when they were written.
fn files(folder: &Folder) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    let of = |name: String| {
        let path = folder.join(&name);
        let time = fs::metadata(&path).and_then(|meta| meta.modified()).expect("a time");
        (name, (fs::read(path).expect("a file"), time))
    };
    folder.names().into_iter().map(of).collect()
}

/// What a command says of sizes and numbers.
fn without_sizes(line: &str) -> String {
    line.replace("would write", "wrote").replace("would make ", "").split(", ").take(3).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_dry_run_says_what_a_run_does_and_leaves_nothing() {
    let source = Folder::new();
    ["nb/generations/nb-1-big", "nb/generations/nb-2-big"].iter().for_each(|sstable| copy(sstable, source.path()));
    let before = files(&source);
    let commands: [&[&str]; 6] = [
        &["rewrite", "--to", "da"],
        &["compact", "--gc-grace", "0"],
        &["split", "--size", "64"],
        &["extract", "--tokens", "0:0"],
        &["salvage"],
        &["rebuild"],
    ];
    for command in commands {
        let target = Folder::new();
        let (inner, name) = (target.join("new"), command[0]);
        let run = |more: &[&str]| {
            let words = command.iter().chain(more).map(|word| (*word).to_owned());
            let paths = [source.path(), std::path::Path::new("-o"), &inner].map(|path| path.display().to_string());
            cqlite(words.chain(paths))
        };
        let dry = run(&["--dry-run"]);
        assert_eq!((dry.code, target.names().len()), (0, 0), "{name}: {}", dry.err);
        let real = run(&[]);
        assert_eq!(real.code, 0, "{name}: {}", real.err);
        let lines = |text: &str| text.lines().map(without_sizes).collect::<Vec<_>>();
        assert_eq!(lines(&dry.out), lines(&real.out), "{name}");
        // Its sizes are those of the files.
        let sum = |out: &str| out.lines().last().expect("a line").replace("would write", "wrote");
        assert!(["salvage", "rebuild"].contains(&name) || sum(&dry.out) == sum(&real.out), "{name}: {}", dry.out);
        assert!(fs::read_dir(&inner).expect("a folder").next().is_some(), "{name}");
        assert!(files(&source) == before, "{name}");
    }
}

#[test]
fn a_dry_run_ends_as_the_run_would() {
    let (source, target) = (Folder::with("oa/vectors/oa-1-big"), Folder::new());
    let [data, new] = ["oa-1-big-Data.db", "new"].map(|name| source.join(name).display().to_string());
    let _ = cqlite(["rewrite", "--dry-run", "--to", "me", "-o", &new, &data]).fails(1, &["version me has no "]);
    source.change("oa-1-big-Data.db", |bytes| bytes.fill(0));
    for command in ["rewrite", "compact", "rebuild", "salvage"] {
        let run = cqlite([command, "--dry-run", "-o", &new, &data]);
        assert_eq!(run.code, 3, "{command}: {}{}", run.out, run.err);
    }
    assert!(!source.join("new").exists() && target.names().is_empty());
    // In place, too.
    let folder = Folder::with("nb/static_rows/nb-1-big");
    fs::remove_file(folder.join("nb-1-big-Filter.db")).expect("a file");
    let before = files(&folder);
    let said = cqlite(["rebuild", "--dry-run", &folder.path().display().to_string()]).ok();
    assert!(said.contains("would make Filter.db from 4 partitions"), "{said}");
    assert!(files(&folder) == before);
}

//! Exit codes, and what errors name.

use std::fs;

use crate::run;
use crate::util::{command, corpus, Folder};

const SSTABLE: &str = "nb/static_rows/nb-1-big";
/// Of a version without checksums of metadata, and not compressed.
const PLAIN: &str = "ma/random_02/ma-1-big";
const DATA: &str = "nb/static_rows/nb-1-big-Data.db";

#[test]
fn a_key_that_is_none_is_a_wrong_value() {
    let run = run!("dump", corpus("nb/type_int/nb-1-big-Data.db"), "-k", "seven");
    assert_eq!(run.fails(1, &["nb-1-big-Data.db", "seven"]), "");
}

#[test]
fn offsets_and_paths_that_are_not_there_are_wrong_values() {
    run!("inspect", corpus(DATA), "--at", "100000").fails(1, &["nb-1-big-Data.db", "100000"]);
    run!("inspect", corpus(DATA), "--path", "partitions[77]").fails(1, &["partitions[77]"]);
}

#[test]
fn wrong_usage_is_2() {
    let usages: [&[&str]; 9] = [
        &[],
        &["serve", "x"],
        &["serve"],
        &["dump"],
        &["dump", "x", "-y"],
        &["dump", "x", "-k"],
        &["dump", "-k", "x"],
        &["inspect", "x", "--at", "ten"],
        &["metadata", "x", "--now", "soon"],
    ];
    for usage in usages {
        let run = crate::util::cqlite(usage);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{usage:?}: {}", run.err);
        assert!(!run.err.is_empty());
    }
}

#[test]
fn a_missing_file_is_3_in_every_command() {
    for name in ["dump", "metadata", "inspect", "verify"] {
        run!(name, "/nowhere/nb-1-big-Data.db").fails(3, &["/nowhere/nb-1-big-"]);
    }
}

#[test]
fn a_missing_file_of_the_users_is_3() {
    let (sstable, folder) = (corpus(DATA), Folder::new());
    let new = folder.join("new");
    for name in ["query", "schema"] {
        run!(name, &sstable, "--schema", "/nowhere/s.cql").fails(3, &["/nowhere/s.cql: "]);
    }
    run!("query", &sstable, "-f", "/nowhere/s.cql").fails(3, &["/nowhere/s.cql: "]);
    run!("compact", &sstable, "--schema", "/nowhere/s.cql", "-o", &new).fails(3, &["/nowhere/s.cql: "]);
    run!("extract", &sstable, "--keys", "/nowhere/keys", "-o", &new).fails(3, &["/nowhere/keys: "]);
}

#[test]
fn what_is_left_out_is_said_where_there_is_nothing_else() {
    let folder = Folder::new();
    for below in ["snapshots/one", "backups", ".index"] {
        fs::create_dir_all(folder.join(below)).expect("a folder");
        crate::util::copy(SSTABLE, &folder.join(below));
    }
    for name in ["query", "schema", "dump", "metadata", "ls", "verify", "partitions"] {
        let hint = "3 of index tables, snapshots and backups; ";
        run!(name, folder.path()).fails(3, &[folder.path().to_str().expect("a path"), hint]);
    }
}

#[test]
fn versions_that_are_not_written_are_said_with_what_chooses_another() {
    let folder = Folder::new();
    let new = folder.join("new");
    for name in ["rewrite", "compact"] {
        let said = "is not written; written are me, nb, oa, pa, da, ea; --to names one";
        run!(name, corpus("mb/byteordered_composite"), "-o", &new).fails(3, &["mb-1-big", said]);
    }
}

#[test]
fn a_missing_component_is_named() {
    for gone in ["Statistics.db", "CompressionInfo.db", "Data.db"] {
        let folder = Folder::with(SSTABLE);
        fs::remove_file(folder.join(&format!("nb-1-big-{gone}"))).expect("a file");
        let path = if gone == "Data.db" { folder.path().to_owned() } else { folder.join("nb-1-big-Data.db") };
        run!("dump", path).fails(3, &[gone, "missing"]);
    }
    let folder = Folder::with(SSTABLE);
    fs::remove_file(folder.join("nb-1-big-CompressionInfo.db")).expect("a file");
    let data = folder.join("nb-1-big-Data.db");
    let expected = "nb-1-big-CompressionInfo.db: TOC.txt lists the component, but it is missing";
    run!("dump", &data, "-k", "ttl").fails(3, &[expected]);
    run!("inspect", &data).fails(3, &[expected]);
    fs::remove_file(folder.join("nb-1-big-TOC.txt")).expect("a file");
    let expected =
        "nb-1-big-CompressionInfo.db: Statistics.db says that the data is compressed, but the component is missing";
    run!("dump", &data).fails(3, &[expected]);
    run!("get", &data, "ttl").fails(3, &[expected]);
    let folder = Folder::with(SSTABLE);
    fs::remove_file(folder.join("nb-1-big-Statistics.db")).expect("a file");
    run!("metadata", folder.join("nb-1-big-Data.db")).fails(3, &["nb-1-big-Statistics.db", "missing"]);
    run!("inspect", folder.join("nb-1-big-Index.db")).fails(3, &["nb-1-big-Statistics.db", "missing"]);
}

#[test]
fn unknown_versions_are_refused_by_name() {
    let folder = Folder::new();
    for (file, parts) in [
        ("zz-1-big-Data.db", ["version zz (big)", "nb"]),
        ("nb-1-bti-Data.db", ["version nb (bti)", "da"]),
        ("nb-1-trie-Data.db", ["\"trie\"", "big"]),
        ("ks-t-ka-1-Data.db", ["version ka", "Cassandra 2.1"]),
        ("la-1-big-Data.db", ["version la", "Cassandra 2.2"]),
    ] {
        fs::write(folder.join(file), b"x").expect("a file");
        for name in ["dump", "metadata", "inspect", "verify"] {
            run!(name, folder.join(file)).fails(3, &parts);
        }
    }
}

#[test]
fn other_files_and_empty_folders_are_3() {
    let folder = Folder::new();
    run!("dump", folder.path()).fails(3, &["no SSTable"]);
    fs::write(folder.join("notes.txt"), b"x").expect("a file");
    for name in ["dump", "metadata", "inspect"] {
        run!(name, folder.join("notes.txt")).fails(3, &["notes.txt"]);
    }
}

#[test]
fn files_of_the_users_are_passed_over() {
    let folder = Folder::with(SSTABLE);
    for name in ["dump-da-1-bti.jsonl.gz", "x-nb-1-old.gz", "x-jb-1-big.json", "notes.txt"] {
        fs::write(folder.join(name), b"x").expect("a file");
    }
    for name in ["dump", "metadata", "verify"] {
        let _ = run!(name, folder.path(), "--now", "1900000000").ok();
    }
}

#[test]
fn damage_is_3_and_named_with_offset_and_field() {
    let folder = Folder::with(SSTABLE);
    folder.change("nb-1-big-Statistics.db", |bytes| bytes.truncate(bytes.len() / 2));
    run!("metadata", folder.join("nb-1-big-Data.db")).fails(3, &["nb-1-big-Statistics.db", "offset", "field toc["]);
    let folder = Folder::with(SSTABLE);
    folder.change("nb-1-big-Data.db", |bytes| bytes[20] ^= 1);
    let expected = "nb-1-big-Data.db: at offset 0, field chunks[0].stored.crc: stored checksum 0x";
    run!("dump", folder.join("nb-1-big-Data.db")).fails(3, &[expected]);
}

#[test]
fn damage_of_what_describes_the_data_is_named_with_offset_and_field() {
    type Change = fn(&mut Vec<u8>);
    let cases: [(&str, &str, Change, &str); 6] = [
        (SSTABLE, "CompressionInfo.db", |bytes| bytes[2] = b'M', "CompressionInfo.db: at offset 0, field compressor: "),
        (SSTABLE, "Data.db", |bytes| bytes.truncate(3), "CompressionInfo.db: at offset 39, field chunk_offsets[0]: "),
        (PLAIN, "CRC.db", |bytes| bytes[0] = 0x7f, "CRC.db: at offset 0, field chunk_size: expected 1 to "),
        (PLAIN, "CRC.db", |bytes| bytes.truncate(4), "CRC.db: at offset 4, field crcs: "),
        (PLAIN, "Data.db", |bytes| bytes[20] ^= 1, "Data.db: at offset 0, field crcs[0]: checksum 0x"),
        (
            PLAIN,
            "Statistics.db",
            |bytes| bytes[63] = b'N',
            "Statistics.db: at offset 38, field toc[0].body.partitioner.s: ",
        ),
    ];
    for (sstable, component, change, expected) in cases {
        let folder = Folder::with(sstable);
        let prefix = sstable.rsplit('/').next().unwrap_or_default();
        folder.change(&format!("{prefix}-{component}"), change);
        run!("dump", folder.join(&format!("{prefix}-Data.db"))).fails(3, &[&format!("{prefix}-{expected}")]);
    }
}

#[test]
fn what_is_whole_is_done_beside_what_is_not() {
    let folder = Folder::with(SSTABLE);
    fs::write(folder.join("zz-2-big-Data.db"), b"x").expect("a file");
    let out = run!("dump", folder.path(), "-e").fails(3, &["zz-2-big-Data.db", "version zz"]);
    assert!(out.contains("only static"), "{out}");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_closed_is_4() {
    let data = corpus(DATA);
    for args in
        ["dump \"$1\"", "metadata \"$1\"", "verify --json \"$1\"", "inspect \"$1\"", "man", "--help", "dump --help"]
    {
        let run = |redirect: &str| {
            let mut shell = std::process::Command::new("sh");
            let script = format!("\"$0\" {args} {redirect}");
            let output = shell.args(["-c", &script, crate::util::CQLITE]).arg(&data).output().expect("a shell");
            (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
        };
        assert_eq!(run(">&-"), (Some(4), "error: standard output: it is closed\n".to_owned()), "{args}");
        // What std puts there is not what a user puts there, nor is a file.
        for open in [">/dev/null", "1<>/dev/null", "| cat", "<&- | cat"] {
            assert_eq!(run(open), (Some(0), String::new()), "{args} {open}");
        }
        assert_eq!(run(">&- 2>&-").0, Some(4), "{args}");
    }
    let folder = Folder::new();
    let script = "\"$0\" dump \"$1\" -o \"$2\" >&-";
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", script, crate::util::CQLITE]).arg(&data).arg(folder.join("out"));
    assert!(shell.status().expect("a shell").success());
}

#[test]
fn output_that_cannot_be_written_is_4() {
    run!("dump", corpus(DATA), "-o", "/nowhere/out.json").fails(4, &["/nowhere/out.json"]);
    if fs::exists("/dev/full").unwrap_or(false) {
        run!("dump", corpus(DATA), "-o", "/dev/full").fails(4, &["/dev/full"]);
        for args in [&["man"][..], &["--help"], &["--version"], &["dump", "--help"], &["help", "verify"]] {
            let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
            let output = command(args).stdout(full).output().expect("the program starts");
            assert_eq!(output.status.code(), Some(4), "{args:?}");
            assert!(output.stderr.starts_with(b"error: standard output: "), "{args:?}");
        }
    }
}

//! `ls`: what is there, from the metadata.

use serde_json::Value;

use crate::run;
use crate::util::{corpus, Folder};

#[test]
fn a_line_a_table() {
    let out = run!("ls", "--json", corpus("nb/static_rows"), corpus("nb/generations")).ok();
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert_eq!((&lines[0]["rows"], &lines[0]["sstables"]), (&14.into(), &1.into()));
    // As sstablemetadata has them.
    assert_eq!(lines[0]["oldest"], 1_700_000_001_000_000_i64);
    assert!(lines[1]["sstables"].as_i64() > Some(1), "{out}");
    let size = |line: &Value| line["size"].as_u64().expect("a size");
    let long = run!("ls", "-l", "--json", corpus("nb/generations")).ok();
    let long: Vec<Value> = long.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(long.iter().map(size).sum::<u64>(), size(&lines[1]));
    assert!(long.iter().all(|line| line["sstable"].as_str().is_some_and(|s| s.contains("nb-")) && line["level"] == 0));
}

#[test]
fn columns_stand_side_by_side() {
    let out = run!("ls", "-l", corpus("nb/static_rows"), corpus("da/wide")).ok();
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("SSTABLE ") && lines[0].ends_with("DROPPABLE"), "{out}");
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{out}");
    assert!(lines[1].contains("nb-1-big") && lines[2].contains("da-1-bti"), "{out}");
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    std::fs::write(folder.join("nb-1-big-Statistics.db"), b"nothing").expect("a file");
    assert_eq!(run!("ls", folder.join("nb-1-big-Data.db")).fails(3, &["nb-1-big-Statistics.db"]).lines().count(), 1);
    run!("ls", folder.join("nothing")).fails(3, &["nothing"]);
}

#[test]
fn a_table_has_one_name_in_every_command() {
    let root = Folder::new();
    let (new, id) = (root.join("new"), "0123456789abcdef0123456789abcdef");
    let (loose, table) = (root.join("data/loose"), root.join(&format!("data/t-{id}")));
    // One whose parent cannot be a keyspace as well.
    let dashed = root.join("2026-01-31/loose");
    for folder in [&loose, &table, &dashed] {
        std::fs::create_dir_all(folder).expect("a folder");
        crate::util::copy("nb/generations/nb-1-big", folder);
    }
    let file = loose.join("nb-1-big-Data.db");
    let (data, dotted) = (root.join("data"), loose.join("../loose"));
    for (path, name) in [
        (&loose, "files.loose"),
        (&dotted, "files.loose"),
        (&file, "files.loose"),
        (&dashed, "files.loose"),
        (&table, "data.t"),
    ] {
        let listed: Value = serde_json::from_str(&run!("ls", "--json", path).ok()).expect("JSON");
        let long: Value = serde_json::from_str(&run!("ls", "-l", "--json", path).ok()).expect("JSON");
        assert_eq!((&listed["table"], &long["table"]), (&name.into(), &name.into()), "{}", path.display());
        assert!(run!("partitions", path).ok().starts_with(&format!("{name}\n")), "{}", path.display());
        let compacted = run!("compact", path, "-g", "0", "-o", &new).ok();
        assert!(compacted.starts_with(&format!("{name} -> ")), "{compacted}");
        let described = run!("-q", "schema", path).ok();
        assert!(described.contains(&format!("CREATE TABLE {name} ")), "{described}");
    }
    // In a keyspace's folder both are its tables.
    let listed = run!("ls", data).ok();
    assert!(listed.contains("data.loose ") && listed.contains("data.t "), "{listed}");
}

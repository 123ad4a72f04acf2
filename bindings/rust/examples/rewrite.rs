//! Writes the SSTables of a table anew, in another version: `cargo run -p cqlite --example rewrite [PATH [VERSION [FOLDER]]]`.

use std::path::{Path, PathBuf};

use cqlite::write::{written_version, NewSstable, Rewrite, WriteOptions};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/generations");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().map_or_else(|| DEFAULT.into(), PathBuf::from);
    let version = args.next().unwrap_or_else(|| "da".to_owned());
    let folder = args.next().map_or_else(|| std::env::temp_dir().join("cqlite-example-rewrite"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for new in rewrite(&path, &version, &folder)? {
        println!("{}: {} partitions, {} rows", new.path.display(), new.written.partitions, new.written.rows);
    }
    Ok(())
}

/// What a version cannot have is an error that says so; of an SSTable that fails there is nothing in the folder.
fn rewrite(path: &Path, version: &str, folder: &Path) -> Result<Vec<NewSstable>, cqlite::Error> {
    let rewrite = Rewrite::new(WriteOptions::new().to(written_version(version)?));
    let mut new = Vec::new();
    for table in &cqlite::open(path)? {
        for sstable in table.sstables() {
            new.extend(rewrite.run(&sstable?, folder)?);
        }
    }
    Ok(new)
}

#[test]
fn rows_are_those_that_there_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = rewrite(Path::new(DEFAULT), "da", folder.path()).expect("new SSTables");
    let rows = |path: &Path| -> Vec<usize> {
        let tables = cqlite::open(path).expect("a table");
        let table = tables.iter().next().expect("a table");
        table.sstables().map(|sstable| sstable.expect("an SSTable").rows().at(1_800_000_000).count()).collect()
    };
    assert_eq!(new.len(), 3);
    assert_eq!(rows(folder.path()), rows(Path::new(DEFAULT)));
    let e = rewrite(Path::new(DEFAULT), "ma", folder.path()).expect_err("a version that is read only");
    assert_eq!(e.kind(), cqlite::ErrorKind::Unsupported);
}

//! Writes an SSTable of rows: `cargo run -p cqlite --example write [FOLDER]`.

use std::path::{Path, PathBuf};

use cqlite::schema::CreateTable;
use cqlite::value::Timestamp;
use cqlite::write::NewSstable;
use cqlite::SstableWriter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder =
        std::env::args().nth(1).map_or_else(|| std::env::temp_dir().join("cqlite-example-write"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for new in write(&folder)? {
        println!("{}-Data.db: {} partitions, {} rows", new.path.display(), new.written.partitions, new.written.rows);
    }
    Ok(())
}

/// Rows may come in any order. What is wrong with one is said by its `write`, and leaves nothing.
fn write(folder: &Path) -> Result<Vec<NewSstable>, cqlite::Error> {
    let table = CreateTable::new("weather", "readings")
        .partition_key("station", "text")
        .clustering_desc("at", "timestamp")
        .static_column("city", "text")
        .column("degrees", "float")
        .column("tags", "set<text>")
        .build()?;
    let mut writer = SstableWriter::create(table, folder)?;
    for hour in 0..24 {
        let at = Timestamp(1_700_000_000_000 + hour * 3_600_000);
        writer.insert(("north", at)).set("degrees", &(hour as f32 / 2.0)).set("tags", &["raw"]).write()?;
    }
    writer.update("north").set("city", "Oslo").write()?;
    writer.delete_range("north").before((Timestamp(1_700_000_000_000 + 3_600_000),)).write()?;
    writer.insert(("south", Timestamp(0))).set("degrees", &None::<f32>).ttl(3600).write()?;
    writer.finish()
}

#[test]
fn rows_are_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = write(folder.path()).expect("an SSTable");
    assert_eq!(new.len(), 1);
    let data = format!("{}-Data.db", new[0].path.display());
    let sstable = cqlite::Sstable::open(data).expect("an SSTable");
    let rows: Vec<_> = sstable.rows().collect::<Result<_, _>>().expect("rows");
    let north = rows.iter().filter(|row| row.get::<&str>("$pk0").is_ok_and(|key| key == "north"));
    assert_eq!(north.clone().count(), 23);
    assert!(north.clone().all(|row| row.get::<&str>("city").is_ok_and(|city| city == "Oslo")));
}

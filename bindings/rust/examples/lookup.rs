//! Finds a partition by its key, and rows of it by a range of the clustering: `cargo run -p cqlite --example lookup [SSTABLE KEY FROM TO]`.
//!
//! Key and ends are texts as CQL has them, without quotes. Only what the index points at is read of the data.

use std::path::{Path, PathBuf};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/oa/wide/oa-1-big-Data.db");

fn main() -> Result<(), cqlite::Error> {
    let mut args = std::env::args().skip(1);
    let path = args.next().map_or_else(|| DEFAULT.into(), PathBuf::from);
    let (key, from, to) = (args.next(), args.next(), args.next());
    let (key, from, to) =
        (key.as_deref().unwrap_or("1"), from.as_deref().unwrap_or("9"), to.as_deref().unwrap_or("12"));
    let rows = find(&path, key, from, to)?;
    rows.iter().for_each(|row| println!("{row:?}"));
    println!("{} rows of partition {key} between {from} and {to}", rows.len());
    Ok(())
}

/// The live rows of a partition whose first clustering column is in a range, both ends included.
fn find(path: &Path, key: &str, from: &str, to: &str) -> Result<Vec<cqlite::Row>, cqlite::Error> {
    let sstable = cqlite::Sstable::open(path)?;
    let key = sstable.key_from_text(key)?;
    let slice = sstable.slice_from_text(&[], from..=to)?;
    sstable.slice(&key, slice)?.collect()
}

#[test]
fn rows_between_the_ends_are_found() {
    let found = find(Path::new(DEFAULT), "1", "9", "12").expect("sound data");
    let clusterings: Vec<i32> = found.iter().map(|row| row.get("$ck0").expect("an int")).collect();
    assert_eq!(clusterings, [9, 12], "there are no others in select.jsonl.gz, beside the SSTable");
    assert!(find(Path::new(DEFAULT), "404", "9", "12").expect("a sound index").is_empty());
    let wrong = find(Path::new(DEFAULT), "one", "9", "12").expect_err("no int");
    assert_eq!(wrong.kind(), cqlite::ErrorKind::InvalidInput);
}

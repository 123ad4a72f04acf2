//! Reads the live rows of a table into a struct of our own: `cargo run -p cqlite --example rows [PATH]`.
//!
//! The path is a table's folder. Without one it is this table of the corpus:
//!
//! ```text
//! CREATE TABLE collections_live_only (k int PRIMARY KEY, l list<int>, e set<text>, m map<int, text>);
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/oa/collections_live_only");

/// A row. Columns that may be null are `Option`s.
#[derive(Debug, PartialEq)]
struct Entry {
    key: i32,
    list: Option<Vec<i32>>,
    set: Option<BTreeSet<String>>,
    map: Option<BTreeMap<i32, String>>,
}

impl Entry {
    fn new(row: &cqlite::Row) -> Result<Self, cqlite::Error> {
        Ok(Entry {
            // SSTables have no names of key columns: those of the partition key are $pk0, $pk1, …, those of the clustering $ck0, ….
            key: row.get("$pk0")?,
            list: row.get("l")?,
            set: row.get("e")?,
            map: row.get("m")?,
        })
    }
}

fn main() -> Result<(), cqlite::Error> {
    let path = std::env::args_os().nth(1).map_or_else(|| DEFAULT.into(), PathBuf::from);
    for entry in read(&path)? {
        println!("{entry:?}");
    }
    Ok(())
}

/// The rows of every SSTable, one SSTable after the other: they are not merged.
fn read(path: &Path) -> Result<Vec<Entry>, cqlite::Error> {
    let mut entries = Vec::new();
    for table in &cqlite::open(path)? {
        for sstable in table.sstables() {
            for row in sstable?.rows() {
                entries.push(Entry::new(&row?)?);
            }
        }
    }
    Ok(entries)
}

#[test]
fn collections_become_those_of_rust() {
    let entries = read(Path::new(DEFAULT)).expect("sound data");
    assert_eq!(entries.len(), 5);
    let first = Entry {
        key: 1,
        list: Some(vec![1, 6, 11, 16]),
        set: Some(["e1", "e11", "e16", "e6"].map(str::to_owned).into()),
        map: Some([1, 6, 11, 16].map(|i| (i, "m".to_owned())).into()),
    };
    assert_eq!(entries[0], first);
}

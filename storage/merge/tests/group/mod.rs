//! SSTables of a table, and what is recorded of them.

use std::io::Read as _;
use std::path::Path;

use cqlite_merge::Merge;
use cqlite_rows::Partitions;
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::Sstable;
use cqlite_test_data::corpus;

use super::lines::lines;

/// SSTables of a table.
pub struct Group {
    pub name: String,
    pub sstables: Vec<Sstable>,
    pub table: TableSchema,
}

impl Group {
    pub fn open(name: &str) -> Self {
        let open = |file| Sstable::open(corpus().join(file)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let sstables: Vec<Sstable> = name.split(' ').map(open).collect();
        let table = TableSchema::union(sstables.iter().map(Sstable::schema)).unwrap_or_else(|e| panic!("{name}: {e}"));
        Group { name: name.to_owned(), sstables, table: table.expect("an SSTable") }
    }

    fn sources(&self, which: &[usize]) -> Vec<impl Partitions<Error = impl std::fmt::Display + Send> + use<'_>> {
        let columns = |sstable: &Sstable| ColumnMap::new(sstable.schema(), &self.table);
        which.iter().map(|i| &self.sstables[*i]).map(|s| s.partitions().with_columns(columns(s))).collect()
    }

    pub fn merge(
        &self,
        which: &[usize],
    ) -> Merge<'_, impl Partitions<Error = impl std::fmt::Display + Send> + use<'_>> {
        Merge::new(&self.table, self.sstables[0].comparator(), self.sources(which))
    }

    pub fn merged(&self, which: &[usize]) -> Vec<String> {
        lines(&mut self.merge(which), &self.table).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }
}

/// Each group, and the lines of what Cassandra merges it to.
pub fn recorded(file: &str) -> Vec<(String, Vec<String>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(file);
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(file).expect("the recording"))
        .read_to_string(&mut text)
        .expect("text");
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("# "), groups.last_mut()) {
            (Some(name), _) => groups.push((name.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line.to_owned()),
            (None, None) => panic!("{line} is of no group"),
        }
    }
    groups
}

#[track_caller]
pub fn assert_same(name: &str, found: &[String], expected: &[String]) {
    if let Some(i) = (0..found.len().max(expected.len())).find(|i| found.get(*i) != expected.get(*i)) {
        panic!("{name}, line {i}\n  found    {:?}\n  expected {:?}", found.get(i), expected.get(i));
    }
}

//! What is merged of the SSTables of a table is what Cassandra merges of them (format in `recorded/README.md`), in whatever order, grouping
//! and repetition they come.

mod lines;

use std::io::Read as _;

use cqlite_merge::Merge;
use cqlite_rows::Partitions;
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::Sstable;
use cqlite_test_data::corpus;

use lines::lines;

/// SSTables of a table.
struct Group {
    name: String,
    sstables: Vec<Sstable>,
    table: TableSchema,
}

impl Group {
    fn open(name: &str) -> Self {
        let open = |file| Sstable::open(corpus().join(file)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let sstables: Vec<Sstable> = name.split(' ').map(open).collect();
        let table = TableSchema::union(sstables.iter().map(Sstable::schema)).unwrap_or_else(|e| panic!("{name}: {e}"));
        Group { name: name.to_owned(), sstables, table: table.expect("an SSTable") }
    }

    fn sources(&self, which: &[usize]) -> Vec<impl Partitions<Error = impl std::fmt::Display> + use<'_>> {
        let columns = |sstable: &Sstable| ColumnMap::new(sstable.schema(), &self.table);
        which.iter().map(|i| &self.sstables[*i]).map(|s| s.partitions().with_columns(columns(s))).collect()
    }

    fn merge(&self, which: &[usize]) -> Merge<'_, impl Partitions<Error = impl std::fmt::Display> + use<'_>> {
        Merge::new(&self.table, self.sstables[0].comparator(), self.sources(which))
    }

    fn merged(&self, which: &[usize]) -> Vec<String> {
        lines(&mut self.merge(which), &self.table).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }
}

/// Each group, and the lines of what Cassandra merges it to.
fn recorded() -> Vec<(String, Vec<String>)> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded/merged.txt.gz");
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
fn assert_same(name: &str, found: &[String], expected: &[String]) {
    if let Some(i) = (0..found.len().max(expected.len())).find(|i| found.get(*i) != expected.get(*i)) {
        panic!("{name}, line {i}\n  found    {:?}\n  expected {:?}", found.get(i), expected.get(i));
    }
}

#[test]
fn as_cassandra_merges() {
    let groups = recorded();
    assert!(groups.len() > 200, "{} groups", groups.len());
    for (name, expected) in groups {
        let group = Group::open(&name);
        let all: Vec<usize> = (0..group.sstables.len()).collect();
        assert_same(&group.name, &group.merged(&all), &expected);
    }
}

#[test]
fn order_grouping_and_repetition_do_not_matter() {
    // Decimals like 0 and 0.0 are equal, and neither counts more: Cassandra, too, keeps the one that it sees first.
    for (name, _) in recorded().into_iter().filter(|(name, _)| !name.contains("type_decimal")) {
        let group = Group::open(&name);
        let all: Vec<usize> = (0..group.sstables.len()).collect();
        let (expected, last) = (group.merged(&all), all.len() - 1);
        let reversed: Vec<usize> = all.iter().rev().copied().collect();
        assert_same(&group.name, &group.merged(&reversed), &expected);
        let again: Vec<usize> = all.iter().chain(&all).copied().collect();
        assert_same(&group.name, &group.merged(&again), &expected);
        let parts = vec![group.merge(&all[..last]), group.merge(&all[last..])];
        let mut nested = Merge::new(&group.table, group.sstables[0].comparator(), parts);
        let found = lines(&mut nested, &group.table).unwrap_or_else(|e| panic!("{}: {e}", group.name));
        assert_same(&group.name, &found, &expected);
    }
}

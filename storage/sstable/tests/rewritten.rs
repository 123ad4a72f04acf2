//! Rows that are read and written again are the bytes that they were.

mod corpora;

use cqlite_rows::{RowWriter, Unfiltered};
use cqlite_sstable::Sstable;

fn original(sstable: &Sstable) -> Vec<u8> {
    let mut bytes = Vec::new();
    sstable.data().read_range_into(0, sstable.data().len() as usize, &mut bytes).expect("data");
    bytes
}

fn rewritten(sstable: &Sstable) -> Vec<u8> {
    let mut writer = RowWriter::new(Vec::new(), sstable.params(), *sstable.encoding_stats());
    let mut partitions = sstable.partitions();
    while partitions.next_partition().expect("a partition") {
        let (key, deletion) = (partitions.key(), partitions.deletion());
        writer.partition(key, deletion, partitions.static_row()).expect("a partition");
        while let Some(unfiltered) = partitions.next_unfiltered().expect("a row") {
            let written = match unfiltered {
                Unfiltered::Row(row) => writer.row(row),
                Unfiltered::Marker(marker) => writer.marker(marker),
            };
            written.expect("a row");
        }
        writer.end_partition().expect("the end");
    }
    writer.finish().expect("all")
}

/// What 6.0's compaction by cursor writes in ways of its own, which readers do not see.
fn is_of_cursor(sstable: &Sstable) -> bool {
    let name = sstable.label();
    name.contains("/pa/compacted_") || name.contains("/pa/generations_")
}

#[test]
fn rows_are_written_as_cassandra_wrote_them() {
    let (mut same, mut differ) = (0, Vec::new());
    for sstable in corpora::sstables() {
        if original(&sstable) == rewritten(&sstable) {
            same += 1;
        } else if !is_of_cursor(&sstable) {
            differ.push(sstable.label().to_owned());
        }
    }
    assert!(differ.is_empty() && same > 500, "{same} are the same, these are not: {differ:#?}");
}

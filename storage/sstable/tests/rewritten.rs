//! What is read and written again is, byte for byte, what Cassandra wrote.

#[path = "corpora/anew.rs"]
mod anew;
mod corpora;
#[path = "corpora/exceptions.rs"]
mod exceptions;
#[path = "corpora/ratio.rs"]
mod ratio;

use cqlite_rows::{RowWriter, Unfiltered};
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::writer::Target;
use cqlite_sstable::Sstable;

use anew::{written, Components, Failed};
use exceptions::Exceptions;
use ratio::without_ratio;

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

#[test]
fn rows_are_written_as_cassandra_wrote_them() {
    let (mut same, mut differ, exceptions) = (0, Vec::new(), Exceptions::read());
    for sstable in corpora::sstables() {
        if original(&sstable) == rewritten(&sstable) {
            same += 1;
        } else if !exceptions.has(&sstable, None) {
            differ.push(sstable.label().to_owned());
        }
    }
    assert!(differ.is_empty() && same > 500, "{same} are the same, these are not: {differ:#?}");
}

fn written_alike(sstable: &Sstable) -> Result<Components, Failed> {
    let mut target = Target::like(sstable, sstable.version())?;
    target.column_index_size = exceptions::COLUMN_INDEX_SIZE;
    written(sstable, &target)
}

/// All that Cassandra writes.
const COMPONENTS: [Component; 11] = [
    Component::Data,
    Component::PrimaryIndex,
    Component::Partitions,
    Component::Rows,
    Component::Summary,
    Component::Filter,
    Component::Statistics,
    Component::CompressionInfo,
    Component::Crc,
    Component::Digest(DigestKind::Crc32),
    Component::Toc,
];

#[test]
fn components_are_written_as_cassandra_wrote_them() {
    let (mut same, mut differ, exceptions) = (0, Vec::new(), Exceptions::read());
    for sstable in corpora::sstables().filter(|sstable| sstable.version().is_written()) {
        if exceptions.has(&sstable, None) {
            continue;
        }
        let components = written_alike(&sstable).unwrap_or_else(|e| panic!("{}: {}", sstable.label(), e.0));
        for component in COMPONENTS.iter().filter(|component| !exceptions.has(&sstable, Some(component))) {
            let is_there = sstable.component(component).expect("a component").is_some();
            if is_there != components.contains_key(component) {
                differ.push(format!("{}-{component}, which one of them has", sstable.label()));
            }
        }
        for (component, bytes) in components.iter().filter(|(component, _)| !exceptions.has(&sstable, Some(component)))
        {
            let old = sstable.component(component).expect("a component").map(|old| old.as_slice().to_vec());
            let (old, bytes) = match component {
                Component::Statistics => (old.map(|old| without_ratio(&sstable, &old)), without_ratio(&sstable, bytes)),
                _ => (old, bytes.clone()),
            };
            if old == Some(bytes) {
                same += 1;
            } else {
                differ.push(format!("{}-{component}", sstable.label()));
            }
        }
    }
    assert!(differ.is_empty() && same > 2000, "{same} are the same, these {} are not: {differ:#?}", differ.len());
    exceptions.are_used();
}

//! Rows that are wrong though every checksum holds: whoever writes them anew refuses them, and `salvage` keeps the others.

use std::path::Path;

use cqlite::descriptor::{Component, Descriptor};
use cqlite::write::{Rewrite, WriteOptions};
use cqlite::{ErrorKind, Remedy};
use cqlite_format::data::{Cell, Marker, Partition, Row, SstableData, Unfiltered, UnfilteredBody};

use cqlite_verify::{Check, Severity};

use crate::mutants::{Writer, WRITERS};
use crate::subject::{Change, Form, Subject};

/// The same as another version, which no row is kept in as it is stored.
const OTHER_VERSION: Writer = Writer {
    name: "rewrite --to nb",
    run: |from, to| {
        let nb = cqlite::SstableVersion::find("nb").expect("a version");
        let new =
            Rewrite::new(WriteOptions::new().to(nb)).run(&cqlite::OpenOptions::new().open_descriptor(from)?, to)?;
        Ok(new.into_iter().map(|new| new.path).collect())
    },
};

/// What no command writes anew, by what it says of it.
fn refused(subject: &Subject, said: &str, edit: impl FnOnce(&mut SstableData)) {
    let changes = subject.edited(edit);
    let name = format!("{}{said}", subject.name);
    let report = subject.with(&changes, Subject::verify);
    let mut found = report.findings.iter();
    assert!(found.any(|finding| finding.check() == Check::RangeTombstones), "{name}: {:?}", report.findings);
    for writer in WRITERS.iter().chain([&OTHER_VERSION]) {
        let (name, new) = (format!("{name}: {}", writer.name), tempfile::tempdir().expect("a folder"));
        let e = subject.with(&changes, |descriptor| (writer.run)(descriptor, new.path())).expect_err(&name);
        assert_eq!((e.kind(), e.location().component.as_ref()), (ErrorKind::Corrupt, Some(&Component::Data)), "{e}");
        assert!(e.location().offset.is_some() && e.to_string().contains(said), "{name}: {e}");
        assert_eq!(new.path().read_dir().expect("a folder").count(), 0, "{name}: something is left");
    }
    keeps_the_others(subject, &changes, &name);
}

fn keeps_the_others(subject: &Subject, changes: &[Change], name: &str) {
    let (salvaged, kept) = subject.judge(changes, name).expect("something is salvaged");
    assert_eq!((kept, salvaged.partitions_lost()), (subject.partitions.len() - 1, 1), "{name}: {:?}", salvaged.losses);
}

/// The last partition: what is before it stays where the index has it.
fn last(data: &mut SstableData) -> &mut Partition {
    data.partitions.last_mut().expect("a partition")
}

fn marker(unfiltered: &mut Unfiltered) -> Option<&mut Marker> {
    match &mut unfiltered.body {
        Some(UnfilteredBody::Marker(marker)) => Some(marker),
        _ => None,
    }
}

fn markers(partition: &mut Partition) -> Vec<&mut Marker> {
    partition.unfiltereds.iter_mut().filter_map(marker).collect()
}

#[test]
fn ranges_that_do_not_end_as_they_began_are_refused() {
    for case in ["oa/range_boundaries/oa-1-big-", "da/range_boundaries/da-1-bti-", "nb/ranges/nb-1-big-"] {
        let subject = Subject::load(case, Form::Plain);
        let other_deletion = "closes the range with another deletion time than it was opened with";
        refused(&subject, other_deletion, |data| {
            let mut markers = markers(last(data));
            markers.last_mut().expect("a marker").body.deletion.marked_for_delete_at += 1;
        });
        refused(&subject, other_deletion, |data| {
            let mut markers = markers(last(data));
            let place = markers.iter().position(|marker| marker.is_boundary()).unwrap_or(1);
            markers[place].body.deletion.local_deletion_time += 1;
        });
        refused(&subject, "open at the end of the partition", |data| {
            let unfiltereds = &mut last(data).unfiltereds;
            let place = unfiltereds.iter_mut().rposition(|u| marker(u).is_some()).expect("a marker");
            let _ = unfiltereds.remove(place);
        });
        refused(&subject, "closes a range, ", |data| {
            let unfiltereds = &mut last(data).unfiltereds;
            let place = unfiltereds.iter_mut().position(|u| marker(u).is_some()).expect("a marker");
            let _ = unfiltereds.remove(place);
        });
        refused(&subject, "opens a range inside another one", |data| {
            let mut markers = markers(last(data));
            let (kind, deletion) = (markers[0].bound.kind, markers[0].body.deletion);
            markers[1].bound.kind = kind;
            (markers[1].body.deletion, markers[1].body.start_deletion) = (deletion, None);
        });
    }
}

fn rows(partition: &mut Partition) -> impl Iterator<Item = &mut Row> + use<'_> {
    partition.unfiltereds.iter_mut().filter_map(|unfiltered| match &mut unfiltered.body {
        Some(UnfilteredBody::Row(row)) => Some(&mut **row),
        _ => None,
    })
}

/// The only cell of a column in the last partition.
fn cell(data: &mut SstableData) -> &mut Cell {
    let mut cells = rows(last(data)).flat_map(|row| &mut row.body.cells).filter_map(|column| column.simple.as_mut());
    cells.find(|cell| cell.value.is_some()).expect("a cell")
}

fn rebuild() -> &'static Writer {
    WRITERS.iter().find(|writer| writer.name == "rebuild").expect("it writes")
}

const DISTANCE: &str = "the size of the previous unfiltered is ";

/// With the first other byte of which verification says that it is one of how far back a row begins, and nothing else.
fn with_wrong_distance(subject: &Subject) -> Vec<Change> {
    let data = &subject.files[&Component::Data];
    let mut all = (0..data.len()).map(|at| {
        let mut other = data.clone();
        other[at] ^= 1;
        subject.sealed(other)
    });
    let is_distance = |changes: &Vec<Change>| {
        let findings = subject.with(changes, Subject::verify).findings;
        matches!(&*findings, [only] if only.message.starts_with(DISTANCE))
    };
    all.find(is_distance).expect("a row after another one")
}

#[test]
fn nothing_is_made_beside_rows_with_wrong_flags_or_distances() {
    type Edit = fn(&mut SstableData);
    let edits: [(&str, Edit); 3] = [
        ("the cell is deleted and has a value", |data| {
            let cell = cell(data);
            (cell.is_deleted, cell.local_deletion_time) = (true, Some(1_700_000_000));
        }),
        ("the cell has the row's expiration, but the row does not expire", |data| {
            let cell = cell(data);
            (cell.use_row_ttl, cell.is_expiring) = (true, true);
        }),
        ("the clustering is not after that of the row or marker before", |data| {
            let with_two = |partition: &&mut Partition| partition.unfiltereds.len() > 2;
            data.partitions.iter_mut().find(with_two).expect("two rows").unfiltereds.swap(0, 1);
        }),
    ];
    // Only where rows are proven by how they would be written, and where verification has to tell: before the one and after the other.
    for case in ["oa/wide_and_narrow/oa-1-big-", "pa/wide_and_narrow/pa-1-big-"] {
        let subject = Subject::load(case, Form::Plain);
        let distance = (DISTANCE, with_wrong_distance(&subject));
        for (said, changes) in edits.map(|(said, edit)| (said, subject.edited(edit))).into_iter().chain([distance]) {
            let name = format!("{case}{said}");
            let new = tempfile::tempdir().expect("a folder");
            let e = subject.with(&changes, |descriptor| (rebuild().run)(descriptor, new.path())).expect_err(&name);
            assert!(e.kind() == ErrorKind::Corrupt && e.location().offset.is_some(), "{name}: {e}");
            assert!(e.to_string().contains(said) && e.remedies().contains(&Remedy::Salvage), "{name}: {e}");
            assert_eq!(new.path().read_dir().expect("a folder").count(), 0, "{name}: something is left");
            keeps_the_others(&subject, &changes, &name);
        }
    }
}

/// Cassandra's compactions and `sstableupgrade` copy such values, and its `sstablescrub` leaves them out.
#[test]
fn values_that_are_none_of_their_type_are_copied_and_not_salvaged() {
    let subject = Subject::load("oa/wide_and_narrow/oa-1-big-", Form::Plain);
    let changes = subject.edited(|data| cell(data).value.as_mut().expect("a value").data[0] = 0xff);
    let expected = subject.with(&changes, |descriptor| cells(&Subject::opened_as(descriptor)));
    assert_eq!(expected.iter().filter(|value| value.first() == Some(&0xff)).count(), 1);
    for writer in WRITERS.iter().chain([&OTHER_VERSION]) {
        let new = tempfile::tempdir().expect("a folder");
        let paths = subject.with(&changes, |descriptor| (writer.run)(descriptor, new.path())).expect(writer.name);
        let found: Vec<_> = paths.iter().flat_map(|path| cells(&Subject::opened_as(&descriptor(path)))).collect();
        assert!(found == expected, "{}", writer.name);
        let findings = paths.iter().flat_map(|path| Subject::verify(&descriptor(path)).findings);
        let errors: Vec<_> = findings.filter(|finding| finding.severity == Severity::Error).collect();
        assert!(matches!(&*errors, [only] if only.check() == Check::Values), "{}: {errors:?}", writer.name);
    }
    keeps_the_others(&subject, &changes, "a value");
    // As is a clustering.
    let changes = subject.edited(|data| {
        let clustering = rows(last(data)).last().and_then(|row| row.clustering.as_mut()).expect("a row");
        clustering.blocks[0].values[0].val.as_mut().expect("a value").data[0] = 0xff;
    });
    keeps_the_others(&subject, &changes, "a clustering");
}

fn descriptor(path: &Path) -> Descriptor {
    Descriptor::of_component(Path::new(&format!("{}-Data.db", path.display()))).expect("a name").0
}

/// All values, in their order.
fn cells(sstable: &cqlite::Sstable) -> Vec<Vec<u8>> {
    let (mut partitions, mut values) = (sstable.raw().partitions(), Vec::new());
    while partitions.next_partition().expect("a partition") {
        while let Some(unfiltered) = partitions.next_unfiltered().expect("a row") {
            let cqlite_rows::Unfiltered::Row(row) = unfiltered else { continue };
            values.extend(row.columns().flat_map(|column| column.cells()).map(|cell| cell.value.to_vec()));
        }
    }
    values
}

/// Partitions out of order have every byte that was written: all are kept, those that are not in their places in SSTables of their own.
#[test]
fn partitions_out_of_order_are_kept_beside_the_others() {
    type Edit = fn(&mut Vec<Partition>);
    let edits: [(&str, usize, Edit); 4] = [
        ("one before its place", 1, |all| all.swap(0, 1)),
        ("the last one is first", 1, |all| all.rotate_right(1)),
        ("one that comes twice", 1, |all| all.insert(3, all[2].clone())),
        ("four of one key", 3, |all| (0..3).for_each(|_| all.insert(3, all[2].clone()))),
    ];
    for case in ["oa/wide_and_narrow/oa-1-big-", "da/wide_and_narrow/da-1-bti-"] {
        let subject = Subject::load(case, Form::Plain);
        let all = subject.partitions.len();
        for (what, own, edit) in edits {
            let (name, changes) = (format!("{case}{what}"), subject.edited(|data| edit(&mut data.partitions)));
            let report = subject.with(&changes, Subject::verify);
            assert!(report.findings.iter().any(|f| f.check() == Check::PartitionOrder), "{name}");
            let (salvaged, kept) = subject.judge(&changes, &name).expect("all of it");
            assert_eq!((kept, salvaged.losses.len(), salvaged.new.len()), (all, 0, 1 + own), "{name}");
            assert_eq!(salvaged.notes.len(), own, "{name}: {:?}", salvaged.notes);
            let written: u64 = salvaged.new.iter().map(|new| new.written.partitions).sum();
            assert_eq!(
                written as usize,
                all + if what.contains("key") { 3 } else { usize::from(what.contains("twice")) }
            );
            for writer in &WRITERS {
                let new = tempfile::tempdir().expect("a folder");
                let done = subject.with(&changes, |descriptor| (writer.run)(descriptor, new.path()));
                assert_eq!(done.expect_err(writer.name).kind(), ErrorKind::Corrupt, "{name}: {}", writer.name);
            }
        }
        // So many runs have no cause but a wrong partitioner.
        let changes = subject.edited(|data| data.partitions.reverse());
        let (salvaged, kept) = subject.judge(&changes, case).expect("some of it");
        assert_eq!((kept, salvaged.new.len(), salvaged.partitions_lost() as usize), (17, 17, all - 17), "{case}");
    }
}

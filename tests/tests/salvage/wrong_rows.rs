//! Rows that are wrong though every checksum holds: whoever writes them anew refuses them, and `salvage` keeps the others.

use cqlite::descriptor::Component;
use cqlite::write::{Rewrite, WriteOptions};
use cqlite::ErrorKind;
use cqlite_format::data::{Marker, Partition, SstableData, Unfiltered, UnfilteredBody};

use cqlite_verify::Check;

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
        let other_deletion = "a marker that closes the range with another deletion time than it was opened with";
        refused(&subject, other_deletion, |data| {
            let mut markers = markers(last(data));
            markers.last_mut().expect("a marker").body.deletion.marked_for_delete_at += 1;
        });
        refused(&subject, other_deletion, |data| {
            let mut markers = markers(last(data));
            let place = markers.iter().position(|marker| marker.is_boundary()).unwrap_or(1);
            markers[place].body.deletion.local_deletion_time += 1;
        });
        refused(&subject, "the end of the partition in a range that is open", |data| {
            let unfiltereds = &mut last(data).unfiltereds;
            let place = unfiltereds.iter_mut().rposition(|u| marker(u).is_some()).expect("a marker");
            let _ = unfiltereds.remove(place);
        });
        refused(&subject, "a marker that closes a range, though none is open", |data| {
            let unfiltereds = &mut last(data).unfiltereds;
            let place = unfiltereds.iter_mut().position(|u| marker(u).is_some()).expect("a marker");
            let _ = unfiltereds.remove(place);
        });
        refused(&subject, "a marker that opens a range inside another one", |data| {
            let mut markers = markers(last(data));
            let (kind, deletion) = (markers[0].bound.kind, markers[0].body.deletion.clone());
            markers[1].bound.kind = kind;
            (markers[1].body.deletion, markers[1].body.start_deletion) = (deletion, None);
        });
    }
}

//! What is salvaged of SSTables that were damaged in any way: each partition is one of the original's, none that the damage does not touch
//! is lost, and all that is lost is said to be.

mod headers;
mod mutants;
mod subject;
mod wrong_rows;

use std::fs;

use cqlite::descriptor::Component;
use cqlite::partitioner::Partitioner;
use cqlite::verify::Proof;

use cqlite::write::{LostPart, Salvage, WriteOptions};
use cqlite::Remedy;
use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_runtime::Reader;

use subject::{dumped, Form, Subject};

/// Of a longer component not every place is tried.
const PLACES: usize = 3;

fn places(len: usize) -> impl Iterator<Item = usize> {
    (0..len).step_by((len / PLACES).max(1))
}

#[test]
fn other_bytes_lose_no_more_than_they_touch() {
    for subject in Subject::all() {
        for (component, bytes) in &subject.files {
            for at in places(bytes.len()) {
                let mut other = bytes.clone();
                other[at] ^= 0x21;
                subject.damage(component, Some(&other), at..at + 1, &format!("another byte at {at}"));
            }
        }
    }
}

#[test]
fn what_is_before_the_end_is_kept() {
    for subject in Subject::all() {
        for (component, bytes) in &subject.files {
            for len in places(bytes.len()) {
                subject.damage(component, Some(&bytes[..len]), len..bytes.len(), &format!("cut off at {len}"));
            }
            if *component != Component::Data {
                subject.damage(component, None, 0..0, "missing");
            }
        }
    }
}

#[test]
fn zeroed_blocks_lose_no_more_than_they_touch() {
    for subject in Subject::all() {
        for (component, bytes) in &subject.files {
            for at in places(bytes.len()) {
                let mut other = bytes.clone();
                let end = (at + 512).min(bytes.len());
                other[at..end].fill(0);
                if other != *bytes {
                    // From the first byte that is another one to the last.
                    let is_other = |i: &usize| other[*i] != bytes[*i];
                    let (from, to) = ((at..end).find(is_other), (at..end).rev().find(is_other));
                    let damaged = from.unwrap_or(at)..to.unwrap_or(at) + 1;
                    subject.damage(component, Some(&other), damaged, &format!("zeros from {at} to {end}"));
                }
            }
        }
    }
}

#[test]
fn without_an_index_all_before_the_damage_is_kept() {
    for subject in Subject::all() {
        let mut data = subject.files[&Component::Data].clone();
        let at = data.len() / 2;
        data[at] ^= 0x40;
        let lost = if subject.version.has_tries() { Component::Partitions } else { Component::PrimaryIndex };
        let changes = [(Component::Data, Some(data)), (lost, None)];
        let (salvaged, kept) = subject.judge(&changes, &subject.name).expect("something is salvaged");
        assert_eq!(kept, subject.partitions.len() - subject.touched_in_file(at..usize::MAX), "{}", subject.name);
        let [loss] = salvaged.losses.as_slice() else { panic!("{:?}", salvaged.losses) };
        assert!(loss.to == subject.len && loss.after.is_none() && loss.before.is_some() == (kept > 0), "{loss:?}");
    }
}

#[test]
fn where_no_checksum_is_left_rows_prove_themselves() {
    for subject in Subject::all().filter(|subject| !subject.files.contains_key(&Component::CompressionInfo)) {
        let digest = subject.files.keys().find(|c| matches!(c, Component::Digest(_))).expect("a digest").clone();
        let gone = [(digest, None), (Component::Crc, None)];
        let (salvaged, kept) = subject.judge(&gone, &subject.name).expect("all of it");
        assert!(salvaged.is_whole() && salvaged.proof == Proof::Rows && kept == subject.partitions.len());
        let only_crc = [gone[1].clone()];
        let (salvaged, _) = subject.judge(&only_crc, &subject.name).expect("all of it");
        assert!(salvaged.is_whole() && salvaged.proof == Proof::Checksums && salvaged.notes.is_empty());
        // The key of a partition in the middle: its place in the index is another one's.
        let begin = subject.begins[subject.begins.len() / 2];
        let mut data = subject.files[&Component::Data].clone();
        data[begin as usize + 3] ^= 0x01;
        let changes = [gone[0].clone(), gone[1].clone(), (Component::Data, Some(data.clone()))];
        let (salvaged, kept) = subject.judge(&changes, &subject.name).expect("the others");
        assert_eq!((kept, salvaged.partitions_lost()), (subject.partitions.len() - 1, 1), "{:?}", salvaged.losses);
        // A digest that says that something is wrong, and nothing that says what.
        let changes = [gone[1].clone(), (Component::Data, Some(data))];
        let (salvaged, _) = subject.judge(&changes, &subject.name).expect("the others");
        assert!(!salvaged.doubts.is_empty() && !salvaged.is_whole());
    }
}

#[test]
fn a_header_is_taken_from_a_copy_of_what_is_damaged() {
    let subject = Subject::load("nb/many_text_keys/nb-1-big-", Form::Chunks);
    let copy = tempfile::tempdir().expect("a folder");
    let name = |component: &Component| format!("nb-7-big-{component}");
    for component in subject.files.keys().filter(|c| matches!(c, Component::Statistics | Component::Digest(_))) {
        fs::write(copy.path().join(name(component)), &subject.files[component]).expect("a file");
    }
    let mut data = subject.files[&Component::Data].clone();
    data[5000] ^= 1;
    let touched = subject.touched_in_file(5000..5001);
    fs::write(subject.descriptor.path_of(&Component::Data), data).expect("a file");
    fs::remove_file(subject.descriptor.path_of(&Component::Statistics)).expect("a file");
    let new = tempfile::tempdir().expect("a folder");
    let e = Salvage::new(WriteOptions::new()).run(&subject.descriptor, new.path()).expect_err("there are no columns");
    assert_eq!(e.remedies(), [Remedy::HeaderOf], "{e}");
    let path = copy.path().join(name(&Component::Statistics));
    let salvaged =
        Salvage::new(WriteOptions::new()).header_of(&path).run(&subject.descriptor, new.path()).expect("most of it");
    assert_eq!(salvaged.losses.len(), 1);
    let kept = salvaged.new.first().expect("a new one").written.partitions as usize;
    assert_eq!(kept, subject.partitions.len() - touched);
    // Another SSTable's is none, though it is of the same table.
    let digest = subject.files.keys().find(|c| matches!(c, Component::Digest(_))).expect("a digest");
    fs::write(copy.path().join(name(digest)), "1").expect("a file");
    let e = Salvage::new(WriteOptions::new())
        .header_of(&path)
        .run(&subject.descriptor, new.path())
        .expect_err("it is no copy");
    assert!(e.to_string().contains("it is no copy of"), "{e}");
}

#[test]
fn a_damaged_sketch_of_the_keys_loses_nothing() {
    for subject in Subject::all().filter(|subject| !subject.is_believed(&Component::Statistics)) {
        let (params, bytes) = (SstableStatisticsParams::new(subject.version), &subject.files[&Component::Statistics]);
        let stored = SstableStatistics::decode(&mut Reader::new(bytes), &params).expect("statistics");
        let sketch = &stored.compaction().expect("a sketch").cardinality;
        let at = bytes.windows(sketch.len()).position(|window| window == sketch).expect("it is there");
        let mut other = bytes.clone();
        other[at + sketch.len() / 2] ^= 0x10;
        let changes = [(Component::Statistics, Some(other.clone()))];
        let (salvaged, kept) = subject.judge(&changes, &subject.name).expect("all of it");
        assert!(salvaged.is_whole() && kept == subject.partitions.len(), "{}", subject.name);
        // The numbers behind it are not needed to read rows by.
        other[at + sketch.len() + 40] ^= 0x10;
        let (salvaged, kept) =
            subject.judge(&[(Component::Statistics, Some(other))], &subject.name).expect("all of it");
        assert_eq!((&*salvaged.lost, kept), (&[LostPart::Stats][..], subject.partitions.len()), "{}", subject.name);
        assert!(!salvaged.is_whole());
        // The serialization header, which is last, is.
        let mut other = bytes.clone();
        let end = other.len();
        other[end - 6] ^= 0x10;
        assert!(subject.judge(&[(Component::Statistics, Some(other))], &subject.name).is_none(), "{}", subject.name);
    }
}

#[test]
fn a_partitioner_that_nothing_proves_has_to_be_given() {
    for subject in Subject::all().filter(|subject| !subject.is_believed(&Component::Statistics)) {
        let mut other = subject.files[&Component::Statistics].clone();
        let name = b"Murmur3Partitioner";
        let at = other.windows(name.len()).position(|window| window == name).expect("it is there");
        other[at] = b'm';
        let changes = [(Component::Statistics, Some(other))];
        let new = tempfile::tempdir().expect("a folder");
        let salvage = || Salvage::new(WriteOptions::new());
        let e = subject.salvage_by(&salvage(), &changes, new.path()).expect_err("it is not guessed");
        assert_eq!(e.remedies(), [Remedy::Partitioner, Remedy::HeaderOf], "{e}");
        let salvaged =
            subject.salvage_by(&salvage().partitioner(Partitioner::Murmur3), &changes, new.path()).expect("all of it");
        assert_eq!((&*salvaged.lost, salvaged.losses.len()), (&[LostPart::Validation][..], 0), "{}", subject.name);
        let sstable = Subject::opened(&salvaged, &subject.name).expect("a new one");
        assert!(dumped(&sstable) == subject.partitions, "{}", subject.name);
        // By another one some of many partitions are out of order.
        if subject.partitions.len() > 20 {
            let wrong = subject.salvage_by(&salvage().partitioner(Partitioner::ByteOrdered), &changes, new.path());
            assert!(wrong.is_ok_and(|salvaged| !salvaged.losses.is_empty()), "{}", subject.name);
        }
    }
}

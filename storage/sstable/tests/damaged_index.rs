//! A byte of a filter or an index that is another: keys are found where they are, keys that are not there are not found, or it is an error.

mod corpora;

use std::sync::Arc;

use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_runtime::Flow;
use cqlite_schema::partitioner::Token;
use cqlite_sstable::component::Partitions;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::OverlaySource;
use cqlite_sstable::reader::Slice;
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

/// Longest component of which every byte is changed.
const SHORT: usize = 640;
/// Longest data of an SSTable that is gone through.
const SMALL: u64 = 4096;

#[derive(Default)]
struct Keys(Vec<(Vec<u8>, u64)>);

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.0.push((head.key.data.to_vec(), head.begin));
        Ok(Flow::Skip)
    }
}

/// What an SSTable has, and what it is asked for.
struct Answers {
    keys: Vec<(Vec<u8>, u64)>,
    /// Keys that it does not have.
    others: Vec<Vec<u8>>,
    tokens: Vec<Token>,
    positions: Vec<std::ops::Range<u64>>,
}

impl Answers {
    fn of(sstable: &Sstable) -> Answers {
        let mut keys = Keys::default();
        sstable.scan_all(&mut keys).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
        let keys = keys.0;
        // Those beside keys, as far as they are of the key's type.
        let beside = keys.iter().take(12).map(|(key, _)| {
            let mut key = key.clone();
            if let Some(last) = key.last_mut() {
                *last ^= 1;
            }
            key
        });
        let others = beside.filter(|key| keys.iter().all(|(other, _)| other != key));
        let others: Vec<_> = others.filter(|key| matches!(sstable.find(key), Ok(None))).collect();
        let partitioner = sstable.partitioner();
        let tokens = keys.iter().map(|(key, _)| key).step_by((keys.len() / 8).max(1)).chain(others.iter().take(4));
        let tokens: Vec<Token> =
            tokens.map(|key| partitioner.token(key)).chain([partitioner.minimum_token()]).collect();
        let positions = tokens.iter().map(|token| sstable.positions_of_token(token));
        let positions = positions.map(|range| range.unwrap_or_else(|e| panic!("{}: {e}", sstable.label()))).collect();
        Answers { keys, others, tokens, positions }
    }

    /// Asks a damaged SSTable the same: how often it answers, and how often it has an error instead.
    fn compare(&self, damaged: &Sstable, what: &str) -> (usize, usize) {
        let (mut right, mut refused) = (0, 0);
        for (key, begin) in &self.keys {
            let read = || -> Result<Option<u64>, SstableError> {
                let Some(mut partition) = damaged.partition(key, Slice::default())? else { return Ok(None) };
                partition.next_partition()?;
                Ok(Some(partition.position()))
            };
            match read() {
                Ok(found) => assert_eq!(found, Some(*begin), "{}, {what}", damaged.label()),
                Err(_) => refused += 1,
            }
            right += 1;
        }
        for key in &self.others {
            match damaged.find(key) {
                Ok(Some(entry)) => {
                    // Whoever reads there sees that it is another one's.
                    let read = damaged.partition_at(entry, key, Slice::default()).next_partition();
                    assert!(read.is_err(), "{}, {what}: a key that is nowhere", damaged.label());
                }
                Ok(None) => {}
                Err(_) => refused += 1,
            }
            right += 1;
        }
        for (token, positions) in self.tokens.iter().zip(&self.positions) {
            match damaged.positions_of_token(token) {
                Ok(found) => assert_eq!(found, *positions, "{}, {what}: {token}", damaged.label()),
                Err(_) => refused += 1,
            }
            right += 1;
        }
        (right - refused, refused)
    }
}

fn with(sstable: &Sstable, component: &Component, bytes: Vec<u8>) -> Result<Sstable, SstableError> {
    let source = OverlaySource::new(Arc::clone(sstable.components().source())).with(component.clone(), bytes);
    OpenOptions::default().open_source(sstable.label(), sstable.version(), Arc::new(source))
}

/// Small SSTables of several partitions, not more than some of a version.
fn small() -> Vec<Sstable> {
    let mut of_version = std::collections::BTreeMap::new();
    let is_small = |sstable: &Sstable| sstable.data().len() <= SMALL;
    let mut chosen = Vec::new();
    for sstable in corpora::sstables().filter(is_small) {
        let mut keys = Keys::default();
        sstable.scan_all(&mut keys).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
        let number = of_version.entry(sstable.version().letters().to_owned()).or_insert(0);
        if keys.0.len() > 4 && *number < 3 {
            *number += 1;
            chosen.push(sstable);
        }
    }
    chosen
}

#[test]
fn a_byte_that_is_another_gives_no_wrong_answer() {
    let (mut mutants, mut right, mut refused) = ([0; 2], 0, 0);
    for sstable in small() {
        let answers = Answers::of(&sstable);
        let index = if sstable.is_bti() { Component::Partitions } else { Component::PrimaryIndex };
        for component in [Component::Filter, index] {
            let Ok(stored) = sstable.required(&component) else { continue };
            let stored = stored.as_slice();
            for at in (0..stored.len()).step_by(stored.len().div_ceil(SHORT).max(1)) {
                for byte in [0, 0xff, stored[at] ^ 1, stored[at] ^ 0x80, !stored[at]] {
                    if byte == stored[at] {
                        continue;
                    }
                    let mut changed = stored.to_vec();
                    changed[at] = byte;
                    let damaged = with(&sstable, &component, changed).unwrap_or_else(|e| panic!("{e}"));
                    let what = format!("{} with 0x{byte:02x} at {at}", component.name());
                    let (ok, err) = answers.compare(&damaged, &what);
                    assert!(err == 0 || component != Component::Filter, "{}, {what}", sstable.label());
                    (right, refused) = (right + ok, refused + err);
                    mutants[usize::from(sstable.is_bti())] += 1;
                }
            }
        }
    }
    println!("{mutants:?} mutants of BIG and BTI: {right} answers, {refused} errors");
    assert!(mutants.iter().all(|n| *n > 1000) && right > 10_000 && refused > 1000, "{mutants:?} {right} {refused}");
}

#[test]
fn a_trie_of_another_sstable_is_refused() {
    let tries: Vec<Sstable> = small().into_iter().filter(Sstable::is_bti).collect();
    let mut pairs = 0;
    for sstable in &tries {
        let keys_of = |sstable: &Sstable| {
            let bytes = sstable.required(&Component::Partitions).unwrap_or_else(|e| panic!("{e}"));
            let keys = Partitions::new(bytes.as_slice(), sstable.version()).keys().expect("keys");
            (keys.first_key.data.to_vec(), keys.last_key.data.to_vec())
        };
        let answers = Answers::of(sstable);
        for other in tries.iter().filter(|other| keys_of(other) != keys_of(sstable)) {
            let bytes = other.required(&Component::Partitions).unwrap_or_else(|e| panic!("{e}")).as_slice().to_vec();
            let damaged = with(sstable, &Component::Partitions, bytes).unwrap_or_else(|e| panic!("{e}"));
            for key in answers.keys.iter().map(|(key, _)| key).chain(&answers.others) {
                let e = damaged.find(key).expect_err("the trie of another SSTable");
                assert_eq!(e.component(), Some(&Component::Partitions), "{e}");
            }
            pairs += 1;
        }
    }
    assert!(pairs > 1, "{pairs}");
}

/// An entry that is missing between two others: only the data tells.
#[test]
fn entries_that_are_left_out_are_missed() {
    let mut left_out = 0;
    for sstable in small().into_iter().filter(|sstable| !sstable.is_bti()) {
        let answers = Answers::of(&sstable);
        let stored = sstable.required(&Component::PrimaryIndex).unwrap_or_else(|e| panic!("{e}"));
        let index = cqlite_sstable::component::Index::new(stored.as_slice(), sstable.index_params());
        let (mut borders, mut at) = (vec![0], 0);
        while let Some((_, next)) = index.entry(at).expect("an entry") {
            borders.push(next as usize);
            at = next;
        }
        for (entry, (key, _)) in borders.windows(2).zip(&answers.keys) {
            let mut changed = stored.as_slice().to_vec();
            changed.drain(entry[0]..entry[1]);
            let source = OverlaySource::new(Arc::clone(sstable.components().source()));
            let source = source.with(Component::PrimaryIndex, changed).without(Component::Summary);
            let damaged = OpenOptions::default().open_source(sstable.label(), sstable.version(), Arc::new(source));
            let damaged = damaged.unwrap_or_else(|e| panic!("{e}"));
            let e = damaged.find(key).expect_err("an entry is missing");
            assert_eq!(e.component(), Some(&Component::PrimaryIndex), "{e}");
            let _ = answers.compare(&damaged, &format!("without the entry at {}", entry[0]));
            left_out += 1;
        }
    }
    assert!(left_out > 100, "{left_out}");
}

//! Lookups and slices give what a filtered scan gives, on every SSTable of the corpora.

mod corpora;

use std::cmp::Ordering;

use cqlite_rows::clustering::{ClusteringPrefix, OwnedPrefix, PrefixValues};
use cqlite_rows::{DeletionTime, OpenDeletion, RangeTombstoneMarker, Unfiltered};
use cqlite_sstable::reader::{Bound, PartitionIterator, Slice};
use cqlite_sstable::Sstable;

/// A row or marker.
#[derive(Debug, Clone, PartialEq)]
struct Item {
    place: OwnedPrefix,
    /// Its position; a marker at an end of a slice has none.
    begin: Option<u64>,
    content: String,
    /// The deletion that is open behind it.
    open: Option<DeletionTime>,
}

impl Item {
    /// The marker at an end of a slice.
    fn at_end(place: &ClusteringPrefix<'_>, before: Option<DeletionTime>, after: Option<DeletionTime>) -> Self {
        let mut bound = OwnedPrefix::default();
        bound.copy_from(place);
        let marker = RangeTombstoneMarker { bound: bound.clone(), deletions: OpenDeletion { before, after } };
        Item { place: bound, begin: None, content: format!("{marker:?}"), open: after }
    }
}

/// What is read of a partition.
#[derive(Debug, PartialEq)]
struct Found {
    key: Vec<u8>,
    position: u64,
    rows_position: u64,
    deletion: Option<DeletionTime>,
    static_row: Option<String>,
    items: Vec<Item>,
}

impl Found {
    fn read(partition: &mut PartitionIterator<'_>, name: &str) -> Self {
        assert!(partition.next_partition().unwrap_or_else(|e| panic!("{name}: {e}")), "{name}: no partition");
        let mut found = Found {
            key: partition.key().to_vec(),
            position: partition.position(),
            rows_position: partition.rows_position(),
            deletion: partition.deletion(),
            static_row: partition.static_row().map(|row| format!("{row:?}")),
            items: Vec::new(),
        };
        while let Some(unfiltered) = partition.next_unfiltered().unwrap_or_else(|e| panic!("{name}: {e}")) {
            let (place, content) = match unfiltered {
                Unfiltered::Row(row) => (row.clustering.clone(), format!("{row:?}")),
                Unfiltered::Marker(marker) => (marker.bound.clone(), format!("{marker:?}")),
            };
            let (begin, open) = (Some(partition.unfiltered_position()), partition.open_deletion());
            found.items.push(Item { place, begin, content, open });
        }
        assert!(!partition.next_partition().unwrap_or_else(|e| panic!("{name}: {e}")), "{name}: a partition too many");
        found
    }
}

/// A small generator with a fixed seed: the same slices every time.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn bound(items: &[Item], random: &mut Random) -> Option<Bound> {
    if random.below(6) == 0 || items.is_empty() {
        return None;
    }
    let place = &items[random.below(items.len())].place;
    if place.is_empty() {
        return None;
    }
    let len = 1 + random.below(place.len());
    let values = (0..len).map(|i| place.value(i).map(<[u8]>::to_vec)).collect();
    Some(Bound { values, is_inclusive: random.below(2) == 0 })
}

/// What lies between the slice's ends, and markers at the ends where a range deletion goes over them.
fn expected(sstable: &Sstable, all: &[Item], slice: &Slice) -> Vec<Item> {
    let comparator = sstable.comparator();
    if slice.lower().zip(slice.upper()).is_some_and(|(l, u)| comparator.compare(&l, &u) != Ordering::Less) {
        return Vec::new();
    }
    let order = |i: &Item, end: Option<ClusteringPrefix<'_>>| end.map(|end| comparator.compare(&i.place, &end));
    let is_before = |i: &&Item| order(i, slice.lower()).is_some_and(Ordering::is_le);
    let is_behind = |i: &&Item| order(i, slice.upper()).is_some_and(Ordering::is_ge);
    let open = |i: Option<&Item>| i.and_then(|i| i.open);
    let mut out = Vec::new();
    if let (Some(lower), Some(deletion)) = (slice.lower(), open(all.iter().take_while(is_before).last())) {
        out.push(Item::at_end(&lower, None, Some(deletion)));
    }
    out.extend(all.iter().filter(|i| !is_before(i) && !is_behind(i)).cloned());
    if let (Some(upper), Some(deletion)) = (slice.upper(), open(all.iter().take_while(|i| !is_behind(i)).last())) {
        out.push(Item::at_end(&upper, Some(deletion), None));
    }
    out
}

fn check_partition(sstable: &Sstable, key: &[u8], at: u64, random: &mut Random) -> usize {
    let name = sstable.label();
    let entry = sstable.find(key).unwrap().unwrap_or_else(|| panic!("{name}: key at {at} not found"));
    assert_eq!(entry.data_pos, at, "{name}");
    let comparator = sstable.comparator();
    if sstable.header().clustering_types.is_empty() {
        return 0;
    }
    let all = Found::read(&mut sstable.partitions_in(at..at + 1), name);
    if ["ma", "mb"].contains(&sstable.version().letters())
        && all.items.windows(2).any(|w| comparator.compare(&w[0].place, &w[1].place) != Ordering::Less)
    {
        // Releases before 3.0.9 and 3.8 put empty values first in descending columns too (CASSANDRA-12127), later ones last.
        return 0;
    }
    let rounds = if all.items.len() > 50 { 12 } else { 4 };
    for _ in 0..rounds {
        let slice = Slice { start: bound(&all.items, random), end: bound(&all.items, random) };
        let items = expected(sstable, &all.items, &slice);
        let mut found = Found::read(&mut sstable.partition(key, slice.clone()).unwrap().unwrap(), name);
        for (found, expected) in found.items.iter_mut().zip(&items).filter(|(_, expected)| expected.begin.is_none()) {
            found.begin = expected.begin;
        }
        assert_eq!(found.items, items, "{name} partition {at} {slice:?}");
        // The head is the same, wherever it is read.
        found.items.clone_from(&all.items);
        assert_eq!(found, all, "{name} partition {at} {slice:?}");
    }
    rounds
}

#[test]
fn lookups_and_slices_equal_a_filtered_scan() {
    let mut random = Random(1);
    let (mut tables, mut keys, mut slices) = (0, 0, 0);
    for sstable in corpora::sstables() {
        if sstable.data().len() > 3 << 20 {
            continue;
        }
        tables += 1;
        let (mut all, mut partitions) = (sstable.partitions(), Vec::new());
        while all.next_partition().unwrap_or_else(|e| panic!("{}: {e}", sstable.label())) {
            partitions.push((all.key().to_vec(), all.position()));
        }
        let step = (partitions.len() / 40).max(1);
        for (key, at) in partitions.iter().step_by(step) {
            keys += 1;
            slices += check_partition(&sstable, key, *at, &mut random);
        }
        for absent in [b"".as_slice(), b"\0", b"no such key", &[0xff; 16]] {
            let there = partitions.iter().any(|p| p.0 == absent);
            assert_eq!(sstable.find(absent).unwrap().is_some(), there, "{}", sstable.label());
        }
    }
    println!("{tables} SSTables, {keys} keys found, {slices} slices");
    assert!(tables > 0, "no corpus");
}

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use cqlite_schema::TableSchema;
use cqlite_types::spelling;

use super::indexed::IndexedPartition;
use super::source::PartitionSource;
use super::{LargePartition, PartitionCounts, PartitionMeasure};
use crate::{Error, Sstable};

/// A partition, with what it is ranked by.
#[derive(Debug, Default)]
pub(super) struct Ranked {
    pub(super) measure: u64,
    /// Its number in the order of the partitions.
    number: u64,
    /// Its key, where it is known.
    key: Option<Vec<u8>>,
    /// Where the first SSTable that has it has it, and where others do.
    place: Option<IndexedPartition>,
    others: Vec<IndexedPartition>,
    pub(super) sstables: usize,
    pub(super) bytes: u64,
    pub(super) counts: PartitionCounts,
}

impl Ranked {
    /// One that so many SSTables have.
    pub(super) fn of(sstables: usize) -> Self {
        Ranked { sstables, ..Ranked::default() }
    }

    /// Notes where an SSTable has it.
    pub(super) fn take_place(&mut self, place: IndexedPartition, source: &PartitionSource<'_>) {
        if self.place.is_some() {
            return self.others.push(place);
        }
        self.place = Some(place);
        self.key = source.key().map(<[u8]>::to_vec);
    }

    pub(super) fn measured(&self, measure: PartitionMeasure) -> u64 {
        match measure {
            PartitionMeasure::Bytes => self.bytes,
            PartitionMeasure::Rows => self.counts.rows,
            PartitionMeasure::Cells => self.counts.cells,
            PartitionMeasure::Tombstones => self.counts.tombstones.total(),
        }
    }

    pub(super) fn into_partition(
        self,
        sstables: &[Sstable],
        schema: &TableSchema,
        is_counted: bool,
    ) -> Result<LargePartition, Error> {
        let mut key = self.key;
        // What was scanned has been read in the data.
        for place in self.place.iter().chain(&self.others).filter(|_| !is_counted) {
            let Some(sstable) = sstables.get(place.sstable) else { continue };
            key = Some(place.check(key.as_deref(), sstable)?);
        }
        let key = key.unwrap_or_default();
        Ok(LargePartition {
            parts: spelling::key_parts(schema.keys.key_type.as_ref(), &key),
            token: schema.keys.partitioner.token(&key),
            key,
            bytes: self.bytes,
            sstables: self.sstables,
            counts: is_counted.then_some(self.counts),
        })
    }

    /// The largest first; of equals the one that comes first.
    fn rank(&self) -> (u64, Reverse<u64>) {
        (self.measure, Reverse(self.number))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Ranked {}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// The largest partitions so far.
pub(super) struct Top {
    most: usize,
    number: u64,
    heap: BinaryHeap<Reverse<Ranked>>,
}

impl Top {
    pub(super) fn new(most: usize) -> Self {
        Top { most, number: 0, heap: BinaryHeap::new() }
    }

    pub(super) fn add(&mut self, mut partition: Ranked) {
        partition.number = self.number;
        self.number += 1;
        if self.heap.len() < self.most {
            self.heap.push(Reverse(partition));
        } else if let Some(mut least) = self.heap.peek_mut().filter(|least| least.0 < partition) {
            *least = Reverse(partition);
        }
    }

    /// The largest first.
    pub(super) fn into_sorted(self) -> Vec<Ranked> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(partition)| partition).collect()
    }
}

use std::collections::HashMap;
use std::sync::Arc;

use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::{DeletionTime, Row};
use cqlite_schema::partitioner::DecoratedKey;

use crate::{Update, UpdateError, UpdateTable, Updates};

/// What an allocation takes beside what is in it, about.
const ALLOCATION: usize = 16;
/// Allocations of a row that is held, and of a bound.
const OF_ROW: usize = 5;
const OF_BOUND: usize = 2;

/// Updates in any order, held until they are asked for in theirs.
#[derive(Debug)]
pub struct Unsorted {
    table: Arc<UpdateTable>,
    numbers: HashMap<Vec<u8>, usize>,
    partitions: Vec<Partition>,
    bytes: usize,
}

#[derive(Debug, Default)]
struct Partition {
    deletion: Option<DeletionTime>,
    static_rows: Vec<Row>,
    rows: Vec<Row>,
    ranges: Vec<Range>,
}

#[derive(Debug)]
struct Range {
    start: OwnedPrefix,
    end: OwnedPrefix,
    deletion: DeletionTime,
}

impl Unsorted {
    /// Nothing.
    #[must_use]
    pub fn new(table: Arc<UpdateTable>) -> Self {
        Unsorted { table, numbers: HashMap::new(), partitions: Vec::new(), bytes: 0 }
    }

    /// About how much memory it takes, in bytes.
    #[must_use]
    pub fn num_bytes(&self) -> usize {
        self.bytes
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.partitions.is_empty()
    }

    /// Hands all of it over, in the order of an SSTable, and forgets it.
    ///
    /// # Errors
    /// Those of `updates`.
    pub fn drain<U: Updates>(&mut self, updates: &mut U) -> Result<(), U::Error> {
        let table = Arc::clone(&self.table);
        let partitioner = &table.schema.keys.partitioner;
        let mut partitions = std::mem::take(&mut self.partitions);
        self.bytes = 0;
        let decorated = |(key, number): (Vec<u8>, usize)| (partitioner.decorate(&key), number);
        let mut keys: Vec<(DecoratedKey, usize)> = self.numbers.drain().map(decorated).collect();
        keys.sort_unstable_by(|(a, _), (b, _)| partitioner.compare_keys(a, b));
        for (key, number) in keys {
            // What has been handed over needs no memory any more.
            std::mem::take(&mut partitions[number]).drain(&table, &key.key, updates)?;
        }
        Ok(())
    }
}

impl Partition {
    fn drain<U: Updates>(mut self, table: &UpdateTable, key: &[u8], updates: &mut U) -> Result<(), U::Error> {
        if let Some(deletion) = self.deletion {
            updates.update(key, Update::Partition(deletion))?;
        }
        self.static_rows.iter().try_for_each(|row| updates.update(key, Update::Row(row)))?;
        let comparator = &table.comparator;
        self.rows.sort_by(|a, b| comparator.compare(&a.clustering, &b.clustering));
        self.ranges.sort_by(|a, b| comparator.compare(&a.start, &b.start));
        let mut ranges = self.ranges.iter().peekable();
        for row in &self.rows {
            while let Some(range) = ranges.next_if(|range| comparator.compare(&range.start, &row.clustering).is_lt()) {
                range.send(key, updates)?;
            }
            updates.update(key, Update::Row(row))?;
        }
        ranges.try_for_each(|range| range.send(key, updates))
    }
}

impl Range {
    fn send<U: Updates>(&self, key: &[u8], updates: &mut U) -> Result<(), U::Error> {
        updates.update(key, Update::Range { start: &self.start, end: &self.end, deletion: self.deletion })
    }
}

impl Updates for Unsorted {
    type Error = UpdateError;

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), UpdateError> {
        let number = match self.numbers.get(key) {
            Some(number) => *number,
            None => {
                self.bytes += 2 * size_of::<(Vec<u8>, usize)>() + size_of::<Partition>() + key.len() + ALLOCATION;
                let _ = self.numbers.insert(key.to_vec(), self.partitions.len());
                self.partitions.push(Partition::default());
                self.partitions.len() - 1
            }
        };
        let partition = &mut self.partitions[number];
        match update {
            Update::Partition(deletion) => {
                partition.deletion = DeletionTime::newest(partition.deletion.into_iter().chain([deletion]));
            }
            Update::Row(row) => {
                let rows = if row.is_static() { &mut partition.static_rows } else { &mut partition.rows };
                // Most partitions of many tables have one row.
                if rows.is_empty() {
                    rows.reserve_exact(1);
                }
                rows.push(row.clone());
                self.bytes += size_of::<Row>() + row.num_bytes() + OF_ROW * ALLOCATION;
            }
            Update::Range { start, end, deletion } => {
                partition.ranges.push(Range { start: start.clone(), end: end.clone(), deletion });
                self.bytes += size_of::<Range>() + start.num_bytes() + end.num_bytes() + OF_BOUND * ALLOCATION;
            }
        }
        Ok(())
    }
}

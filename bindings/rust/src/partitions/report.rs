use cqlite_schema::partitioner::Token;

use super::top::Ranked;
use super::PartitionCounts;

/// The largest partitions of a table, and what all of them add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartitionReport {
    /// The largest first; of equals the one whose token comes first.
    pub largest: Vec<LargePartition>,
    /// Sums over all partitions.
    pub totals: PartitionTotals,
}

/// A partition, over all SSTables.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LargePartition {
    /// Its key, as its bytes are stored.
    pub key: Vec<u8>,
    /// Text of the key's columns, as `sstabledump` prints them.
    pub parts: Vec<String>,
    /// Its token.
    pub token: Token,
    /// Bytes of uncompressed data.
    pub bytes: u64,
    /// How many SSTables have it.
    pub sstables: usize,
    /// What its rows add up to, if they were counted.
    pub counts: Option<PartitionCounts>,
}

/// What all partitions of a table add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartitionTotals {
    /// SSTables.
    pub sstables: usize,
    /// Partitions; one that several SSTables have is one.
    pub partitions: u64,
    /// Bytes of uncompressed data.
    pub bytes: u64,
    /// What all rows add up to, if they were counted.
    pub counts: Option<PartitionCounts>,
}

impl PartitionTotals {
    pub(super) fn add(&mut self, partition: &Ranked) {
        self.partitions += 1;
        self.bytes = self.bytes.saturating_add(partition.bytes);
        if let Some(counts) = &mut self.counts {
            counts.add(&partition.counts);
        }
    }
}

use std::ops::Range;

use cqlite_format::data::{PartitionCursor, SstableDataVisitor};

use super::partition_reader::PartitionReader;
use super::{ScanError, Sstable};

/// A visitor of Data.db that keeps nothing it is shown.
pub trait Visitor: for<'a> SstableDataVisitor<'a, Error = Self::Failure> {
    /// What may go wrong.
    type Failure: ScanError;
}

impl<E: ScanError, V: for<'a> SstableDataVisitor<'a, Error = E>> Visitor for V {
    type Failure = E;
}

impl Sstable {
    /// Visits the partitions that begin in a range of positions of the uncompressed data. The range starts where a partition
    /// does.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan<V: Visitor>(&self, range: Range<u64>, visitor: &mut V) -> Result<(), V::Failure> {
        if range.is_empty() {
            return Ok(());
        }
        PartitionReader::new(self, range.start).scan(range.end, visitor)
    }

    /// Visits everything.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan_all<V: Visitor>(&self, visitor: &mut V) -> Result<(), V::Failure> {
        self.scan(0..self.data().len(), visitor)
    }
}

impl PartitionReader<'_> {
    /// Visits what is left of the partition, and all that begin before `end`.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan<V: Visitor>(&mut self, end: u64, visitor: &mut V) -> Result<(), V::Failure> {
        let params = self.params();
        self.drive(|state, r| {
            // What is in registers is fast.
            let (mut at, mut done) = (*state, *r);
            let result = loop {
                if at.is_done() {
                    if done.offset() >= end {
                        break Ok(());
                    }
                    at = PartitionCursor::default();
                }
                if let Err(e) = at.run(&mut done, &params, visitor) {
                    break Err(e);
                }
            };
            (*state, *r) = (at, done);
            result
        })
    }
}

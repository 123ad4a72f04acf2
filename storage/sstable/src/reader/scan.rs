use std::ops::Range;

use cqlite_format::data::{PartitionCursor, SstableDataVisitor};

use super::partition_reader::PartitionReader;
use super::{ScanError, Sstable, SstableError};

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
    /// does. At an end of the data that is the partition which other components say is there, or partitions are missing.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan<V: Visitor>(&self, range: Range<u64>, visitor: &mut V) -> Result<(), V::Failure>
    where
        V::Failure: From<SstableError>,
    {
        if range.is_empty() {
            return Ok(());
        }
        let last = PartitionReader::new(self, range.start).scan(range.end, visitor)?;
        if range.start == 0 {
            self.check_first(&self.key_at(0)?)?;
        }
        if range.end >= self.data().len() {
            self.check_last(last, &self.key_at(last)?)?;
        }
        Ok(())
    }

    /// Visits everything.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan_all<V: Visitor>(&self, visitor: &mut V) -> Result<(), V::Failure>
    where
        V::Failure: From<SstableError>,
    {
        self.scan(0..self.data().len(), visitor)
    }
}

impl PartitionReader<'_> {
    /// Visits what is left of the partition, and all that begin before `end`. Where the last of them begins, or what was left.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan<V: Visitor>(&mut self, end: u64, visitor: &mut V) -> Result<u64, V::Failure> {
        let params = self.params();
        let mut last = self.position();
        self.drive(|state, r| {
            // What is in registers is fast.
            let (mut at, mut done) = (*state, *r);
            let result = loop {
                if at.is_done() {
                    if done.offset() >= end {
                        break Ok(());
                    }
                    (at, last) = (PartitionCursor::default(), done.offset());
                }
                if let Err(e) = at.run(&mut done, &params, visitor) {
                    break Err(e);
                }
            };
            (*state, *r) = (at, done);
            result
        })?;
        Ok(last)
    }
}

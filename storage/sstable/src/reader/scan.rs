use std::ops::Range;

use cqlite_format::data::{PartitionCursor, SstableDataVisitor};
use cqlite_runtime::Reader;

use super::{ScanError, Sstable};
use crate::compress::DataCursor;

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
    /// The data passes through a window of a few chunks, more only where one row is longer.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan<V: Visitor>(&self, range: Range<u64>, visitor: &mut V) -> Result<(), V::Failure> {
        if range.is_empty() {
            return Ok(());
        }
        let mut cursor = self.data().cursor(range.start);
        self.scan_with(&mut cursor, range.end, PartitionCursor::default(), visitor)
    }

    /// Visits everything.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan_all<V: Visitor>(&self, visitor: &mut V) -> Result<(), V::Failure> {
        self.scan(0..self.data().len(), visitor)
    }

    /// Visits from where `cursor` is, in a partition whose visit stands at `state`, up to the end of that partition and of all
    /// that begin before `end`.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn scan_with<V: Visitor>(
        &self,
        cursor: &mut DataCursor,
        end: u64,
        mut state: PartitionCursor,
        visitor: &mut V,
    ) -> Result<(), V::Failure> {
        let params = self.params();
        loop {
            let mut r = Reader::with_base(cursor.data(), cursor.position());
            let window_end = cursor.end_position();
            let is_last = cursor.is_at_end();
            let (base, mut done) = (r.offset(), r.pos());
            let failure = loop {
                if state.is_done() {
                    if base + done >= end {
                        return Ok(());
                    }
                    state = PartitionCursor::default();
                }
                match state.step(&mut r, &params, visitor) {
                    Ok(()) => done = r.pos(),
                    Err(e) => break e,
                }
            };
            let consumed = done as usize;
            if is_last || !failure.is_cut_off(window_end) {
                return Err(failure);
            }
            cursor.consume(consumed);
            cursor.fill()?;
        }
    }
}

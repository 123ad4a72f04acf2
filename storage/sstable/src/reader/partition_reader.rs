use cqlite_format::data::{PartitionCursor, SstableDataParams};
use cqlite_runtime::Reader;

use super::{ScanError, Sstable, Visitor};
use crate::compress::DataCursor;

/// Goes through Data.db from step to step: a partition's head, its static row, then its rows and markers one by one.
///
/// The data passes through a window of a few chunks, more only where one row is longer.
pub struct PartitionReader<'s> {
    params: SstableDataParams<'s>,
    data: DataCursor,
    state: PartitionCursor,
}

impl<'s> PartitionReader<'s> {
    /// One before a partition, from where more will be read than that.
    #[must_use]
    pub fn new(sstable: &'s Sstable, position: u64) -> Self {
        Self::with(sstable, sstable.data().cursor(position), PartitionCursor::default())
    }

    /// One for little more than a row, in a partition whose visit stands at `state`.
    #[must_use]
    pub fn brief(sstable: &'s Sstable, position: u64, state: PartitionCursor) -> Self {
        Self::with(sstable, sstable.data().brief_cursor(position), state)
    }

    pub(super) fn with(sstable: &'s Sstable, data: DataCursor, state: PartitionCursor) -> Self {
        PartitionReader { params: sstable.params(), data, state }
    }

    pub(super) fn params(&self) -> SstableDataParams<'s> {
        self.params
    }

    /// Position of the next step in the uncompressed data.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.data.position()
    }

    /// Where the visit of the partition stands.
    #[must_use]
    pub fn state(&self) -> PartitionCursor {
        self.state
    }

    /// Lets the steps that are left of the partition pass over what they would visit.
    pub fn skip_rest(&mut self) {
        self.state.skip_rest();
    }

    /// Visits the next step. After the end of a partition that is the head of the one after it.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor says.
    pub fn step<V: Visitor>(&mut self, visitor: &mut V) -> Result<(), V::Failure> {
        let params = self.params;
        if self.state.is_done() {
            self.state = PartitionCursor::default();
        }
        self.drive(|state, r| {
            let mut ahead = *r;
            state.step(&mut ahead, &params, visitor)?;
            *r = ahead;
            Ok(())
        })
    }

    /// Lets `read` read until it has what it wants, with more of the data whenever that is cut off by the window. It is called
    /// again after such an error, and leaves reader and state where it is to go on then: behind the last whole step.
    pub(super) fn drive<E: ScanError>(
        &mut self,
        mut read: impl FnMut(&mut PartitionCursor, &mut Reader<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        loop {
            let (base, window_end, is_last) = (self.data.position(), self.data.end_position(), self.data.is_at_end());
            let mut r = Reader::with_base(self.data.data(), base);
            let result = read(&mut self.state, &mut r);
            let left = r.remaining();
            self.data.consume(self.data.data().len() - left);
            match result {
                Err(e) if !is_last && e.is_cut_off(window_end) => self.data.fill()?,
                other => return other,
            };
        }
    }
}

use cqlite_format::data::{PartitionCursor, SstableDataParams, SSTABLE_DATA_TABLE};
use cqlite_runtime::table::{Step, Walker, Window};
use cqlite_runtime::Reader;

use super::{ScanError, Sstable, Visitor};
use crate::compress::{ChunkError, DataCursor, DataSource};

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
    pub fn point_read(sstable: &'s Sstable, position: u64, state: PartitionCursor) -> Self {
        Self::with(sstable, sstable.data().point_read_cursor(position), state)
    }

    /// One over the data of an SSTable that may lack other components, before the first partition.
    #[must_use]
    pub fn over(data: &DataSource, params: SstableDataParams<'s>) -> Self {
        PartitionReader { params, data: data.cursor(0), state: PartitionCursor::default() }
    }

    fn with(sstable: &'s Sstable, data: DataCursor, state: PartitionCursor) -> Self {
        PartitionReader { params: sstable.params(), data, state }
    }

    /// Goes to where a partition begins.
    pub fn seek(&mut self, position: u64) {
        self.seek_in(position, PartitionCursor::default());
    }

    /// Goes to where the visit of a partition stands at `state`.
    pub(super) fn seek_in(&mut self, position: u64, state: PartitionCursor) {
        self.data.seek(position);
        self.state = state;
    }

    pub(super) fn params(&self) -> SstableDataParams<'s> {
        self.params
    }

    /// Position of the next step in the uncompressed data.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.data.position()
    }

    /// The bytes at hand, from the next step on.
    #[must_use]
    pub fn at_hand(&self) -> Reader<'_> {
        Reader::with_base(self.data.data(), self.data.position())
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
        self.step_with(visitor, |_, data, e| refill(data, e))
    }

    /// Visits the next step, and after an error asks `more` whether to try it again. That may take more of the data first; this way it
    /// decides how much one row may take, and what an unreadable chunk leads to.
    ///
    /// # Errors
    /// What is wrong with the data, or what the visitor or `more` says.
    pub fn step_with<V: Visitor>(
        &mut self,
        visitor: &mut V,
        mut more: impl FnMut(&mut V, &mut DataCursor, &V::Failure) -> Result<bool, V::Failure>,
    ) -> Result<(), V::Failure> {
        let params = self.params;
        if self.state.is_done() {
            self.state = PartitionCursor::default();
        }
        loop {
            let result = self.read(|state, r| {
                let mut ahead = *r;
                state.step(&mut ahead, &params, visitor)?;
                *r = ahead;
                Ok(())
            });
            match result {
                Err(e) if more(visitor, &mut self.data, &e)? => {}
                other => return other,
            }
        }
    }

    /// Lets `read` read until it has what it wants, with more of the data whenever that is cut off by the window. It is called
    /// again after such an error, and leaves reader and state where it is to go on then: after the last whole step.
    pub(super) fn drive<E: ScanError>(
        &mut self,
        mut read: impl FnMut(&mut PartitionCursor, &mut Reader<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        loop {
            match self.read(&mut read) {
                Err(e) if refill(&mut self.data, &e)? => {}
                other => return other,
            }
        }
    }

    /// Lets `read` read what is at hand, and drops what it is done with.
    fn read<T>(&mut self, read: impl FnOnce(&mut PartitionCursor, &mut Reader<'_>) -> T) -> T {
        let mut r = Reader::with_base(self.data.data(), self.data.position());
        let result = read(&mut self.state, &mut r);
        let left = r.remaining();
        self.data.consume(self.data.data().len() - left);
        result
    }
}

/// Takes the next chunk, if the error is that the bytes at hand end too early. Whether there was one.
fn refill<E: ScanError>(data: &mut DataCursor, e: &E) -> Result<bool, E> {
    Ok(!data.is_at_end() && e.is_cut_off(data.end_position()) && data.fill()?)
}

/// Walks over every field of Data.db, as the specification describes it: `run` is called with what is at hand, and again with more of the data where
/// that is not enough.
///
/// # Errors
/// What is wrong with the data, or what `run` says.
pub fn walk_data<E: From<ChunkError>>(
    sstable: &Sstable,
    mut run: impl FnMut(&mut Walker<'_>, &Window<'_>) -> Result<Step, E>,
) -> Result<(), E> {
    let PartitionReader { params, mut data, .. } = PartitionReader::new(sstable, 0);
    let (mut walker, mut is_last) = (Walker::new(&SSTABLE_DATA_TABLE, params.dynamic()), false);
    loop {
        let window = Window { data: data.data(), base: data.position(), is_last };
        match run(&mut walker, &window)? {
            Step::Done | Step::Halted => return Ok(()),
            Step::More => {
                let walked_over = walker.offset().saturating_sub(data.position());
                data.consume(usize::try_from(walked_over).unwrap_or(usize::MAX));
                is_last = !data.fill()?;
            }
        }
    }
}

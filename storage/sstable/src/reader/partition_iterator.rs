use std::ops::Range;

use cqlite_format::data::PartitionCursor;
use cqlite_rows::{DeletionTime, Row, Unfiltered};

use super::row_builder::{Read, RowBuilder};
use super::{PartitionReader, Sstable, SstableError};
use crate::descriptor::Component;

/// The partitions of an SSTable one after the other, and of each its rows and markers one after the other, each when it is asked for
/// (`UnfilteredPartitionIterator`, `UnfilteredRowIterator`): what a merge takes from each of its SSTables.
///
/// Rows are as Cassandra has them once it has read them. One row is held at a time, in memory that is used again for the next one.
pub struct PartitionIterator<'s> {
    sstable: &'s Sstable,
    reader: PartitionReader<'s>,
    /// Partitions that begin here or behind are not read.
    end: u64,
    rows: RowBuilder<'s>,
    has_static: bool,
    static_row: Row,
}

impl Sstable {
    /// All partitions.
    #[must_use]
    pub fn partitions(&self) -> PartitionIterator<'_> {
        self.partitions_in(0..self.data().len())
    }

    /// The partitions that begin in a range of positions of the uncompressed data, which starts where a partition does.
    #[must_use]
    pub fn partitions_in(&self, range: Range<u64>) -> PartitionIterator<'_> {
        PartitionIterator {
            sstable: self,
            reader: PartitionReader::new(self, range.start),
            end: range.end,
            rows: RowBuilder::new(self),
            has_static: !self.schema().static_columns.is_empty(),
            static_row: Row::default(),
        }
    }
}

impl PartitionIterator<'_> {
    /// Goes to the next partition, over what has not been read of the one at hand. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn next_partition(&mut self) -> Result<bool, SstableError> {
        while !self.is_between() {
            self.reader.skip_rest();
            self.step()?;
        }
        if self.reader.position() >= self.end {
            return Ok(false);
        }
        self.step()?;
        self.static_row.clear(true);
        if self.has_static {
            self.step()?;
            self.rows.expect_static(true).map_err(|e| self.in_data(e))?;
            std::mem::swap(&mut self.static_row, self.rows.row_mut());
        }
        Ok(true)
    }

    /// The next row or marker of the partition, behind its static row. Rows that say nothing are passed over.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn next_unfiltered(&mut self) -> Result<Option<Unfiltered<'_>>, SstableError> {
        while !self.is_between() {
            self.step()?;
            self.rows.expect_static(false).map_err(|e| self.in_data(e))?;
            match self.rows.read() {
                Read::Row if self.rows.row().is_empty() => {}
                Read::Row | Read::Marker => return Ok(self.rows.unfiltered()),
                Read::Nothing => {}
            }
        }
        Ok(None)
    }

    /// The partition's key, as its bytes are stored.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        self.rows.key()
    }

    /// Position of the partition in the uncompressed data.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.rows.partition()
    }

    /// The partition's deletion, if it has any.
    #[must_use]
    pub fn deletion(&self) -> Option<DeletionTime> {
        self.rows.deletion()
    }

    /// The partition's static row, if it says anything.
    #[must_use]
    pub fn static_row(&self) -> Option<&Row> {
        Some(&self.static_row).filter(|row| !row.is_empty())
    }

    /// The row or marker that was read last.
    #[must_use]
    pub fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        self.rows.unfiltered()
    }

    /// Whether the reader stands at the end of a partition, or before the first.
    fn is_between(&self) -> bool {
        self.reader.state().is_done() || self.reader.state() == PartitionCursor::default()
    }

    fn step(&mut self) -> Result<(), SstableError> {
        self.rows.begin();
        self.reader.step(&mut self.rows).map_err(|e| self.in_data(e))
    }

    #[cold]
    fn in_data(&self, e: SstableError) -> SstableError {
        self.sstable.error_in(&Component::Data, e)
    }
}

//! What is read of SSTables, for those who ask how an answer was found.

use std::cell::RefCell;
use std::collections::BTreeSet;

use cqlite_merge::AsOf;
use cqlite_rows::{DeletionTime, Partitions, Row, Unfiltered};
use cqlite_sstable::reader::PartitionIterator;
use cqlite_sstable::SstableError;

/// How much was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Usage {
    /// Which SSTables, by their numbers among the table's.
    pub(crate) sstables: BTreeSet<usize>,
    /// Partitions, of each SSTable that has them.
    pub(crate) partitions: u64,
    /// Rows and markers.
    pub(crate) unfiltereds: u64,
    /// Bytes of data that they take.
    pub(crate) bytes: u64,
}

/// The partitions of one SSTable, counted.
pub(crate) struct Counted<'t> {
    partitions: AsOf<PartitionIterator<'t>>,
    usage: &'t RefCell<Usage>,
    own: Usage,
}

impl<'t> Counted<'t> {
    pub(crate) fn new(
        sstable: usize,
        partitions: AsOf<PartitionIterator<'t>>,
        usage: &'t RefCell<Usage>,
    ) -> Counted<'t> {
        Counted { partitions, usage, own: Usage { sstables: BTreeSet::from([sstable]), ..Usage::default() } }
    }
}

impl Partitions for Counted<'_> {
    type Error = SstableError;

    fn next_partition(&mut self) -> Result<bool, SstableError> {
        let is_there = self.partitions.next_partition()?;
        if is_there {
            self.own.partitions += 1;
            let own = self.partitions.get_ref();
            self.own.bytes += own.rows_position().saturating_sub(own.position());
        }
        Ok(is_there)
    }

    fn next_unfiltered(&mut self) -> Result<bool, SstableError> {
        let is_there = self.partitions.next_unfiltered()?;
        if is_there {
            self.own.unfiltereds += 1;
            let own = self.partitions.get_ref();
            self.own.bytes += own.next_position().saturating_sub(own.unfiltered_position());
        }
        Ok(is_there)
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.partitions.deletion()
    }

    fn static_row(&self) -> Option<&Row> {
        self.partitions.static_row()
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        self.partitions.unfiltered()
    }

    fn take_row(&mut self, row: &mut Row) {
        self.partitions.take_row(row);
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        let Ok(mut usage) = self.usage.try_borrow_mut() else { return };
        if self.own.partitions > 0 {
            usage.sstables.append(&mut self.own.sstables);
        }
        usage.partitions += self.own.partitions;
        usage.unfiltereds += self.own.unfiltereds;
        usage.bytes += self.own.bytes;
    }
}

use cqlite_format::data::{MarkerBodyRef, UnfilteredRef};
use cqlite_rows::{DeletionTime, OpenRange, Partitions, RangeFault, Row, Unfiltered};
use cqlite_runtime::{ReadError, ReadErrorKind};

use crate::descriptor::Component;
use crate::reader::PartitionIterator;
use crate::SstableError;

/// Partitions that are read to be written: all that a [`PartitionIterator`] has, unless range deletions do not end as they began. Cassandra
/// refuses to answer from such markers (`RTBoundValidator`): what is written of them must not look intact.
pub struct IntactRanges<'s> {
    partitions: PartitionIterator<'s>,
    open: OpenRange,
}

impl<'s> IntactRanges<'s> {
    /// Those of whole partitions.
    #[must_use]
    pub fn new(partitions: PartitionIterator<'s>) -> Self {
        IntactRanges { partitions, open: OpenRange::default() }
    }

    /// The partitions from which this takes.
    #[must_use]
    pub fn get_ref(&self) -> &PartitionIterator<'s> {
        &self.partitions
    }

    #[cold]
    fn wrong(&self, fault: RangeFault) -> SstableError {
        let site = if fault == RangeFault::NotClosed { UnfilteredRef::site() } else { MarkerBodyRef::site() };
        let kind = ReadErrorKind::Invalid { found: fault.to_string(), expected: "ranges that end as they began" };
        let e = ReadError::new(kind, self.partitions.unfiltered_position(), site);
        self.partitions.sstable().error_in(&Component::Data, e)
    }
}

impl Partitions for IntactRanges<'_> {
    type Error = SstableError;

    fn next_partition(&mut self) -> Result<bool, SstableError> {
        self.open.begin();
        self.partitions.next_partition()
    }

    #[inline]
    fn next_unfiltered(&mut self) -> Result<bool, SstableError> {
        let (has_next, fault) = match self.partitions.next_unfiltered()? {
            Some(Unfiltered::Row(_)) => return Ok(true),
            Some(Unfiltered::Marker(marker)) => (true, self.open.pass(&marker.deletions)),
            None => (false, self.open.end()),
        };
        fault.map_or(Ok(has_next), |fault| Err(self.wrong(fault)))
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

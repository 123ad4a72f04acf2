use std::ops::Range;

use cqlite_format::data::PartitionCursor;
use cqlite_rows::{DeletionTime, OpenDeletion, Partitions, RangeTombstoneMarker, Row, Unfiltered};
use cqlite_schema::ColumnMap;

use super::row_builder::RowBuilder;
use super::row_index::Indexed;
use super::slice::SliceSide;
use super::{PartitionEntry, PartitionReader, Slice, Sstable, SstableError};
use crate::descriptor::Component;

/// The partitions of an SSTable one after the other, and of each its rows and markers one after the other, each when it is asked for
/// (`UnfilteredPartitionIterator`, `UnfilteredRowIterator`): what a merge takes from each of its SSTables.
///
/// Rows are as Cassandra has them once it has read them. One row is held at a time, in memory that is used again for the next one.
pub struct PartitionIterator<'s> {
    sstable: &'s Sstable,
    reader: PartitionReader<'s>,
    /// Partitions that begin here or after are not read.
    end: u64,
    rows: RowBuilder<'s>,
    has_static: bool,
    static_row: Row,
    /// Position after the partition's head and its static row.
    rows_begin: u64,
    /// The range deletion that is open after the row or marker at hand.
    open: Option<DeletionTime>,
    /// Whether at an end of the data the first or the last partition may be missing.
    is_damaged: bool,
    /// The partition that was read last, if it is not known to be the last one.
    last: Option<u64>,
    /// The one partition that is read, if it is not all, and which part of it.
    only: Option<(PartitionEntry, Slice)>,
    /// The slice's start has not been passed.
    is_before_slice: bool,
    /// The end of the slice has been reached.
    is_over: bool,
    /// The marker at one of the slice's ends.
    at_end: RangeTombstoneMarker,
    shown: Shown,
}

/// What was given last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// What was read last.
    Read,
    /// The marker at the slice's end.
    AtEnd,
    /// The marker at its start, with more to come that has been read by now.
    AtStart,
}

impl Sstable {
    /// All partitions.
    #[must_use]
    pub fn partitions(&self) -> PartitionIterator<'_> {
        self.partitions_in(0..self.data().len())
    }

    /// The partitions that begin in a range of positions of the uncompressed data, which starts where a partition does. At an end of the
    /// data that is the partition which other components say is there, or partitions are missing.
    #[must_use]
    pub fn partitions_in(&self, range: Range<u64>) -> PartitionIterator<'_> {
        PartitionIterator::new(self, PartitionReader::new(self, range.start), range.end)
    }

    /// The partition of a key, as its bytes are stored: its head, its static row, and of the rest what is in a slice. Nothing if the
    /// SSTable does not have the key.
    ///
    /// # Errors
    /// What is wrong with the index, or with a filter that is trusted; `Missing` if there is no index.
    pub fn partition(&self, key: &[u8], slice: Slice) -> Result<Option<PartitionIterator<'_>>, SstableError> {
        Ok(self.find(key)?.map(|entry| self.partition_at(entry, key, slice)))
    }

    /// The same, where [`find`](Self::find) has found it.
    #[must_use]
    pub fn partition_at(&self, entry: PartitionEntry, key: &[u8], slice: Slice) -> PartitionIterator<'_> {
        let reader = PartitionReader::point_read(self, entry.data_pos, PartitionCursor::default());
        let mut partition = PartitionIterator::new(self, reader, entry.data_pos.saturating_add(1));
        partition.rows.set_part(entry.data_pos, key, &slice);
        partition.only = Some((entry, slice));
        partition
    }
}

impl<'s> PartitionIterator<'s> {
    fn new(sstable: &'s Sstable, reader: PartitionReader<'s>, end: u64) -> Self {
        PartitionIterator {
            sstable,
            reader,
            end,
            rows: RowBuilder::new(sstable),
            has_static: !sstable.schema().static_columns.is_empty(),
            static_row: Row::default(),
            rows_begin: 0,
            open: None,
            is_damaged: false,
            last: None,
            only: None,
            is_before_slice: false,
            is_over: false,
            at_end: RangeTombstoneMarker::default(),
            shown: Shown::Read,
        }
    }

    /// Lets rows have their columns numbered as those of a table that has more.
    #[must_use]
    pub fn with_columns(mut self, columns: ColumnMap) -> Self {
        self.rows.set_columns(columns);
        self
    }

    /// Lets partitions be missing at the ends of the data: what is there is read, without an error at the end.
    #[must_use]
    pub fn of_damaged(mut self) -> Self {
        self.is_damaged = true;
        self
    }

    /// Refuses values that rows do not know of, since a version came after this was written: rows that are written would lose them.
    #[must_use]
    pub fn to_write(mut self) -> Self {
        self.rows.set_to_write();
        self
    }

    /// What is read.
    #[must_use]
    pub fn sstable(&self) -> &'s Sstable {
        self.sstable
    }

    /// Goes to the next partition, over what has not been read of the one at hand. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn next_partition(&mut self) -> Result<bool, SstableError> {
        (self.open, self.shown) = (None, Shown::Read);
        while !self.is_between() {
            self.reader.skip_rest();
            self.step()?;
        }
        if self.is_over || self.reader.position() >= self.end {
            return self.check_last().map(|()| false);
        }
        let indexed = self.find_slice()?;
        // The row index repeats the deletion: without a static row nothing is needed of the head, which would be a chunk to decompress
        // (`AbstractSSTableIterator`).
        if self.has_static || indexed.is_none() {
            self.read_head()?;
        }
        if let Some(indexed) = indexed {
            self.go_to_slice(&indexed);
        }
        if self.only.is_none() && !self.is_damaged {
            if self.position() == 0 {
                self.sstable.check_first(self.rows.key())?;
            }
            self.last = Some(self.position());
        }
        Ok(true)
    }

    /// All has been read up to the end: if that is where the data ends, the last partition has the last key.
    fn check_last(&mut self) -> Result<(), SstableError> {
        let last = self.last.take().filter(|_| self.reader.position() >= self.sstable.data().len());
        last.map_or(Ok(()), |at| self.sstable.check_last(at, self.rows.key()))
    }

    fn read_head(&mut self) -> Result<(), SstableError> {
        // Where an index leads to the partition of a key it is that of the key, or the index is damaged.
        let wanted = self.only.is_some().then(|| self.rows.key().to_vec());
        self.step()?;
        if let Some(wanted) = wanted.filter(|wanted| wanted != self.rows.key()) {
            return Err(self.sstable.leads_elsewhere(&wanted, self.rows.key()));
        }
        self.static_row.clear(true);
        if self.has_static {
            self.step()?;
            std::mem::swap(&mut self.static_row, self.rows.row_mut());
        }
        self.rows.begin();
        self.rows_begin = self.reader.position();
        Ok(())
    }

    /// What a row index says of the partition and where the slice begins in it; nothing if it is to be read from its start.
    fn find_slice(&mut self) -> Result<Option<Indexed>, SstableError> {
        let ends = self.rows.ends();
        self.is_before_slice = ends.lower.is_some();
        self.is_over = ends.is_empty(self.sstable.comparator());
        match self.only.as_ref().and_then(|(entry, slice)| Some((entry, slice.lower()?))) {
            Some((entry, lower)) if !self.is_over => self.sstable.indexed(*entry, &lower),
            _ => Ok(None),
        }
    }

    fn go_to_slice(&mut self, indexed: &Indexed) {
        self.rows.set_deletion(indexed.deletion);
        self.rows_begin = indexed.rows_begin;
        match indexed.first {
            Some(block) => {
                self.open = block.open;
                self.reader.seek_in(block.start, PartitionCursor::at_unfiltereds());
            }
            None => self.is_over = true,
        }
    }

    /// The next row or marker of the partition, after its static row. Rows that say nothing are passed over.
    ///
    /// A range deletion that is open where a slice starts, or where it ends, has a marker there.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn next_unfiltered(&mut self) -> Result<Option<Unfiltered<'_>>, SstableError> {
        if std::mem::replace(&mut self.shown, Shown::Read) == Shown::AtStart && self.rows.unfiltered().is_some() {
            return Ok(self.take_read());
        }
        while !self.is_between() {
            self.step()?;
            match self.rows.place() {
                SliceSide::Before => self.open_after_read(),
                SliceSide::Inside if !self.rows.has_read() => {}
                SliceSide::Inside if self.goes_into_slice() => return Ok(self.unfiltered()),
                SliceSide::Inside => return Ok(self.take_read()),
                SliceSide::After => self.is_over = true,
            }
        }
        self.rows.begin();
        if self.goes_into_slice() || self.goes_out_of_slice() {
            return Ok(self.unfiltered());
        }
        Ok(None)
    }

    /// Passes the slice's start, unless it has been passed. Whether a deletion is open there, and so a marker is at hand.
    fn goes_into_slice(&mut self) -> bool {
        if !std::mem::take(&mut self.is_before_slice) {
            return false;
        }
        let (Some(bound), Some(open)) = (&self.rows.ends().lower, self.open) else { return false };
        self.at_end.bound.copy_from(bound);
        self.at_end.deletions = OpenDeletion { before: None, after: Some(open) };
        self.shown = Shown::AtStart;
        true
    }

    /// The same for its end. No deletion is open after it.
    fn goes_out_of_slice(&mut self) -> bool {
        let (Some(bound), Some(open)) = (&self.rows.ends().upper, self.open) else { return false };
        self.at_end.bound.copy_from(bound);
        self.at_end.deletions = OpenDeletion { before: Some(open), after: None };
        (self.open, self.shown) = (None, Shown::AtEnd);
        true
    }

    fn take_read(&mut self) -> Option<Unfiltered<'_>> {
        self.open_after_read();
        self.rows.unfiltered()
    }

    /// Notes what is open after what was read last.
    fn open_after_read(&mut self) {
        if let Some(Unfiltered::Marker(marker)) = self.rows.unfiltered() {
            self.open = marker.deletions.after;
        }
    }

    /// The range deletion that is open after the row or marker that was read last: a row is in its range.
    #[must_use]
    pub fn open_deletion(&self) -> Option<DeletionTime> {
        self.open
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

    /// Position of its rows and markers: after its head and its static row.
    #[must_use]
    pub fn rows_position(&self) -> u64 {
        self.rows_begin
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

    /// The row or marker that was given last.
    #[must_use]
    pub fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.shown {
            Shown::Read => self.rows.unfiltered(),
            Shown::AtStart | Shown::AtEnd => Some(Unfiltered::Marker(&self.at_end)),
        }
    }

    /// Position in the uncompressed data of the row that was given last, or of the marker, unless that is at an end of the slice.
    #[must_use]
    pub fn unfiltered_position(&self) -> u64 {
        self.rows.position()
    }

    /// Position in the uncompressed data of what is read next: after the last row or marker of a partition that of its end's mark is
    /// [`Self::unfiltered_position`], and this that of the partition after it.
    #[must_use]
    pub fn next_position(&self) -> u64 {
        self.reader.position()
    }

    /// Whether the reader stands at the end of a partition, or before the first.
    fn is_between(&self) -> bool {
        self.is_over || self.reader.state().is_done() || self.reader.state() == PartitionCursor::default()
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

impl Partitions for PartitionIterator<'_> {
    type Error = SstableError;

    fn next_partition(&mut self) -> Result<bool, SstableError> {
        self.next_partition()
    }

    fn next_unfiltered(&mut self) -> Result<bool, SstableError> {
        Ok(self.next_unfiltered()?.is_some())
    }

    fn key(&self) -> &[u8] {
        self.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.deletion()
    }

    fn static_row(&self) -> Option<&Row> {
        self.static_row()
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        self.unfiltered()
    }

    fn take_row(&mut self, row: &mut Row) {
        if let Some(Unfiltered::Row(_)) = self.unfiltered() {
            std::mem::swap(self.rows.row_mut(), row);
        }
    }
}

use std::fmt;
use std::sync::Arc;

use cqlite_merge::Live;
use cqlite_schema::TableSchema;
use cqlite_sstable::reader::Slice;

use super::row::{PartitionHead, Row};
use super::source::RowSource;
use super::view::{FoundPartition, View};
use crate::{clock, Error};

/// The live rows of an SSTable or a table, or of a part of it, in stored order.
///
/// What deletions delete, and what has expired by the clock ([`at`](Rows::at)), is left out. A partition that has nothing but static columns
/// is one row without a clustering, as for a query. Nothing comes after an error.
pub struct Rows<'s> {
    schema: Arc<TableSchema>,
    live: Live<RowSource<'s>>,
    partition: Option<Arc<PartitionHead>>,
    /// The partition has had a row.
    has_rows: bool,
    is_over: bool,
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("now", &self.live.now()).finish_non_exhaustive()
    }
}

impl<'s> Rows<'s> {
    fn new(view: &View<'s>, source: RowSource<'s>) -> Self {
        Rows {
            schema: Arc::clone(view.schema()),
            live: Live::new(source, clock::now()),
            partition: None,
            has_rows: false,
            is_over: false,
        }
    }

    pub(crate) fn all(view: &View<'s>) -> Self {
        Rows::new(view, view.all())
    }

    pub(crate) fn of_slice(view: &View<'s>, key: &[u8], slice: &Slice) -> Result<Self, Error> {
        Ok(Self::of_found(view, &view.find(key)?, key, slice))
    }

    pub(super) fn of_found(view: &View<'s>, found: &[FoundPartition<'s>], key: &[u8], slice: &Slice) -> Self {
        Rows::new(view, view.slice(found, key, slice))
    }

    /// The same by another clock, in seconds since 1970: what has expired by then is left out.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.live.set_now(now);
        self
    }

    /// The next row of the partition at hand, and after the last one nothing: no partition is at hand then.
    pub(super) fn next_of_partition(&mut self) -> Result<Option<Row>, Error> {
        let Some(partition) = &self.partition else { return Ok(None) };
        if let Some(row) = self.live.next_row()? {
            self.has_rows = true;
            return Ok(Some(Row::new(Arc::clone(partition), Some(row.clone()))));
        }
        let partition = self.partition.take();
        let only_static = partition.filter(|p| !self.has_rows && !p.static_row.is_empty());
        Ok(only_static.map(|partition| Row::new(partition, None)))
    }

    /// Goes to the next partition, over what is left of the one at hand. Whether there is one.
    fn next_partition(&mut self) -> Result<bool, Error> {
        self.partition = None;
        if !self.live.next_partition()? {
            return Ok(false);
        }
        self.has_rows = false;
        let (schema, key) = (Arc::clone(&self.schema), self.live.key().to_vec());
        let static_row = self.live.static_row().clone();
        self.partition = Some(Arc::new(PartitionHead { schema, key, static_row }));
        Ok(true)
    }

    /// Goes to the next partition that has a row, over what is left of the one at hand; that row.
    pub(super) fn first_of_next(&mut self) -> Result<Option<Row>, Error> {
        while self.next_partition()? {
            if let Some(row) = self.next_of_partition()? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    fn next_row(&mut self) -> Result<Option<Row>, Error> {
        match self.next_of_partition()? {
            Some(row) => Ok(Some(row)),
            None => self.first_of_next(),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.next_row();
        self.is_over = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}

impl std::iter::FusedIterator for Rows<'_> {}

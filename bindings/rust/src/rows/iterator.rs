use std::fmt;
use std::sync::Arc;

use cqlite_merge::Live;
use cqlite_schema::TableSchema;
use cqlite_sstable::reader::Slice;

use super::row::{Partition, Row};
use super::source::Source;
use super::view::View;
use crate::{clock, Error};

/// The live rows of an SSTable or a table, or of a part of it, in stored order.
///
/// What deletions delete, and what has expired by the clock ([`at`](Rows::at)), is left out. A partition that has nothing but static columns
/// is one row without a clustering, as for a query. Nothing comes after an error.
pub struct Rows<'s> {
    schema: Arc<TableSchema>,
    live: Live<Source<'s>>,
    partition: Option<Arc<Partition>>,
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
    fn new(view: &View<'s>, source: Source<'s>) -> Self {
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
        Ok(Rows::new(view, view.slice(key, slice)?))
    }

    /// The same by another clock, in seconds since 1970: what has expired by then is left out.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.live.set_now(now);
        self
    }

    fn next_row(&mut self) -> Result<Option<Row>, Error> {
        loop {
            if let Some(partition) = &self.partition {
                if let Some(row) = self.live.next_row()? {
                    self.has_rows = true;
                    return Ok(Some(Row::new(Arc::clone(partition), Some(row.clone()))));
                }
                let partition = self.partition.take();
                if let Some(partition) = partition.filter(|p| !self.has_rows && !p.static_row.is_empty()) {
                    return Ok(Some(Row::new(partition, None)));
                }
            }
            if !self.live.next_partition()? {
                return Ok(None);
            }
            self.has_rows = false;
            let (schema, key) = (Arc::clone(&self.schema), self.live.key().to_vec());
            let static_row = self.live.static_row().clone();
            self.partition = Some(Arc::new(Partition { schema, key, static_row }));
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

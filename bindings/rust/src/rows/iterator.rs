use std::fmt;
use std::sync::Arc;

use cqlite_rows::{DeletionTime, Purger, Unfiltered};
use cqlite_schema::TableSchema;
use cqlite_sstable::reader::PartitionIterator;
use cqlite_sstable::Sstable;

use super::row::{Partition, Row};
use crate::{clock, Error};

/// The live rows of an SSTable, or of a part of it, in stored order.
///
/// What deletions of the SSTable itself delete, and what has expired by the clock ([`at`](Rows::at)), is left out. A partition that has
/// nothing but static columns is one row without a clustering, as for a query. Nothing comes after an error.
pub struct Rows<'s> {
    schema: Arc<TableSchema>,
    partitions: Option<PartitionIterator<'s>>,
    /// The clock, in seconds since 1970.
    now: i64,
    partition: Option<Arc<Partition>>,
    deletion: DeletionTime,
    /// The partition has had a row.
    has_rows: bool,
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("now", &self.now).finish_non_exhaustive()
    }
}

impl<'s> Rows<'s> {
    pub(crate) fn new(sstable: &'s Sstable, partitions: Option<PartitionIterator<'s>>) -> Self {
        Rows {
            schema: Arc::new(sstable.schema().clone()),
            partitions,
            now: clock::now(),
            partition: None,
            deletion: DeletionTime::LIVE,
            has_rows: false,
        }
    }

    /// The same by another clock, in seconds since 1970: what has expired by then is left out.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.now = now;
        self
    }

    fn next_row(&mut self) -> Result<Option<Row>, Error> {
        let Some(partitions) = &mut self.partitions else { return Ok(None) };
        loop {
            if let Some(partition) = &self.partition {
                while let Some(unfiltered) = partitions.next_unfiltered()? {
                    let Unfiltered::Row(row) = unfiltered else { continue };
                    let mut row = row.clone();
                    row.apply(self.deletion);
                    if let Some(deletion) = partitions.open_deletion() {
                        row.apply(deletion);
                    }
                    row.purge(&Purger::of_query(self.now));
                    if !row.is_empty() {
                        self.has_rows = true;
                        return Ok(Some(Row::new(Arc::clone(partition), Some(row))));
                    }
                }
                let partition = self.partition.take();
                if let Some(partition) = partition.filter(|p| !self.has_rows && !p.static_row.is_empty()) {
                    return Ok(Some(Row::new(partition, None)));
                }
            }
            if !partitions.next_partition()? {
                return Ok(None);
            }
            self.deletion = partitions.deletion().unwrap_or(DeletionTime::LIVE);
            self.has_rows = false;
            let mut static_row = partitions.static_row().cloned().unwrap_or_default();
            static_row.apply(self.deletion);
            static_row.purge(&Purger::of_query(self.now));
            let (schema, key) = (Arc::clone(&self.schema), partitions.key().to_vec());
            self.partition = Some(Arc::new(Partition { schema, key, static_row }));
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_row();
        if !matches!(next, Ok(Some(_))) {
            self.partitions = None;
        }
        next.transpose()
    }
}

impl std::iter::FusedIterator for Rows<'_> {}

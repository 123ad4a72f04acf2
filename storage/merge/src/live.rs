use cqlite_rows::{DeletionTime, Partitions, Purger, Row, Unfiltered};

/// What a query sees of partitions: rows without what is deleted or has expired, and no markers (`UnfilteredRowIterators`' way to
/// `RowIterator`, `FilteredRows`).
///
/// Partitions and static rows that are empty then are still shown: whether they are rows of the answer depends on the query.
#[derive(Debug)]
pub struct Live<P> {
    partitions: P,
    /// The clock, in seconds since 1970.
    now: i64,
    /// Of the partition at hand.
    deletion: DeletionTime,
    static_row: Row,
    /// The range deletion that is open after what was read last.
    open: Option<DeletionTime>,
    row: Row,
}

impl<P: Partitions> Live<P> {
    /// What is live at a time, in seconds since 1970.
    pub fn new(partitions: P, now: i64) -> Self {
        Live {
            partitions,
            now,
            deletion: DeletionTime::LIVE,
            static_row: Row::empty_static(),
            open: None,
            row: Row::default(),
        }
    }

    /// The time, in seconds since 1970.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Takes another clock, before there was a partition.
    pub fn set_now(&mut self, now: i64) {
        self.now = now;
    }

    /// Goes to the next partition. Whether there is one.
    ///
    /// # Errors
    /// What is wrong with what is read.
    pub fn next_partition(&mut self) -> Result<bool, P::Error> {
        if !self.partitions.next_partition()? {
            return Ok(false);
        }
        self.deletion = self.partitions.deletion().unwrap_or(DeletionTime::LIVE);
        self.open = None;
        self.static_row.clear(true);
        if let Some(row) = self.partitions.static_row() {
            self.static_row.copy_from(row);
            self.static_row.apply(self.deletion);
            self.static_row.purge(&Purger::of_query(self.now));
        }
        Ok(true)
    }

    /// The next row of the partition; nothing after the last one.
    ///
    /// # Errors
    /// What is wrong with what is read.
    pub fn next_row(&mut self) -> Result<Option<&Row>, P::Error> {
        loop {
            if !self.partitions.next_unfiltered()? {
                return Ok(None);
            }
            match self.partitions.unfiltered() {
                Some(Unfiltered::Row(_)) => {}
                Some(Unfiltered::Marker(marker)) => {
                    self.open = marker.deletions.after;
                    continue;
                }
                None => continue,
            }
            self.partitions.take_row(&mut self.row);
            // What an SSTable has itself is not always in accord with its own deletions.
            self.row.apply(self.deletion);
            if let Some(open) = self.open {
                self.row.apply(open);
            }
            self.row.purge(&Purger::of_query(self.now));
            if !self.row.is_empty() {
                return Ok(Some(&self.row));
            }
        }
    }

    /// The row that was given last.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// The partition's key, as its bytes are stored.
    pub fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    /// The partition's static row, which may be empty.
    pub fn static_row(&self) -> &Row {
        &self.static_row
    }
}

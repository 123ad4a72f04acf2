use std::mem;
use std::sync::mpsc::{channel, Receiver, Sender};

use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};

use crate::ahead::{After, Ahead, Batch, Entry};

/// Two ends: what one thread gives to the first the other one takes from the second, as [`Partitions`](cqlite_rows::Partitions).
#[must_use]
pub fn feed<E>() -> (Feed<E>, Ahead<E>) {
    let ((full, filled), (empty, emptied)) = (channel(), channel());
    (Feed { batch: Batch::default(), full, emptied }, Ahead::new(filled, empty))
}

/// The end that partitions are given to.
#[derive(Debug)]
pub struct Feed<E> {
    batch: Batch<E>,
    full: Sender<Batch<E>>,
    emptied: Receiver<Batch<E>>,
}

/// The other end wants no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

impl<E> Feed<E> {
    /// A partition begins.
    ///
    /// # Errors
    /// Nobody wants it.
    pub fn partition(
        &mut self,
        key: &[u8],
        deletion: Option<DeletionTime>,
        static_row: Option<&Row>,
    ) -> Result<(), Gone> {
        self.send_full()?;
        let batch = &mut self.batch;
        batch.keys.extend_from_slice(key);
        batch.bytes += key.len();
        if let Some(row) = static_row {
            batch.row(|to| to.copy_from(row));
        }
        batch.entries.push(Entry::Partition { key_end: batch.keys.len(), deletion, has_static: static_row.is_some() });
        Ok(())
    }

    /// A row of the partition, which `take` fills.
    ///
    /// # Errors
    /// Nobody wants it.
    pub fn row(&mut self, take: impl FnOnce(&mut Row)) -> Result<(), Gone> {
        self.send_full()?;
        self.batch.row(take);
        self.batch.entries.push(Entry::Row);
        Ok(())
    }

    /// A marker of the partition.
    ///
    /// # Errors
    /// Nobody wants it.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result<(), Gone> {
        self.send_full()?;
        self.batch.marker(marker);
        self.batch.entries.push(Entry::Marker);
        Ok(())
    }

    /// The partition ends.
    ///
    /// # Errors
    /// Nobody wants it.
    pub fn end_partition(&mut self) -> Result<(), Gone> {
        self.send_full()?;
        self.batch.entries.push(Entry::End);
        Ok(())
    }

    /// Nothing more comes, or something has gone wrong.
    pub fn finish(mut self, done: Result<(), E>) {
        self.batch.after = match done {
            Ok(()) => After::Nothing,
            Err(e) => After::Error(e),
        };
        let _ = self.full.send(self.batch);
    }

    /// Sends what has come, if it is enough.
    fn send_full(&mut self) -> Result<(), Gone> {
        if !self.batch.is_full() {
            return Ok(());
        }
        let mut next = self.emptied.recv().map_err(|_| Gone)?;
        next.clear();
        self.full.send(mem::replace(&mut self.batch, next)).map_err(|_| Gone)
    }
}

use cqlite_rows::{DeletionTime, Partitions, Purger, RangeTombstoneMarker, Row, Unfiltered};

/// Partitions without the deletions that are needed no longer, and without what is empty then; of what has expired its deletion is left
/// while it is needed (`CompactionIterator.Purger`).
///
/// Rows in which nothing is deleted pass through as they are.
#[derive(Debug)]
pub struct Purge<P, O> {
    partitions: P,
    /// The clock and the last second of gc_grace.
    now: i64,
    gc_before: i64,
    /// Says of a key from which timestamp on something of it may be elsewhere.
    oldest_elsewhere: O,
    /// The purger for the partition at hand, once it was needed.
    purger: Option<Purger>,
    deletion: Option<DeletionTime>,
    /// Rows and a marker from which something has been taken.
    static_row: Row,
    row: Row,
    marker: RangeTombstoneMarker,
    is_static_own: bool,
    has_static: bool,
    /// The first row or marker of the partition has been gone to already.
    is_ahead: bool,
    shown: Shown,
}

/// What was gone to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    /// What the partitions have, as it is.
    Given,
    Row,
    Marker,
}

impl<P, O> Purge<P, O>
where
    P: Partitions,
    O: FnMut(&[u8]) -> Result<Option<i64>, P::Error>,
{
    /// Takes away what was deleted before a second, `gc_before`; what expires up to `now` has expired. `oldest_elsewhere` gives the smallest
    /// timestamp of what may be of a partition's key elsewhere: deletions that may still delete some of that stay.
    pub fn new(partitions: P, now: i64, gc_before: i64, oldest_elsewhere: O) -> Self {
        Purge {
            partitions,
            now,
            gc_before,
            oldest_elsewhere,
            purger: None,
            deletion: None,
            static_row: Row::default(),
            row: Row::default(),
            marker: RangeTombstoneMarker::default(),
            is_static_own: false,
            has_static: false,
            is_ahead: false,
            shown: Shown::Nothing,
        }
    }

    /// The partitions from which this takes.
    pub fn get_ref(&self) -> &P {
        &self.partitions
    }

    /// Looking elsewhere takes long, and most partitions have no deletion.
    fn purger(&mut self) -> Result<Purger, P::Error> {
        if let Some(purger) = self.purger {
            return Ok(purger);
        }
        let oldest_elsewhere = (self.oldest_elsewhere)(self.partitions.key())?;
        let purger = Purger { now: self.now, gc_before: Some(self.gc_before), oldest_elsewhere };
        self.purger = Some(purger);
        Ok(purger)
    }

    fn begin_partition(&mut self) -> Result<(), P::Error> {
        self.purger = None;
        self.shown = Shown::Nothing;
        self.deletion = self.partitions.deletion();
        if self.deletion.is_some() {
            self.deletion = self.purger()?.keep(self.deletion);
        }
        let row = self.partitions.static_row();
        self.has_static = row.is_some_and(|row| !row.is_empty());
        self.is_static_own = row.is_some_and(|row| row.has_deletion(self.now));
        if self.is_static_own {
            let purger = self.purger()?;
            if let Some(row) = self.partitions.static_row() {
                self.static_row.copy_from(row);
            }
            self.static_row.purge(&purger);
            self.has_static = !self.static_row.is_empty();
        }
        Ok(())
    }

    /// Goes to the next row or marker of which something is left.
    fn advance(&mut self) -> Result<bool, P::Error> {
        while self.partitions.next_unfiltered()? {
            let is_left = match self.partitions.unfiltered() {
                Some(Unfiltered::Row(row)) if row.has_deletion(self.now) => {
                    self.partitions.take_row(&mut self.row);
                    let purger = self.purger()?;
                    self.row.purge(&purger);
                    self.shown = Shown::Row;
                    !self.row.is_empty()
                }
                Some(Unfiltered::Marker(marker)) => {
                    self.marker.copy_from(marker);
                    self.shown = Shown::Marker;
                    let purger = self.purger()?;
                    self.marker.purge(&purger)
                }
                _ => {
                    self.shown = Shown::Given;
                    true
                }
            };
            if is_left {
                return Ok(true);
            }
        }
        self.shown = Shown::Nothing;
        Ok(false)
    }
}

impl<P, O> Partitions for Purge<P, O>
where
    P: Partitions,
    O: FnMut(&[u8]) -> Result<Option<i64>, P::Error>,
{
    type Error = P::Error;

    fn next_partition(&mut self) -> Result<bool, P::Error> {
        self.is_ahead = false;
        while self.partitions.next_partition()? {
            self.begin_partition()?;
            if self.deletion.is_some() || self.has_static {
                return Ok(true);
            }
            if self.advance()? {
                self.is_ahead = true;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn next_unfiltered(&mut self) -> Result<bool, P::Error> {
        if std::mem::take(&mut self.is_ahead) {
            return Ok(true);
        }
        self.advance()
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.deletion
    }

    fn static_row(&self) -> Option<&Row> {
        if self.is_static_own {
            Some(&self.static_row).filter(|_| self.has_static)
        } else {
            self.partitions.static_row()
        }
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.shown {
            Shown::Nothing => None,
            Shown::Given => self.partitions.unfiltered(),
            Shown::Row => Some(Unfiltered::Row(&self.row)),
            Shown::Marker => Some(Unfiltered::Marker(&self.marker)),
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        match self.shown {
            Shown::Given => self.partitions.take_row(row),
            Shown::Row => std::mem::swap(&mut self.row, row),
            Shown::Nothing | Shown::Marker => {}
        }
    }
}

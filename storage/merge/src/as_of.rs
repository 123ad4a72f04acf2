use cqlite_rows::{DeletionTime, OpenDeletion, Partitions, RangeTombstoneMarker, Row, Unfiltered};

/// Partitions without what was written after a time: rows, cells and deletions as they were then, as far as they are still stored. What was
/// written over within one SSTable, or purged, is gone.
#[derive(Debug)]
pub struct AsOf<P> {
    partitions: P,
    /// The last write time that counts, in the units of write times (microseconds since 1970); none: all of them do.
    until: Option<i64>,
    static_row: Row,
    row: Row,
    marker: RangeTombstoneMarker,
    at: At,
}

/// What is at hand where some writes do not count.
#[derive(Debug, Clone, Copy)]
enum At {
    Nothing,
    Row,
    Marker,
}

impl<P: Partitions> AsOf<P> {
    /// What was written up to a time; everything, without one.
    pub fn new(partitions: P, until: Option<i64>) -> Self {
        AsOf {
            partitions,
            until,
            static_row: Row::empty_static(),
            row: Row::default(),
            marker: RangeTombstoneMarker::default(),
            at: At::Nothing,
        }
    }

    /// The partitions from which this takes.
    pub fn get_ref(&self) -> &P {
        &self.partitions
    }

    /// Goes to the next row or marker that says something of what was written up to a time.
    fn next_until(&mut self, until: i64) -> Result<bool, P::Error> {
        self.at = At::Nothing;
        while self.partitions.next_unfiltered()? {
            match self.partitions.unfiltered() {
                Some(Unfiltered::Row(_)) => {
                    self.partitions.take_row(&mut self.row);
                    self.row.keep_until(until);
                    if !self.row.is_empty() {
                        self.at = At::Row;
                        return Ok(true);
                    }
                }
                Some(Unfiltered::Marker(marker)) => {
                    let OpenDeletion { before, after } = marker.deletions;
                    let kept = OpenDeletion { before: counted(before, until), after: counted(after, until) };
                    self.marker.copy_from(marker);
                    if self.marker.set_deletions(kept) {
                        self.at = At::Marker;
                        return Ok(true);
                    }
                }
                None => {}
            }
        }
        Ok(false)
    }
}

/// A deletion, if it was there at a time.
fn counted(deletion: Option<DeletionTime>, until: i64) -> Option<DeletionTime> {
    deletion.filter(|deletion| deletion.marked_for_delete_at <= until)
}

impl<P: Partitions> Partitions for AsOf<P> {
    type Error = P::Error;

    fn next_partition(&mut self) -> Result<bool, P::Error> {
        self.at = At::Nothing;
        if !self.partitions.next_partition()? {
            return Ok(false);
        }
        if let Some(until) = self.until {
            self.static_row.clear(true);
            if let Some(row) = self.partitions.static_row() {
                self.static_row.copy_from(row);
                self.static_row.keep_until(until);
            }
        }
        Ok(true)
    }

    fn next_unfiltered(&mut self) -> Result<bool, P::Error> {
        match self.until {
            Some(until) => self.next_until(until),
            None => self.partitions.next_unfiltered(),
        }
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        let deletion = self.partitions.deletion();
        self.until.map_or(deletion, |until| counted(deletion, until))
    }

    fn static_row(&self) -> Option<&Row> {
        match self.until {
            Some(_) => Some(&self.static_row).filter(|row| !row.is_empty()),
            None => self.partitions.static_row(),
        }
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match (self.until, self.at) {
            (None, _) => self.partitions.unfiltered(),
            (_, At::Nothing) => None,
            (_, At::Row) => Some(Unfiltered::Row(&self.row)),
            (_, At::Marker) => Some(Unfiltered::Marker(&self.marker)),
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        match self.until {
            None => self.partitions.take_row(row),
            Some(_) => {
                if matches!(self.at, At::Row) {
                    std::mem::swap(&mut self.row, row);
                }
            }
        }
    }
}

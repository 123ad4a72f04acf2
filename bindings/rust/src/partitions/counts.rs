use cqlite_rows::{DeletionTime, LivenessInfo, Purger, Row, Unfiltered, EXPIRED_LIVENESS_TTL};

/// What the rows of a partition add up to, as often as they are stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartitionCounts {
    /// Rows, and static rows that are not empty.
    pub rows: u64,
    /// Cells, deleted ones included.
    pub cells: u64,
    /// What deletes, or has expired.
    pub tombstones: Tombstones,
}

/// Tombstones by what they delete.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tombstones {
    /// Deletions of the partition.
    pub partition: u64,
    /// Ranges of rows that are deleted.
    pub range: u64,
    /// Rows that are deleted.
    pub row: u64,
    /// Columns of several cells that are deleted, or written anew as a whole.
    pub column: u64,
    /// Cells that are deleted.
    pub cell: u64,
    /// Rows and cells that have expired.
    pub expired: u64,
    /// How many of all these are older than gc_grace.
    pub droppable: u64,
}

impl Tombstones {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> u64 {
        let kinds = [self.partition, self.range, self.row, self.column, self.cell, self.expired];
        kinds.into_iter().fold(0, u64::saturating_add)
    }

    /// Whether a deletion is there, which is noted if it can be dropped.
    fn deletion(&mut self, deletion: Option<DeletionTime>, purger: &Purger) -> u64 {
        let Some(deletion) = deletion else { return 0 };
        self.droppable += u64::from(purger.keep(Some(deletion)).is_none());
        1
    }

    fn add(&mut self, other: &Self) {
        let own = [
            (&mut self.partition, other.partition),
            (&mut self.range, other.range),
            (&mut self.row, other.row),
            (&mut self.column, other.column),
            (&mut self.cell, other.cell),
            (&mut self.expired, other.expired),
            (&mut self.droppable, other.droppable),
        ];
        own.into_iter().for_each(|(own, other)| *own = own.saturating_add(other));
    }
}

impl PartitionCounts {
    pub(super) fn add(&mut self, other: &Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.cells = self.cells.saturating_add(other.cells);
        self.tombstones.add(&other.tombstones);
    }

    pub(super) fn partition(&mut self, deletion: Option<DeletionTime>, static_row: Option<&Row>, purger: &Purger) {
        self.tombstones.partition += self.tombstones.deletion(deletion, purger);
        static_row.into_iter().for_each(|row| self.row(row, purger));
    }

    pub(super) fn unfiltered(&mut self, unfiltered: Unfiltered<'_>, purger: &Purger) {
        match unfiltered {
            Unfiltered::Row(row) => self.row(row, purger),
            // A range is counted where it starts.
            Unfiltered::Marker(marker) => {
                self.tombstones.range += self.tombstones.deletion(marker.deletions.after, purger);
            }
        }
    }

    fn row(&mut self, row: &Row, purger: &Purger) {
        self.rows += 1;
        self.tombstones.row += self.tombstones.deletion(row.deletion, purger);
        if has_expired(&row.liveness, purger.now) {
            self.tombstones.expired += 1;
            self.tombstones.droppable +=
                u64::from(purger.takes(row.liveness.timestamp, row.liveness.local_expiration_time));
        }
        for column in row.columns() {
            self.tombstones.column += self.tombstones.deletion(column.deletion, purger);
            for cell in column.cells() {
                self.cells += 1;
                if !cell.is_dead(purger.now) {
                    continue;
                }
                let kind = if cell.is_tombstone() { &mut self.tombstones.cell } else { &mut self.tombstones.expired };
                *kind += 1;
                self.tombstones.droppable += u64::from(purger.takes_cell(&cell));
            }
        }
    }
}

/// Whether a row was written with a TTL that is over.
fn has_expired(liveness: &LivenessInfo, now: i64) -> bool {
    liveness.ttl != EXPIRED_LIVENESS_TTL && liveness.is_expiring() && !liveness.is_empty() && !liveness.is_live(now)
}

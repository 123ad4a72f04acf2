use crate::{Cell, DeletionTime};

/// Which deletions are needed no longer, and what has expired (`DeletionPurger`, `PurgeFunction`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purger {
    /// The clock, in seconds since 1970: what expires up to it has expired.
    pub now: i64,
    /// Deletions of this second, or later ones, stay: replicas may not have heard of them (`gc_grace_seconds`). None: the time does not
    /// matter.
    pub gc_before: Option<i64>,
    /// Deletions with this timestamp, or a later one, stay: what they delete may be in an SSTable that is not at hand. None: all is at hand.
    pub oldest_elsewhere: Option<i64>,
}

impl Purger {
    /// What a query at a time does: no deletion is in its answer, and nothing that has expired (`DeletionPurger.PURGE_ALL`).
    #[must_use]
    pub fn of_query(now: i64) -> Self {
        Purger { now, gc_before: None, oldest_elsewhere: None }
    }

    /// Whether a deletion, or what has expired, may go.
    #[inline]
    #[must_use]
    pub fn takes(&self, timestamp: i64, local_deletion_time: i64) -> bool {
        self.gc_before.is_none_or(|before| local_deletion_time < before)
            && self.oldest_elsewhere.is_none_or(|oldest| timestamp < oldest)
    }

    /// A deletion, unless it may go.
    #[inline]
    #[must_use]
    pub fn keep(&self, deletion: Option<DeletionTime>) -> Option<DeletionTime> {
        deletion.filter(|own| !self.takes(own.marked_for_delete_at, own.local_deletion_time))
    }

    /// Whether a cell is deleted, or has expired, and may go.
    #[inline]
    #[must_use]
    pub fn takes_cell(&self, cell: &Cell<'_>) -> bool {
        self.cell(cell) == Purged::Goes
    }

    /// What becomes of a cell (`AbstractCell.purge`).
    #[inline]
    pub(crate) fn cell(&self, cell: &Cell<'_>) -> Purged {
        if !cell.is_dead(self.now) {
            return Purged::Stays;
        }
        if self.takes(cell.timestamp, cell.local_deletion_time) {
            return Purged::Goes;
        }
        if !cell.is_expiring() {
            return Purged::Stays;
        }
        // As if it had been deleted when it was written.
        let local = cell.local_deletion_time - i64::from(cell.ttl);
        if self.takes(cell.timestamp, local) {
            Purged::Goes
        } else {
            Purged::Tombstone(local)
        }
    }
}

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purged {
    Stays,
    Goes,
    /// A tombstone of this local deletion time.
    Tombstone(i64),
}

use std::borrow::Cow;

use cqlite_types::{counter, ValueError};

use crate::{Cell, NO_DELETION_TIME};

/// Which of two versions of a cell counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reconciled {
    /// The first.
    Left,
    /// The second.
    Right,
    /// A counter of the shards of both.
    Counter {
        /// The later timestamp.
        timestamp: i64,
        /// The counter's context.
        value: Vec<u8>,
    },
}

/// The cell that counts among some versions of it.
#[derive(Debug, Default)]
pub(super) struct Newest<'c> {
    cell: Option<Cell<'c>>,
    /// The value, if it is a counter of several versions.
    counter: Option<Vec<u8>>,
}

impl<'c> Newest<'c> {
    /// Takes a version.
    #[inline]
    pub(super) fn add(&mut self, cell: Cell<'c>, is_counter: bool) -> Result<(), ValueError> {
        let Some(own) = self.get() else {
            self.cell = Some(cell);
            return Ok(());
        };
        match reconcile(&own, &cell, is_counter)? {
            Reconciled::Left => {}
            Reconciled::Right => *self = Newest { cell: Some(cell), counter: None },
            Reconciled::Counter { timestamp, value } => {
                self.cell = Some(Cell { timestamp, ..cell });
                self.counter = Some(value);
            }
        }
        Ok(())
    }

    #[inline]
    pub(super) fn get(&self) -> Option<Cell<'_>> {
        let cell = self.cell?;
        Some(Cell { value: self.counter.as_deref().unwrap_or(cell.value), ..cell })
    }
}

/// Which of two versions of a cell counts; `is_counter` says whether their column is one of counters.
///
/// # Errors
/// A counter's value that is none.
///
/// Reference: `Cells.reconcile`.
pub fn reconcile(left: &Cell<'_>, right: &Cell<'_>, is_counter: bool) -> Result<Reconciled, ValueError> {
    // To Cassandra a deleted counter is no counter.
    if is_counter && !(left.is_tombstone() && right.is_tombstone()) {
        return counters(left, right);
    }
    Ok(if is_left(left, right) { Reconciled::Left } else { Reconciled::Right })
}

/// Reference: `Cells.resolveRegular`.
#[inline]
pub(super) fn is_left(left: &Cell<'_>, right: &Cell<'_>) -> bool {
    if left.timestamp != right.timestamp {
        return left.timestamp > right.timestamp;
    }
    let may_end = |cell: &Cell<'_>| cell.local_deletion_time != NO_DELETION_TIME;
    if may_end(left) | may_end(right) {
        // What will be deleted counts as what is, so that it does not depend on the time at which cells meet (CASSANDRA-14592).
        if may_end(left) != may_end(right) {
            return may_end(left);
        }
        if left.is_expiring() != right.is_expiring() {
            return right.is_expiring();
        }
        if left.local_deletion_time != right.local_deletion_time {
            return left.local_deletion_time > right.local_deletion_time;
        }
        // The one with the shorter TTL was probably written later.
        if left.ttl != right.ttl {
            return left.ttl < right.ttl;
        }
    }
    left.value >= right.value
}

/// Reference: `Cells.resolveCounter`.
fn counters(left: &Cell<'_>, right: &Cell<'_>) -> Result<Reconciled, ValueError> {
    // A deletion counts whatever its timestamp (CASSANDRA-7346).
    if left.is_tombstone() || right.is_tombstone() {
        return Ok(if left.is_tombstone() { Reconciled::Left } else { Reconciled::Right });
    }
    if left.value.is_empty() || right.value.is_empty() {
        let is_left = match (left.value.is_empty(), right.value.is_empty()) {
            (true, true) => left.timestamp > right.timestamp,
            (is_left, _) => is_left,
        };
        return Ok(if is_left { Reconciled::Left } else { Reconciled::Right });
    }
    let timestamp = left.timestamp.max(right.timestamp);
    let value = counter::merge(left.value, right.value)?;
    let is = |cell: &Cell<'_>| {
        timestamp == cell.timestamp && matches!(value, Cow::Borrowed(value) if std::ptr::eq(value, cell.value))
    };
    Ok(if is(left) {
        Reconciled::Left
    } else if is(right) {
        Reconciled::Right
    } else {
        Reconciled::Counter { timestamp, value: value.into_owned() }
    })
}

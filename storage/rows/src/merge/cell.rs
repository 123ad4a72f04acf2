use std::borrow::Cow;
use std::cmp::Ordering;

use cqlite_types::{counter, ValueError};

use super::versions::Versions;
use crate::{Cell, Row, NO_DELETION_TIME};

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
#[derive(Debug)]
pub(super) struct Newest<'r> {
    /// The row that has it, and its number there.
    place: Option<(&'r Row, usize)>,
    /// Timestamp and value, if it is a counter of several versions.
    counter: Option<(i64, Vec<u8>)>,
    /// Those that have it as it is.
    versions: Versions,
}

impl<'r> Newest<'r> {
    #[inline]
    pub(super) fn new() -> Self {
        Newest { place: None, counter: None, versions: Versions::NONE }
    }

    /// Takes that of a version; `is_same` if its path is that of the others byte by byte, too.
    #[inline(always)]
    pub(super) fn add(
        &mut self,
        version: usize,
        (row, cell): (&'r Row, usize),
        is_counter: bool,
        is_same: bool,
    ) -> Result<(), ValueError> {
        let Some((own_row, own)) = self.place else {
            (self.place, self.versions) = (Some((row, cell)), Versions::only(version));
            return Ok(());
        };
        if is_counter {
            return self.add_counter(version, (row, cell), is_same);
        }
        // Mostly that is all that is needed.
        let order = match own_row.timestamp_at(own).cmp(&row.timestamp_at(cell)) {
            Ordering::Equal => order(&own_row.cell_at(own), &row.cell_at(cell)),
            other => other,
        };
        match order {
            Ordering::Equal if is_same => self.versions.add(version),
            Ordering::Equal | Ordering::Greater => {}
            Ordering::Less => (self.place, self.versions) = (Some((row, cell)), Versions::only(version)),
        }
        Ok(())
    }

    #[inline(never)]
    fn add_counter(&mut self, version: usize, place: (&'r Row, usize), is_same: bool) -> Result<(), ValueError> {
        let (Some(own), cell) = (self.get(), place.0.cell_at(place.1)) else { return Ok(()) };
        let is_same = is_same && self.counter.is_none() && order(&own, &cell).is_eq();
        match reconcile(&own, &cell, true)? {
            Reconciled::Left if is_same => self.versions.add(version),
            Reconciled::Left => {}
            Reconciled::Right => {
                *self = Newest { place: Some(place), counter: None, versions: Versions::only(version) };
            }
            Reconciled::Counter { timestamp, value } => {
                *self = Newest { place: Some(place), counter: Some((timestamp, value)), versions: Versions::NONE };
            }
        }
        Ok(())
    }

    #[inline]
    pub(super) fn get(&self) -> Option<Cell<'_>> {
        let (row, cell) = self.place?;
        let cell = row.cell_at(cell);
        Some(match &self.counter {
            Some((timestamp, value)) => Cell { timestamp: *timestamp, value, ..cell },
            None => cell,
        })
    }

    #[inline]
    pub(super) fn is_none(&self) -> bool {
        self.place.is_none()
    }

    #[inline]
    pub(super) fn versions(&self) -> Versions {
        self.versions
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
    Ok(if order(left, right).is_ge() { Reconciled::Left } else { Reconciled::Right })
}

/// Greater if the first counts, equal if they are the same but for their paths.
///
/// Reference: `Cells.resolveRegular`.
#[inline]
fn order(left: &Cell<'_>, right: &Cell<'_>) -> Ordering {
    if left.timestamp != right.timestamp {
        return left.timestamp.cmp(&right.timestamp);
    }
    let may_end = |cell: &Cell<'_>| cell.local_deletion_time != NO_DELETION_TIME;
    if may_end(left) | may_end(right) {
        // What will be deleted counts as what is, so that it does not depend on the time at which cells meet (CASSANDRA-14592).
        if may_end(left) != may_end(right) {
            return may_end(left).cmp(&may_end(right));
        }
        if left.is_expiring() != right.is_expiring() {
            return right.is_expiring().cmp(&left.is_expiring());
        }
        if left.local_deletion_time != right.local_deletion_time {
            return left.local_deletion_time.cmp(&right.local_deletion_time);
        }
        // The one with the shorter TTL was probably written later.
        if left.ttl != right.ttl {
            return right.ttl.cmp(&left.ttl);
        }
    }
    match left.value.cmp(right.value) {
        // Only cells that say that they never expire: the first counts.
        Ordering::Equal if left.ttl != right.ttl => Ordering::Greater,
        other => other,
    }
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

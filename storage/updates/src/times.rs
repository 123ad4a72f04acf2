use cqlite_rows::{DeletionTime, LivenessInfo, MAX_TTL, NO_DELETION_TIME, NO_TIMESTAMP};

use crate::{UpdateError, UpdateTable};

/// Microseconds in a second.
const MICROS: i64 = 1_000_000;

/// When something is written, and for how long: what statements say after `USING`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Using {
    /// In microseconds since 1970; else the clock's.
    pub timestamp: Option<i64>,
    /// Seconds; 0 for none. Else the table's default.
    pub ttl: Option<i64>,
}

/// The times of what a statement writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    pub(crate) timestamp: i64,
    /// Seconds; 0 for none.
    pub(crate) ttl: i32,
    /// The clock, in microseconds since 1970.
    pub(crate) micros: i64,
    /// When it expires.
    expires: i64,
}

impl Times {
    /// Those of a statement, which is a `DELETE` or not, and which deletes something or not: null does, and so does a collection that is written.
    ///
    /// Reference: `Attributes`, `ModificationStatement.getTimestamp`.
    pub(crate) fn of(
        using: &Using,
        is_delete: bool,
        deletes: bool,
        table: &UpdateTable,
        micros: i64,
    ) -> Result<Self, UpdateError> {
        if table.has_counters && (using.timestamp.is_some() || using.ttl.is_some()) {
            return Err(UpdateError::CounterTimes);
        }
        let timestamp = using.timestamp.unwrap_or(micros);
        if timestamp == NO_TIMESTAMP {
            return Err(UpdateError::Timestamp);
        }
        let found = match using.ttl {
            Some(_) if is_delete => return Err(UpdateError::DeleteTtl),
            None if is_delete => 0,
            Some(ttl) => ttl,
            None => table.definition.default_ttl.into(),
        };
        let ttl = i32::try_from(found).ok().filter(|_| (0..=MAX_TTL).contains(&found));
        let ttl = ttl.ok_or(UpdateError::Ttl { found, most: MAX_TTL })?;
        let mut own = Times { timestamp, ttl, micros, expires: NO_DELETION_TIME };
        if ttl > 0 {
            own.expires = own.local().saturating_add(found);
            own.check(own.expires, table)?;
        }
        if deletes {
            own.check(own.local(), table)?;
        }
        Ok(own)
    }

    /// Reference: `ExpirationDateOverflowHandling`.
    fn check(&self, found: i64, table: &UpdateTable) -> Result<(), UpdateError> {
        match (0..=table.last_time).contains(&found) {
            true => Ok(()),
            false => Err(UpdateError::LocalDeletionTime { found, last: table.last_time }),
        }
    }

    /// The clock, in seconds since 1970.
    fn local(&self) -> i64 {
        self.micros.div_euclid(MICROS)
    }

    pub(crate) fn deletion(&self) -> DeletionTime {
        DeletionTime { marked_for_delete_at: self.timestamp, local_deletion_time: self.local() }
    }

    /// What deletes a collection before its new elements are written, at the same time as these
    /// (`UpdateParameters.setComplexDeletionTimeForOverwrite`): nothing if that is before all times, as it is no later than LIVE
    /// (`BTreeRow.Builder.CellResolver`).
    pub(crate) fn overwrite(&self) -> Option<DeletionTime> {
        let before = self.timestamp.saturating_sub(1);
        (before > NO_TIMESTAMP).then(|| DeletionTime { marked_for_delete_at: before, ..self.deletion() })
    }

    pub(crate) fn liveness(&self) -> LivenessInfo {
        LivenessInfo { timestamp: self.timestamp, ttl: self.ttl, local_expiration_time: self.expires }
    }

    /// The local deletion time of a cell that is not deleted.
    pub(crate) fn expires(&self) -> i64 {
        self.expires
    }

    /// That of one that is.
    pub(crate) fn deleted(&self) -> i64 {
        self.local()
    }
}

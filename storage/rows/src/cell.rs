use cqlite_format::data::CellRef;

use crate::time::{decoded, from_unsigned, NO_DELETION_TIME};
use crate::{EncodingStats, LivenessInfo, RefusedNumber, RowError};

/// A cell, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Microseconds since 1970.
    pub timestamp: i64,
    /// Seconds; 0 if it does not expire.
    pub ttl: i32,
    /// When it was deleted or expires, in seconds since 1970.
    pub local_deletion_time: i64,
    /// Which element or field, in a column of several cells.
    pub path: &'a [u8],
    /// The value as it is stored; of a counter its context.
    pub value: &'a [u8],
}

impl<'a> Cell<'a> {
    /// A cell of a row whose liveness is stored so.
    ///
    /// # Errors
    /// Times that Cassandra refuses.
    #[inline]
    pub fn new(cell: &CellRef<'a>, row: &LivenessInfo, stats: &EncodingStats) -> Result<Self, RowError> {
        let (mut ttl, mut local_deletion_time) = (0, NO_DELETION_TIME);
        // One test of the flags, not three.
        if cell.is_deleted() | cell.is_expiring() | cell.use_row_ttl() {
            let row = cell.use_row_ttl().then_some(row);
            (ttl, local_deletion_time) = expiration(row, cell.ttl, cell.local_deletion_time, stats)?;
        }
        Ok(Cell {
            timestamp: cell.timestamp.unwrap_or(row.timestamp),
            ttl,
            local_deletion_time,
            path: cell.path.map_or(&[], |path| path.data),
            value: cell.value.map_or(&[], |value| value.data),
        })
    }

    /// Whether it expires.
    #[inline]
    #[must_use]
    pub fn is_expiring(&self) -> bool {
        self.ttl != 0
    }

    /// Whether it is deleted.
    #[inline]
    #[must_use]
    pub fn is_tombstone(&self) -> bool {
        self.local_deletion_time != NO_DELETION_TIME && self.ttl == 0
    }

    /// Whether it has expired or is deleted at a time, in seconds since 1970.
    #[must_use]
    pub fn is_dead(&self, now: i64) -> bool {
        is_dead(self.local_deletion_time, self.ttl, now)
    }

    /// Whether the value of a stored cell is a counter context that Cassandra takes for one: of cells with a local deletion time, or
    /// whose row has the one that is theirs, it is not.
    #[inline(always)]
    #[must_use]
    pub fn may_count(cell: &CellRef<'_>, row: &LivenessInfo) -> bool {
        let has_time = if cell.use_row_ttl() {
            row.local_expiration_time != NO_DELETION_TIME
        } else {
            cell.is_deleted() | cell.is_expiring()
        };
        !has_time && cell.value.is_some()
    }
}

/// Whether what has these times has expired or is deleted at a time.
#[inline]
pub(crate) fn is_dead(local_deletion_time: i64, ttl: i32, now: i64) -> bool {
    local_deletion_time != NO_DELETION_TIME && (ttl == 0 || now >= local_deletion_time)
}

/// TTL and local deletion time of a cell that has any: its row's, or its own as they are stored.
fn expiration(
    row: Option<&LivenessInfo>,
    ttl: Option<i64>,
    local: Option<i64>,
    stats: &EncodingStats,
) -> Result<(i32, i64), RowError> {
    let (ttl, local) = match row {
        Some(row) => (row.ttl, row.local_expiration_time),
        None => {
            let ttl = ttl.map_or(Ok(0), |ttl| stats.ttl(ttl))?;
            (ttl, local.map_or(Ok(NO_DELETION_TIME), |local| stats.local(local))?)
        }
    };
    if ttl < 0 {
        return Err(RowError::new(RefusedNumber::Ttl, i64::from(ttl)));
    }
    match decoded(local, ttl, stats.is_unsigned) {
        NO_DELETION_TIME => Ok((ttl, NO_DELETION_TIME)),
        // Cells keep it in 32 bits, of which the largest number means that there is none.
        found => match u32::try_from(found) {
            Ok(local) => Ok((ttl, from_unsigned(local))),
            Err(_) => Err(RowError::new(RefusedNumber::CellDeletionTime, found)),
        },
    }
}

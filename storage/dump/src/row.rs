//! What Cassandra keeps of rows and cells when it reads them.
//!
//! A row as it is stored is not yet the row that Cassandra shows: its deletion hides older cells and its own older timestamp, the
//! deletion of a column hides the column's older cells, and times from outside their ranges are replaced.
//!
//! Reference: `UnfilteredSerializer.deserializeRowBody`, `BTreeRow.Builder`, `Cell.Serializer`, `DeletionTime`.

use cqlite_format::common::DeletionTimeRef;
use cqlite_format::data::{CellRef, DeltaDeletionTimeRef, RowBodyRef};
use cqlite_format::statistics::SerializationHeader;
use cqlite_format::version::SstableVersion;

/// The local deletion time of what is not deleted and does not expire (`Cell.NO_DELETION_TIME`).
pub(crate) const NO_DELETION_TIME: i64 = i64::MAX;
/// The timestamp of a row without one (`LivenessInfo.NO_TIMESTAMP`).
pub(crate) const NO_TIMESTAMP: i64 = i64::MIN;
/// What stands for an impossible local deletion time (`Cell.INVALID_DELETION_TIME`).
const INVALID_DELETION_TIME: i64 = u32::MAX as i64 - 1;
/// The last possible one (`Cell.MAX_DELETION_TIME`).
const MAX_DELETION_TIME: i64 = u32::MAX as i64 - 2;
/// The TTL of a row of a materialized view that is hidden (`LivenessInfo.EXPIRED_LIVENESS_TTL`).
const EXPIRED_LIVENESS_TTL: i32 = i32::MAX;

/// A number that Cassandra refuses: what it is, and the number.
pub(crate) type Refused = (&'static str, i64);

/// What the times of an SSTable depend on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    /// Local deletion times above 2^31 are times, not errors.
    is_unsigned: bool,
    /// The header's smallest local deletion time, which others are stored relative to.
    min_local_deletion_time: i64,
    /// The header's smallest TTL, likewise.
    min_ttl: i64,
}

impl Times {
    /// Reference: `EncodingStats.Serializer`.
    pub(crate) fn new(version: SstableVersion, header: &SerializationHeader) -> Result<Self, Refused> {
        difference(header.min_local_deletion_time, SerializationHeader::deletion_time_epoch(version))?;
        difference(header.min_ttl, SerializationHeader::ttl_epoch(version))?;
        Ok(Times {
            is_unsigned: version.has_uint_deletion_time(),
            min_local_deletion_time: header.min_local_deletion_time,
            min_ttl: header.min_ttl,
        })
    }

    /// A local deletion time as Cassandra gets it: the smallest one has 32 bits, signed, when it adds the difference.
    #[inline(always)]
    fn local(self, stored: i64) -> Result<i64, Refused> {
        let min = self.min_local_deletion_time;
        Ok(difference(stored, min)? + i64::from(min as i32))
    }

    /// A TTL as Cassandra gets it.
    #[inline(always)]
    fn ttl(self, stored: i64) -> Result<i32, Refused> {
        difference(stored, self.min_ttl)?;
        Ok(stored as i32)
    }
}

/// A deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deletion {
    pub(crate) marked_for_delete_at: i64,
    pub(crate) local_deletion_time: i64,
}

impl Deletion {
    fn build(marked_for_delete_at: i64, local_deletion_time: i64) -> Self {
        let possible = (0..=MAX_DELETION_TIME).contains(&local_deletion_time);
        Deletion {
            marked_for_delete_at,
            local_deletion_time: if possible { local_deletion_time } else { INVALID_DELETION_TIME },
        }
    }

    /// The deletion of a row, a range or a column. Such a one is never LIVE by its local deletion time.
    #[inline(always)]
    pub(crate) fn of_delta(d: &DeltaDeletionTimeRef<'_>, times: Times) -> Result<Self, Refused> {
        Ok(Self::build(d.marked_for_delete_at, times.local(d.local_deletion_time)?))
    }

    /// The deletion of a partition; none if it is LIVE.
    pub(crate) fn of_partition(d: &DeletionTimeRef<'_>) -> Option<Self> {
        let (Some(marked_for_delete_at), Some(local)) = (d.marked_for_delete_at, d.local_deletion_time) else {
            return None;
        };
        let local_deletion_time = u32::try_from(local).map_or(INVALID_DELETION_TIME, from_unsigned);
        Some(Deletion { marked_for_delete_at, local_deletion_time })
    }

    /// Whether it deletes what was written at a time.
    #[inline]
    pub(crate) fn deletes(self, timestamp: i64) -> bool {
        timestamp <= self.marked_for_delete_at
    }
}

/// Timestamp and expiration of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Liveness {
    pub(crate) timestamp: i64,
    pub(crate) ttl: i32,
    pub(crate) local_expiration_time: i64,
}

impl Liveness {
    pub(crate) const EMPTY: Liveness =
        Liveness { timestamp: NO_TIMESTAMP, ttl: 0, local_expiration_time: NO_DELETION_TIME };

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.timestamp == NO_TIMESTAMP
    }

    #[inline]
    pub(crate) fn is_expiring(&self) -> bool {
        self.ttl != 0
    }
}

/// What stands above the cells of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowHead {
    /// As stored; cells refer to it.
    pub(crate) stored: Liveness,
    /// As Cassandra shows it.
    pub(crate) liveness: Liveness,
    pub(crate) deletion: Option<Deletion>,
    pub(crate) is_shadowable: bool,
    /// Cells up to this timestamp are gone.
    pub(crate) deleted_up_to: i64,
}

impl RowHead {
    pub(crate) const NONE: RowHead = RowHead {
        stored: Liveness::EMPTY,
        liveness: Liveness::EMPTY,
        deletion: None,
        is_shadowable: false,
        deleted_up_to: i64::MIN,
    };

    #[inline]
    pub(crate) fn new(body: &RowBodyRef<'_>, is_shadowable: bool, times: Times) -> Result<Self, Refused> {
        let mut stored = Liveness::EMPTY;
        if let Some(timestamp) = body.timestamp {
            stored.timestamp = timestamp;
            if let (Some(ttl), Some(local)) = (body.ttl, body.local_deletion_time) {
                // Cassandra asserts that a row's TTL is not negative; without assertions it goes on.
                stored.ttl = times.ttl(ttl)?;
                let local = times.local(local)?;
                if stored.ttl != 0 {
                    stored.local_expiration_time = decoded(local, stored.ttl, times.is_unsigned);
                }
            }
        }
        let mut head = RowHead { stored, liveness: stored, is_shadowable, ..RowHead::NONE };
        if let Some(deletion) = &body.deletion {
            let deletion = Deletion::of_delta(deletion, times)?;
            head.deleted_up_to = deletion.marked_for_delete_at;
            if deletion.deletes(stored.timestamp) {
                head.liveness = Liveness::EMPTY;
            }
            // A shadowable deletion ends with the next write of the row, but what it has deleted stays so.
            if !(is_shadowable && head.liveness.timestamp > deletion.marked_for_delete_at) {
                head.deletion = Some(deletion);
            }
        }
        Ok(head)
    }
}

/// A cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) timestamp: i64,
    pub(crate) ttl: i32,
    pub(crate) local_deletion_time: i64,
    pub(crate) path: &'a [u8],
    pub(crate) value: &'a [u8],
}

impl<'a> Cell<'a> {
    #[inline]
    pub(crate) fn new(cell: &CellRef<'a>, row: &RowHead, times: Times) -> Result<Self, Refused> {
        let (mut ttl, mut local_deletion_time) = (0, NO_DELETION_TIME);
        // One test of the flags, not three.
        if cell.is_deleted() | cell.is_expiring() | cell.use_row_ttl() {
            let row = cell.use_row_ttl().then_some(&row.stored);
            (ttl, local_deletion_time) = expiration(row, cell.ttl, cell.local_deletion_time, times)?;
        }
        Ok(Cell {
            timestamp: cell.timestamp.unwrap_or(row.stored.timestamp),
            ttl,
            local_deletion_time,
            path: cell.path.map_or(&[], |path| path.data),
            value: cell.value.map_or(&[], |value| value.data),
        })
    }

    #[inline]
    pub(crate) fn is_expiring(&self) -> bool {
        self.ttl != 0
    }

    #[inline]
    pub(crate) fn is_tombstone(&self) -> bool {
        self.local_deletion_time != NO_DELETION_TIME && self.ttl == 0
    }

    /// Whether it has expired or is deleted at a time, in seconds.
    pub(crate) fn is_dead(&self, now: i64) -> bool {
        self.local_deletion_time != NO_DELETION_TIME && (self.ttl == 0 || now >= self.local_deletion_time)
    }
}

/// Whether the local deletion time of a cell is a time as it is stored, or that of its row is.
#[inline(always)]
pub(crate) fn has_local_deletion_time(cell: &CellRef<'_>, row: &RowHead) -> bool {
    if cell.use_row_ttl() {
        row.stored.local_expiration_time != NO_DELETION_TIME
    } else {
        cell.is_deleted() | cell.is_expiring()
    }
}

/// TTL and local deletion time of a cell that has any: its row's, or its own as they are stored.
fn expiration(
    row: Option<&Liveness>,
    ttl: Option<i64>,
    local: Option<i64>,
    times: Times,
) -> Result<(i32, i64), Refused> {
    let (ttl, local) = match row {
        Some(row) => (row.ttl, row.local_expiration_time),
        None => {
            let ttl = ttl.map_or(Ok(0), |ttl| times.ttl(ttl))?;
            (ttl, local.map_or(Ok(NO_DELETION_TIME), |local| times.local(local))?)
        }
    };
    if ttl < 0 {
        return Err(("a TTL", i64::from(ttl)));
    }
    match decoded(local, ttl, times.is_unsigned) {
        NO_DELETION_TIME => Ok((ttl, NO_DELETION_TIME)),
        // Cells keep it in 32 bits, of which the largest number means that there is none.
        found => match u32::try_from(found) {
            Ok(local) => Ok((ttl, from_unsigned(local))),
            Err(_) => Err(("the local deletion time of a cell", found)),
        },
    }
}

fn from_unsigned(local: u32) -> i64 {
    if local == u32::MAX {
        NO_DELETION_TIME
    } else {
        i64::from(local)
    }
}

/// Reference: `Cell.decodeLocalDeletionTime`.
fn decoded(local: i64, ttl: i32, is_unsigned: bool) -> i64 {
    if local >= i64::from(ttl) || (local >= 0 && ttl == EXPIRED_LIVENESS_TTL) {
        local
    } else if local < 0 && is_unsigned {
        from_unsigned(local as u32)
    } else {
        INVALID_DELETION_TIME
    }
}

/// How much a stored number is above what it is stored relative to: Cassandra reads that into 32 bits, signed.
#[inline(always)]
fn difference(stored: i64, base: i64) -> Result<i64, Refused> {
    let delta = stored.wrapping_sub(base);
    match i32::try_from(delta) {
        Ok(delta) => Ok(i64::from(delta)),
        Err(_) => Err(("a difference of times or TTLs", delta)),
    }
}

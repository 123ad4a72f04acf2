//! Local deletion times: seconds since 1970 in 32 bits, some of which stand for something else.

use cqlite_format::version::SstableVersion;

/// The local deletion time of what is not deleted and does not expire (`Cell.NO_DELETION_TIME`).
pub const NO_DELETION_TIME: i64 = i64::MAX;
/// The timestamp of a row without one (`LivenessInfo.NO_TIMESTAMP`), and of a deletion that deletes nothing.
pub const NO_TIMESTAMP: i64 = i64::MIN;
/// What stands for an impossible local deletion time (`Cell.INVALID_DELETION_TIME`).
pub const INVALID_DELETION_TIME: i64 = u32::MAX as i64 - 1;
/// The last possible one (`Cell.MAX_DELETION_TIME`).
pub const MAX_DELETION_TIME: i64 = u32::MAX as i64 - 2;
/// The TTL of a row of a materialized view that is hidden (`LivenessInfo.EXPIRED_LIVENESS_TTL`).
pub const EXPIRED_LIVENESS_TTL: i32 = i32::MAX;

/// Whether Cassandra could not make a time of what is stored.
#[must_use]
pub fn is_invalid(local_deletion_time: i64) -> bool {
    local_deletion_time == INVALID_DELETION_TIME
}

/// A smallest or largest local deletion time of Statistics.db, whose 32 bits are signed up to some version
/// (`StatsMetadata.StatsMetadataSerializer`).
#[must_use]
pub fn of_statistics(version: SstableVersion, stored: i64) -> i64 {
    match (version.has_uint_deletion_time(), stored as u32) {
        (true, n) => from_unsigned(n),
        (false, 0x7fff_ffff) => NO_DELETION_TIME,
        (false, n) => i64::from(n as i32),
    }
}

/// The 32 bits in which Statistics.db stores a smallest or largest local deletion time: those of none if it is later than they can say.
#[must_use]
pub fn to_statistics(version: SstableVersion, local_deletion_time: i64) -> u32 {
    match version.has_uint_deletion_time() {
        true => u32::try_from(local_deletion_time).unwrap_or(u32::MAX),
        false => i32::try_from(local_deletion_time).unwrap_or(i32::MAX) as u32,
    }
}

/// The last local deletion time that a version has: above it one number stands for "invalid" or "never".
#[must_use]
pub fn last_deletion_time(version: SstableVersion) -> i64 {
    if version.has_uint_deletion_time() {
        MAX_DELETION_TIME
    } else {
        i64::from(i32::MAX) - 1
    }
}

/// The first timestamp of a deletion that a version can have where deletions are not stored relative to the header: the sign bit marks that there
/// is none (`DeletionTime.Serializer`).
#[must_use]
pub fn first_absolute_deletion(version: SstableVersion) -> i64 {
    if version.has_uint_deletion_time() {
        0
    } else {
        NO_TIMESTAMP
    }
}

/// What the 32 bits stand for, of which the largest number means that there is none.
pub(crate) fn from_unsigned(local: u32) -> i64 {
    if local == u32::MAX {
        NO_DELETION_TIME
    } else {
        i64::from(local)
    }
}

/// Reference: `Cell.decodeLocalDeletionTime`.
pub(crate) fn decoded(local: i64, ttl: i32, is_unsigned: bool) -> i64 {
    if local >= i64::from(ttl) || (local >= 0 && ttl == EXPIRED_LIVENESS_TTL) {
        local
    } else if local < 0 && is_unsigned {
        from_unsigned(local as u32)
    } else {
        INVALID_DELETION_TIME
    }
}

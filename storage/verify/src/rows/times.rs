//! Deletions and expirations, in one form for all versions.
//!
//! Reference: `DeletionTime`, `Cell.decodeLocalDeletionTime`, `LivenessInfo`.

use cqlite_format::common::DeletionTimeRef;
use cqlite_format::data::DeltaDeletionTimeRef;
use cqlite_format::version::SstableVersion;

/// Local deletion time of what is not deleted and does not expire.
pub(crate) const NEVER: i64 = i64::MAX;
/// `LivenessInfo.NO_TIMESTAMP`, and the time of a deletion that deletes nothing.
pub(crate) const NO_TIMESTAMP: i64 = i64::MIN;
/// TTL of a row that had expired when it was made (`LivenessInfo.EXPIRED_LIVENESS_TTL`).
pub(crate) const EXPIRED_TTL: i64 = i32::MAX as i64;

/// A deletion that deletes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deletion {
    /// What was written up to here is deleted, in microseconds.
    pub(crate) marked_for_delete_at: i64,
    /// When it was made, in seconds; [`NEVER`] in damaged ones only.
    pub(crate) local_deletion_time: i64,
}

impl Deletion {
    /// `None` if it is LIVE.
    pub(crate) fn of(d: &DeletionTimeRef<'_>, version: SstableVersion) -> Option<Self> {
        // Unlike differences, it is written as it is: there is one form of it.
        let local_deletion_time = Clock::of(version).seconds(d.local_deletion_time?);
        Some(Deletion { marked_for_delete_at: d.marked_for_delete_at?, local_deletion_time })
    }

    /// `None` if it is LIVE.
    pub(crate) fn of_delta(d: &DeltaDeletionTimeRef<'_>, version: SstableVersion) -> Option<Self> {
        Clock::of(version).deletion(d.marked_for_delete_at, d.local_deletion_time)
    }
}

/// How a version counts seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    is_unsigned: bool,
}

impl Clock {
    pub(crate) fn of(version: SstableVersion) -> Self {
        Clock { is_unsigned: version.has_uint_deletion_time() }
    }

    /// Seconds out of a sum that is right modulo 2^32.
    pub(crate) fn seconds(self, sum: i64) -> i64 {
        match (self.is_unsigned, sum as u32) {
            (true, u32::MAX) => NEVER,
            (true, n) => i64::from(n),
            (false, 0x7fff_ffff) => NEVER,
            (false, n) => i64::from(n as i32),
        }
    }

    fn deletion(self, marked_for_delete_at: i64, sum: i64) -> Option<Deletion> {
        let local_deletion_time = self.seconds(sum);
        // Cassandra 5.0 takes the difference to 2^63 - 1, which leaves -1 in versions of signed seconds.
        let is_never = local_deletion_time == NEVER || (!self.is_unsigned && local_deletion_time == -1);
        if marked_for_delete_at == NO_TIMESTAMP && is_never {
            return None;
        }
        Some(Deletion { marked_for_delete_at, local_deletion_time })
    }

    /// The last second that there is.
    fn last(self) -> i64 {
        // Two and one more stand for "invalid" and "never".
        if self.is_unsigned {
            i64::from(u32::MAX) - 2
        } else {
            i64::from(i32::MAX) - 1
        }
    }

    /// What is wrong with the local deletion time of a deletion.
    pub(crate) fn deletion_problem(self, seconds: i64) -> Option<String> {
        match seconds {
            NEVER => Some("invalid local deletion time: its value means that there is none".to_owned()),
            n if n < 0 => Some(format!("the local deletion time {n} is negative")),
            n if n > self.last() => Some(format!("invalid local deletion time {n}")),
            _ => None,
        }
    }

    /// What is wrong with when something expires.
    pub(crate) fn expiration_problem(self, seconds: i64, ttl: i64) -> Option<String> {
        match self.deletion_problem(seconds) {
            Some(message) => Some(message),
            // It was written at a time from 1970 on.
            None if seconds < ttl && ttl != EXPIRED_TTL => {
                Some(format!("the expiration {seconds} is less than the TTL, {ttl}"))
            }
            None => None,
        }
    }
}

/// Whether a difference of 32 bits is one: negative ones are extended to 64.
pub(crate) fn fits_32(delta: u64) -> bool {
    i32::try_from(delta as i64).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_is_told_in_all_ways_it_is_written() {
        let (signed, unsigned) = (Clock { is_unsigned: false }, Clock { is_unsigned: true });
        assert_eq!(signed.deletion(i64::MIN, 0x7fff_ffff), None);
        assert_eq!(signed.deletion(i64::MIN, 0xffff_ffff), None);
        assert_eq!(unsigned.deletion(i64::MIN, 0xffff_ffff), None);
        let d = unsigned.deletion(i64::MIN, 0x7fff_ffff);
        assert_eq!(d.map(|d| d.local_deletion_time), Some(0x7fff_ffff));
    }

    #[test]
    fn impossible_seconds_are_told() {
        let (signed, unsigned) = (Clock { is_unsigned: false }, Clock { is_unsigned: true });
        assert!(signed.deletion_problem(-1).is_some());
        assert!(signed.deletion_problem(signed.seconds(0x7fff_ffff)).is_some());
        assert!(signed.deletion_problem(0x7fff_fffe).is_none());
        assert!(unsigned.deletion_problem(0xffff_fffd).is_none());
        assert!(unsigned.deletion_problem(0xffff_fffe).is_some());
        assert!(unsigned.expiration_problem(100, 200).is_some());
        assert!(unsigned.expiration_problem(100, EXPIRED_TTL).is_none());
    }
}

use cqlite_format::data::RowBodyRef;

use crate::time::{decoded, EXPIRED_LIVENESS_TTL, NO_DELETION_TIME, NO_TIMESTAMP};
use crate::{EncodingStats, RowError};

/// Timestamp and expiration of a row (`LivenessInfo`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LivenessInfo {
    /// Microseconds since 1970.
    pub timestamp: i64,
    /// Seconds; 0 if it does not expire.
    pub ttl: i32,
    /// Seconds since 1970.
    pub local_expiration_time: i64,
}

impl LivenessInfo {
    /// A row without a timestamp.
    pub const EMPTY: LivenessInfo =
        LivenessInfo { timestamp: NO_TIMESTAMP, ttl: 0, local_expiration_time: NO_DELETION_TIME };

    /// That of a row, as it is stored: its deletion may delete it.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    #[inline]
    pub fn of_row(body: &RowBodyRef<'_>, stats: &EncodingStats) -> Result<Self, RowError> {
        let mut stored = LivenessInfo::EMPTY;
        if let Some(timestamp) = body.timestamp {
            stored.timestamp = timestamp;
            if let (Some(ttl), Some(local)) = (body.ttl, body.local_deletion_time) {
                // Cassandra asserts that a row's TTL is not negative; without assertions it goes on.
                stored.ttl = stats.ttl(ttl)?;
                let local = stats.local(local)?;
                if stored.ttl != 0 {
                    stored.local_expiration_time = decoded(local, stored.ttl, stats.is_unsigned);
                }
            }
        }
        Ok(stored)
    }

    /// Whether there is no timestamp.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.timestamp == NO_TIMESTAMP
    }

    /// Whether there is a timestamp that has not expired at a time, in seconds since 1970 (`LivenessInfo.isLive`).
    #[must_use]
    pub fn is_live(&self, now: i64) -> bool {
        match self.ttl {
            _ if self.is_empty() => false,
            0 => true,
            EXPIRED_LIVENESS_TTL => false,
            _ => now < self.local_expiration_time,
        }
    }

    /// Whether it counts where another one is too (`LivenessInfo.supersedes`).
    #[must_use]
    pub fn supersedes(&self, other: &Self) -> bool {
        if self.timestamp != other.timestamp {
            return self.timestamp > other.timestamp;
        }
        let is_expired = self.ttl == EXPIRED_LIVENESS_TTL;
        if is_expired != (other.ttl == EXPIRED_LIVENESS_TTL) {
            return is_expired;
        }
        if self.is_expiring() != other.is_expiring() {
            return self.is_expiring();
        }
        // Of those that expire at the same time the one with the shorter TTL was probably written later.
        (self.local_expiration_time, other.ttl) > (other.local_expiration_time, self.ttl)
    }

    /// Whether it expires.
    #[inline]
    #[must_use]
    pub fn is_expiring(&self) -> bool {
        self.ttl != 0
    }
}

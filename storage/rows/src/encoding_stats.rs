use cqlite_format::statistics::SerializationHeader;
use cqlite_format::version::SstableVersion;

use crate::{RefusedNumber, RowError, NO_DELETION_TIME, NO_TIMESTAMP};

/// What times and TTLs of an SSTable are stored relative to, as Cassandra gets it from the header.
///
/// Reference: `EncodingStats`, `SerializationHeader.readLocalDeletionTime`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EncodingStats {
    /// Microseconds since 1970.
    pub min_timestamp: i64,
    /// Seconds since 1970.
    pub min_local_deletion_time: i64,
    /// Seconds.
    pub min_ttl: i32,
    /// Local deletion times above 2^31 are times, not errors.
    pub(crate) is_unsigned: bool,
    /// What is stored for a local deletion time that means "never".
    never: i64,
    /// The header's own numbers, which what is stored was added to.
    header_local_deletion_time: i64,
    header_ttl: i64,
}

impl EncodingStats {
    /// Those of a header.
    ///
    /// # Errors
    /// A difference to the epochs of more than 32 bits, which Cassandra does not read.
    pub fn new(version: SstableVersion, header: &SerializationHeader) -> Result<Self, RowError> {
        let epoch = SerializationHeader::deletion_time_epoch(version);
        difference(header.min_local_deletion_time, epoch, RefusedNumber::DeletionTimeDifference)?;
        difference(header.min_ttl, SerializationHeader::ttl_epoch(version), RefusedNumber::TtlDifference)?;
        Ok(EncodingStats {
            min_timestamp: min_timestamp(version, header),
            // It has 32 bits, signed, when Cassandra adds the difference.
            min_local_deletion_time: i64::from(header.min_local_deletion_time as i32),
            min_ttl: header.min_ttl as i32,
            is_unsigned: version.has_uint_deletion_time(),
            never: if version.predates_5_0() { i64::from(i32::MAX) } else { NO_DELETION_TIME },
            header_local_deletion_time: header.min_local_deletion_time,
            header_ttl: header.min_ttl,
        })
    }

    /// Gives a header the smallest timestamp that Cassandra takes from it. Rows are decoded with the header's number, so this comes before.
    pub fn normalise(version: SstableVersion, header: &mut SerializationHeader) {
        header.min_timestamp = min_timestamp(version, header);
    }

    /// A local deletion time as it is stored: of its difference to the header's 32 bits are kept, with their sign
    /// (`SerializationHeader.writeLocalDeletionTime`).
    #[inline]
    #[must_use]
    pub fn stored_local(&self, local: i64) -> i64 {
        let local = if local == NO_DELETION_TIME { self.never } else { local };
        let difference = local.wrapping_sub(self.header_local_deletion_time) as i32;
        self.header_local_deletion_time + i64::from(difference)
    }

    /// A local deletion time as Cassandra gets it.
    #[inline(always)]
    pub(crate) fn local(&self, stored: i64) -> Result<i64, RowError> {
        Ok(difference(stored, self.header_local_deletion_time, RefusedNumber::DeletionTimeDifference)?
            + self.min_local_deletion_time)
    }

    /// A TTL as Cassandra gets it.
    #[inline(always)]
    pub(crate) fn ttl(&self, stored: i64) -> Result<i32, RowError> {
        difference(stored, self.header_ttl, RefusedNumber::TtlDifference)?;
        Ok(stored as i32)
    }
}

/// The smallest timestamp that means "none" is replaced by the epoch.
fn min_timestamp(version: SstableVersion, header: &SerializationHeader) -> i64 {
    match header.min_timestamp {
        NO_TIMESTAMP => SerializationHeader::timestamp_epoch(version),
        some => some,
    }
}

/// How much a stored number is above what it is stored relative to: Cassandra reads that into 32 bits, signed.
#[inline(always)]
fn difference(stored: i64, base: i64, what: RefusedNumber) -> Result<i64, RowError> {
    let delta = stored.wrapping_sub(base);
    match i32::try_from(delta) {
        Ok(delta) => Ok(i64::from(delta)),
        Err(_) => Err(RowError::new(what, delta)),
    }
}

use cqlite_format::common::{self, DeletionTimeRef};
use cqlite_format::data::{DeltaDeletionTime, DeltaDeletionTimeRef};
use cqlite_format::version::SstableVersion;

use crate::time::{
    first_absolute_deletion, from_unsigned, is_invalid, INVALID_DELETION_TIME, MAX_DELETION_TIME, NO_DELETION_TIME,
    NO_TIMESTAMP,
};
use crate::{EncodingStats, RowError, StoreError};

/// A deletion of a partition, a range of rows, a row or a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeletionTime {
    /// What was written up to here is deleted, in microseconds since 1970.
    pub marked_for_delete_at: i64,
    /// When it was made, in seconds since 1970.
    pub local_deletion_time: i64,
}

impl DeletionTime {
    /// No deletion.
    pub const LIVE: DeletionTime =
        DeletionTime { marked_for_delete_at: NO_TIMESTAMP, local_deletion_time: NO_DELETION_TIME };

    /// What is stored relative to the header: the deletion of a row, a range or a column. Such a one is never LIVE by its local deletion
    /// time, which Cassandra takes for impossible then.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    #[inline(always)]
    pub fn of_delta(d: &DeltaDeletionTimeRef<'_>, stats: &EncodingStats) -> Result<Self, RowError> {
        let local = stats.local(d.local_deletion_time)?;
        let is_possible = (0..=MAX_DELETION_TIME).contains(&local);
        Ok(DeletionTime {
            marked_for_delete_at: d.marked_for_delete_at,
            local_deletion_time: if is_possible { local } else { INVALID_DELETION_TIME },
        })
    }

    /// The deletion of a partition; none if it is LIVE.
    #[must_use]
    pub fn of_partition(d: &DeletionTimeRef<'_>) -> Option<Self> {
        let (Some(marked_for_delete_at), Some(local)) = (d.marked_for_delete_at, d.local_deletion_time) else {
            return None;
        };
        let local_deletion_time = u32::try_from(local).map_or(INVALID_DELETION_TIME, from_unsigned);
        Some(DeletionTime { marked_for_delete_at, local_deletion_time })
    }

    /// As it is stored relative to the header, over what stands there already.
    #[inline]
    #[must_use]
    pub(crate) fn to_delta(self, stats: &EncodingStats, over: DeltaDeletionTime) -> DeltaDeletionTime {
        let mut stored = over;
        stored.marked_for_delete_at = self.marked_for_delete_at;
        stored.local_deletion_time = stats.stored_local(self.local_deletion_time);
        stored
    }

    /// As the deletion of a partition is stored, and that of a range in an index.
    ///
    /// # Errors
    /// A timestamp that the version does not have here.
    pub fn to_stored(&self, version: SstableVersion) -> Result<common::DeletionTime, StoreError> {
        self.to_stored_over(version, common::DeletionTime::default())
    }

    /// The same over what stands there already.
    pub(crate) fn to_stored_over(
        self,
        version: SstableVersion,
        over: common::DeletionTime,
    ) -> Result<common::DeletionTime, StoreError> {
        let first = first_absolute_deletion(version);
        if !self.is_live() && self.marked_for_delete_at < first {
            return Err(StoreError::Deletion { timestamp: self.marked_for_delete_at, version: version.letters() });
        }
        let local =
            if self.local_deletion_time == NO_DELETION_TIME { i64::from(u32::MAX) } else { self.local_deletion_time };
        let mut stored = over;
        stored.is_live = self.is_live();
        (stored.marked_for_delete_at, stored.local_deletion_time) = (Some(self.marked_for_delete_at), Some(local));
        Ok(stored)
    }

    /// Whether it is what becomes of LIVE when it is stored relative to the header, as it is for columns of a row another column of
    /// which is deleted: the difference of its local deletion time loses bits.
    #[must_use]
    pub fn was_live(&self, stats: &EncodingStats) -> bool {
        let was_never = is_invalid(self.local_deletion_time)
            || (!stats.is_unsigned && self.local_deletion_time == i64::from(i32::MAX));
        self.marked_for_delete_at == NO_TIMESTAMP && was_never
    }

    /// Whether the deletion of a column takes away one of the column's cells, which Cassandra drops when it reads the row: one written at
    /// the very time of the deletion it keeps (`BTreeRow.Builder.CellResolver`).
    #[inline(always)]
    #[must_use]
    pub fn drops_cell(&self, timestamp: i64) -> bool {
        timestamp < self.marked_for_delete_at
    }

    /// Whether it is none.
    #[inline]
    #[must_use]
    pub fn is_live(&self) -> bool {
        *self == DeletionTime::LIVE
    }

    /// The same, or nothing if it is none.
    #[inline]
    #[must_use]
    pub fn not_live(self) -> Option<Self> {
        Some(self).filter(|own| !own.is_live())
    }

    /// Whether it counts where another one is too.
    #[inline]
    #[must_use]
    pub fn supersedes(&self, other: &Self) -> bool {
        (self.marked_for_delete_at, self.local_deletion_time) > (other.marked_for_delete_at, other.local_deletion_time)
    }

    /// The one of some that counts where the others are too.
    #[must_use]
    pub fn newest(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(|a, b| if b.supersedes(&a) { b } else { a })
    }

    /// Whether it deletes what was written at a time.
    #[inline]
    #[must_use]
    pub fn deletes(&self, timestamp: i64) -> bool {
        timestamp <= self.marked_for_delete_at
    }
}

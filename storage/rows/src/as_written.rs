//! Whether what is stored is what would be stored of what has been read.

use cqlite_format::data::{
    CellRef, ColumnDataRef, DeltaDeletionTimeRef, MarkerBodyRef, PartitionRef, RowBodyRef, UnfilteredRef,
};
use cqlite_format::version::SstableVersion;

use crate::writing::{stored, Times};
use crate::{Cell, DeletionTime, EncodingStats, LivenessInfo, OpenDeletion, RowHead};

/// Compares stored rows and markers with what [`RowWriter`](crate::RowWriter) would store of them once they have been read, in the same version
/// and relative to the same numbers. Each asks whether they are the same.
///
/// How numbers of no fixed length are spelt is not looked at: there are longer ways than the one that Cassandra and this library write.
#[derive(Debug, Clone, Copy)]
pub struct AsWritten {
    version: SstableVersion,
    times: Times,
    /// Of the row at hand.
    liveness: LivenessInfo,
}

impl AsWritten {
    /// For what is stored relative to these.
    #[must_use]
    pub fn new(version: SstableVersion, stats: EncodingStats) -> Self {
        AsWritten { version, times: Times::new(version, stats), liveness: LivenessInfo::EMPTY }
    }

    /// The head of a partition with a deletion.
    #[must_use]
    pub fn partition(&self, head: &PartitionRef<'_>, deletion: Option<DeletionTime>) -> bool {
        let Some(deletion) = deletion else { return true };
        let (Ok(own), found) = (deletion.to_stored(self.version), &head.deletion) else { return false };
        self.times.local(deletion.local_deletion_time).is_ok()
            && (own.is_live, own.marked_for_delete_at, own.local_deletion_time)
                == (found.is_live, found.marked_for_delete_at, found.local_deletion_time)
    }

    /// What begins a row, a marker or the end of a partition: flags that it has to have, and no others.
    #[inline]
    #[must_use]
    pub fn unfiltered(&self, head: &UnfilteredRef<'_>) -> bool {
        if head.is_end | head.is_marker {
            let is_of_row = head.has_timestamp()
                | head.has_ttl()
                | head.has_deletion()
                | head.has_all_columns()
                | head.has_complex_deletion()
                | head.has_extended_flags();
            return !is_of_row & (head.ends_partition() != head.marks_range());
        }
        let is_special = head.is_static | head.has_shadowable_deletion();
        (head.has_extended_flags() == is_special) & (head.unknown_ext_flags() == 0)
    }

    /// What stands above the cells of a row, and `has_shadowable_deletion`, the row's flag.
    #[inline]
    #[must_use]
    pub fn row(&mut self, body: &RowBodyRef<'_>, row: &RowHead, has_shadowable_deletion: bool) -> bool {
        let (liveness, expires) = (row.liveness, row.liveness.is_expiring());
        self.liveness = liveness;
        if has_shadowable_deletion && row.deletion.is_none() {
            return false;
        }
        let local = match expires {
            true => match self.times.local(liveness.local_expiration_time) {
                Ok(local) => Some(local),
                Err(_) => return false,
            },
            false => None,
        };
        let deletion = match (&body.deletion, &row.deletion) {
            (None, None) => true,
            (Some(found), Some(own)) => self.is_stored(*own, found),
            _ => false,
        };
        deletion
            && body.timestamp == (!liveness.is_empty()).then_some(liveness.timestamp)
            && body.ttl == expires.then_some(i64::from(liveness.ttl))
            && body.local_deletion_time == local
    }

    /// What stands above the cells of a column of several ones, and its deletion, which is none if only others of the row have one.
    #[must_use]
    pub fn column(&self, head: &ColumnDataRef<'_>, deletion: Option<DeletionTime>) -> bool {
        let own = deletion.unwrap_or(DeletionTime::LIVE);
        head.complex_deletion.as_ref().is_none_or(|found| self.is_stored(own, found))
    }

    /// A cell.
    #[inline(always)]
    #[must_use]
    pub fn cell(&self, head: &CellRef<'_>, cell: &Cell<'_>) -> bool {
        let Ok(own) = stored(cell, head.is_complex, &self.liveness, &self.times) else { return false };
        (own.is_deleted == head.is_deleted())
            & (own.is_expiring == head.is_expiring())
            & (own.use_row_ttl == head.use_row_ttl())
            & (own.timestamp == head.timestamp)
            & (own.value.is_none() == head.has_empty_value())
            & (own.local_deletion_time == head.local_deletion_time)
            & (own.ttl == head.ttl)
            & (head.unknown_flags() == 0)
    }

    /// The deletions of a marker.
    #[must_use]
    pub fn marker(&self, body: &MarkerBodyRef<'_>, deletions: &OpenDeletion) -> bool {
        let Some((deletion, start)) = deletions.stored() else { return false };
        let starts = match (start, &body.start_deletion) {
            (None, None) => true,
            (Some(own), Some(found)) => self.is_stored(own, found),
            _ => false,
        };
        starts && self.is_stored(deletion, &body.deletion)
    }

    fn is_stored(&self, own: DeletionTime, found: &DeltaDeletionTimeRef<'_>) -> bool {
        self.times.deletion(own).is_ok_and(|own| {
            (own.marked_for_delete_at, own.local_deletion_time)
                == (found.marked_for_delete_at, found.local_deletion_time)
        })
    }
}

use cqlite_format::data::RowBodyRef;

use crate::{DeletionTime, EncodingStats, LivenessInfo, RowError};

/// What stands above the cells of a row.
#[derive(Debug, Clone, Copy)]
pub struct RowHead {
    /// As stored; cells refer to it.
    pub stored: LivenessInfo,
    /// As Cassandra keeps it: empty if the row's deletion deletes it.
    pub liveness: LivenessInfo,
    /// The row's deletion.
    pub deletion: Option<DeletionTime>,
    /// The deletion ends with the next write of the row.
    pub is_shadowable: bool,
    /// Cells up to this timestamp are deleted.
    pub deleted_up_to: i64,
}

impl RowHead {
    /// That of a row with cells only.
    pub const NONE: RowHead = RowHead {
        stored: LivenessInfo::EMPTY,
        liveness: LivenessInfo::EMPTY,
        deletion: None,
        is_shadowable: false,
        deleted_up_to: i64::MIN,
    };

    /// That of a row.
    ///
    /// # Errors
    /// A difference of more than 32 bits.
    #[inline]
    pub fn new(body: &RowBodyRef<'_>, is_shadowable: bool, stats: &EncodingStats) -> Result<Self, RowError> {
        let stored = LivenessInfo::of_row(body, stats)?;
        let mut head = RowHead { stored, liveness: stored, is_shadowable, ..RowHead::NONE };
        if let Some(deletion) = &body.deletion {
            let deletion = DeletionTime::of_delta(deletion, stats)?;
            head.deleted_up_to = deletion.marked_for_delete_at;
            if deletion.deletes(stored.timestamp) {
                head.liveness = LivenessInfo::EMPTY;
            }
            // A shadowable deletion ends with the next write of the row, but what it has deleted stays so.
            if !(is_shadowable && head.liveness.timestamp > deletion.marked_for_delete_at) {
                head.deletion = Some(deletion);
            }
        }
        Ok(head)
    }

    /// Whether the row's deletion deletes what a cell of it was written with at a time.
    #[inline(always)]
    #[must_use]
    pub fn deletes(&self, timestamp: i64) -> bool {
        timestamp <= self.deleted_up_to
    }
}

/// Whether a row without any of these is none (`Row.isEmpty`).
#[inline]
pub(crate) fn says_nothing(liveness: &LivenessInfo, is_deleted: bool, has_columns: bool) -> bool {
    !has_columns && !is_deleted && liveness.is_empty()
}

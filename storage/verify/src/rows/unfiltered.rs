//! Judges rows and markers: flags, lengths, order, ranges.

use std::cmp::Ordering;

use cqlite_format::common::{ClusteringBoundRef, ClusteringValuesSpan, PrefixKind};
use cqlite_format::data::{DeltaDeletionTimeRef, MarkerBodyRef, MarkerRef, RowRef, UnfilteredRef};
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::DeletionTime;
use cqlite_runtime::ReadError;

use super::cells::severity;
use super::checker::Checker;
use crate::fields::{block, marker, row, unfiltered, value, values, Field};
use crate::{Check, Severity};

/// One of a marker's deletions, and what findings about it name.
struct DeletionFields {
    whole: Field,
    delta: Field,
    seconds: Field,
}

const DELETION: DeletionFields =
    DeletionFields { whole: marker::DELETION, delta: marker::DELETED_AT_DELTA, seconds: marker::DELETED_AT };
const START_DELETION: DeletionFields = DeletionFields {
    whole: marker::START_DELETION,
    delta: marker::START_DELETED_AT_DELTA,
    seconds: marker::START_DELETED_AT,
};

impl Checker<'_, '_> {
    fn clustering_values(&mut self, span: &ClusteringValuesSpan<'_>, field: Field) -> Result<(), ReadError> {
        let (count, at) = (self.current.len(), span.begin);
        if let Some(stray) = self.current.stray_block {
            let path = field.then(values::BLOCKS).nth(stray).then(block::HEADER);
            let message = "bits of values that do not exist are set";
            self.find(Severity::Warning, Check::Rows, at, path, message);
        }
        if self.current.has_unknown_kind {
            self.find(Severity::Error, Check::Rows, at, field, "a value is of a kind that does not exist");
        }
        self.log.count_many(Check::Values, count as u64);
        for i in 0..count {
            let Some(Some(ty)) = self.schema.clustering.get(i) else { continue };
            let Some(value) = self.current.value(i) else { continue };
            if let Err(e) = cqlite_types::validate(ty, value) {
                let (block, place) = self.current.place(i);
                let block = field.then(values::BLOCKS).nth(block);
                let path = block.then(block::VALUES).nth(place).then(value::DATA);
                self.find(severity(&e), Check::Values, at, path, e.to_string());
            }
        }
        Ok(())
    }

    /// What `current` begins with: its order, and its place in the row index.
    fn begin_unfiltered(&mut self, field: Field) {
        let begin = self.unfiltered;
        self.log.count(Check::ClusteringOrder);
        if self.has_last && self.table.comparator.is_known() {
            match self.table.comparator.stored_order(&self.last, &self.current) {
                Ordering::Less => {}
                Ordering::Equal
                    if self.current.kind() == PrefixKind::Clustering && self.last.kind() == PrefixKind::Clustering =>
                {
                    self.find(Severity::Error, Check::ClusteringOrder, begin, field, "duplicate row");
                }
                Ordering::Equal => {
                    let what = "the marker is at the same place as the one before";
                    self.find(Severity::Warning, Check::ClusteringOrder, begin, field, what);
                }
                Ordering::Greater => {
                    let what = "the clustering is not after that of the row or marker before";
                    self.find(Severity::Error, Check::ClusteringOrder, begin, field, what);
                }
            }
        }
        self.totals.add_clustering(&self.current, &self.table.comparator, begin);
        let last = self.has_last.then_some(&self.last);
        self.pairing.unfiltered(begin - self.begin, &self.current, last, self.open, self.log);
    }

    /// A row or marker, but not the static row, has been read.
    pub(super) fn unfiltered_ends(&mut self) {
        self.prev = self.unfiltered - self.begin;
        std::mem::swap(&mut self.last, &mut self.current);
        self.has_last = true;
    }

    /// The distance to the unfiltered before, as this one should tell it.
    fn expected_distance(&self) -> u64 {
        match self.is_at_static_row() {
            true => 0,
            false => self.unfiltered - self.begin - self.prev,
        }
    }

    /// What begins a row, a marker, or the end of the partition.
    pub(super) fn unfiltered_head(&mut self, head: &UnfilteredRef<'_>) {
        self.unfiltered = head.begin;
        if head.is_end {
            self.end_mark(head);
            return;
        }
        self.log.count(Check::Rows);
        if head.is_marker {
            self.only_flag(head, "a marker");
        } else {
            self.row_flags(head);
            self.row.begin(head, self.expected_distance());
        }
    }

    fn end_mark(&mut self, head: &UnfilteredRef<'_>) {
        self.only_flag(head, "the end of a partition");
        if self.open.is_some() {
            let message = "a range is open at the end of the partition";
            self.find(Severity::Error, Check::RangeTombstones, head.begin, unfiltered::FLAGS, message);
        }
    }

    /// The flag that says what it is must be the only one.
    fn only_flag(&mut self, head: &UnfilteredRef<'_>, what: &str) {
        if head.flags_set().count() > 1 {
            let set: Vec<&str> = head.flags_set().collect();
            let message = format!("{what} has more flags than that: {}", set.join(", "));
            self.find(Severity::Error, Check::Rows, head.begin, unfiltered::FLAGS, message);
        }
    }

    fn row_flags(&mut self, head: &UnfilteredRef<'_>) {
        let at = head.begin;
        if head.has_ttl() && !head.has_timestamp() {
            let message = "the row has a TTL, but no timestamp";
            self.find(Severity::Error, Check::Rows, at, unfiltered::FLAGS, message);
        }
        if head.unknown_ext_flags() != 0 {
            self.find(Severity::Error, Check::Rows, at, unfiltered::EXT_FLAGS, "unknown flags are set");
        }
    }

    /// A row, before its body.
    pub(super) fn row_head(&mut self, head: &RowRef<'_>) -> Result<(), ReadError> {
        let Some(span) = &head.clustering else { return Ok(()) };
        let types = &self.schema.params.h.clustering_types;
        self.current.fill(PrefixKind::Clustering, span, types)?;
        self.clustering_values(span, row::CLUSTERING)?;
        self.begin_unfiltered(row::CLUSTERING);
        Ok(())
    }

    /// A marker, before its body.
    pub(super) fn marker_head(&mut self, head: &MarkerRef<'_>) -> Result<(), ReadError> {
        let bound = &head.bound;
        self.bound = head.begin;
        self.fill_bound(bound)?;
        self.clustering_values(&bound.values, marker::VALUES)?;
        self.begin_unfiltered(marker::BOUND);
        Ok(())
    }

    /// The deletions of a marker.
    pub(super) fn marker_contents(&mut self, body: &MarkerBodyRef<'_>) {
        self.distance(body.prev_len, self.expected_distance(), body.begin);
        let deletion = self.marker_deletion(&body.deletion, body.begin, &DELETION);
        let start = body.start_deletion.as_ref();
        let start = start.and_then(|d| self.marker_deletion(d, body.begin, &START_DELETION));
        self.pair(deletion, start);
    }

    fn marker_deletion(
        &mut self,
        d: &DeltaDeletionTimeRef<'_>,
        at: u64,
        fields: &DeletionFields,
    ) -> Option<DeletionTime> {
        let deletion = self.stored_deletion(d, at, fields.delta.into(), fields.seconds.into());
        if deletion.is_none() {
            let message = "the marker's deletion deletes nothing";
            self.find(Severity::Warning, Check::RangeTombstones, at, fields.whole, message);
        }
        deletion
    }

    fn fill_bound(&mut self, bound: &ClusteringBoundRef<'_>) -> Result<(), ReadError> {
        use PrefixKind as K;
        let (size, at) = (usize::try_from(bound.values.count).unwrap_or(0), self.bound);
        let types = &self.schema.params.h.clustering_types;
        if matches!(bound.kind, K::Clustering | K::StaticClustering | K::SstableLowerBound | K::SstableUpperBound) {
            let message = format!("a marker cannot be of kind {}", bound.kind.id());
            self.find(Severity::Error, Check::RangeTombstones, at, marker::KIND, message);
        }
        if size > types.len() {
            let message = format!("there are {size} values for {} clustering columns", types.len());
            self.find(Severity::Error, Check::Rows, at, marker::SIZE, message);
        }
        self.current.fill(bound.kind, &bound.values, types)
    }

    /// Ranges are opened and closed in turns. At a boundary `deletion` is that of the range that ends.
    fn pair(&mut self, deletion: Option<DeletionTime>, start: Option<DeletionTime>) {
        use PrefixKind as K;
        let (kind, at) = (self.current.kind(), self.bound);
        self.log.count(Check::RangeTombstones);
        let (closes, opens) = match kind {
            K::InclStartBound | K::ExclStartBound => (false, true),
            K::InclEndBound | K::ExclEndBound => (true, false),
            K::ExclEndInclStartBoundary | K::InclEndExclStartBoundary => (true, true),
            _ => return,
        };
        match (self.open, closes) {
            (None, true) => {
                self.find(
                    Severity::Error,
                    Check::RangeTombstones,
                    at,
                    marker::BOUND,
                    "a range ends that has not begun",
                );
            }
            (Some(_), false) => {
                self.find(
                    Severity::Error,
                    Check::RangeTombstones,
                    at,
                    marker::BOUND,
                    "a range begins inside another one",
                );
            }
            (Some(open), true) if deletion.is_some_and(|d| d != open) => {
                let message = "the end of the range has another deletion than its start";
                self.find(Severity::Error, Check::RangeTombstones, at, marker::DELETION, message);
            }
            _ => {}
        }
        self.open = match (opens, closes) {
            (true, true) => start,
            (true, false) => deletion,
            _ => None,
        };
    }

    pub(super) fn distance(&mut self, found: u64, expected: u64, at: u64) {
        let is_untold = found == 0 && self.table.version.may_be_compacted_by_cursor();
        if found != expected && !is_untold {
            let message = format!("the distance to the row or marker before is {expected}, but {found} is stored");
            self.find(Severity::Error, Check::Rows, at, unfiltered::PREV_LEN, message);
        }
    }
}

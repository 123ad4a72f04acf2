//! Judges rows and markers: flags, lengths, order, ranges.

use std::cmp::Ordering;

use cqlite_format::common::{ClusteringBoundRef, ClusteringValuesSpan, PrefixKind};
use cqlite_format::data::{DeltaDeletionTimeRef, MarkerBodyRef, MarkerRef, RowRef, UnfilteredRef};
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::{DeletionTime, OpenDeletion, RangeFault, RangeTombstoneMarker};
use cqlite_runtime::ReadError;

use super::checker::Checker;
use crate::fields::{block, marker, row, unfiltered, value, values, Field};
use crate::{rule, Check};

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
            self.find(rule::clustering_bits(), at, path);
        }
        if self.current.has_unknown_kind {
            self.find(rule::unknown_value_kind(), at, field);
        }
        self.log.count_many(Check::Values, count as u64);
        for i in 0..count {
            let Some(Some(ty)) = self.schema.clustering.get(i) else { continue };
            let Some(value) = self.current.value(i) else { continue };
            if let Err(e) = cqlite_types::validate(ty, value) {
                let (block, place) = self.current.place(i);
                let block = field.then(values::BLOCKS).nth(block);
                let path = block.then(block::VALUES).nth(place).then(value::DATA);
                self.invalid_value(&e, at, path);
            }
        }
        Ok(())
    }

    /// What `current` begins with: its order, and its place in the row index.
    fn begin_unfiltered(&mut self, field: Field) {
        let begin = self.unfiltered;
        self.log.count(Check::ClusteringOrder);
        if self.has_last && self.table.comparator.is_known() {
            let are_rows = [&self.last, &self.current].iter().all(|p| p.kind() == PrefixKind::Clustering);
            let breach = match self.table.comparator.stored_order(&self.last, &self.current) {
                Ordering::Less => None,
                Ordering::Equal if are_rows => Some(rule::duplicate_row()),
                Ordering::Equal => Some(rule::duplicate_marker()),
                Ordering::Greater => Some(rule::clustering_order()),
            };
            if let Some(breach) = breach {
                self.find(breach, begin, field);
            }
        }
        self.totals.collected.clustering(&self.current, &self.table.comparator, begin);
        let last = self.has_last.then_some(&self.last);
        self.index.unfiltered(begin - self.begin, &self.current, last, self.open.deletion(), self.log);
    }

    /// A row or marker, but not the static row, has been read.
    pub(super) fn unfiltered_ends(&mut self) {
        self.prev = self.unfiltered - self.begin;
        std::mem::swap(&mut self.last, &mut self.current);
        self.has_last = true;
    }

    /// The distance to the unfiltered before, as this one should store it.
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
        if let Some(fault) = self.open.end() {
            self.range(fault, head.begin, unfiltered::FLAGS);
        }
    }

    /// The flag that says what it is must be the only one.
    fn only_flag(&mut self, head: &UnfilteredRef<'_>, what: &str) {
        if head.flags_set().count() > 1 {
            let set: Vec<&str> = head.flags_set().collect();
            self.find(rule::only_flag(what, set.join(", ")), head.begin, unfiltered::FLAGS);
        }
    }

    fn row_flags(&mut self, head: &UnfilteredRef<'_>) {
        let at = head.begin;
        if head.has_ttl() && !head.has_timestamp() {
            self.find(rule::ttl_without_timestamp(), at, unfiltered::FLAGS);
        }
        if head.unknown_ext_flags() != 0 {
            self.find(rule::unknown_extended_flags(), at, unfiltered::EXT_FLAGS);
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
        let start = start.map(|d| self.marker_deletion(d, body.begin, &START_DELETION));
        self.pair(deletion, start);
    }

    fn marker_deletion(&mut self, d: &DeltaDeletionTimeRef<'_>, at: u64, fields: &DeletionFields) -> DeletionTime {
        let deletion = self.stored_deletion(d, at, fields.delta.into(), fields.seconds.into());
        if deletion.is_none() {
            self.find(rule::marker_deletion_live(), at, fields.whole);
        }
        deletion.unwrap_or(DeletionTime::LIVE)
    }

    fn fill_bound(&mut self, bound: &ClusteringBoundRef<'_>) -> Result<(), ReadError> {
        use PrefixKind as K;
        let (size, at) = (usize::try_from(bound.values.count).unwrap_or(0), self.bound);
        let types = &self.schema.params.h.clustering_types;
        if matches!(bound.kind, K::Clustering | K::StaticClustering | K::SstableLowerBound | K::SstableUpperBound) {
            self.find(rule::marker_kind(bound.kind.id()), at, marker::KIND);
        }
        if size > types.len() {
            self.find(rule::marker_size(size, types.len()), at, marker::SIZE);
        }
        self.current.fill(bound.kind, &bound.values, types)
    }

    /// Ranges are opened and closed in turns. At a boundary `deletion` is that of the range that ends.
    fn pair(&mut self, deletion: DeletionTime, start: Option<DeletionTime>) {
        let kind = self.current.kind();
        self.log.count(Check::RangeTombstones);
        // What is of no kind of markers has been found to be so.
        if !RangeTombstoneMarker::can_be(kind, usize::MAX) {
            return;
        }
        if let Some(fault) = self.open.pass(&OpenDeletion::of(kind, deletion, start)) {
            let field = if fault == RangeFault::OtherDeletion { marker::DELETION } else { marker::BOUND };
            self.range(fault, self.bound, field);
        }
    }

    fn range(&mut self, fault: RangeFault, at: u64, field: Field) {
        let breach = match fault {
            RangeFault::NotOpen => rule::range_not_open(),
            RangeFault::InRange => rule::range_in_range(),
            RangeFault::OtherDeletion => rule::range_deletion(),
            RangeFault::NotClosed => rule::range_not_closed(),
        };
        self.find(breach, at, field);
    }

    pub(super) fn distance(&mut self, found: u64, expected: u64, at: u64) {
        let is_untold = found == 0 && self.table.version.may_be_compacted_by_cursor();
        if found != expected && !is_untold {
            self.find(rule::previous_size(expected, found), at, unfiltered::PREV_LEN);
        }
    }
}

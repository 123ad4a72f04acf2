//! Judges rows and markers: flags, lengths, order, ranges.

use std::cmp::Ordering;

use cqlite_format::common::{ClusteringBlockRef, ClusteringBoundRef, ClusteringValuesSpan, PrefixKind};
use cqlite_format::data::{DeltaDeletionTimeRef, MarkerBodyRef, MarkerRef, RowBody, RowRef, UnfilteredRef};
use cqlite_runtime::{ReadError, Reader};

use super::checker::Checker;
use super::place::{Leaf, Spot};
use super::times::Deletion;
use crate::{Check, Severity};

const MARKER_DELETION: [&str; 3] =
    ["body.body.deletion", "body.body.deletion.ldt_delta", "body.body.deletion.local_deletion_time"];
const MARKER_START_DELETION: [&str; 3] =
    ["body.body.start_deletion", "body.body.start_deletion.ldt_delta", "body.body.start_deletion.local_deletion_time"];

impl Checker<'_, '_> {
    fn clustering_values(&mut self, span: &ClusteringValuesSpan<'_>, field: &str) -> Result<(), ReadError> {
        let (values, at) = (self.current.len(), span.begin);
        // Two bits a value, 32 values a block.
        if (1..32).contains(&values) && span.reader().uvint(ClusteringBlockRef::site())? >> (2 * values) != 0 {
            let field = format!("{field}.blocks[0].header");
            self.find(Severity::Warning, Check::Rows, at, field.as_str(), "bits of values are set that there are not");
        }
        if self.current.has_unknown_kind {
            self.find(Severity::Error, Check::Rows, at, field, "a value is of kind 3, which there is not");
        }
        self.log.count_many(Check::Values, values as u64);
        for i in 0..values {
            let Some(Some(ty)) = self.schema.clustering.get(i) else { continue };
            let Some(value) = self.current.value(i) else { continue };
            if let Err(e) = cqlite_types::validate(ty, value) {
                let field = format!("{field}.blocks[{}].values[{}].val.data", i / 32, i % 32);
                self.find(Severity::Error, Check::Values, at, field.as_str(), e.to_string());
            }
        }
        Ok(())
    }

    /// What `current` begins with: its order, and its place in the row index.
    fn begin_unfiltered(&mut self, begin: u64, field: &str) {
        self.log.count(Check::ClusteringOrder);
        if self.has_last && self.comparator.is_known() {
            match self.comparator.order(&self.last, &self.current) {
                Ordering::Less => {}
                Ordering::Equal
                    if self.current.kind == PrefixKind::Clustering && self.last.kind == PrefixKind::Clustering =>
                {
                    self.find(Severity::Error, Check::ClusteringOrder, begin, field, "the row is there twice");
                }
                Ordering::Equal => {
                    let what = "the marker stands at the same place as the one before";
                    self.find(Severity::Warning, Check::ClusteringOrder, begin, field, what);
                }
                Ordering::Greater => {
                    let what = "the clustering is not behind that of the row or marker before";
                    self.find(Severity::Error, Check::ClusteringOrder, begin, field, what);
                }
            }
        }
        self.totals.add_clustering(&self.current, &self.comparator, begin);
        let last = self.has_last.then_some(&self.last);
        self.pairing.unfiltered(begin - self.begin, &self.current, last, self.open, self.log);
    }

    fn end_unfiltered(&mut self, begin: u64) {
        self.prev = begin - self.begin;
        std::mem::swap(&mut self.last, &mut self.current);
        self.has_last = true;
        if let Spot::Unfiltered(i) = &mut self.spot {
            *i += 1;
        }
    }

    /// The distance to the unfiltered before, as the one at `begin` should tell it.
    fn expected_distance(&self, begin: u64) -> u64 {
        match self.spot {
            Spot::Static => 0,
            _ => begin - self.begin - self.prev,
        }
    }

    /// A row and its body.
    pub(super) fn row(
        &mut self,
        head: &UnfilteredRef<'_>,
        row: &RowRef<'_>,
        mut body: Reader<'_>,
    ) -> Result<(), ReadError> {
        self.log.count(Check::Rows);
        self.row_flags(head);
        if let Some(span) = &row.clustering {
            let types = &self.schema.header.clustering_types;
            self.current.fill(PrefixKind::Clustering, span, types.len(), types)?;
            self.clustering_values(span, "body.clustering")?;
            self.begin_unfiltered(head.begin, "body.clustering");
        }
        self.row.begin(head, self.expected_distance(head.begin));
        let params = self.schema.params();
        let _ = RowBody::visit(&mut body, &params, row.flags, row.is_static, self)?;
        body.finish(RowRef::site())?;
        self.end_row(head.begin);
        if !row.is_static {
            self.end_unfiltered(head.begin);
        }
        Ok(())
    }

    fn row_flags(&mut self, head: &UnfilteredRef<'_>) {
        let (flags, ext) = (head.flags, head.ext_flags);
        if flags & 0x0c == 0x08 {
            let message = "the row has a TTL, but no timestamp that it is of";
            self.find(Severity::Error, Check::Rows, head.begin, "flags", message);
        }
        if ext.is_some_and(|ext| ext & !0x03 != 0) {
            self.find(Severity::Error, Check::Rows, head.begin + 1, "ext_flags", "unknown flags are set");
        }
        match (self.spot, head.is_static) {
            (Spot::Static, false) => {
                self.find(
                    Severity::Error,
                    Check::Rows,
                    head.begin,
                    "ext_flags",
                    "the row in the static row's place is not static",
                );
            }
            (Spot::Unfiltered(_), true) => {
                self.find(
                    Severity::Error,
                    Check::Rows,
                    head.begin,
                    "ext_flags",
                    "a static row stands among the others",
                );
            }
            _ => {}
        }
    }

    /// A marker and its body.
    pub(super) fn marker(
        &mut self,
        head: &UnfilteredRef<'_>,
        marker: &MarkerRef<'_>,
        mut body: Reader<'_>,
    ) -> Result<(), ReadError> {
        self.log.count_many(Check::Rows, 1);
        if head.flags != 0x02 {
            let message = format!("the flags of a marker are {:#04x}, expected 0x02", head.flags);
            self.find(Severity::Error, Check::Rows, head.begin, "flags", message);
        }
        let bound = &marker.bound;
        self.fill_bound(bound, marker.begin)?;
        self.clustering_values(&bound.values, "body.bound.values")?;
        self.begin_unfiltered(head.begin, "body.bound");
        let params = self.schema.params();
        let b = MarkerBodyRef::read(&mut body, &params, marker.is_boundary)?;
        body.finish(MarkerBodyRef::site())?;
        let expected = self.expected_distance(head.begin);
        self.distance(b.prev_len, expected, b.begin);
        let deletion = self.marker_deletion(&b.deletion, b.begin, &MARKER_DELETION);
        let start = b.start_deletion.as_ref().and_then(|d| self.marker_deletion(d, b.begin, &MARKER_START_DELETION));
        self.pair(bound.kind, marker.begin, deletion, start);
        self.end_unfiltered(head.begin);
        Ok(())
    }

    /// One of a marker's deletions, with the paths of its fields.
    fn marker_deletion(
        &mut self,
        d: &DeltaDeletionTimeRef<'_>,
        at: u64,
        [whole, delta, seconds]: &[&str; 3],
    ) -> Option<Deletion> {
        self.delta(d.ldt_delta, at, Leaf::Plain(delta));
        let deletion = Deletion::of_delta(d, self.schema.version);
        match deletion {
            Some(deletion) => self.deletion(deletion, at, Leaf::Plain(seconds)),
            None => {
                let message = "the marker's deletion deletes nothing";
                self.find(Severity::Warning, Check::RangeTombstones, at, *whole, message);
            }
        }
        deletion
    }

    fn fill_bound(&mut self, bound: &ClusteringBoundRef<'_>, at: u64) -> Result<(), ReadError> {
        use PrefixKind as K;
        let size = usize::from(bound.size);
        let types = &self.schema.header.clustering_types;
        if matches!(bound.kind, K::Clustering | K::StaticClustering | K::SstableLowerBound | K::SstableUpperBound) {
            let message = format!("a marker cannot be of kind {}", bound.kind.id());
            self.find(Severity::Error, Check::RangeTombstones, at, "body.bound.kind", message);
        }
        if size > types.len() {
            let message = format!("there are {size} values for {} clustering columns", types.len());
            self.find(Severity::Error, Check::Rows, at + 1, "body.bound.size", message);
        }
        self.current.fill(bound.kind, &bound.values, size, types)
    }

    /// Ranges are opened and closed in turns. At a boundary `deletion` is that of the range that ends.
    fn pair(&mut self, kind: PrefixKind, at: u64, deletion: Option<Deletion>, start: Option<Deletion>) {
        use PrefixKind as K;
        self.log.count(Check::RangeTombstones);
        let (closes, opens) = match kind {
            K::InclStartBound | K::ExclStartBound => (false, true),
            K::InclEndBound | K::ExclEndBound => (true, false),
            K::ExclEndInclStartBoundary | K::InclEndExclStartBoundary => (true, true),
            _ => return,
        };
        match (self.open, closes) {
            (None, true) => {
                self.find(Severity::Error, Check::RangeTombstones, at, "body.bound", "a range ends that has not begun");
            }
            (Some(_), false) => {
                self.find(Severity::Error, Check::RangeTombstones, at, "body.bound", "a range begins in another one");
            }
            (Some(open), true) if deletion.is_some_and(|d| d != open) => {
                let message = "the range's end tells another deletion than its start";
                self.find(Severity::Error, Check::RangeTombstones, at, "body.body.deletion", message);
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
        // Cassandra 6.0 tells none when it compacts (SSTableCursorWriter).
        let is_untold = found == 0 && self.schema.version.has_compression_dictionary();
        if found != expected && !is_untold {
            let message = format!("the distance to the row or marker before is {expected}, but {found} is stored");
            self.find(Severity::Error, Check::Rows, at, "body.body.prev_len", message);
        }
    }
}

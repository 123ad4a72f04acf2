//! Judges partitions, rows and markers.

use std::cmp::Ordering;
use std::fmt;

use cqlite_format::common::{ClusteringBlockRef, ClusteringBoundRef, ClusteringValuesSpan, PrefixKind};
use cqlite_format::data::{
    DeltaDeletionTimeRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBody, RowRef, UnfilteredRef,
};
use cqlite_runtime::{ReadError, Reader};
use cqlite_sstable::partitioner::DecoratedKey;

use super::cells::RowState;
use super::pairing::Pairing;
use super::schema::Schema;
use super::times::{fits_32, has_stray_flags, Clock, Deletion, STRAY_FLAGS};
use super::{Counts, DATA};
use crate::filter::{rejected, Filter};
use crate::index::check_key_range;
use crate::log::{error_offset, Log};
use crate::metadata::{Metadata, Table};
use crate::order::{Comparator, Prefix};
use crate::totals::Totals;
use crate::{Check, Finding, Severity, VerifyError};

/// Seconds by which a server's clock may be ahead of ours before deletions are said to be of the future.
const CLOCK_SKEW: i64 = 86_400;

const MARKER_DELETION: [&str; 3] =
    ["body.body.deletion", "body.body.deletion.ldt_delta", "body.body.deletion.local_deletion_time"];
const MARKER_START_DELETION: [&str; 3] =
    ["body.body.start_deletion", "body.body.start_deletion.ldt_delta", "body.body.start_deletion.local_deletion_time"];

/// The unfiltered that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// None yet: the partition's head.
    Head,
    /// The static row.
    Static,
    /// The one of this number.
    Unfiltered(u64),
}

/// A field of the unfiltered, or of the partition's head.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaf<'f> {
    /// By its path.
    Plain(&'f str),
    /// Of a column of the row.
    Column(i64, &'f str),
    /// Of a cell: of the column, of its number in a column of several, and of the field.
    Cell(i64, Option<u64>, &'f str),
}

impl<'f> From<&'f str> for Leaf<'f> {
    fn from(field: &'f str) -> Self {
        Leaf::Plain(field)
    }
}

impl fmt::Display for Leaf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Leaf::Plain(field) => f.write_str(field),
            Leaf::Column(column, field) => write!(f, "body.body.cells[{column}].{field}"),
            Leaf::Cell(column, None, field) => write!(f, "body.body.cells[{column}].simple.{field}"),
            Leaf::Cell(column, Some(i), field) => write!(f, "body.body.cells[{column}].cells[{i}].{field}"),
        }
    }
}

/// All that is known of the data so far, and what it is compared with.
pub(super) struct Checker<'t, 'r> {
    pub(super) log: &'t mut Log<'r>,
    pub(super) schema: &'t Schema,
    pub(super) comparator: Comparator,
    pub(super) totals: Totals,
    pub(super) clock: Clock,
    pub(super) row: RowState,
    pub(super) pairing: Pairing<'t>,
    table: &'t Table,
    filter: Option<Filter>,
    /// Number of the partition.
    pub(super) partition: u64,
    pub(super) spot: Spot,
    /// Where the partition begins.
    pub(super) begin: u64,
    pub(super) key: Vec<u8>,
    first_key: Option<DecoratedKey>,
    last_key: Option<DecoratedKey>,
    /// Where the unfiltered before begins, from the start of the partition.
    prev: u64,
    /// The row or marker at hand, and the one before it.
    current: Prefix,
    last: Prefix,
    has_last: bool,
    /// The deletion of the range that is open.
    open: Option<Deletion>,
    /// Cells of the SSTable before this partition.
    cells_before: u64,
    /// Last second at which a deletion may have been made.
    horizon: Option<i64>,
}

impl<'t, 'r> Checker<'t, 'r> {
    pub(super) fn new(
        schema: &'t Schema,
        table: &'t Table,
        metadata: &Metadata,
        filter: Option<Filter>,
        pairing: Pairing<'t>,
        log: &'t mut Log<'r>,
    ) -> Self {
        let horizon = log.options.now.map(|now| now.saturating_add(CLOCK_SKEW));
        Checker {
            log,
            schema,
            comparator: Comparator::new(table.version, &table.clustering),
            totals: Totals::new(table.version, metadata.stats().map(|(_, stats)| stats)),
            clock: Clock::of(table.version),
            row: RowState::default(),
            pairing,
            table,
            filter,
            partition: 0,
            spot: Spot::Head,
            begin: 0,
            key: Vec::new(),
            first_key: None,
            last_key: None,
            prev: 0,
            current: Prefix::default(),
            last: Prefix::default(),
            has_last: false,
            open: None,
            cells_before: 0,
            horizon,
        }
    }

    /// Path of a field of the unfiltered, or of the partition's head.
    fn path(&self, field: Leaf<'_>) -> String {
        let n = self.partition;
        match self.spot {
            Spot::Head => format!("partitions[{n}].{field}"),
            Spot::Static => format!("partitions[{n}].static_row.{field}"),
            Spot::Unfiltered(i) => format!("partitions[{n}].unfiltereds[{i}].{field}"),
        }
    }

    /// Keeps a finding at a position of the uncompressed data.
    #[cold]
    pub(super) fn find<'f>(
        &mut self,
        severity: Severity,
        check: Check,
        at: u64,
        field: impl Into<Leaf<'f>>,
        message: impl Into<String>,
    ) {
        let path = self.path(field.into());
        let finding = Finding::new(severity, check, DATA, message).data(at).field(path).key(&self.key);
        self.log.find(finding);
    }

    /// What does not decode.
    #[cold]
    pub(super) fn undecodable(&mut self, prefix: &str, e: &ReadError) {
        let field = format!("{prefix}{}", e.path());
        self.find(Severity::Error, Check::Rows, error_offset(e), field.as_str(), e.kind().to_string());
    }

    /// The head of the partition that begins at `head.begin`.
    pub(super) fn partition(&mut self, head: &PartitionRef<'_>) -> Result<(), VerifyError> {
        self.begin = head.begin;
        self.spot = Spot::Head;
        self.key.clear();
        self.key.extend_from_slice(head.key.data);
        (self.prev, self.has_last, self.open) = (0, false, None);
        self.cells_before = self.totals.cells;
        self.log.count(Check::Rows);
        if let Some(Err(e)) = self.schema.key.as_ref().map(|ty| cqlite_types::validate(ty, head.key.data)) {
            self.find(Severity::Error, Check::Values, head.begin, "key.data", e.to_string());
        }
        self.log.count(Check::Values);
        let key = self.table.partitioner.decorate(head.key.data);
        self.log.count(Check::PartitionOrder);
        let order = self.last_key.as_ref().map(|last| self.table.partitioner.compare_keys(last, &key));
        match order {
            Some(Ordering::Greater) => {
                self.find(
                    Severity::Error,
                    Check::PartitionOrder,
                    head.begin,
                    "key",
                    "the partition is before the one before it",
                );
            }
            Some(Ordering::Equal) => {
                self.find(Severity::Error, Check::PartitionOrder, head.begin, "key", "the partition is there twice");
            }
            _ => {}
        }
        if let Some(filter) = &mut self.filter {
            self.log.count(Check::Filter);
            if !filter.admits(head.key.data) {
                self.log.find(rejected(head.key.data));
            }
        }
        let deletion = self.partition_deletion(head);
        self.pairing.partition(self.partition, &key, head.begin, deletion, self.log)?;
        if self.first_key.is_none() {
            self.first_key = Some(key.clone());
        }
        self.last_key = Some(key);
        Ok(())
    }

    fn partition_deletion(&mut self, head: &PartitionRef<'_>) -> Option<Deletion> {
        let d = &head.deletion;
        if has_stray_flags(d) {
            self.find(Severity::Error, Check::DeletionTimes, head.begin, "deletion.flags", STRAY_FLAGS);
        }
        let deletion = Deletion::of(d, self.schema.version)?;
        self.totals.has_partition_deletions = true;
        let field =
            if d.flags.is_some() { "deletion.uint_local_deletion_time" } else { "deletion.legacy_local_deletion_time" };
        self.deletion(deletion, head.begin, field.into());
        Some(deletion)
    }

    /// A deletion that deletes something; it counts for the statistics.
    pub(super) fn deletion(&mut self, deletion: Deletion, at: u64, field: Leaf<'_>) {
        self.log.count(Check::DeletionTimes);
        self.totals.add_deletion(deletion, at);
        if let Some(message) = self.clock.deletion_problem(deletion.local_deletion_time) {
            self.find(Severity::Error, Check::DeletionTimes, at, field, message);
        } else {
            self.made_at(deletion.local_deletion_time, at, field);
        }
    }

    /// When a deletion was made.
    pub(super) fn made_at(&mut self, seconds: i64, at: u64, field: Leaf<'_>) {
        if let Some(horizon) = self.horizon.filter(|horizon| seconds > *horizon) {
            let message =
                format!("the deletion was made at {seconds}, more than a day after now, {}", horizon - CLOCK_SKEW);
            self.find(Severity::Warning, Check::DeletionTimes, at, field, message);
        }
    }

    /// Whether differences are of 32 bits, as they must be.
    pub(super) fn delta(&mut self, delta: u64, at: u64, field: Leaf<'_>) {
        if !fits_32(delta) {
            self.find(
                Severity::Error,
                Check::DeletionTimes,
                at,
                field,
                format!("the difference {delta} has more than 32 bits"),
            );
        }
    }

    /// Once the head and the static row have been read.
    pub(super) fn head_ends(&mut self, at: u64) {
        self.spot = Spot::Unfiltered(0);
        self.pairing.head_ends(at - self.begin, self.log);
    }

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

    /// The end of the partition, which its mark at `begin` tells; `end` is behind it.
    pub(super) fn partition_ends(&mut self, head: &UnfilteredRef<'_>, end: u64) {
        if head.flags != 0x01 {
            let message = format!("the flags of a partition's end are {:#04x}, expected 0x01", head.flags);
            self.find(Severity::Error, Check::Rows, head.begin, "flags", message);
        }
        if self.open.is_some() {
            self.find(
                Severity::Error,
                Check::RangeTombstones,
                head.begin,
                "flags",
                "a range is open at the end of the partition",
            );
        }
        let last = self.has_last.then_some(&self.last);
        self.pairing.partition_ends(head.begin - self.begin, end - self.begin, last, self.open, self.log);
        self.totals.add_partition(end - self.begin, self.totals.cells - self.cells_before);
        self.partition += 1;
    }

    /// The rest of a partition could not be read.
    pub(super) fn partition_breaks(&mut self) {
        self.pairing.partition_breaks();
        self.totals.partitions += 1;
        self.partition += 1;
    }

    pub(super) fn finish(mut self, metadata: &Metadata, is_whole: bool) -> Result<Counts, VerifyError> {
        if is_whole {
            self.pairing.finish(self.first_key.as_ref(), self.last_key.as_ref(), self.log)?;
            check_key_range(metadata, self.first_key.as_ref(), self.last_key.as_ref(), self.log);
            if let Some(filter) = self.filter {
                filter.finish(self.log);
            }
        } else {
            let why = "not all rows could be read";
            self.log.skip(&[Check::Totals, Check::IndexMatch, Check::Bounds], why);
        }
        let counts = Counts { partitions: self.totals.partitions, rows: self.totals.rows, cells: self.totals.cells };
        self.totals.check(metadata, &self.comparator, is_whole, self.log);
        Ok(counts)
    }
}

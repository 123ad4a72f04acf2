//! Judges partitions, and keeps what is known of the data so far.

use std::cmp::Ordering;

use cqlite_format::data::{DeltaDeletionTimeRef, PartitionCursor, PartitionRef};
use cqlite_rows::{DeletionTime, OpenRange, RowError, INVALID_DELETION_TIME};
use cqlite_runtime::ReadError;
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_schema::TableSchema;
use cqlite_sstable::writer::statistics::StatisticsCollector;
use cqlite_types::ValueError;

use super::cells::RowState;
use super::index_match::IndexMatch;
use super::place::Leaf;
use super::schema::Schema;
use super::times::wrong_deletion_time;
use super::{Counts, DATA};
use crate::fields::{data, partition, FieldPath};
use crate::filter::{rejected, Filter};
use crate::index::check_key_range;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::prefix::StoredPrefix;
use crate::rule::{self, Breach};
use crate::totals::Totals;
use crate::{Check, Finding, VerifyError};

/// Seconds by which a server's clock may be ahead of ours before deletions are said to be of the future.
const CLOCK_SKEW: i64 = 86_400;

/// All that is known of the data so far, and what it is compared with.
pub(super) struct Checker<'t, 'r> {
    pub(super) log: &'t mut Log<'r>,
    pub(super) schema: &'t Schema<'t>,
    pub(super) totals: Totals,
    pub(super) row: RowState,
    pub(super) index: IndexMatch<'t>,
    pub(super) table: &'t Table,
    pub(super) filter: Option<Filter>,
    /// Number of the partition.
    pub(super) partition: u64,
    /// What of the partition is looked at, and which one of those that repeat.
    cursor: PartitionCursor,
    element: u64,
    /// Whether events have come of what is looked at.
    pub(super) has_begun: bool,
    /// Where the partition begins.
    pub(super) begin: u64,
    /// Where the unfiltered at hand begins, and the bound if it is a marker.
    pub(super) unfiltered: u64,
    pub(super) bound: u64,
    pub(super) key: Vec<u8>,
    pub(super) first_key: Option<DecoratedKey>,
    pub(super) last_key: Option<DecoratedKey>,
    /// Where the unfiltered before begins, from the start of the partition.
    pub(super) prev: u64,
    /// The row or marker at hand, and the one before it.
    pub(super) current: StoredPrefix,
    pub(super) last: StoredPrefix,
    pub(super) has_last: bool,
    /// The deletion of the range that is open.
    pub(super) open: OpenRange,
    /// Last second at which a deletion may have been made.
    pub(super) horizon: Option<i64>,
    /// The data has been proven by checksums: how long rows are is believed, whatever the index says.
    pub(super) trusts_lengths: bool,
}

impl<'t, 'r> Checker<'t, 'r> {
    pub(super) fn new(
        schema: &'t Schema<'t>,
        table: &'t Table,
        metadata: &Metadata,
        filter: Option<Filter>,
        index: IndexMatch<'t>,
        log: &'t mut Log<'r>,
    ) -> Self {
        let horizon = log.options.now.map(|now| now.saturating_add(CLOCK_SKEW));
        Checker {
            log,
            schema,
            totals: Totals::new(table.version, metadata.stats().map(|(_, stats)| stats)),
            row: RowState::default(),
            index,
            table,
            filter,
            partition: 0,
            cursor: PartitionCursor::default(),
            element: 0,
            has_begun: false,
            begin: 0,
            unfiltered: 0,
            bound: 0,
            key: Vec::new(),
            first_key: None,
            last_key: None,
            prev: 0,
            current: StoredPrefix::default(),
            last: StoredPrefix::default(),
            has_last: false,
            open: OpenRange::default(),
            horizon,
            trusts_lengths: false,
        }
    }

    /// A partition begins at a position.
    pub(super) fn partition_begins(&mut self, begin: u64) {
        (self.cursor, self.element, self.begin) = (PartitionCursor::default(), 0, begin);
        (self.prev, self.has_last) = (0, false);
        self.open.begin();
        self.key.clear();
    }

    /// The cursor has taken a step, and stands at position `at`. It stays where it is before what repeats only.
    #[inline]
    pub(super) fn goes_to(&mut self, cursor: PartitionCursor, at: u64) {
        if cursor == self.cursor {
            self.element += 1;
            return;
        }
        (self.cursor, self.element) = (cursor, 0);
        if self.is_at_unfiltereds() {
            self.index.head_ends(at - self.begin, self.log);
        }
    }

    pub(super) fn is_at_head(&self) -> bool {
        self.cursor == PartitionCursor::default()
    }

    pub(super) fn is_at_static_row(&self) -> bool {
        self.cursor == PartitionCursor::at_static_row()
    }

    fn is_at_unfiltereds(&self) -> bool {
        self.cursor == PartitionCursor::at_unfiltereds()
    }

    /// Path of a field of what is looked at.
    fn path(&self, leaf: Leaf) -> FieldPath {
        let partition = data::PARTITIONS.nth(self.partition).then(self.cursor.field());
        match self.is_at_unfiltereds() {
            true => partition.nth(self.element).then(leaf),
            false => partition.then(leaf),
        }
    }

    /// Keeps a finding at a position of the uncompressed data.
    #[cold]
    pub(super) fn find(&mut self, breach: Breach, at: u64, field: impl Into<Leaf>) {
        let path = self.path(field.into());
        self.log.find(breach.of(DATA).data(at).field(path).key(&self.key));
    }

    /// Bytes that are no value of their type. What is not known for certain of DSE's types is no damage.
    #[cold]
    pub(super) fn invalid_value(&mut self, e: &ValueError, at: u64, field: impl Into<Leaf>) {
        if !self.log.options.values {
            return;
        }
        let breach = match e {
            ValueError::Foreign { .. } => rule::doubtful_value(e),
            _ => rule::invalid_value(e),
        };
        self.find(breach, at, field);
    }

    /// What does not decode.
    #[cold]
    pub(super) fn undecodable(&mut self, path: FieldPath, e: &ReadError) {
        self.find(rule::undecodable_row(e.kind()), e.offset(), path);
    }

    /// Key and deletion of the partition.
    pub(super) fn partition_head(&mut self, head: &PartitionRef<'_>) -> Result<(), VerifyError> {
        self.key.extend_from_slice(head.key.data);
        self.log.count(Check::Rows);
        if let Some(Err(e)) = self.schema.key.map(|ty| cqlite_types::validate(ty, head.key.data)) {
            self.invalid_value(&e, head.begin, partition::KEY_DATA);
        }
        self.log.count(Check::Values);
        let key = self.table.schema.keys.partitioner.decorate(head.key.data);
        self.log.count(Check::PartitionOrder);
        let order = self.last_key.as_ref().map(|last| self.table.schema.keys.partitioner.compare_keys(last, &key));
        match order {
            Some(Ordering::Greater) if self.table.has_key_order() => {
                self.find(rule::partition_order(), head.begin, partition::KEY);
            }
            Some(Ordering::Equal) => self.find(rule::duplicate_partition(), head.begin, partition::KEY),
            _ => {}
        }
        if let Some(filter) = &mut self.filter {
            self.log.count(Check::Filter);
            if !filter.admits(head.key.data) {
                self.log.find(rejected(head.key.data));
            }
        }
        let deletion = self.partition_deletion(head);
        self.index.partition(self.partition, &key, head.begin, deletion, self.log)?;
        if self.first_key.is_none() {
            self.first_key = Some(key.clone());
        }
        self.last_key = Some(key);
        Ok(())
    }

    fn partition_deletion(&mut self, head: &PartitionRef<'_>) -> Option<DeletionTime> {
        let deletion = DeletionTime::of_partition(&head.deletion);
        self.totals.collected.partition(deletion, head.begin);
        if let Some(deletion) = deletion {
            self.check_deletion(deletion, head.begin, partition::DELETED_AT.into());
        }
        deletion
    }

    /// A deletion of a row, a range or a column that deletes something; it counts for the statistics.
    fn deletion(&mut self, deletion: DeletionTime, at: u64, field: Leaf) {
        self.totals.collected.deletion(deletion, at);
        self.check_deletion(deletion, at, field);
    }

    fn check_deletion(&mut self, deletion: DeletionTime, at: u64, field: Leaf) {
        self.log.count(Check::DeletionTimes);
        match wrong_deletion_time(self.table.version, deletion.local_deletion_time) {
            Some(breach) => self.find(breach, at, field),
            None => self.made_at(deletion.local_deletion_time, at, field),
        }
    }

    /// When a deletion was made.
    pub(super) fn made_at(&mut self, seconds: i64, at: u64, field: Leaf) {
        if let Some(horizon) = self.horizon.filter(|horizon| seconds > *horizon) {
            self.find(rule::future_deletion(seconds, horizon - CLOCK_SKEW), at, field);
        }
    }

    /// A deletion that is stored relative to the header; nothing if it was LIVE.
    pub(super) fn stored_deletion(
        &mut self,
        d: &DeltaDeletionTimeRef<'_>,
        at: u64,
        delta: Leaf,
        seconds: Leaf,
    ) -> Option<DeletionTime> {
        match DeletionTime::of_delta(d, &self.table.stats) {
            Ok(deletion) if deletion.was_live(&self.table.stats) => None,
            Ok(deletion) => {
                self.deletion(deletion, at, seconds);
                Some(deletion)
            }
            Err(e) => {
                self.refused(e, at, delta);
                let marked_for_delete_at = d.marked_for_delete_at;
                Some(DeletionTime { marked_for_delete_at, local_deletion_time: INVALID_DELETION_TIME })
            }
        }
    }

    /// A number that Cassandra refuses.
    #[cold]
    pub(super) fn refused(&mut self, e: RowError, at: u64, field: Leaf) {
        self.find(rule::refused_time(e), at, field);
    }

    /// The partition has been read, up to `end`. The unfiltered at hand is the mark of its end.
    pub(super) fn partition_ends(&mut self, end: u64) {
        let last = self.has_last.then_some(&self.last);
        let rows_end = self.unfiltered - self.begin;
        self.index.partition_ends(rows_end, end - self.begin, last, self.open.deletion(), self.log);
        self.totals.collected.partition_ends(end - self.begin);
        self.partition += 1;
    }

    /// The rest of a partition could not be read.
    pub(super) fn partition_breaks(&mut self) {
        self.index.partition_breaks();
        self.totals.collected.partitions += 1;
        self.partition += 1;
    }

    /// What of the statistics' bounds is otherwise than in the rows, and what of all else in Statistics.db. If not all rows could be read it is
    /// what the bounds do not have.
    pub(super) fn beside_statistics(
        self,
        metadata: &Metadata,
        schema: &TableSchema,
        is_whole: bool,
    ) -> (Option<Finding>, Option<Finding>) {
        self.log.watch();
        self.table.check_columns(schema, metadata, self.log);
        self.totals.check(metadata, &self.table.comparator, is_whole, self.log);
        self.log.watched().map(|w| (w.contradiction.clone(), w.statistics.clone())).unwrap_or_default()
    }

    pub(super) fn finish(mut self, metadata: &Metadata, is_whole: bool) -> Result<Counts, VerifyError> {
        if is_whole {
            self.index.finish(self.first_key.as_ref(), self.last_key.as_ref(), self.log)?;
            check_key_range(metadata, self.first_key.as_ref(), self.last_key.as_ref(), self.log);
            if let Some(filter) = self.filter {
                filter.finish(self.log);
            }
        } else {
            let why = "not all rows could be read";
            self.log.skip(&[Check::Totals, Check::IndexMatch, Check::Bounds], why);
        }
        let StatisticsCollector { partitions, rows, cells, .. } = self.totals.collected;
        let counts = Counts { partitions, rows, cells };
        self.totals.check(metadata, &self.table.comparator, is_whole, self.log);
        Ok(counts)
    }
}

//! Judges partitions, and keeps what is known of the data so far.

use std::cmp::Ordering;

use cqlite_format::data::{PartitionRef, UnfilteredRef};
use cqlite_runtime::ReadError;
use cqlite_sstable::partitioner::DecoratedKey;

use super::cells::RowState;
use super::pairing::Pairing;
use super::place::{Leaf, Spot};
use super::schema::Schema;
use super::times::{fits_32, Clock, Deletion};
use super::{Counts, DATA};
use crate::filter::{rejected, Filter};
use crate::index::check_key_range;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::order::{Comparator, Prefix};
use crate::totals::Totals;
use crate::{Check, Finding, Severity, VerifyError};

/// Seconds by which a server's clock may be ahead of ours before deletions are said to be of the future.
const CLOCK_SKEW: i64 = 86_400;

/// All that is known of the data so far, and what it is compared with.
pub(super) struct Checker<'t, 'r> {
    pub(super) log: &'t mut Log<'r>,
    pub(super) schema: &'t Schema,
    pub(super) comparator: Comparator,
    pub(super) totals: Totals,
    pub(super) clock: Clock,
    pub(super) row: RowState,
    pub(super) pairing: Pairing<'t>,
    pub(super) table: &'t Table,
    pub(super) filter: Option<Filter>,
    /// Number of the partition.
    pub(super) partition: u64,
    pub(super) spot: Spot,
    /// Where the partition begins.
    pub(super) begin: u64,
    pub(super) key: Vec<u8>,
    pub(super) first_key: Option<DecoratedKey>,
    pub(super) last_key: Option<DecoratedKey>,
    /// Where the unfiltered before begins, from the start of the partition.
    pub(super) prev: u64,
    /// The row or marker at hand, and the one before it.
    pub(super) current: Prefix,
    pub(super) last: Prefix,
    pub(super) has_last: bool,
    /// The deletion of the range that is open.
    pub(super) open: Option<Deletion>,
    /// Cells of the SSTable before this partition.
    pub(super) cells_before: u64,
    /// Last second at which a deletion may have been made.
    pub(super) horizon: Option<i64>,
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
        self.find(Severity::Error, Check::Rows, e.offset(), field.as_str(), e.kind().to_string());
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
            Some(Ordering::Greater) if self.table.has_key_order() => {
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
        let deletion = Deletion::of(d, self.schema.version)?;
        self.totals.has_partition_deletions = true;
        self.deletion(deletion, head.begin, "deletion.local_deletion_time".into());
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

//! The largest partitions of a table.

mod counts;
mod indexed;
mod report;
mod source;
mod top;

use std::collections::BinaryHeap;
use std::sync::atomic::AtomicBool;

use cqlite_rows::Purger;
use cqlite_schema::partitioner::{DecoratedKey, Partitioner};
use cqlite_schema::TableSchema;

pub use counts::{PartitionCounts, Tombstones};
pub use report::{LargePartition, PartitionReport, PartitionTotals};

use crate::{Error, ErrorKind, Sstable};
use indexed::IndexedPartition;
use source::PartitionSource;
use top::{Ranked, Top};

/// What partitions are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum PartitionMeasure {
    /// Bytes of uncompressed data.
    #[default]
    Bytes,
    /// Rows, static ones included.
    Rows,
    /// Cells.
    Cells,
    /// Tombstones, what has expired included.
    Tombstones,
}

/// Finds the largest partitions of a table: over all its SSTables, in memory of as many partitions as are asked for.
///
/// Sizes are those of the uncompressed data and come from indexes; of the partitions that are named it is checked in the data that they begin, and
/// end, where the index says so. What is counted in rows is counted by reading them, as often as they
/// are stored: a row that two SSTables have counts twice.
///
/// ```
/// # let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/generations");
/// use cqlite::partitions::LargestPartitions;
/// let tables = cqlite::open(folder)?;
/// let sstables: Vec<_> = tables.table("generations")?.sstables().collect::<Result<_, _>>()?;
/// let report = LargestPartitions::new().top(3).run(&sstables)?;
/// assert!(report.largest.len() == 3 && report.largest[0].bytes >= report.largest[1].bytes);
/// # Ok::<(), cqlite::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LargestPartitions<'c> {
    top: usize,
    measure: PartitionMeasure,
    scan: Option<Purger>,
    cancel: Option<&'c AtomicBool>,
}

impl Default for LargestPartitions<'_> {
    fn default() -> Self {
        LargestPartitions { top: 10, measure: PartitionMeasure::Bytes, scan: None, cancel: None }
    }
}

impl<'c> LargestPartitions<'c> {
    /// The ten largest by bytes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// So many of them.
    #[must_use]
    pub fn top(mut self, partitions: usize) -> Self {
        self.top = partitions;
        self
    }

    /// Ranked by this. All but bytes needs [`Self::scan`].
    #[must_use]
    pub fn by(mut self, measure: PartitionMeasure) -> Self {
        self.measure = measure;
        self
    }

    /// Reads all rows and counts them, their cells and tombstones. What expires by `now`, in seconds since 1970, is a tombstone; one that
    /// is older than `gc_grace` seconds then may be dropped, as far as no older data elsewhere needs it.
    #[must_use]
    pub fn scan(mut self, now: i64, gc_grace: i64) -> Self {
        self.scan = Some(Purger { now, gc_before: Some(now.saturating_sub(gc_grace)), oldest_elsewhere: None });
        self
    }

    /// Ends with [`ErrorKind::Cancelled`] once this is set.
    #[must_use]
    pub fn cancel(mut self, flag: &'c AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Looks at the SSTables of a table.
    ///
    /// # Errors
    /// They are not of one table, an index is missing or damaged, or what is counted cannot be read: there is no report of a part.
    pub fn run(&self, sstables: &[Sstable]) -> Result<PartitionReport, Error> {
        self.run_with(sstables, |_, _| {})
    }

    /// The same, and says from time to time how many bytes of the uncompressed data are done, of how many.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(&self, sstables: &[Sstable], mut progress: impl FnMut(u64, u64)) -> Result<PartitionReport, Error> {
        if self.scan.is_none() && self.measure != PartitionMeasure::Bytes {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "indexes tell the bytes of partitions only: all else takes a scan",
            ));
        }
        let union = TableSchema::union(sstables.iter().map(Sstable::schema));
        let schema = union.map_err(|e| Error::new(ErrorKind::InvalidInput, e))?;
        let counts = self.scan.map(|_| PartitionCounts::default());
        let mut totals = PartitionTotals { sstables: sstables.len(), counts, ..PartitionTotals::default() };
        let mut top = Top::new(self.top);
        let Some(schema) = schema else { return Ok(PartitionReport { largest: Vec::new(), totals }) };
        let total = sstables.iter().map(Sstable::data_len).fold(0, u64::saturating_add);
        // Tries are in order by themselves: one SSTable with them needs no keys for that.
        let has_keys = sstables.len() > 1 || sstables.iter().any(|sstable| !sstable.raw().is_bti());
        let mut sources = Vec::with_capacity(sstables.len());
        let mut queue = Queue { partitioner: &schema.keys.partitioner, heap: BinaryHeap::new(), last: None, has_keys };
        for (number, sstable) in sstables.iter().enumerate() {
            let mut source = PartitionSource::new(sstable, self.scan, has_keys)?;
            if source.next()? {
                queue.push(number, &source, sstable)?;
            }
            sources.push(source);
        }
        let mut firsts = Vec::new();
        while queue.pop(&mut firsts) {
            Error::if_cancelled(self.cancel)?;
            let mut found = Ranked::of(firsts.len());
            for &number in &firsts {
                let (Some(source), Some(sstable)) = (sources.get_mut(number), sstables.get(number)) else { continue };
                let start = source.position();
                let size = source.size(&mut found.counts, self.scan.as_ref(), self.cancel)?;
                found.take_place(IndexedPartition { sstable: number, start, end: start.saturating_add(size) }, source);
                found.bytes = found.bytes.saturating_add(size);
                if source.next()? {
                    queue.push(number, source, sstable)?;
                }
            }
            found.measure = found.measured(self.measure);
            totals.add(&found);
            progress(totals.bytes, total);
            top.add(found);
        }
        let mut largest = Vec::new();
        for ranked in top.into_sorted() {
            largest.push(ranked.into_partition(sstables, &schema, self.scan.is_some())?);
        }
        Ok(PartitionReport { largest, totals })
    }
}

/// The partitions that come next, of each SSTable one.
struct Queue<'p> {
    partitioner: &'p Partitioner,
    heap: BinaryHeap<Head<'p>>,
    /// The key that came last.
    last: Option<DecoratedKey>,
    has_keys: bool,
}

struct Head<'p> {
    partitioner: &'p Partitioner,
    key: DecoratedKey,
    source: usize,
}

impl Queue<'_> {
    fn push(&mut self, source: usize, of: &PartitionSource<'_>, sstable: &Sstable) -> Result<(), Error> {
        let key = self.partitioner.decorate(of.key().filter(|_| self.has_keys).unwrap_or_default());
        if self.has_keys && self.last.as_ref().is_some_and(|last| self.partitioner.compare_keys(last, &key).is_ge()) {
            let what = format!("partition {} is not after the one before it", cqlite_types::hex::text(&key.key));
            return Err(Error::new(ErrorKind::Corrupt, what).in_file(sstable.label()));
        }
        self.heap.push(Head { partitioner: self.partitioner, key, source });
        Ok(())
    }

    /// Takes the sources that have the first key. Whether there are any.
    fn pop(&mut self, firsts: &mut Vec<usize>) -> bool {
        firsts.clear();
        let Some(first) = self.heap.pop() else { return false };
        firsts.push(first.source);
        while self.heap.peek().is_some_and(|next| next.cmp(&first).is_eq()) {
            firsts.extend(self.heap.pop().map(|next| next.source));
        }
        self.last = Some(first.key);
        true
    }
}

/// The first is the greatest, as the heap wants it.
impl Ord for Head<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.partitioner.compare_keys(&other.key, &self.key)
    }
}

impl PartialOrd for Head<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Head<'_> {}

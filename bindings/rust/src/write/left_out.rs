use cqlite_rows::of_statistics;
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::SstableError;

use crate::Sstable;

/// The SSTables of a table that a compaction does not read: what deletions delete may be in them.
#[derive(Debug)]
pub(super) struct LeftOut<'s>(Vec<Other<'s>>);

#[derive(Debug)]
struct Other<'s> {
    sstable: &'s Sstable,
    /// Its first and last key, where they are known.
    keys: Option<Keys>,
}

impl<'s> LeftOut<'s> {
    pub(super) fn new(sstables: &'s [Sstable]) -> Result<Self, SstableError> {
        let other = |sstable: &'s Sstable| Ok(Other { sstable, keys: keys(sstable)? });
        sstables.iter().map(other).collect::<Result<_, _>>().map(LeftOut)
    }

    /// The smallest timestamp of the SSTables that may have a key, by their filters; none if none may
    /// (`CompactionController.getPurgeEvaluator`).
    pub(super) fn oldest(&self, key: &[u8]) -> Result<Option<i64>, SstableError> {
        let mut oldest = None;
        for other in &self.0 {
            let smallest = min_timestamp(other.sstable);
            if oldest.is_none_or(|oldest| smallest < oldest) && other.may_contain(key)? {
                oldest = Some(smallest);
            }
        }
        Ok(oldest)
    }

    /// Those SSTables that have nothing but deletions, older than `gc_before`, that can delete nothing in any other, and the others
    /// (`CompactionController.getFullyExpiredSSTables`).
    pub(super) fn fully_expired<'a>(
        &self,
        sources: &[&'a Sstable],
        gc_before: i64,
    ) -> (Vec<&'a Sstable>, Vec<&'a Sstable>) {
        let is_expired = |sstable: &&Sstable| max_local_deletion_time(sstable) < gc_before;
        let ranges: Vec<_> = sources.iter().filter_map(|sstable| keys(sstable).ok()).collect();
        let overlapping = self.0.iter().filter(|other| ranges.len() < sources.len() || other.overlaps(&ranges));
        let others = overlapping.map(|other| other.sstable).chain(sources.iter().copied());
        let oldest = others.filter(|sstable| !is_expired(sstable)).map(min_timestamp).min().unwrap_or(i64::MAX);
        sources.iter().partition(|sstable| is_expired(sstable) && max_timestamp(sstable) < oldest)
    }
}

/// The first and the last key of an SSTable.
type Keys = (DecoratedKey, DecoratedKey);

fn keys(sstable: &Sstable) -> Result<Option<Keys>, SstableError> {
    let partitioner = sstable.partitioner();
    let keys = sstable.raw().key_range()?;
    Ok(keys.map(|keys| (partitioner.decorate(&keys.first), partitioner.decorate(&keys.last))))
}

impl Other<'_> {
    /// Whether it may have keys in one of some ranges; where one is not known it may.
    fn overlaps(&self, ranges: &[Option<Keys>]) -> bool {
        let is_after = |a: &DecoratedKey, b: &DecoratedKey| self.sstable.partitioner().compare_keys(a, b).is_gt();
        ranges.iter().any(|range| match (&self.keys, range) {
            (Some((first, last)), Some(range)) => !is_after(first, &range.1) && !is_after(&range.0, last),
            _ => true,
        })
    }

    /// Reference: `SSTableReaderWithFilter.mayContainAssumingKeyIsInRange`.
    fn may_contain(&self, key: &[u8]) -> Result<bool, SstableError> {
        let (raw, partitioner) = (self.sstable.raw(), self.sstable.partitioner());
        if let Some((first, last)) = &self.keys {
            let key = partitioner.decorate(key);
            if partitioner.compare_keys(&key, first).is_lt() || partitioner.compare_keys(&key, last).is_gt() {
                return Ok(false);
            }
        }
        // Without a filter any key may be there: Cassandra asks the index then, and does not mind what it says.
        raw.may_contain(key)
    }
}

/// The smallest timestamp, if it is known; else any may be there.
fn min_timestamp(sstable: &Sstable) -> i64 {
    sstable.stats().map_or(i64::MIN, |stats| stats.min_timestamp)
}

fn max_timestamp(sstable: &Sstable) -> i64 {
    sstable.stats().map_or(i64::MAX, |stats| stats.max_timestamp)
}

fn max_local_deletion_time(sstable: &Sstable) -> i64 {
    let stored = sstable.stats().map(|stats| stats.max_local_deletion_time);
    stored.map_or(i64::MAX, |stored| of_statistics(sstable.version(), stored.into()))
}

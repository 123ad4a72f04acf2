//! Which parts of the data are dumped.

use std::cmp::Ordering;
use std::ops::Range;

use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_sstable::{Sstable, SstableErrorKind};

use crate::error::{DumpError, DumpErrorKind};
use crate::rows::Result;
use crate::table::Table;

/// Data for one task, in bytes: small enough for the threads to end together, but each task costs some time too.
pub(crate) fn task_of(len: u64) -> u64 {
    (len / 128).clamp(512 << 10, 2 << 20)
}

/// Most tasks.
const MAX_TASKS: u64 = 4096;

/// Everything in one piece.
pub(crate) fn whole(sstable: &Sstable) -> Vec<Range<u64>> {
    std::iter::once(0..sstable.data().len()).filter(|range| !range.is_empty()).collect()
}

/// Everything, cut up for several threads.
///
/// An index that cannot be read is no obstacle: a dump needs none.
pub(crate) fn cut(sstable: &Sstable, task: u64) -> Vec<Range<u64>> {
    let len = sstable.data().len();
    let tasks = (len / task.max(1)).min(MAX_TASKS);
    if tasks < 2 {
        return whole(sstable);
    }
    let starts = sstable.splits(tasks as usize).unwrap_or_default();
    // The first one is 0 whatever the index says.
    let starts = std::iter::once(0).chain(starts.into_iter().filter(|start| (1..len).contains(start)));
    let starts: Vec<u64> = starts.collect();
    let ends = starts.iter().skip(1).copied().chain([len]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).filter(|range| !range.is_empty()).collect()
}

/// The partitions of some keys, with those that share their tokens.
///
/// Reference: `SSTableExport.main`, `SSTableReader.getPositionsForBounds`.
pub(crate) fn of_keys(sstable: &Sstable, table: &Table<'_>, keys: &[String]) -> Result<Vec<Range<u64>>> {
    let partitioner = &table.schema.keys.partitioner;
    let mut wanted = Vec::new();
    for text in keys.iter().filter(|key| !table.excluded.contains(key.as_bytes())) {
        match cqlite_types::from_text(table.key_type, text) {
            Ok(key) => wanted.push((partitioner.token(&key), key)),
            Err(source) => return Err(DumpError::new(DumpErrorKind::Key { text: text.clone(), source })),
        }
    }
    wanted.sort_by(|a, b| partitioner.compare_tokens(&a.0, &b.0));
    wanted.dedup_by(|a, b| partitioner.compare_tokens(&a.0, &b.0) == Ordering::Equal);
    let mut found = Vec::new();
    for (token, key) in &wanted {
        let range = of_token(sstable, partitioner, token, key)?;
        found.extend(Some(range).filter(|range| !range.is_empty()));
    }
    Ok(found)
}

/// Where the partitions of a token are: what the index says, so that no other part of the data is looked at. Without an index all of it
/// is, up to there. That the index knows what it says is seen by the key of the first one; that there is none, by the way to the key.
fn of_token(sstable: &Sstable, partitioner: &Partitioner, token: &Token, key: &[u8]) -> Result<Range<u64>> {
    match sstable.positions_of_token(token) {
        Err(e) if matches!(e.kind(), SstableErrorKind::Missing) => {}
        Ok(range) if range.is_empty() => {
            return match sstable.find(key)? {
                Some(entry) => Err(sstable.leads_elsewhere(key, &key_at(sstable, entry.data_pos)?).into()),
                None => Ok(range),
            };
        }
        found => {
            let range = found?;
            let first = key_at(sstable, range.start)?;
            return match partitioner.compare_tokens(&partitioner.token(&first), token) {
                Ordering::Equal => Ok(range),
                _ => Err(sstable.leads_elsewhere(key, &first).into()),
            };
        }
    }
    let len = sstable.data().len();
    let (mut start, mut end, mut partitions) = (len, len, sstable.partitions());
    while partitions.next_partition()? {
        match partitioner.compare_tokens(&partitioner.token(partitions.key()), token) {
            Ordering::Less => {}
            Ordering::Equal => start = start.min(partitions.position()),
            Ordering::Greater => {
                end = partitions.position();
                break;
            }
        }
    }
    Ok(start.min(end)..end)
}

/// The key of the partition at a position.
fn key_at(sstable: &Sstable, position: u64) -> Result<Vec<u8>> {
    let mut partitions = sstable.partitions_in(position..position.saturating_add(1));
    partitions.next_partition()?;
    Ok(partitions.key().to_vec())
}

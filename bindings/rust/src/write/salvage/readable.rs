use std::ops::Range;

use cqlite_sstable::{Sstable, SstableError};

use super::report::{Key, Loss};
use crate::Error;

/// Reads what is said to be intact once more, as it will be read when it is written: half a partition could not be taken back.
///
/// Where that cannot be read after all, it is lost with all that follows it side by side.
pub(super) fn check(
    sstable: &Sstable,
    intact: &mut Vec<Range<u64>>,
    losses: &mut Vec<Loss>,
    progress: &mut dyn FnMut(u64) -> Result<(), Error>,
) -> Result<(), Error> {
    for range in &mut *intact {
        if let Some((from, key, e)) = unreadable(sstable, range, progress)? {
            let before = key.map(|key| Key::of(key, sstable));
            losses.push(Loss { from, to: range.end, partitions: 1, before, after: None, why: e.to_string() });
            range.end = from;
        }
    }
    intact.retain(|range| !range.is_empty());
    losses.sort_by_key(|loss| loss.from);
    Ok(())
}

/// Where the first partition is that cannot be read, the key before it, and why.
type Unreadable = (u64, Option<Vec<u8>>, SstableError);

fn unreadable(
    sstable: &Sstable,
    range: &Range<u64>,
    progress: &mut dyn FnMut(u64) -> Result<(), Error>,
) -> Result<Option<Unreadable>, Error> {
    let mut partitions = sstable.partitions_in(range.clone());
    let (mut from, mut key) = (range.start, None::<Vec<u8>>);
    loop {
        let read = (|| -> Result<bool, SstableError> {
            let is_there = partitions.next_partition()?;
            while is_there && partitions.next_unfiltered()?.is_some() {}
            Ok(is_there)
        })();
        match read {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(e) if e.is_io() => return Err(e.into()),
            Err(e) => return Ok(Some((from, key, e))),
        }
        from = partitions.next_position();
        let key = key.get_or_insert_default();
        key.clear();
        key.extend_from_slice(partitions.key());
        progress(from)?;
    }
}

use std::ops::Range;

use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::Partitions as _;
use cqlite_sstable::Sstable;

use super::report::{Key, Loss};
use crate::write::in_order::InOrder;
use crate::{Error, ErrorKind};

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
            losses.push(Loss::unreadable(from..range.end, before, e.to_string()));
            range.end = from;
        }
    }
    intact.retain(|range| !range.is_empty());
    losses.sort_by_key(|loss| loss.from);
    Ok(())
}

/// Where the first partition is that cannot be read, the key before it, and why.
type Unreadable = (u64, Option<Vec<u8>>, Error);

fn unreadable(
    sstable: &Sstable,
    range: &Range<u64>,
    progress: &mut dyn FnMut(u64) -> Result<(), Error>,
) -> Result<Option<Unreadable>, Error> {
    let mut partitions = InOrder::only_read(sstable, sstable.partitions_in(range.clone()).of_damaged());
    let (mut from, mut key, mut last) = (range.start, None::<Vec<u8>>, OwnedPrefix::default());
    loop {
        match partition(sstable, &mut partitions, &mut last) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(e) if e.kind() == ErrorKind::Io => return Err(e),
            Err(e) => return Ok(Some((from, key, e))),
        }
        from = partitions.next_position();
        let key = key.get_or_insert_default();
        key.clear();
        key.extend_from_slice(partitions.key());
        progress(from)?;
    }
}

/// Reads the next partition. Whether there is one.
fn partition(sstable: &Sstable, partitions: &mut InOrder<'_>, last: &mut OwnedPrefix) -> Result<bool, Error> {
    if !partitions.next_partition()? {
        return Ok(false);
    }
    let mut has_last = false;
    while partitions.next_unfiltered()? {
        let Some(unfiltered) = partitions.unfiltered() else { continue };
        if has_last && sstable.comparator().compare(&*last, unfiltered.prefix()).is_ge() {
            return Err(Error::new(ErrorKind::Corrupt, "a row is not after the one before it"));
        }
        last.copy_from(unfiltered.prefix());
        has_last = true;
    }
    Ok(true)
}

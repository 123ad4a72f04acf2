//! Where a key or a token would be, proven by the data: what an index says that it does not have may be what it has lost.

use std::cmp::Ordering;

use cqlite_format::data::{PartitionCursor, SstableDataVisitor};

use super::trie_index::USUAL_KEY;
use super::{PartitionEntry, PartitionReader, Sstable, SstableError, SstableErrorKind};
use crate::descriptor::Component;

/// Bytes of a partition that is read to its end although it has a row index.
const SHORT: u64 = 1 << 20;

/// A partition that an index leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Led {
    /// Position of what leads there: of an entry of Index.db, or of a node of Partitions.db.
    pub(super) from: u64,
    pub(super) to: PartitionEntry,
}

/// The partitions on both sides of a place among the keys, by an index; none where the place is before the first or after the last one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Border {
    pub(super) before: Option<Led>,
    pub(super) after: Option<Led>,
}

/// A visitor that is shown a partition for the sake of its end.
struct Passer;

impl SstableDataVisitor<'_> for Passer {
    type Error = SstableError;
}

impl Sstable {
    /// Shows by the data alone that no partition is at the place, and where the first one after it begins: the keys on both sides are what
    /// `place_of` says of them, which is `Equal` for the key that would be there, and where the partition before ends the one after begins.
    pub(super) fn prove(
        &self,
        border: &Border,
        place_of: impl Fn(&[u8]) -> Ordering,
    ) -> Result<Option<u64>, SstableError> {
        let after = border.after.map(|after| after.to.data_pos);
        let start = after.unwrap_or(self.data().len());
        match &border.before {
            Some(before) => {
                self.is_at(before, Ordering::Less, &place_of)?;
                let end = if before.to.data_pos < start { self.end_of(before, start)? } else { start };
                if end != start || before.to.data_pos >= start {
                    return Err(self.not_next(before, start));
                }
            }
            None if start > 0 => {
                return Err(self.led_astray(
                    border.after.map_or(0, |after| after.from),
                    format_args!("the first partition is at {start} of the data, and not at 0"),
                ));
            }
            None => {}
        }
        if let Some(after) = &border.after {
            self.is_at(after, Ordering::Greater, &place_of)?;
        }
        Ok(after)
    }

    /// The partition is there, with the key that the index has for it, and on this side of the place.
    fn is_at(&self, led: &Led, side: Ordering, place_of: &impl Fn(&[u8]) -> Ordering) -> Result<(), SstableError> {
        let pos = led.to.data_pos;
        let key = self.with_key(pos, USUAL_KEY, <[u8]>::to_vec).map_err(|e| self.not_there(led, e))?;
        let is_led_to = match self.is_bti() {
            true => self.leads_to_node(&key, led.from)?,
            false => self.is_entry_of(&key, led.from)?,
        };
        let what = match is_led_to {
            true if place_of(&key) == side => return Ok(()),
            true => "is on the other side of what is looked for",
            false => "is not the one that leads there",
        };
        let key = cqlite_types::hex::text(&key);
        Err(self.led_astray(led.from, format_args!("at {pos} of the data is a partition whose key, 0x{key}, {what}")))
    }

    /// Where a partition ends that by the index does at `end`. A long one is read from the last block of its row index on.
    fn end_of(&self, led: &Led, end: u64) -> Result<u64, SstableError> {
        let pos = led.to.data_pos;
        let block = match end - pos {
            ..=SHORT => None,
            _ => self.row_block_starts(led.to)?.pop().filter(|start| (pos + 1..end).contains(start)),
        };
        let mut reader = match block {
            Some(start) => PartitionReader::point_read(self, start, PartitionCursor::at_unfiltereds()),
            None if end - pos <= SHORT => PartitionReader::point_read(self, pos, PartitionCursor::default()),
            None => PartitionReader::new(self, pos),
        };
        loop {
            reader.step(&mut Passer).map_err(|e| self.not_there(led, self.error_in(&Component::Data, e)))?;
            if reader.state().is_done() {
                return Ok(reader.position());
            }
            reader.skip_rest();
        }
    }

    /// Nothing can be read where the index leads to: that is the index's fault, unless a chunk is damaged.
    #[cold]
    fn not_there(&self, led: &Led, e: SstableError) -> SstableError {
        match e.kind() {
            SstableErrorKind::Read(e) => {
                self.led_astray(led.from, format_args!("no partition is at {} of the data: {e}", led.to.data_pos))
            }
            _ => e,
        }
    }

    #[cold]
    fn not_next(&self, before: &Led, start: u64) -> SstableError {
        let what = format_args!("the partition at {} of the data ends at {start}, but it does not", before.to.data_pos);
        self.led_astray(before.from, what)
    }

    #[cold]
    fn led_astray(&self, from: u64, what: std::fmt::Arguments<'_>) -> SstableError {
        let (component, place) = match self.is_bti() {
            true => (&Component::Partitions, "node"),
            false => (&Component::PrimaryIndex, "entry"),
        };
        self.mismatch(component, format!("by the {place} at {from}, {what}"))
    }
}

use std::sync::atomic::AtomicBool;

use cqlite_rows::Purger;
use cqlite_sstable::reader::{PartitionExtents, PartitionIterator};

use super::PartitionCounts;
use crate::{Error, Sstable};

/// The partitions of an SSTable in their order: by its index, or by its data.
pub(super) enum Source<'s> {
    Index(PartitionExtents<'s>),
    Data(Box<Scan<'s>>),
}

/// A partition is read to its end to tell how long it is, when the next one is at hand.
pub(super) struct Scan<'s> {
    partitions: PartitionIterator<'s>,
    len: u64,
    /// That there is one after the one whose rows have been read.
    has_next: Option<bool>,
    key: Vec<u8>,
    position: u64,
}

impl<'s> Source<'s> {
    pub(super) fn new(sstable: &'s Sstable, scan: Option<Purger>, has_keys: bool) -> Result<Self, Error> {
        Ok(match scan {
            None => Source::Index(sstable.raw().extents(has_keys)?),
            Some(_) => Source::Data(Box::new(Scan {
                partitions: sstable.raw().partitions(),
                len: sstable.data_len(),
                has_next: None,
                key: Vec::new(),
                position: 0,
            })),
        })
    }

    /// Goes to the next partition. Whether there is one.
    pub(super) fn next(&mut self) -> Result<bool, Error> {
        match self {
            Source::Index(extents) => Ok(extents.next_partition()?),
            Source::Data(scan) => {
                let has_next = match scan.has_next.take() {
                    Some(known) => known,
                    None => scan.partitions.next_partition()?,
                };
                if has_next {
                    scan.key.clear();
                    scan.key.extend_from_slice(scan.partitions.key());
                    scan.position = scan.partitions.position();
                }
                Ok(has_next)
            }
        }
    }

    /// The key of the partition at hand, if it is known without reading the data.
    pub(super) fn key(&self) -> Option<&[u8]> {
        match self {
            Source::Index(extents) => extents.key(),
            Source::Data(scan) => Some(&scan.key),
        }
    }

    /// Where it begins in the uncompressed data.
    pub(super) fn position(&self) -> u64 {
        match self {
            Source::Index(extents) => extents.position(),
            Source::Data(scan) => scan.position,
        }
    }

    /// How many bytes it has. With a purger its rows are counted.
    pub(super) fn size(
        &mut self,
        counts: &mut PartitionCounts,
        purger: Option<&Purger>,
        cancel: Option<&AtomicBool>,
    ) -> Result<u64, Error> {
        let scan = match self {
            Source::Index(extents) => return Ok(extents.size()),
            Source::Data(scan) => scan,
        };
        if let Some(purger) = purger {
            counts.partition(scan.partitions.deletion(), scan.partitions.static_row(), purger);
            while let Some(unfiltered) = scan.partitions.next_unfiltered()? {
                counts.unfiltered(unfiltered, purger);
                Error::if_cancelled(cancel)?;
            }
        }
        let has_next = scan.partitions.next_partition()?;
        scan.has_next = Some(has_next);
        let end = if has_next { scan.partitions.position() } else { scan.len };
        Ok(end.saturating_sub(scan.position))
    }
}

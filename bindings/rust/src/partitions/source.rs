use std::sync::atomic::AtomicBool;

use cqlite_rows::Purger;
use cqlite_sstable::reader::{PartitionExtents, PartitionIterator};

use super::PartitionCounts;
use crate::{Error, Sstable};

/// The partitions of an SSTable in their order: by its index, or by its data.
pub(super) enum PartitionSource<'s> {
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

impl<'s> PartitionSource<'s> {
    pub(super) fn new(sstable: &'s Sstable, scan: Option<Purger>, has_keys: bool) -> Result<Self, Error> {
        Ok(match scan {
            None => PartitionSource::Index(sstable.raw().extents(has_keys)?),
            Some(_) => PartitionSource::Data(Box::new(Scan {
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
            PartitionSource::Index(extents) => Ok(extents.next_partition()?),
            PartitionSource::Data(scan) => {
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
            PartitionSource::Index(extents) => extents.key(),
            PartitionSource::Data(scan) => Some(&scan.key),
        }
    }

    /// Where it begins in the uncompressed data.
    pub(super) fn position(&self) -> u64 {
        match self {
            PartitionSource::Index(extents) => extents.position(),
            PartitionSource::Data(scan) => scan.position,
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
            PartitionSource::Index(extents) => return Ok(extents.size()),
            PartitionSource::Data(scan) => scan,
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

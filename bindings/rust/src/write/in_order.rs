//! Rows and markers of old SSTables, in the order that releases have today.

use std::cmp::Ordering;
use std::collections::VecDeque;

use cqlite_rows::clustering::{ClusteringComparator, PrefixValues as _};
use cqlite_rows::{DeletionTime, OpenDeletion, Partitions, RangeTombstoneMarker, Row, Unfiltered};
use cqlite_sstable::reader::PartitionIterator;
use cqlite_sstable::writer::IntactRanges;
use cqlite_sstable::Sstable;

use crate::{Error, ErrorKind};

/// The partitions of an SSTable, with rows and markers in the order in which they are written.
///
/// Up to 3.0.8 and 3.7 rows whose value of a descending column is empty stand before all others (CASSANDRA-12127). They are kept until their
/// place comes, as `sstablescrub` puts them there. 3.0.0 also has boundaries one after the other at one point: between these there is nothing,
/// so that they are one.
pub(super) struct InOrder<'s> {
    partitions: IntactRanges<'s>,
    sstable: &'s Sstable,
    /// Which clustering columns are descending; nothing of an SSTable that is in order.
    descending: Option<Vec<bool>>,
    /// Rows whose place is to come, in their order, which is mostly that in which they come.
    held: VecDeque<Held>,
    /// Bytes of memory that they take.
    held_bytes: usize,
    /// The next row or marker has been read, and not been given.
    is_ahead: bool,
    is_over: bool,
    /// The deletion that is open after what was given last.
    open: Option<DeletionTime>,
    marker: RangeTombstoneMarker,
    row: Row,
    shown: Shown,
}

struct Held {
    row: Row,
    /// The deletion that is open where it stands.
    open: Option<DeletionTime>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Read,
    Row,
    Marker,
}

/// Most bytes of rows of one partition that are kept.
const MOST_HELD: usize = 1 << 28;

impl<'s> InOrder<'s> {
    /// Those that are written.
    pub(super) fn new(sstable: &'s Sstable, partitions: PartitionIterator<'s>) -> Self {
        Self::only_read(sstable, partitions.to_write())
    }

    /// Those that are not.
    pub(super) fn only_read(sstable: &'s Sstable, partitions: PartitionIterator<'s>) -> Self {
        let types = &sstable.header().clustering_types;
        let is_old = sstable.version().may_order_empty_values_first();
        InOrder {
            partitions: IntactRanges::new(partitions),
            sstable,
            descending: is_old.then(|| types.iter().map(|ty| ty.marshal.is_reversed()).collect()),
            held: VecDeque::new(),
            held_bytes: 0,
            is_ahead: false,
            is_over: false,
            open: None,
            marker: RangeTombstoneMarker::default(),
            row: Row::default(),
            shown: Shown::Read,
        }
    }

    /// Position in the data of the partition after the one that has been read to its end.
    pub(super) fn next_position(&self) -> u64 {
        self.partitions.get_ref().next_position()
    }

    /// Position of the partition in the uncompressed data.
    pub(super) fn position(&self) -> u64 {
        self.partitions.get_ref().position()
    }

    fn comparator(&self) -> &'s ClusteringComparator {
        self.sstable.comparator()
    }

    fn read_ahead(&mut self) -> Result<(), Error> {
        if !self.is_ahead && !self.is_over {
            self.is_ahead = self.partitions.next_unfiltered()?;
            self.is_over = !self.is_ahead;
        }
        Ok(())
    }

    /// Gives the next one of an SSTable of which the order is not known to be today's.
    fn next_of_old(&mut self) -> Result<bool, Error> {
        loop {
            self.read_ahead()?;
            let next = self.partitions.unfiltered().filter(|_| self.is_ahead);
            if let (Some(Unfiltered::Row(row)), Some(descending)) = (next, &self.descending) {
                let is_early = |(i, _): (usize, &bool)| row.clustering.value(i).is_some_and(<[u8]>::is_empty);
                if descending.iter().enumerate().filter(|(_, is_descending)| **is_descending).any(is_early) {
                    let row = row.clone();
                    self.hold(row)?;
                    self.is_ahead = false;
                    continue;
                }
            }
            let is_due = self.held.front().is_some_and(|held| {
                let place = next.map(|next| self.comparator().compare(&held.row.clustering, next.prefix()));
                place != Some(Ordering::Greater)
            });
            match next {
                _ if is_due => return self.give_held().map(|()| true),
                None => return Ok(false),
                Some(Unfiltered::Row(_)) => {
                    (self.is_ahead, self.shown) = (false, Shown::Read);
                    return Ok(true);
                }
                Some(Unfiltered::Marker(marker)) => {
                    self.marker.copy_from(marker);
                    if self.join_markers()? {
                        (self.open, self.shown) = (self.marker.deletions.after, Shown::Marker);
                        return Ok(true);
                    }
                }
            }
        }
    }

    /// Makes one of all markers at the point of the one that has been read. Whether it says anything.
    fn join_markers(&mut self) -> Result<bool, Error> {
        let (mut is_joined, before) = (false, self.marker.deletions.before);
        loop {
            self.is_ahead = false;
            self.read_ahead()?;
            match self.partitions.unfiltered().filter(|_| self.is_ahead) {
                Some(Unfiltered::Marker(next))
                    if self.comparator().compare(&self.marker.bound, &next.bound) == Ordering::Equal =>
                {
                    self.marker.copy_from(next);
                    is_joined = true;
                }
                _ => break,
            }
        }
        let deletions = OpenDeletion { before, after: self.marker.deletions.after };
        Ok(!is_joined || self.marker.set_deletions(deletions))
    }

    fn hold(&mut self, row: Row) -> Result<(), Error> {
        self.held_bytes += size_of::<Held>() + row.num_bytes();
        if self.held_bytes > MOST_HELD {
            let what = "has more rows with empty values of descending columns than can be put in order".to_owned();
            return Err(self.error(ErrorKind::Unsupported, &what));
        }
        let order = |held: &Held| self.comparator().compare(&row.clustering, &held.row.clustering);
        let at = self.held.partition_point(|held| order(held).is_gt());
        self.held.insert(at, Held { row, open: self.open });
        Ok(())
    }

    fn give_held(&mut self) -> Result<(), Error> {
        let Some(Held { row, open }) = self.held.pop_front() else { return Ok(()) };
        if open != self.open {
            let what = "has a row with an empty value of a descending column, which stands in a deleted range in one order and not in the other";
            return Err(self.error(ErrorKind::Unsupported, what));
        }
        (self.row, self.shown) = (row, Shown::Row);
        Ok(())
    }

    #[cold]
    fn error(&self, kind: ErrorKind, what: &str) -> Error {
        let key = cqlite_types::hex::text(self.partitions.key());
        Error::new(kind, format!("partition {key} {what}")).in_file(self.sstable.label())
    }
}

impl Partitions for InOrder<'_> {
    type Error = Error;

    fn next_partition(&mut self) -> Result<bool, Error> {
        self.held.clear();
        (self.held_bytes, self.is_ahead, self.is_over) = (0, false, false);
        (self.open, self.shown) = (None, Shown::Read);
        Ok(self.partitions.next_partition()?)
    }

    fn next_unfiltered(&mut self) -> Result<bool, Error> {
        if self.descending.is_some() {
            return self.next_of_old();
        }
        Ok(self.partitions.next_unfiltered()?)
    }

    fn key(&self) -> &[u8] {
        self.partitions.key()
    }

    fn deletion(&self) -> Option<DeletionTime> {
        self.partitions.deletion()
    }

    fn static_row(&self) -> Option<&Row> {
        self.partitions.static_row()
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self.shown {
            Shown::Read => self.partitions.unfiltered(),
            Shown::Row => Some(Unfiltered::Row(&self.row)),
            Shown::Marker => Some(Unfiltered::Marker(&self.marker)),
        }
    }

    fn take_row(&mut self, row: &mut Row) {
        match self.shown {
            Shown::Read => self.partitions.take_row(row),
            Shown::Row => std::mem::swap(&mut self.row, row),
            Shown::Marker => {}
        }
    }
}

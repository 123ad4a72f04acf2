use cqlite_merge::{Merge, MergeError};
use cqlite_rows::{DeletionTime, Partitions, Unfiltered};
use cqlite_sstable::reader::PartitionIterator;
use cqlite_sstable::SstableError;

use crate::Error;

/// Where rows come from.
pub(crate) enum RowSource<'s> {
    Nothing,
    /// One SSTable, or a partition of it.
    One(Box<PartitionIterator<'s>>),
    /// Those of a table, merged.
    Merged(Box<Merge<'s, PartitionIterator<'s>>>),
}

impl Partitions for RowSource<'_> {
    type Error = Error;

    fn next_partition(&mut self) -> Result<bool, Error> {
        match self {
            RowSource::Nothing => Ok(false),
            RowSource::One(one) => Ok(one.next_partition()?),
            RowSource::Merged(merged) => merged.next_partition().map_err(|e| in_merge(e, merged)),
        }
    }

    fn next_unfiltered(&mut self) -> Result<bool, Error> {
        match self {
            RowSource::Nothing => Ok(false),
            RowSource::One(one) => Ok(one.next_unfiltered()?.is_some()),
            RowSource::Merged(merged) => merged.next_unfiltered().map_err(|e| in_merge(e, merged)),
        }
    }

    fn key(&self) -> &[u8] {
        match self {
            RowSource::Nothing => &[],
            RowSource::One(one) => one.key(),
            RowSource::Merged(merged) => merged.key(),
        }
    }

    fn deletion(&self) -> Option<DeletionTime> {
        match self {
            RowSource::Nothing => None,
            RowSource::One(one) => one.deletion(),
            RowSource::Merged(merged) => merged.deletion(),
        }
    }

    fn static_row(&self) -> Option<&cqlite_rows::Row> {
        match self {
            RowSource::Nothing => None,
            RowSource::One(one) => one.static_row(),
            RowSource::Merged(merged) => merged.static_row(),
        }
    }

    fn unfiltered(&self) -> Option<Unfiltered<'_>> {
        match self {
            RowSource::Nothing => None,
            RowSource::One(one) => one.unfiltered(),
            RowSource::Merged(merged) => merged.unfiltered(),
        }
    }

    fn take_row(&mut self, row: &mut cqlite_rows::Row) {
        match self {
            RowSource::Nothing => {}
            RowSource::One(one) => one.take_row(row),
            RowSource::Merged(merged) => merged.take_row(row),
        }
    }
}

/// An error of what is merged, with the SSTable that it is of.
#[cold]
fn in_merge(e: MergeError<SstableError>, merged: &Merge<'_, PartitionIterator<'_>>) -> Error {
    let source = match &e {
        MergeError::KeyOrder { source, .. } => merged.sources().nth(*source),
        _ => None,
    };
    let e = Error::from(e);
    match source {
        Some(source) => e.in_file(source.sstable().label()),
        None => e,
    }
}

use std::fmt;

use cqlite_format::common::PrefixKind;
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_sstable::reader::{Bound, Slice};

use super::row::Row;
use super::view::{FoundPartition, View};
use super::Rows;
use crate::{clock, Error};

/// The live rows of a slice of a partition, the last one first.
///
/// They are read block by block of the row indexes, from the last block to the first: of each SSTable about a block is held, and
/// where its blocks begin. Nothing comes after an error.
pub struct ReversedRows<'s> {
    view: View<'s>,
    key: Vec<u8>,
    slice: Slice,
    now: i64,
    /// Where the partition is; nothing before the first row.
    found: Option<Vec<FoundPartition<'s>>>,
    /// Of each of these where the blocks of its row index begin that are left.
    blocks: Vec<Vec<u64>>,
    /// Rows that have been read, in stored order.
    read: Vec<Row>,
    /// The partition without a row, if it has static columns.
    only_static: Option<Row>,
    has_rows: bool,
    is_over: bool,
}

impl fmt::Debug for ReversedRows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReversedRows").field("now", &self.now).finish_non_exhaustive()
    }
}

/// Clustering values, as they are stored.
type Values = Vec<Option<Vec<u8>>>;

impl<'s> ReversedRows<'s> {
    pub(crate) fn new(view: View<'s>, key: &[u8], slice: Slice) -> Self {
        ReversedRows {
            view,
            key: key.to_vec(),
            slice,
            now: clock::now(),
            found: None,
            blocks: Vec::new(),
            read: Vec::new(),
            only_static: None,
            has_rows: false,
            is_over: false,
        }
    }

    /// The same by another clock, in seconds since 1970: what has expired by then is left out.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.now = now;
        self
    }

    fn next_row(&mut self) -> Result<Option<Row>, Error> {
        loop {
            if let Some(row) = self.read.pop() {
                self.has_rows = true;
                return Ok(Some(row));
            }
            if self.is_over {
                return Ok(self.only_static.take().filter(|_| !self.has_rows));
            }
            self.read_block()?;
        }
    }

    /// Reads what is left of the slice from the last beginning of a block on.
    fn read_block(&mut self) -> Result<(), Error> {
        let found = match self.found.take() {
            Some(found) => found,
            None => self.find()?,
        };
        let start = self.last_beginning(&found)?;
        self.is_over = start.is_none();
        let mut part = self.slice.clone();
        if let Some(values) = start {
            part.start = Some(Bound { values: values.clone(), is_inclusive: true });
            self.slice.end = Some(Bound { values, is_inclusive: false });
        }
        let rows = Rows::of_found(&self.view, &found, &self.key, &part);
        self.found = Some(found);
        for row in rows.at(self.now) {
            let row = row?;
            if row.is_only_static() {
                self.only_static = Some(row);
            } else {
                self.read.push(row);
            }
        }
        Ok(())
    }

    /// Where the last block begins that begins in what is left of the slice.
    fn last_beginning(&mut self, found: &[FoundPartition<'s>]) -> Result<Option<Values>, Error> {
        let (lower, upper) = (self.slice.lower(), self.slice.upper());
        let mut last: Option<Values> = None;
        for (FoundPartition { sstable, .. }, starts) in found.iter().zip(&mut self.blocks) {
            let comparator = sstable.comparator();
            while let Some(start) = starts.last() {
                let values = sstable.first_clustering(*start)?;
                let Some(values) = values else {
                    starts.pop();
                    continue;
                };
                let point = point(&values);
                if lower.as_ref().is_some_and(|lower| comparator.compare(&point, lower).is_le()) {
                    starts.clear();
                } else if upper.as_ref().is_some_and(|upper| comparator.compare(&point, upper).is_ge()) {
                    starts.pop();
                } else {
                    let is_later =
                        last.as_ref().is_none_or(|last| comparator.compare(&point, &self::point(last)).is_gt());
                    if is_later {
                        last = Some(values.clone());
                    }
                    break;
                }
            }
        }
        Ok(last)
    }

    fn find(&mut self) -> Result<Vec<FoundPartition<'s>>, Error> {
        let found = self.view.find(&self.key)?;
        let starts = found.iter().map(|at| at.sstable.row_block_starts(at.entry));
        self.blocks = starts.collect::<Result<_, _>>()?;
        Ok(found)
    }
}

/// The point before all rows that have these values.
fn point(values: &Values) -> ClusteringPrefix<'_> {
    ClusteringPrefix { kind: PrefixKind::InclStartBound, values: values.iter().map(Option::as_deref).collect() }
}

impl Iterator for ReversedRows<'_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_row();
        if next.is_err() {
            (self.is_over, self.only_static) = (true, None);
            self.read.clear();
        }
        next.transpose()
    }
}

impl std::iter::FusedIterator for ReversedRows<'_> {}

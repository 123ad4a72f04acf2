use std::fmt;

use cqlite_types::value::FromCql;

use super::row::Row;
use super::Rows;
use crate::Error;

/// The partitions of an SSTable or a table that have a live row, one after the other, each with its rows.
///
/// One row is held at a time. What is not read of a partition is passed over. Nothing comes after an error.
pub struct Partitions<'s> {
    rows: Rows<'s>,
    is_over: bool,
}

impl fmt::Debug for Partitions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Partitions").field(&self.rows).finish()
    }
}

impl<'s> Partitions<'s> {
    pub(crate) fn new(rows: Rows<'s>) -> Self {
        Partitions { rows, is_over: false }
    }

    /// The same by another clock, in seconds since 1970: what has expired by then is left out.
    #[must_use]
    pub fn at(mut self, now: i64) -> Self {
        self.rows = self.rows.at(now);
        self
    }

    /// Goes to the next partition; none after the last one.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub fn next_partition(&mut self) -> Result<Option<Partition<'_, 's>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let first = self.rows.first_of_next();
        self.is_over = !matches!(first, Ok(Some(_)));
        Ok(first?.map(|first| Partition { next: Some(first.clone()), first, partitions: self }))
    }
}

/// A partition with its live rows: an iterator over them, in stored order.
///
/// A partition that has nothing but static columns has one row without a clustering, as for a query.
pub struct Partition<'p, 's> {
    partitions: &'p mut Partitions<'s>,
    first: Row,
    /// The first row, before it was given.
    next: Option<Row>,
}

impl Partition<'_, '_> {
    /// Its key, as the bytes are stored.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        self.first.key()
    }

    /// The value of a column of the key (`$pk0`, `$pk1`, …) or of a static column. Null is read as `None` of an `Option`.
    ///
    /// # Errors
    /// There is no such column, or it is one of rows; the value is none of the Rust type.
    pub fn get<'r, T: FromCql<'r>>(&'r self, column: &str) -> Result<T, Error> {
        self.first.get_of_partition(column)
    }
}

impl fmt::Debug for Partition<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Partition(0x{})", cqlite_types::hex::text(self.key()))
    }
}

impl Iterator for Partition<'_, '_> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.next.take() {
            return Some(Ok(first));
        }
        if self.partitions.is_over {
            return None;
        }
        let next = self.partitions.rows.next_of_partition();
        // No partition is gone to after an error.
        self.partitions.is_over = next.is_err();
        next.transpose()
    }
}

impl std::iter::FusedIterator for Partition<'_, '_> {}

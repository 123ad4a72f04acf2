use std::fmt;

use cqlite_runtime::{ReadError, ReadErrorKind, Site};

/// What a number is that Cassandra refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefusedNumber {
    /// How much a local deletion time is above what it is stored relative to: more than 32 bits.
    DeletionTimeDifference,
    /// The same of a TTL.
    TtlDifference,
    /// A negative TTL.
    Ttl,
    /// A local deletion time that a cell cannot have.
    CellDeletionTime,
}

impl RefusedNumber {
    /// What it is, in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RefusedNumber::DeletionTimeDifference => "the difference of local deletion times",
            RefusedNumber::TtlDifference => "the difference of TTLs",
            RefusedNumber::Ttl => "a TTL",
            RefusedNumber::CellDeletionTime => "the local deletion time of a cell",
        }
    }
}

/// A number that Cassandra refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowError {
    /// What it is.
    pub what: RefusedNumber,
    /// The number.
    pub found: i64,
}

impl RowError {
    #[cold]
    pub(crate) fn new(what: RefusedNumber, found: i64) -> Self {
        RowError { what, found }
    }

    /// The error of a field at an offset of the data.
    #[cold]
    #[must_use]
    pub fn at(self, offset: u64, site: &'static Site) -> ReadError {
        let expected = match self.what {
            RefusedNumber::DeletionTimeDifference | RefusedNumber::TtlDifference => "a difference of 32 bits",
            RefusedNumber::Ttl => "a TTL that is not negative",
            RefusedNumber::CellDeletionTime => "a local deletion time of 32 bits",
        };
        let kind = ReadErrorKind::Invalid { found: self.found.to_string(), expected };
        ReadError::new(kind, offset, site)
    }
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be {}", self.what.name(), self.found)
    }
}

impl std::error::Error for RowError {}

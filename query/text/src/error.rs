use std::fmt;
use std::io;

use cqlite_types::ValueError;

/// Why an answer cannot be written.
#[derive(Debug)]
pub enum TextError {
    /// What it is written to has failed.
    Output(io::Error),
    /// The bytes are no value of the column's type.
    Value {
        /// Number of the row, from 1.
        row: u64,
        /// Name of the column.
        column: String,
        /// Why.
        source: ValueError,
    },
    /// Statements are to be written, and it is not known to which table.
    NoTable,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(e) => e.fmt(f),
            Self::Value { row, column, source } => write!(f, "row {row}, column {column}: {source}"),
            Self::NoTable => f.write_str("rows of no table cannot be written as statements"),
        }
    }
}

impl std::error::Error for TextError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Output(e) => Some(e),
            Self::Value { source, .. } => Some(source),
            Self::NoTable => None,
        }
    }
}

impl From<io::Error> for TextError {
    fn from(e: io::Error) -> Self {
        Self::Output(e)
    }
}

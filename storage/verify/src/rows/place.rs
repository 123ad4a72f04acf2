//! Where in the data a finding is.

use std::fmt;

/// The unfiltered that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// None yet: the partition's head.
    Head,
    /// The static row.
    Static,
    /// The one of this number.
    Unfiltered(u64),
}

/// A field of the unfiltered, or of the partition's head.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaf<'f> {
    /// By its path.
    Plain(&'f str),
    /// Of a column of the row.
    Column(i64, &'f str),
    /// Of a cell: of the column, of its number in a column of several, and of the field.
    Cell(i64, Option<u64>, &'f str),
}

impl<'f> From<&'f str> for Leaf<'f> {
    fn from(field: &'f str) -> Self {
        Leaf::Plain(field)
    }
}

impl fmt::Display for Leaf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Leaf::Plain(field) => f.write_str(field),
            Leaf::Column(column, field) => write!(f, "body.body.cells[{column}].{field}"),
            Leaf::Cell(column, None, field) => write!(f, "body.body.cells[{column}].simple.{field}"),
            Leaf::Cell(column, Some(i), field) => write!(f, "body.body.cells[{column}].cells[{i}].{field}"),
        }
    }
}

//! Where in the data a finding is.

use crate::fields::{column, row, Field, FieldPath};

/// A field of what the cursor stands at: of an unfiltered, or of the partition's head.
#[derive(Debug, Clone)]
pub(super) enum Leaf {
    /// All of it.
    Whole,
    /// A field that is there once.
    Field(Field),
    /// One by its path.
    Path(FieldPath),
    /// Of a column of the row.
    Column(i64, Field),
    /// Of a cell: of the column, of its number in a column of several, and of the field.
    Cell(i64, Option<u64>, Field),
}

impl From<Field> for Leaf {
    fn from(field: Field) -> Self {
        Leaf::Field(field)
    }
}

impl From<FieldPath> for Leaf {
    fn from(path: FieldPath) -> Self {
        Leaf::Path(path)
    }
}

impl From<Leaf> for FieldPath {
    fn from(leaf: Leaf) -> Self {
        match leaf {
            Leaf::Whole => FieldPath::default(),
            Leaf::Field(field) => field.into(),
            Leaf::Path(path) => path,
            Leaf::Column(i, field) => row::CELLS.nth(i).then(field),
            Leaf::Cell(i, None, field) => row::CELLS.nth(i).then(column::SIMPLE).then(field),
            Leaf::Cell(i, Some(n), field) => row::CELLS.nth(i).then(column::CELLS).nth(n).then(field),
        }
    }
}

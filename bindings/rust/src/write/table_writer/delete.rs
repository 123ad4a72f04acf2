use cqlite_types::value::ToCql;
use cqlite_updates::Values;

use super::{unwritten, SstableWriter};
use crate::Error;

unwritten! {
    /// A `DELETE` that is put together; [`write`](Self::write) writes it. What is wrong is said there.
    Delete
}

impl Delete<'_> {
    /// The value of a column.
    pub fn column(self, column: &str) -> Self {
        self.writer.statement.delete(column);
        self
    }

    /// An element of a set, or the entry of a key in a map.
    pub fn element<K: ToCql + ?Sized>(self, column: &str, key: &K) -> Self {
        self.writer.statement.delete_from(column, key);
        self
    }

    /// A field of a user type that is not frozen.
    pub fn field(self, column: &str, field: &str) -> Self {
        self.writer.statement.delete_in(column, field);
        self
    }
}

unwritten! {
    /// A `DELETE` of the rows whose next clustering columns are between two bounds; without one of them up to the end, and without
    /// both as [`SstableWriter::delete`] does.
    DeleteRange
}

impl DeleteRange<'_> {
    /// Rows with these values, or greater ones (`>=`).
    pub fn from(self, values: impl Values) -> Self {
        self.writer.statement.from(&values, true);
        self
    }

    /// Rows with greater values (`>`).
    pub fn after(self, values: impl Values) -> Self {
        self.writer.statement.from(&values, false);
        self
    }

    /// Rows with these values, or lesser ones (`<=`).
    pub fn to(self, values: impl Values) -> Self {
        self.writer.statement.to(&values, true);
        self
    }

    /// Rows with lesser values (`<`).
    pub fn before(self, values: impl Values) -> Self {
        self.writer.statement.to(&values, false);
        self
    }
}

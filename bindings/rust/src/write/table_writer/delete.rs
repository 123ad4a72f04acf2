use cqlite_types::value::ToCql;
use cqlite_updates::Values;

use super::SstableWriter;
use crate::Error;

/// A `DELETE` that is put together; [`write`](Self::write) writes it. What is wrong is said there.
#[derive(Debug)]
#[must_use = "nothing is written before `write` is called"]
pub struct Delete<'w> {
    writer: &'w mut SstableWriter,
}

impl<'w> Delete<'w> {
    pub(super) fn new(writer: &'w mut SstableWriter) -> Self {
        Delete { writer }
    }

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

    /// `USING TIMESTAMP`: what was written up to it is deleted, in microseconds since 1970; else the writer's, or the clock's.
    pub fn timestamp(self, micros: i64) -> Self {
        self.writer.statement.using.timestamp = Some(micros);
        self
    }

    /// Writes it.
    ///
    /// # Errors
    /// What Cassandra refuses, an order that is not the SSTable's if rows come sorted, or what cannot be written.
    pub fn write(self) -> Result<(), Error> {
        self.writer.write()
    }
}

/// A `DELETE` of the rows whose next clustering columns are between two bounds; without one of them up to the end, and without
/// both as [`SstableWriter::delete`] does.
#[derive(Debug)]
#[must_use = "nothing is written before `write` is called"]
pub struct DeleteRange<'w> {
    writer: &'w mut SstableWriter,
}

impl<'w> DeleteRange<'w> {
    pub(super) fn new(writer: &'w mut SstableWriter) -> Self {
        DeleteRange { writer }
    }

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

    /// `USING TIMESTAMP`: what was written up to it is deleted, in microseconds since 1970; else the writer's, or the clock's.
    pub fn timestamp(self, micros: i64) -> Self {
        self.writer.statement.using.timestamp = Some(micros);
        self
    }

    /// Writes it. Bounds with nothing between them delete nothing.
    ///
    /// # Errors
    /// What Cassandra refuses, an order that is not the SSTable's if rows come sorted, or what cannot be written.
    pub fn write(self) -> Result<(), Error> {
        self.writer.write()
    }
}

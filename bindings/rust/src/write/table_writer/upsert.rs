use cqlite_types::value::ToCql;

use super::{unwritten, SstableWriter};
use crate::Error;

unwritten! {
    /// An `INSERT` or `UPDATE` that is put together; [`write`](Self::write) writes it. What is wrong is said there.
    Upsert
}

impl Upsert<'_> {
    /// `column = value`. Null deletes it, and [`Unset`](crate::value::Unset) leaves it as it is; the former elements of a collection are deleted.
    pub fn set<V: ToCql + ?Sized>(self, column: &str, value: &V) -> Self {
        self.writer.statement.set(column, value);
        self
    }

    /// `column = column + elements` of a collection; of a list they come behind the others.
    pub fn add<V: ToCql + ?Sized>(self, column: &str, elements: &V) -> Self {
        self.writer.statement.add(column, elements);
        self
    }

    /// `column = elements + column` of a list.
    pub fn prepend<V: ToCql + ?Sized>(self, column: &str, elements: &V) -> Self {
        self.writer.statement.prepend(column, elements);
        self
    }

    /// `column = column - elements` of a set; of a map the keys that lose their entries.
    pub fn remove<V: ToCql + ?Sized>(self, column: &str, elements: &V) -> Self {
        self.writer.statement.remove(column, elements);
        self
    }

    /// `column[key] = value` of a map.
    pub fn put<K: ToCql + ?Sized, V: ToCql + ?Sized>(self, column: &str, key: &K, value: &V) -> Self {
        self.writer.statement.put(column, key, value);
        self
    }

    /// `column.field = value` of a user type that is not frozen.
    pub fn set_field<V: ToCql + ?Sized>(self, column: &str, field: &str, value: &V) -> Self {
        self.writer.statement.set_in(column, field, value);
        self
    }

    /// `column = column + count` of a counter. What is written adds up with whatever else there is of the counter: a shard that is no node's own,
    /// as `CQLSSTableWriter` writes.
    pub fn increment(self, column: &str, count: i64) -> Self {
        self.writer.statement.increment(column, count);
        self
    }

    /// `USING TTL`: in seconds, 0 for none; else the writer's, or the table's default.
    pub fn ttl(self, seconds: i64) -> Self {
        self.writer.statement.using.ttl = Some(seconds);
        self
    }
}

//! SSTables of rows that a program makes.

mod builder;
mod delete;
mod held;
mod pipeline;
mod sink;
mod sorted;
mod spilled;
mod unwritten;
mod upsert;

use cqlite_updates::{Statement, UpdateError, Using, Values, Verb};

pub use builder::WriterBuilder;
pub use delete::{Delete, DeleteRange};
use unwritten::unwritten;
pub use upsert::Upsert;

use super::NewSstable;
use crate::{Error, ErrorKind};
use cqlite_schema::TableDefinition;
use sink::UpdateSink;

/// Writes SSTables of a table's rows, which come in any order, or [sorted](WriterBuilder::sorted): what `INSERT`, `UPDATE` and `DELETE` say.
///
/// ```
/// use cqlite::schema::CreateTable;
/// let table = CreateTable::new("shop", "orders")
///     .partition_key("customer", "int")
///     .clustering("at", "timestamp")
///     .column("total", "decimal")
///     .column("items", "map<text, int>")
///     .build()?;
/// # let folder = tempfile::tempdir()?;
/// # let folder = folder.path();
/// let mut writer = cqlite::SstableWriter::create(table, folder)?;
/// let at = cqlite::value::Timestamp(1_700_000_000_000);
/// writer.insert((7, at)).set("items", &std::collections::BTreeMap::from([("tea", 2)])).write()?;
/// writer.update((7, at)).put("items", "milk", &1).write()?;
/// writer.delete(8).timestamp(1_600_000_000_000_000).write()?;
/// let new = writer.finish()?;
/// assert_eq!(new[0].written.partitions, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Of several writes to a row or a cell those count that Cassandra would go by. Until [`finish`](Self::finish) has returned there is no SSTable, and
/// without it none comes into being. A statement that is refused leaves nothing behind.
pub struct SstableWriter {
    statement: Statement,
    place: UpdateSink,
    clock: Box<dyn FnMut() -> i64 + Send>,
    using: Using,
    /// Something could not be written: what follows cannot be either.
    has_failed: bool,
}

impl std::fmt::Debug for SstableWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SstableWriter").field("place", &self.place).finish_non_exhaustive()
    }
}

impl SstableWriter {
    /// One that writes rows in any order to a directory, as Cassandra 4 and later read them ([`WriterBuilder`] has the choices).
    ///
    /// # Errors
    /// The directory cannot be listed.
    pub fn create(table: TableDefinition, directory: impl AsRef<std::path::Path>) -> Result<Self, Error> {
        Self::builder(table).open(directory)
    }

    /// Choices for one.
    #[must_use]
    pub fn builder(table: TableDefinition) -> WriterBuilder {
        WriterBuilder::new(table)
    }

    /// `INSERT`: the row is there from now on. `key` has the values of the partition key and of the clustering; without the latter static columns
    /// are written only.
    pub fn insert(&mut self, key: impl Values) -> Upsert<'_> {
        self.start(Verb::Insert, &key);
        Upsert::new(self)
    }

    /// `UPDATE`: columns of the row are written, which is there as long as one has a value.
    pub fn update(&mut self, key: impl Values) -> Upsert<'_> {
        self.start(Verb::Update, &key);
        Upsert::new(self)
    }

    /// `DELETE`: the columns that are named; without any the row, or all rows whose clustering begins so, or with the partition key only the
    /// partition.
    pub fn delete(&mut self, key: impl Values) -> Delete<'_> {
        self.start(Verb::Delete, &key);
        Delete::new(self)
    }

    /// `DELETE` of rows between two bounds: `key` has the values of the partition key and of the clustering columns that are equal in all of them.
    pub fn delete_range(&mut self, key: impl Values) -> DeleteRange<'_> {
        self.start(Verb::DeleteRange, &key);
        DeleteRange::new(self)
    }

    /// Timestamp, in microseconds since 1970, and TTL, in seconds, of the statements that follow and do not say them.
    pub fn using(&mut self, timestamp: Option<i64>, ttl: Option<i64>) {
        self.using = Using { timestamp, ttl };
    }

    /// Ends it: the SSTables that have come into being, none if nothing was written.
    ///
    /// # Errors
    /// Something could not be written: then there are none.
    pub fn finish(self) -> Result<Vec<NewSstable>, Error> {
        if self.has_failed {
            return Err(failed());
        }
        self.place.finish()
    }

    fn start(&mut self, verb: Verb, key: &impl Values) {
        let micros = (self.clock)();
        let ttl = self.using.ttl.filter(|_| !matches!(verb, Verb::Delete | Verb::DeleteRange));
        self.statement.start(verb, key, Using { ttl, ..self.using }, micros);
    }

    /// Ends the statement at hand.
    fn write(&mut self) -> Result<(), Error> {
        if self.has_failed {
            return Err(failed());
        }
        let written = self.statement.finish(&mut self.place).and_then(|()| self.place.make_room());
        // What is said of the statement alone is of no harm to others.
        self.has_failed = written.as_ref().is_err_and(|e| e.kind() != ErrorKind::InvalidInput);
        written
    }
}

fn failed() -> Error {
    Error::new(ErrorKind::Io, "an earlier statement could not be written: nothing more can be")
}

impl From<UpdateError> for Error {
    fn from(e: UpdateError) -> Self {
        // Of a value that is none nothing is known of what it was to be merged with.
        let kind = if let UpdateError::Merge(_) = e { ErrorKind::Corrupt } else { ErrorKind::InvalidInput };
        Error::new(kind, e)
    }
}

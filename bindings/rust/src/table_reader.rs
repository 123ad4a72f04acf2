use std::fmt;
use std::path::Path;
use std::sync::Arc;

use cqlite_schema::TableSchema;
use cqlite_sstable::reader::Slice;

use crate::rows::{Partitions, ReversedRows, Rows, View};
use crate::{open, Error, ErrorKind, OpenOptions, Sstable, Table};

/// An open table: its SSTables read as one, by Cassandra's rules. Of what several have of a row the newest counts, and what one deletes
/// is deleted in all.
///
/// ```
/// # let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows");
/// let table = cqlite::Table::open(folder)?;
/// for row in table.rows() {
///     println!("{:?}", row?.get::<&str>("$pk0")?);
/// }
/// # Ok::<(), cqlite::Error>(())
/// ```
#[derive(Clone)]
pub struct TableReader {
    sstables: Vec<Sstable>,
    schema: Arc<TableSchema>,
}

impl fmt::Debug for TableReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TableReader").field(&self.sstables).finish()
    }
}

impl Table {
    /// Opens the one table that is at a path ([`open`](crate::open)).
    ///
    /// # Errors
    /// There is none, or several, or an SSTable cannot be opened.
    pub fn open(path: impl AsRef<Path>) -> Result<TableReader, Error> {
        let tables = open(path.as_ref())?;
        let all: Vec<&Table> = tables.iter().collect();
        let [table] = *all else {
            let names: Vec<String> = all.iter().map(ToString::to_string).collect();
            let what = format!("there are several tables: {}", names.join(", "));
            return Err(Error::new(ErrorKind::InvalidInput, what).in_file(&path.as_ref().display().to_string()));
        };
        table.reader()
    }

    /// Opens its SSTables, to be read as one.
    ///
    /// # Errors
    /// An SSTable cannot be opened, or they are not of one table.
    pub fn reader(&self) -> Result<TableReader, Error> {
        let open = |descriptor| OpenOptions::new().open_descriptor(descriptor);
        TableReader::new(self.newest_first().iter().map(open).collect::<Result<_, _>>()?)
    }
}

impl TableReader {
    /// SSTables of a table.
    ///
    /// # Errors
    /// There is none, or they are not of one table.
    pub fn new(sstables: Vec<Sstable>) -> Result<Self, Error> {
        match union(&sstables)? {
            Some(schema) => Ok(TableReader { sstables, schema: Arc::new(schema) }),
            None => Err(Error::new(ErrorKind::NotFound, "there are no SSTables")),
        }
    }

    /// Its SSTables.
    #[must_use]
    pub fn sstables(&self) -> &[Sstable] {
        &self.sstables
    }

    /// The table, with all columns that any of the SSTables has.
    #[must_use]
    pub fn schema(&self) -> &TableSchema {
        &self.schema
    }

    /// Its live rows, partition after partition.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::all(&self.view())
    }

    /// Its partitions that have a live row, each with its rows ([`Sstable::partitions`]).
    #[must_use]
    pub fn partitions(&self) -> Partitions<'_> {
        Partitions::new(self.rows())
    }

    /// The live rows of a partition, found by the indexes; none if no SSTable has it.
    ///
    /// # Errors
    /// What is wrong with a filter or an index.
    pub fn partition(&self, key: &[u8]) -> Result<Rows<'_>, Error> {
        self.slice(key, Slice::default())
    }

    /// The live rows of a partition that are in a slice.
    ///
    /// # Errors
    /// What is wrong with a filter or an index.
    pub fn slice(&self, key: &[u8], slice: Slice) -> Result<Rows<'_>, Error> {
        Rows::of_slice(&self.view(), key, &slice)
    }

    /// The same rows, the last one first.
    #[must_use]
    pub fn slice_reversed(&self, key: &[u8], slice: Slice) -> ReversedRows<'_> {
        ReversedRows::new(self.view(), key, slice)
    }

    /// The bytes of a partition key from its text, as of [`Sstable::key_from_text`].
    ///
    /// # Errors
    /// The text is no key of the table, or may be several.
    pub fn key_from_text(&self, text: &str) -> Result<Vec<u8>, Error> {
        self.sstables[0].key_from_text(text)
    }

    fn view(&self) -> View<'_> {
        View::of_table(self.sstables.iter().map(Sstable::raw), &self.schema)
    }
}

/// The table that has all columns of some SSTables; nothing of no SSTable.
pub(crate) fn union<'s>(sstables: impl IntoIterator<Item = &'s Sstable>) -> Result<Option<TableSchema>, Error> {
    let table = TableSchema::union(sstables.into_iter().map(Sstable::schema));
    table.map_err(|e| Error::new(ErrorKind::InvalidInput, format!("these are not of one table: {e}")))
}

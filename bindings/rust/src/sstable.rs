use std::fmt;
use std::path::Path;
use std::sync::Arc;

use cqlite_dump::{Dump, DumpOptions};
use cqlite_format::statistics::{SerializationHeader, StatsMetadata};
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_schema::TableSchema;
use cqlite_sstable::reader::Slice;

use crate::rows::{Partitions, ReversedRows, Rows, View};
use crate::{Error, ErrorKind, OpenOptions, SstableVersion};

/// An open SSTable. Clones share everything.
#[derive(Clone)]
pub struct Sstable(Arc<cqlite_sstable::Sstable>);

impl Sstable {
    /// What it is below, shared.
    pub(crate) fn shared(&self) -> Arc<cqlite_sstable::Sstable> {
        Arc::clone(&self.0)
    }
}

impl From<cqlite_sstable::Sstable> for Sstable {
    fn from(sstable: cqlite_sstable::Sstable) -> Self {
        Sstable(Arc::new(sstable))
    }
}

impl fmt::Debug for Sstable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sstable({})", self.label())
    }
}

impl Sstable {
    /// Opens the SSTable that a component file belongs to. [`OpenOptions`] says how, or from where else.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version, or what makes up the metadata is missing or damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        OpenOptions::new().open(path)
    }

    /// What names it in errors: the files' common path.
    #[must_use]
    pub fn label(&self) -> &str {
        self.0.label()
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> SstableVersion {
        self.0.version()
    }

    /// The table, as far as the SSTable tells it: types and columns. Columns of the primary key have no names there.
    #[must_use]
    pub fn schema(&self) -> &TableSchema {
        self.0.schema()
    }

    /// The order of its partitions.
    #[must_use]
    pub fn partitioner(&self) -> &Partitioner {
        self.0.partitioner()
    }

    /// The serialization header, as it is stored.
    #[must_use]
    pub fn header(&self) -> &SerializationHeader {
        self.0.header()
    }

    /// The statistics, as they are stored; none if Statistics.db has no such part.
    #[must_use]
    pub fn stats(&self) -> Option<&StatsMetadata> {
        self.0.stats()
    }

    /// Length of the uncompressed data, in bytes.
    #[must_use]
    pub fn data_len(&self) -> u64 {
        self.0.data().len()
    }

    /// Its live rows, partition after partition: what a query would see if the table had this SSTable only.
    ///
    /// ```
    /// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
    /// let sstable = cqlite::Sstable::open(path)?;
    /// for row in sstable.rows() {
    ///     let row = row?;
    ///     let key: &str = row.get("$pk0")?;
    ///     let v: Option<&str> = row.get("v")?;
    ///     println!("{key}: {v:?}");
    /// }
    /// # Ok::<(), cqlite::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::all(&View::of_one(&self.0))
    }

    /// Its partitions that have a live row, each with its rows.
    ///
    /// ```
    /// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
    /// let sstable = cqlite::Sstable::open(path)?;
    /// let mut partitions = sstable.partitions();
    /// while let Some(mut partition) = partitions.next_partition()? {
    ///     let key: String = partition.get("$pk0")?;
    ///     let rows = partition.by_ref().collect::<Result<Vec<_>, _>>()?;
    ///     println!("{key}: {} rows, static {:?}", rows.len(), partition.get::<Option<i32>>("s2")?);
    /// }
    /// # Ok::<(), cqlite::Error>(())
    /// ```
    #[must_use]
    pub fn partitions(&self) -> Partitions<'_> {
        Partitions::new(self.rows())
    }

    /// The live rows of a partition, found by the index; none if the SSTable does not have it.
    ///
    /// # Errors
    /// What is wrong with filter or index.
    pub fn partition(&self, key: &[u8]) -> Result<Rows<'_>, Error> {
        self.slice(key, Slice::default())
    }

    /// The live rows of a partition that are in a slice.
    ///
    /// # Errors
    /// What is wrong with filter or index.
    pub fn slice(&self, key: &[u8], slice: Slice) -> Result<Rows<'_>, Error> {
        Rows::of_slice(&View::of_one(&self.0), key, &slice)
    }

    /// The same rows, the last one first.
    #[must_use]
    pub fn slice_reversed(&self, key: &[u8], slice: Slice) -> ReversedRows<'_> {
        ReversedRows::new(View::of_one(&self.0), key, slice)
    }

    /// A range of tokens from its text, the token after which it begins and the one that ends it, with a colon between.
    ///
    /// # Errors
    /// They are no tokens of the partitioner.
    pub fn token_range_from_text(&self, text: &str) -> Result<(Token, Token), Error> {
        let token = |text: &str| self.partitioner().token_from_text(text);
        let found = text.split_once(':').and_then(|(after, to)| Some((token(after)?, token(to)?)));
        let (name, example) = (self.partitioner().name(), self.partitioner().token_range_example());
        let what = || format!("{text:?} is no range of tokens of {name}, such as {example}");
        found.ok_or_else(|| Error::new(ErrorKind::InvalidInput, what()))
    }

    /// What `sstabledump` prints.
    ///
    /// # Errors
    /// The header has a column or a type that sstabledump would not take.
    pub fn dump(&self, options: DumpOptions) -> Result<Dump<'_>, Error> {
        Ok(Dump::new(&self.0, options)?)
    }

    /// The reader below: visitors, partitions and markers as they are stored, positions.
    #[must_use]
    pub fn raw(&self) -> &cqlite_sstable::Sstable {
        &self.0
    }
}

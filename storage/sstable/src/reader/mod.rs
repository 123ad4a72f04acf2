//! One SSTable, open: its metadata, its rows as events, and where its partitions are.
//!
//! [`Sstable::open`] reads Statistics.db and CompressionInfo.db, nothing else; indexes are opened when they are first asked for.
//! [`Sstable::scan`] streams partitions through a bounded window to a visitor of the generated decoder; [`Sstable::find`] and
//! [`Sstable::splits`] go through Summary.db and Index.db, or through the tries.

mod approach;
mod big_index;
mod error;
mod frozen;
mod locator;
mod open;
mod partition_iterator;
mod partition_reader;
mod positions;
mod row_builder;
mod row_index;
mod scan;
mod slice;
mod token_range;
mod trie_index;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::data::SstableDataParams;
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, StatsMetadata, TocEntry, ValidationMetadata};
use cqlite_format::version::SstableVersion;

use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::EncodingStats;
use cqlite_schema::partitioner::Partitioner;
use cqlite_schema::{Keys, TableSchema};

pub use error::{ScanError, SstableError, SstableErrorKind};
pub use locator::Locator;
pub use open::OpenOptions;
pub use partition_iterator::PartitionIterator;
pub use partition_reader::PartitionReader;
pub use positions::PartitionEntry;
pub use scan::Visitor;
pub use slice::{Bound, Slice};
pub use token_range::TokenRange;

use crate::compress::DataSource;
use crate::descriptor::Component;
use crate::io::{ComponentSource, ReadAt};
use crate::Limits;

/// An open SSTable. Clones share everything.
#[derive(Clone)]
pub struct Sstable {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    label: Arc<str>,
    version: SstableVersion,
    limits: Limits,
    statistics: SstableStatistics,
    /// Place of the serialization header in the table of contents.
    header: usize,
    schema: TableSchema,
    comparator: ClusteringComparator,
    encoding_stats: EncodingStats,
    compression: Option<Arc<SstableCompressionInfo>>,
    data: DataSource,
    source: Option<Arc<dyn ComponentSource>>,
    index: OnceLock<Bytes>,
    summary: OnceLock<Bytes>,
    filter: OnceLock<Bytes>,
    partitions: OnceLock<Bytes>,
    rows: OnceLock<Bytes>,
}

impl Inner {
    /// The same, with nothing opened yet.
    fn reopened(&self) -> Self {
        Inner {
            label: Arc::clone(&self.label),
            version: self.version,
            limits: self.limits,
            statistics: self.statistics.clone(),
            header: self.header,
            schema: self.schema.clone(),
            comparator: self.comparator.clone(),
            encoding_stats: self.encoding_stats,
            compression: self.compression.clone(),
            data: self.data.clone(),
            source: self.source.clone(),
            index: OnceLock::new(),
            summary: OnceLock::new(),
            filter: OnceLock::new(),
            partitions: OnceLock::new(),
            rows: OnceLock::new(),
        }
    }
}

/// A component in memory: mapped, or read.
#[derive(Clone)]
pub enum Bytes {
    /// The store's own bytes.
    Shared(Arc<dyn ReadAt>),
    /// A copy.
    Owned(Arc<[u8]>),
}

impl Bytes {
    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Shared(source) => source.as_slice().unwrap_or_default(),
            Bytes::Owned(bytes) => bytes,
        }
    }
}

impl Sstable {
    /// Opens the SSTable that a component file belongs to.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version, or what makes up the metadata is missing or damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, SstableError> {
        OpenOptions::default().open(path.as_ref())
    }

    /// What names it in errors: the files' common path.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.inner.label
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> SstableVersion {
        self.inner.version
    }

    /// Whether its index is a trie.
    #[must_use]
    pub fn is_bti(&self) -> bool {
        self.inner.version.has_tries()
    }

    /// Statistics.db.
    #[must_use]
    pub fn statistics(&self) -> &SstableStatistics {
        &self.inner.statistics
    }

    /// The columns, and what Data.db's numbers are relative to.
    ///
    /// # Panics
    /// Never: opening has found it at this place.
    #[must_use]
    pub fn header(&self) -> &SerializationHeader {
        match self.inner.statistics.toc.get(self.inner.header).and_then(TocEntry::header) {
            Some(header) => header,
            None => unreachable!("opening has found the header here"),
        }
    }

    /// The statistics proper, if they are there.
    #[must_use]
    pub fn stats(&self) -> Option<&StatsMetadata> {
        self.inner.statistics.stats()
    }

    /// Partitioner and Bloom filter chance.
    #[must_use]
    pub fn validation(&self) -> Option<&ValidationMetadata> {
        self.inner.statistics.validation()
    }

    /// The partitioner, from Statistics.db.
    #[must_use]
    pub fn partitioner(&self) -> &Partitioner {
        &self.inner.schema.keys.partitioner
    }

    /// The table, as far as Statistics.db tells it.
    #[must_use]
    pub fn schema(&self) -> &TableSchema {
        &self.inner.schema
    }

    /// The type of the partition keys, and their order.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.inner.schema.keys
    }

    /// The order of rows and bounds in a partition.
    #[must_use]
    pub fn comparator(&self) -> &ClusteringComparator {
        &self.inner.comparator
    }

    /// What times and TTLs are stored relative to, as Cassandra has it.
    #[must_use]
    pub fn encoding_stats(&self) -> &EncodingStats {
        &self.inner.encoding_stats
    }

    /// CompressionInfo.db, if the data is compressed.
    #[must_use]
    pub fn compression(&self) -> Option<&SstableCompressionInfo> {
        self.inner.compression.as_deref()
    }

    /// The uncompressed data.
    #[must_use]
    pub fn data(&self) -> &DataSource {
        &self.inner.data
    }

    /// What decoders of Data.db need.
    #[must_use]
    pub fn params(&self) -> SstableDataParams<'_> {
        SstableDataParams::new(self.version(), self.header())
    }

    /// A component as bytes in memory; `None` if the SSTable has none of that name.
    ///
    /// # Errors
    /// The store fails, or the component is larger than can be held.
    pub fn component(&self, component: &Component) -> Result<Option<Bytes>, SstableError> {
        let slot = match component {
            Component::PrimaryIndex => Some(&self.inner.index),
            Component::Summary => Some(&self.inner.summary),
            Component::Filter => Some(&self.inner.filter),
            Component::Partitions => Some(&self.inner.partitions),
            Component::Rows => Some(&self.inner.rows),
            _ => None,
        };
        if let Some(bytes) = slot.and_then(OnceLock::get) {
            return Ok(Some(bytes.clone()));
        }
        let Some(bytes) = self.load(component)? else { return Ok(None) };
        if let Some(slot) = slot {
            let _ = slot.set(bytes.clone());
        }
        Ok(Some(bytes))
    }

    fn load(&self, component: &Component) -> Result<Option<Bytes>, SstableError> {
        let at = |e: SstableError| e.in_component(component).in_file(self.label());
        let Some(source) = &self.inner.source else { return Ok(None) };
        let Some(file) = source.open(component).map_err(|e| at(e.into()))? else { return Ok(None) };
        if file.as_slice().is_some() {
            return Ok(Some(Bytes::Shared(file)));
        }
        file.read_all(self.inner.limits.of(component)).map(|b| Some(Bytes::Owned(b.into()))).map_err(|e| at(e.into()))
    }

    /// A component that must be there.
    ///
    /// # Errors
    /// As [`component`](Self::component); `Missing` if there is none.
    pub fn required(&self, component: &Component) -> Result<Bytes, SstableError> {
        let missing = || SstableError::new(SstableErrorKind::Missing).in_component(component).in_file(self.label());
        self.component(component)?.ok_or_else(missing)
    }

    /// The store of its components, if it has one.
    #[must_use]
    pub fn source(&self) -> Option<&Arc<dyn ComponentSource>> {
        self.inner.source.as_ref()
    }

    /// An error in a component of this SSTable.
    pub(crate) fn error_in(&self, component: &Component, e: impl Into<SstableError>) -> SstableError {
        e.into().in_component(component).in_file(self.label())
    }
}

//! One SSTable, open: its metadata, its rows as events, and where its partitions are.
//!
//! [`Sstable::open`] reads Statistics.db and CompressionInfo.db, nothing else; indexes are opened when they are first asked for.
//! [`Sstable::scan`] streams partitions through a bounded window to a visitor of the generated decoder; [`Sstable::find`] and
//! [`Sstable::splits`] go through Summary.db and Index.db, or through the tries.

mod big_index;
mod border;
mod ends;
mod error;
mod extents;
mod infer_frozen;
mod locator;
mod open;
mod partition_iterator;
mod partition_reader;
mod positions;
mod reverse_seek;
mod row_block_starts;
mod row_blocks;
mod row_builder;
mod row_index;
mod scan;
mod slice;
mod token_positions;
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
pub use extents::PartitionExtents;
pub use locator::Locator;
pub use open::OpenOptions;
pub use partition_iterator::PartitionIterator;
pub use partition_reader::{walk_data, PartitionReader};
pub use positions::PartitionEntry;
pub use scan::Visitor;
pub use slice::{Bound, Slice};

use crate::component::{Bytes, Components, KeyRange, StoredTable};
use crate::compress::DataSource;
use crate::descriptor::Component;

/// An open SSTable. Clones share everything.
#[derive(Clone)]
pub struct Sstable {
    pub(super) inner: Arc<Inner>,
}

#[derive(Clone)]
pub(super) struct Inner {
    components: Components,
    statistics: SstableStatistics,
    /// Place of the serialization header in the table of contents.
    header: usize,
    table: StoredTable,
    compression: Option<Arc<SstableCompressionInfo>>,
    data: DataSource,
    trusts_filter: bool,
    opened: Opened,
}

/// Components that have been opened, and what they are checked by.
#[derive(Clone, Default)]
struct Opened {
    index: OnceLock<Bytes>,
    summary: OnceLock<Bytes>,
    filter: OnceLock<Bytes>,
    partitions: OnceLock<Bytes>,
    rows: OnceLock<Bytes>,
    ends: OnceLock<Option<KeyRange>>,
    /// The filter has been found to have the keys at both ends.
    filter_checked: OnceLock<()>,
    /// Partitions.db has been found to have the SSTable's first and last key.
    partitions_checked: OnceLock<()>,
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
        self.inner.components.label()
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> SstableVersion {
        self.inner.components.version()
    }

    /// Whether its index is a trie.
    #[must_use]
    pub fn is_bti(&self) -> bool {
        self.version().has_tries()
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
        &self.inner.table.schema.keys.partitioner
    }

    /// The table, as far as Statistics.db describes it.
    #[must_use]
    pub fn schema(&self) -> &TableSchema {
        &self.inner.table.schema
    }

    /// The type of the partition keys, and their order.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.inner.table.schema.keys
    }

    /// The order of rows and bounds in a partition.
    #[must_use]
    pub fn comparator(&self) -> &ClusteringComparator {
        &self.inner.table.comparator
    }

    /// What times and TTLs are stored relative to, as Cassandra has it.
    #[must_use]
    pub fn encoding_stats(&self) -> &EncodingStats {
        &self.inner.table.encoding_stats
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

    /// A component that must be there, as bytes in memory that are held as long as the SSTable is.
    pub(super) fn held(&self, component: &Component) -> Result<&Bytes, SstableError> {
        let _ = self.required(component)?;
        self.slot(component).and_then(OnceLock::get).ok_or_else(|| self.inner.components.missing(component))
    }

    fn slot(&self, component: &Component) -> Option<&OnceLock<Bytes>> {
        let opened = &self.inner.opened;
        match component {
            Component::PrimaryIndex => Some(&opened.index),
            Component::Summary => Some(&opened.summary),
            Component::Filter => Some(&opened.filter),
            Component::Partitions => Some(&opened.partitions),
            Component::Rows => Some(&opened.rows),
            _ => None,
        }
    }

    /// A component as bytes in memory; `None` if the SSTable has none of that name.
    ///
    /// # Errors
    /// The store fails, or the component is larger than can be held.
    pub fn component(&self, component: &Component) -> Result<Option<Bytes>, SstableError> {
        let slot = self.slot(component);
        if let Some(bytes) = slot.and_then(OnceLock::get) {
            return Ok(Some(bytes.clone()));
        }
        let Some(bytes) = self.inner.components.find(component)? else { return Ok(None) };
        if let Some(slot) = slot {
            let _ = slot.set(bytes.clone());
        }
        Ok(Some(bytes))
    }

    /// A component that must be there.
    ///
    /// # Errors
    /// As [`component`](Self::component); `Missing` if there is none.
    pub fn required(&self, component: &Component) -> Result<Bytes, SstableError> {
        self.component(component)?.ok_or_else(|| self.inner.components.missing(component))
    }

    /// Where its components come from.
    #[must_use]
    pub fn components(&self) -> &Components {
        &self.inner.components
    }

    /// An error in a component of this SSTable.
    pub(crate) fn error_in(&self, component: &Component, e: impl Into<SstableError>) -> SstableError {
        self.inner.components.error_in(component, e)
    }
}

//! Read Cassandra SSTables without Cassandra.
//!
//! ```
//! use cqlite::rows::{CellRef, Flow, PartitionRef, RowVisitor};
//! use cqlite::{Metadata, Sstable, SstableError};
//!
//! /// Counts cells, and keeps the keys of their partitions.
//! #[derive(Default)]
//! struct Count {
//!     keys: Vec<String>,
//!     cells: u64,
//! }
//!
//! impl<'a> RowVisitor<'a> for Count {
//!     type Error = SstableError;
//!
//!     fn partition(&mut self, partition: &PartitionRef<'a>) -> Result<Flow, SstableError> {
//!         self.keys.push(String::from_utf8_lossy(partition.key.data).into_owned());
//!         Ok(Flow::Continue)
//!     }
//!
//!     fn cell(&mut self, _: &CellRef<'a>) -> Result<(), SstableError> {
//!         self.cells += 1;
//!         Ok(())
//!     }
//! }
//!
//! let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
//! let metadata = Metadata::open(path)?;
//! assert_eq!(metadata.stats().map(|stats| stats.total_rows), Some(14));
//!
//! let (sstable, mut count) = (Sstable::open(path)?, Count::default());
//! sstable.scan_all(&mut count)?;
//! assert_eq!(count.keys.len(), 4);
//! assert_eq!(sstable.header().static_columns.columns.len(), 2);
//! # Ok::<(), SstableError>(())
//! ```
//!
//! | to | start at |
//! |---|---|
//! | find SSTables below a directory | [`descriptor::discover`] |
//! | open one, scan it or a range of tokens, look a key up, slice its rows | [`Sstable`], [`OpenOptions`] |
//! | see its rows | [`rows::RowVisitor`] |
//! | print values as Cassandra does | [`value`] |
//! | know what it is without reading it | [`Metadata`] |
//! | print it as `sstabledump` does | [`dump::Dump`] |
//! | know whether it is intact | [`verify::Verifier`] |
//! | see every field of a component, with its bytes and its line in the specification | [`inspect::Inspection`] |
//!
//! Nothing is written: this crate reads. Versions are those of `spec/common/sstable_version.ksy`,
//! [`SstableVersion::ALL`]. Damage is an error that names file, component, offset and field, never a default value.

#![deny(missing_docs)]

pub use cqlite_format::version::SstableVersion;
pub use cqlite_inspect::Metadata;
pub use cqlite_sstable::{OpenOptions, Sstable, SstableError, SstableErrorKind};

/// Which SSTable is meant: names of files, directories and versions.
pub mod descriptor {
    pub use cqlite_sstable::descriptor::{
        discover, Component, Descriptor, DescriptorError, Discovery, FileName, Finder, Format, FoundSstable, Location,
        SstableId, SstableName, TableId, Toc, TocDifference, Version,
    };
}

/// Where bytes come from: files, memory, or a store of the caller's.
pub mod io {
    pub use cqlite_sstable::compress::ChecksumMode;
    pub use cqlite_sstable::io::{
        AccessMode, ComponentSource, DirectorySource, IoError, MemoryBytes, MemorySource, NotAFile, ReadAt,
    };
}

/// Rows as they are stored, as events.
pub mod rows {
    pub use cqlite_format::data::{
        CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef,
        SstableDataVisitor as RowVisitor,
    };
    pub use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, PrefixValues};
    pub use cqlite_rows::{Cell, DeletionTime, EncodingStats, LivenessInfo, RowError, RowHead};
    pub use cqlite_runtime::Flow;
    pub use cqlite_sstable::reader::{Bound, Direction, PartitionEntry, ScanError, Slice, TokenRange, Visitor};
}

/// Order of partitions.
pub mod partitioner {
    pub use cqlite_schema::partitioner::{DecoratedKey, Partitioner, Token};
}

/// Values: types by their names, text, JSON, order.
pub mod value {
    pub use cqlite_runtime::marshal::{maybe_quote, MarshalError, MarshalType, NativeType, UserType};
    pub use cqlite_types::{compare, counter, from_text, json, literal, text, try_compare, validate, ValueError};
}

/// Facts of an SSTable, from everything but its data.
pub mod metadata {
    pub use cqlite_format::compression_info::SstableCompressionInfo as CompressionInfo;
    pub use cqlite_format::statistics::{
        CompactionMetadata, EstimatedHistogram, SerializationHeader, SstableStatistics as Statistics, StatsMetadata,
        ValidationMetadata,
    };
    pub use cqlite_inspect::metadata::{FilterFacts, KeyRange, Metadata, SummaryFacts, TextOptions, TrieFacts};
}

/// Every field of a component, with its place.
pub mod inspect {
    pub use cqlite_inspect::{
        canonical, human, json_value, printable, shortened, Field, Fields, Halt, InspectError, Inspection, Level,
        Order, What, WrongChecksum,
    };
    pub use cqlite_runtime::walk::Value;
    pub use cqlite_runtime::Site;
}

/// What Cassandra's `sstabledump` prints.
pub mod dump {
    pub use cqlite_dump::{Dump, DumpError, DumpErrorKind, DumpOptions, Format};
}

/// Whether an SSTable is intact.
pub mod verify {
    pub use cqlite_verify::{
        Check, CheckSummary, Finding, Place, Progress, Report, Severity, Stage, Verifier, VerifyError, VerifyOptions,
    };
}

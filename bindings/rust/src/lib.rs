//! Read and write Cassandra SSTables without Cassandra.
//!
//! ```
//! let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows");
//! for table in &cqlite::open(folder)? {
//!     for sstable in table.sstables() {
//!         let sstable = sstable?;
//!         for row in sstable.rows().at(1_795_000_000) {
//!             let row = row?;
//!             let (key, v): (&str, Option<&str>) = (row.get("$pk0")?, row.get("v")?);
//!             println!("{key}: {v:?}, static {:?}", row.get::<Option<i32>>("s2")?);
//!         }
//!     }
//! }
//! # Ok::<(), cqlite::Error>(())
//! ```
//!
//! | to | start at |
//! |---|---|
//! | find tables and their SSTables | [`open`], [`Table`] |
//! | open one, read its rows, look a key up, slice a partition | [`Sstable`], [`OpenOptions`] |
//! | go through it partition by partition | [`Sstable::partitions`], [`TableReader::partitions`] |
//! | read all SSTables of a table as one | [`Table::open`], [`TableReader`] |
//! | ask in CQL | [`Session`] |
//! | take values out of rows | [`Row::get`], [`value::FromCql`] |
//! | know what went wrong | [`Error`] |
//! | see what is stored: deletions, markers, expired cells | [`raw::PartitionIterator`], [`raw::RowVisitor`] |
//! | print values as Cassandra does | [`value`] |
//! | know what an SSTable is without reading it | [`Metadata`] |
//! | print it as `sstabledump` does | [`Sstable::dump`] |
//! | know which partitions are large, and which have tombstones | [`partitions::LargestPartitions`] |
//! | know whether it is intact | [`verify::Verifier`] |
//! | write it anew, in another version or compressed otherwise | [`write::Rewrite`] |
//! | make its other components anew from Data.db | [`write::Rebuild`] |
//! | take out of a damaged one what is intact | [`write::Salvage`] |
//! | write SSTables of rows | [`SstableWriter`], [`schema::CreateTable`], [`value::ToCql`] |
//! | write what is stored to an SSTable | [`write::PartitionWriter`] |
//! | see every field of a component, with its bytes and its line in the specification | [`inspect::Inspection`] |
//!
//! Programs to begin with, in `bindings/rust/examples/`: `rows` (rows into a struct), `lookup` (a partition by its key, rows by a range),
//! `count` (a visitor), `verify` (a folder), `memory` (SSTables that are not in a folder), `rewrite` (SSTables anew), `write` (SSTables of rows). Each runs with
//! `cargo run -p cqlite --example NAME`.
//!
//! Versions are those of `spec/common/sstable_version.ksy`,
//! [`SstableVersion::ALL`]. Damage is an error that names file, component, offset and field, never a default value.

#![deny(missing_debug_implementations)]

mod clock;
mod error;
mod options;
pub mod partitions;
mod rows;
mod session;
mod slice_text;
mod sstable;
mod table_reader;
mod tables;

pub mod write;

pub use cqlite_format::version::SstableVersion;
pub use cqlite_inspect::Metadata;
pub use cqlite_query::{Done, Explanation, QueryError, Result as QueryResult, ResultColumn, ResultSink};
pub use cqlite_sstable::Limits;
pub use error::{Error, ErrorKind, Location, Remedy};
pub use options::OpenOptions;
pub use rows::{Partition, Partitions, ReversedRows, Row, Rows};
pub use session::{SchemaOrigin, Session, SessionOptions};
pub use sstable::Sstable;
pub use table_reader::TableReader;
pub use tables::{open, Table, Tables};
pub use write::SstableWriter;

/// The Cassandra Query Language: statements and their syntax trees.
pub mod cql {
    pub use cqlite_cql::{
        ast, needs_quotes, parse, parse_expression, parse_type, position, quoted, statements, tokens, Class, Keyword,
        Result, Span, Statements, SyntaxError, Token, TokenKind, MAX_DEPTH,
    };
}

/// Answers as text.
pub mod text {
    pub use cqlite_text::{Answer, Column, Dialect, Format, Options, Style, TextError, TimeFormat};
}

/// What is known of keyspaces and tables.
pub mod catalog {
    pub use cqlite_query::schema::{
        Catalog, ColumnKind, ColumnMetadata, DroppedColumn, FunctionMetadata, IndexMetadata, Keyspace, TableKind,
        TableMetadata,
    };
}

/// Which SSTable is meant: names of files, directories and versions.
pub mod descriptor {
    pub use cqlite_format::toc::SstableToc;
    pub use cqlite_sstable::descriptor::{
        discover, Component, Descriptor, DescriptorError, DigestKind, Discovery, FileName, Finder, Format,
        FoundSstable, Location, SstableId, SstableName, TableId, Toc, Version,
    };
}

/// Where bytes come from: files, memory, or a store of the caller's.
pub mod io {
    pub use cqlite_sstable::component::{Bytes, Components};
    pub use cqlite_sstable::compress::{ChecksumMode, DataCursor, DataSource};
    pub use cqlite_sstable::io::{
        AccessMode, ComponentSource, DirectorySource, IoError, MemoryBytes, MemorySource, NotAFile, ReadAt,
    };
}

/// What is stored, below rows: partitions and markers that are asked for, and the decoder's events.
///
/// ```
/// use cqlite::raw::{PartitionRef, RowVisitor, CellRef, Flow, SstableError};
///
/// /// Counts cells, and keeps the keys of their partitions.
/// #[derive(Default)]
/// struct Count {
///     keys: Vec<String>,
///     cells: u64,
/// }
///
/// impl<'a> RowVisitor<'a> for Count {
///     type Error = SstableError;
///
///     fn partition(&mut self, partition: &PartitionRef<'a>) -> Result<Flow, SstableError> {
///         self.keys.push(String::from_utf8_lossy(partition.key.data).into_owned());
///         Ok(Flow::Continue)
///     }
///
///     fn cell(&mut self, _: &CellRef<'a>) -> Result<(), SstableError> {
///         self.cells += 1;
///         Ok(())
///     }
/// }
///
/// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let (sstable, mut count) = (cqlite::Sstable::open(path)?, Count::default());
/// sstable.raw().scan_all(&mut count)?;
/// assert_eq!(count.keys.len(), 4);
/// # Ok::<(), cqlite::Error>(())
/// ```
pub mod raw {
    pub use cqlite_format::common::{
        BytesU2Ref, BytesUvintRef, CellValueRef, ClusteringBound, ClusteringBoundRef, ClusteringValuesSpan,
        DeletionTimeRef, PrefixKind,
    };
    pub use cqlite_format::data::{
        CellRef, ColumnDataRef, DeltaDeletionTime, DeltaDeletionTimeRef, MarkerBodyRef, MarkerRef, PartitionCursor,
        PartitionRef, RowBodyRef, RowRef, SstableDataParams, SstableDataVisitor as RowVisitor, UnfilteredRef,
    };
    pub use cqlite_format::index::{EntryRef, PromotedIndexSpan, SstableIndexParams};
    pub use cqlite_rows::clustering::{ClusteringComparator, ClusteringPrefix, OwnedPrefix, PrefixValues};
    pub use cqlite_rows::{
        Cell, Column, DeletionTime, EncodingStats, LivenessInfo, OpenDeletion, Purger, RangeTombstoneMarker,
        RefusedNumber, Row, RowError, RowHead, Unfiltered,
    };
    pub use cqlite_runtime::error::ReadErrorKind;
    pub use cqlite_runtime::native::ColumnSubset;
    pub use cqlite_runtime::{Flow, ReadError, Reader};
    pub use cqlite_sstable::compress::{ChunkError, ChunkIndex, ChunkMapError, CodecError, CrcTableError};
    pub use cqlite_sstable::reader::{
        PartitionEntry, PartitionExtents, PartitionIterator, PartitionReader, ScanError, Visitor,
    };
    pub use cqlite_sstable::{Sstable, SstableError, SstableErrorKind};
}

/// What the table is, as far as SSTables tell.
pub mod schema {
    pub use cqlite_schema::{
        Cells, Column, ColumnMap, CreateTable, DefinitionError, Keys, NamedColumn, SchemaConflict, TableDefinition,
        TableSchema,
    };
}

/// A part of a partition.
pub mod slice {
    pub use cqlite_sstable::reader::{Bound, Slice};
}

/// Order of partitions.
pub mod partitioner {
    pub use cqlite_schema::partitioner::{DecoratedKey, KeyOrder, Partitioner, PartitionerError, Token};
}

/// Values: types by their names, Rust's own types, text, JSON, order.
pub mod value {
    pub use cqlite_runtime::marshal::{maybe_quote, MarshalError, MarshalType, NativeType, UserField, UserType};
    pub use cqlite_runtime::native::CqlType;
    pub use cqlite_types::spelling::SpellingError;
    pub use cqlite_types::value::{
        CqlValue, Date, Decimal, Duration, Fields, FromCql, FromCqlError, Given, Named, Raw, Stored, Time, Timestamp,
        ToCql, ToCqlError, Unset, Uuid, ValueWriter,
    };
    pub use cqlite_types::{
        compare, counter, from_text, hex, json, key_components, literal, spelling, text, try_compare, validate,
        ValueError,
    };
}

/// Facts of an SSTable, from everything but its data.
pub mod metadata {
    pub use cqlite_format::common::{
        BytesU2, BytesUvint, CellValue, ClusteringBlock, ClusteringValue, ClusteringValues, JavaUtf,
    };
    pub use cqlite_format::compression_info::{
        CompressionInfoOption, Dictionary, DictionaryKind, SstableCompressionInfo as CompressionInfo,
    };
    pub use cqlite_format::statistics::{
        Bin, Bucket, Column, ColumnList, CommitLogInterval, CommitLogIntervals, CommitLogPosition, CompactionMetadata,
        ComponentKind, CoveredClustering, EstimatedHistogram, LegacyClustering, MaxColumnValueLength,
        MaxColumnValueLengths, SerializationHeader, SstableStatistics as Statistics, StatsMetadata, TocEntry,
        TocEntryBody, ValidationMetadata, ZeroCopyMetadata,
    };
    pub use cqlite_inspect::metadata::{FilterFacts, KeyRange, ScanFacts, SummaryFacts, TextOptions, TrieFacts};
}

/// Every field of a component, with its place.
pub mod inspect {
    pub use cqlite_inspect::{
        canonical, format_value, json_value, printable, shortened, DataView, Field, Fields, Halt, InspectError,
        Inspection, Level, Numbers, Order, WrongChecksum,
    };
    pub use cqlite_runtime::walk::Value;
    pub use cqlite_runtime::Site;
}

/// What Cassandra's `sstabledump` prints.
pub mod dump {
    pub use cqlite_dump::{Dump, DumpError, DumpErrorKind, DumpOptions, Format, Get};
}

/// Whether an SSTable is intact.
pub mod verify {
    pub use cqlite_verify::{
        Check, CheckSummary, Finding, Loss, Place, Progress, Proof, Report, Rule, Run, Severity, Stage, Survey,
        Verifier, VerifyError, VerifyOptions,
    };
}

//! The facts of an SSTable, from everything but its data.
//!
//! [`Metadata::write_text`] prints them as `sstablemetadata` of Cassandra 5.0.8 does, line for line, and after that
//! what that tool does not print; [`Metadata::to_json`] gives all fields under their names in the specification.
//! Differences from `sstablemetadata`: times are in UTC, whatever the machine's zone; where that tool ends with an
//! exception (a histogram that has overflowed) the line says so.

mod facts;
mod histogram;
mod java;
mod json;
mod lines;
mod more_lines;
mod other_fields;
mod paint;
mod scan;
mod shown_fields;
mod text;
mod time;

use std::path::Path;

use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_format::context::{Component as _, Context};
use cqlite_format::statistics::{
    CompactionMetadata, SerializationHeader, SstableStatistics, StatsMetadata, ValidationMetadata,
};
use cqlite_rows::EncodingStats;
use cqlite_sstable::descriptor::{Component, Descriptor, FoundSstable};
use cqlite_sstable::io::{AccessMode, DirectorySource};
use cqlite_sstable::SstableError;

use crate::component::Files;
pub use cqlite_sstable::component::KeyRange;
pub use facts::{FilterFacts, SummaryFacts, TrieFacts};
pub use scan::ScanFacts;

/// What Statistics.db and the components beside it say of an SSTable. Its data is not looked at, and need not be there.
pub struct Metadata {
    files: Files,
    statistics: SstableStatistics,
    encoding_stats: Option<EncodingStats>,
    compression: Option<SstableCompressionInfo>,
    filter: Option<FilterFacts>,
    summary: Option<SummaryFacts>,
    trie: Option<TrieFacts>,
    keys: Option<KeyRange>,
    scanned: Option<ScanFacts>,
    rest: Vec<other_fields::OtherFields>,
    /// Lengths of the components in bytes.
    sizes: Vec<(Component, u64)>,
    problems: Vec<SstableError>,
}

/// How the text is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextOptions {
    /// Deletions up to this time are droppable, in seconds since 1970: now, less `gc_grace_seconds`.
    pub now: i64,
    /// With colours, as `sstablemetadata -c`.
    pub color: bool,
}

impl Metadata {
    /// Reads the metadata of the SSTable that a component file belongs to.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version; Statistics.db or CompressionInfo.db is missing or
    /// damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, SstableError> {
        let path = path.as_ref();
        Self::read(DirectorySource::new(Descriptor::of_component(path)?.0, AccessMode::Mmap))
    }

    /// Reads the metadata of the SSTable that was found.
    ///
    /// # Errors
    /// Statistics.db or CompressionInfo.db is missing or damaged.
    pub fn of(found: &FoundSstable) -> Result<Self, SstableError> {
        Self::read(DirectorySource::of(found, AccessMode::Mmap))
    }

    fn read(source: DirectorySource) -> Result<Self, SstableError> {
        let files = Files::new(source);
        let statistics = files.components.statistics()?;
        let header = statistics.header();
        let encoding_stats = header.map(|header| EncodingStats::new(files.version, header)).transpose();
        let encoding_stats = encoding_stats.map_err(|e| files.components.error_in(&Component::Statistics, e))?;
        let compression = files.compression_info()?;
        let mut problems = Vec::new();
        let mut keep = |e: SstableError| problems.push(e);
        let filter = facts::filter(&files).map_err(&mut keep).ok().flatten();
        let summary = facts::summary(&files).map_err(&mut keep).ok().flatten();
        let trie = facts::trie(&files).map_err(&mut keep).ok().flatten();
        let sizes = facts::sizes(&files).map_err(&mut keep).unwrap_or_default();
        // What cannot be read is among the problems already.
        let rest = other_fields::of(&files).filter_map(Result::ok).collect();
        let mut metadata = Metadata {
            files,
            statistics,
            encoding_stats,
            compression,
            filter,
            summary,
            trie,
            keys: None,
            scanned: None,
            rest,
            sizes,
            problems,
        };
        // What is wrong with what has them is among the problems already.
        metadata.keys = KeyRange::read(&metadata.files.components, metadata.stats()).ok().flatten();
        Ok(metadata)
    }

    /// Which SSTable it is.
    #[must_use]
    pub fn descriptor(&self) -> &Descriptor {
        &self.files.descriptor
    }

    /// Statistics.db.
    #[must_use]
    pub fn statistics(&self) -> &SstableStatistics {
        &self.statistics
    }

    /// Bytes that the files take, those that are no component of its own included.
    #[must_use]
    pub fn size_on_disk(&self) -> u64 {
        self.sizes.iter().map(|(_, len)| len).sum()
    }

    /// How many tombstones, and cells that have expired, can be dropped if they were due up to a time, in seconds since 1970, and how
    /// many cells there are, as far as Statistics.db says.
    #[must_use]
    pub fn droppable(&self, now: i64) -> Option<(f64, i64)> {
        self.stats().and_then(|stats| text::droppable(stats, self.files.version, now))
    }

    /// The share of these among the cells (`StatsMetadata.getEstimatedDroppableTombstoneRatio`).
    #[must_use]
    pub fn droppable_share(&self, now: i64) -> Option<f64> {
        self.droppable(now).map(|(dropped, all)| if all > 0 { dropped / all as f64 } else { 0.0 })
    }

    /// The statistics proper.
    #[must_use]
    pub fn stats(&self) -> Option<&StatsMetadata> {
        self.statistics.stats()
    }

    /// Partitioner and chance of false positives.
    #[must_use]
    pub fn validation(&self) -> Option<&ValidationMetadata> {
        self.statistics.validation()
    }

    /// Columns and their types.
    #[must_use]
    pub fn header(&self) -> Option<&SerializationHeader> {
        self.statistics.header()
    }

    /// What the times of its rows are stored relative to, as Cassandra has it.
    #[must_use]
    pub fn encoding_stats(&self) -> Option<&EncodingStats> {
        self.encoding_stats.as_ref()
    }

    fn compaction(&self) -> Option<&CompactionMetadata> {
        self.statistics.compaction()
    }

    /// Whether the version stores one of the statistics.
    fn stores(&self, field: &str) -> bool {
        let component = SstableStatistics::NAME;
        Context::new(self.files.version).stores(component, &shown_fields::stat::path(field))
    }

    /// CompressionInfo.db, if the data is compressed.
    #[must_use]
    pub fn compression(&self) -> Option<&SstableCompressionInfo> {
        self.compression.as_ref()
    }

    /// Filter.db, if there is one and it is not empty.
    #[must_use]
    pub fn filter(&self) -> Option<&FilterFacts> {
        self.filter.as_ref()
    }

    /// Summary.db, if there is one.
    #[must_use]
    pub fn summary(&self) -> Option<&SummaryFacts> {
        self.summary.as_ref()
    }

    /// Partitions.db, if there is one.
    #[must_use]
    pub fn trie(&self) -> Option<&TrieFacts> {
        self.trie.as_ref()
    }

    /// The first and the last partition key, if a component has them.
    #[must_use]
    pub fn keys(&self) -> Option<&KeyRange> {
        self.keys.as_ref()
    }

    /// The estimated number of partition keys; `None` for a sketch of an unknown kind.
    #[must_use]
    pub fn cardinality(&self) -> Option<i64> {
        cqlite_sstable::writer::statistics::cardinality::estimate(&self.compaction()?.cardinality)
    }

    /// What is wrong with components, without which the other facts are given.
    #[must_use]
    pub fn problems(&self) -> &[SstableError] {
        &self.problems
    }
}

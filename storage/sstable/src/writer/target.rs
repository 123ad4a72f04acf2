use cqlite_format::statistics::{
    CommitLogInterval, CommitLogIntervals, CommitLogPosition, SerializationHeader, SstableStatistics, StatsMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::{foreign_class, misspelt_class, Column};

use super::defined::{complete_parts, unwritten};
use super::filter::FilterBuilder;
use super::WriteError;
use crate::component::StoredTable;
use crate::compress::Compression;
use crate::{Limits, Sstable};

/// What will be written: of which version and table, and how.
#[derive(Debug, Clone)]
pub struct Target {
    pub(super) version: SstableVersion,
    pub(super) header: SerializationHeader,
    pub(super) table: StoredTable,
    /// Statistics.db before anything is written.
    pub(super) template: SstableStatistics,
    /// How Data.db is compressed.
    pub compression: Option<Compression>,
    /// The chance of false positives of the filter; with 1 there is none.
    pub bloom_filter_fp_chance: f64,
    /// About how many partitions there will be. If that is not known the filter is made at the end, for the keys that there are; until then
    /// their hashes are held, 16 bytes each.
    pub estimated_keys: Option<u64>,
    /// Length of the blocks of row indexes in bytes (`column_index_size`).
    pub column_index_size: u64,
    /// Entries of Index.db of which one is in Summary.db (`min_index_interval`).
    pub min_index_interval: u64,
    /// Data.db ends with a chunk of no bytes, as compactions leave it, since they flush it once more when it is complete.
    pub(super) ends_with_empty_chunk: bool,
    /// How large what is made may be: estimates come from files.
    pub limits: Limits,
    /// What the statistics have that is not collected: level, repair, positions in the commit log.
    pub rest: StatsMetadata,
}

/// Length of the blocks of row indexes in BIG and in BTI unless configured, in bytes (`BigFormatPartitionWriter.DEFAULT_GRANULARITY`,
/// `BtiFormatPartitionWriter.DEFAULT_GRANULARITY`).
pub(super) const BLOCK_SIZES: [u64; 2] = [64 << 10, 16 << 10];
/// Entries of Index.db of which one is in Summary.db unless a table says otherwise (`TableParams.DEFAULT_MIN_INDEX_INTERVAL`).
pub(super) const MIN_INDEX_INTERVAL: u64 = 128;
/// Bytes that a partition takes at least: the length of its key, its deletion, its end.
const LEAST_PARTITION: u64 = 4;
/// The chance of false positives unless a table says otherwise (`BloomFilter`'s default of `TableParams`).
pub const FP_CHANCE: f64 = 0.01;

impl Target {
    /// One like an SSTable that there is, in a version.
    ///
    /// # Errors
    /// A codec that is not part of this build, or times that the header cannot have.
    pub fn like(sstable: &Sstable, version: SstableVersion) -> Result<Self, WriteError> {
        let version = written(version)?;
        let mut header = sstable.header().clone();
        name_frozen_types(&mut header);
        check_classes(&header, Some(sstable.version()), version)?;
        let partitioner = sstable.validation().map_or("", |v| &v.partitioner.s);
        let table = StoredTable::new(version, &mut header, partitioner)?;
        let stats = sstable.stats().cloned().unwrap_or_else(|| StatsMetadata {
            // Nothing says that there are none: such an SSTable is streamed row by row, which does no harm.
            has_legacy_counter_shards: table
                .schema
                .static_columns
                .iter()
                .chain(&table.schema.regular_columns)
                .any(Column::is_counter),
            ..unwritten(version)
        });
        Ok(Target {
            version,
            table,
            template: complete_parts(sstable.statistics().clone(), partitioner, &header),
            header,
            compression: sstable.compression().map(Compression::of).transpose()?,
            bloom_filter_fp_chance: sstable.validation().map_or(FP_CHANCE, |v| v.bloom_filter_fp_chance),
            estimated_keys: sstable.stats().is_some().then(|| num_partitions(sstable)),
            column_index_size: BLOCK_SIZES[usize::from(version.has_tries())],
            min_index_interval: MIN_INDEX_INTERVAL,
            ends_with_empty_chunk: false,
            limits: *sstable.components().limits(),
            rest: complete(stats, version),
        })
    }

    /// The order of rows and bounds in a partition.
    #[must_use]
    pub fn comparator(&self) -> &ClusteringComparator {
        &self.table.comparator
    }

    /// The columns that are written.
    #[must_use]
    pub fn schema(&self) -> &cqlite_schema::TableSchema {
        &self.table.schema
    }

    /// Refuses what was chosen and cannot be.
    ///
    /// # Errors
    /// A compressor that the version does not have, or a chance that no filter has.
    pub fn check(&self) -> Result<(), WriteError> {
        let _ = FilterBuilder::for_keys(self, 0)?;
        self.compression.as_ref().map_or(Ok(()), |compression| compression.check(self.version))
    }

    /// The version.
    #[must_use]
    pub fn version(&self) -> SstableVersion {
        self.version
    }

    /// Without what the SSTable had of repairs, of levels and of commit logs, each of which does harm if it is wrong, and none if it is not there.
    pub fn forget_history(&mut self) {
        let rest = &mut self.rest;
        (rest.repaired_at, rest.pending_repair, rest.sstable_level) = (0, None, 0);
        rest.commit_log_intervals.iter_mut().for_each(|all| all.intervals.clear());
        rest.commit_log_lower_bound.iter_mut().for_each(|lower| *lower = no_position());
        rest.commit_log_upper_bound = no_position();
    }
}

/// `CommitLogPosition.NONE`.
pub(super) fn no_position() -> CommitLogPosition {
    CommitLogPosition { segment_id: -1, position: 0, ..CommitLogPosition::default() }
}

/// About how many partitions an SSTable has.
pub(super) fn num_partitions(sstable: &Sstable) -> u64 {
    let sizes = sstable.stats().map(|stats| &stats.estimated_partition_size);
    let counts = sizes.into_iter().flat_map(|sizes| &sizes.buckets).map(|bucket| bucket.count);
    let partitions = counts.fold(0u64, |sum, count| sum.saturating_add(u64::try_from(count).unwrap_or(0)));
    partitions.min(most_partitions(sstable))
}

/// More partitions an SSTable cannot have: each takes some bytes.
pub(super) fn most_partitions(sstable: &Sstable) -> u64 {
    sstable.data().len() / LEAST_PARTITION
}

/// Refuses types that SSTables of a version can have and those of another one cannot. Of a class that is nobody's own nothing is known.
pub(super) fn check_classes(
    header: &SerializationHeader,
    from: Option<SstableVersion>,
    to: SstableVersion,
) -> Result<(), WriteError> {
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns);
    let columns = columns.map(|c| (format!("column {}", String::from_utf8_lossy(&c.name.data)), &c.column_type));
    let clustering = header.clustering_types.iter().enumerate();
    let clustering = clustering.map(|(i, ty)| (format!("clustering column {}", i + 1), ty));
    let key = std::iter::once(("the partition key".to_owned(), &header.key_type));
    for (of, ty) in key.chain(clustering).chain(columns) {
        if let Some((class, original)) = from.and_then(|from| misspelt_class(ty, from)) {
            return Err(WriteError::Misspelt { class: class.to_owned(), original, of });
        }
        let Some(class) = foreign_class(&ty.marshal, to) else { continue };
        if from.is_none_or(|from| foreign_class(&ty.marshal, from).is_none()) {
            return Err(WriteError::Type { version: to.letters(), class: class.to_owned(), of });
        }
    }
    Ok(())
}

/// Gives types that are frozen though their names do not say so, as before 3.0.19 and 3.11.5, the names that say it.
pub(super) fn name_frozen_types(header: &mut SerializationHeader) {
    for column in header.static_columns.columns.iter_mut().chain(&mut header.regular_columns.columns) {
        let ty = &mut column.column_type;
        let is_named = MarshalType::parse(&ty.name).is_ok_and(|named| named == ty.marshal);
        if !is_named {
            ty.name = ty.marshal.to_string();
        }
    }
}

/// Statistics of an older version, with what stands for what it did not have (`StatsMetadata.StatsMetadataSerializer.deserialize`).
pub(super) fn complete(mut stats: StatsMetadata, version: SstableVersion) -> StatsMetadata {
    let lower = stats.commit_log_lower_bound.take().unwrap_or_else(no_position);
    if version.has_commit_log_intervals() && stats.commit_log_intervals.is_none() {
        let all = CommitLogInterval {
            lower: lower.clone(),
            upper: stats.commit_log_upper_bound.clone(),
            ..CommitLogInterval::default()
        };
        stats.commit_log_intervals = Some(CommitLogIntervals { intervals: vec![all], ..CommitLogIntervals::default() });
    }
    stats.commit_log_lower_bound = version.has_commit_log_lower_bound().then_some(lower);
    let coverage = stats.token_space_coverage.unwrap_or(f64::NAN);
    stats.token_space_coverage = version.has_token_space_coverage().then_some(coverage);
    stats
}

/// A version, if it is written.
pub(super) fn written(version: SstableVersion) -> Result<SstableVersion, WriteError> {
    written_version(version.letters())
}

/// The version of these letters, if it is written.
///
/// # Errors
/// It is not, or there is none.
pub fn written_version(letters: &str) -> Result<SstableVersion, WriteError> {
    let found = SstableVersion::find(letters).filter(|version| version.is_written());
    found.ok_or_else(|| WriteError::Version(letters.to_owned()))
}

/// The letters of the versions that are written.
pub(super) fn written_versions() -> String {
    let all = SstableVersion::ALL.iter().filter(|version| version.is_written());
    all.map(|version| version.letters()).collect::<Vec<_>>().join(", ")
}

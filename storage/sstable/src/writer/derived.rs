use cqlite_format::digest::SstableDigest;
use cqlite_format::index::SstableIndexParams;
use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};
use cqlite_schema::partitioner::{murmur3_x64_128, DecoratedKey};
use cqlite_schema::Column;
use cqlite_types::counter;

use super::big_index::BigIndex;
use super::bti_index::BtiIndex;
use super::files::Files;
use super::key_filter::KeyFilter;
use super::row_index::{RowBlock, RowIndexBuilder};
use super::statistics::cardinality::CardinalitySketch;
use super::statistics::{partition_size_buckets, StatisticsCollector, CELL_COUNT_BUCKETS};
use super::{Outputs, Target, WriteError, Written};
use crate::compress::WrittenData;
use crate::descriptor::{Component, DigestKind};

/// Makes what stands beside Data.db of the partitions, rows and markers there and their positions: index, filter, statistics, checksums,
/// and the table of contents. Whether Data.db is written meanwhile or was there already makes no difference.
///
/// Nothing but the filter, or the hashes of the keys where their number is not known before, the samples of the summary and statistics of bounded
/// size is held.
pub(super) struct Derived<'t, W> {
    target: &'t Target,
    index: Index<'t, W>,
    filter: KeyFilter,
    pub(super) statistics: StatisticsCollector,
    keys: CardinalitySketch,
    blocks: RowIndexBuilder,
    first_key: Vec<u8>,
    last_key: Option<DecoratedKey>,
    /// The key before it, for its memory.
    spare_key: Option<DecoratedKey>,
    /// Of the partition at hand: where it begins, where its rows do, and its deletion.
    begin: u64,
    rows_begin: u64,
    deletion: Option<DeletionTime>,
    /// The last row or marker, if there was one, and what is open after it.
    last: OwnedPrefix,
    has_rows: bool,
    pub(super) open: Option<DeletionTime>,
    partitions: u64,
    has_counters: bool,
}

enum Index<'t, W> {
    Big(Box<BigIndex<'t, W>>),
    Bti(Box<BtiIndex<'t, W>>),
}

type Result<T = ()> = std::result::Result<T, WriteError>;

impl<'t, W: std::io::Write> Derived<'t, W> {
    /// One that writes to `outputs`.
    ///
    /// # Errors
    /// There is no such filter, or outputs that cannot be made.
    pub(super) fn new<O: Outputs<Out = W>>(target: &'t Target, outputs: &mut O) -> Result<Self> {
        let version = target.version;
        let index = if version.has_tries() {
            let (partitions, rows) = (outputs.create(&Component::Partitions)?, outputs.create(&Component::Rows)?);
            Index::Bti(Box::new(BtiIndex::new(partitions, rows, version, &target.table.schema)))
        } else {
            let out = outputs.create(&Component::PrimaryIndex)?;
            let params = SstableIndexParams::new(version, &target.header.clustering_types);
            Index::Big(Box::new(BigIndex::new(out, params, target.min_index_interval)))
        };
        Ok(Derived {
            index,
            filter: KeyFilter::for_target(target)?,
            statistics: StatisticsCollector::new(partition_size_buckets(version), CELL_COUNT_BUCKETS),
            keys: CardinalitySketch::default(),
            blocks: RowIndexBuilder::new(target.column_index_size),
            first_key: Vec::new(),
            last_key: None,
            spare_key: None,
            begin: 0,
            rows_begin: 0,
            deletion: None,
            last: OwnedPrefix::default(),
            has_rows: false,
            open: None,
            partitions: 0,
            has_counters: [&target.table.schema.static_columns, &target.table.schema.regular_columns]
                .into_iter()
                .flatten()
                .any(Column::is_counter),
            target,
        })
    }

    /// A partition begins at a position of the uncompressed data.
    ///
    /// # Errors
    /// It is not after the one before it.
    pub(super) fn partition(
        &mut self,
        key: &[u8],
        deletion: Option<DeletionTime>,
        static_row: Option<&Row>,
        begin: u64,
    ) -> Result {
        let partitioner = &self.target.table.schema.keys.partitioner;
        let key = partitioner.decorate_in(self.spare_key.take(), key);
        match &self.last_key {
            Some(last) if partitioner.compare_keys(last, &key).is_ge() => return Err(WriteError::KeyOrder(key.key)),
            Some(_) => {}
            None => self.first_key.clone_from(&key.key),
        }
        self.begin = begin;
        (self.deletion, self.open, self.has_rows) = (deletion, None, false);
        self.statistics.partition(deletion, begin);
        if let Some(row) = static_row {
            self.statistics.row(row, &self.target.table.comparator, begin);
            self.counters(row);
        }
        self.spare_key = self.last_key.replace(key);
        Ok(())
    }

    /// Its rows and markers begin at a position.
    pub(super) fn rows_begin(&mut self, at: u64) {
        self.rows_begin = at;
    }

    /// A row of the partition begins at a position.
    ///
    /// # Errors
    /// It is not after the one before it, or cannot be indexed.
    pub(super) fn row(&mut self, row: &Row, at: u64) -> Result {
        self.unfiltered(&row.clustering, at)?;
        self.statistics.row(row, &self.target.table.comparator, self.begin);
        self.counters(row);
        Ok(())
    }

    /// Notes shards from before 2.1 (`Cells.collectStats`). Those that are none count for nothing.
    fn counters(&mut self, row: &Row) {
        if !self.has_counters || self.statistics.has_legacy_counter_shards {
            return;
        }
        let schema = &self.target.table.schema;
        let columns = if row.is_static() { &schema.static_columns } else { &schema.regular_columns };
        let is_counter = |index: usize| columns.get(index).is_some_and(Column::is_counter);
        let mut cells = row.columns().filter(|column| is_counter(column.index)).flat_map(|column| column.cells());
        self.statistics.has_legacy_counter_shards =
            cells.any(|cell| !cell.is_tombstone() && counter::has_legacy_shards(cell.value).unwrap_or(false));
    }

    /// A marker of the partition begins at a position.
    ///
    /// # Errors
    /// It is not after the one before it, or cannot be indexed.
    pub(super) fn marker(&mut self, marker: &RangeTombstoneMarker, at: u64) -> Result {
        self.unfiltered(&marker.bound, at)?;
        self.statistics.marker(marker, &self.target.table.comparator, self.begin);
        self.open = marker.deletions.after;
        Ok(())
    }

    /// A row or marker begins at a position, whose statistics the caller gathers.
    ///
    /// # Errors
    /// It is not after the one before it, or cannot be indexed.
    pub(super) fn unfiltered(&mut self, prefix: &OwnedPrefix, at: u64) -> Result {
        if self.has_rows && self.target.table.comparator.compare(&self.last, prefix).is_ge() {
            return Err(WriteError::RowOrder(self.last_key.as_ref().map(|key| key.key.clone()).unwrap_or_default()));
        }
        let ended = self.blocks.unfiltered(at - self.begin, prefix, &self.last, self.open);
        self.last.copy_from(prefix);
        self.has_rows = true;
        ended.map_or(Ok(()), |block| self.block(block))
    }

    fn block(&mut self, block: RowBlock) -> Result {
        match &mut self.index {
            Index::Big(index) => index.block(block),
            Index::Bti(index) => index.block(block)?,
        }
        Ok(())
    }

    /// The rows and markers of the partition end at a position, and after their mark it does.
    ///
    /// # Errors
    /// What cannot be indexed.
    pub(super) fn end_partition(&mut self, rows_end: u64, end: u64) -> Result {
        let (rows_end, size) = (rows_end - self.begin, end - self.begin);
        if let Some(block) = self.blocks.partition_ends(rows_end, size, &self.last, self.open) {
            self.block(block)?;
        }
        self.statistics.partition_ends(size);
        self.partitions += 1;
        let Some(key) = &self.last_key else { return Ok(()) };
        self.keys.add(&key.key);
        let hash = murmur3_x64_128(&key.key);
        self.filter.add(hash);
        match &mut self.index {
            Index::Big(index) => index.partition(&key.key, self.begin, self.rows_begin - self.begin, self.deletion),
            Index::Bti(index) => index.partition(key, hash, self.begin, rows_end, self.deletion),
        }
    }

    /// Writes all that follows from the partitions and from `data`, but for CompressionInfo.db.
    ///
    /// # Errors
    /// There is no partition, or it cannot be written.
    pub(super) fn finish<O: Outputs<Out = W>>(
        mut self,
        files: &mut Files<'t, O>,
        data: &WrittenData,
    ) -> Result<Written> {
        let Some(last_key) = self.last_key.take() else { return Err(WriteError::Empty) };
        match self.index {
            Index::Big(index) => {
                let (out, summary) = index.finish()?;
                files.close(Component::PrimaryIndex, out)?;
                files.write(Component::Summary, &summary)?;
            }
            Index::Bti(index) => {
                let (partitions, rows) = index.finish()?;
                files.close(Component::Partitions, partitions)?;
                files.close(Component::Rows, rows)?;
            }
        }
        if let Some(filter) = self.filter.build(self.target)? {
            files.write(Component::Filter, &filter)?;
        }
        let keys = super::statistics::Keys { sketch: &self.keys, first: &self.first_key, last: &last_key.key };
        let statistics = super::statistics::component(self.target, &self.statistics, &keys, data)?;
        files.write(Component::Statistics, &statistics)?;
        if let Some(crc) = &data.crc {
            files.write(Component::Crc, crc)?;
        }
        let text = data.digest.to_string();
        files.write(Component::Digest(DigestKind::Crc32), &SstableDigest { text, ..SstableDigest::default() })?;
        let StatisticsCollector { rows, cells, .. } = self.statistics;
        Ok(Written { partitions: self.partitions, rows, cells })
    }
}

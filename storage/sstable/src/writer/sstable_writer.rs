use cqlite_format::context::{Component as Model, Context};
use cqlite_format::data::SstableDataParams;
use cqlite_format::digest::SstableDigest;
use cqlite_format::index::SstableIndexParams;
use cqlite_format::toc::SstableToc;
use cqlite_rows::clustering::OwnedPrefix;
use cqlite_rows::{DeletionTime, Partitions, RangeTombstoneMarker, Row, RowWriter, Unfiltered};
use cqlite_runtime::Buffer;
use cqlite_schema::partitioner::{murmur3_x64_128, DecoratedKey};

use super::big_index::BigIndex;
use super::bti_index::BtiIndex;
use super::filter::{FilterBuilder, FilterSpec};
use super::row_index::{RowBlock, RowIndexBuilder};
use super::statistics::cardinality::CardinalitySketch;
use super::statistics::{partition_size_buckets, StatisticsCollector, CELL_COUNT_BUCKETS};
use super::{Outputs, Target, WriteError};
use crate::compress::{DataWriter, FileLength, WrittenData};
use crate::descriptor::{Component, DigestKind};

/// Writes an SSTable of partitions, rows and markers that come in their order.
///
/// Nothing but the filter, the samples of the summary and statistics of bounded size is held.
///
/// Reference: `SortedTableWriter`.
pub struct SstableWriter<'t, O: Outputs> {
    target: &'t Target,
    outputs: O,
    rows: RowWriter<'t, DataWriter<O::Out>>,
    data_length: FileLength,
    index: Index<'t, O::Out>,
    filter: Option<FilterBuilder>,
    statistics: StatisticsCollector,
    keys: CardinalitySketch,
    blocks: RowIndexBuilder,
    first_key: Vec<u8>,
    last_key: Option<DecoratedKey>,
    /// Of the partition at hand: where it begins, where its rows do, and its deletion.
    begin: u64,
    rows_begin: u64,
    deletion: Option<DeletionTime>,
    /// The last row or marker, if there was one, and what is open after it.
    last: OwnedPrefix,
    has_rows: bool,
    open: Option<DeletionTime>,
    partitions: u64,
}

enum Index<'t, W> {
    Big(Box<BigIndex<'t, W>>),
    Bti(Box<BtiIndex<'t, W>>),
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Number of partitions.
    pub partitions: u64,
    /// Number of rows, and static rows that are not empty.
    pub rows: u64,
    /// Number of cells.
    pub cells: u64,
}

type Result<T = ()> = std::result::Result<T, WriteError>;

impl<'t, O: Outputs> SstableWriter<'t, O> {
    /// One that writes to `outputs`.
    ///
    /// # Errors
    /// There is no such filter, or outputs that cannot be made.
    pub fn new(target: &'t Target, mut outputs: O) -> Result<Self> {
        let version = target.version;
        if let Some(compression) = &target.compression {
            compression.check(version)?;
        }
        let data = DataWriter::new(outputs.create(&Component::Data)?, version, target.compression.as_ref());
        let index = if version.has_tries() {
            let (partitions, rows) = (outputs.create(&Component::Partitions)?, outputs.create(&Component::Rows)?);
            Index::Bti(Box::new(BtiIndex::new(partitions, rows, version, &target.table.schema)))
        } else {
            let out = outputs.create(&Component::PrimaryIndex)?;
            let params = SstableIndexParams::new(version, &target.header.clustering_types);
            Index::Big(Box::new(BigIndex::new(out, params, target.min_index_interval)))
        };
        let filter = if target.bloom_filter_fp_chance < 1.0 {
            let spec = FilterSpec::new(target.estimated_keys, target.bloom_filter_fp_chance)?;
            let words = usize::try_from(spec.num_words(target.estimated_keys)).unwrap_or(usize::MAX);
            Some(FilterBuilder::new(spec.num_hashes, words))
        } else {
            None
        };
        Ok(SstableWriter {
            data_length: data.file_length(),
            rows: RowWriter::new(data, SstableDataParams::new(version, &target.header), target.table.encoding_stats),
            index,
            filter,
            statistics: StatisticsCollector::new(partition_size_buckets(version), CELL_COUNT_BUCKETS),
            keys: CardinalitySketch::default(),
            blocks: RowIndexBuilder::new(target.column_index_size),
            first_key: Vec::new(),
            last_key: None,
            begin: 0,
            rows_begin: 0,
            deletion: None,
            last: OwnedPrefix::default(),
            has_rows: false,
            open: None,
            partitions: 0,
            target,
            outputs,
        })
    }

    /// A partition begins.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn partition(&mut self, key: &[u8], deletion: Option<DeletionTime>, static_row: Option<&Row>) -> Result {
        let partitioner = &self.target.table.schema.keys.partitioner;
        let key = partitioner.decorate(key);
        match &self.last_key {
            Some(last) if partitioner.compare_keys(last, &key).is_ge() => return Err(WriteError::KeyOrder(key.key)),
            Some(_) => {}
            None => self.first_key.clone_from(&key.key),
        }
        self.begin = self.rows.position();
        (self.deletion, self.open, self.has_rows) = (deletion, None, false);
        self.rows.partition(&key.key, deletion, static_row)?;
        self.rows_begin = self.rows.position();
        self.statistics.partition(deletion, self.begin);
        if let Some(row) = static_row {
            self.statistics.row(row, &self.target.table.comparator, self.begin);
        }
        self.last_key = Some(key);
        Ok(())
    }

    /// A row of the partition.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn row(&mut self, row: &Row) -> Result {
        self.unfiltered(&row.clustering)?;
        self.rows.row(row)?;
        self.statistics.row(row, &self.target.table.comparator, self.begin);
        Ok(())
    }

    /// A marker of the partition.
    ///
    /// # Errors
    /// It is not after the one before it, or has what cannot be stored.
    pub fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result {
        self.unfiltered(&marker.bound)?;
        self.rows.marker(marker)?;
        self.statistics.marker(marker, &self.target.table.comparator, self.begin);
        self.open = marker.deletions.after;
        Ok(())
    }

    /// A row or marker comes.
    fn unfiltered(&mut self, prefix: &OwnedPrefix) -> Result {
        if self.has_rows && self.target.table.comparator.compare(&self.last, prefix).is_ge() {
            return Err(WriteError::RowOrder(self.last_key.as_ref().map(|key| key.key.clone()).unwrap_or_default()));
        }
        let at = self.rows.position() - self.begin;
        let ended = self.blocks.unfiltered(at, prefix, &self.last, self.open);
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

    /// The partition ends.
    ///
    /// # Errors
    /// What cannot be stored.
    pub fn end_partition(&mut self) -> Result {
        let rows_end = self.rows.position() - self.begin;
        self.rows.end_partition()?;
        let size = self.rows.position() - self.begin;
        if let Some(block) = self.blocks.partition_ends(rows_end, size, &self.last, self.open) {
            self.block(block)?;
        }
        self.statistics.partition_ends(size);
        self.partitions += 1;
        let Some(key) = &self.last_key else { return Ok(()) };
        self.keys.add(&key.key);
        let hash = murmur3_x64_128(&key.key);
        if let Some(filter) = &mut self.filter {
            filter.add(hash);
        }
        match &mut self.index {
            Index::Big(index) => index.partition(&key.key, self.begin, self.rows_begin - self.begin, self.deletion),
            Index::Bti(index) => index.partition(key, hash, self.begin, rows_end, self.deletion),
        }
    }

    /// Position in the uncompressed data of what is written next.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.rows.position()
    }

    /// About the length of Data.db so far, with what has not been compressed yet.
    #[must_use]
    pub fn data_file_length(&self) -> u64 {
        self.data_length.with(self.position())
    }

    /// Writes all that there is to come.
    ///
    /// # Errors
    /// Those of the partitions, or of writing them.
    pub fn write_all<P, E>(&mut self, partitions: &mut P) -> std::result::Result<(), E>
    where
        P: Partitions,
        E: From<P::Error> + From<WriteError>,
    {
        while partitions.next_partition()? {
            self.write_partition::<P, E>(partitions)?;
        }
        Ok(())
    }

    /// Writes the partition at hand.
    ///
    /// # Errors
    /// Those of the partition, or of writing it.
    pub fn write_partition<P, E>(&mut self, partition: &mut P) -> std::result::Result<(), E>
    where
        P: Partitions,
        E: From<P::Error> + From<WriteError>,
    {
        self.partition(partition.key(), partition.deletion(), partition.static_row())?;
        while partition.next_unfiltered()? {
            match partition.unfiltered() {
                Some(Unfiltered::Row(row)) => self.row(row)?,
                Some(Unfiltered::Marker(marker)) => self.marker(marker)?,
                None => {}
            }
        }
        Ok(self.end_partition()?)
    }

    /// Ends the SSTable: from now on it is there.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn finish(self) -> Result<Written> {
        self.finish_into().map(|(written, _)| written)
    }

    /// The same, and gives the outputs back.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn finish_into(self) -> Result<(Written, O)> {
        let (written, mut outputs) = self.complete()?;
        outputs.commit()?;
        Ok((written, outputs))
    }

    /// Writes all components, and leaves it to the caller to [commit](Outputs::commit) them: of several SSTables that come into being
    /// together.
    ///
    /// # Errors
    /// There is nothing in it, or it cannot be written.
    pub fn complete(mut self) -> Result<(Written, O)> {
        let Some(last_key) = self.last_key.take() else { return Err(WriteError::Empty) };
        let (target, mut outputs) = (self.target, self.outputs);
        let mut data = self.rows.finish()?;
        if target.ends_with_empty_chunk {
            data.end_with_empty_chunk()?;
        }
        let (out, data) = data.finish()?;
        outputs.close(&Component::Data, out)?;
        let mut files = Files { outputs, cx: Context::new(target.version), names: vec![Component::Data] };
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
        if let Some(filter) = self.filter {
            files.write(Component::Filter, &filter.build())?;
        }
        let keys = super::statistics::Keys { sketch: &self.keys, first: &self.first_key, last: &last_key.key };
        let statistics = super::statistics::component(target, &self.statistics, &keys, &data)?;
        files.write(Component::Statistics, &statistics)?;
        let WrittenData { compression, crc, digest, .. } = data;
        if let Some(info) = compression {
            files.write(Component::CompressionInfo, &info)?;
        }
        if let Some(crc) = crc {
            files.write(Component::Crc, &crc)?;
        }
        files.write(
            Component::Digest(DigestKind::Crc32),
            &SstableDigest { text: digest.to_string(), ..SstableDigest::default() },
        )?;
        files.toc()?;
        let statistics = &self.statistics;
        let written = Written { partitions: self.partitions, rows: statistics.rows, cells: statistics.cells };
        Ok((written, files.outputs))
    }
}

/// The components that are written at the end.
struct Files<'t, O> {
    outputs: O,
    cx: Context<'t>,
    /// Those that there are.
    names: Vec<Component>,
}

impl<O: Outputs> Files<'_, O> {
    fn close(&mut self, component: Component, out: O::Out) -> Result {
        self.outputs.close(&component, out)?;
        self.names.push(component);
        Ok(())
    }

    fn write(&mut self, component: Component, model: &impl Model) -> Result {
        use std::io::Write as _;
        let mut buffer = Buffer::default();
        model.encode(&mut buffer, &self.cx)?;
        let mut out = self.outputs.create(&component)?;
        out.write_all(buffer.as_bytes())?;
        self.close(component, out)
    }

    fn toc(&mut self) -> Result {
        self.names.push(Component::Toc);
        let mut names: Vec<String> = self.names.iter().map(|component| component.name().to_owned()).collect();
        names.sort();
        self.write(Component::Toc, &SstableToc { names, ..SstableToc::default() })
    }
}

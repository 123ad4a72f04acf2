use std::path::Path;
use std::sync::Arc;

use cqlite_format::version::SstableVersion;
use cqlite_schema::{DefinitionError, TableDefinition};
use cqlite_sstable::compress::{CodecKind, Compression};
use cqlite_sstable::writer::{written_version, OutputFolder, Target, WriteError};
use cqlite_types::time_uuid_ticks;
use cqlite_updates::{ListPaths, Statement, UpdateTable, Using};

use super::held::Held;
use super::sink::{Job, UpdateSink};
use super::sorted::Sorted;
use super::SstableWriter;
use crate::clock::{micros, random};
use crate::write::WriteOptions;
use crate::{Error, ErrorKind, Sstable};

/// The version that is written unless another one is chosen: that which all of Cassandra from 4.0 to 6.0 load.
const VERSION: &str = "nb";
/// Bytes of rows that are held in memory unless something else is chosen.
const MEMORY: usize = 128 << 20;

/// Choices for an [`SstableWriter`].
#[derive(Debug)]
pub struct WriterBuilder {
    table: TableDefinition,
    version: Option<SstableVersion>,
    /// Unless something else is chosen.
    compression: Option<Compression>,
    options: WriteOptions<'static>,
    is_sorted: bool,
    memory: usize,
    partitions: Option<u64>,
    node: Option<u64>,
    clock: Clock,
}

/// What tells the time.
struct Clock(Box<dyn FnMut() -> i64 + Send>);

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

impl WriterBuilder {
    pub(super) fn new(table: TableDefinition) -> Self {
        WriterBuilder {
            table,
            version: None,
            compression: Compression::new(CodecKind::Lz4, None, 0.0).ok(),
            options: WriteOptions::new(),
            is_sorted: false,
            memory: MEMORY,
            partitions: None,
            node: None,
            clock: Clock(Box::new(micros)),
        }
    }

    /// For the table of an SSTable, in its version and compressed as it is. The columns of its primary key are called `$pk0`, …, `$ck0`, ….
    ///
    /// # Errors
    /// A compressor that is not part of this build, or a column whose name is not UTF-8.
    pub fn like(sstable: &Sstable) -> Result<Self, Error> {
        let raw = sstable.raw();
        let partitioner = raw.validation().map_or("", |validation| &validation.partitioner.s);
        let table = TableDefinition::of_header(raw.header(), partitioner).map_err(|e| match e {
            DefinitionError::Partitioner(e) => WriteError::Header(e.into()).into(),
            other => Error::from(other).in_file(sstable.label()),
        })?;
        let compression = raw.compression().map(Compression::of).transpose().map_err(WriteError::Codec)?;
        let chance = raw.validation().map(|validation| validation.bloom_filter_fp_chance);
        let options = WriteOptions::new();
        Ok(WriterBuilder {
            version: Some(sstable.version()),
            compression,
            options: chance.map_or(options.clone(), |chance| options.bloom_filter_fp_chance(chance)),
            ..WriterBuilder::new(table)
        })
    }

    /// Version, compression and the rest: unless they are chosen, `nb`, LZ4 in chunks of 16 KiB, and Cassandra's defaults.
    #[must_use]
    pub fn options(mut self, options: WriteOptions<'static>) -> Self {
        self.options = options;
        self
    }

    /// Rows come in the order of an SSTable, and are written at once: partitions by their tokens, and of each its deletion, then its rows and the
    /// ranges that are deleted, by clustering and by start. What does not is refused. Static columns may come at any time, as long as there is
    /// [memory](Self::memory) for the partition.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.is_sorted = true;
        self
    }

    /// About how many bytes of rows are held, 128 MiB unless chosen. If there are more they go to temporary files in the directory.
    #[must_use]
    pub fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self
    }

    /// How many partitions there will be in an SSTable, about. If that is not told the filter is made at the end, of hashes that are held until
    /// then: 16 bytes a partition.
    #[must_use]
    pub fn partitions(mut self, number: u64) -> Self {
        self.partitions = Some(number);
        self
    }

    /// What tells the time, in microseconds since 1970: of what is written without a timestamp, of deletions, of TTLs and of the elements of
    /// lists. Else the system's clock.
    #[must_use]
    pub fn clock(mut self, clock: impl FnMut() -> i64 + Send + 'static) -> Self {
        self.clock = Clock(Box::new(clock));
        self
    }

    /// By what the UUIDs of this writer differ from those of others at the same time; else by chance.
    #[must_use]
    pub fn node(mut self, node: u64) -> Self {
        self.node = Some(node);
        self
    }

    /// The writer: SSTables go to a directory, which is there, with the numbers after those that it has.
    ///
    /// # Errors
    /// The directory cannot be listed, a version that is not written or does not have the types, UUIDs or compression.
    pub fn open(self, directory: impl AsRef<Path>) -> Result<SstableWriter, Error> {
        let WriterBuilder { table, options, node, mut clock, .. } = self;
        let version = match options.version.or(self.version) {
            Some(version) => version,
            None => written_version(VERSION)?,
        };
        let mut target = Target::of_table(&table, version)?;
        target.compression = self.compression;
        target = options.apply(target)?;
        if target.compression.as_ref().is_some_and(|own| options.trains_dictionary && own.lacks_dictionary()) {
            let what =
                "there are no SSTables from which a dictionary could be trained: one that there is has to be given";
            return Err(Error::new(ErrorKind::InvalidInput, what));
        }
        if let Some(partitions) = self.partitions {
            target.estimated_keys = Some(partitions);
        }
        target.check()?;
        let node = node.unwrap_or_else(random);
        let mut folder = OutputFolder::list(directory.as_ref()).map_err(WriteError::Io)?;
        // What was left of writers that were killed, and of what they had spilled.
        let _ = folder.remove_stale().map_err(WriteError::Io)?;
        if options.has_uuids {
            folder.use_uuids(time_uuid_ticks((clock.0)()), node);
        }
        folder.check_ids(version)?;
        let table = UpdateTable::new(table, version).map_err(|e| WriteError::Header(e.into()))?;
        let table = Arc::new(table);
        let job = Job { table: Arc::clone(&table), target, options, folder };
        let place = match self.is_sorted {
            true => UpdateSink::Sorted(Box::new(Sorted::new(job, self.memory)?)),
            false => UpdateSink::Held(Box::new(Held::new(job, self.memory))),
        };
        Ok(SstableWriter {
            statement: Statement::new(table, ListPaths::new(node)),
            place,
            clock: clock.0,
            using: Using::default(),
            has_failed: false,
        })
    }
}

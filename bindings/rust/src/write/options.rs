use std::sync::atomic::AtomicBool;

use cqlite_format::version::SstableVersion;
use cqlite_sstable::compress::{Compression, Dictionary};
use cqlite_sstable::writer::{DirectoryOutputs, OutputFolder, Target, WriteError};
use cqlite_sstable::Sstable;
use cqlite_types::time_uuid_ticks;

use crate::{clock, Error, ErrorKind};

/// How SSTables are written, whatever is written: the version, the compression, the blocks of row indexes.
#[derive(Debug, Clone, Default)]
pub struct WriteOptions<'c> {
    pub(super) version: Option<SstableVersion>,
    compression: Option<Option<Compression>>,
    pub(super) trains_dictionary: bool,
    column_index_size: Option<u64>,
    pub(super) max_size: Option<u64>,
    bloom_filter_fp_chance: Option<f64>,
    min_index_interval: Option<u64>,
    pub(super) has_uuids: bool,
    pub(super) cancel: Option<&'c AtomicBool>,
}

impl<'c> WriteOptions<'c> {
    /// As the SSTables are that are read.
    #[must_use]
    pub fn new() -> Self {
        WriteOptions::default()
    }

    /// In a version; else in their own.
    #[must_use]
    pub fn to(mut self, version: SstableVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Compressed so, or not at all; else as they are.
    #[must_use]
    pub fn compression(mut self, compression: Option<Compression>) -> Self {
        self.compression = Some(compression);
        self
    }

    /// Lets [`CodecKind::ZstdDictionary`](crate::write::CodecKind::ZstdDictionary) that was chosen without a dictionary have one that is trained
    /// from the SSTables that are read. [`SstableWriter`](crate::SstableWriter) reads none, and refuses it.
    #[must_use]
    pub fn train_dictionary(mut self) -> Self {
        self.trains_dictionary = true;
        self
    }

    /// Row indexes of blocks of so many bytes; else of Cassandra's default.
    #[must_use]
    pub fn column_index_size(mut self, bytes: u64) -> Self {
        self.column_index_size = Some(bytes);
        self
    }

    /// A new SSTable after a partition with which Data.db has become longer than so many bytes; else there is one only.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.max_size = Some(bytes);
        self
    }

    /// A filter with this chance of false positives, none with 1; else as it is, or Cassandra's default.
    #[must_use]
    pub fn bloom_filter_fp_chance(mut self, chance: f64) -> Self {
        self.bloom_filter_fp_chance = Some(chance);
        self
    }

    /// One of so many entries of Index.db in Summary.db; else of Cassandra's default.
    #[must_use]
    pub fn min_index_interval(mut self, entries: u64) -> Self {
        self.min_index_interval = Some(entries.max(1));
        self
    }

    /// SSTables have time UUIDs in their names, not numbers (`uuid_sstable_identifiers_enabled`, since 4.1).
    #[must_use]
    pub fn uuids(mut self) -> Self {
        self.has_uuids = true;
        self
    }

    /// Ends with [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled) once this is set.
    #[must_use]
    pub fn cancel(mut self, flag: &'c AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// What is written, for rows of an SSTable.
    pub(super) fn target_like(&self, sstable: &Sstable) -> Result<Target, Error> {
        let target = Target::like(sstable, self.version.unwrap_or(sstable.version()));
        let target = target.map_err(|e| Error::from(e).in_file(sstable.label()))?;
        self.applied(target, &[sstable])
    }

    /// A target that is as these say, for rows of some SSTables.
    pub(super) fn applied(&self, target: Target, sstables: &[&Sstable]) -> Result<Target, Error> {
        let in_file = |e: Error| e.in_file(sstables.first().map_or("", |sstable| sstable.label()));
        let mut target = self.apply(target).map_err(in_file)?;
        target.check().map_err(|e| in_file(e.into()))?;
        let lacking = target.compression.take_if(|own| self.trains_dictionary && own.lacks_dictionary());
        if let Some(compression) = lacking {
            let trained = Dictionary::train(sstables, compression.chunk_length(), clock::micros() / 1000);
            let compression = trained.and_then(|dictionary| compression.dictionary(dictionary));
            target.compression = Some(compression.map_err(|e| in_file(WriteError::from(e).into()))?);
        }
        Ok(target)
    }

    /// A target that is as these say.
    ///
    /// # Errors
    /// A choice that the version does not have.
    pub(super) fn apply(&self, mut target: Target) -> Result<Target, Error> {
        if let Some(compression) = &self.compression {
            let has_ratio = compression.as_ref().is_some_and(Compression::has_min_ratio);
            if has_ratio && !target.version().has_max_compressed_length() {
                let what = format!("version {} has no min_compress_ratio", target.version().letters());
                return Err(Error::new(ErrorKind::Unwritable, what));
            }
            target.compression.clone_from(compression);
        }
        target.column_index_size = self.column_index_size.unwrap_or(target.column_index_size);
        target.bloom_filter_fp_chance = self.bloom_filter_fp_chance.unwrap_or(target.bloom_filter_fp_chance);
        target.min_index_interval = self.min_index_interval.unwrap_or(target.min_index_interval);
        Ok(target)
    }

    /// Lets filters be as large as is wanted for a part of the keys: those of so many bytes of all bytes of the data, in SSTables of the size
    /// that was chosen (`MaxSSTableSizeWriter.sstableKeyCount`). `ratio` is how much of its length the data keeps when it is compressed.
    pub(super) fn share_keys(&self, target: &mut Target, part: u64, all: u64, ratio: f64) {
        let share = part as f64 / all.max(1) as f64;
        let ratio = if ratio > 0.0 { ratio } else { 1.0 };
        let sstables = self.max_size.map_or(1, |most| ((part as f64 * ratio) as u64 / most.max(1)).max(1));
        target.estimated_keys = target.estimated_keys.map(|keys| (keys as f64 * share) as u64 / sstables);
    }

    /// Whether an SSTable whose Data.db is so long is to be followed by another one. The length is asked for only where it matters.
    pub(super) fn is_full<E>(&self, length: impl FnOnce() -> Result<u64, E>) -> Result<bool, E> {
        self.max_size.map_or(Ok(false), |most| Ok(length()? > most))
    }

    /// Outputs for the next SSTable of a folder, whose name is of the kind that was chosen.
    ///
    /// # Errors
    /// Releases that have the version do not know such names.
    pub(super) fn next_outputs(
        &self,
        folder: &mut OutputFolder,
        version: SstableVersion,
    ) -> Result<DirectoryOutputs, WriteError> {
        if self.has_uuids {
            folder.use_uuids(time_uuid_ticks(clock::micros()), clock::random());
        }
        folder.check_ids(version)?;
        Ok(folder.next(version))
    }

    pub(super) fn check_cancelled(&self) -> Result<(), Error> {
        Error::if_cancelled(self.cancel)
    }
}

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;

use cqlite_format::version::SstableVersion;
use cqlite_sstable::compress::ChecksumMode;
use cqlite_sstable::descriptor::{Component, Descriptor, FoundSstable};
use cqlite_sstable::io::{AccessMode, ComponentSource, DirectorySource, MemoryBytes, OverlaySource};
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

use crate::files::Files;
use crate::log::Log;
use crate::metadata::Metadata;
use crate::{bti, data_file, filter, index, metadata, rows, rule, Check, Report, VerifyError, VerifyOptions};

/// What verification is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Checksums of Data.db; counts bytes of the file.
    Checksums,
    /// The index in itself; counts bytes of Index.db, or of Partitions.db.
    Index,
    /// Rows; counts bytes of the uncompressed data.
    Rows,
}

/// How far verification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Bytes done in this stage.
    pub done: u64,
    /// Bytes there are in this stage.
    pub total: u64,
}

/// Verifies one SSTable.
pub struct Verifier {
    label: String,
    version: SstableVersion,
    source: Arc<dyn ComponentSource>,
    options: VerifyOptions,
}

impl Verifier {
    /// For an SSTable that could be opened. Its files are opened anew, so that checksums are compared however it was opened.
    #[must_use]
    pub fn new(sstable: &Sstable, options: VerifyOptions) -> Self {
        let source = Arc::clone(sstable.components().source());
        Self::from_source(sstable.label(), sstable.version(), source, options)
    }

    /// For the SSTable that a component file belongs to, whatever its state.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version.
    pub fn from_path(path: &Path, options: VerifyOptions) -> Result<Self, VerifyError> {
        let (descriptor, _) = Descriptor::of_component(path).map_err(SstableError::from)?;
        Ok(Self::from_descriptor(&descriptor, options))
    }

    /// For the SSTable that a descriptor names, whatever its state.
    #[must_use]
    pub fn from_descriptor(descriptor: &Descriptor, options: VerifyOptions) -> Self {
        Self::from_directory(DirectorySource::new(descriptor.clone(), AccessMode::Stream), options)
    }

    /// For an SSTable that was found, whatever its state.
    #[must_use]
    pub fn from_found(found: &FoundSstable, options: VerifyOptions) -> Self {
        Self::from_directory(DirectorySource::of(found, AccessMode::Stream), options)
    }

    fn from_directory(source: DirectorySource, options: VerifyOptions) -> Self {
        let (label, version) = (source.descriptor().to_string(), source.descriptor().version().features());
        Self::from_source(&label, version, Arc::new(source), options)
    }

    /// For an SSTable whose components come from anywhere, whatever its state. `label` names it in the report.
    #[must_use]
    pub fn from_source(
        label: &str,
        version: SstableVersion,
        source: Arc<dyn ComponentSource>,
        options: VerifyOptions,
    ) -> Self {
        Verifier { label: label.to_owned(), version, source, options }
    }

    pub(crate) fn options(&self) -> &VerifyOptions {
        &self.options
    }

    /// Verifies. `progress` is called with how far it is; once `cancel` is true it stops.
    ///
    /// # Errors
    /// The store fails, or the caller cancels. Damage is not an error, but in the report.
    pub fn run(&self, progress: &mut dyn FnMut(Progress), cancel: &AtomicBool) -> Result<Report, VerifyError> {
        let mut log = Log::new(&self.options, self.version, progress, cancel);
        let counts = self.stages(&self.source, &mut log).map_err(|e| e.in_sstable(&self.label))?;
        let (findings, checks) = log.into_parts();
        let rows::Counts { partitions, rows, cells } = counts;
        Ok(Report { label: self.label.clone(), findings, checks, partitions, rows, cells })
    }

    fn stages(&self, source: &Arc<dyn ComponentSource>, log: &mut Log<'_>) -> Result<rows::Counts, VerifyError> {
        let mut files = Files::new(Arc::clone(source), self.version)?;
        files.check(log)?;
        let metadata = Metadata::read(&files, log)?;
        if let Some(metadata) = &metadata {
            files.check_unlisted(metadata, log);
        }
        let data_file = data_file::check(&files, metadata.as_ref(), log)?;
        let Some(metadata) = metadata else {
            log.skip(Check::Index.and_later(), "Statistics.db cannot be read");
            return Ok(rows::Counts::default());
        };
        let Some(table) = metadata::Table::new(&metadata, data_file.len, log) else {
            log.skip(Check::Index.and_later(), "Statistics.db does not say what is in the SSTable");
            return Ok(rows::Counts::default());
        };
        let sstable = match data_file.is_readable && !self.options.quick {
            true => self.open(source, &metadata, log),
            false => None,
        };
        if files.is_bti() {
            bti::check(&files, &metadata, &table, log)?;
        } else {
            index::check(&files, &metadata, &table, sstable.is_none(), log)?;
        }
        let Some(sstable) = sstable else {
            filter::check_alone(&files, &metadata, log)?;
            let why = if self.options.quick { "quick verification reads no rows" } else { "the data cannot be read" };
            log.skip(Check::PartitionOrder.and_later(), why);
            if self.options.quick && !table.has_ambiguous_columns() {
                table.check_columns(&table.schema, &metadata, log);
            }
            return Ok(rows::Counts::default());
        };
        rows::check(&files, &metadata, &table, &sstable, log)
    }

    /// For the rows. Checksums have been compared already.
    fn open(&self, source: &Arc<dyn ComponentSource>, metadata: &Metadata, log: &mut Log<'_>) -> Option<Sstable> {
        let source = OverlaySource::new(Arc::clone(source))
            .with(Component::Statistics, MemoryBytes::from(metadata.bytes.as_slice()))
            .without(Component::Crc);
        let source = Arc::new(source);
        let limits = self.options.limits;
        let options = OpenOptions { checksums: ChecksumMode::Never, limits, ..OpenOptions::default() };
        match options.open_source(&self.label, self.version, source) {
            Ok(sstable) => Some(sstable),
            Err(e) => {
                log.find(rule::cannot_open(e.kind()).of(e.component().unwrap_or(&Component::Data)));
                None
            }
        }
    }
}

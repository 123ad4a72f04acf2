use std::path::Path;
use std::sync::Arc;

use cqlite_sstable::compress::ChecksumMode;
use cqlite_sstable::descriptor::Descriptor;
use cqlite_sstable::io::{AccessMode, ComponentSource};

use crate::{Error, Limits, Sstable, SstableVersion};

/// How an SSTable is opened.
///
/// ```
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// use cqlite::io::{AccessMode, ChecksumMode};
/// let sstable = cqlite::OpenOptions::new().access(AccessMode::Stream).checksums(ChecksumMode::Never).open(path)?;
/// assert_eq!(sstable.version().letters(), "nb");
/// # Ok::<(), cqlite::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct OpenOptions(cqlite_sstable::OpenOptions);

impl OpenOptions {
    /// Files are mapped, checksums of chunks are compared.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How files are read.
    #[must_use]
    pub fn access(mut self, access: AccessMode) -> Self {
        self.0.access = access;
        self
    }

    /// Whether checksums of chunks are compared.
    #[must_use]
    pub fn checksums(mut self, checksums: ChecksumMode) -> Self {
        self.0.checksums = checksums;
        self
    }

    /// How large what is read may be.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.0.limits = limits;
        self
    }

    /// Lets the Bloom filter be believed that a key is not there, where otherwise index and data show it: for those who look up many keys that
    /// are not there, in SSTables that have been verified.
    #[must_use]
    pub fn trust_filter(mut self) -> Self {
        self.0.trust_filter = true;
        self
    }

    /// Opens the SSTable that a component file belongs to.
    ///
    /// # Errors
    /// The path is no component of an SSTable of a supported version, or what makes up the metadata is missing or damaged.
    pub fn open(self, path: impl AsRef<Path>) -> Result<Sstable, Error> {
        Ok(Sstable::from(self.0.open(path.as_ref())?))
    }

    /// Opens the SSTable that a descriptor names.
    ///
    /// # Errors
    /// What makes up the metadata is missing or damaged.
    pub fn open_descriptor(self, descriptor: &Descriptor) -> Result<Sstable, Error> {
        Ok(Sstable::from(self.0.open_descriptor(descriptor)?))
    }

    /// Opens an SSTable whose components come from anywhere. `label` names it in errors.
    ///
    /// # Errors
    /// What makes up the metadata is missing or damaged.
    pub fn open_source(
        self,
        label: &str,
        version: SstableVersion,
        source: Arc<dyn ComponentSource>,
    ) -> Result<Sstable, Error> {
        Ok(Sstable::from(self.0.open_source(label, version, source)?))
    }
}

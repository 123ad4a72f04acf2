use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use cqlite_format::version::SstableVersion;
use cqlite_sstable::compress::Compression;
use cqlite_sstable::writer::{DirectoryOutputs, SstableWriter, Target, WriteError, Written};

use crate::{Error, ErrorKind, Sstable};

/// Writes SSTables anew: in another version, or compressed otherwise.
///
/// ```
/// use cqlite::write::Rewrite;
/// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let folder = tempfile::tempdir()?;
/// let version = cqlite::SstableVersion::find("oa").expect("a version");
/// let new = Rewrite::new().to(version).run(&cqlite::Sstable::open(path)?, folder.path())?;
/// assert!(new.path.ends_with("oa-1-big"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Rewrite<'c> {
    version: Option<SstableVersion>,
    compression: Option<Option<Compression>>,
    column_index_size: Option<u64>,
    cancel: Option<&'c AtomicBool>,
}

/// A new SSTable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewSstable {
    /// What the paths of its files have in common.
    pub path: PathBuf,
    /// What was written.
    pub written: Written,
}

impl<'c> Rewrite<'c> {
    /// As the SSTables are.
    #[must_use]
    pub fn new() -> Self {
        Rewrite::default()
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

    /// Row indexes of blocks of so many bytes; else of Cassandra's default.
    #[must_use]
    pub fn column_index_size(mut self, bytes: u64) -> Self {
        self.column_index_size = Some(bytes);
        self
    }

    /// Ends with [`ErrorKind::Cancelled`] once this is set.
    #[must_use]
    pub fn cancel(mut self, flag: &'c AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Writes an SSTable into a directory, with the number after those that are there. Until all of it is there, there is nothing.
    ///
    /// # Errors
    /// What is wrong with the SSTable, what the version cannot have, or the directory.
    pub fn run(&self, sstable: &Sstable, directory: impl AsRef<Path>) -> Result<NewSstable, Error> {
        self.run_with(sstable, directory, |_, _| {})
    }

    /// The same, and says from time to time how many bytes of the uncompressed data are done, of how many.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        sstable: &Sstable,
        directory: impl AsRef<Path>,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<NewSstable, Error> {
        let raw = sstable.raw();
        // What the output says is of the output; what is read has its file already.
        let at = |e: Error, output: &Path| match e.kind() {
            ErrorKind::Io => e.in_file(&output.display().to_string()),
            _ => e.in_file(sstable.label()),
        };
        let in_file = |e: WriteError| at(e.into(), directory.as_ref());
        let mut target = Target::like(raw, self.version.unwrap_or(raw.version())).map_err(in_file)?;
        if let Some(compression) = &self.compression {
            target.compression.clone_from(compression);
        }
        target.column_index_size = self.column_index_size.unwrap_or(target.column_index_size);
        let outputs = DirectoryOutputs::new(directory.as_ref(), target.version()).map_err(WriteError::Io)?;
        let path = outputs.path();
        let mut writer = SstableWriter::new(&target, outputs)?;
        let mut partitions = raw.partitions();
        while partitions.next_partition()? {
            if self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
                return Err(Error::new(ErrorKind::Cancelled, "interrupted"));
            }
            writer.write_partition::<_, Error>(&mut partitions).map_err(|e| at(e, &path))?;
            progress(partitions.position(), raw.data().len());
        }
        Ok(NewSstable { path, written: writer.finish().map_err(in_file)? })
    }
}

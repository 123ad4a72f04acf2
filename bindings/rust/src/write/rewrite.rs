use std::path::Path;

use super::digest;
use super::in_order::InOrder;
use super::new_sstables::NewSstables;
use super::watched::Watched;
use super::{NewSstable, OutputFolder, WriteError, WriteOptions};
use crate::{Error, Sstable};

/// Writes SSTables anew: in another version, or compressed otherwise, or as several smaller ones.
///
/// ```
/// use cqlite::write::{Rewrite, WriteOptions};
/// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let folder = tempfile::tempdir()?;
/// let version = cqlite::SstableVersion::find("oa").expect("a version");
/// let rewrite = Rewrite::new(WriteOptions::new().to(version));
/// let new = rewrite.run(&cqlite::Sstable::open(path)?, folder.path())?;
/// assert!(new[0].path.ends_with("oa-1-big"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Rewrite<'c> {
    options: WriteOptions<'c>,
}

impl<'c> Rewrite<'c> {
    /// Writes them so.
    #[must_use]
    pub fn new(options: WriteOptions<'c>) -> Self {
        Rewrite { options }
    }

    /// Writes an SSTable into a directory, with the number after those that are there. Until all of it is there, there is nothing.
    ///
    /// # Errors
    /// What is wrong with the SSTable, what the version cannot have, or the directory.
    pub fn run(&self, sstable: &Sstable, directory: impl AsRef<Path>) -> Result<Vec<NewSstable>, Error> {
        let mut folder = OutputFolder::list(directory.as_ref()).map_err(WriteError::Io)?;
        self.run_with(sstable, &mut folder, |_, _| {})
    }

    /// The same into a folder that may get more of them, which is listed once; and says from time to time how many bytes of the uncompressed data are done, of how many.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(
        &self,
        sstable: &Sstable,
        folder: &mut OutputFolder,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Vec<NewSstable>, Error> {
        let raw = sstable.raw();
        digest::check(raw, self.options.cancel)?;
        let mut target = self.options.target_like(sstable.raw())?;
        let (len, ratio) = (raw.data().len(), sstable.stats().map_or(1.0, |stats| stats.compression_ratio));
        self.options.share_keys(&mut target, len, len, ratio);
        let mut out = NewSstables::new(&self.options, &target, folder, sstable.label());
        let progress = |partitions: &InOrder<'_>| progress(partitions.position(), len);
        let partitions = InOrder::new(sstable.raw(), raw.partitions());
        out.write_all(&mut Watched::new(partitions, &self.options, progress))?;
        out.finish()
    }
}

use std::ops::ControlFlow;
use std::path::Path;

use cqlite_sstable::writer::{Outputs as _, RebuildError, Recompress, Target};

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
        if let Some(new) = self.recompressed(sstable, &target, folder, &mut progress)? {
            return Ok(vec![new]);
        }
        let mut out = NewSstables::new(&self.options, &target, folder, sstable.label());
        let progress = |partitions: &InOrder<'_>| progress(partitions.position(), len);
        let partitions = InOrder::new(sstable.raw(), raw.partitions());
        out.write_all(&mut Watched::new(partitions, &self.options, progress))?;
        out.finish()
    }

    /// The same without taking a row apart, if it can be: rows that are written in their own version are mostly stored as they were. Nothing if
    /// not, or if the SSTable is damaged: then all is done row by row, which says where.
    fn recompressed(
        &self,
        sstable: &Sstable,
        target: &Target,
        folder: &mut OutputFolder,
        progress: &mut impl FnMut(u64, u64),
    ) -> Result<Option<NewSstable>, Error> {
        let Some(recompress) = Recompress::new(sstable.raw(), target).filter(|_| self.options.max_size.is_none())
        else {
            return Ok(None);
        };
        // What is not written takes no number.
        let mut taken = folder.clone();
        let outputs = self.options.next_outputs(&mut taken, target.version());
        let outputs = outputs.map_err(|e| Error::from(e).in_file(sstable.label()))?;
        let mut go_on = |at| {
            progress(at, sstable.data_len());
            match self.options.check_cancelled() {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        };
        let path = outputs.path().display().to_string();
        let done = recompress.run(outputs, &mut go_on).map_err(|e| of_output(e, &path))?;
        let Some((written, mut outputs)) = done else { return Ok(None) };
        outputs.commit().map_err(|e| of_output(WriteError::Io(e).into(), &path))?;
        *folder = taken;
        Ok(Some(NewSstable { path: outputs.path(), written, data_len: outputs.data_len() }))
    }
}

/// An error of what is read has its file already.
fn of_output(e: RebuildError, output: &str) -> Error {
    match e {
        RebuildError::Write(e) => Error::from(e).in_file(output),
        other => other.into(),
    }
}

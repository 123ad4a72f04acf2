use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use cqlite_format::summary::SstableSummary;
use cqlite_schema::partitioner::Partitioner;
use cqlite_sstable::component::Components;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::io::{ComponentSource, MemorySource, OverlaySource};
use cqlite_sstable::writer::{
    DirectoryOutputs, MissingOutputs, OutputFolder, Rebuild as Rebuilder, RebuildError, Target, WriteError, Written,
};
use cqlite_sstable::{OpenOptions, Sstable};
use cqlite_verify::{Finding, Proof, Severity, Verifier, VerifyOptions};

use crate::write::digest;
use crate::write::header_of::{self, ReadableSstable};
use crate::write::statistics::LostPart;
use crate::{Error, ErrorKind, Remedy};

/// Makes Index, Summary, Filter, or the tries, Statistics, TOC, Digest and CRC anew from Data.db and CompressionInfo.db, as Cassandra would
/// write them.
///
/// What Data.db does not tell (repair, level, positions in the commit log, the filter's chance) is taken from Statistics.db, whose header
/// rows are read by; min_index_interval from Summary.db where that can be read.
///
/// ```
/// # let from = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows/nb-1-big-Data.db");
/// let (descriptor, _) = cqlite::descriptor::Descriptor::of_component(from.as_ref())?;
/// let folder = tempfile::tempdir()?;
/// let rebuilt = cqlite::write::Rebuild::new().copy_to(&descriptor, folder.path())?;
/// assert_eq!(rebuilt.written.partitions, 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Rebuild<'c> {
    copy: Option<PathBuf>,
    partitioner: Option<Partitioner>,
    column_index_size: Option<u64>,
    cancel: Option<&'c AtomicBool>,
    is_dry: bool,
    /// The paths of what would be written: nothing that is there tells that they are taken.
    promised: Mutex<BTreeSet<PathBuf>>,
}

/// An SSTable with components made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rebuilt {
    /// What the paths of its files have in common.
    pub path: PathBuf,
    /// What was read.
    pub written: Written,
    /// The components that were written.
    pub made: Vec<Component>,
    /// Those that were there, and stay as they are.
    pub left: Vec<Component>,
    /// What was taken for lack of something better, in sentences.
    pub assumed: Vec<String>,
    /// What of Statistics.db is damaged. It is in none of what was made, and in place that file stays as it is.
    pub lost: Vec<LostPart>,
    /// What is wrong with those that stay as they are, the first of each: in another folder all are made anew.
    pub damaged: Vec<Finding>,
    /// Those that stay as they are, and have other bytes than would have been written.
    other: Vec<Component>,
}

impl<'c> Rebuild<'c> {
    /// By the SSTable's own Statistics.db.
    #[must_use]
    pub fn new() -> Self {
        Rebuild::default()
    }

    /// By the Statistics.db of a copy of the SSTable, of which a component is named. It has to be one: times of rows are stored relative to
    /// what is there.
    #[must_use]
    pub fn header_of(mut self, copy: impl Into<PathBuf>) -> Self {
        self.copy = Some(copy.into());
        self
    }

    /// By this partitioner where Statistics.db is damaged and does not prove which it is.
    #[must_use]
    pub fn partitioner(mut self, partitioner: Partitioner) -> Self {
        self.partitioner = Some(partitioner);
        self
    }

    /// Row indexes of blocks of so many bytes; else as in the old index, if that can be read and has any; else of Cassandra's default.
    #[must_use]
    pub fn column_index_size(mut self, bytes: u64) -> Self {
        self.column_index_size = Some(bytes);
        self
    }

    /// Does all but write: what comes of it says what would be written.
    #[must_use]
    pub fn dry(mut self) -> Self {
        self.is_dry = true;
        self
    }

    /// Ends with [`ErrorKind::Cancelled`] once this is set.
    #[must_use]
    pub fn cancel(mut self, flag: &'c AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Writes the components that are missing beside those that there are, which stay as they are.
    ///
    /// # Errors
    /// Data.db is not intact to its end, there is no Statistics.db to read it by, or the directory.
    pub fn in_place(&self, descriptor: &Descriptor) -> Result<Rebuilt, Error> {
        self.run_with(descriptor, None, |_, _| {})
    }

    /// Copies Data.db and CompressionInfo.db into a directory, and makes all others there: under the same name, or with the number after
    /// those that are there if that is taken.
    ///
    /// # Errors
    /// Data.db is not intact to its end, there is no Statistics.db to read it by, or the directory.
    pub fn copy_to(&self, descriptor: &Descriptor, directory: impl AsRef<Path>) -> Result<Rebuilt, Error> {
        self.run_with(descriptor, Some(directory.as_ref()), |_, _| {})
    }

    /// Either of them, and says from time to time how many bytes are done, of how many.
    ///
    /// # Errors
    /// As [`Self::in_place`] and [`Self::copy_to`].
    pub fn run_with(
        &self,
        descriptor: &Descriptor,
        directory: Option<&Path>,
        progress: impl FnMut(u64, u64),
    ) -> Result<Rebuilt, Error> {
        let found = header_of::components(descriptor, self.copy.as_deref(), self.partitioner.as_ref())?;
        let ReadableSstable { components, lost } = found;
        let sstable = header_of::open(&without_keys(&components, self.cancel)?, OpenOptions::default())?;
        digest::check(&sstable, self.cancel)?;
        let old = header_of::open(&components, OpenOptions::default())?;
        let in_file = |e: WriteError| Error::from(e).in_file(sstable.label());
        let mut target = Target::like(&sstable, sstable.version()).map_err(in_file)?;
        let mut assumed = Vec::new();
        match self.column_index_size {
            Some(size) => target.column_index_size = size,
            None => match block_size(&old) {
                Some(size) => target.column_index_size = size,
                None => assumed.push(format!("blocks of row indexes are {} bytes long", target.column_index_size)),
            },
        }
        if !sstable.is_bti() {
            match interval(&components, &target) {
                Some(interval) => target.min_index_interval = interval,
                None => assumed.push(format!("min_index_interval is {}", target.min_index_interval)),
            }
        }
        let (path, there) = match directory {
            Some(directory) => {
                let path = self.path_for(descriptor, directory).map_err(|e| Error::from(WriteError::Io(e)))?;
                let nothing: Arc<dyn ComponentSource> = Arc::new(MemorySource::new());
                (path, nothing)
            }
            None => {
                let path = descriptor.directory().join(descriptor.prefix());
                (path, Arc::clone(header_of::stored(descriptor).source()))
            }
        };
        let rebuilt = self.finish(&sstable, &target, &there, Rebuilt::new(path, assumed, lost), progress)?;
        match directory {
            Some(_) => Ok(rebuilt),
            None => self.judged(descriptor, rebuilt),
        }
    }

    /// Other bytes than would be written may be as good. Where there are any, all that stays is verified.
    fn judged(&self, descriptor: &Descriptor, mut rebuilt: Rebuilt) -> Result<Rebuilt, Error> {
        if rebuilt.other.is_empty() {
            return Ok(rebuilt);
        }
        let never = AtomicBool::new(false);
        let verifier = Verifier::from_descriptor(descriptor, VerifyOptions::default());
        let report = verifier.run(&mut |_| {}, self.cancel.unwrap_or(&never))?;
        for finding in report.findings {
            let stays = rebuilt.other.contains(&finding.component) && finding.severity == Severity::Error;
            if stays && rebuilt.damaged.iter().all(|other| other.component != finding.component) {
                rebuilt.damaged.push(finding);
            }
        }
        Ok(rebuilt)
    }

    /// Under the name of an SSTable, unless there is one of that name, or would be.
    fn path_for(&self, descriptor: &Descriptor, directory: &Path) -> std::io::Result<PathBuf> {
        let mut folder = match self.is_dry {
            true => OutputFolder::dry(directory)?,
            false => OutputFolder::list(directory)?,
        };
        let mut path = directory.join(descriptor.prefix());
        let mut promised = self.promised.lock().unwrap_or_else(PoisonError::into_inner);
        let prefix = format!("{}-", descriptor.prefix());
        let mut is_taken = promised.contains(&path);
        for entry in directory.read_dir().into_iter().flatten() {
            is_taken |= entry?.file_name().to_string_lossy().starts_with(&prefix);
        }
        while is_taken {
            path = folder.next(descriptor.version().features()).path();
            is_taken = promised.contains(&path);
        }
        if self.is_dry {
            let _ = promised.insert(path.clone());
        }
        Ok(path)
    }

    /// Where the components go that are not there.
    fn outputs(&self, path: &Path, there: &Arc<dyn ComponentSource>) -> Result<NewComponents, Error> {
        let (directory, prefix) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
        let outputs = DirectoryOutputs::named(directory, prefix.to_string_lossy().into_owned());
        let outputs = if self.is_dry { outputs.dry() } else { outputs };
        MissingOutputs::new(outputs, Arc::clone(there)).map_err(|e| WriteError::Io(e).into())
    }

    fn finish(
        &self,
        sstable: &Sstable,
        target: &Target,
        there: &Arc<dyn ComponentSource>,
        mut rebuilt: Rebuilt,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Rebuilt, Error> {
        let outputs = self.outputs(&rebuilt.path, there)?;
        rebuilt.left = outputs.left().to_vec();
        let mut go_on = |done, total| {
            progress(done, total);
            match self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        let rebuilder = || Rebuilder::new(sstable, target, rebuilt.left.is_empty());
        let done = match rebuilder().only_as_written().run(outputs, &mut go_on) {
            Err(RebuildError::NotAsWritten) => {
                self.check_rows(sstable)?;
                rebuilder().run(self.outputs(&rebuilt.path, there)?, &mut go_on)
            }
            done => done,
        };
        let (written, outputs) = done.map_err(|e| {
            let is_of_output = matches!(&e, RebuildError::Write(WriteError::Io(_)));
            let path = rebuilt.path.display().to_string();
            let e = Error::from(e).in_file(if is_of_output { &path } else { sstable.label() });
            match e.kind() {
                ErrorKind::Corrupt if !is_of_output => e.remedied_by(&[Remedy::Salvage]),
                _ => e,
            }
        })?;
        rebuilt.written = written;
        rebuilt.made = outputs.made().to_vec();
        rebuilt.made.sort();
        rebuilt.other = outputs.other().to_vec();
        Ok(rebuilt)
    }

    /// Refuses what verification calls damaged in rows that are stored otherwise than they would be written today: they stay as they are, and what
    /// is made beside them would look as if nothing was wrong. Values may be none of their types, as in all that is copied.
    fn check_rows(&self, sstable: &Sstable) -> Result<(), Error> {
        let options = VerifyOptions { values: false, ..VerifyOptions::default() };
        let (verifier, never) = (Verifier::new(sstable, options), AtomicBool::new(false));
        let survey = verifier.survey(sstable, Proof::Checksums, &mut |_| {}, self.cancel.unwrap_or(&never))?;
        let lost = survey.losses.iter().map(|loss| &loss.why);
        match lost.chain(survey.displaced.iter().map(|run| &run.why)).next() {
            Some(why) => Err(Error::of_finding(why, sstable.label()).remedied_by(&[Remedy::Salvage])),
            None => Ok(()),
        }
    }
}

type NewComponents = MissingOutputs<DirectoryOutputs>;

impl Rebuilt {
    fn new(path: PathBuf, assumed: Vec<String>, lost: Vec<LostPart>) -> Self {
        let written = Written { partitions: 0, rows: 0, cells: 0 };
        Rebuilt {
            path,
            written,
            made: Vec::new(),
            left: Vec::new(),
            assumed,
            lost,
            damaged: Vec::new(),
            other: Vec::new(),
        }
    }
}

/// The components without those that say which keys there are and are to be made anew, if the digest proves that the data is all there:
/// what is wrong with them is no reason to make none.
fn without_keys(components: &Components, cancel: Option<&AtomicBool>) -> Result<Components, Error> {
    let Some(stored) = digest::stored(components)? else { return Ok(components.clone()) };
    if digest::of_data(components, &mut |_, _| Error::if_cancelled(cancel))? != stored {
        return Ok(components.clone());
    }
    let keys = [Component::Summary, Component::PrimaryIndex, Component::Partitions];
    let source = keys.into_iter().fold(OverlaySource::new(Arc::clone(components.source())), OverlaySource::without);
    Ok(Components::new(components.label(), components.version(), Arc::new(source), *components.limits()))
}

/// The setting by which the blocks of the old index ended. It is in KiB: the most that it can have been gives the same blocks, as all but the last
/// one of a partition are as long, and would not have been without their last row.
fn block_size(sstable: &Sstable) -> Option<u64> {
    let shortest = sstable.shortest_block().ok()??;
    Some(shortest / KIB * KIB).filter(|size| *size > 0)
}

/// Bytes of the unit of `column_index_size`.
const KIB: u64 = 1024;

/// The setting of the old Summary.db, if what else it says fits the number of partitions.
fn interval(components: &Components, target: &Target) -> Option<u64> {
    let summary = components.decode::<SstableSummary>(&Component::Summary).ok()??;
    let interval = u64::try_from(summary.min_index_interval).ok().filter(|n| *n > 0)?;
    let samples = u64::try_from(summary.size_at_full_sampling).ok()?;
    (target.estimated_keys?.div_ceil(interval) == samples).then_some(interval)
}

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

use cqlite_merge::Merge;
use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::{open_file, AccessMode, MemorySource};
use cqlite_sstable::writer::{DirectoryOutputs, OutputFolder, Outputs, PartitionWriter, Target, WriteError};
use cqlite_sstable::Sstable;
use cqlite_updates::{Assembled, Assembler, Unsorted, UpdateTable};

use super::sink::Job;
use crate::clock::random;
use crate::write::new_sstables::NewSstables;
use crate::write::watched::Watched;
use crate::write::{NewSstable, WriteOptions};
use crate::Error;

/// Files that are merged at once: each takes some memory, and a file that is open.
const MOST_FILES: usize = 32;

/// Updates that there was no room for: SSTables of their own under temporary names, each of what was held at a time.
#[derive(Debug)]
pub(super) struct Spilled {
    table: Arc<UpdateTable>,
    target: Target,
    options: WriteOptions<'static>,
    folder: OutputFolder,
    /// By how often what is in them has been merged: as many as are merged at once make one of the next level.
    levels: Vec<Vec<Spill>>,
}

/// One of them, with its files, which go when it does.
struct Spill {
    sstable: Sstable,
    _files: Files,
}

impl fmt::Debug for Spill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Spill").field(&self._files).finish()
    }
}

impl Spilled {
    pub(super) fn new(job: &Job) -> Self {
        let mut target = job.target.clone();
        (target.compression, target.bloom_filter_fp_chance) = (None, 1.0);
        Spilled {
            table: Arc::clone(&job.table),
            target,
            options: job.options.clone(),
            folder: job.folder.clone(),
            levels: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.levels.iter().all(Vec::is_empty)
    }

    /// Writes what is held to a file.
    pub(super) fn add(&mut self, updates: &mut Unsorted) -> Result<(), Error> {
        let mut to = Writing(PartitionWriter::new(&self.target, self.files())?);
        let mut assembler = Assembler::new(Arc::clone(&self.table));
        updates.drain(&mut assembler.sending(&mut to))?;
        assembler.end(&mut to)?;
        let spill = self.open(to.0.complete()?.1)?;
        self.push(0, spill)
    }

    fn files(&self) -> Files {
        Files { outputs: self.folder.for_itself(self.target.version(), random()), made: Vec::new() }
    }

    fn push(&mut self, level: usize, spill: Spill) -> Result<(), Error> {
        if self.levels.len() == level {
            self.levels.push(Vec::new());
        }
        self.levels[level].push(spill);
        if self.levels[level].len() < MOST_FILES {
            return Ok(());
        }
        let mut to = PartitionWriter::new(&self.target, self.files())?;
        {
            let sources = self.levels[level].iter().map(|spill| spill.sstable.partitions()).collect();
            let merge = Merge::new(self.table.schema(), self.table.comparator(), sources);
            let mut merge = Watched::new(merge, &self.options, |_| {});
            to.write_all::<_, Error>(&mut merge)?;
        }
        let merged = self.open(to.complete()?.1)?;
        self.levels[level].clear();
        self.push(level + 1, merged)
    }

    fn open(&self, files: Files) -> Result<Spill, Error> {
        let mut source = MemorySource::new();
        for component in &files.made {
            let file = open_file(&files.outputs.temporary(component), AccessMode::Pread).map_err(WriteError::Io)?;
            source.insert_source(component.clone(), file);
        }
        let label = files.outputs.path().display().to_string();
        let options = cqlite_sstable::OpenOptions::default();
        let sstable = options.open_source(&label, self.target.version(), Arc::new(source))?;
        Ok(Spill { sstable, _files: files })
    }

    /// Writes SSTables of all that was spilled.
    pub(super) fn finish(self, job: &mut Job) -> Result<Vec<NewSstable>, Error> {
        let sources: Vec<_> = self.levels.iter().flatten().map(|spill| spill.sstable.partitions()).collect();
        let merge = Merge::new(self.table.schema(), self.table.comparator(), sources);
        let mut merge = Watched::new(merge, &self.options, |_| {});
        let source = self.folder.path().display().to_string();
        let mut out = NewSstables::new(&job.options, &job.target, &mut job.folder, source);
        out.write_all(&mut merge)?;
        out.finish()
    }
}

/// A writer that takes what is assembled.
struct Writing<'t>(PartitionWriter<'t, Files>);

impl Assembled for Writing<'_> {
    type Error = Error;

    fn partition(&mut self, key: &[u8], deletion: Option<DeletionTime>, static_row: Option<&Row>) -> Result<(), Error> {
        Ok(self.0.partition(key, deletion, static_row)?)
    }

    fn row(&mut self, row: &mut Row) -> Result<(), Error> {
        Ok(self.0.row(row)?)
    }

    fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result<(), Error> {
        Ok(self.0.marker(marker)?)
    }

    fn end_partition(&mut self) -> Result<(), Error> {
        Ok(self.0.end_partition()?)
    }
}

/// The files of a spilled SSTable: under temporary names as long as they are there, and removed when this is dropped, or by the next writer if this
/// one is killed.
#[derive(Debug)]
struct Files {
    outputs: DirectoryOutputs,
    made: Vec<Component>,
}

/// A file, or nothing: of indexes and the like nothing is kept.
enum Out {
    File(<DirectoryOutputs as Outputs>::Out),
    Nothing,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Out::File(file) => file.write(bytes),
            Out::Nothing => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Out::File(file) => file.flush(),
            Out::Nothing => Ok(()),
        }
    }
}

impl Outputs for Files {
    type Out = Out;

    fn create(&mut self, component: &Component) -> io::Result<Out> {
        if !matches!(component, Component::Data | Component::Statistics | Component::Crc) {
            return Ok(Out::Nothing);
        }
        self.made.push(component.clone());
        self.outputs.create(component).map(Out::File)
    }

    /// Nobody needs them after this process: they need not be on the disk.
    fn close(&mut self, _: &Component, mut out: Out) -> io::Result<()> {
        out.flush()
    }

    fn commit(&mut self) -> io::Result<()> {
        Ok(())
    }
}

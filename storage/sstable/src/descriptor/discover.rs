use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file_name::is_temporary_of;
use super::{Component, Descriptor, DescriptorError, FileName, SstableName};

/// How far below the given directory SSTables are looked for; `data/<keyspace>/<table>` is 2.
const MAX_DEPTH: usize = 16;
/// An SSTable on disk with the components it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSstable {
    /// Which one.
    pub descriptor: Descriptor,
    /// Its files, in the order of [`Component`].
    pub components: Vec<Component>,
}

/// What [`discover`] found.
#[derive(Debug, Default)]
pub struct Discovery {
    /// SSTables that can be opened, by directory and then by id.
    pub sstables: Vec<FoundSstable>,
    /// SSTables and directories that cannot, one entry each. A caller who promises complete results must not
    /// overlook them.
    pub refused: Vec<DescriptorError>,
    /// Logs of flushes and compactions that were not over, or not cleaned up, when the files were copied.
    pub transaction_logs: Vec<PathBuf>,
    /// Files that were still being written.
    pub temporary: Vec<PathBuf>,
    /// Directories that were not searched, for they are those of index tables, snapshots or backups.
    pub left_out: Vec<PathBuf>,
}

/// Finds the SSTables at `path`: a data, keyspace, table, snapshot, backup or index directory, any component file
/// of an SSTable, or the common part of its files' names (`…/nb-1-big`).
///
/// Below a directory everything is searched but `snapshots`, `backups` and directories starting with a dot, which
/// hold copies and secondary indexes: [`Discovery::left_out`]. Each can be given itself. A [`Finder`] is quicker at several paths.
///
/// # Errors
/// When `path` does not exist or names no SSTable, or one that cannot be read. Below a directory such errors are
/// collected in [`Discovery::refused`] instead.
pub fn discover(path: &Path) -> Result<Discovery, DescriptorError> {
    Finder::default().discover(path)
}

/// Finds SSTables at one path after the other. A folder whose files are given one by one is listed once: of n SSTables' files
/// in it all would else be looked at n times.
#[derive(Debug, Default)]
pub struct Finder {
    /// The SSTables of folders that have been listed, by their files' common part.
    listed: BTreeMap<PathBuf, BTreeMap<String, FoundSstable>>,
}

impl Finder {
    /// As [`discover`].
    ///
    /// # Errors
    /// As [`discover`].
    pub fn discover(&mut self, path: &Path) -> Result<Discovery, DescriptorError> {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let mut walk = Walk::default();
                walk.directory(path, 0)?;
                Ok(walk.found)
            }
            Ok(_) => match FileName::parse(path)? {
                FileName::Component(name, _) => self.single(path, name),
                _ => Err(DescriptorError::NotAnSstable { path: path.to_owned() }),
            },
            Err(source) => match SstableName::parse(path)? {
                Some(name) => self.single(path, name),
                None => Err(DescriptorError::Io { path: path.to_owned(), source }),
            },
        }
    }

    /// The SSTable that a component file belongs to, whether its `Data.db` is there or not; `None` when `path` is no component.
    ///
    /// # Errors
    /// When the SSTable cannot be read.
    pub fn of_component(&mut self, path: &Path) -> Result<Option<FoundSstable>, DescriptorError> {
        if !path.is_file() {
            return Ok(None);
        }
        match FileName::parse(path)? {
            FileName::Component(name, _) => self.at(path, name).map(Some),
            _ => Ok(None),
        }
    }

    /// The one SSTable that `path`, a file, belongs to.
    fn single(&mut self, path: &Path, name: SstableName) -> Result<Discovery, DescriptorError> {
        let sstable = with_data(self.at(path, name)?)?;
        Ok(Discovery { sstables: vec![sstable], ..Discovery::default() })
    }

    fn at(&mut self, path: &Path, name: SstableName) -> Result<FoundSstable, DescriptorError> {
        let directory = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        if !self.listed.contains_key(directory) {
            let files = list(directory).map_err(|source| DescriptorError::Io { path: path.to_owned(), source })?;
            let sstables = Folder::of(directory, files).sstables;
            let _ = self.listed.insert(directory.to_owned(), sstables);
        }
        let found = self.listed.get(directory).and_then(|sstables| sstables.get(&name.prefix)).cloned();
        Ok(found
            .unwrap_or_else(|| FoundSstable { descriptor: Descriptor::new(directory, name), components: Vec::new() }))
    }
}

/// What is in a directory, in the order of names.
fn list(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = directory.read_dir()?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// The files of one directory, those of an SSTable together.
struct Folder {
    sstables: BTreeMap<String, FoundSstable>,
    refused: BTreeMap<String, DescriptorError>,
    transaction_logs: Vec<PathBuf>,
    temporary: Vec<PathBuf>,
}

impl Folder {
    fn of(directory: &Path, files: Vec<PathBuf>) -> Self {
        let mut folder = Folder {
            sstables: BTreeMap::new(),
            refused: BTreeMap::new(),
            transaction_logs: Vec::new(),
            temporary: Vec::new(),
        };
        for path in files {
            match FileName::parse(&path) {
                Ok(FileName::Component(name, component)) => {
                    let found = folder.sstables.entry(name.prefix.clone()).or_insert_with(|| FoundSstable {
                        descriptor: Descriptor::new(directory, name),
                        components: Vec::new(),
                    });
                    found.components.push(component);
                }
                Ok(FileName::Temporary) => folder.temporary.push(path),
                Ok(FileName::TransactionLog) => folder.transaction_logs.push(path),
                Ok(FileName::Unrelated) => {}
                Err(e) => refuse_once(&mut folder.refused, e),
            }
        }
        folder.sstables.values_mut().for_each(|found| found.components.sort());
        // A writer that was killed while it gave its files their names has left some: Data.db is the last one but for the table of contents.
        let Folder { sstables, temporary, .. } = &mut folder;
        sstables.retain(|_, found| {
            let data = found.descriptor.path_of(&Component::Data);
            found.components.contains(&Component::Data) || !temporary.iter().any(|path| is_temporary_of(path, &data))
        });
        folder
    }
}

fn with_data(found: FoundSstable) -> Result<FoundSstable, DescriptorError> {
    if found.components.contains(&Component::Data) {
        return Ok(found);
    }
    Err(DescriptorError::MissingData {
        path: found.descriptor.path_of(&Component::Data),
        present: found.components.iter().map(ToString::to_string).collect(),
    })
}

#[derive(Default)]
struct Walk {
    found: Discovery,
    visited: BTreeSet<PathBuf>,
}

impl Walk {
    /// Collects what is in `directory` and below it.
    fn directory(&mut self, directory: &Path, depth: usize) -> Result<(), DescriptorError> {
        let io_error = |source: io::Error| DescriptorError::Io { path: directory.to_owned(), source };
        if !self.visited.insert(directory.canonicalize().map_err(io_error)?) {
            return Ok(());
        }
        let entries = list(directory).map_err(io_error)?;
        let (below, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|path| path.is_dir());
        self.files(directory, files);
        for child in below.into_iter().filter(|_| depth < MAX_DEPTH) {
            if !is_searched(&child) {
                self.found.left_out.push(child);
            } else if let Err(e) = self.directory(&child, depth + 1) {
                self.found.refused.push(e);
            }
        }
        Ok(())
    }

    /// Takes the files of one directory.
    fn files(&mut self, directory: &Path, files: Vec<PathBuf>) {
        let Folder { sstables, refused, transaction_logs, temporary } = Folder::of(directory, files);
        self.found.refused.extend(refused.into_values());
        self.found.transaction_logs.extend(transaction_logs);
        self.found.temporary.extend(temporary);
        let mut readable = Vec::new();
        for found in sstables.into_values() {
            match with_data(found) {
                Ok(sstable) => readable.push(sstable),
                Err(e) => self.found.refused.push(e),
            }
        }
        readable.sort_by_key(|found| (found.descriptor.id(), found.descriptor.version()));
        self.found.sstables.append(&mut readable);
    }
}

/// Keeps one error an SSTable, that about its `Data.db` if there is one.
fn refuse_once(refused: &mut BTreeMap<String, DescriptorError>, error: DescriptorError) {
    let name = error.path().file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (prefix, component) = name.rsplit_once('-').unwrap_or((&name, ""));
    if component == Component::Data.name() || !refused.contains_key(prefix) {
        let _ = refused.insert(prefix.to_owned(), error);
    }
}

/// Whether SSTables below this directory are the table's own.
fn is_searched(directory: &Path) -> bool {
    let name = directory.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    !name.starts_with('.') && name != "snapshots" && name != "backups"
}

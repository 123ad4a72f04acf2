//! What a command reads, and must not write to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Component, Descriptor, FileName};
use same_file::Handle;

/// What is read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Names of SSTables, by their folders.
    sstables: BTreeMap<PathBuf, BTreeSet<String>>,
    /// Paths as they were given, whether there is an SSTable or not.
    paths: Vec<PathBuf>,
}

impl Inputs {
    pub fn add(&mut self, descriptor: &Descriptor) {
        self.sstables.entry(descriptor.directory().to_owned()).or_default().insert(descriptor.prefix().to_owned());
    }

    pub fn add_path(&mut self, path: &Path) {
        self.paths.push(path.to_owned());
    }

    /// Why nothing may be written to the file at a path, if so: however its path is spelled, it is one that is read, or it would be taken
    /// for a component of an SSTable.
    pub fn why_not(&self, output: &Path) -> Option<String> {
        let output_is = |why: &str| format!("{}: {why}", output.display());
        if fs::metadata(output).is_ok_and(|meta| !meta.is_file()) {
            return None;
        }
        if Handle::from_path(output).is_ok_and(|handle| self.has(&handle)) {
            return Some(output_is(READ));
        }
        // Where a link leads.
        let is_component = match FileName::parse(&output.canonicalize().unwrap_or_else(|_| output.to_owned())) {
            Ok(FileName::Component(_, component)) => {
                !matches!(component, Component::Custom(_)) || component.is_attached_index()
            }
            Ok(_) => false,
            // One of a version that is not read is one all the same.
            Err(_) => true,
        };
        is_component.then(|| output_is("results are no component of an SSTable"))
    }

    /// The same for an open file.
    pub fn why_not_file(&self, name: &str, output: &File) -> Option<String> {
        let is_file = output.metadata().is_ok_and(|meta| meta.is_file());
        let handle = output.try_clone().and_then(Handle::from_file);
        (is_file && handle.is_ok_and(|handle| self.has(&handle))).then(|| format!("{name}: {READ}"))
    }

    /// Whether the file is a component of an SSTable that is read, or was given.
    fn has(&self, file: &Handle) -> bool {
        let is_file = |path: &PathBuf| fs::metadata(path).is_ok_and(|meta| meta.is_file());
        let is_it = |path: PathBuf| is_file(&path) && Handle::from_path(path).is_ok_and(|input| input == *file);
        if self.paths.iter().cloned().any(is_it) {
            return true;
        }
        self.sstables.iter().any(|(folder, prefixes)| {
            let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
            let is_read = |path: &PathBuf| match FileName::parse(path) {
                Ok(FileName::Component(name, _)) => prefixes.contains(&name.prefix),
                _ => false,
            };
            entries.filter(is_read).any(is_it)
        })
    }
}

const READ: &str = "the output is a file that is read";

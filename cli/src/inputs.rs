//! What a command reads, and must not write to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Component, Descriptor, FileName};
use same_file::Handle;

/// The SSTables that are read: their names by their folders.
#[derive(Debug, Default)]
pub struct Inputs(BTreeMap<PathBuf, BTreeSet<String>>);

impl Inputs {
    pub fn add(&mut self, descriptor: &Descriptor) {
        self.0.entry(descriptor.directory().to_owned()).or_default().insert(descriptor.prefix().to_owned());
    }

    /// Why nothing may be written to the file at a path, if so: however its path is spelled, it is one that is read, or it would be taken
    /// for a component of an SSTable.
    pub fn why_not(&self, output: &Path) -> Option<String> {
        let output_is = |why: &str| Some(format!("{}: {why}", output.display()));
        if fs::metadata(output).is_ok_and(|meta| !meta.is_file()) {
            return None;
        }
        if Handle::from_path(output).is_ok_and(|handle| self.has(&handle)) {
            return output_is(READ);
        }
        match FileName::parse(output) {
            Ok(FileName::Component(_, Component::Custom(_)) | FileName::Unrelated) => None,
            Ok(FileName::Component(..)) => output_is("results are no component of an SSTable"),
            _ => None,
        }
    }

    /// The same for an open file.
    pub fn why_not_file(&self, name: &str, output: &File) -> Option<String> {
        let is_file = output.metadata().is_ok_and(|meta| meta.is_file());
        let handle = output.try_clone().and_then(Handle::from_file);
        (is_file && handle.is_ok_and(|handle| self.has(&handle))).then(|| format!("{name}: {READ}"))
    }

    /// Whether the file is a component of an SSTable that is read.
    fn has(&self, file: &Handle) -> bool {
        self.0.iter().any(|(folder, prefixes)| {
            let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
            let is_read = |path: &PathBuf| match FileName::parse(path) {
                Ok(FileName::Component(name, _)) => prefixes.contains(&name.prefix),
                _ => false,
            };
            let is_file = |path: &PathBuf| fs::metadata(path).is_ok_and(|meta| meta.is_file());
            entries
                .filter(is_read)
                .filter(is_file)
                .any(|path| Handle::from_path(path).is_ok_and(|input| input == *file))
        })
    }
}

const READ: &str = "the output is a file of an SSTable that is read";

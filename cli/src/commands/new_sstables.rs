//! What commands that write SSTables share.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Component, Descriptor, FoundSstable};
use cqlite::inspect::printable;
use cqlite::io::AccessMode;
use cqlite::write::{NewSstable, OutputFolder};
use cqlite::{Error, OpenOptions, Sstable, Tables};
use indicatif::BinaryBytes;

use crate::destination::Destination;
use crate::failure::Failure;
use crate::session::{Others, Search, Session, Wanted};
use crate::words::{grouped, number};

/// What was read and written in all.
#[derive(Debug, Default)]
pub struct Totals {
    read: Total,
    written: Total,
    /// Nothing is written.
    is_dry: bool,
}

#[derive(Debug, Default)]
struct Total {
    sstables: usize,
    bytes: u64,
}

impl Totals {
    pub fn new(is_dry: bool) -> Self {
        Totals { is_dry, ..Totals::default() }
    }

    /// Counts an SSTable that was read.
    pub fn read(&mut self, descriptor: &Descriptor) {
        let data = descriptor.path_of(&Component::Data);
        self.read.add(fs::metadata(data).map_or(0, |data| data.len()));
    }

    /// Prints and counts what was written of some SSTables.
    pub fn written(&mut self, of: &str, new: &[NewSstable], session: &Session<'_>) -> Result<(), Failure> {
        for NewSstable { path, written, data_len, .. } in new {
            self.written.add(*data_len);
            let counts = [(written.partitions, "partition"), (written.rows, "row"), (written.cells, "cell")]
                .map(|(n, what)| grouped(n, what))
                .join(", ");
            let size = if self.is_dry { format!(", {} of Data.db", BinaryBytes(*data_len)) } else { String::new() };
            say(&format!("{of} -> {}: {counts}{size}", path.display()), session)?;
        }
        Ok(())
    }

    /// The closing line, and what else is to be said in it.
    pub fn close(&self, more: &str, session: &Session<'_>) -> Result<(), Failure> {
        let Totals { read, written, is_dry } = self;
        let bytes = |total: &Total| BinaryBytes(total.bytes);
        let line = format!(
            "read {} ({} of Data.db), {} {} ({}){more}",
            number(read.sstables, "SSTable"),
            bytes(read),
            if *is_dry { "would write" } else { "wrote" },
            written.sstables,
            bytes(written)
        );
        say(&line, session)
    }
}

impl Total {
    fn add(&mut self, bytes: u64) {
        self.sstables += 1;
        self.bytes += bytes;
    }
}

/// Prints a line of what was done.
pub fn say(line: &str, session: &Session<'_>) -> Result<(), Failure> {
    if session.common.quiet {
        return Ok(());
    }
    session.progress.clear();
    writeln!(std::io::stdout(), "{}", printable(line)).map_err(|e| Failure::output("standard output", &e))
}

/// The SSTables at some paths. Their snapshots are not among them, which is said.
pub fn search(paths: &[PathBuf], session: &mut Session<'_>) -> Search {
    let found = session.find(paths, Wanted { any: true, others: Others::CountedOnly });
    if let Some(note) = found.note() {
        session.note(&note);
    }
    found
}

/// The SSTables of a table at some paths, and the folder to which new ones go, which is made if there are any.
pub fn find(
    paths: &[PathBuf],
    is_dry: bool,
    session: &mut Session<'_>,
) -> Result<(Search, Option<Destination>), Failure> {
    let folder = session.folder()?;
    let found = search(paths, session);
    let destination = to(folder, paths, &found, is_dry, session)?;
    Ok((found, destination))
}

/// The folder to which the new SSTables of those that were found go, which is made if there are any.
pub fn to(
    folder: &Path,
    paths: &[PathBuf],
    found: &Search,
    is_dry: bool,
    session: &Session<'_>,
) -> Result<Option<Destination>, Failure> {
    if found.sstables.is_empty() {
        return Ok(None);
    }
    check_table(paths, found)?;
    let destination = Destination::open(folder, is_dry, session)?;
    if is_among(folder, paths, found) {
        let path = folder.display();
        session.note(&format!(
"{path} is a folder that is read, or in one: what is there stays, and who reads it again finds the new SSTables too"
));
    }
    Ok(Some(destination))
}

/// New SSTables go to one folder, which does not tell tables apart.
fn check_table(paths: &[PathBuf], found: &Search) -> Result<(), Failure> {
    let tables = Tables::at(paths, found.sstables.iter().map(|found| found.descriptor.clone()));
    let names: Vec<String> = tables.iter().map(ToString::to_string).collect();
    match names.len() {
        0 | 1 => Ok(()),
        _ => Err(Failure::usage(format!(
            "SSTables of one table are written to a folder, which could not tell them apart; these are of {}",
            names.join(", ")
        ))),
    }
}

/// Whether who reads the same again would find what is written to a folder.
fn is_among(folder: &Path, paths: &[PathBuf], found: &Search) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let own = found.sstables.iter().map(|found| found.descriptor.directory());
    let is_same = own.filter_map(|own| own.canonicalize().ok()).any(|own| own == folder);
    is_same || paths.iter().filter_map(|path| path.canonicalize().ok()).any(|path| folder.starts_with(path))
}

/// A copy whose Statistics.db is taken is one of one SSTable.
pub fn check_copy(copy: Option<&PathBuf>, found: &Search) -> Result<(), Failure> {
    match found.sstables.len() {
        n if copy.is_some() && n > 1 => {
            Err(Failure::usage(format!("--header-of is for one SSTable, but there are {n}")))
        }
        _ => Ok(()),
    }
}

/// Does something with each SSTable; goes on after one with which something is wrong.
pub fn for_each<'a>(
    found: &Search,
    session: &mut Session<'a>,
    mut each: impl FnMut(&Descriptor, &mut Session<'a>) -> Result<(), Failure>,
) {
    for FoundSstable { descriptor, .. } in &found.sstables {
        if let Err(failure) = each(descriptor, session) {
            session.fail(failure);
        }
        if session.is_over() {
            return;
        }
    }
}

/// Writes new SSTables of each one at some paths; goes on after one with which something is wrong.
pub fn of_each<E: From<Error> + Into<Failure>>(
    paths: &[PathBuf],
    is_dry: bool,
    session: &mut Session<'_>,
    mut write: impl FnMut(&Sstable, &mut OutputFolder, &mut dyn FnMut(u64, u64)) -> Result<Vec<NewSstable>, E>,
) -> Result<(), Failure> {
    let (found, Some(mut to)) = find(paths, is_dry, session)? else { return Ok(()) };
    let mut totals = Totals::new(is_dry);
    for_each(&found, session, |descriptor, session| {
        let bar = &session.progress;
        let new = OpenOptions::new().access(AccessMode::Stream).open_descriptor(descriptor).map_err(E::from).and_then(
            |sstable| write(&sstable, &mut to.folder, &mut |done, total| bar.set(descriptor.prefix(), done, total)),
        );
        bar.clear();
        totals.read(descriptor);
        totals.written(&descriptor.to_string(), &new.map_err(E::into)?, session)
    });
    if session.is_over() {
        return Ok(());
    }
    totals.close("", session)
}

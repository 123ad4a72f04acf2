//! What all commands share: flags, messages, and the exit code that they add up to.

use std::collections::BTreeSet;
use std::io::{stderr, stdout, IsTerminal, Write};
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Descriptor, Discovery, Finder, FoundSstable};
use cqlite::inspect::printable;

use crate::args::{Common, When};
use crate::failure::{Exit, Failure};
use crate::inputs::Inputs;
use crate::interrupt;
use crate::output::Output;
use crate::progress::Progress;
use crate::words::number;

/// A run of a command.
pub struct Session<'a> {
    pub common: &'a Common,
    pub progress: Progress,
    inputs: Inputs,
    exit: Exit,
    /// Nobody reads the results any more.
    is_closed: bool,
}

impl<'a> Session<'a> {
    pub fn new(common: &'a Common) -> Self {
        Session {
            common,
            progress: Progress::new(common),
            inputs: Inputs::default(),
            exit: Exit::Done,
            is_closed: false,
        }
    }

    /// Opens where results go, which is no file that is read: what is read has to be known by now.
    pub fn output(&self) -> Result<Output, Failure> {
        Output::open(self.common.output.as_deref(), &self.inputs, self.color())
    }

    /// Opens another file that results go to.
    pub fn output_to(&self, path: &Path) -> Result<Output, Failure> {
        Output::open(Some(path), &self.inputs, false)
    }

    /// Why nothing may be written to the file at a path, if so.
    pub fn why_not(&self, path: &Path) -> Option<String> {
        self.inputs.why_not(path)
    }

    /// The folder that new SSTables go to.
    pub fn folder(&self) -> Result<&'a Path, Failure> {
        let folder = self.common.output.as_deref();
        folder.ok_or_else(|| Failure::usage("where to write is not given: -o DIR".to_owned()))
    }

    /// Remembers an SSTable as one that is read.
    pub fn reads(&mut self, descriptor: &Descriptor) {
        self.inputs.add(descriptor);
    }

    /// Remembers a file as one that is read.
    pub fn reads_file(&mut self, path: &Path) {
        self.inputs.add_path(path);
    }

    /// Whether results are on a terminal.
    pub fn is_on_terminal(&self) -> bool {
        self.common.output.is_none() && stdout().is_terminal()
    }

    /// Whether results are in colour.
    pub fn color(&self) -> bool {
        match self.common.color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
                let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                self.is_on_terminal() && !is_set("NO_COLOR") && !is_dumb
            }
        }
    }

    /// Prints a failure, and remembers its exit code. The command may go on.
    pub fn fail(&mut self, failure: Failure) {
        self.progress.clear();
        if !failure.message.is_empty() {
            say("error", &failure.message);
        }
        match failure.exit {
            Exit::ClosedPipe => self.is_closed = true,
            exit => self.exit = self.exit.max(exit),
        }
    }

    /// Prints something that need not be known.
    pub fn note(&self, message: &str) {
        if !self.common.quiet {
            self.progress.clear();
            say("note", message);
        }
    }

    /// Prints something for those who asked for more.
    pub fn detail(&self, message: &str) {
        if self.common.verbose {
            self.note(message);
        }
    }

    /// Whether nothing has failed so far.
    pub fn is_done(&self) -> bool {
        self.exit == Exit::Done
    }

    /// Whether to stop: interrupted, or nobody reads on.
    pub fn is_over(&self) -> bool {
        self.is_closed || self.exit >= Exit::Output || interrupt::is_set()
    }

    /// What the process ends with.
    pub fn exit(&self) -> Exit {
        if interrupt::is_set() {
            Exit::Interrupted
        } else {
            self.exit
        }
    }

    /// The SSTables at some paths, each once however many paths lead to it. What cannot be found out is printed as a failure.
    pub fn find(&mut self, paths: &[PathBuf], wanted: Wanted) -> Search {
        let mut search = Search { others: wanted.others, ..Search::default() };
        for path in paths {
            self.inputs.add_path(path);
            if let Err(failure) = self.find_at(&mut search, path, wanted) {
                search.refused += 1;
                self.fail(failure);
            }
        }
        search.sstables.iter().for_each(|found| self.reads(&found.descriptor));
        search
    }

    fn find_at(&mut self, search: &mut Search, path: &Path, wanted: Wanted) -> Result<(), Failure> {
        if wanted.any {
            if let Some(found) = search.finder.of_component(path)? {
                search.add(found);
                return Ok(());
            }
        }
        let mut found = search.finder.discover(path)?;
        let folders = std::mem::take(&mut found.left_out);
        let mut left_out = search.below(folders);
        if wanted.others == Others::Taken {
            found.sstables.append(&mut left_out.sstables);
            found.refused.append(&mut left_out.refused);
            found.transaction_logs.append(&mut left_out.transaction_logs);
        }
        for log in &found.transaction_logs {
            self.note(&format!("{}: unfinished flush or compaction; rows may be duplicated", log.display()));
        }
        if found.sstables.is_empty() && found.refused.is_empty() {
            return Err(Failure::file(match left_out.sstables.len() {
                0 => format!("{}: there is no SSTable here", path.display()),
                n => format!("{}: there is no SSTable here but {n} {}", path.display(), wanted.others.hint()),
            }));
        }
        self.detail(&format!("{}: {}", path.display(), number(found.sstables.len(), "SSTable")));
        search.refused += found.refused.len();
        found.refused.into_iter().for_each(|refused| self.fail(refused.into()));
        found.sstables.into_iter().for_each(|found| search.add(found));
        search.left_out.extend(left_out.sstables.iter().map(|found| identity(&found.descriptor)));
        Ok(())
    }
}

/// Which SSTables are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Any component file names one; else its Data.db must be there.
    pub any: bool,
    /// What to do with those of index tables, snapshots and backups below a directory.
    pub others: Others,
}

/// What to do with SSTables that are not a table's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Others {
    /// A flag takes them.
    #[default]
    Counted,
    /// There is no flag: what is written of them is not to get among what is written of tables.
    CountedOnly,
    Taken,
}

impl Others {
    /// What is not looked at, and how to have it.
    fn hint(self) -> &'static str {
        match self {
            Others::CountedOnly => "of index tables, snapshots and backups; their own folders can be given",
            _ => "of index tables, snapshots and backups; --all takes them",
        }
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Search {
    pub sstables: Vec<FoundSstable>,
    /// How many SSTables and paths cannot be read.
    pub refused: usize,
    finder: Finder,
    seen: BTreeSet<Identity>,
    left_out: BTreeSet<Identity>,
    others: Others,
}

impl Search {
    fn add(&mut self, found: FoundSstable) {
        if self.seen.insert(identity(&found.descriptor)) {
            self.sstables.push(found);
        }
    }

    /// All that is in some folders, and in the folders that are left out of these.
    fn below(&mut self, mut folders: Vec<PathBuf>) -> Discovery {
        let (mut all, mut visited) = (Discovery::default(), BTreeSet::new());
        while let Some(folder) = folders.pop() {
            // Links may lead in circles.
            if !visited.insert(folder.canonicalize().unwrap_or_else(|_| folder.clone())) {
                continue;
            }
            match self.finder.discover(&folder) {
                Ok(mut found) => {
                    all.sstables.append(&mut found.sstables);
                    all.refused.append(&mut found.refused);
                    all.transaction_logs.append(&mut found.transaction_logs);
                    folders.append(&mut found.left_out);
                }
                Err(e) => all.refused.push(e),
            }
        }
        all
    }

    /// What a user should know of SSTables that were not looked at.
    pub fn note(&self) -> Option<String> {
        let n = self.left_out.difference(&self.seen).count();
        let verb = if n == 1 { "was" } else { "were" };
        (n > 0).then(|| format!("{} {verb} not looked at, {}", number(n, "SSTable"), self.others.hint()))
    }
}

/// The folder as the system has it, and the name in it.
type Identity = (PathBuf, String);

/// What an SSTable is, whatever its path is spelled like.
fn identity(descriptor: &Descriptor) -> Identity {
    let directory = descriptor.directory();
    (directory.canonicalize().unwrap_or_else(|_| directory.to_owned()), descriptor.prefix().to_owned())
}

fn say(kind: &str, message: &str) {
    // Where nobody reads errors nothing can be done about it.
    let _ = writeln!(stderr(), "{kind}: {}", printable(message));
}

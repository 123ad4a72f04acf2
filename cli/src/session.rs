//! What all commands share: flags, messages, and the exit code that they add up to.

use std::collections::BTreeSet;
use std::io::{stderr, stdout, IsTerminal, Write};
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Descriptor, Finder, FoundSstable};

use crate::args::{Common, When};
use crate::failure::{Exit, Failure};
use crate::inputs::Inputs;
use crate::interrupt;
use crate::output::Output;
use crate::printable::printable;
use crate::progress::Progress;

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
        Output::open(self.common.output.as_deref(), &self.inputs)
    }

    /// Remembers an SSTable as one that is read.
    pub fn reads(&mut self, descriptor: &Descriptor) {
        self.inputs.add(descriptor);
    }

    /// Whether results are in colour.
    pub fn color(&self) -> bool {
        match self.common.color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
                let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                self.common.output.is_none() && stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb
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

    /// The SSTables at some paths, each once however many paths lead to it. What cannot be told is printed as a failure.
    ///
    /// A path of a component is taken as it is if `any` component is enough; else its Data.db must be there.
    pub fn find(&mut self, paths: &[PathBuf], any: bool) -> Vec<FoundSstable> {
        let (mut finder, mut found) = (Finder::default(), Vec::new());
        for path in paths {
            match self.find_at(&mut finder, path, any) {
                Ok(mut some) => found.append(&mut some),
                Err(failure) => self.fail(failure),
            }
        }
        let mut seen = BTreeSet::new();
        found.retain(|found: &FoundSstable| seen.insert(identity(&found.descriptor)));
        found.iter().for_each(|found| self.reads(&found.descriptor));
        found
    }

    fn find_at(&mut self, finder: &mut Finder, path: &Path, any: bool) -> Result<Vec<FoundSstable>, Failure> {
        if any {
            if let Some(found) = finder.of_component(path)? {
                return Ok(vec![found]);
            }
        }
        let discovery = finder.discover(path)?;
        let nothing = discovery.sstables.is_empty() && discovery.refused.is_empty();
        for log in &discovery.transaction_logs {
            self.note(&format!("{}: unfinished flush or compaction; rows may be duplicated", log.display()));
        }
        for refused in discovery.refused {
            self.fail(refused.into());
        }
        if nothing {
            return Err(Failure::file(format!("{}: there is no SSTable here", path.display())));
        }
        self.detail(&format!("{}: {} SSTables", path.display(), discovery.sstables.len()));
        Ok(discovery.sstables)
    }
}

/// What an SSTable is, whatever its path is spelled like.
fn identity(descriptor: &Descriptor) -> (PathBuf, String) {
    let directory = descriptor.directory();
    (directory.canonicalize().unwrap_or_else(|_| directory.to_owned()), descriptor.prefix().to_owned())
}

fn say(kind: &str, message: &str) {
    // Where nobody reads errors nothing can be done about it.
    let _ = writeln!(stderr(), "{kind}: {}", printable(message));
}

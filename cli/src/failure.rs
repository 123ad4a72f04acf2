use std::io;

use cqlite::descriptor::DescriptorError;
use cqlite::dump::{DumpError, DumpErrorKind};
use cqlite::inspect::InspectError;
use cqlite::io::NotAFile;
use cqlite::verify::VerifyError;
use cqlite::{SstableError, SstableErrorKind};

/// Exit codes, the one that counts most last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All of it was done.
    Done,
    /// A value that the user gave is wrong.
    Value,
    /// A file is damaged, of an unsupported version, or missing.
    File,
    /// Input failed: what is left may still be read.
    Input,
    /// Output failed.
    Output,
    /// The command line is wrong.
    Usage,
    /// The user wants no more.
    Interrupted,
    /// Whoever read the output wants no more: no failure.
    ClosedPipe,
}

impl Exit {
    /// What the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done | Exit::ClosedPipe => 0,
            Exit::Value => 1,
            Exit::Usage => 2,
            Exit::File => 3,
            Exit::Input | Exit::Output => 4,
            Exit::Interrupted => 130,
        }
    }
}

/// Why a command, or a part of it, could not be done.
#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    /// A sentence, without its end.
    pub message: String,
}

impl Failure {
    pub fn value(message: String) -> Self {
        Failure { exit: Exit::Value, message }
    }

    pub fn usage(message: String) -> Self {
        Failure { exit: Exit::Usage, message }
    }

    pub fn file(message: String) -> Self {
        Failure { exit: Exit::File, message }
    }

    pub fn interrupted() -> Self {
        Failure { exit: Exit::Interrupted, message: "interrupted".to_owned() }
    }

    /// The output cannot be written; `name` is what was to be written.
    pub fn output(name: &str, e: &io::Error) -> Self {
        match e.kind() {
            io::ErrorKind::BrokenPipe => Failure { exit: Exit::ClosedPipe, message: String::new() },
            _ => Failure { exit: Exit::Output, message: format!("{name}: {e}") },
        }
    }
}

/// A file that is not there, or that is none, counts as one that is damaged.
fn exit_of(e: &io::Error) -> Exit {
    match e.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::IsADirectory => Exit::File,
        _ if NotAFile::of(e).is_some() => Exit::File,
        _ => Exit::Input,
    }
}

impl From<DescriptorError> for Failure {
    fn from(e: DescriptorError) -> Self {
        let exit = match &e {
            DescriptorError::Io { source, .. } => exit_of(source),
            _ => Exit::File,
        };
        Failure { exit, message: e.to_string() }
    }
}

impl From<SstableError> for Failure {
    fn from(e: SstableError) -> Self {
        let exit = match e.kind() {
            SstableErrorKind::Io(source) => exit_of(source),
            SstableErrorKind::Descriptor(source) => match &**source {
                DescriptorError::Io { source, .. } => exit_of(source),
                _ => Exit::File,
            },
            _ if e.is_io() => Exit::Input,
            _ => Exit::File,
        };
        Failure { exit, message: e.to_string() }
    }
}

impl From<DumpError> for Failure {
    fn from(e: DumpError) -> Self {
        let exit = match e.kind() {
            DumpErrorKind::Write(source) => return Failure::output("the output", source),
            DumpErrorKind::Cancelled => return Failure::interrupted(),
            DumpErrorKind::Key { .. } => Exit::Value,
            DumpErrorKind::Sstable(source) => Failure::from(source.clone()).exit,
            _ => Exit::File,
        };
        Failure { exit, message: e.to_string() }
    }
}

impl From<InspectError> for Failure {
    fn from(e: InspectError) -> Self {
        match e {
            InspectError::Output(e) => Failure::output("the output", &e),
            InspectError::Sstable(e) => e.into(),
            other => Failure::file(other.to_string()),
        }
    }
}

impl From<VerifyError> for Failure {
    fn from(e: VerifyError) -> Self {
        match &e {
            VerifyError::Cancelled => Failure::interrupted(),
            VerifyError::Sstable(e) => e.clone().into(),
            VerifyError::Io { source, .. } => Failure { exit: exit_of(source), message: e.to_string() },
            _ => Failure::file(e.to_string()),
        }
    }
}

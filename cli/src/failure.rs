use std::io;

use cqlite::descriptor::DescriptorError;
use cqlite::dump::{DumpError, DumpErrorKind};
use cqlite::inspect::InspectError;
use cqlite::raw::SstableError;
use cqlite::verify::VerifyError;
use cqlite::{Error, ErrorKind, Remedy};

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

    /// A file of the user's, such as a list of keys, cannot be read, or is not there.
    pub fn input(name: &str, e: &io::Error) -> Self {
        let exit = if e.kind() == io::ErrorKind::NotFound { Exit::File } else { Exit::Input };
        Failure { exit, message: format!("{name}: {e}") }
    }

    /// The output cannot be written; `name` is what was to be written.
    pub fn output(name: &str, e: &io::Error) -> Self {
        match e.kind() {
            io::ErrorKind::BrokenPipe => Failure { exit: Exit::ClosedPipe, message: String::new() },
            _ => Failure { exit: Exit::Output, message: format!("{name}: {e}") },
        }
    }
}

impl Failure {
    /// A dump that has failed; `name` is what it was written to.
    pub fn dump(name: &str, e: DumpError) -> Self {
        match e.kind() {
            DumpErrorKind::Write(source) => Failure::output(name, source),
            _ => e.into(),
        }
    }
}

impl From<Error> for Failure {
    fn from(e: Error) -> Self {
        let exit = match e.kind() {
            ErrorKind::InvalidInput | ErrorKind::Unwritable => Exit::Value,
            ErrorKind::Io => Exit::Input,
            ErrorKind::Cancelled => return Failure::interrupted(),
            _ => Exit::File,
        };
        let remedies = e.remedies().iter().map(|remedy| format!("; {}", remedy_in_words(*remedy)));
        Failure { exit, message: format!("{e}{}", remedies.collect::<String>()) }
    }
}

/// How a user gets what can be done about an error.
pub fn remedy_in_words(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::HeaderOf => "--header-of takes that of a copy, such as a snapshot's",
        Remedy::Partitioner => "--partitioner names the partitioner",
        Remedy::Unproven => "cqlite salvage --unproven keeps what decodes, proven or not",
        Remedy::Version => "--to names one",
        Remedy::ColumnIndexSize => "--column-index-size gives another one",
        Remedy::Salvage => "cqlite salvage takes out what is intact",
        Remedy::Rebuild => "cqlite rebuild -o DIR makes index and filter anew from the data",
        _ => "see cqlite --help",
    }
}

macro_rules! from {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(e: $error) -> Self {
                Error::from(e).into()
            }
        }
    )*};
}

from!(DescriptorError, DumpError, SstableError, VerifyError);

impl From<InspectError> for Failure {
    fn from(e: InspectError) -> Self {
        match e {
            InspectError::Output(e) => Failure::output("the output", &e),
            other => Error::from(other).into(),
        }
    }
}

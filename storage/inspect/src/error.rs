use std::fmt;
use std::io;

use cqlite_sstable::SstableError;

use crate::fields::Halt;

/// Why a component could not be shown to its end.
#[derive(Debug)]
#[non_exhaustive]
pub enum InspectError {
    /// It is damaged, missing, or cannot be read. What comes before the damage has been shown.
    Sstable(SstableError),
    /// What takes the fields has failed.
    Output(io::Error),
}

impl fmt::Display for InspectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InspectError::Sstable(e) => e.fmt(f),
            InspectError::Output(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for InspectError {}

impl From<SstableError> for InspectError {
    fn from(e: SstableError) -> Self {
        InspectError::Sstable(e)
    }
}

impl From<io::Error> for InspectError {
    fn from(e: io::Error) -> Self {
        InspectError::Output(e)
    }
}

/// Why a walk has ended before the component does.
pub(crate) enum Ended {
    Damaged(SstableError),
    Halted(Halt),
}

impl<E: Into<SstableError>> From<E> for Ended {
    fn from(e: E) -> Self {
        Ended::Damaged(e.into())
    }
}

impl From<Halt> for Ended {
    fn from(halt: Halt) -> Self {
        Ended::Halted(halt)
    }
}

/// The result of walking over a part of a component.
pub(crate) type Walked<T = ()> = Result<T, Ended>;

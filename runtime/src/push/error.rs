//! What may go wrong when values are pushed.

use std::fmt;

use crate::error::{ReadError, WriteError};

/// The result of pushing.
pub type PushResult<T> = Result<T, PushError>;

/// Why a value cannot be pushed. A pointer, so that what goes well costs no more than that.
#[derive(Debug)]
pub struct PushError(Box<PushErrorKind>);

/// The kinds of errors.
#[derive(Debug)]
#[non_exhaustive]
pub enum PushErrorKind {
    /// The value, or its place.
    Value(WriteError),
    /// The output does not take the bytes.
    Output(std::io::Error),
    /// The bytes that values are read from, to be pushed.
    Read(ReadError),
    /// An earlier push failed, and what it left cannot be gone on from.
    Failed,
}

impl PushError {
    /// An earlier push failed.
    #[cold]
    #[inline(never)]
    pub fn failed() -> Self {
        PushError(Box::new(PushErrorKind::Failed))
    }

    /// The output's error, if it is one.
    ///
    /// # Errors
    /// This one, if it is of something else.
    pub fn into_output(self) -> Result<std::io::Error, Self> {
        match *self.0 {
            PushErrorKind::Output(e) => Ok(e),
            other => Err(PushError(Box::new(other))),
        }
    }

    /// What is wrong.
    pub fn kind(&self) -> &PushErrorKind {
        &self.0
    }
}

impl From<WriteError> for PushError {
    #[cold]
    #[inline(never)]
    fn from(e: WriteError) -> Self {
        PushError(Box::new(PushErrorKind::Value(e)))
    }
}

impl From<ReadError> for PushError {
    #[cold]
    #[inline(never)]
    fn from(e: ReadError) -> Self {
        PushError(Box::new(PushErrorKind::Read(e)))
    }
}

impl From<std::io::Error> for PushError {
    #[cold]
    #[inline(never)]
    fn from(e: std::io::Error) -> Self {
        PushError(Box::new(PushErrorKind::Output(e)))
    }
}

impl fmt::Display for PushError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            PushErrorKind::Value(e) => e.fmt(f),
            PushErrorKind::Output(e) => e.fmt(f),
            PushErrorKind::Read(e) => e.fmt(f),
            PushErrorKind::Failed => write!(f, "an earlier push failed"),
        }
    }
}

impl std::error::Error for PushError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            PushErrorKind::Value(e) => Some(e),
            PushErrorKind::Output(e) => Some(e),
            PushErrorKind::Read(e) => Some(e),
            PushErrorKind::Failed => None,
        }
    }
}

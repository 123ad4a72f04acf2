//! Why a type name was refused.

use std::fmt;

/// A type name that does not parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarshalError {
    /// Where, in bytes from the start of the string.
    pub position: usize,
    /// What is wrong there.
    pub what: &'static str,
}

impl fmt::Display for MarshalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "type name: {} at byte {}", self.what, self.position)
    }
}

impl std::error::Error for MarshalError {}

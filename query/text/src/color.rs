//! The colours of cqlsh (`displaying.py`).

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Color {
    /// Of texts.
    Text,
    /// Of nulls and errors.
    Error,
    /// Of blobs, and of characters that are shown by their numbers.
    Blob,
    /// Of all other values.
    Scalar,
    /// Of what stands around and between values.
    Collection,
    /// Of names of columns.
    Name,
}

/// Ends a colour.
pub(crate) const RESET: &str = "\x1b[0m";

impl Color {
    /// What begins it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Text => "\x1b[0;1;33m",
            Self::Error => "\x1b[0;1;31m",
            Self::Blob => "\x1b[0;35m",
            Self::Scalar => "\x1b[0;1;32m",
            Self::Collection => "\x1b[0;1;34m",
            Self::Name => "\x1b[0;1;35m",
        }
    }
}

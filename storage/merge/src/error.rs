use std::fmt;

use cqlite_types::ValueError;

/// Why sources cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MergeError<E> {
    /// What is wrong with a source.
    Source(E),
    /// Partitions of a source are not in the order of their keys.
    KeyOrder {
        /// Which of the sources, from 0.
        source: usize,
        /// The key that is out of order.
        key: Vec<u8>,
    },
    /// A path or a counter that is no value of its type.
    Value {
        /// The partition's key.
        key: Vec<u8>,
        /// What is wrong with it.
        error: ValueError,
    },
}

impl<E: fmt::Display> fmt::Display for MergeError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use cqlite_types::hex::text;
        match self {
            MergeError::Source(e) => e.fmt(f),
            MergeError::KeyOrder { key, .. } => write!(f, "partition {} is out of order", text(key)),
            MergeError::Value { key, error } => write!(f, "partition {} cannot be merged: {error}", text(key)),
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for MergeError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            MergeError::Source(e) => Some(e),
            MergeError::KeyOrder { .. } => None,
            MergeError::Value { error, .. } => Some(error),
        }
    }
}

use std::io;

/// Why bytes could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IoError {
    /// The store failed.
    #[error("cannot read at offset {offset}: {source}")]
    Read {
        /// Position of the failed request, in bytes from the start of the component.
        offset: u64,
        /// What the store reported.
        source: io::Error,
    },
    /// The component ends before the wanted bytes do.
    #[error("{wanted} bytes wanted at offset {offset}, but the file ends at {len}")]
    UnexpectedEnd {
        /// Start of the wanted bytes.
        offset: u64,
        /// Their number.
        wanted: u64,
        /// Length of the component in bytes.
        len: u64,
    },
    /// The component is longer than its reader is willing to hold in memory.
    #[error("the file has {len} bytes, more than the {limit} that are read at once")]
    TooLong {
        /// Length of the component in bytes.
        len: u64,
        /// Most bytes that would have been read.
        limit: u64,
    },
}

use std::fmt;
use std::io;
use std::sync::Arc;

use cqlite_runtime::ReadError;
use cqlite_sstable::compress::ChunkError;
use cqlite_sstable::reader::ScanError;
use cqlite_sstable::SstableError;
use cqlite_types::ValueError;

/// Why an SSTable could not be dumped.
pub struct DumpError(Box<Inner>);

struct Inner {
    file: Option<Arc<str>>,
    kind: DumpErrorKind,
}

/// The kinds of failures.
#[derive(Debug)]
#[non_exhaustive]
pub enum DumpErrorKind {
    /// The SSTable is damaged, or cannot be read.
    Sstable(SstableError),
    /// The output could not be written.
    Write(io::Error),
    /// The caller asked to stop.
    Cancelled,
    /// A key that the user gave is none of the table's.
    Key {
        /// The key as given.
        text: String,
        /// What is wrong with it.
        source: ValueError,
    },
    /// A value without the text that the dump has of it; sstabledump ends with an exception here.
    Value {
        /// Position of the partition in the uncompressed data.
        partition: u64,
        /// The column, or what else it is.
        what: String,
        /// What is wrong with it.
        source: ValueError,
    },
    /// A number that Cassandra does not accept, or cannot print; sstabledump ends with an exception here.
    Number {
        /// Position of the partition in the uncompressed data.
        partition: u64,
        /// What the number is.
        what: &'static str,
        /// The number.
        found: i64,
    },
    /// Partitions or cells that do not stand in their order, or stand there twice. Cassandra ends with an exception, or sorts them and
    /// makes one of two.
    Order {
        /// Position of the partition in the uncompressed data.
        partition: u64,
        /// What is not in order.
        what: String,
    },
    /// A header that cannot be dumped; what it says.
    Header(String),
}

impl DumpError {
    #[cold]
    pub(crate) fn new(kind: DumpErrorKind) -> Self {
        DumpError(Box::new(Inner { file: None, kind }))
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &DumpErrorKind {
        &self.0.kind
    }

    /// Whether the data is at fault: what comes before it can be dumped.
    pub(crate) fn is_of_data(&self) -> bool {
        use DumpErrorKind as K;
        matches!(self.0.kind, K::Sstable(_) | K::Value { .. } | K::Number { .. } | K::Order { .. })
    }

    /// What names the SSTable.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match &self.0.kind {
            DumpErrorKind::Sstable(e) => e.file(),
            _ => self.0.file.as_deref(),
        }
    }

    /// The same error, said to be of an SSTable.
    #[must_use]
    pub(crate) fn in_file(mut self, file: &str) -> Self {
        if let DumpErrorKind::Sstable(e) = self.0.kind {
            self.0.kind =
                DumpErrorKind::Sstable(e.in_component(&cqlite_sstable::descriptor::Component::Data).in_file(file));
        } else {
            self.0.file.get_or_insert_with(|| file.into());
        }
        self
    }
}

impl fmt::Display for DumpErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sstable(e) => e.fmt(f),
            Self::Write(e) => write!(f, "the dump cannot be written: {e}"),
            Self::Cancelled => write!(f, "stopped"),
            Self::Key { text, source } => write!(f, "{text:?} is not a valid key of the table: {source}"),
            Self::Value { partition, what, source } => {
                write!(f, "partition at {partition}, {what}: the value has no such text: {source}")
            }
            Self::Number { partition, what, found } => write!(f, "partition at {partition}: {what} cannot be {found}"),
            Self::Order { partition, what } => write!(f, "partition at {partition}: {what}"),
            Self::Header(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for DumpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.file {
            Some(file) => write!(f, "{file}-Data.db: {}", self.0.kind),
            None => self.0.kind.fmt(f),
        }
    }
}

impl fmt::Debug for DumpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for DumpError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            DumpErrorKind::Sstable(e) => Some(e),
            DumpErrorKind::Write(e) => Some(e),
            DumpErrorKind::Key { source, .. } | DumpErrorKind::Value { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl From<SstableError> for DumpError {
    #[cold]
    fn from(e: SstableError) -> Self {
        DumpError::new(DumpErrorKind::Sstable(e))
    }
}

impl From<ReadError> for DumpError {
    #[cold]
    fn from(e: ReadError) -> Self {
        SstableError::from(e).into()
    }
}

impl From<ChunkError> for DumpError {
    #[cold]
    fn from(e: ChunkError) -> Self {
        SstableError::from(e).into()
    }
}

impl From<io::Error> for DumpError {
    #[cold]
    fn from(e: io::Error) -> Self {
        DumpError::new(DumpErrorKind::Write(e))
    }
}

impl ScanError for DumpError {
    fn read_error(&self) -> Option<&ReadError> {
        match &self.0.kind {
            DumpErrorKind::Sstable(e) => e.read_error(),
            _ => None,
        }
    }
}

use std::fmt;
use std::io;
use std::sync::Arc;

use cqlite_runtime::{ReadError, ReadErrorKind};

use crate::compress::{ChunkError, ChunkMapError, CodecError, CrcTableError};
use crate::descriptor::{Component, DescriptorError};
use crate::io::IoError;
use cqlite_rows::RowError;
use cqlite_schema::partitioner::PartitionerError;

/// What went wrong with an SSTable: which one, which component, and what.
#[derive(Clone)]
pub struct SstableError(Box<Inner>);

#[derive(Clone)]
struct Inner {
    /// The component's path, or the SSTable's name.
    file: Option<Arc<str>>,
    component: Option<Component>,
    field: Option<Field>,
    kind: SstableErrorKind,
}

/// The field that is at fault where the kind does not know it.
#[derive(Clone)]
struct Field {
    path: Arc<str>,
    /// Where it is in the component, in bytes, if that is known.
    offset: Option<u64>,
}

/// The kinds of failures.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SstableErrorKind {
    /// The store failed.
    Io(Arc<io::Error>),
    /// The path names no SSTable that can be read.
    Descriptor(Arc<DescriptorError>),
    /// A component that reading needs is not there.
    Missing,
    /// A component that TOC.txt lists is not there.
    MissingListed,
    /// CompressionInfo.db is not there, and Statistics.db says that the data is compressed.
    MissingCompressed,
    /// A component is larger than what is read into memory, in bytes.
    TooLarge {
        /// Length of the component.
        len: u64,
        /// The most that is read.
        limit: u64,
    },
    /// The bytes are not what the specification says.
    Read(ReadError),
    /// A chunk of Data.db cannot be read.
    Chunk(Arc<ChunkError>),
    /// CompressionInfo.db does not describe Data.db.
    ChunkMap(Arc<ChunkMapError>),
    /// CRC.db does not describe Data.db.
    CrcTable(Arc<CrcTableError>),
    /// The compressor is unknown, or not as configured.
    Codec(Arc<CodecError>),
    /// The partitioner is unknown.
    Partitioner(Arc<PartitionerError>),
    /// The metadata has no serialization header.
    NoHeader,
    /// A number of the serialization header that Cassandra refuses.
    Refused(RowError),
    /// A value that is not of its column's type; what it says.
    Value(Arc<str>),
    /// Two components contradict each other; the sentence says how.
    Mismatch(Arc<str>),
    /// A value that rows do not know of, and that is lost where they are written.
    Unkept,
}

impl SstableError {
    /// An error of a kind, of no component yet.
    #[must_use]
    pub fn new(kind: SstableErrorKind) -> Self {
        SstableError(Box::new(Inner { file: None, component: None, field: None, kind }))
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &SstableErrorKind {
        &self.0.kind
    }

    /// The component's path, or what names the SSTable.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.0.file.as_deref()
    }

    /// The component it is in, if it is in one.
    #[must_use]
    pub fn component(&self) -> Option<&Component> {
        self.0.component.as_ref()
    }

    /// The same error, said to be in a component. One that is named already stays.
    #[must_use]
    pub fn in_component(mut self, component: &Component) -> Self {
        self.0.component.get_or_insert_with(|| component.clone());
        self
    }

    /// The same error, said to be in a file. One that is named already stays.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.0.file.get_or_insert_with(|| file.into());
        self
    }

    /// The same error, said to be in a field, `offset` bytes into its component. One that is named already stays.
    #[must_use]
    pub(super) fn in_field(mut self, path: &str, offset: Option<u64>) -> Self {
        self.0.field.get_or_insert_with(|| Field { path: path.into(), offset });
        self
    }

    /// The field that is at fault, by the specification's names, outermost first; empty if none is.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.0.kind {
            SstableErrorKind::Read(e) => e.path(),
            SstableErrorKind::Chunk(e) => e.path(),
            _ => self.0.field.as_ref().map_or(String::new(), |field| field.path.to_string()),
        }
    }

    /// Where it is, in bytes from the start of the component: of the uncompressed stream for fields of rows, of the file for chunks.
    #[must_use]
    pub fn offset(&self) -> Option<u64> {
        match &self.0.kind {
            SstableErrorKind::Read(e) => Some(e.offset()),
            SstableErrorKind::Chunk(e) => e.offset(),
            _ => self.0.field.as_ref().and_then(|field| field.offset),
        }
    }

    /// The error of reading, if it is one: with offset and field path.
    #[must_use]
    pub fn read_error(&self) -> Option<&ReadError> {
        match &self.0.kind {
            SstableErrorKind::Read(e) => Some(e),
            _ => None,
        }
    }

    /// Whether the store failed, rather than the data being damaged.
    #[must_use]
    pub fn is_io(&self) -> bool {
        match &self.0.kind {
            SstableErrorKind::Io(_) => true,
            SstableErrorKind::Chunk(e) => matches!(**e, ChunkError::Io { .. }),
            _ => false,
        }
    }
}

impl fmt::Display for SstableErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(e) => e.fmt(f),
            Self::Descriptor(e) => e.fmt(f),
            Self::Missing => write!(f, "the component is missing"),
            Self::MissingListed => write!(f, "TOC.txt lists the component, but it is missing"),
            Self::MissingCompressed => {
                write!(f, "Statistics.db says that the data is compressed, but the component is missing")
            }
            Self::TooLarge { len, limit } => {
                write!(f, "{len} bytes are more than the {limit} that are read into memory")
            }
            Self::Read(e) => e.fmt(f),
            Self::Chunk(e) => e.fmt(f),
            Self::ChunkMap(e) => e.fmt(f),
            Self::CrcTable(e) => e.fmt(f),
            Self::Codec(e) => e.fmt(f),
            Self::Partitioner(e) => e.fmt(f),
            Self::NoHeader => write!(f, "there is no serialization header"),
            Self::Refused(e) => e.fmt(f),
            Self::Unkept => f.write_str(
                "the value cannot be kept: only `rewrite` to the same version, which leaves rows as they are, keeps what this release knows from \
                 the specification alone",
            ),
            Self::Value(what) | Self::Mismatch(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(offset) = self.offset {
            write!(f, "at offset {offset}, ")?;
        }
        write!(f, "field {}: ", self.path)
    }
}

impl fmt::Display for SstableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0.file, &self.0.component) {
            (Some(file), Some(c)) if !file.ends_with(c.name()) => write!(f, "{file}-{}: ", c.name())?,
            (Some(file), _) => write!(f, "{file}: ")?,
            (None, Some(c)) => write!(f, "{}: ", c.name())?,
            (None, None) => {}
        }
        if let Some(field) = &self.0.field {
            field.fmt(f)?;
        }
        self.0.kind.fmt(f)
    }
}

impl fmt::Debug for SstableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for SstableError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            SstableErrorKind::Io(e) => Some(e),
            SstableErrorKind::Descriptor(e) => Some(e),
            SstableErrorKind::Read(e) => Some(e),
            SstableErrorKind::Chunk(e) => Some(e),
            SstableErrorKind::ChunkMap(e) => Some(e),
            SstableErrorKind::CrcTable(e) => Some(e),
            SstableErrorKind::Codec(e) => Some(e),
            SstableErrorKind::Partitioner(e) => Some(e),
            SstableErrorKind::Refused(e) => Some(e),
            _ => None,
        }
    }
}

macro_rules! from {
    ($($t:ty => |$e:ident| $kind:expr;)*) => {$(
        impl From<$t> for SstableError {
            #[cold]
            fn from($e: $t) -> Self {
                SstableError::new($kind)
            }
        }
    )*};
}

from! {
    ReadError => |e| SstableErrorKind::Read(e);
    ChunkError => |e| SstableErrorKind::Chunk(Arc::new(e));
    ChunkMapError => |e| SstableErrorKind::ChunkMap(Arc::new(e));
    CrcTableError => |e| SstableErrorKind::CrcTable(Arc::new(e));
    CodecError => |e| SstableErrorKind::Codec(Arc::new(e));
    PartitionerError => |e| SstableErrorKind::Partitioner(Arc::new(e));
    RowError => |e| SstableErrorKind::Refused(e);
    DescriptorError => |e| SstableErrorKind::Descriptor(Arc::new(e));
    io::Error => |e| SstableErrorKind::Io(Arc::new(e));
}

impl From<IoError> for SstableError {
    fn from(e: IoError) -> Self {
        SstableError::new(match e {
            IoError::TooLong { len, limit } => SstableErrorKind::TooLarge { len, limit },
            other => SstableErrorKind::Io(Arc::new(io::Error::other(other.to_string()))),
        })
    }
}

/// An error that a scan can look into: whether the bytes at hand ended too early.
pub trait ScanError: From<ReadError> + From<ChunkError> {
    /// The error of reading, if it is one.
    fn read_error(&self) -> Option<&ReadError>;

    /// Whether it says that the window, which ends at `end` of the data, has cut off a value.
    fn is_cut_off(&self, end: u64) -> bool {
        self.read_error().is_some_and(|e| match e.kind() {
            ReadErrorKind::UnexpectedEnd { available, .. } => e.offset().saturating_add(*available) == end,
            _ => false,
        })
    }
}

impl ScanError for SstableError {
    fn read_error(&self) -> Option<&ReadError> {
        SstableError::read_error(self)
    }
}

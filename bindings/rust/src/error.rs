mod kinds;
mod remedy;

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use cqlite_dump::{DumpError, DumpErrorKind};
use cqlite_inspect::InspectError;
use cqlite_merge::MergeError;
use cqlite_query::{QueryError, QueryErrorKind};
use cqlite_rows::StoreError;
use cqlite_schema::DefinitionError;
use cqlite_sstable::descriptor::{Component, DescriptorError};
use cqlite_sstable::writer::{Misfit, RebuildError, WriteError};
use cqlite_sstable::SstableError;
use cqlite_types::value::FromCqlError;
use cqlite_types::ValueError;
use cqlite_verify::{Finding, VerifyError};

use kinds::{io_of, kind_of_descriptor, kind_of_io, kind_of_sstable, location_of, remedies_of};
pub use remedy::Remedy;

/// What went wrong: of which kind it is, where it is, and in words.
///
/// ```
/// use cqlite::ErrorKind;
/// let e = cqlite::open("no/such/folder").unwrap_err();
/// assert_eq!(e.kind(), ErrorKind::NotFound);
/// assert!(e.to_string().starts_with("no/such/folder: "));
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    location: Location,
    remedies: Vec<Remedy>,
    cause: Box<dyn std::error::Error + Send + Sync>,
}

/// What a caller may do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file, table, column or SSTable is not there, or is no file.
    NotFound,
    /// A version, compressor, partitioner or type that cannot be read, or more than fits into memory.
    Unsupported,
    /// Something that the version to be written, or the one that was asked for, does not have: a type, a compressor, a time. What is read is intact.
    Unwritable,
    /// A file is damaged.
    Corrupt,
    /// What the caller asked for makes no sense: a key that is none of the table's, a Rust type that has not the column's values.
    InvalidInput,
    /// The store, or the output, failed.
    Io,
    /// The caller wants no more.
    Cancelled,
}

/// Where it is, as far as that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The file, or the path that the files of the SSTable have in common.
    pub file: Option<String>,
    /// The component.
    pub component: Option<Component>,
    /// Bytes from the start of the component; in rows, of the uncompressed data.
    pub offset: Option<u64>,
    /// The field, by the specification's names, outermost first.
    pub field: Option<String>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error(Box::new(Inner { kind, location: Location::default(), remedies: Vec::new(), cause: cause.into() }))
    }

    fn at(mut self, location: Location) -> Self {
        self.0.location = location;
        self
    }

    /// Nothing, unless a flag says that the work is cancelled.
    pub(crate) fn if_cancelled(flag: Option<&AtomicBool>) -> Result<(), Error> {
        match flag.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
            true => Err(Error::new(ErrorKind::Cancelled, "interrupted")),
            false => Ok(()),
        }
    }

    /// The same error, said to be of a file, unless one is named.
    pub(crate) fn in_file(mut self, file: &str) -> Self {
        if self.0.location.file.is_none() {
            self.0.location.file = Some(file.to_owned());
            self.0.cause = format!("{file}: {}", self.0.cause).into();
        }
        self
    }

    /// The same error, said to be of a part of the rows.
    pub(crate) fn within(mut self, place: &str) -> Self {
        self.0.cause = format!("{place}: {}", self.0.cause).into();
        self
    }

    /// The same error, with what follows from it.
    pub(crate) fn and(mut self, what: &str) -> Self {
        self.0.cause = format!("{}: {what}", self.0.cause).into();
        self
    }

    /// The same error, with what can be done about it.
    pub(crate) fn remedied_by(mut self, remedies: &[Remedy]) -> Self {
        self.0.remedies.extend_from_slice(remedies);
        self
    }

    /// What verification has found in an SSTable, as an error in the component's file.
    pub(crate) fn of_finding(finding: &Finding, label: &str) -> Self {
        let file = format!("{label}-{}", finding.component);
        let text = finding.to_string();
        let text = text.strip_prefix(finding.component.name()).unwrap_or(&text);
        let text = format!("{file}: {}", text.trim_start_matches([',', ':', ' ']));
        let location = Location {
            file: Some(file),
            component: Some(finding.component.clone()),
            offset: finding.place.map(cqlite_verify::Place::offset),
            field: Some(finding.path.clone()).filter(|path| !path.is_empty()),
        };
        Error::new(ErrorKind::Corrupt, text).at(location)
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.0.location
    }

    /// What can be done about it, as far as there is something.
    #[must_use]
    pub fn remedies(&self) -> &[Remedy] {
        &self.0.remedies
    }

    /// Which bytes of the statement it is about.
    #[must_use]
    pub fn span(&self) -> Option<std::ops::Range<usize>> {
        let span = self.0.cause.downcast_ref::<QueryError>()?.span()?;
        Some(span.start..span.end)
    }

    /// The failure of the store or of the output, if it is one.
    #[must_use]
    pub fn io(&self) -> Option<&io::Error> {
        io_of(&*self.0.cause)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.cause.fmt(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.0.kind, self.0.cause)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.cause.source()
    }
}

impl From<QueryError> for Error {
    fn from(e: QueryError) -> Self {
        let cause = match e.into_storage() {
            Ok(cause) => cause,
            Err(e) => {
                let kind = if e.kind() == QueryErrorKind::Storage { ErrorKind::Io } else { ErrorKind::InvalidInput };
                return Error::new(kind, e);
            }
        };
        let cause = match cause.downcast::<Error>() {
            Ok(own) => return *own,
            Err(cause) => cause,
        };
        let cause = match cause.downcast::<SstableError>() {
            Ok(e) => return (*e).into(),
            Err(cause) => cause,
        };
        match cause.downcast::<MergeError<SstableError>>() {
            Ok(e) => (*e).into(),
            Err(cause) if io_of(&*cause).is_some() => Error::new(ErrorKind::Io, cause),
            Err(cause) => Error::new(ErrorKind::Corrupt, cause),
        }
    }
}

impl From<SstableError> for Error {
    fn from(e: SstableError) -> Self {
        let (location, remedies) = (location_of(&e), remedies_of(&e));
        Error::new(kind_of_sstable(&e), e).at(location).remedied_by(remedies)
    }
}

impl<E> From<MergeError<E>> for Error
where
    E: std::error::Error + Send + Sync + 'static,
    Error: From<E>,
{
    fn from(e: MergeError<E>) -> Self {
        match e {
            MergeError::Source(e) => e.into(),
            other => Error::new(ErrorKind::Corrupt, other),
        }
    }
}

impl From<WriteError> for Error {
    fn from(e: WriteError) -> Self {
        if matches!(&e, WriteError::Io(e) if e.get_ref().is_some_and(|e| e.is::<Misfit>())) {
            return Error::new(ErrorKind::Corrupt, e).remedied_by(&[Remedy::ColumnIndexSize, Remedy::Rebuild]);
        }
        if matches!(e, WriteError::Version(_)) {
            return Error::new(ErrorKind::Unsupported, e).remedied_by(&[Remedy::Version]);
        }
        let kind = match &e {
            _ if io_of(&e).is_some() => ErrorKind::Io,
            WriteError::KeyOrder(_) | WriteError::RowOrder(_) | WriteError::Empty => ErrorKind::Corrupt,
            WriteError::Row(StoreError::DeletionTime { .. } | StoreError::Deletion { .. })
            | WriteError::Type { .. }
            | WriteError::NoCodec { .. }
            | WriteError::Uuids { .. } => ErrorKind::Unwritable,
            WriteError::Misspelt { .. } | WriteError::Header(_) | WriteError::Trie(_) => ErrorKind::Corrupt,
            _ => ErrorKind::Unsupported,
        };
        Error::new(kind, e)
    }
}

impl From<RebuildError> for Error {
    fn from(e: RebuildError) -> Self {
        match e {
            RebuildError::Read(e) => e.into(),
            // What is made anew stands beside data of that version.
            RebuildError::Write(e @ WriteError::Version(_)) => Error::new(ErrorKind::Unsupported, e),
            RebuildError::Write(e) => e.into(),
            RebuildError::NotAsWritten => Error::new(ErrorKind::Unsupported, e),
            other => Error::new(ErrorKind::Cancelled, other),
        }
    }
}

impl From<DescriptorError> for Error {
    fn from(e: DescriptorError) -> Self {
        let file = Some(e.path().display().to_string());
        Error::new(kind_of_descriptor(&e), e).at(Location { file, ..Location::default() })
    }
}

impl From<DumpError> for Error {
    fn from(e: DumpError) -> Self {
        let (kind, location) = match e.kind() {
            DumpErrorKind::Sstable(e) => (kind_of_sstable(e), location_of(e)),
            DumpErrorKind::Write(_) => (ErrorKind::Io, Location::default()),
            DumpErrorKind::Cancelled => (ErrorKind::Cancelled, Location::default()),
            DumpErrorKind::Key { .. } => (ErrorKind::InvalidInput, Location::default()),
            DumpErrorKind::Value { partition, .. }
            | DumpErrorKind::Number { partition, .. }
            | DumpErrorKind::Order { partition, .. } => {
                let offset = Some(*partition);
                (ErrorKind::Corrupt, Location { component: Some(Component::Data), offset, ..Location::default() })
            }
            _ => (ErrorKind::Corrupt, Location { component: Some(Component::Statistics), ..Location::default() }),
        };
        let remedies = if let DumpErrorKind::Sstable(e) = e.kind() { remedies_of(e) } else { &[] };
        let file = location.file.clone().or_else(|| e.file().map(str::to_owned));
        Error::new(kind, e).at(Location { file, ..location }).remedied_by(remedies)
    }
}

impl From<InspectError> for Error {
    fn from(e: InspectError) -> Self {
        match e {
            InspectError::Sstable(e) => e.into(),
            other => Error::new(ErrorKind::Io, other),
        }
    }
}

impl From<VerifyError> for Error {
    fn from(e: VerifyError) -> Self {
        match e {
            VerifyError::Sstable(e) => e.into(),
            VerifyError::Io { ref source, ref file } => {
                let (kind, file) = (kind_of_io(source), Some(file.clone()));
                Error::new(kind, e).at(Location { file, ..Location::default() })
            }
            other => Error::new(ErrorKind::Cancelled, other),
        }
    }
}

impl From<FromCqlError> for Error {
    fn from(e: FromCqlError) -> Self {
        let kind = if let FromCqlError::Value(_) = e { ErrorKind::Corrupt } else { ErrorKind::InvalidInput };
        Error::new(kind, e)
    }
}

impl From<DefinitionError> for Error {
    fn from(e: DefinitionError) -> Self {
        Error::new(ErrorKind::InvalidInput, e)
    }
}

impl From<ValueError> for Error {
    fn from(e: ValueError) -> Self {
        Error::new(ErrorKind::InvalidInput, e)
    }
}

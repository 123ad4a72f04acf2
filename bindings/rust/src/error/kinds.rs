//! Of which kind the errors of what is below are, and where they are.

use std::io;

use cqlite_sstable::compress::CodecError;
use cqlite_sstable::descriptor::{Component, DescriptorError};
use cqlite_sstable::io::NotAFile;
use cqlite_sstable::{SstableError, SstableErrorKind};

use super::{ErrorKind, Location, Remedy};

/// The failure of a store or an output that an error is, or that is its cause.
pub(super) fn io_of<'e>(mut cause: &'e (dyn std::error::Error + 'static)) -> Option<&'e io::Error> {
    loop {
        if let Some(e) = cause.downcast_ref() {
            return Some(e);
        }
        cause = cause.source()?;
    }
}

pub(super) fn kind_of_io(e: &io::Error) -> ErrorKind {
    match e.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::IsADirectory => ErrorKind::NotFound,
        _ if NotAFile::of(e).is_some() => ErrorKind::NotFound,
        _ => ErrorKind::Io,
    }
}

pub(super) fn kind_of_descriptor(e: &DescriptorError) -> ErrorKind {
    match e {
        DescriptorError::Io { source, .. } => kind_of_io(source),
        DescriptorError::UnsupportedVersion { .. } | DescriptorError::UnknownFormat { .. } => ErrorKind::Unsupported,
        _ => ErrorKind::NotFound,
    }
}

pub(super) fn kind_of_sstable(e: &SstableError) -> ErrorKind {
    match e.kind() {
        SstableErrorKind::Io(e) => kind_of_io(e),
        _ if e.is_io() => ErrorKind::Io,
        SstableErrorKind::Descriptor(e) => kind_of_descriptor(e),
        SstableErrorKind::Missing | SstableErrorKind::MissingListed | SstableErrorKind::MissingCompressed => {
            ErrorKind::NotFound
        }
        SstableErrorKind::TooLarge { .. } | SstableErrorKind::Partitioner(_) => ErrorKind::Unsupported,
        SstableErrorKind::Unkept => ErrorKind::Unwritable,
        SstableErrorKind::Codec(e) => match **e {
            CodecError::UnsupportedCodec { .. }
            | CodecError::NotBuilt { .. }
            | CodecError::UnsupportedOption { .. } => ErrorKind::Unsupported,
            _ => ErrorKind::Corrupt,
        },
        _ => ErrorKind::Corrupt,
    }
}

pub(super) fn location_of(e: &SstableError) -> Location {
    Location {
        file: e.file().map(str::to_owned),
        component: e.component().cloned(),
        offset: e.offset(),
        field: Some(e.path()).filter(|path| !path.is_empty()),
    }
}

/// What can be done about what is wrong with a component: those that lead to the data can be made anew of it.
pub(super) fn remedies_of(e: &SstableError) -> &'static [Remedy] {
    use Component::{Filter, Partitions, PrimaryIndex, Rows, Summary};
    match (kind_of_sstable(e), e.component()) {
        (ErrorKind::Corrupt | ErrorKind::NotFound, Some(Filter | Partitions | PrimaryIndex | Rows | Summary)) => {
            &[Remedy::Rebuild]
        }
        _ => &[],
    }
}

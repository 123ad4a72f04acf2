use std::fmt;
use std::fs::FileType;
use std::io;

/// What stands where a file should: reading a pipe waits for somebody to write, a device may never end.
///
/// Inside the [`io::Error`] of what could not be opened for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    /// A directory.
    Directory,
    /// Anything else that is in a file system.
    Special,
}

impl NotAFile {
    /// An error unless it is a file.
    pub(super) fn refuse(found: FileType) -> io::Result<()> {
        match (found.is_file(), found.is_dir()) {
            (true, _) => Ok(()),
            (_, true) => Err(io::Error::new(io::ErrorKind::IsADirectory, NotAFile::Directory)),
            _ => Err(io::Error::new(io::ErrorKind::InvalidInput, NotAFile::Special)),
        }
    }

    /// What the error says of it, if it is one of these.
    #[must_use]
    pub fn of(e: &io::Error) -> Option<Self> {
        e.get_ref()?.downcast_ref().copied()
    }
}

impl fmt::Display for NotAFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotAFile::Directory => "it is a directory, not a file",
            NotAFile::Special => "it is a pipe, socket or device, not a file",
        })
    }
}

impl std::error::Error for NotAFile {}

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::{NotAFile, ReadAt};
use crate::descriptor::Component;

/// How files are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccessMode {
    /// Mapped into memory where the build and the platform can (feature `mmap`), else [`AccessMode::Pread`].
    ///
    /// A mapped file that another process truncates while it is read ends this process with SIGBUS. Cassandra
    /// never changes a finished SSTable, it only deletes (which is harmless); for files on a network file
    /// system, or while something may still copy into them, choose [`AccessMode::Pread`].
    #[default]
    Mmap,
    /// `pread` into our own buffers: slower for point reads, and a truncated file is an ordinary error.
    Pread,
    /// [`AccessMode::Pread`] for Data.db, [`AccessMode::Mmap`] for the other components: for reading the data once, from front to
    /// back. What has been read of a mapped file counts as memory of this process, until the system wants it back.
    Stream,
}

impl AccessMode {
    /// How a component is read.
    pub(super) fn of(self, component: &Component) -> Self {
        match (self, component) {
            (AccessMode::Stream, Component::Data) => AccessMode::Pread,
            (AccessMode::Stream, _) => AccessMode::Mmap,
            (mode, _) => mode,
        }
    }
}

/// Opens the file at `path` for reading in the given mode.
///
/// # Errors
/// Those of the file system, and [`NotAFile`].
pub fn open_file(path: &Path, mode: AccessMode) -> io::Result<Arc<dyn ReadAt>> {
    let file = open_regular(path)?;
    #[cfg(feature = "mmap")]
    if mode == AccessMode::Mmap {
        return Ok(Arc::new(super::MmapSource::new(&file)?));
    }
    let _ = mode;
    Ok(Arc::new(FileSource::new(file)?))
}

/// Opens what is a file. To open a pipe would be to wait for whoever writes into it.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    NotAFile::refuse(std::fs::metadata(path)?.file_type())?;
    File::open(path)
}

/// A file read with `pread`; its length is taken once, when it is opened.
#[derive(Debug)]
pub struct FileSource {
    #[cfg(any(unix, windows))]
    file: File,
    #[cfg(not(any(unix, windows)))]
    file: std::sync::Mutex<File>,
    len: u64,
}

impl FileSource {
    /// Takes over an open file.
    ///
    /// # Errors
    /// When its length is unknown, or when it is a directory.
    pub fn new(file: File) -> io::Result<Self> {
        let meta = file.metadata()?;
        if meta.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        #[cfg(not(any(unix, windows)))]
        let file = std::sync::Mutex::new(file);
        Ok(FileSource { file, len: meta.len() })
    }
}

impl ReadAt for FileSource {
    fn len(&self) -> u64 {
        self.len
    }

    #[cfg(unix)]
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        // The system takes offsets up to 2⁶³-1 only.
        if offset >= self.len {
            return Ok(0);
        }
        std::os::unix::fs::FileExt::read_at(&self.file, buf, offset)
    }

    #[cfg(windows)]
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(&self.file, buf, offset)
    }

    #[cfg(not(any(unix, windows)))]
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        use std::io::{Read, Seek, SeekFrom};
        let mut file = self.file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let _ = file.seek(SeekFrom::Start(offset))?;
        file.read(buf)
    }
}

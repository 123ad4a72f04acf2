//! Whose temporary files are whose, and which of them nobody will come back for.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::descriptor::{temporary, Component, FileName};

/// A writer at work in a directory: a file that is locked for as long as it lives, with a token that all its temporary files have in their names.
///
/// The system takes the lock away however a writer ends, so that a file that can be locked is one of a writer that was killed: its files are
/// stale. Where files cannot be locked none is ever taken for stale; the token keeps them out of everybody's way.
#[derive(Debug)]
pub(super) struct Claim {
    path: PathBuf,
    token: String,
    _file: File,
}

/// What the names of these files begin with.
const NAME: &str = "cqlite-writer-";
/// How often another one may have taken a new one for stale.
const TRIES: u32 = 100;

impl Claim {
    pub(super) fn new(directory: &Path) -> io::Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        for _ in 0..TRIES {
            let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let token = format!("{:x}_{number:x}_{time:x}", std::process::id());
            let path = temporary(&directory.join(format!("{NAME}{token}")));
            let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", path.display()));
            let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => continue,
                other => other.map_err(named)?,
            };
            // Until it was locked another one could take it for stale, and remove it.
            let is_free = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
            if is_free && path.symlink_metadata().is_ok() {
                return Ok(Claim { path, token, _file: file });
            }
        }
        let what = format!("{}: others take the writer's lock again and again", directory.display());
        Err(io::Error::new(io::ErrorKind::WouldBlock, what))
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// The temporary name of a file that a writer with a token has.
pub(super) fn of_writer(path: &Path, token: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(token);
    temporary(&PathBuf::from(name))
}

/// Removes what writers have left in a directory that were killed; how many files that were.
pub(super) fn remove_stale(directory: &Path) -> io::Result<usize> {
    let list = || -> io::Result<Vec<String>> {
        directory.read_dir()?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    };
    let suffix = temporary(Path::new("")).to_string_lossy().into_owned();
    let mut removed = 0;
    for claim in list()?.iter().filter(|name| name.starts_with(NAME)) {
        let Some(token) = claim.strip_prefix(NAME).and_then(|rest| rest.strip_suffix(&*suffix)) else { continue };
        let path = directory.join(claim);
        let Some(_lock) = lock(&path) else { continue };
        let of_token = format!(".{token}{suffix}");
        // Its writer may have made more of them before it was killed.
        for name in &list()? {
            let Some(of) = name.strip_suffix(&*of_token) else { continue };
            removed += remove(&directory.join(name), &directory.join(of))?;
        }
        removed += remove_file(&path)?;
    }
    Ok(removed)
}

/// The lock of a writer that is no more.
fn lock(path: &Path) -> Option<File> {
    // To open a pipe would be to wait for whoever reads it.
    path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    let file = OpenOptions::new().write(true).open(path).ok()?;
    file.try_lock().is_ok().then_some(file)
}

/// Removes a temporary file, and before it the component of which it is another name, if there is no Data.db: the writer was killed while it named
/// its files.
fn remove(temporary: &Path, component: &Path) -> io::Result<usize> {
    let mut removed = 0;
    let data = match FileName::parse(component) {
        Ok(FileName::Component(name, _)) => component.with_file_name(format!("{}-{}", name.prefix, Component::Data)),
        _ => return Ok(0),
    };
    if is_same(temporary, component) && data.symlink_metadata().is_err() {
        removed += remove_file(component)?;
    }
    Ok(removed + remove_file(temporary)?)
}

fn remove_file(path: &Path) -> io::Result<usize> {
    match fs::remove_file(path) {
        Ok(()) => Ok(1),
        // Another one has done it.
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(e) => Err(io::Error::new(e.kind(), format!("{}: {e}", path.display()))),
    }
}

/// Whether two names are of one file. Where that is not known they are not.
#[cfg(unix)]
fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| path.symlink_metadata().map(|meta| (meta.dev(), meta.ino()));
    matches!((id(a), id(b)), (Ok(a), Ok(b)) if a == b)
}

#[cfg(not(unix))]
fn is_same(_: &Path, _: &Path) -> bool {
    false
}

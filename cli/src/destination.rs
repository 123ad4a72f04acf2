//! The folder that new SSTables go to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use cqlite::write::OutputFolder;

use crate::failure::Failure;
use crate::session::Session;
use crate::words::number;

/// A folder, made if it was not there, without what killed writers have left in it.
pub struct Destination {
    /// What is written to; dropped before the folders that were made for it.
    pub folder: OutputFolder,
    _made: MadeFolders,
}

impl Destination {
    /// If nothing is to be written the folder is looked at, and neither made nor changed.
    pub fn open(path: &Path, is_dry: bool, session: &Session<'_>) -> Result<Self, Failure> {
        let failed = |e: io::Error| Failure::output(&path.display().to_string(), &e);
        if is_dry {
            let folder = OutputFolder::dry(path).map_err(failed)?;
            return Ok(Destination { folder, _made: MadeFolders(Vec::new()) });
        }
        let made = MadeFolders::make(path).map_err(failed)?;
        let folder = OutputFolder::list(path).map_err(failed)?;
        remove_stale(&folder, session)?;
        Ok(Destination { folder, _made: made })
    }
}

/// Removes what killed writers have left in a folder, and says so.
pub fn remove_stale(folder: &OutputFolder, session: &Session<'_>) -> Result<(), Failure> {
    let path = folder.path().display().to_string();
    let removed = folder.remove_stale().map_err(|e| Failure::output(&path, &e))?;
    if removed > 0 {
        session.note(&format!("{path}: removed {} of a writer that was killed", number(removed, "temporary file")));
    }
    Ok(())
}

/// Folders that were made. Where nothing was written to them they are removed again.
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    fn make(path: &Path) -> io::Result<Self> {
        let missing = path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let made = MadeFolders(missing.map(Path::to_owned).collect());
        fs::create_dir_all(path)?;
        Ok(made)
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        // The innermost first; one that is not empty is not removed, nor what it is in.
        for folder in &self.0 {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

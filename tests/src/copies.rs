//! An SSTable under several names, for what merges SSTables.

use std::error::Error;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder with so many links to an SSTable, given by its Data.db.
///
/// # Errors
/// The path is not that of one, or cannot be read.
pub fn copies(path: &Path, count: usize) -> Result<TempDir, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name")?;
    let (version, rest) = name.split_once('-').ok_or("a version")?;
    let (id, format) = rest.split_once('-').ok_or("an id")?;
    let format = format.strip_suffix("Data.db").ok_or("a Data.db")?;
    let own = format!("{version}-{id}-{format}");
    for file in path.parent().ok_or("a folder")?.read_dir()? {
        let file: PathBuf = file?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(component) = name.strip_prefix(&own) {
            for copy in 1..=count {
                let to = folder.path().join(format!("{version}-{copy}-{format}{component}"));
                // Links cannot lead to another file system.
                std::fs::hard_link(&file, &to).or_else(|_| std::fs::copy(&file, &to).map(drop))?;
            }
        }
    }
    Ok(folder)
}

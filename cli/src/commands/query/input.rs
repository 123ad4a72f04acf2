//! Texts of statements.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::text_file;

/// The text of a file; `-` is standard input.
pub fn file(path: &Path) -> Result<String, Failure> {
    let name = name(path);
    let text = match path.as_os_str() == "-" {
        true => text_file::read(&mut io::stdin().lock(), &name)?,
        false => text_file::open(path)?,
    };
    // As editors of Windows begin a file.
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

/// Checks that files are there: one that is missing is no failure of the disk.
pub fn check(files: &[PathBuf]) -> Result<(), Failure> {
    let check = |path: &PathBuf| fs::metadata(path).map_err(|e| Failure::input(&name(path), &e)).map(drop);
    files.iter().try_for_each(check)
}

/// What names a file in messages.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

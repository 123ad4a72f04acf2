//! Texts of statements.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The text of a file; `-` is standard input.
pub fn file(path: &Path) -> Result<String, Failure> {
    let name = name(path);
    let bytes = match path.as_os_str() == "-" {
        true => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        false => fs::read(path),
    };
    let bytes = bytes.map_err(|e| Failure::input(&name, &e))?;
    let text = String::from_utf8(bytes)
        .map_err(|e| Failure::value(format!("{name}: byte {} is no UTF-8", e.utf8_error().valid_up_to())))?;
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

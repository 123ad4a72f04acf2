//! Specifications as they lie in folders.

use std::io;
use std::path::Path;

/// The `.ksy` files below a folder: paths relative to it, with `/`, and texts; in the order of the paths.
///
/// # Errors
/// Those of reading.
pub fn read(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    find(folder, folder, &mut out)?;
    out.sort();
    Ok(out)
}

fn find(root: &Path, at: &Path, out: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in std::fs::read_dir(at)? {
        let path = entry?.path();
        if path.is_dir() {
            find(root, &path, out)?;
        } else if path.extension().is_some_and(|e| e == "ksy") {
            let name = path.strip_prefix(root).map_err(io::Error::other)?;
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            out.push((parts.join("/"), std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

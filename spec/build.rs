//! Lists the files of the specification: a new one is known without being named anywhere.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // Files that come and go change the folders, which Cargo looks at with all that is in them.
    println!("cargo:rerun-if-changed=.");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    find(&root, &mut files)?;
    files.sort();
    let mut text = format!(
        "/// Every file: its path relative to `spec/`, and its text.\npub const FILES: [(&str, &str); {}] = [\n",
        files.len()
    );
    for file in &files {
        let name = file.strip_prefix(&root).map_err(io::Error::other)?;
        let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        let name = name.join("/");
        // The folder is that of whoever compiles, not of whoever ran this: target folders are copied.
        let _ = writeln!(text, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {name:?}))),");
    }
    text.push_str("];\n");
    fs::write(Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("files.rs"), text)
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "ksy") {
            files.push(path);
        }
    }
    Ok(())
}

use std::path::PathBuf;

use reedline::{FileBackedHistory, History};

/// Statements that are remembered.
const LENGTH: usize = 10_000;

/// What was typed before; none where it cannot be kept.
pub fn open() -> Option<Box<dyn History>> {
    let folder = folder()?.join("cqlite");
    std::fs::create_dir_all(&folder).ok()?;
    let history = FileBackedHistory::with_file(LENGTH, folder.join("history")).ok()?;
    Some(Box::new(history))
}

/// Where programs of a user keep their state, by the rules of XDG.
fn folder() -> Option<PathBuf> {
    let var = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let stated = var("XDG_STATE_HOME").filter(|path| path.is_absolute());
    stated.or_else(|| var("HOME").map(|home| home.join(".local/state"))).or_else(|| var("LOCALAPPDATA"))
}

//! Dumps in memory.

use std::sync::atomic::AtomicBool;

use cqlite_dump::{Dump, DumpOptions};
use cqlite_sstable::Sstable;

/// The text of a dump, or why there is none.
///
/// # Errors
/// What the dump says.
pub fn dump(sstable: &Sstable, options: DumpOptions) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let dump = Dump::new(sstable, options).map_err(|e| e.to_string())?;
    dump.write(&mut out, |_, _| {}, &AtomicBool::new(false)).map_err(|e| e.to_string())?;
    Ok(out)
}

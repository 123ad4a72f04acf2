//! Texts that are read whole: statements, keys.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// The longest that is read, in bytes: a device or a wrong file is not to fill the memory.
const LONGEST: u64 = 256 * 1_048_576;

/// The text of a file.
pub fn open(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let mut file = File::open(path).map_err(|e| Failure::input(&name, &e))?;
    read(&mut file, &name)
}

/// The text that is read from somewhere. `name` names it in errors.
pub fn read(from: &mut impl Read, name: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = from.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|e| Failure::input(name, &e))?;
    if read as u64 > LONGEST {
        return Err(Failure::value(format!("{name}: longer than {} MiB, which no such text is", LONGEST / 1_048_576)));
    }
    String::from_utf8(bytes)
        .map_err(|e| Failure::value(format!("{name}: byte {} is no UTF-8", e.utf8_error().valid_up_to())))
}

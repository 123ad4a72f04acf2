use std::path::Path;

use cqlite_format::compression_info::SstableCompressionInfo;
use cqlite_sstable::component::Components;
use cqlite_sstable::compress::Dictionary;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::io::{AccessMode, DirectorySource};

use super::WriteError;
use crate::{clock, Error, ErrorKind};

/// Longest file that is read for a dictionary, in bytes.
const LONGEST: u64 = 16 << 20;

/// The dictionary in a file: one that zstd has made, or that of an SSTable, of which a component is named.
///
/// # Errors
/// The file cannot be read, or is no dictionary, or the SSTable has none.
pub fn read_dictionary(path: impl AsRef<Path>) -> Result<Dictionary, Error> {
    let path = path.as_ref();
    let named = |e: Error| e.in_file(&path.display().to_string());
    if let Ok((descriptor, _)) = Descriptor::of_component(path) {
        let (label, version) = (descriptor.to_string(), descriptor.version().features());
        let source = DirectorySource::new(descriptor, AccessMode::Stream);
        let components = Components::new(&label, version, std::sync::Arc::new(source), crate::Limits::DEFAULT);
        let info = components.decode::<SstableCompressionInfo>(&Component::CompressionInfo)?;
        return info.as_ref().and_then(Dictionary::of).ok_or_else(|| {
            named(Error::new(ErrorKind::InvalidInput, "the SSTable is not compressed with a dictionary"))
        });
    }
    let read = || {
        let len = std::fs::metadata(path)?.len();
        if len > LONGEST {
            let what = format!("{len} bytes are more than a dictionary has: {LONGEST}");
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, what));
        }
        std::fs::read(path)
    };
    let data = read().map_err(|e| named(WriteError::Io(e).into()))?;
    Dictionary::new(data, clock::micros() / 1000).map_err(|e| named(WriteError::from(e).into()))
}

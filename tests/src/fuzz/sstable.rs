//! A whole SSTable in memory.

use std::sync::Arc;

use cqlite_runtime::Flow;
use cqlite_sstable::compress::ChecksumMode;
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::io::{AccessMode, MemorySource};
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

use cqlite_format::data::{PartitionRef, SstableDataVisitor};

use super::input::Input;

/// What the byte in front of a component says it is.
pub(super) const COMPONENTS: [Component; 11] = [
    Component::Data,
    Component::Statistics,
    Component::CompressionInfo,
    Component::PrimaryIndex,
    Component::Summary,
    Component::Filter,
    Component::Partitions,
    Component::Rows,
    Component::Crc,
    Component::Digest(DigestKind::Crc32),
    Component::Toc,
];

/// Version, whether checksums are compared, then components, each with a byte that says which and its length in front: opened,
/// scanned, split, and each key looked up.
pub fn read(data: &[u8]) {
    let mut input = Input::new(data);
    let (version, is_checked) = (input.version(), input.byte() & 1 == 1);
    let mut source = MemorySource::new();
    while !input.is_empty() {
        let component = &COMPONENTS[usize::from(input.byte()) % COMPONENTS.len()];
        source.insert(component.clone(), input.part());
    }
    let checksums = if is_checked { ChecksumMode::Always } else { ChecksumMode::Never };
    let options = OpenOptions { access: AccessMode::Pread, checksums };
    let Ok(sstable) = options.open_source("fuzzed", version, Arc::new(source)) else { return };
    let mut keys = Keys::default();
    let scanned = sstable.scan_all(&mut keys);
    look_around(&sstable, &keys.found);
    if let Err(e) = scanned {
        assert!(!e.to_string().is_empty());
    }
}

fn look_around(sstable: &Sstable, keys: &[Vec<u8>]) {
    let _ = sstable.splits(4);
    for key in keys.iter().map(Vec::as_slice).chain([&b""[..], b"\0\0\0\x01"]) {
        let _ = sstable.find(key);
    }
    let _ = sstable.for_each_index_entry(0, |_| Ok(true));
}

/// The first keys.
#[derive(Default)]
struct Keys {
    found: Vec<Vec<u8>>,
}

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        if self.found.len() < 8 {
            self.found.push(head.key.data.to_vec());
        }
        Ok(Flow::Continue)
    }
}

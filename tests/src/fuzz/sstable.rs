//! A whole SSTable in memory.

use std::sync::Arc;

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{PartitionRef, RowRef, SstableDataVisitor};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::Flow;
use cqlite_sstable::compress::ChecksumMode;
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::io::{AccessMode, ComponentSource, MemorySource};
use cqlite_sstable::reader::{Bound, Slice};
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

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

/// An SSTable in memory.
pub(super) struct Parts {
    pub(super) version: SstableVersion,
    /// Bit 0: whether checksums are compared.
    pub(super) option: u8,
    pub(super) source: Arc<dyn ComponentSource>,
}

/// Version, a byte of options, then components, each with a byte that says which and its length in front.
pub(super) fn parts(data: &[u8]) -> Parts {
    let mut input = Input::new(data);
    let (version, option) = (input.version(), input.byte());
    let mut source = MemorySource::new();
    while !input.is_empty() {
        let component = &COMPONENTS[usize::from(input.byte()) % COMPONENTS.len()];
        source.insert(component.clone(), input.part());
    }
    Parts { version, option, source: Arc::new(source) }
}

pub(super) fn open(parts: &Parts) -> Result<Sstable, SstableError> {
    let checksums = if parts.option & 1 == 1 { ChecksumMode::Always } else { ChecksumMode::Never };
    let options = OpenOptions { access: AccessMode::Pread, checksums, ..OpenOptions::default() };
    options.open_source("fuzzed", parts.version, Arc::clone(&parts.source))
}

/// Shows every row to a visitor that wants none.
pub(super) fn scan(sstable: &Sstable) -> Result<(), SstableError> {
    sstable.scan_all(&mut Keys::new(sstable))
}

/// Opened, scanned, split, and each key looked up and its partition sliced.
pub fn read(data: &[u8]) {
    let Ok(sstable) = open(&parts(data)) else { return };
    let mut keys = Keys::new(&sstable);
    let scanned = sstable.scan_all(&mut keys);
    look_around(&sstable, &keys);
    if let Err(e) = scanned {
        assert!(!e.to_string().is_empty());
    }
}

fn look_around(sstable: &Sstable, keys: &Keys<'_>) {
    let _ = sstable.splits(4);
    let _ = sstable.for_each_index_entry(0, |_| Ok(true));
    for key in keys.found.iter().map(Vec::as_slice).chain([&b""[..], b"\0\0\0\x01"]) {
        look_into(sstable, key, keys);
    }
}

/// Slices a partition: all of it, and between the first values that the SSTable has.
fn look_into(sstable: &Sstable, key: &[u8], keys: &Keys<'_>) {
    let bound = |is_inclusive| keys.values.clone().map(|value| Bound { values: vec![Some(value)], is_inclusive });
    let slices = [
        Slice::default(),
        Slice { start: bound(true), end: None },
        Slice { start: None, end: bound(false) },
        Slice { start: bound(true), end: bound(true) },
    ];
    for slice in slices {
        let Ok(Some(mut partition)) = sstable.partition(key, slice) else { continue };
        while let Ok(true) = partition.next_partition() {
            while let Ok(Some(_)) = partition.next_unfiltered() {}
        }
    }
}

/// What is there to look up.
struct Keys<'s> {
    types: &'s [CqlType],
    /// The first keys.
    found: Vec<Vec<u8>>,
    /// The value of the first clustering column somewhere.
    values: Option<Vec<u8>>,
}

impl<'s> Keys<'s> {
    fn new(sstable: &'s Sstable) -> Self {
        Keys { types: &sstable.header().clustering_types, found: Vec::new(), values: None }
    }
}

impl<'a> SstableDataVisitor<'a> for Keys<'_> {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        if self.found.len() < 8 {
            self.found.push(head.key.data.to_vec());
        }
        Ok(Flow::Continue)
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, SstableError> {
        if let (None, Some(span)) = (&self.values, &head.clustering) {
            let prefix = ClusteringPrefix::read(PrefixKind::Clustering, span, self.types)?;
            self.values = prefix.values.first().copied().flatten().map(<[u8]>::to_vec);
        }
        Ok(Flow::Continue)
    }
}

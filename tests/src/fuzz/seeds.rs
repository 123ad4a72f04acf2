//! Inputs to start from: the corpus in the form that the targets take.

use std::fs;
use std::path::Path;

use cqlite_format::chunks::StoredChunkRef;
use cqlite_format::statistics::SstableStatisticsParams;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::compress::{ChunkIndex, CodecKind};
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::{OpenOptions, Sstable};

use super::input::Builder;
use super::sstable::COMPONENTS;
use crate::corpus::{self, Sample};

/// Longer seeds are left out: fuzzing tries many inputs, not large ones.
const LONGEST: usize = 24 << 10;

/// An input of a target.
#[derive(Debug)]
pub struct Seed {
    /// The target.
    pub target: &'static str,
    /// The input.
    pub bytes: Vec<u8>,
}

/// Seeds of all targets.
///
/// # Panics
/// If the corpus cannot be read.
#[must_use]
pub fn seeds() -> Vec<Seed> {
    let mut out = Vec::new();
    for sample in corpus::samples() {
        of_components(&sample, &mut out);
        if let Ok(sstable) = open(&sample) {
            of_data(&sample, &sstable, &mut out);
            of_types(&sstable, &mut out);
        }
        of_whole(&sample, &mut out);
    }
    out.extend(
        cqlite_spec::FILES.iter().map(|(_, text)| Seed { target: "specification", bytes: text.as_bytes().to_vec() }),
    );
    for shift in 0..64 {
        let (bytes, len) = cqlite_runtime::vint::encode(1 << shift);
        out.push(Seed { target: "vint", bytes: bytes[..len].to_vec() });
    }
    out.retain(|seed| seed.bytes.len() <= LONGEST);
    out.sort_by(|a, b| (a.target, a.bytes.len(), &a.bytes).cmp(&(b.target, b.bytes.len(), &b.bytes)));
    out.dedup_by(|a, b| a.target == b.target && a.bytes == b.bytes);
    out
}

fn open(sample: &Sample) -> Result<Sstable, cqlite_sstable::SstableError> {
    let path = sample.components.get(&Component::Data).or_else(|| sample.components.values().next());
    OpenOptions::default().open(path.map_or(&sample.prefix, |path| path))
}

/// Components that need nothing but a version.
fn of_components(sample: &Sample, out: &mut Vec<Seed>) {
    let with_version = [
        ("read_statistics", Component::Statistics),
        ("read_compression_info", Component::CompressionInfo),
        ("read_filter", Component::Filter),
        ("read_partitions", Component::Partitions),
        ("read_summary", Component::Summary),
        ("read_crc", Component::Crc),
        ("read_digest", Component::Digest(DigestKind::Crc32)),
        ("read_toc", Component::Toc),
    ];
    for (target, component) in with_version {
        let bytes = sample.bytes(&component).map(|bytes| Builder::of_version(sample.version).rest(&bytes));
        out.extend(bytes.map(|bytes| Seed { target, bytes }));
    }
    let rows =
        sample.bytes(&Component::Rows).map(|bytes| Builder::of_version(sample.version).byte(0).byte(0).rest(&bytes));
    out.extend(rows.map(|bytes| Seed { target: "read_rows", bytes }));
}

/// Data.db and Index.db, behind the header that they need.
fn of_data(sample: &Sample, sstable: &Sstable, out: &mut Vec<Seed>) {
    let of_version = || Builder::of_version(sample.version);
    let Some(header) = header_bytes(sstable) else { return };
    let mut data = Vec::new();
    let len = usize::try_from(sstable.data().len()).unwrap_or(usize::MAX);
    if len <= LONGEST && sstable.data().read_range_into(0, len, &mut data).is_ok() {
        let bytes = of_version().byte(0).part(&header).map(|b| b.rest(&data));
        out.extend(bytes.map(|bytes| Seed { target: "read_data", bytes }));
    }
    if let Some(index) = sample.bytes(&Component::PrimaryIndex) {
        let bytes = of_version().part(&header).map(|b| b.rest(&index));
        out.extend(bytes.map(|bytes| Seed { target: "read_index", bytes }));
    }
    let stored = sample.bytes(&Component::Data).filter(|bytes| bytes.len() <= LONGEST);
    if let (Some(info), Some(stored), Some(reader)) =
        (sample.bytes(&Component::CompressionInfo), stored, sstable.data().chunk_reader())
    {
        let first = of_version().rest(&[]).first().map_or(0x80, |byte| byte | 0x80);
        let bytes = Builder::default().byte(first).byte(0).part(&info).map(|b| b.rest(&stored));
        out.extend(bytes.map(|bytes| Seed { target: "read_data", bytes }));
        let kind = CodecKind::ALL.iter().position(|kind| *kind == reader.codec().kind()).unwrap_or(0);
        let range = reader.map().stored_range(ChunkIndex(0)).unwrap_or_default();
        let chunk = stored.get(range.start as usize..range.end as usize).unwrap_or_default();
        if let Ok(chunk) = StoredChunkRef::read(&mut Reader::new(chunk), &reader.map().chunk_params()) {
            out.push(Seed { target: "codec", bytes: Builder::default().byte(kind as u8).rest(chunk.body) });
        }
    }
}

/// The serialization header's bytes.
fn header_bytes(sstable: &Sstable) -> Option<Vec<u8>> {
    let mut bytes = Buffer::default();
    sstable.header().encode(&mut bytes, &SstableStatisticsParams::new(sstable.version())).ok()?;
    Some(bytes.into_bytes())
}

/// The names of the types in a header, and values of some of them.
fn of_types(sstable: &Sstable, out: &mut Vec<Seed>) {
    let header = sstable.header();
    let columns = header.static_columns.columns.iter().chain(&header.regular_columns.columns).map(|c| &c.column_type);
    for ty in header.clustering_types.iter().chain([&header.key_type]).chain(columns) {
        let name = ty.name.clone();
        out.push(Seed { target: "marshal_type", bytes: name.as_bytes().to_vec() });
        for value in [&b""[..], b"1", &[0, 0, 0, 1], &[0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 7, 0, 0, 0, 1, b'x']] {
            let bytes = Builder::default().part(name.as_bytes()).map(|b| b.rest(value));
            out.extend(bytes.map(|bytes| Seed { target: "value", bytes }));
        }
    }
}

/// All components in one input.
fn of_whole(sample: &Sample, out: &mut Vec<Seed>) {
    let mut input = Builder::of_version(sample.version).byte(0);
    for (i, component) in COMPONENTS.iter().enumerate() {
        let Some(bytes) = sample.bytes(component) else { continue };
        let Some(next) = input.byte(i as u8).part(&bytes) else { return };
        input = next;
    }
    let bytes = input.rest(&[]);
    out.extend(["dump", "sstable", "verify"].map(|target| Seed { target, bytes: bytes.clone() }));
}

/// What fuzzing has found so far: `tests/fuzz/TARGET/NAME`.
///
/// # Panics
/// If the files cannot be read.
#[must_use]
pub fn found() -> Vec<Seed> {
    let mut out = Vec::new();
    for target in super::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(target.name);
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("an entry of the folder").path();
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            out.push(Seed { target: target.name, bytes });
        }
    }
    out
}

//! One target a component: read it in every way there is, and compare the ways.

use std::fmt::Debug;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams};
use cqlite_format::bti_row_index::{BtiRowIndex, BtiRowIndexParams};
use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams, BtiTrieRef};
use cqlite_format::chunks::{SstableChunks, SstableChunksParams};
use cqlite_format::compression_info::{SstableCompressionInfo, SstableCompressionInfoParams};
use cqlite_format::crc::SstableCrc;
use cqlite_format::data::{Partition, SstableData, SstableDataParams};
use cqlite_format::digest::SstableDigest;
use cqlite_format::filter::SstableFilter;
use cqlite_format::index::{EntryRef, SstableIndex, SstableIndexParams};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams};
use cqlite_format::summary::SstableSummary;
use cqlite_format::toc::SstableToc;
use cqlite_format::version::SstableVersion;
use cqlite_format::{Component, Context};
use cqlite_runtime::sink::WriteResult;
use cqlite_runtime::{Buffer, ReadError, ReadErrorKind, Reader, Walk};

use super::input::Input;
use super::touch::{Touch, Visit};

type Result<T> = std::result::Result<T, ReadError>;

/// Nodes of a trie that are looked at, so that an input takes no time.
const MOST_NODES: usize = 64;

/// Decodes and walks; what one way accepts the other does, up to the same position.
fn agree<T>(
    bytes: &[u8],
    decode: impl Fn(&mut Reader<'_>) -> Result<T>,
    walk: impl Fn(&mut Reader<'_>, &mut dyn Walk) -> Result<()>,
) -> Option<T> {
    let (mut decoded, mut walked) = (Reader::new(bytes), Reader::new(bytes));
    let mut touch = Touch::new(bytes.len());
    let (value, tree) = (decode(&mut decoded), walk(&mut walked, &mut touch));
    match (&value, &tree) {
        (Ok(_), Ok(())) => {
            touch.end();
            assert_eq!(decoded.pos(), walked.pos(), "decoding and walking end at different places");
        }
        (Err(e), Err(_)) => assert!(!e.to_string().is_empty()),
        (Ok(_), Err(e)) => panic!("decoded, but not walked over: {e}"),
        // Walking shows what is there: whether it may be there is for decoding to say, and whether the values of it can be computed.
        (Err(e), Ok(())) => match e.kind() {
            ReadErrorKind::Invalid { .. } | ReadErrorKind::Checksum { .. } | ReadErrorKind::Overflow => {}
            _ => panic!("walked over, but not decoded: {e}"),
        },
    }
    value.ok()
}

/// Passes over values up to the end of what can be decoded.
fn pass(bytes: &[u8], one: impl Fn(&mut Reader<'_>) -> Result<()>) {
    let mut r = Reader::new(bytes);
    while !r.at_end() {
        let before = r.pos();
        one(&mut r).expect("what is decoded can be passed over");
        assert!(r.pos() > before, "a value takes bytes");
    }
}

/// Writes what was decoded and decodes it again: the same, though perhaps in fewer bytes.
fn round_trip<T: Debug>(
    value: Option<T>,
    decode: impl Fn(&mut Reader<'_>) -> Result<T>,
    encode: impl Fn(&T, &mut Buffer) -> WriteResult<()>,
) {
    let Some(value) = value else { return };
    let mut out = Buffer::default();
    if let Err(e) = encode(&value, &mut out) {
        panic!("decoded, but not encoded: {e}: {value:?}");
    }
    let again = decode(&mut Reader::new(out.as_bytes()));
    // As text, for numbers that are not equal to themselves.
    assert_eq!(again.map(|v| format!("{v:?}")), Ok(format!("{value:?}")), "encoded as {:02x?}", out.as_bytes());
}

/// A component that needs nothing but the version: version, component.
fn alone<C: Component + Debug>(data: &[u8]) {
    let mut input = Input::new(data);
    let cx = Context::new(input.version());
    let decode = |r: &mut Reader<'_>| C::decode(r, &cx);
    let found = agree(input.rest(), decode, |r, w| C::walk(r, &cx, w));
    round_trip(found, decode, |value, w| value.encode(w, &cx));
}

/// Statistics.db: version, component.
pub fn statistics(data: &[u8]) {
    alone::<SstableStatistics>(data);
}

/// CompressionInfo.db: version, component.
pub fn compression_info(data: &[u8]) {
    let mut input = Input::new(data);
    let v = input.version();
    let cx = SstableCompressionInfoParams::new(v);
    let decode = |r: &mut Reader<'_>| SstableCompressionInfo::decode(r, &cx);
    round_trip(info_of(v, input.rest()), decode, |value, w| value.encode(w, &cx));
}

fn info_of(v: SstableVersion, bytes: &[u8]) -> Option<SstableCompressionInfo> {
    let cx = SstableCompressionInfoParams::new(v);
    let decode = |r: &mut Reader<'_>| SstableCompressionInfo::decode(r, &cx);
    agree(bytes, decode, |r, w| SstableCompressionInfo::walk(r, &cx, w))
}

/// Summary.db: version, component.
pub fn summary(data: &[u8]) {
    alone::<SstableSummary>(data);
}

/// Filter.db: version, component.
pub fn filter(data: &[u8]) {
    alone::<SstableFilter>(data);
}

/// CRC.db: version, component.
pub fn crc(data: &[u8]) {
    alone::<SstableCrc>(data);
}

/// Digest.crc32: version, component.
pub fn digest(data: &[u8]) {
    alone::<SstableDigest>(data);
}

/// TOC.txt: version, component.
pub fn toc(data: &[u8]) {
    alone::<SstableToc>(data);
}

/// Data.db: version, which events to pass over, serialization header, uncompressed data; if the first byte's high bit is set,
/// CompressionInfo.db instead of the header, and compressed data.
pub fn data(data: &[u8]) {
    let is_compressed = data.first().is_some_and(|first| first & 0x80 != 0);
    let mut input = Input::new(data);
    let v = version_of_7_bits(input.byte());
    let (mask, first) = (input.byte(), input.part());
    if is_compressed {
        chunks(v, first, input.rest());
    } else if let Some(h) = header_of(v, first) {
        partitions_of_data(&SstableDataParams::new(v, &h), mask, input.rest());
    }
}

fn header_of(v: SstableVersion, bytes: &[u8]) -> Option<SerializationHeader> {
    SerializationHeader::decode(&mut Reader::new(bytes), &SstableStatisticsParams::new(v)).ok()
}

fn version_of_7_bits(byte: u8) -> SstableVersion {
    SstableVersion::ALL[usize::from(byte & 0x7f) % SstableVersion::ALL.len()]
}

fn partitions_of_data(cx: &SstableDataParams<'_>, mask: u8, bytes: &[u8]) {
    let decode = |r: &mut Reader<'_>| SstableData::decode(r, cx);
    let found = agree(bytes, decode, |r, w| SstableData::walk(r, cx, w));
    if found.is_some() {
        pass(bytes, |r| Partition::skip(r, cx));
    }
    for mask in [0, mask] {
        let mut visit = Visit { mask, events: 0 };
        let visited = SstableData::visit(&mut Reader::new(bytes), cx, &mut visit);
        assert!(found.is_none() || visited.is_ok(), "decoded, but not visited: {visited:?}");
        assert!(mask != 0 || found.is_some() || visited.is_err(), "visited, but not decoded");
    }
    round_trip(found, decode, |value, w| value.encode(w, cx));
}

fn chunks(v: SstableVersion, info: &[u8], bytes: &[u8]) {
    let Some(info) = info_of(v, info) else { return };
    let cx = SstableChunksParams::new(v, &info);
    let decode = |r: &mut Reader<'_>| SstableChunks::decode(r, &cx);
    agree(bytes, decode, |r, w| SstableChunks::walk(r, &cx, w));
}

/// Index.db: version, serialization header, component.
pub fn index(data: &[u8]) {
    let mut input = Input::new(data);
    let (v, header) = (input.version(), input.part());
    let Some(h) = header_of(v, header) else { return };
    let cx = SstableIndexParams::new(v, &h.clustering_types);
    let decode = |r: &mut Reader<'_>| SstableIndex::decode(r, &cx);
    let found = agree(input.rest(), decode, |r, w| SstableIndex::walk(r, &cx, w));
    if found.is_some() {
        pass(input.rest(), |r| EntryRef::read(r, &cx).map(drop));
    }
    round_trip(found, decode, |value, w| value.encode(w, &cx));
    let _ = SstableIndex::visit(&mut Reader::new(input.rest()), &cx, &mut Visit { mask: 0, events: 0 });
}

/// Partitions.db: version, component.
pub fn partitions(data: &[u8]) {
    let mut input = Input::new(data);
    let v = input.version();
    let cx = BtiPartitionsParams::new(v);
    let decode = |r: &mut Reader<'_>| BtiPartitions::decode(r, &cx);
    if let Some(found) = agree(input.rest(), decode, |r, w| BtiPartitions::walk(r, &cx, w)) {
        std::hint::black_box(found);
    }
    nodes(v, false, input.rest());
}

/// Rows.db: version, position of an entry, component.
pub fn rows(data: &[u8]) {
    let mut input = Input::new(data);
    let v = input.version();
    let entry_pos = i64::from(u16::from_be_bytes([input.byte(), input.byte()]));
    let cx = BtiRowIndexParams::new(v, entry_pos);
    let decode = |r: &mut Reader<'_>| BtiRowIndex::decode(r, &cx);
    agree(input.rest(), decode, |r, w| BtiRowIndex::walk(r, &cx, w));
    nodes(v, true, input.rest());
}

/// Reads the bytes from each position on as a node, with its children.
fn nodes(v: SstableVersion, is_rows: bool, bytes: &[u8]) {
    for node_pos in 0..bytes.len().min(MOST_NODES) as i64 {
        let cx = BtiTrieParams::new(node_pos, is_rows, v);
        let Ok(mut r) = Reader::new(bytes).at(node_pos, BtiTrieRef::site()) else { continue };
        let Ok(node) = BtiTrieRef::read(&mut r, &cx) else { continue };
        for i in 0..node.num_children {
            let _ = std::hint::black_box(node.children_at(i));
        }
        let _ = node.children_at(-1);
        let _ = node.children_at(node.num_children);
        let node = bytes.get(node_pos as usize..).unwrap_or(&[]);
        let decode = |r: &mut Reader<'_>| BtiTrie::decode(r, &cx);
        let found = agree(node, decode, |r, w| BtiTrie::walk(r, &cx, w));
        round_trip(found, decode, |value, w| value.encode(w, &cx));
    }
}

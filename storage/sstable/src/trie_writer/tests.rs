//! What files do not have: very long keys, many of them, wrong ones. That pages are Cassandra's is shown by `tests/tries.rs`.

use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams, NodeKind, PartitionPayload};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Counter, Reader, Sink};

use super::encoded::encoded;
use super::kind::{Kinds, Shape};
use super::{TrieWriteError, TrieWriter};

fn writer() -> TrieWriter<PartitionPayload> {
    TrieWriter::new(version())
}

fn page() -> u64 {
    BtiTrie::len_page(version()).unsigned_abs()
}

fn version() -> SstableVersion {
    SstableVersion::find("da").expect("a version")
}

/// The payload of a node as Cassandra writes it for the hash 7 and the position -1, with another position.
fn payload(position: i64) -> PartitionPayload {
    let cx = BtiTrieParams::new(0, false, version());
    let node = BtiTrie::decode(&mut Reader::new(&[0x08, 7, 0xff]), &cx).expect("a node");
    PartitionPayload { position, ..node.partition_payload.expect("a payload") }
}

#[test]
fn keys_deeper_than_a_stack_are_written() {
    let (mut writer, mut out) = (writer(), Buffer::default());
    let mut key = vec![1; 300_000];
    for last in 0..3 {
        key.push(last);
        writer.add(&mut out, &key, payload(-1)).expect("a key");
        key.pop();
    }
    let root = writer.complete(&mut out).expect("a root");
    // A chain of nodes of two bytes each, but for those whose child is in another page.
    let least = 2 * 300_000;
    assert!((least..least + least / 100).contains(&out.pos()), "{}", out.pos());
    assert!(root < out.pos());
}

#[test]
fn only_what_is_not_written_is_held() {
    let (mut writer, mut out) = (writer(), Buffer::default());
    let mut most = 0;
    // Branches wait until they fill pages: of nodes with 256 children, some pages at once.
    for i in 0..200_000_u32 {
        writer.add(&mut out, &i.wrapping_mul(5).to_be_bytes(), payload(i64::from(i))).expect("a key");
        most = most.max(writer.nodes.len());
    }
    assert_eq!(writer.count(), 200_000);
    writer.complete(&mut out).expect("a root");
    assert!(out.pos() > 100 * page() && most < 20_000, "{} bytes, {most} nodes", out.pos());
    assert_eq!(writer.nodes.len(), 1);
}

#[test]
fn keys_that_do_not_ascend_are_refused() {
    let (mut writer, mut out) = (writer(), Buffer::default());
    writer.add(&mut out, b"abc", payload(1)).expect("a key");
    for key in ["abc", "ab", "aba", ""] {
        let refused = writer.add(&mut out, key.as_bytes(), payload(2));
        assert!(
            matches!(refused, Err(TrieWriteError::Order { at }) if at == key.len().min(2) + usize::from(key == "abc")),
            "{key}"
        );
    }
    writer.add(&mut out, b"abcd", payload(2)).expect("a longer key");
    writer.add(&mut out, b"b", payload(3)).expect("a key");
    assert_eq!(writer.count(), 3);
}

#[test]
fn a_trie_without_keys_is_a_root_without_children() {
    let (mut writer, mut out) = (writer(), Buffer::with_base(page() - 1));
    assert_eq!(writer.complete(&mut out).expect("a root"), page() - 1);
    assert_eq!(out.as_bytes(), [0]);
}

#[test]
fn payloads_are_stored_as_short_as_can_be() {
    for (position, bits) in
        [(0, 8), (-1, 8), (127, 8), (128, 9), (-129, 9), (1 << 23, 11), (i64::MIN, 15), (i64::MAX, 15)]
    {
        let (mut writer, mut out) = (writer(), Buffer::default());
        writer.add(&mut out, b"", payload(position)).expect("a key");
        writer.complete(&mut out).expect("a root");
        let len = usize::from(bits) - 7;
        let expected = [&[bits, 7][..], &position.to_be_bytes()[8 - len..]].concat();
        assert_eq!(out.as_bytes(), expected, "{position}");
    }
}

/// Cassandra's `TrieNode.Types.bitsToTypes`: for each width of distances the kind with one child, and those with more, sparse and dense.
const KINDS: [(u32, NodeKind, NodeKind, NodeKind); 8] = [
    (4, NodeKind::SingleNopayload4, NodeKind::Sparse8, NodeKind::Dense12),
    (8, NodeKind::Single8, NodeKind::Sparse8, NodeKind::Dense12),
    (12, NodeKind::SingleNopayload12, NodeKind::Sparse12, NodeKind::Dense12),
    (16, NodeKind::Single16, NodeKind::Sparse16, NodeKind::Dense16),
    (24, NodeKind::Dense24, NodeKind::Sparse24, NodeKind::Dense24),
    (32, NodeKind::Dense32, NodeKind::Sparse40, NodeKind::Dense32),
    (40, NodeKind::Dense40, NodeKind::Sparse40, NodeKind::Dense40),
    (64, NodeKind::LongDense, NodeKind::LongDense, NodeKind::LongDense),
];

/// Bytes of a node without its payload, as Cassandra reckons them (`TrieNode.Sparse.sizeofNode`, `Dense.sizeofNode` and so on).
fn len(kind: NodeKind, bits: u32, shape: &Shape) -> u64 {
    let (span, bits) = (u64::from(shape.last - shape.first) + 1, u64::from(bits));
    match kind {
        NodeKind::PayloadOnly => 1,
        NodeKind::SingleNopayload4 => 2,
        NodeKind::Single8 | NodeKind::SingleNopayload12 => 3,
        NodeKind::Single16 => 4,
        NodeKind::Sparse8 | NodeKind::Sparse12 | NodeKind::Sparse16 | NodeKind::Sparse24 | NodeKind::Sparse40 => {
            2 + shape.children + (shape.children * bits).div_ceil(8)
        }
        _ => 3 + (span * bits).div_ceil(8),
    }
}

#[test]
fn kinds_and_lengths_are_those_that_cassandra_chooses() {
    let kinds = Kinds::new(version());
    for (width, single, sparse, dense) in KINDS {
        let farthest = u64::MAX >> (64 - width);
        for (children, span) in (1..=256_u64).flat_map(|n| [n, n + 1, 2 * n, 3 * n, 256].map(|span| (n, span))) {
            if span < children || span > 256 || (children == 1) != (span == 1) {
                continue;
            }
            for has_payload in [false, true] {
                let shape = Shape { children, first: 0, last: (span - 1) as u8, has_payload, farthest };
                let (chosen, found) = kinds.choose(&shape).expect("a kind");
                let wide = |kind: NodeKind| match kind {
                    NodeKind::Sparse40 => 40,
                    NodeKind::Sparse8 => 8,
                    NodeKind::Dense12 => 12,
                    _ => width,
                };
                let expected = if children == 1 {
                    match (has_payload, single) {
                        (true, NodeKind::SingleNopayload4) => NodeKind::Single8,
                        (true, NodeKind::SingleNopayload12) => NodeKind::Single16,
                        _ => single,
                    }
                } else if children < 256 && len(sparse, wide(sparse), &shape) < len(dense, wide(dense), &shape) {
                    sparse
                } else {
                    dense
                };
                assert_eq!(chosen.kind, expected, "{shape:?}");
                assert_eq!(found, len(expected, wide(expected), &shape), "{shape:?}");
            }
        }
    }
    let leaf = Shape { children: 0, first: 0, last: 0, has_payload: true, farthest: 0 };
    let (chosen, found) = kinds.choose(&leaf).expect("a kind");
    assert_eq!((chosen.kind, found), (NodeKind::PayloadOnly, 1));
}

#[test]
fn nodes_are_as_long_as_is_planned() {
    let (cx, kinds) = (BtiTrieParams::new(0, false, version()), Kinds::new(version()));
    for count in 0..=9_u8 {
        for farthest in (0..64).map(|bits| u64::from(count) << bits).filter(|far| i64::try_from(*far).is_ok()) {
            let children: Vec<(u8, u64)> = (0..count).map(|i| (3 + 7 * i, farthest)).collect();
            let (first, last) = (children.first().map_or(0, |c| c.0), children.last().map_or(0, |c| c.0));
            let shape = Shape { children: count.into(), first, last, has_payload: false, farthest };
            let (kind, len) = kinds.choose(&shape).expect("a kind");
            let node = encoded(kind, 0, &children).expect("a node");
            let found = Counter::count(|w| node.encode(w, &cx)).ok();
            assert_eq!(found, Some(len), "{kind:?} with {count} children");
        }
    }
}

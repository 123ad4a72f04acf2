//! What files do not have: very long keys, many of them, wrong ones. That pages are Cassandra's is shown by `tests/tries.rs`.

use cqlite_format::bti_trie::{BtiTrie, BtiTrieParams, NodeKind, PartitionPayload};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Counter, Reader, Sink};

use super::encoded::encoded;
use super::kind::{self, Shape};
use super::{TrieWriteError, TrieWriter, PAGE};

fn writer() -> TrieWriter<PartitionPayload> {
    TrieWriter::new(version())
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
    assert!(out.pos() > 100 * PAGE && most < 20_000, "{} bytes, {most} nodes", out.pos());
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
    let (mut writer, mut out) = (writer(), Buffer::with_base(PAGE - 1));
    assert_eq!(writer.complete(&mut out).expect("a root"), PAGE - 1);
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

#[test]
fn nodes_are_as_long_as_is_planned() {
    let cx = BtiTrieParams::new(0, false, version());
    for kind in (0..16).filter_map(NodeKind::from_raw) {
        let most = if kind as u8 >= NodeKind::Sparse8 as u8 { 9 } else { u64::from(kind != NodeKind::PayloadOnly) };
        for count in most.min(1)..=most {
            let children: Vec<(u8, u64)> = (0..count).map(|i| (3 + 7 * i as u8, 1 + i)).collect();
            let (first, last) = (children.first().map_or(0, |c| c.0), children.last().map_or(0, |c| c.0));
            let shape = Shape { children: count, first, last, has_payload: false, farthest: count };
            let node = encoded(kind, 0, &children).expect("a node");
            assert_eq!(
                Counter::count(|w| node.encode(w, &cx)).ok(),
                Some(kind::len(kind, &shape)),
                "{kind:?} with {count} children"
            );
        }
    }
}

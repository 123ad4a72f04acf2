//! What files do not have: very long keys, many of them, wrong ones. That pages are Cassandra's is shown by `tests/tries.rs`.

use cqlite_format::bti_trie::PartitionPayload;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Sink};

use super::{TrieWriteError, TrieWriter, PAGE};

fn writer() -> TrieWriter<PartitionPayload> {
    TrieWriter::new(SstableVersion::find("da").expect("a version"))
}

fn payload(position: i64) -> PartitionPayload {
    PartitionPayload { hash: Some(7), position }
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

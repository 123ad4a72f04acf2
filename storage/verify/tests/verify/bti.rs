//! Partitions.db and Rows.db.

use std::collections::BTreeSet;

use cqlite_format::bti_trie::NodeKind;
use cqlite_sstable::component::{Partitions, Rows};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::trie::{Trie, TrieNode};
use cqlite_sstable::{OpenOptions, Sstable};
use cqlite_verify::{Check, Place, Severity, VerifyOptions};

use crate::sample::*;

const PARTITIONS: Component = Component::Partitions;
const ROWS: Component = Component::Rows;
const DATA: Component = Component::Data;

fn quick() -> VerifyOptions {
    VerifyOptions { quick: true, ..VerifyOptions::default() }
}

/// Many partitions without row indexes.
fn narrow() -> Sample {
    Sample::load("da", "many_partitions", 0)
}

/// Few with row indexes.
fn wide() -> Sample {
    Sample::load("da", "wide", 0)
}

fn open(sample: &Sample) -> Sstable {
    OpenOptions::default().open_source(&sample.name, sample.version, sample.source()).unwrap()
}

/// A node with a payload: where it is, where its payload begins, and the payload's bits.
struct Leaf {
    node: usize,
    payload: usize,
    bits: u8,
    position: i64,
}

/// Nodes of Partitions.db that have nothing but a payload.
fn leaves(sample: &Sample) -> Vec<Leaf> {
    let sstable = open(sample);
    let bytes = sstable.required(&PARTITIONS).unwrap();
    let root = Partitions::new(bytes.as_slice(), sstable.version()).footer().unwrap().root_pos;
    let nodes = Trie::new(bytes.as_slice(), false, sstable.version()).walk(root).map(Result::unwrap);
    let of = |e: TrieNode<'_>| {
        let payload = e.head.partition_payload.as_ref()?;
        (e.head.head.kind == NodeKind::PayloadOnly).then_some(Leaf {
            node: e.pos as usize,
            payload: e.pos as usize + 1,
            bits: e.head.head.low,
            position: payload.position,
        })
    };
    nodes.filter_map(of).collect()
}

/// Nodes of the first trie in Rows.db that have nothing but a payload, and the position of its entry.
fn row_leaves(sample: &Sample) -> (i64, Vec<Leaf>) {
    let sstable = open(sample);
    let entry_pos = leaves(sample).iter().map(|l| l.position).find(|p| *p >= 0).expect("a partition with a row index");
    let bytes = sstable.required(&ROWS).unwrap();
    let (entry, _) = Rows::new(bytes.as_slice(), sstable.version()).entry(entry_pos as u64).unwrap();
    let nodes = Trie::new(bytes.as_slice(), true, sstable.version()).walk(entry.root_pos).map(Result::unwrap);
    let of = |e: TrieNode<'_>| {
        let payload = e.head.row_payload.as_ref()?;
        (e.head.head.kind == NodeKind::PayloadOnly).then_some(Leaf {
            node: e.pos as usize,
            payload: e.pos as usize + 1,
            bits: e.head.head.low,
            position: payload.offset,
        })
    };
    (entry_pos, nodes.filter_map(of).collect())
}

#[test]
fn payloads_must_lead_to_their_partitions() {
    let sample = narrow();
    expect_silence(&sample.verify());
    let all = leaves(&sample);
    let leaf = &all[all.len() / 2];
    assert!(leaf.bits >= 8, "Cassandra writes hash bytes");
    let mut other = sample.clone();
    other.bytes(&PARTITIONS)[leaf.payload] ^= 0x10;
    let found = expect_only(&other.verify(), Severity::Error, Check::IndexMatch, &PARTITIONS, "partition_payload.hash");
    assert_eq!(found.place, Some(Place::File(leaf.node as u64)));
    assert!(found.key.is_some());
    // The position's last byte.
    let mut other = sample.clone();
    let last = leaf.payload + usize::from(leaf.bits - 7);
    other.bytes(&PARTITIONS)[last] ^= 0x01;
    let _ = expect_error(&other.verify(), Check::IndexMatch, &PARTITIONS, "partition_payload.position");
    // Two partitions' positions change places.
    let mut other = sample.clone();
    let next = &all[all.len() / 2 + 1];
    assert_eq!(next.bits, leaf.bits);
    for i in 1..=usize::from(leaf.bits - 7) {
        other.bytes(&PARTITIONS).swap(leaf.payload + i, next.payload + i);
    }
    let _ = expect_error(&other.verify_with(quick()), Check::Index, &PARTITIONS, "partition_payload.position");
    let report = other.verify();
    assert_eq!(report.check(Check::IndexMatch).unwrap().failed, 2, "{:?}", report.findings);
}

#[test]
fn positions_must_begin_at_0_and_lie_within_the_data() {
    let sample = narrow();
    let all = leaves(&sample);
    let set = |leaf: &Leaf, position: i64| {
        let mut other = sample.clone();
        let len = usize::from(leaf.bits - 7);
        let bytes = position.to_be_bytes();
        other.bytes(&PARTITIONS)[leaf.payload + 1..=leaf.payload + len].copy_from_slice(&bytes[8 - len..]);
        other
    };
    let _ =
        expect_error(&set(&all[0], !1).verify_with(quick()), Check::Index, &PARTITIONS, "partition_payload.position");
    let last = all.last().unwrap();
    let most = -(1i64 << (8 * u32::from(last.bits - 7) - 1));
    let report = set(last, most).verify_with(quick());
    let _ = expect_error(&report, Check::Index, &PARTITIONS, "partition_payload.position");
    // An entry of Rows.db, of which there is none.
    let report = set(&all[1], 5).verify_with(quick());
    let _ = expect_error(&report, Check::Index, &PARTITIONS, "partition_payload.position");
}

#[test]
fn nodes_are_in_one_page_shared_by_none_and_ascending() {
    let sample = narrow();
    let (at, count) = sparse_parent(&sample);
    let mut other = sample.clone();
    other.bytes(&PARTITIONS).swap(at + 2, at + 3);
    let found = expect_error(&other.verify_with(quick()), Check::Trie, &PARTITIONS, "sparse_transitions");
    assert_eq!(found.place, Some(Place::File(at as u64)));
    // The way to a partition changes.
    let mut other = sample.clone();
    other.bytes(&PARTITIONS)[at + 2] -= 1;
    assert!(other.verify().is_damaged());
    // A child of another node: a distance of a leaf's parent becomes that of its brother.
    let mut other = sample.clone();
    let distances = at + 2 + count;
    let data = other.bytes(&PARTITIONS);
    data[distances + 1] = data[distances];
    let report = other.verify_with(quick());
    let found = expect_error(&report, Check::Trie, &PARTITIONS, "");
    assert!(found.path.is_empty() && found.rule.id == "shared_node", "{found}");
}

/// A node with several children at distances of 8 bits: its position and number of children.
fn sparse_parent(sample: &Sample) -> (usize, usize) {
    let all = leaves(sample);
    let bytes = &sample.parts[&PARTITIONS];
    // Right after the last of its children.
    all.iter()
        .map(|l| l.payload + usize::from(l.bits - 6))
        .find(|at| bytes[*at] == 0x50)
        .map(|at| (at, usize::from(bytes[at + 1])))
        .unwrap()
}

#[test]
fn bytes_of_no_node_are_zeros() {
    for component in [PARTITIONS, ROWS] {
        let sample = if component == PARTITIONS { narrow() } else { wide() };
        let found = (0..sample.parts[&component].len()).rev().find_map(|at| {
            let mut other = sample.clone();
            let byte = &mut other.bytes(&component)[at];
            if *byte != 0 {
                return None;
            }
            *byte = 1;
            let report = other.verify_with(quick());
            report.findings.into_iter().find(|f| f.check() == Check::Trie && f.severity == Severity::Warning)
        });
        if let Some(found) = found {
            assert_eq!(found.rule.id, "stray_byte", "{found}");
            return;
        }
    }
    panic!("no byte lies between nodes");
}

#[test]
fn the_footer_must_be_right() {
    let sample = narrow();
    let mut other = sample.clone();
    let _ = other.xor(&PARTITIONS, "footer.num_keys", 1);
    let _ = expect_only(&other.verify(), Severity::Error, Check::Index, &PARTITIONS, "footer.num_keys");
    let mut other = sample.clone();
    let _ = other.xor(&PARTITIONS, "footer.keys_pos", 1);
    assert!(other.verify().is_damaged());
    let mut other = sample.clone();
    let _ = other.set(&PARTITIONS, "footer.root_pos", &(-1i64).to_be_bytes());
    let report = other.verify();
    let _ = expect_error(&report, Check::Decoding, &PARTITIONS, "");
    assert!(report.partitions > 100, "rows need no index to be read");
    let mut other = sample.clone();
    let _ = other.xor(&PARTITIONS, "footer.root_pos", 1);
    assert!(other.verify().is_damaged());
    let mut other = sample.clone();
    other.bytes(&PARTITIONS).truncate(10);
    let _ = expect_error(&other.verify(), Check::Decoding, &PARTITIONS, "");
}

#[test]
fn the_keys_must_be_the_first_and_the_last() {
    for field in ["first_key", "last_key"] {
        let mut sample = narrow();
        let path = format!("keys.{field}.data");
        let offset = sample.xor(&PARTITIONS, &path, 1);
        let report = sample.verify();
        let found = expect_error(&report, Check::IndexMatch, &PARTITIONS, &path);
        assert!(found.place.unwrap().offset().abs_diff(offset) < 10, "{found}");
        let stats = format!("{}.{field}.data", Sample::STATS);
        let _ = expect_error(&report, Check::Bounds, &Component::Statistics, &stats);
    }
}

#[test]
fn a_partition_that_is_not_in_the_trie_is_found() {
    let sample = narrow().plain();
    let count = sample.verify().partitions;
    let sample = sample.edit_data(|data| {
        let last = data.partitions.last().unwrap().clone();
        data.partitions.push(last);
    });
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &DATA, &format!("partitions[{count}].key"));
    let sample = narrow().plain().edit_data(|data| drop(data.partitions.pop()));
    let _ = expect_error(&sample.verify(), Check::IndexMatch, &PARTITIONS, "partition_payload.position");
}

#[test]
fn row_index_entries_must_be_those_of_their_partitions() {
    let sample = wide();
    expect_silence(&sample.verify());
    let (entry_pos, _) = row_leaves(&sample);
    let fields = sample.row_entry_fields(entry_pos);
    let patched = |path: &str, mask: u8| {
        let field = fields.iter().find(|f| f.path == path).unwrap_or_else(|| panic!("{path}: {fields:#?}"));
        let mut other = sample.clone();
        other.bytes(&ROWS)[(field.offset + field.len - 1) as usize] ^= mask;
        other.verify()
    };
    let _ = expect_only(&patched("entry.key.data", 1), Severity::Error, Check::RowIndexMatch, &ROWS, "entry.key.data");
    let _ = expect_error(&patched("entry.data_pos", 1), Check::IndexMatch, &PARTITIONS, "partition_payload.position");
    let report = patched("entry.num_blocks", 1);
    let _ = expect_error(&report, Check::RowIndex, &ROWS, "entry.num_blocks");
    let _ = expect_error(&report, Check::RowIndexMatch, &ROWS, "entry.num_blocks");
    assert!(patched("entry.root_delta", 2).is_damaged());
    // LIVE becomes a deletion that takes the bytes after it.
    assert!(patched("entry.deletion_time.flags", 0x80).is_damaged());
    let _ = expect_error(&patched("entry.root_delta", 1), Check::RowIndex, &ROWS, "entry.root_delta");
}

#[test]
fn blocks_must_begin_where_they_say() {
    let sample = wide();
    let (_, all) = row_leaves(&sample);
    assert!(all.len() > 2);
    for leaf in [&all[0], &all[1], all.last().unwrap()] {
        let len = usize::from(leaf.bits & 7);
        assert!(len > 0);
        let mut other = sample.clone();
        other.bytes(&ROWS)[leaf.payload + len - 1] ^= 1;
        let found = expect_error(&other.verify(), Check::RowIndexMatch, &ROWS, "row_payload.offset");
        assert_eq!(found.place, Some(Place::File(leaf.node as u64)));
    }
    let mut other = sample.clone();
    let (a, b) = (&all[0], &all[1]);
    for i in 0..usize::from(a.bits & 7).min(usize::from(b.bits & 7)) {
        other.bytes(&ROWS).swap(a.payload + i, b.payload + i);
    }
    if a.bits == b.bits {
        let _ = expect_error(&other.verify_with(quick()), Check::RowIndex, &ROWS, "row_payload.offset");
    }
}

#[test]
fn separators_must_lie_between_blocks() {
    let sample = wide();
    let (entry_pos, all) = row_leaves(&sample);
    let begin = all.iter().map(|leaf| leaf.node).min().unwrap();
    // Every byte of the trie matters: change the transitions, wherever they are, one by one.
    let mut broken = BTreeSet::new();
    for (at, mask) in (begin..entry_pos as usize).flat_map(|at| [0x01, 0x02, 0x40].map(|mask| (at, mask))) {
        let mut other = sample.clone();
        other.bytes(&ROWS)[at] ^= mask;
        let report = other.verify();
        assert!(!report.is_clean(), "byte {at} of Rows.db");
        broken.extend(report.findings.iter().filter(|f| f.path == "row_payload").map(|f| f.rule.id));
    }
    for id in ["separator_too_low", "separator_too_high", "unusual_separator"] {
        assert!(broken.contains(id), "{id} is not broken, but {broken:?}");
    }
}

#[test]
fn open_ranges_at_the_starts_of_blocks_are_compared() {
    for case in ["wide_open_markers"].iter().copied() {
        let sample = Sample::load("da", case, 0);
        let (_, all) = row_leaves(&sample);
        if let Some(leaf) = all.iter().find(|l| l.bits & 8 != 0) {
            let at = leaf.payload + usize::from(leaf.bits & 7) + 11;
            let mut other = sample.clone();
            other.bytes(&ROWS)[at] ^= 1;
            let _ = expect_error(&other.verify(), Check::RowIndexMatch, &ROWS, "row_payload.open_deletion");
            return;
        }
    }
    panic!("no range is open at the start of a block");
}

/// Changes the byte at an offset of a component, and expects a rule to be broken.
#[track_caller]
fn breaks(sample: &Sample, component: &Component, at: usize, byte: u8, id: &str) {
    let mut other = sample.clone();
    other.bytes(component)[at] = byte;
    let _ = expect_rule(&other.verify_with(quick()), id);
}

#[test]
fn nodes_have_children_or_a_payload_that_ends_the_path() {
    let sample = narrow();
    breaks(&sample, &PARTITIONS, leaves(&sample)[1].node, 0, "empty_node");
    // The parent of others has the payload of a key, of two bytes.
    breaks(&sample, &PARTITIONS, sparse_parent(&sample).0, 0x58, "path_prefix");
}

#[test]
fn partitions_do_not_share_an_entry_of_rows_db() {
    let sample = wide();
    let all = leaves(&sample);
    let [first, second] = [0, 1].map(|i| all.iter().filter(|leaf| leaf.position >= 0).nth(i).unwrap());
    assert_eq!(first.bits, second.bits);
    let mut other = sample.clone();
    for i in 1..=usize::from(first.bits - 7) {
        let byte = sample.parts[&PARTITIONS][first.payload + i];
        other.bytes(&PARTITIONS)[second.payload + i] = byte;
    }
    let _ = expect_rule(&other.verify_with(quick()), "shared_row_index_entry");
}

#[test]
fn keys_lead_up_to_the_footer() {
    let mut sample = narrow();
    let footer = sample.field(&PARTITIONS, "footer").offset as usize;
    sample.bytes(&PARTITIONS).insert(footer, 0);
    let _ = expect_rule(&sample.verify_with(quick()), "keys_end");
}

#[test]
fn nodes_do_not_go_over_the_end_of_a_page() {
    let sample = narrow();
    let [root, keys] =
        ["footer.root_pos", "footer.keys_pos"].map(|path| sample.field(&PARTITIONS, path).offset as usize);
    // All moves on, so that nodes are at other places in their pages.
    let found = (1..64usize).any(|more| {
        let mut other = sample.clone();
        let bytes = other.bytes(&PARTITIONS);
        for at in [root, keys] {
            let position = u64::from_be_bytes(bytes[at..at + 8].try_into().unwrap()) + more as u64;
            bytes[at..at + 8].copy_from_slice(&position.to_be_bytes());
        }
        let _: Vec<u8> = bytes.splice(0..0, std::iter::repeat_n(0, more)).collect();
        other.verify_with(quick()).findings.iter().any(|f| f.rule.id == "node_crosses_page")
    });
    assert!(found);
}

#[test]
fn bits_after_the_last_distance_are_zero() {
    let mut sample = Sample::load("da", "simple", 0);
    let bytes = open(&sample).required(&PARTITIONS).unwrap();
    let keys_pos = Partitions::new(bytes.as_slice(), sample.version).footer().unwrap().keys_pos;
    let [root, keys] =
        ["footer.root_pos", "footer.keys_pos"].map(|path| sample.field(&PARTITIONS, path).offset as usize);
    // A root with a single child, as no writer makes it: the last leaf, at a distance of 12 bits.
    let distance = u16::try_from(keys_pos as usize - leaves(&sample).last().unwrap().node).unwrap();
    assert!(distance < 1 << 12);
    let [high, low] = (distance << 4 | 1).to_be_bytes();
    let node = [0x60, 1, 0x10, high, low];
    let bytes = sample.bytes(&PARTITIONS);
    bytes[root..root + 8].copy_from_slice(&keys_pos.to_be_bytes());
    bytes[keys..keys + 8].copy_from_slice(&(keys_pos + node.len() as i64).to_be_bytes());
    let _: Vec<u8> = bytes.splice(keys_pos as usize..keys_pos as usize, node).collect();
    let _ = expect_rule(&sample.verify_with(quick()), "dirty_distance_bits");
}

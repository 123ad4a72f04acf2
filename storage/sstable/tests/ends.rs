//! What is cut off where nothing is cut in two, so that no field is wrong: it is an error, and no shorter answer.

mod corpora;

use std::io::Write;
use std::sync::Arc;

use cqlite_format::compression_info::SstableCompressionInfoParams;
use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_runtime::{Buffer, Flow};
use cqlite_sstable::component::{Filter, Index, Partitions};
use cqlite_sstable::compress::{Compression, DataWriter};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::OverlaySource;
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

/// The keys of all partitions and where these begin, as a scan of the undamaged SSTable finds them.
#[derive(Default)]
struct Keys(Vec<(Vec<u8>, u64)>);

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.0.push((head.key.data.to_vec(), head.begin));
        Ok(Flow::Skip)
    }
}

fn keys(sstable: &Sstable) -> Vec<(Vec<u8>, u64)> {
    let mut keys = Keys::default();
    sstable.scan_all(&mut keys).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
    keys.0
}

fn overlay(sstable: &Sstable) -> OverlaySource {
    OverlaySource::new(Arc::clone(sstable.components().source()))
}

fn open(sstable: &Sstable, source: OverlaySource) -> Sstable {
    let options = OpenOptions::default();
    options.open_source(sstable.label(), sstable.version(), Arc::new(source)).unwrap_or_else(|e| panic!("{e}"))
}

fn bytes(sstable: &Sstable, component: &Component) -> Vec<u8> {
    sstable.required(component).unwrap_or_else(|e| panic!("{e}")).as_slice().to_vec()
}

/// Reads all, by events and by rows: each has to say that partitions are missing.
fn is_refused(damaged: &Sstable, what: &str) {
    let by_rows = || -> Result<(), SstableError> {
        let mut partitions = damaged.partitions();
        while partitions.next_partition()? {}
        Ok(())
    };
    for done in [damaged.scan_all(&mut Keys::default()), by_rows()] {
        let e = done.err().unwrap_or_else(|| panic!("{}, {what}: nothing is said", damaged.label()));
        assert_eq!(e.component(), Some(&Component::Data), "{what}: {e}");
        assert!(e.to_string().contains("partitions are missing"), "{what}: {e}");
    }
}

#[test]
fn data_that_ends_or_begins_between_two_partitions_is_not_whole() {
    let (mut plain, mut compressed) = (0, 0);
    for sstable in corpora::sstables() {
        let keys = keys(&sstable);
        let len = sstable.data().len();
        let mut data = Vec::new();
        sstable
            .data()
            .read_range_into(0, len as usize, &mut data)
            .unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
        let borders: Vec<u64> = keys.iter().skip(1).map(|(_, begin)| *begin).collect();
        let step = (borders.len() / 3).max(1);
        for border in borders.into_iter().step_by(step) {
            let (before, after) = data.split_at(border as usize);
            let cut = |part: &[u8]| {
                let source = overlay(&sstable).with(Component::Data, part).without(Component::Crc);
                source.without(Component::CompressionInfo).without(Component::Toc)
            };
            let Some(info) = sstable.compression() else {
                is_refused(&open(&sstable, cut(before)), &format!("cut off at {border}"));
                is_refused(&open(&sstable, cut(after)), &format!("cut off up to {border}"));
                // Neither Summary.db nor a key in Statistics.db: Index.db tells.
                if !sstable.is_bti() {
                    let source = cut(before).without(Component::Summary);
                    is_refused(&open(&sstable, source), &format!("cut off at {border}, without Summary.db"));
                }
                plain += 1;
                continue;
            };
            // The rest, compressed as if there had been no more.
            let compression = Compression::of(info).unwrap_or_else(|e| panic!("{}: {e}", sstable.label()));
            let mut writer = DataWriter::new(Vec::new(), sstable.version(), Some(&compression));
            writer.write_all(before).expect("chunks");
            let (stored, written) = writer.finish().expect("chunks");
            let mut encoded = Buffer::default();
            let params = SstableCompressionInfoParams::new(sstable.version());
            written.compression.expect("chunks").encode(&mut encoded, &params).expect("an encoding");
            let source = overlay(&sstable).with(Component::Data, stored);
            let source = source.with(Component::CompressionInfo, encoded.as_bytes());
            is_refused(&open(&sstable, source), &format!("compressed, cut off at {border}"));
            compressed += 1;
        }
    }
    assert!(plain > 100 && compressed > 300, "{plain} uncompressed, {compressed} compressed");
}

/// Whether keys are found where they are, or something is said; how often something is. A key that is there is never said to be none.
fn finds(damaged: &Sstable, keys: &[(Vec<u8>, u64)], what: &str) -> usize {
    let step = (keys.len() / 20).max(1);
    let mut refused = 0;
    for (key, begin) in keys.iter().rev().step_by(step).chain(keys.first()) {
        match damaged.find(key) {
            Ok(found) => assert_eq!(found.map(|entry| entry.data_pos), Some(*begin), "{}, {what}", damaged.label()),
            Err(_) => refused += 1,
        }
    }
    refused
}

#[test]
fn keys_that_the_index_has_lost_are_not_said_to_be_nowhere() {
    let mut cuts = 0;
    for sstable in corpora::sstables().filter(|sstable| !sstable.is_bti()) {
        let keys = keys(&sstable);
        let stored = bytes(&sstable, &Component::PrimaryIndex);
        let index = Index::new(&stored, sstable.index_params());
        let (mut borders, mut at) = (vec![0], 0);
        while let Some((_, next)) = index.entry(at).expect("an entry") {
            borders.push(next);
            at = next;
        }
        borders.pop();
        let step = (borders.len() / 3).max(1);
        for border in borders.into_iter().rev().step_by(step) {
            for has_summary in [true, false] {
                let mut source = overlay(&sstable).with(Component::PrimaryIndex, &stored[..border as usize]);
                source = source.without(Component::Filter);
                if !has_summary {
                    source = source.without(Component::Summary);
                }
                let (damaged, what) = (open(&sstable, source), format!("Index.db cut off at {border}"));
                assert!(finds(&damaged, &keys, &what) > 0, "{}, {what}", sstable.label());
                let token = sstable.partitioner().token(&keys.last().expect("a key").0);
                let refused = damaged.positions_of_token(&token).err();
                assert!(refused.is_some(), "{}, {what}: {token} leads nowhere", sstable.label());
                cuts += 1;
            }
        }
    }
    assert!(cuts > 1000, "{cuts} cuts");
}

#[test]
fn a_filter_without_bits_is_not_believed() {
    let mut filters = 0;
    for sstable in corpora::sstables() {
        let Ok(stored) = sstable.required(&Component::Filter) else { continue };
        let stored = stored.as_slice();
        let limits = sstable.components().limits();
        let Some(filter) = Filter::read(stored, sstable.version(), limits).expect("a filter") else { continue };
        let words = filter.num_words() * 8;
        let mut emptied = stored.to_vec();
        let begin = emptied.len() - words;
        emptied[begin..].fill(0);
        let source = Arc::new(overlay(&sstable).with(Component::Filter, emptied));
        let options = OpenOptions { trust_filter: true, ..OpenOptions::default() };
        let damaged = options.open_source(sstable.label(), sstable.version(), source).expect("an SSTable");
        let (key, _) = keys(&sstable).swap_remove(0);
        match damaged.find(&key).map_err(|e| e.component().cloned()) {
            Err(Some(Component::Filter)) => filters += 1,
            other => panic!("{}: {other:?}", sstable.label()),
        }
    }
    assert!(filters > 1000, "{filters} filters");
}

#[test]
fn a_footer_that_leads_to_another_node_of_the_trie_is_an_error() {
    let mut roots = 0;
    for sstable in corpora::sstables().filter(Sstable::is_bti) {
        let keys = keys(&sstable);
        let stored = bytes(&sstable, &Component::Partitions);
        let partitions = Partitions::new(&stored, sstable.version());
        let root = partitions.footer().expect("a footer").root_pos;
        let nodes = partitions.trie().walk(root).map(|node| node.expect("a node").pos);
        let others: Vec<i64> = nodes.filter(|pos| *pos != root).collect();
        for other in others.iter().step_by((others.len() / 8).max(1)) {
            let mut moved = stored.clone();
            let begin = moved.len() - 8;
            moved[begin..].copy_from_slice(&other.to_be_bytes());
            let source = overlay(&sstable).with(Component::Partitions, moved).without(Component::Filter);
            let what = format!("a root at {other} in place of {root}");
            let refused = finds(&open(&sstable, source), &keys, &what);
            assert!(refused > 0, "{}, {what}", sstable.label());
            roots += 1;
        }
    }
    assert!(roots > 300, "{roots} roots");
}

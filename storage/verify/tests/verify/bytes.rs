//! No byte of a small SSTable can change without a word, but for those that are listed here with the reason.

use std::collections::BTreeSet;
use std::sync::Mutex;

use cqlite_sstable::descriptor::Component;

use crate::sample::Sample;

/// Fields whose bytes may change unseen.
const UNSEEN: [(&str, &str, &str); 5] = [
    ("Summary.db", "min_index_interval", "with fewer keys than the interval any larger one gives the same samples"),
    ("Summary.db", "sampling_level", "with a single sample, which no level drops, any level gives the same"),
    ("Summary.db", "size_at_full_sampling", "follows from the interval; both may change together only"),
    (
        "CompressionInfo.db",
        "max_compressed_length",
        "with all chunks shorter than the limit another limit gives the same chunks",
    ),
    ("CompressionInfo.db", "options", "options are for who compresses; an unknown one is as good as another"),
];

/// Why a byte may change unseen; nothing if it may not.
fn reason(component: &str, field: &str) -> Option<&'static str> {
    UNSEEN.iter().find(|(c, f, _)| *c == component && field.starts_with(f)).map(|(_, _, why)| *why)
}

/// The innermost field that has the byte, where fields of the component are known.
fn field_at(sample: &Sample, component: &Component, at: usize) -> String {
    match component {
        Component::Summary | Component::CompressionInfo | Component::Filter | Component::Statistics => {
            let fields = sample.fields(component);
            let has = |f: &&crate::sample::Field| (f.offset..f.offset + f.len).contains(&(at as u64));
            fields.iter().filter(has).min_by_key(|f| f.len).map_or_else(String::new, |f| f.path.clone())
        }
        _ => String::new(),
    }
}

/// Changes every byte of every component in each of some ways; what was not seen.
fn unseen(sample: &Sample, masks: &[u8]) -> BTreeSet<(String, String)> {
    assert!(sample.verify().findings.is_empty(), "{}", sample.name);
    let places = sample.parts.iter().flat_map(|(c, bytes)| (0..bytes.len()).map(move |at| (c, at)));
    let places: Vec<_> = places.enumerate().collect();
    let next = Mutex::new(places.into_iter());
    let all = Mutex::new(BTreeSet::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| loop {
                let Some((i, (component, at))) = next.lock().unwrap().next() else { break };
                let mut damaged = sample.clone();
                damaged.bytes(component)[at] ^= masks[i % masks.len()];
                if damaged.verify().is_clean() {
                    let _ = all
                        .lock()
                        .unwrap()
                        .insert((component.to_string(), format!("{} (byte {at})", field_at(sample, component, at))));
                }
            });
        }
    });
    all.into_inner().unwrap()
}

#[track_caller]
fn is_seen(sample: &Sample, masks: &[u8]) {
    let unseen = unseen(sample, masks);
    let unexplained: Vec<_> = unseen.iter().filter(|(c, f)| reason(c, f).is_none()).collect();
    assert!(unexplained.is_empty(), "{}: {unexplained:#?}", sample.name);
}

const MASKS: [u8; 3] = [0xff, 0x01, 0x80];

#[test]
fn of_a_compressed_sstable() {
    is_seen(&Sample::load("nb", "ranges", 0), &MASKS);
}

#[test]
fn of_one_of_the_newest_version_of_big() {
    is_seen(&Sample::load("oa", "ttl", 0), &MASKS);
}

#[test]
fn of_one_with_tries() {
    is_seen(&Sample::load("da", "static_rows", 0), &MASKS);
}

#[test]
fn of_an_uncompressed_one() {
    is_seen(&Sample::load("oa", "compression_none", 0), &MASKS);
    is_seen(&Sample::load("da", "simple", 0).plain(), &MASKS);
}

/// Only the indexes of larger ones, for all else is the same.
fn indexes(sample: Sample, components: &[Component]) {
    let mut masks = MASKS.to_vec();
    masks.push(0x02);
    for component in components {
        for (i, _) in sample.parts[component].iter().enumerate() {
            let mut damaged = sample.clone();
            damaged.bytes(component)[i] ^= masks[i % masks.len()];
            let report = damaged.verify();
            let field = field_at(&sample, component, i);
            assert!(
                !report.is_clean() || reason(component.name(), &field).is_some(),
                "{}: byte {i} of {component}, {field}",
                sample.name
            );
        }
    }
}

#[test]
fn of_row_indexes() {
    indexes(
        Sample::load("oa", "wide", 0),
        &[Component::PrimaryIndex, Component::Summary, Component::Filter, Component::CompressionInfo],
    );
    indexes(Sample::load("da", "wide", 0), &[Component::Partitions, Component::Rows, Component::Filter]);
}

#[test]
fn of_rows_that_no_checksum_covers() {
    // Checksums made anew: what remains is what bytes say of each other. Values may change unseen, structure may not.
    let sample = Sample::load("oa", "ranges", 0).plain();
    let fields = sample.fields(&Component::Data);
    let is_structure = |path: &str| {
        let leaf = path.rsplit('.').next().unwrap_or_default();
        ["len_body", "prev_len", "flags", "header", "kind", "size", "len"].contains(&leaf)
    };
    for field in fields.iter().filter(|f| is_structure(&f.path) && f.len > 0) {
        for mask in [0x01, 0x10, 0x80] {
            let mut damaged = sample.clone();
            damaged.bytes(&Component::Data)[field.offset as usize] ^= mask;
            let report = damaged.data_sealed().verify();
            assert!(!report.is_clean(), "{} ^ {mask:#04x}", field.path);
        }
    }
}

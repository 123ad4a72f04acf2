//! SSTables cut off at every length, and with every byte another one: what `dump` refuses `verify` reports, and where a checksum is no row
//! comes out another one.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;

use cqlite_dump::{DumpOptions, Format};
use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::io::{ComponentSource, MemorySource};
use cqlite_sstable::reader::Slice;
use cqlite_sstable::{OpenOptions, SstableError};
use cqlite_test_data::corpus;
use cqlite_tests::corpus::samples;
use cqlite_tests::dump::dump;
use cqlite_verify::{Verifier, VerifyOptions};

/// Small ones: BIG and BTI, compressed and not, with and without checksums of metadata.
const CASES: [&str; 5] = [
    "ma/type_int/ma-1-big-",
    "nb/one_row/nb-1-big-",
    "oa/compression_none/oa-1-big-",
    "oa/range_boundaries/oa-1-big-",
    "da/one_row/da-1-bti-",
];
/// Of a longer component not every place is tried.
const PLACES: usize = 700;
/// The clock by which TTLs expire.
const NOW: i64 = 1_900_000_000;

#[derive(Clone)]
struct Subject {
    name: String,
    version: SstableVersion,
    files: BTreeMap<Component, Vec<u8>>,
}

impl Subject {
    fn load(case: &str) -> Self {
        let prefix = corpus().join(case);
        let sample = samples().into_iter().find(|s| s.prefix == prefix).unwrap_or_else(|| panic!("there is no {case}"));
        let files = sample.components.keys().map(|c| (c.clone(), sample.bytes(c).expect("a file"))).collect();
        Subject { name: case.to_owned(), version: sample.version, files }
    }

    fn with(&self, component: &Component, bytes: Vec<u8>) -> Self {
        let mut other = self.clone();
        let _ = other.files.insert(component.clone(), bytes);
        other
    }

    fn source(&self) -> Arc<dyn ComponentSource> {
        let mut source = MemorySource::new();
        for (component, bytes) in &self.files {
            source.insert(component.clone(), bytes.as_slice());
        }
        Arc::new(source)
    }

    fn dump(&self) -> Result<Vec<u8>, String> {
        let opened = OpenOptions::default().open_source(&self.name, self.version, self.source());
        let sstable = opened.map_err(|e| e.to_string())?;
        let options = DumpOptions { now: NOW, threads: 1, ..DumpOptions::default() };
        dump(&sstable, options)
    }

    fn is_reported(&self) -> bool {
        let verifier = Verifier::from_source(&self.name, self.version, self.source(), VerifyOptions::default());
        verifier.run(&mut |_| {}, &AtomicBool::new(false)).expect("memory does not fail").is_damaged()
    }

    /// Whether a checksum that readers compare covers a component.
    fn is_covered(&self, component: &Component) -> bool {
        match component {
            Component::Data => [Component::CompressionInfo, Component::Crc].iter().any(|c| self.files.contains_key(c)),
            Component::Statistics => self.version.has_metadata_checksum(),
            _ => false,
        }
    }

    /// Compares a damaged one with it, whose rows are `rows`.
    fn judge(&self, rows: &[u8], component: &Component, damaged: &Subject, what: &str) {
        let what = format!("{}{component}, {what}", self.name);
        match damaged.dump() {
            Err(e) => assert!(damaged.is_reported(), "{what}: verify says nothing, dump says {e}"),
            Ok(other) if other != rows => {
                assert!(!self.is_covered(component), "{what}: other rows");
                // Neither index nor filter is needed for a dump.
                let is_there = matches!(component, Component::Data | Component::CompressionInfo | Component::Crc);
                assert!(!is_there || damaged.is_reported(), "{what}: verify does not say that there are other rows");
            }
            Ok(_) => {
                let is_sealed = self.is_covered(component) && damaged.files[component] != self.files[component];
                assert!(!is_sealed || damaged.is_reported(), "{what}: verify says nothing of a checksum");
            }
        }
    }
}

fn places(len: usize) -> impl Iterator<Item = usize> {
    (0..len).step_by((len / PLACES).max(1))
}

#[test]
fn what_is_cut_off_is_noticed() {
    for case in CASES {
        let whole = Subject::load(case);
        let rows = whole.dump().expect("it is not damaged");
        for (component, bytes) in &whole.files {
            for len in places(bytes.len()) {
                let damaged = whole.with(component, bytes[..len].to_vec());
                whole.judge(&rows, component, &damaged, &format!("cut off at {len}"));
            }
        }
    }
}

#[test]
fn other_bytes_are_noticed() {
    for case in CASES {
        let whole = Subject::load(case);
        let rows = whole.dump().expect("it is not damaged");
        for (component, bytes) in &whole.files {
            for at in places(bytes.len()) {
                for mask in [0x01, 0x20, 0x80, 0xff] {
                    let mut other = bytes.clone();
                    other[at] ^= mask;
                    let damaged = whole.with(component, other);
                    whole.judge(&rows, component, &damaged, &format!("{mask:#04x} at {at}"));
                }
            }
        }
    }
}

#[test]
fn components_that_are_empty_or_another_sstables_are_noticed() {
    let all: Vec<Subject> = CASES.iter().map(|case| Subject::load(case)).collect();
    for whole in &all {
        let rows = whole.dump().expect("it is not damaged");
        for component in whole.files.keys() {
            whole.judge(&rows, component, &whole.with(component, Vec::new()), "empty");
            for other in &all {
                let Some(bytes) = other.files.get(component).filter(|_| other.name != whole.name) else { continue };
                let damaged = whole.with(component, bytes.clone());
                if let Err(e) = damaged.dump() {
                    assert!(damaged.is_reported(), "{}{component} of {}: only dump: {e}", whole.name, other.name);
                }
                let has_digest = damaged.files.contains_key(&Component::Digest(DigestKind::Crc32));
                let is_noticed = *component != Component::Data || !has_digest || damaged.is_reported();
                assert!(is_noticed, "{}{component} of {} is taken for its own", whole.name, other.name);
            }
        }
    }
}

/// The partitions of a key are found by the index: damage elsewhere in the data is no obstacle.
#[test]
fn a_key_comes_out_whatever_is_wrong_elsewhere() {
    let mut checked = 0;
    for case in ["nb/many_partitions/nb-1-big-", "oa/many_partitions/oa-1-big-", "da/many_partitions/da-1-bti-"] {
        let subject = Subject::load(case);
        let open = |subject: &Subject| {
            let opened = OpenOptions::default().open_source(&subject.name, subject.version, subject.source());
            opened.unwrap_or_else(|e| panic!("{e}"))
        };
        let of_key = |subject: &Subject, key: &str| {
            let include_keys = vec![key.to_owned()];
            dump(&open(subject), DumpOptions { now: NOW, threads: 1, include_keys, ..DumpOptions::default() })
        };
        let keys = dump(&open(&subject), DumpOptions { format: Format::Keys, ..DumpOptions::default() }).expect("keys");
        let keys: Vec<Vec<String>> = serde_json::from_slice(&keys).expect("a list of keys");
        let first = &keys.first().expect("a key")[0];
        let expected = of_key(&subject, first).expect("the first partition");
        let mut bytes = subject.files[&Component::Data].clone();
        // The last chunk, or the last block of CRC.db, has another byte.
        let last = bytes.len() - 9;
        bytes[last] ^= 1;
        let damaged = subject.with(&Component::Data, bytes);
        if damaged.dump().is_ok() || open(&subject).data().chunks().count() == 1 {
            continue;
        }
        assert_eq!(of_key(&damaged, first).expect("a partition without damage"), expected, "{case}");
        checked += 1;
    }
    assert!(checked >= 2, "{checked}");
}

/// The partitions of all keys, looked up one by one.
fn looked_up(subject: &Subject, keys: &[Vec<u8>]) -> Vec<Result<Option<String>, String>> {
    let opened = OpenOptions::default().open_source(&subject.name, subject.version, subject.source());
    let sstable = match opened {
        Ok(sstable) => sstable,
        Err(e) => return vec![Err(e.to_string()); keys.len()],
    };
    let look_up = |key: &Vec<u8>| -> Result<Option<String>, SstableError> {
        let Some(mut partition) = sstable.partition(key, Slice::default())? else { return Ok(None) };
        let _ = partition.next_partition()?;
        let mut text = format!("{:?} {:?} {:?}", partition.key(), partition.deletion(), partition.static_row());
        while let Some(unfiltered) = partition.next_unfiltered()? {
            text += &format!(" {unfiltered:?}");
        }
        Ok(Some(text))
    };
    keys.iter().map(|key| look_up(key).map_err(|e| e.to_string())).collect()
}

#[test]
fn damaged_indexes_lead_to_no_other_key() {
    let cases = [
        "nb/generations/nb-2-big-",
        "oa/generations/oa-3-big-",
        "me/static_rows/me-1-big-",
        "da/collections/da-1-bti-",
    ];
    let indexes = [Component::PrimaryIndex, Component::Summary, Component::Partitions, Component::Rows];
    let mut asked = 0;
    for case in cases {
        let whole = Subject::load(case);
        let sstable = OpenOptions::default().open_source(case, whole.version, whole.source()).expect("it is whole");
        let (mut keys, mut partitions) = (Vec::new(), sstable.partitions());
        while partitions.next_partition().expect("a partition") {
            keys.push(partitions.key().to_vec());
        }
        let expected = looked_up(&whole, &keys);
        for (component, bytes) in whole.files.iter().filter(|(component, _)| indexes.contains(component)) {
            for place in places(bytes.len()) {
                for bit in [1u8, 4, 0x80] {
                    let mut other = bytes.clone();
                    other[place] ^= bit;
                    let found = looked_up(&whole.with(component, other), &keys);
                    for (found, expected) in found.iter().zip(&expected) {
                        asked += 1;
                        match found {
                            // A trie does not prove that a key is not in it.
                            Ok(None) => {
                                assert!(sstable.is_bti(), "{case}{component}, byte {place}, bit {bit}: not found")
                            }
                            Ok(_) => assert_eq!(found, expected, "{case}{component}, byte {place}, bit {bit}"),
                            Err(_) => {}
                        }
                    }
                }
            }
        }
    }
    assert!(asked > 3000, "{asked}");
}

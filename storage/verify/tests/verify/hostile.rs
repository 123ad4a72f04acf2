//! Input that wants to do harm: no panic, no hang, no memory without end.

use std::time::{Duration, Instant};

use cqlite_sstable::descriptor::Component;
use cqlite_verify::VerifyOptions;

use crate::sample::{Sample, DIGEST};

/// Numbers that follow from a seed (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

const CASES: [(&str, &str); 12] = [
    ("oa", "ranges"),
    ("oa", "wide"),
    ("da", "wide"),
    ("da", "many_partitions"),
    ("nb", "collections"),
    ("da", "static_complex"),
    ("oa", "columns_100"),
    ("md", "udt_cells"),
    ("ma", "simple"),
    ("oa", "counter"),
    ("oa", "clustering_66"),
    ("pa", "composite_pk"),
];

/// Does one of several kinds of harm to a component.
fn harm(bytes: &mut Vec<u8>, random: &mut Random) {
    let len = bytes.len();
    if len == 0 {
        return bytes.extend(random.next().to_be_bytes());
    }
    let at = random.below(len);
    match random.below(7) {
        0 => bytes[at] = random.next() as u8,
        1 => bytes[at] ^= 1 << random.below(8),
        // Lengths as large as they can be said.
        2 => bytes[at] = 0xff,
        3 => bytes.iter_mut().skip(at).take(9).for_each(|b| *b = 0xff),
        4 => bytes.truncate(at),
        5 => {
            let part = bytes[at..(at + 1 + random.below(64)).min(len)].to_vec();
            let to = random.below(len);
            let _ = bytes.splice(to..to, part);
        }
        _ => {
            let to = (at + 1 + random.below(16)).min(len);
            let _ = bytes.drain(at..to);
        }
    }
}

#[test]
fn random_harm_is_survived() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let rounds = std::env::var("CQLITE_VERIFY_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    for (letters, case) in CASES {
        let compressed = Sample::load(letters, case, 0);
        let plain = compressed.clone().plain();
        for round in 0..rounds {
            let mut sample = if round % 2 == 0 { compressed.clone() } else { plain.clone() };
            let components: Vec<_> =
                sample.parts.keys().filter(|c| **c != DIGEST && **c != Component::Toc).cloned().collect();
            for _ in 0..1 + random.below(3) {
                let component = &components[random.below(components.len())];
                harm(sample.bytes(component), &mut random);
            }
            // Half of the time checksums are right, as who means harm makes them.
            if !sample.parts.contains_key(&Component::CompressionInfo) && random.below(2) == 0 {
                sample = sample.data_sealed();
            }
            let start = Instant::now();
            let report =
                sample.verify_with(VerifyOptions { quick: round % 5 == 0, now: Some(0), ..VerifyOptions::default() });
            assert!(start.elapsed() < Duration::from_secs(20), "{letters} {case} {round}: {:?}", start.elapsed());
            assert!(report.findings.len() < 2500);
        }
    }
}

#[test]
fn every_truncation_is_survived() {
    for (letters, case) in [("oa", "ranges"), ("da", "static_rows")] {
        let sample = Sample::load(letters, case, 0).plain();
        for component in sample.parts.keys() {
            let len = sample.parts[component].len();
            let step = (len / 60).max(1);
            for at in (0..len).step_by(step) {
                let mut damaged = sample.clone();
                damaged.bytes(component).truncate(at);
                // A list need not end with a line end.
                let is_fine = *component == Component::Toc && at + 1 == len;
                assert!(!damaged.verify().is_clean() || is_fine, "{letters} {component} cut off at {at}");
            }
        }
    }
}

#[test]
fn lengths_that_promise_the_world_take_no_memory() {
    let sample = Sample::load("oa", "ranges", 0).plain();
    for path in ["partitions[0].unfiltereds[0].body.len_body", "partitions[1].key.len"] {
        let mut damaged = sample.clone();
        let at = sample.field(&Component::Data, path).offset as usize;
        let bytes = damaged.bytes(&Component::Data);
        let _ = bytes.splice(at..at + 1, [0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        assert!(damaged.data_sealed().verify().is_damaged());
    }
    let mut damaged = sample.clone();
    let at = sample.field(&Component::PrimaryIndex, "entries[0].len_promoted").offset as usize;
    let _ = damaged.bytes(&Component::PrimaryIndex).splice(at..=at, [0xff; 9]);
    assert!(damaged.verify().is_damaged());
}

#[test]
fn tries_that_lead_in_circles_or_grow_without_end_are_left() {
    let sample = Sample::load("da", "many_partitions", 0);
    let len = sample.parts[&Component::Partitions].len();
    // Every node becomes a parent of the one before it, which is shared by many.
    for fill in [0x11u8, 0x5f, 0xa1, 0xf1, 0x00, 0x21] {
        let mut damaged = sample.clone();
        damaged.bytes(&Component::Partitions)[..len - 60].fill(fill);
        let start = Instant::now();
        assert!(damaged.verify().is_damaged(), "{fill:#04x}");
        assert!(start.elapsed() < Duration::from_secs(20), "{fill:#04x}: {:?}", start.elapsed());
    }
    // Distances of 64 bits that are negative lead forward.
    let mut damaged = sample.clone();
    let root = sample.field(&Component::Partitions, "footer.root_pos").offset as usize;
    let bytes = damaged.bytes(&Component::Partitions);
    let node = [0xf0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    bytes[100..111].copy_from_slice(&node);
    bytes[root..root + 8].copy_from_slice(&100i64.to_be_bytes());
    assert!(damaged.verify().is_damaged());
}

//! What is collected beside the rows is what Cassandra's own classes collect (`recorded/README.md`).

use cqlite_sstable::writer::statistics::cardinality::{murmur2, CardinalitySketch};
use cqlite_sstable::writer::statistics::TombstoneHistogram;
use md5::{Digest, Md5};

/// The lines that begin so, in their fields.
fn lines(kind: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = include_str!("recorded/statistics.tsv").lines().map(|line| line.split('\t').collect::<Vec<_>>());
    lines.filter(move |fields| fields.first() == Some(&kind))
}

fn number<N: std::str::FromStr>(text: &str) -> N {
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The numbers that keys, hashes and times are made of.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn key(&mut self, i: u32) -> Vec<u8> {
        let mut key = i.to_be_bytes().to_vec();
        key.extend((0..i % 13).map(|_| self.next() as u8));
        key
    }

    fn with_run(&mut self) -> u64 {
        let first = (self.next() % 8192) << 51;
        let rest = self.next() << 20 | self.next();
        first | rest >> (self.next() % 51)
    }
}

#[test]
fn hashes_of_keys_are_those_of_cassandra() {
    let mut seen = 0;
    for fields in lines("hash") {
        let key: Vec<u8> = (0..fields[1].len() / 2)
            .map(|i| u8::from_str_radix(&fields[1][2 * i..2 * i + 2], 16).expect("hex"))
            .collect();
        assert_eq!(murmur2(&key) as i64, number::<i64>(fields[2]), "{fields:?}");
        seen += 1;
    }
    assert_eq!(seen, 40);
}

#[test]
fn sketches_are_those_of_the_library() {
    let mut seen = 0;
    for fields in lines("sketch") {
        let count: u32 = number(fields[2]);
        let (mut sketch, mut random) = (CardinalitySketch::default(), Random(count.into()));
        for i in 0..count {
            match fields[1] {
                "keys" => sketch.add(&random.key(i)),
                _ => sketch.add_hash(random.with_run()),
            }
        }
        let bytes = sketch.compaction_metadata().expect("a sketch").cardinality;
        assert_eq!((bytes.len(), hex(&Md5::digest(&bytes))), (number(fields[3]), fields[4].to_owned()), "{fields:?}");
        seen += 1;
    }
    assert_eq!(seen, 22);
}

#[test]
fn histograms_are_those_of_cassandra() {
    let mut seen = 0;
    for fields in lines("times") {
        let [count, first, range, step] = [2, 3, 4, 5].map(|i| number::<u64>(fields[i]));
        let (mut histogram, mut random) = (TombstoneHistogram::default(), Random(count));
        for _ in 0..count {
            histogram.add((first + random.next() % range * step) as i64);
        }
        let bins: Vec<String> = histogram.model().iter().map(|bin| format!("{}:{}", bin.point, bin.count)).collect();
        assert_eq!(bins.join(" "), fields[6], "{}", fields[1]);
        assert_eq!(histogram.count(), count);
        assert!(bins.len() <= 100);
        seen += 1;
    }
    assert_eq!(seen, 9);
}

#[test]
fn times_that_no_tombstone_has_are_counted() {
    let mut histogram = TombstoneHistogram::default();
    for time in [i64::MIN, -120, -1, i64::MAX - 1, 1] {
        histogram.add(time);
    }
    let bins: Vec<(f64, i64)> = histogram.model().iter().map(|bin| (bin.point, bin.count)).collect();
    assert_eq!(bins, [(60.0, 2), (4_294_967_293.0, 3)]);
}

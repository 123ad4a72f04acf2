//! The samples of Summary.db.
//!
//! Reference: `IndexSummaryBuilder`, `Downsampling`.

use cqlite_format::common::BytesU4;
use cqlite_format::summary::{Entry, SstableSummary};
use cqlite_format::version::SstableVersion;

/// Which entries of Index.db have a sample: one of each interval, of which a lower sampling level drops some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sampling {
    /// Entries of which one has a sample at full sampling.
    interval: u64,
    /// How many samples make a round, in which the same ones are dropped (`Downsampling.BASE_SAMPLING_LEVEL`).
    base: usize,
    /// Those of a round that are kept.
    kept: Vec<usize>,
}

impl Sampling {
    /// One sample of `interval` entries, with `level` of a round kept.
    #[must_use]
    pub fn new(version: SstableVersion, interval: u64, level: usize) -> Self {
        let base = full_level(version);
        Sampling { interval: interval.max(1), base, kept: kept_at(level, base) }
    }

    /// Number of the entry that sample `i` is of, both from 0.
    #[must_use]
    pub fn entry_of(&self, i: u64) -> u64 {
        let level = self.kept.len().max(1) as u64;
        let in_round = usize::try_from(i % level).ok().and_then(|i| self.kept.get(i)).copied().unwrap_or(0) as u64;
        (i / level).saturating_mul(self.base as u64).saturating_add(in_round).saturating_mul(self.interval)
    }

    /// Number of samples of so many entries.
    #[must_use]
    pub fn num_samples(&self, num_entries: u64) -> u64 {
        let all = self.size_at_full_sampling(num_entries);
        let (rounds, left) = (all / self.base as u64, all % self.base as u64);
        let last = self.kept.iter().filter(|i| (**i as u64) < left).count() as u64;
        rounds * self.kept.len() as u64 + last
    }

    /// Number of samples if none were dropped.
    #[must_use]
    pub fn size_at_full_sampling(&self, num_entries: u64) -> u64 {
        num_entries.div_ceil(self.interval)
    }
}

/// The sampling level at which no sample is dropped.
#[must_use]
pub fn full_level(version: SstableVersion) -> usize {
    usize::try_from(SstableSummary::base_sampling_level(version)).unwrap_or(1).max(1)
}

/// Makes Summary.db of the entries of Index.db, which come in their order.
#[derive(Debug, Clone)]
pub struct SummaryBuilder {
    sampling: Sampling,
    samples: Vec<Entry>,
    num_entries: u64,
    first: Vec<u8>,
    last: Vec<u8>,
}

impl SummaryBuilder {
    /// An empty one.
    #[must_use]
    pub fn new(sampling: Sampling) -> Self {
        SummaryBuilder { sampling, samples: Vec::new(), num_entries: 0, first: Vec::new(), last: Vec::new() }
    }

    /// Takes the next entry: its key, and its position in Index.db.
    pub fn entry(&mut self, key: &[u8], index_pos: u64) {
        if self.sampling.entry_of(self.samples.len() as u64) == self.num_entries {
            let index_pos = i64::try_from(index_pos).unwrap_or(i64::MAX);
            self.samples.push(Entry { key: key.to_vec(), index_pos, ..Entry::default() });
        }
        if self.num_entries == 0 {
            self.first = key.to_vec();
        }
        self.last.clear();
        self.last.extend_from_slice(key);
        self.num_entries += 1;
    }

    /// Summary.db.
    #[must_use]
    pub fn build(self) -> SstableSummary {
        let number = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
        SstableSummary {
            min_index_interval: number(self.sampling.interval),
            sampling_level: number(self.sampling.kept.len() as u64),
            size_at_full_sampling: number(self.sampling.size_at_full_sampling(self.num_entries)),
            entries: self.samples,
            first_key: BytesU4 { data: self.first, ..BytesU4::default() },
            last_key: BytesU4 { data: self.last, ..BytesU4::default() },
            ..SstableSummary::default()
        }
    }
}

/// Which of `base` samples are kept at a sampling level. Reference: `Downsampling.getOriginalIndexes`.
fn kept_at(level: usize, base: usize) -> Vec<usize> {
    let order = pattern(base);
    let dropped = order.get(..base - level.clamp(1, base)).unwrap_or_default();
    (0..base).filter(|i| !dropped.contains(i)).collect()
}

/// The order in which samples are dropped. Reference: `Downsampling.getSamplingPattern`.
fn pattern(level: usize) -> Vec<usize> {
    if level <= 1 {
        return vec![0];
    }
    let half = pattern(level / 2);
    let odds = half.iter().map(|i| 2 * i + 1);
    odds.chain(half.iter().map(|i| 2 * i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_dropped_as_cassandra_drops_them() {
        // DownsamplingTest.
        assert_eq!(pattern(1), [0]);
        assert_eq!(pattern(2), [1, 0]);
        assert_eq!(pattern(4), [3, 1, 2, 0]);
        assert_eq!(pattern(8), [7, 3, 5, 1, 6, 2, 4, 0]);
        assert_eq!(kept_at(128, 128), (0..128).collect::<Vec<_>>());
        assert_eq!(kept_at(64, 128), (0..128).filter(|i| i % 2 == 0).collect::<Vec<_>>());
        assert_eq!(kept_at(1, 128), [0]);
    }

    #[test]
    fn as_many_samples_are_made_as_there_should_be() {
        let version = SstableVersion::find("nb").expect("a version of the specification");
        for (interval, level) in [(1, 128), (3, 64), (2, 1), (7, 100)] {
            let sampling = Sampling::new(version, interval, level);
            for num_entries in [0, 1, 2, 127, 128, 129, 1000, 2000] {
                let mut builder = SummaryBuilder::new(sampling.clone());
                (0..num_entries).for_each(|i: u64| builder.entry(&i.to_be_bytes(), 10 * i));
                let built = builder.build();
                assert_eq!(
                    built.entries.len() as u64,
                    sampling.num_samples(num_entries),
                    "{interval} {level} {num_entries}"
                );
                for (i, entry) in (0..).zip(&built.entries) {
                    assert_eq!(entry.index_pos as u64, 10 * sampling.entry_of(i));
                }
            }
        }
    }
}

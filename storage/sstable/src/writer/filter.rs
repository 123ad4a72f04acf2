//! The Bloom filter of Filter.db.
//!
//! Reference: `FilterFactory`, `BloomCalculations`, `BloomFilter.add`.

use cqlite_format::filter::SstableFilter;
use cqlite_schema::partitioner::Murmur3Hash;

use super::{Target, WriteError};
use crate::component::{place_of, probes};

/// Bits that Cassandra adds to what the keys take (`FilterFactory.BITSET_EXCESS`).
const EXCESS_BITS: u64 = 20;

/// How many bits a key has, and how many of them are set (`BloomCalculations.BloomSpecification`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilterSpec {
    /// Bits that are set for a key.
    pub num_hashes: u32,
    /// Bits that there are for a key.
    pub bits_per_key: u64,
}

/// Why there is no filter for a chance.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("no Bloom filter has a chance of false positives of {0}: the least is 6.71e-5")]
pub struct UnsatisfiableChance(pub f64);

impl FilterSpec {
    /// That for a chance of false positives, the table option `bloom_filter_fp_chance`, and so many keys. With a chance of 1 there is no
    /// filter, which is the caller's to know.
    ///
    /// Reference: `BloomCalculations.computeBloomSpec`, `BloomCalculations.maxBucketsPerElement`.
    ///
    /// # Errors
    /// The chance is smaller than that of the largest filter, or no number.
    pub fn new(num_keys: u64, fp_chance: f64) -> Result<Self, UnsatisfiableChance> {
        // No more than fit 2^63 bits.
        let most = (i64::MAX.unsigned_abs() / num_keys.max(1)).min(CHANCES.len() as u64 - 1) as usize;
        let chance = |bits: usize, hashes: usize| CHANCES[bits].get(hashes).copied().unwrap_or(0.0);
        if fp_chance >= chance(LEAST_BITS, 1) {
            // Cassandra has mistaken the one number for the other here: one bit a key, and two hashes.
            return Ok(Self::of(BEST_HASHES[LEAST_BITS], LEAST_BITS));
        }
        let least = CHANCES[most].last().copied().unwrap_or(1.0);
        if fp_chance.is_nan() || fp_chance < least {
            return Err(UnsatisfiableChance(fp_chance));
        }
        let wide_enough = |bits: &usize| chance(*bits, BEST_HASHES[*bits]) <= fp_chance;
        let bits = (LEAST_BITS..CHANCES.len()).find(wide_enough).ok_or(UnsatisfiableChance(fp_chance))?;
        // Fewer hashes, as long as they do.
        let enough = |hashes: &usize| chance(bits, *hashes - 1) > fp_chance;
        let hashes = (1..=BEST_HASHES[bits]).rev().find(enough).unwrap_or(1);
        Ok(Self::of(bits, hashes))
    }

    fn of(bits: usize, hashes: usize) -> Self {
        FilterSpec { num_hashes: hashes as u32, bits_per_key: bits as u64 }
    }

    /// Number of 64-bit words of a filter for so many keys (`FilterFactory.createFilter`, `OffHeapBitSet`).
    #[must_use]
    pub fn num_words(&self, num_keys: u64) -> u64 {
        num_keys.saturating_mul(self.bits_per_key).saturating_add(EXCESS_BITS).div_ceil(u64::from(u64::BITS))
    }
}

/// Makes a filter of keys' hashes.
#[derive(Debug, Clone)]
pub struct FilterBuilder {
    num_hashes: u32,
    words: Vec<u64>,
}

impl FilterBuilder {
    /// An empty one that sets so many bits of its words for a key.
    #[must_use]
    pub fn new(num_hashes: u32, num_words: usize) -> Self {
        FilterBuilder { num_hashes, words: vec![0; num_words] }
    }

    /// That of a target for so many keys; none if every key would be in it.
    ///
    /// # Errors
    /// There is no such filter, or it would be larger than what is read.
    pub(super) fn for_keys(target: &Target, num_keys: u64) -> Result<Option<Self>, WriteError> {
        if target.bloom_filter_fp_chance >= 1.0 {
            return Ok(None);
        }
        let spec = FilterSpec::new(num_keys, target.bloom_filter_fp_chance)?;
        let num_words = spec.num_words(num_keys);
        let len = num_words.saturating_mul(u64::from(u64::BITS / u8::BITS));
        let too_large = WriteError::FilterTooLarge { len, limit: target.limits.index };
        match usize::try_from(num_words) {
            Ok(num_words) if len <= target.limits.index => Ok(Some(FilterBuilder::new(spec.num_hashes, num_words))),
            _ => Err(too_large),
        }
    }

    /// Adds a key, by its hash ([`murmur3_x64_128`](cqlite_schema::partitioner::murmur3_x64_128)).
    pub fn add(&mut self, hash: Murmur3Hash) {
        for bit in probes(hash, self.num_hashes, self.words.len()) {
            let (word, mask) = place_of(bit);
            if let Some(word) = self.words.get_mut(word) {
                *word |= mask;
            }
        }
    }

    /// The words as the keys so far make them.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Filter.db.
    #[must_use]
    pub fn build(self) -> SstableFilter {
        let num_hashes = i32::try_from(self.num_hashes).unwrap_or(i32::MAX);
        SstableFilter { num_hashes, words: self.words, ..SstableFilter::default() }
    }
}

/// Fewest bits for a key (`BloomCalculations.minBuckets`).
const LEAST_BITS: usize = 2;

/// The best number of hashes by the number of bits for a key (`BloomCalculations.optKPerBuckets`).
const BEST_HASHES: [usize; 21] = [1, 1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11, 12, 12, 13, 14];

/// Chances of false positives, by the number of bits for a key and in each the number of hashes (`BloomCalculations.probs`).
#[rustfmt::skip]
const CHANCES: [&[f64]; 21] = [
    &[1.0],
    &[1.0, 1.0],
    &[1.0, 0.393, 0.4],
    &[1.0, 0.283, 0.237, 0.253],
    &[1.0, 0.221, 0.155, 0.147, 0.16],
    &[1.0, 0.181, 0.109, 0.092, 0.092, 0.101],
    &[1.0, 0.154, 0.0804, 0.0609, 0.0561, 0.0578, 0.0638],
    &[1.0, 0.133, 0.0618, 0.0423, 0.0359, 0.0347, 0.0364],
    &[1.0, 0.118, 0.0489, 0.0306, 0.024, 0.0217, 0.0216, 0.0229],
    &[1.0, 0.105, 0.0397, 0.0228, 0.0166, 0.0141, 0.0133, 0.0135, 0.0145],
    &[1.0, 0.0952, 0.0329, 0.0174, 0.0118, 0.00943, 0.00844, 0.00819, 0.00846],
    &[1.0, 0.0869, 0.0276, 0.0136, 0.00864, 0.0065, 0.00552, 0.00513, 0.00509],
    &[1.0, 0.08, 0.0236, 0.0108, 0.00646, 0.00459, 0.00371, 0.00329, 0.00314],
    &[1.0, 0.074, 0.0203, 0.00875, 0.00492, 0.00332, 0.00255, 0.00217, 0.00199, 0.00194],
    &[1.0, 0.0689, 0.0177, 0.00718, 0.00381, 0.00244, 0.00179, 0.00146, 0.00129, 0.00121, 0.0012],
    &[1.0, 0.0645, 0.0156, 0.00596, 0.003, 0.00183, 0.00128, 0.001, 0.000852, 0.000775, 0.000744],
    &[1.0, 0.0606, 0.0138, 0.005, 0.00239, 0.00139, 0.000935, 0.000702, 0.000574, 0.000505, 0.00047, 0.000459],
    &[1.0, 0.0571, 0.0123, 0.00423, 0.00193, 0.00107, 0.000692, 0.000499, 0.000394, 0.000335, 0.000302, 0.000287, 0.000284],
    &[1.0, 0.054, 0.0111, 0.00362, 0.00158, 0.000839, 0.000519, 0.00036, 0.000275, 0.000226, 0.000198, 0.000183, 0.000176],
    &[1.0, 0.0513, 0.00998, 0.00312, 0.0013, 0.000663, 0.000394, 0.000264, 0.000194, 0.000155, 0.000132, 0.000118, 0.000111, 0.000109],
    &[1.0, 0.0488, 0.00906, 0.0027, 0.00108, 0.00053, 0.000303, 0.000196, 0.00014, 0.000108, 0.0000889, 0.0000777, 0.0000712, 0.0000679, 0.0000671],
];

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_schema::partitioner::murmur3_x64_128;
    use cqlite_test_data::{bytes, recorded};

    #[test]
    fn filters_are_those_that_cassandra_makes() {
        // `Vectors.java` makes three for 100 keys, with these chances; the first 100 keys after each are in it.
        let lines = recorded("bloom.txt");
        let mut filters: Vec<(&str, Vec<Vec<u8>>)> = Vec::new();
        for line in &lines {
            match line.strip_prefix("filter ") {
                Some(filter) => filters.push((filter, Vec::new())),
                None => {
                    let key = line.split(' ').nth(1).and_then(bytes).expect("a key");
                    filters.last_mut().expect("a filter").1.push(key);
                }
            }
        }
        for ((filter, keys), chance) in filters.iter().zip([0.01, 0.1, 0.5]) {
            let spec = FilterSpec::new(100, chance).expect("a filter");
            let mut builder =
                FilterBuilder::new(spec.num_hashes, usize::try_from(spec.num_words(100)).expect("a length"));
            keys.iter().take(100).for_each(|key| builder.add(murmur3_x64_128(key)));
            let built = builder.build();
            let stored: Vec<&str> = filter.split(' ').collect();
            assert_eq!(built.num_hashes.to_string(), stored[0], "{chance}");
            // Their number, and the words as they are in memory.
            let words = bytes(stored[1]).expect("words");
            let expected: Vec<u64> =
                words[4..].chunks(8).map(|word| u64::from_le_bytes(word.try_into().expect("8 bytes"))).collect();
            assert_eq!(built.words, expected, "{chance}");
        }
        assert_eq!(filters.len(), 3);
    }

    #[test]
    fn a_filter_is_no_larger_than_what_is_read() {
        let path = cqlite_test_data::corpus().join("nb/simple/nb-1-big-Data.db");
        let sstable = crate::Sstable::open(path).expect("an SSTable");
        let mut target = Target::like(&sstable, sstable.version()).expect("a target");
        let keys = target.estimated_keys.expect("an SSTable's partitions are known");
        assert!(matches!(FilterBuilder::for_keys(&target, keys), Ok(Some(_))));
        let e = FilterBuilder::for_keys(&target, u64::MAX / 100).expect_err("more than memory has");
        assert!(matches!(e, WriteError::FilterTooLarge { limit, .. } if limit == target.limits.index), "{e}");
        target.bloom_filter_fp_chance = 1.0;
        assert!(matches!(FilterBuilder::for_keys(&target, keys), Ok(None)));
    }

    #[test]
    fn specs_are_those_of_cassandra() {
        // BloomCalculations.computeBloomSpec of 5.0.8.
        for (chance, hashes, bits) in SPECS {
            let expected = FilterSpec { num_hashes: *hashes, bits_per_key: *bits };
            assert_eq!(FilterSpec::new(1000, *chance), Ok(expected), "{chance}");
        }
        for chance in [0.0, 6.7e-5, -1.0, f64::NAN] {
            assert!(FilterSpec::new(1000, chance).is_err(), "{chance}");
        }
        assert!(FilterSpec::new(u64::MAX, 0.01).is_err());
    }

    /// Chance, hashes, bits for a key.
    const SPECS: &[(f64, u32, u64)] = &[
        (0.0000671, 14, 20),
        (0.000070, 13, 20),
        (0.00010, 10, 20),
        (0.00050, 10, 16),
        (0.001, 7, 15),
        (0.002, 8, 13),
        (0.005, 5, 12),
        (0.01, 5, 10),
        (0.02, 4, 9),
        (0.05, 3, 7),
        (0.1, 3, 5),
        (0.2, 2, 4),
        (0.3, 1, 3),
        (0.392, 1, 3),
        (0.393, 2, 1),
        (0.5, 2, 1),
        (0.9, 2, 1),
        (0.999, 2, 1),
    ];
}

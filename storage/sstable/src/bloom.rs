//! The Bloom filter of partition keys in `Filter.db`.
//!
//! Reference: `BloomFilter`, `BloomFilterSerializer`, `OffHeapBitSet`.

use cqlite_runtime::array::{Any, ArrayView};

use cqlite_schema::partitioner::{murmur3_x64_128, Murmur3Hash};

use crate::Limits;

/// The 64-bit words of a filter: bit `n` is bit `n % 64` of word `n / 64`.
pub trait Words {
    /// Number of words.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Word `i`.
    fn word(&self, i: usize) -> Option<u64>;
}

impl Words for ArrayView<'_, Any<u64>> {
    fn len(&self) -> usize {
        usize::try_from(ArrayView::len(self)).unwrap_or(usize::MAX)
    }

    fn word(&self, i: usize) -> Option<u64> {
        self.get(i64::try_from(i).ok()?).ok().map(|word| word.0)
    }
}

impl Words for &[u64] {
    fn len(&self) -> usize {
        <[u64]>::len(self)
    }

    fn word(&self, i: usize) -> Option<u64> {
        self.get(i).copied()
    }
}

/// A filter over borrowed words.
#[derive(Clone, Copy, Debug)]
pub struct BloomFilter<W> {
    num_hashes: u32,
    words: W,
}

/// Why a filter cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BloomError {
    /// More hashes than make sense.
    #[error("the filter has {num_hashes} hashes, more than {limit}")]
    TooManyHashes {
        /// Their number.
        num_hashes: u32,
        /// The most that are accepted ([`Limits::hashes`]).
        limit: u32,
    },
}

impl<W: Words> BloomFilter<W> {
    /// A filter of that many hashes over `words`. Without words, as where `Filter.db` is absent, it contains every key.
    ///
    /// # Errors
    /// [`BloomError::TooManyHashes`].
    pub fn new(num_hashes: u32, words: W, limits: &Limits) -> Result<Self, BloomError> {
        if num_hashes > limits.hashes {
            return Err(BloomError::TooManyHashes { num_hashes, limit: limits.hashes });
        }
        Ok(BloomFilter { num_hashes, words })
    }

    /// Whether the key may be present; `false` is certain.
    #[must_use]
    pub fn may_contain(&self, key: &[u8]) -> bool {
        self.may_contain_hash(murmur3_x64_128(key))
    }

    /// As [`may_contain`](Self::may_contain), for a key that has been hashed before.
    #[must_use]
    pub fn may_contain_hash(&self, hash: Murmur3Hash) -> bool {
        probes(hash, self.num_hashes, self.words.len()).all(|bit| self.is_set(bit))
    }

    fn is_set(&self, bit: usize) -> bool {
        self.words.word(bit / 64).is_none_or(|word| (word >> (bit % 64)) & 1 == 1)
    }
}

/// The bits that a key sets in a filter of so many words. Reference: `BloomFilter.setIndexes`.
pub fn probes(hash: Murmur3Hash, num_hashes: u32, num_words: usize) -> impl Iterator<Item = usize> {
    let bits = i64::try_from(num_words).unwrap_or(i64::MAX).saturating_mul(64).max(1);
    let (mut base, step) = (hash.h2 as i64, hash.h1 as i64);
    (0..num_hashes).map(move |_| {
        let bit = (base % bits).unsigned_abs();
        base = base.wrapping_add(step);
        bit as usize
    })
}

#[cfg(test)]
#[path = "bloom_tests.rs"]
mod tests;

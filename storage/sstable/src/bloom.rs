//! The Bloom filter of partition keys in `Filter.db`.
//!
//! Reference: `BloomFilter`, `BloomFilterSerializer`, `OffHeapBitSet`.

use crate::partitioner::{murmur3_x64_128, Murmur3Hash};

/// Most hashes a filter may ask for; Cassandra's own use up to 20.
const MAX_HASHES: u32 = 1024;

/// How the bits of a filter lie in its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BitLayout {
    /// Bit `i` is bit `i % 8` of byte `i / 8` (BIG from `na`, BTI from `ba`).
    Bytes,
    /// The same in 64-bit words stored big-endian: each group of 8 bytes is reversed (before).
    Words,
}

/// A filter over borrowed bits.
#[derive(Clone, Copy, Debug)]
pub struct BloomFilter<'a> {
    num_hashes: u32,
    bits: &'a [u8],
    layout: BitLayout,
}

/// Why a filter cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BloomError {
    /// More hashes than make sense.
    #[error("the filter has {num_hashes} hashes, more than {MAX_HASHES}")]
    TooManyHashes {
        /// Their number.
        num_hashes: u32,
    },
    /// Bits come in 64-bit words.
    #[error("the filter has {len} bytes of bits, which is not a multiple of 8")]
    PartialWord {
        /// Length of the bits in bytes.
        len: usize,
    },
}

impl<'a> BloomFilter<'a> {
    /// A filter of that many hashes over `bits`. Without bits, as where `Filter.db` is absent, it contains every key.
    ///
    /// # Errors
    /// [`BloomError::TooManyHashes`], [`BloomError::PartialWord`].
    pub fn new(num_hashes: u32, bits: &'a [u8], layout: BitLayout) -> Result<Self, BloomError> {
        if num_hashes > MAX_HASHES {
            return Err(BloomError::TooManyHashes { num_hashes });
        }
        if bits.len() % 8 != 0 {
            return Err(BloomError::PartialWord { len: bits.len() });
        }
        Ok(BloomFilter { num_hashes, bits, layout })
    }

    /// Whether the key may be present; `false` is certain.
    #[must_use]
    pub fn may_contain(&self, key: &[u8]) -> bool {
        self.may_contain_hash(murmur3_x64_128(key))
    }

    /// As [`may_contain`](Self::may_contain), for a key that has been hashed before.
    #[must_use]
    pub fn may_contain_hash(&self, hash: Murmur3Hash) -> bool {
        probes(hash, self.num_hashes, self.bits.len()).all(|bit| self.is_set(bit))
    }

    fn is_set(&self, bit: usize) -> bool {
        let byte = match self.layout {
            BitLayout::Bytes => bit / 8,
            BitLayout::Words => (bit / 8) ^ 7,
        };
        self.bits.get(byte).is_none_or(|byte| (byte >> (bit % 8)) & 1 == 1)
    }
}

/// The bits a key sets in a filter of `len` bytes. Reference: `BloomFilter.setIndexes`.
fn probes(hash: Murmur3Hash, count: u32, len: usize) -> impl Iterator<Item = usize> {
    let bits = (len as i64).saturating_mul(8).max(1);
    let (mut base, step) = (hash.h2 as i64, hash.h1 as i64);
    (0..count).map(move |_| {
        let bit = (base % bits).unsigned_abs();
        base = base.wrapping_add(step);
        bit as usize
    })
}

#[cfg(test)]
#[path = "bloom_tests.rs"]
mod tests;

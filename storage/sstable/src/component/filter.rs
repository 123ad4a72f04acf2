//! Filter.db: the Bloom filter of partition keys.
//!
//! Reference: `BloomFilter`, `BloomFilterSerializer`, `OffHeapBitSet`.

use cqlite_format::filter::{SstableFilterParams, SstableFilterRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::array::{Any, ArrayView};
use cqlite_runtime::{ReadError, Reader};
use cqlite_schema::partitioner::{murmur3_x64_128, Murmur3Hash};

use crate::{Limits, SstableError, SstableErrorKind};

/// A Bloom filter, borrowed: bit `n` is bit `n % 64` of word `n / 64`.
#[derive(Clone, Copy, Debug)]
pub struct Filter<'b> {
    num_hashes: u32,
    words: ArrayView<'b, Any<u64>>,
}

/// Why a filter cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FilterError {
    /// The bytes are not what the specification says.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Bytes after the last word.
    #[error("{remaining} bytes follow the last word")]
    TrailingBytes {
        /// Their position.
        offset: u64,
        /// Their number.
        remaining: u64,
    },
    /// More hashes than make sense.
    #[error("the filter has {num_hashes} hashes, more than {limit}")]
    TooManyHashes {
        /// Their number.
        num_hashes: u32,
        /// The most that are accepted ([`Limits::hashes`]).
        limit: u32,
    },
}

impl From<FilterError> for SstableError {
    fn from(e: FilterError) -> Self {
        match e {
            FilterError::Read(e) => e.into(),
            other => SstableError::new(SstableErrorKind::Mismatch(other.to_string().into())),
        }
    }
}

impl<'b> Filter<'b> {
    /// The filter in the bytes of Filter.db. An empty file is that of a table without filters.
    ///
    /// # Errors
    /// [`FilterError`].
    #[inline]
    pub fn read(bytes: &'b [u8], version: SstableVersion, limits: &Limits) -> Result<Option<Self>, FilterError> {
        if bytes.is_empty() {
            return Ok(None);
        }
        let mut r = Reader::new(bytes);
        let head = SstableFilterRef::read(&mut r, &SstableFilterParams::new(version))?;
        if !r.at_end() {
            return Err(FilterError::TrailingBytes { offset: r.offset(), remaining: r.remaining() as u64 });
        }
        let num_hashes = u32::try_from(head.num_hashes).unwrap_or(0);
        if num_hashes > limits.hashes {
            return Err(FilterError::TooManyHashes { num_hashes, limit: limits.hashes });
        }
        Ok(Some(Filter { num_hashes, words: head.words }))
    }

    /// Bits that are looked at for a key.
    #[must_use]
    pub fn num_hashes(&self) -> u32 {
        self.num_hashes
    }

    /// The bits.
    #[must_use]
    pub fn words(&self) -> ArrayView<'b, Any<u64>> {
        self.words
    }

    /// Number of words.
    #[must_use]
    pub fn num_words(&self) -> usize {
        usize::try_from(self.words.len()).unwrap_or(usize::MAX)
    }

    /// Whether the key may be present; `false` is certain. Without bits every key may be.
    #[must_use]
    pub fn may_contain(&self, key: &[u8]) -> bool {
        self.may_contain_hash(murmur3_x64_128(key))
    }

    /// As [`may_contain`](Self::may_contain), for a key that has been hashed before.
    #[must_use]
    pub fn may_contain_hash(&self, hash: Murmur3Hash) -> bool {
        probes(hash, self.num_hashes, self.num_words()).all(|bit| self.is_set(bit))
    }

    fn is_set(&self, bit: usize) -> bool {
        let (word, mask) = place_of(bit);
        let word = i64::try_from(word).ok().and_then(|i| self.words.get(i).ok());
        word.is_none_or(|word| word.0 & mask != 0)
    }
}

/// The number of the word that has a bit, and that bit in it.
#[inline]
pub(crate) fn place_of(bit: usize) -> (usize, u64) {
    let bits = u64::BITS as usize;
    (bit / bits, 1 << (bit % bits))
}

/// The bits that a key sets in a filter of so many words. Reference: `BloomFilter.setIndexes`.
pub(crate) fn probes(hash: Murmur3Hash, num_hashes: u32, num_words: usize) -> impl Iterator<Item = usize> {
    let bits = i64::try_from(num_words).unwrap_or(i64::MAX).saturating_mul(64).max(1);
    let (mut base, step) = (hash.h2 as i64, hash.h1 as i64);
    (0..num_hashes).map(move |_| {
        let bit = (base % bits).unsigned_abs();
        base = base.wrapping_add(step);
        bit as usize
    })
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;

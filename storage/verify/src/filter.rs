//! Filter.db: every key must pass, and each bit must be some key's.
//!
//! Reference: `BloomFilter`, `BloomFilterSerializer`.

use cqlite_format::filter::{SstableFilter, SstableFilterParams, SstableFilterRef};
use cqlite_runtime::Reader;
use cqlite_sstable::bloom::{BitLayout, BloomFilter};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::partitioner::{murmur3_x64_128, Murmur3Hash};

use crate::files::Files;
use crate::log::Log;
use crate::source::read_all;
use crate::{Check, Finding, VerifyError};

/// Largest Filter.db that is read, in bytes.
const LIMIT: u64 = 4 << 30;
/// Largest one that is built anew, in bytes, to find bits of no key.
const REBUILD_LIMIT: usize = 256 << 20;
/// Most hashes Cassandra uses (`BloomCalculations.probs`).
const MAX_HASHES: i32 = 20;
/// Bytes before the words.
const LEN_HEAD: usize = 8;

const FILTER: &Component = &Component::Filter;

/// Filter.db, in use.
pub(crate) struct Filter {
    bytes: Vec<u8>,
    num_hashes: u32,
    layout: BitLayout,
    /// The words as the keys so far make them.
    rebuilt: Option<Vec<u8>>,
}

impl Filter {
    /// The filter, if there is one that can be used.
    pub(crate) fn open(files: &Files, log: &mut Log<'_>) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(FILTER)? else {
            log.skip(&[Check::Filter], "there is no Filter.db");
            return Ok(None);
        };
        if file.is_empty() {
            log.skip(&[Check::Filter], "Filter.db is empty");
            return Ok(None);
        }
        let mut bytes = read_all(&*file, FILTER, LIMIT)?;
        let params = SstableFilterParams { v: files.version, marker: std::marker::PhantomData };
        log.count(Check::Decoding);
        let mut r = Reader::new(&bytes);
        let head = match SstableFilterRef::read(&mut Reader::new(&bytes), &params) {
            Ok(head) => head,
            Err(e) => {
                log.undecodable(Check::Decoding, FILTER, &e);
                return Ok(None);
            }
        };
        if SstableFilter::skip(&mut r, &params).is_ok() && !r.at_end() {
            let message = format!("{} bytes follow the last word", r.remaining());
            log.find(Finding::error(Check::Decoding, FILTER, message).file(r.offset()));
        }
        let layout = if head.words.is_some() { BitLayout::Bytes } else { BitLayout::Words };
        let num_hashes = head.num_hashes;
        if !(1..=MAX_HASHES).contains(&num_hashes) {
            let message = format!("there are {num_hashes} hashes, expected 1 to {MAX_HASHES}");
            log.find(Finding::error(Check::Filter, FILTER, message).file(0).field("num_hashes"));
            return Ok(None);
        }
        if head.num_words == 0 {
            log.find(Finding::error(Check::Filter, FILTER, "there are no words").file(4).field("num_words"));
            return Ok(None);
        }
        // The head's length is known to fit.
        let words = 8 * usize::try_from(head.num_words).unwrap_or(0);
        let num_words_end = LEN_HEAD + words;
        let rebuilt = (words <= REBUILD_LIMIT).then(|| vec![0; words]);
        if rebuilt.is_none() {
            log.skip(&[Check::Filter], "Filter.db is too large to look for bits of no key");
        }
        bytes.truncate(num_words_end);
        Ok(Some(Filter { bytes, num_hashes: num_hashes.unsigned_abs(), layout, rebuilt }))
    }

    /// Whether a key passes.
    pub(crate) fn admits(&mut self, key: &[u8]) -> bool {
        let words = self.bytes.get(LEN_HEAD..).unwrap_or_default();
        let hash = murmur3_x64_128(key);
        let Some(rebuilt) = &mut self.rebuilt else {
            let filter = BloomFilter::new(self.num_hashes, words, self.layout);
            return filter.is_ok_and(|filter| filter.may_contain_hash(hash));
        };
        let mut is_let_through = true;
        for bit in bits(hash, self.num_hashes, words.len()) {
            let byte = match self.layout {
                BitLayout::Bytes => bit / 8,
                BitLayout::Words => (bit / 8) ^ 7,
            };
            let mask = 1 << (bit % 8);
            if let (Some(stored), Some(own)) = (words.get(byte), rebuilt.get_mut(byte)) {
                is_let_through &= stored & mask != 0;
                *own |= mask;
            }
        }
        is_let_through
    }

    /// Once all keys have been shown: bits that none of them sets.
    pub(crate) fn finish(self, log: &mut Log<'_>) {
        let Some(rebuilt) = self.rebuilt else { return };
        let words = self.bytes.get(LEN_HEAD..).unwrap_or_default();
        let more = |(stored, own): (&u8, &u8)| stored & !own;
        let extra: u64 = words.iter().zip(&rebuilt).map(|pair| u64::from(more(pair).count_ones())).sum();
        if let Some(at) = words.iter().zip(&rebuilt).position(|pair| more(pair) != 0) {
            let message = format!("{extra} bits are set that no key sets: more keys than need be pass");
            let field = format!("words[{}]", at / 8);
            log.find(Finding::warning(Check::Filter, FILTER, message).file((LEN_HEAD + at) as u64).field(field));
        }
    }
}

/// The bits a key sets in a filter of `len` bytes. Reference: `BloomFilter.setIndexes`.
fn bits(hash: Murmur3Hash, count: u32, len: usize) -> impl Iterator<Item = usize> {
    let bits = i64::try_from(len).unwrap_or(i64::MAX).saturating_mul(8).max(1);
    let (base, step) = (hash.h2 as i64, hash.h1 as i64);
    (0..i64::from(count)).map(move |i| (base.wrapping_add(step.wrapping_mul(i)) % bits).unsigned_abs() as usize)
}

/// A key that does not pass.
pub(crate) fn rejected(key: &[u8]) -> Finding {
    let message = "the filter does not let the partition's key through: reads do not find it";
    Finding::error(Check::Filter, FILTER, message).field("words").key(key)
}

/// Checks the filter without keys.
pub(crate) fn check_alone(files: &Files, log: &mut Log<'_>) -> Result<(), VerifyError> {
    if files.is_bti() && Filter::open(files, log)?.is_some() {
        log.skip(&[Check::Filter], "the keys are with the rows");
    }
    Ok(())
}

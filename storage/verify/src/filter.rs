//! Filter.db: every key must pass, and each bit must be some key's.
//!
//! Reference: `BloomFilter`, `BloomFilterSerializer`.

use cqlite_format::filter::{SstableFilter, SstableFilterParams};
use cqlite_runtime::Reader;
use cqlite_schema::partitioner::murmur3_x64_128;
use cqlite_sstable::bloom::BloomFilter;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::reader::Locator;
use cqlite_sstable::writer::filter::FilterBuilder;
use cqlite_sstable::Limits;

use crate::fields::{filter, Field};
use crate::files::Files;
use crate::log::Log;
use crate::metadata::Metadata;
use crate::rule::Breach;
use crate::source::read_all;
use crate::{rule, Check, Finding, VerifyError};

const FILTER: &Component = &Component::Filter;

/// Filter.db, in use.
pub(crate) struct Filter {
    words: Vec<u64>,
    /// Offset of the first word in the file, and the length of one, in bytes.
    words_at: u64,
    len_word: u64,
    num_hashes: u32,
    /// The words as the keys so far make them.
    rebuilt: Option<FilterBuilder>,
    limits: Limits,
}

impl Filter {
    /// The filter, if there is one that can be used. A filter that lets every key through is empty, or not there.
    pub(crate) fn open(files: &Files, metadata: &Metadata, log: &mut Log<'_>) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(FILTER)? else {
            log.skip(&[Check::Filter], "there is no Filter.db");
            return Ok(None);
        };
        if file.is_empty() {
            let chance = metadata.validation().map_or(1.0, |(_, validation)| validation.bloom_filter_fp_chance);
            if chance < 1.0 {
                log.find(rule::empty_filter(chance).of(FILTER));
                return Ok(None);
            }
            log.skip(&[Check::Filter], "Filter.db is empty");
            return Ok(None);
        }
        let Some(bytes) = read_all(&*file, FILTER, log)? else { return Ok(None) };
        let params = SstableFilterParams::new(files.version);
        let mut r = Reader::new(&bytes);
        let Some(model) = log.decoded(FILTER, SstableFilter::decode(&mut r, &params)) else { return Ok(None) };
        log.ends(FILTER, &r);
        let located = |breach: Breach, field: Field| {
            breach.of(FILTER).located(field, &bytes, |r, w| SstableFilter::walk(r, &params, w))
        };
        let num_hashes = model.num_hashes;
        let most = log.options.limits.hashes;
        if num_hashes < 1 || num_hashes.unsigned_abs() > most {
            log.find(located(rule::filter_hash_count(num_hashes, most), filter::NUM_HASHES));
            return Ok(None);
        }
        if model.words.is_empty() {
            log.find(located(rule::filter_without_words(), filter::NUM_WORDS));
            return Ok(None);
        }
        let words_at =
            Locator::locate(&bytes, filter::WORDS.nth(0).as_str(), |r, w| SstableFilter::walk(r, &params, w))
                .unwrap_or(0);
        let rebuilt = (bytes.len() as u64 <= log.options.limits.rebuilt)
            .then(|| FilterBuilder::new(num_hashes.unsigned_abs(), model.words.len()));
        if rebuilt.is_none() {
            log.skip(&[Check::Filter], "Filter.db is too large to look for bits of no key");
        }
        let len_word = SstableFilter::len_word(files.version).unsigned_abs();
        let (num_hashes, limits) = (num_hashes.unsigned_abs(), log.options.limits);
        Ok(Some(Filter { words: model.words, words_at, len_word, num_hashes, rebuilt, limits }))
    }

    /// Whether a key passes.
    pub(crate) fn admits(&mut self, key: &[u8]) -> bool {
        let hash = murmur3_x64_128(key);
        if let Some(rebuilt) = &mut self.rebuilt {
            rebuilt.add(hash);
        }
        BloomFilter::new(self.num_hashes, self.words.as_slice(), &self.limits)
            .is_ok_and(|filter| filter.may_contain_hash(hash))
    }

    /// Once all keys have been shown: bits that none of them sets.
    pub(crate) fn finish(self, log: &mut Log<'_>) {
        let Some(rebuilt) = self.rebuilt else { return };
        let more = |(stored, own): (&u64, &u64)| stored & !own;
        let pairs = || self.words.iter().zip(rebuilt.words());
        let extra: u64 = pairs().map(|pair| u64::from(more(pair).count_ones())).sum();
        if let Some(at) = pairs().position(|pair| more(pair) != 0) {
            let offset = self.words_at + at as u64 * self.len_word;
            log.find(rule::stray_filter_bits(extra).of(FILTER).file(offset).field(filter::WORDS.nth(at)));
        }
    }
}

/// A key that does not pass.
pub(crate) fn rejected(key: &[u8]) -> Finding {
    rule::key_not_in_filter().of(FILTER).field(filter::WORDS).key(key)
}

/// Checks the filter without keys.
pub(crate) fn check_alone(files: &Files, metadata: &Metadata, log: &mut Log<'_>) -> Result<(), VerifyError> {
    if files.is_bti() && Filter::open(files, metadata, log)?.is_some() {
        log.skip(&[Check::Filter], "the keys are with the rows");
    }
    Ok(())
}

//! Filter.db: every key must pass, and each bit must be some key's.

use cqlite_format::filter::{SstableFilter, SstableFilterParams};
use cqlite_format::version::SstableVersion;
use cqlite_schema::partitioner::murmur3_x64_128;
use cqlite_sstable::component::{self, FilterError};
use cqlite_sstable::descriptor::Component;
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
    bytes: Vec<u8>,
    version: SstableVersion,
    limits: Limits,
    /// The words as the keys so far make them.
    rebuilt: Option<FilterBuilder>,
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
        let (version, limits) = (files.version, log.options.limits);
        let located = |breach: Breach, field: Field| {
            let params = SstableFilterParams::new(version);
            breach.of(FILTER).located(field, &bytes, |r, w| SstableFilter::walk(r, &params, w))
        };
        log.count(Check::Decoding);
        let hash_count = |n: u32| located(rule::filter_hash_count(n, limits.hashes), filter::NUM_HASHES);
        let found = match component::Filter::read(&bytes, version, &limits) {
            Err(FilterError::Read(e)) => {
                log.undecodable(FILTER, &e);
                return Ok(None);
            }
            Err(FilterError::TooManyHashes { num_hashes, .. }) => Err(hash_count(num_hashes)),
            Err(FilterError::TrailingBytes { offset, remaining }) => {
                Err(rule::trailing_bytes(remaining).of(FILTER).file(offset))
            }
            Err(_) | Ok(None) => return Ok(None),
            Ok(Some(filter)) if filter.num_hashes() == 0 => Err(hash_count(0)),
            Ok(Some(filter)) if filter.num_words() == 0 => {
                Err(located(rule::filter_without_words(), filter::NUM_WORDS))
            }
            Ok(Some(filter)) => Ok((filter.num_hashes(), filter.num_words())),
        };
        let (num_hashes, num_words) = match found {
            Ok(found) => found,
            Err(finding) => {
                log.find(finding);
                return Ok(None);
            }
        };
        let rebuilt = (bytes.len() as u64 <= limits.rebuilt).then(|| FilterBuilder::new(num_hashes, num_words));
        if rebuilt.is_none() {
            log.skip(&[Check::Filter], "Filter.db is too large to look for bits of no key");
        }
        Ok(Some(Filter { bytes, version, limits, rebuilt }))
    }

    fn stored(&self) -> Option<component::Filter<'_>> {
        component::Filter::read(&self.bytes, self.version, &self.limits).ok().flatten()
    }

    /// Whether a key passes.
    pub(crate) fn admits(&mut self, key: &[u8]) -> bool {
        let hash = murmur3_x64_128(key);
        if let Some(rebuilt) = &mut self.rebuilt {
            rebuilt.add(hash);
        }
        self.stored().is_none_or(|filter| filter.may_contain_hash(hash))
    }

    /// Once all keys have been shown: bits that none of them sets.
    pub(crate) fn finish(self, log: &mut Log<'_>) {
        let (Some(rebuilt), Some(stored)) = (&self.rebuilt, self.stored()) else { return };
        let words = stored.words();
        let (mut count, mut first) = (0, None);
        for ((at, word), own) in words.iter().flatten().enumerate().zip(rebuilt.words()) {
            let stray = word.0 & !own;
            count += u64::from(stray.count_ones());
            if stray != 0 {
                first.get_or_insert(at);
            }
        }
        if let Some(at) = first {
            let finding = rule::stray_filter_bits(count).of(FILTER).field(filter::WORDS.nth(at));
            let offset = i64::try_from(at).ok().and_then(|i| words.reader(i).ok()).map_or(0, |r| r.offset());
            log.find(finding.file(offset));
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

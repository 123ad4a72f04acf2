//! Summary.db: samples of the entries of Index.db.

use cqlite_format::common::BytesU4Ref;
use cqlite_format::summary::{SstableSummary, SstableSummaryParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::component;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::writer::summary::Sampling;

use super::Entry;
use crate::extents::Extents;
use crate::fields::{sample as sample_fields, summary, Field, FieldPath};
use crate::files::Files;
use crate::log::Log;
use crate::rule::{self, Breach};
use crate::source::read_all;
use crate::{Check, Finding, Place, VerifyError};

const SUMMARY: &Component = &Component::Summary;

/// Summary.db, and how far its samples have been compared with entries.
pub(super) struct Summary {
    version: SstableVersion,
    bytes: Vec<u8>,
    num_samples: u64,
    sampling: Sampling,
    size_at_full_sampling: u64,
    /// The next sample.
    next: u64,
    sample: Option<Sample>,
    /// Whether samples are where the interval and the level put them.
    is_regular: bool,
    is_broken: bool,
}

struct Sample {
    /// Where it begins in Summary.db.
    begin: u64,
    key: Vec<u8>,
    index_pos: i64,
}

impl Summary {
    pub(super) fn open(files: &Files, log: &mut Log<'_>) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(SUMMARY)? else {
            log.skip(&[Check::Summary], "there is no Summary.db");
            return Ok(None);
        };
        let Some(bytes) = read_all(&*file, SUMMARY, log)? else { return Ok(None) };
        let version = files.version;
        let stored = component::Summary::read(&bytes, version);
        let Some(stored) = log.decoded(SUMMARY, stored) else { return Ok(None) };
        let head = stored.head();
        let positive = |n: i32| u64::try_from(n).unwrap_or(0);
        let level = usize::try_from(head.sampling_level).unwrap_or(1);
        let mut summary = Summary {
            num_samples: stored.len(),
            sampling: Sampling::new(version, positive(head.min_index_interval), level),
            size_at_full_sampling: positive(head.size_at_full_sampling),
            next: 0,
            sample: None,
            is_regular: true,
            is_broken: false,
            version,
            bytes: Vec::new(),
        };
        match component::Summary::read_through(&bytes, version) {
            Ok(r) => log.ends(SUMMARY, &r),
            Err(e) => {
                log.undecodable(SUMMARY, &e);
                return Ok(None);
            }
        }
        summary.bytes = bytes;
        summary.check_offsets(log);
        summary.advance(log);
        Ok(Some(summary))
    }

    fn find(&self, breach: Breach, field: impl Into<FieldPath>) -> Finding {
        let params = SstableSummaryParams::new(self.version);
        breach.of(SUMMARY).located(field, &self.bytes, |r, w| SstableSummary::walk(r, &params, w))
    }

    /// Offsets are ascending, from after their own array; only the next one's says where an entry ends.
    fn check_offsets(&mut self, log: &mut Log<'_>) {
        let Ok(stored) = component::Summary::read(&self.bytes, self.version) else { return };
        let head = stored.head();
        if head.len_offsets_and_entries > i64::from(u32::MAX) {
            log.find(self.find(rule::entries_length(head.len_offsets_and_entries), summary::LEN_ENTRIES));
        }
        // The first entry follows the array.
        let mut least = head.rest.pos().saturating_sub(head.offsets.start().pos());
        for (i, offset) in (0u64..).zip(head.offsets.iter().flatten()) {
            let stored = u64::from(offset.0);
            if stored < least || (i == 0 && stored != least) {
                self.is_broken = true;
                let at = head.offsets_from(i as i64).ok().map(|r| Place::File(r.offset()));
                return log.find(rule::sample_offset(least, stored).of(SUMMARY).at(at).field(summary::OFFSETS.nth(i)));
            }
            least = stored + 1;
        }
    }

    /// Goes to the next sample.
    fn advance(&mut self, log: &mut Log<'_>) {
        self.sample = None;
        if self.is_broken || self.next >= self.num_samples {
            return;
        }
        match read_sample(&self.bytes, self.version, self.next) {
            Ok(sample) => self.sample = Some(sample),
            Err(e) => {
                self.is_broken = true;
                log.undecodable(SUMMARY, &e);
            }
        }
        self.next += 1;
    }

    /// Compares the sample that is due with an entry of Index.db.
    pub(super) fn entry(&mut self, entry: &Entry, log: &mut Log<'_>) {
        while let Some(sample) = &self.sample {
            let i = self.next - 1;
            let Ok(index_pos) = u64::try_from(sample.index_pos) else {
                log.find(sample.find(rule::negative_sample_position(sample.index_pos), i, sample_fields::INDEX_POS));
                self.advance(log);
                continue;
            };
            if index_pos > entry.begin {
                if i == 0 {
                    log.find(sample.find(rule::first_sample(index_pos), i, sample_fields::INDEX_POS));
                    self.is_regular = false;
                    // The samples after it are compared with the entries they are of.
                    return self.advance(log);
                }
                return;
            }
            log.count(Check::Summary);
            if index_pos < entry.begin {
                log.find(sample.find(rule::sample_position(index_pos), i, sample_fields::INDEX_POS));
                self.is_regular = false;
                self.advance(log);
                continue;
            }
            if sample.key != entry.key {
                log.find(sample.find(rule::sample_key(index_pos), i, sample_fields::KEY));
            }
            let expected = self.sampling.entry_of(i);
            if self.is_regular && expected != entry.ordinal {
                self.is_regular = false;
                log.find(self.find(rule::sample_interval(i, entry.ordinal, expected), summary::INTERVAL));
            }
            return self.advance(log);
        }
    }

    fn key_at(&self, offset: u64) -> Option<BytesU4Ref<'_>> {
        let bytes = usize::try_from(offset).ok().and_then(|at| self.bytes.get(at..))?;
        BytesU4Ref::read(&mut Reader::new(bytes)).ok()
    }

    /// Once all entries have been shown.
    pub(super) fn finish(
        mut self,
        num_entries: u64,
        is_whole: bool,
        first: Option<&DecoratedKey>,
        last: Option<&DecoratedKey>,
        log: &mut Log<'_>,
    ) {
        if !is_whole || self.is_broken {
            log.skip(&[Check::Summary], "not all entries or samples could be read");
            return;
        }
        while let Some(sample) = &self.sample {
            let breach = rule::sample_position(sample.index_pos);
            log.find(sample.find(breach, self.next - 1, sample_fields::INDEX_POS));
            self.is_regular = false;
            self.advance(log);
        }
        let full = self.sampling.size_at_full_sampling(num_entries);
        if full != self.size_at_full_sampling {
            let breach = rule::full_sampling_size(num_entries, full, self.size_at_full_sampling);
            log.find(self.find(breach, summary::FULL_SIZE));
        }
        if self.is_regular && self.sampling.num_samples(num_entries) != self.num_samples {
            log.find(self.find(rule::missing_samples(self.num_samples), summary::NUM_ENTRIES));
        }
        let params = SstableSummaryParams::new(self.version);
        let Ok(extents) = Extents::of(&self.bytes, |r, w| SstableSummary::walk(r, &params, w)) else { return };
        for (found, field) in [(first, summary::FIRST_KEY), (last, summary::LAST_KEY)] {
            let key = extents.get(field).and_then(|(at, _)| self.key_at(at));
            let Some(stored) = key else { return };
            log.count(Check::Summary);
            if found.is_some_and(|found| found.key != stored.data) {
                log.find(self.find(rule::summary_key_range(), field));
            }
        }
    }
}

impl Sample {
    fn find(&self, breach: Breach, i: u64, field: Field) -> Finding {
        breach.of(SUMMARY).file(self.begin).field(summary::ENTRIES.nth(i).then(field)).key(&self.key)
    }
}

fn read_sample(bytes: &[u8], version: SstableVersion, i: u64) -> Result<Sample, ReadError> {
    let component::Sample { begin, key, index_pos } = component::Summary::read(bytes, version)?.sample(i)?;
    Ok(Sample { begin, key: key.to_vec(), index_pos })
}

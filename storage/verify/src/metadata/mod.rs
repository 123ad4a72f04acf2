//! Statistics.db: its checksums, and what must hold of it without a look at the rows.

mod facts;
mod table;

use cqlite_format::statistics::{
    ComponentKind, SerializationHeader, SstableStatistics, StatsMetadata, TocEntry, ValidationMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::ReadErrorKind;
use cqlite_sstable::component::Statistics;
use cqlite_sstable::descriptor::Component;

use crate::fields::{statistics, stats, toc_entry, validation, Field, FieldPath};
use crate::files::Files;
use crate::log::Log;
use crate::rule::{self, Breach};
use crate::source::read_all;
use crate::{Check, Finding, VerifyError};
use facts::StatsFacts;
pub(crate) use table::Table;

const STATISTICS: &Component = &Component::Statistics;

/// What every release writes.
const PARTS: [ComponentKind; 4] =
    [ComponentKind::Validation, ComponentKind::Compaction, ComponentKind::Stats, ComponentKind::Header];

/// Statistics.db, decoded.
pub(crate) struct Metadata {
    pub(crate) version: SstableVersion,
    /// The bytes, with checksums that hold.
    pub(crate) bytes: Vec<u8>,
    model: SstableStatistics,
}

impl Metadata {
    pub(crate) fn read(files: &Files, log: &mut Log<'_>) -> Result<Option<Self>, VerifyError> {
        let Some(file) = files.open(STATISTICS)? else { return Ok(None) };
        let Some(bytes) = read_all(&*file, STATISTICS, log)? else { return Ok(None) };
        let version = files.version;
        log.count(Check::Decoding);
        let Some((bytes, model)) = decode(bytes, version, log) else { return Ok(None) };
        let metadata = Metadata { version, bytes, model };
        metadata.check(log);
        Ok(Some(metadata))
    }

    fn component(&self) -> Statistics<'_> {
        Statistics::new(&self.bytes, self.version)
    }

    /// The statistics proper, and their place in the table of contents.
    pub(crate) fn stats(&self) -> Option<(usize, &StatsMetadata)> {
        self.part(TocEntry::stats)
    }

    fn header(&self) -> Option<(usize, &SerializationHeader)> {
        self.part(TocEntry::header)
    }

    pub(crate) fn validation(&self) -> Option<(usize, &ValidationMetadata)> {
        self.part(TocEntry::validation)
    }

    /// A part, and its place in the table of contents.
    fn part<T>(&self, of: impl Fn(&TocEntry) -> Option<&T>) -> Option<(usize, &T)> {
        self.model.toc.iter().enumerate().find_map(|(part, entry)| Some((part, of(entry)?)))
    }

    /// A finding in a field of part `part`.
    fn in_part(&self, breach: Breach, part: usize, field: impl Into<FieldPath>) -> Finding {
        let path = statistics::TOC.nth(part).then(toc_entry::BODY).then(field);
        let params = self.component().params();
        breach.of(STATISTICS).located(path, &self.bytes, |r, w| SstableStatistics::walk(r, &params, w))
    }

    /// A finding in a field of the statistics proper.
    pub(crate) fn in_stats(&self, breach: Breach, field: impl Into<FieldPath>) -> Finding {
        self.in_part(breach, self.stats().map_or(0, |(part, _)| part), field)
    }

    /// Name of the covered clustering, which stands at another place where the legacy form is there too.
    pub(crate) fn covered_field(&self) -> Field {
        if self.version.has_legacy_min_max() {
            stats::COVERED_LATE
        } else {
            stats::COVERED
        }
    }

    fn check(&self, log: &mut Log<'_>) {
        self.check_parts(log);
        if let Some((part, v)) = self.validation() {
            log.count(Check::Metadata);
            let chance = v.bloom_filter_fp_chance;
            if !(chance > 0.0 && chance <= 1.0) {
                log.find(self.in_part(rule::fp_chance_range(chance), part, validation::FILTER_CHANCE));
            }
        }
        if let Some((_, stats)) = self.stats() {
            StatsFacts { metadata: self, stats, log }.check();
        }
    }

    fn check_parts(&self, log: &mut Log<'_>) {
        log.count(Check::Metadata);
        let kinds: Vec<_> = self.model.toc.iter().map(|e| e.kind).collect();
        // Versions to come may have more.
        let missing: Vec<_> = PARTS.into_iter().filter(|kind| !kinds.contains(kind)).map(ComponentKind::id).collect();
        let unordered = kinds.windows(2).find(|w| matches!(w, [a, b] if *a as u8 >= *b as u8));
        let breach = match unordered {
            _ if !missing.is_empty() => {
                let breach = rule::parts_missing(missing.join(", "));
                Some(if self.header().is_some() { breach.into_warning() } else { breach })
            }
            Some(pair) => Some(rule::parts_order(pair[0].id(), pair[1].id())),
            None => None,
        };
        if let Some(breach) = breach {
            log.find(breach.of(STATISTICS).field(statistics::TOC));
        }
        if let Ok((head, end)) = self.component().head() {
            let first = head.toc.iter().flatten().map(|e| i64::from(e.ofs)).min();
            if let Some(first) = first.filter(|f| u64::try_from(*f) != Ok(end)) {
                log.find(rule::toc_end(end, first).of(STATISTICS).field(statistics::TOC));
            }
        }
    }
}

/// Decodes; checksums that do not hold are reported and then taken as they should be.
fn decode(mut bytes: Vec<u8>, version: SstableVersion, log: &mut Log<'_>) -> Option<(Vec<u8>, SstableStatistics)> {
    // Each checksum is mended once, and takes a byte at least.
    let mut left = bytes.len();
    loop {
        let e = match Statistics::new(&bytes, version).decode() {
            Ok(model) => {
                if version.has_metadata_checksum() {
                    log.count_many(Check::MetadataChecksums, 2 + model.toc.len() as u64);
                }
                return Some((bytes, model));
            }
            Err(e) => e,
        };
        if !matches!(e.kind(), ReadErrorKind::Checksum { .. }) {
            log.undecodable(STATISTICS, &e);
            return None;
        }
        log.find(rule::metadata_checksum(e.kind()).of(STATISTICS).where_undecodable(&e));
        if left == 0 || !e.mend_checksum(&mut bytes) {
            return None;
        }
        left -= 1;
    }
}

//! Statistics.db: its checksums, and what must hold of it without a look at the rows.

use std::cmp::Ordering;
use std::sync::Arc;

use cqlite_format::common::{ClusteringBound, PrefixKind};
use cqlite_format::statistics::{
    ColumnList, CommitLogPosition, CoveredClustering, EstimatedHistogram, SerializationHeader, SstableStatistics,
    SstableStatisticsParams, SstableStatisticsRef, StatsMetadata, TocEntryBody, ValidationMetadata,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{ReadErrorKind, Reader};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::partitioner::Partitioner;

use crate::files::Files;
use crate::log::Log;
use crate::rows::Clock;
use crate::source::{read_all, Locator};
use crate::{Check, Finding, Place, Severity, VerifyError};

/// Largest Statistics.db that is read, in bytes.
const LIMIT: u64 = 1 << 30;

const STATISTICS: &Component = &Component::Statistics;

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
        let bytes = read_all(&*file, STATISTICS, LIMIT)?;
        let version = files.version;
        log.count(Check::Decoding);
        let Some((bytes, model)) = decode(bytes, version, log) else { return Ok(None) };
        let metadata = Metadata { version, bytes, model };
        metadata.check(log);
        Ok(Some(metadata))
    }

    /// The statistics proper, and their place in the table of contents.
    pub(crate) fn stats(&self) -> Option<(usize, &StatsMetadata)> {
        self.model.toc.iter().enumerate().find_map(|(i, e)| match &e.body {
            TocEntryBody::StatsMetadata(s) => Some((i, &**s)),
            _ => None,
        })
    }

    fn header(&self) -> Option<(usize, &SerializationHeader)> {
        self.model.toc.iter().enumerate().find_map(|(i, e)| match &e.body {
            TocEntryBody::SerializationHeader(h) => Some((i, &**h)),
            _ => None,
        })
    }

    fn validation(&self) -> Option<(usize, &ValidationMetadata)> {
        self.model.toc.iter().enumerate().find_map(|(i, e)| match &e.body {
            TocEntryBody::ValidationMetadata(v) => Some((i, &**v)),
            _ => None,
        })
    }

    /// The same finding, at a field of part `part`.
    pub(crate) fn at(&self, finding: Finding, part: usize, field: &str) -> Finding {
        let path = format!("toc[{part}].body.{field}");
        let params = SstableStatisticsParams { v: self.version, marker: std::marker::PhantomData };
        let offset = Locator::locate(&self.bytes, &path, |r, w| SstableStatistics::walk(r, &params, w));
        let finding = finding.field(path);
        match offset {
            Some(offset) => finding.file(offset),
            None => finding,
        }
    }

    /// A finding in a field of the statistics proper.
    pub(crate) fn stats_finding(&self, severity: Severity, check: Check, field: &str, message: String) -> Finding {
        let part = self.stats().map_or(0, |(part, _)| part);
        self.at(Finding::new(severity, check, STATISTICS, message), part, field)
    }

    /// Name of the covered clustering, which stands at another place where the legacy form is there too.
    pub(crate) fn covered_field(&self) -> &'static str {
        if self.version.has_legacy_min_max() {
            "covered_clustering_late"
        } else {
            "covered_clustering"
        }
    }

    fn check(&self, log: &mut Log<'_>) {
        self.check_parts(log);
        if let Some((part, v)) = self.validation() {
            log.count(Check::Metadata);
            let chance = v.bloom_filter_fp_chance;
            if !(chance > 0.0 && chance <= 1.0) {
                let message =
                    format!("the filter's rate of false positives is {chance}, expected more than 0 and at most 1");
                log.find(self.at(
                    Finding::warning(Check::Metadata, STATISTICS, message),
                    part,
                    "bloom_filter_fp_chance",
                ));
            }
        }
        if let Some((_, stats)) = self.stats() {
            StatsFacts { metadata: self, stats, log }.check();
        }
    }

    fn check_parts(&self, log: &mut Log<'_>) {
        let kinds: Vec<_> = self.model.toc.iter().map(|e| e.kind as u8).collect();
        log.count(Check::Metadata);
        if kinds != [0, 1, 2, 3] {
            let message = format!("the parts are of the kinds {kinds:?}, expected 0, 1, 2 and 3");
            let severity = if self.header().is_some() { Severity::Warning } else { Severity::Error };
            log.find(Finding::new(severity, Check::Metadata, STATISTICS, message).field("toc"));
        }
        let params = SstableStatisticsParams { v: self.version, marker: std::marker::PhantomData };
        let mut r = Reader::new(&self.bytes);
        if let Ok(head) = SstableStatisticsRef::read(&mut r, &params) {
            let end = r.offset();
            let first = head.toc.iter().flatten().map(|e| i64::from(e.ofs)).min();
            if let Some(first) = first.filter(|f| u64::try_from(*f) != Ok(end)) {
                let message = format!("the first part starts at {first}, but the table of contents ends at {end}");
                log.find(Finding::warning(Check::Metadata, STATISTICS, message).field("toc"));
            }
        }
    }
}

/// Decodes; checksums that do not hold are reported and then taken as they should be.
fn decode(mut bytes: Vec<u8>, version: SstableVersion, log: &mut Log<'_>) -> Option<(Vec<u8>, SstableStatistics)> {
    let params = SstableStatisticsParams { v: version, marker: std::marker::PhantomData };
    // One for the count, one for the table of contents, one for each part; a part is no longer than its entry.
    let mut left = bytes.len() / 8 + 2;
    loop {
        let e = match SstableStatistics::decode(&mut Reader::new(&bytes), &params) {
            Ok(model) => {
                if version.has_metadata_checksum() {
                    log.count_many(Check::MetadataChecksums, 2 + model.toc.len() as u64);
                }
                return Some((bytes, model));
            }
            Err(e) => e,
        };
        let ReadErrorKind::Checksum { stored, computed } = *e.kind() else {
            log.undecodable(Check::Decoding, STATISTICS, &e);
            return None;
        };
        // The error tells the field, which a walk finds: it does not compare checksums.
        let offset = Locator::locate(&bytes, &e.path(), |r, w| SstableStatistics::walk(r, &params, w));
        let finding = Finding::error(Check::MetadataChecksums, STATISTICS, e.kind().to_string()).field(e.path());
        log.find(finding.at(offset.map(Place::File)));
        let at = offset.and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX);
        let place = bytes.get_mut(at..).and_then(|rest| rest.get_mut(..4)).filter(|p| **p == stored.to_be_bytes());
        match place {
            Some(place) if left > 0 => place.copy_from_slice(&computed.to_be_bytes()),
            _ => return None,
        }
        left -= 1;
    }
}

/// The facts of the statistics that hold by themselves.
struct StatsFacts<'f, 'r> {
    metadata: &'f Metadata,
    stats: &'f StatsMetadata,
    log: &'f mut Log<'r>,
}

impl StatsFacts<'_, '_> {
    fn that(&mut self, holds: bool, severity: Severity, field: &str, message: impl FnOnce() -> String) {
        self.log.count(Check::Metadata);
        if !holds {
            self.log.find(self.metadata.stats_finding(severity, Check::Metadata, field, message()));
        }
    }

    fn check(&mut self) {
        use Severity::{Error, Warning};
        let s = self.stats;
        self.histogram(&s.estimated_partition_size, "estimated_partition_size");
        self.histogram(&s.estimated_cell_per_partition_count, "estimated_cell_per_partition_count");
        let order = |a: i64, b: i64| move || format!("{a} is more than the largest, {b}");
        self.that(s.min_timestamp <= s.max_timestamp, Error, "min_timestamp", order(s.min_timestamp, s.max_timestamp));
        let clock = Clock::of(self.metadata.version);
        let ldts = [s.min_local_deletion_time, s.max_local_deletion_time].map(|n| clock.seconds(i64::from(n)));
        for (ldt, field) in ldts.into_iter().zip(["min_local_deletion_time", "max_local_deletion_time"]) {
            self.that(ldt >= 0, Error, field, || format!("the local deletion time {ldt} is negative"));
        }
        self.that(ldts[0] <= ldts[1], Error, "min_local_deletion_time", order(ldts[0], ldts[1]));
        let ttls = (i64::from(s.min_ttl), i64::from(s.max_ttl));
        self.that(ttls.0 <= ttls.1, Error, "min_ttl", order(ttls.0, ttls.1));
        self.that(s.min_ttl >= 0, Error, "min_ttl", || format!("{} is negative", s.min_ttl));
        self.that(s.sstable_level >= 0, Warning, "sstable_level", || format!("{} is negative", s.sstable_level));
        self.that(s.repaired_at >= 0, Warning, "repaired_at", || format!("{} is negative", s.repaired_at));
        self.that(s.total_rows >= 0, Error, "total_rows", || format!("{} is negative", s.total_rows));
        self.that(s.total_columns_set >= 0, Error, "total_columns_set", || {
            format!("{} is negative", s.total_columns_set)
        });
        if let Some(coverage) = s.token_space_coverage {
            let holds = coverage.is_nan() || (0.0..=1.0).contains(&coverage);
            self.that(holds, Warning, "token_space_coverage", || format!("{coverage} is not a share, 0 to 1"));
        }
        self.bins();
        self.commit_log();
        self.trailing();
    }

    fn histogram(&mut self, histogram: &EstimatedHistogram, field: &str) {
        let mut expected = 0i64;
        let mut wrong = None;
        for (i, bucket) in histogram.buckets.iter().enumerate() {
            // The first offset is there twice.
            if i != 1 {
                expected = next_offset(expected);
            }
            if bucket.offset != expected {
                wrong.get_or_insert((i, "offset", format!("{} is no bound of bucket {i}, {expected}", bucket.offset)));
            }
            if bucket.count < 0 {
                wrong.get_or_insert((i, "count", format!("{} is negative", bucket.count)));
            }
        }
        let (path, message) = match wrong {
            Some((i, leaf, message)) => (format!("{field}.buckets[{i}].{leaf}"), message),
            None => (field.to_owned(), String::new()),
        };
        self.that(message.is_empty(), Severity::Error, &path, || message);
    }

    fn bins(&mut self) {
        let legacy = self.stats.legacy_tombstone_bins.iter().flatten().map(|b| (b.point, b.count));
        let new = self.stats.tombstone_bins.iter().flatten().map(|b| (b.point as f64, i64::from(b.count)));
        let all: Vec<_> = legacy.chain(new).collect();
        let name = if self.stats.tombstone_bins.is_some() { "tombstone_bins" } else { "legacy_tombstone_bins" };
        let unordered =
            all.windows(2).position(|w| matches!(w, [a, b] if a.0.partial_cmp(&b.0) != Some(Ordering::Less)));
        let at = unordered.map_or(0, |i| i + 1);
        self.that(unordered.is_none(), Severity::Warning, &format!("{name}[{at}].point"), || {
            "the time is not behind that of the bin before".to_owned()
        });
        let empty = all.iter().position(|(_, count)| *count <= 0);
        let at = empty.unwrap_or(0);
        self.that(empty.is_none(), Severity::Warning, &format!("{name}[{at}].count"), || {
            "nothing is counted".to_owned()
        });
    }

    fn commit_log(&mut self) {
        let Some(intervals) = self.stats.commit_log_intervals.as_ref().map(|i| &i.intervals) else { return };
        let key = |p: &CommitLogPosition| (p.segment_id, p.position);
        let ends: Vec<_> = intervals.iter().flat_map(|i| [key(&i.lower), key(&i.upper)]).collect();
        let unordered = ends.windows(2).position(|w| matches!(w, [a, b] if a > b));
        let at = unordered.map_or(0, |i| i.div_ceil(2));
        self.that(unordered.is_none(), Severity::Warning, &format!("commit_log_intervals.intervals[{at}]"), || {
            "the intervals of the commit log are not ascending".to_owned()
        });
        let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return };
        let lower = self.stats.commit_log_lower_bound.as_ref().map(key);
        self.that(lower.is_none_or(|l| l == *first), Severity::Warning, "commit_log_lower_bound", || {
            "the bound is not where the first interval starts".to_owned()
        });
        let upper = key(&self.stats.commit_log_upper_bound);
        self.that(upper == *last, Severity::Warning, "commit_log_upper_bound", || {
            "the bound is not where the last interval ends".to_owned()
        });
    }

    /// Cassandra reckons 16 bytes for each tombstone bin and writes 12, so that zeros stand at the end.
    fn trailing(&mut self) {
        let trailing = &self.stats.trailing;
        let known = self.stats.tombstone_bins.as_ref().map_or(0, |bins| 4 * bins.len());
        let (zeros, unknown) = trailing.split_at_checked(known).unwrap_or((trailing, &[]));
        let dirty = zeros.iter().position(|b| *b != 0);
        self.that(dirty.is_none(), Severity::Warning, "trailing", || {
            format!("byte {} of the zeros at the end is {}", dirty.unwrap_or(0), zeros[dirty.unwrap_or(0)])
        });
        self.that(zeros.len() == known, Severity::Warning, "trailing", || {
            format!("there are {} zeros at the end, expected {known} for the tombstone bins", zeros.len())
        });
        self.that(unknown.is_empty(), Severity::Note, "trailing", || {
            format!(
                "{} bytes behind the known fields, as a newer release may write them, are not looked at",
                unknown.len()
            )
        });
    }
}

/// The bound behind a bound of an `EstimatedHistogram`; behind 0 the first one.
pub(crate) fn next_offset(last: i64) -> i64 {
    if last == 0 {
        return 1;
    }
    // Math.round(last * 1.2)
    let next = (last as f64 * 1.2 + 0.5).floor() as i64;
    next.max(last.saturating_add(1))
}

/// What is in the SSTable: what its rows are read and compared by.
pub(crate) struct Table {
    pub(crate) version: SstableVersion,
    pub(crate) header: SerializationHeader,
    /// Place of the header in the table of contents.
    header_part: usize,
    pub(crate) partitioner: Partitioner,
    /// Types of the clustering columns.
    pub(crate) clustering: Vec<MarshalType>,
    /// Length of the uncompressed data, if it is known.
    pub(crate) data_len: Option<u64>,
}

impl Table {
    pub(crate) fn new(metadata: &Metadata, data_len: Option<u64>, log: &mut Log<'_>) -> Option<Self> {
        let (header_part, header) = metadata.header()?;
        let Some((part, validation)) = metadata.validation() else {
            log.find(Finding::error(Check::Metadata, STATISTICS, "there is no part that names the partitioner"));
            return None;
        };
        let header = header.clone();
        let key_type = header.key_type.marshal.clone();
        let key_order = move |a: &[u8], b: &[u8]| cqlite_types::compare(&key_type, a, b);
        log.count(Check::Metadata);
        let partitioner = match Partitioner::from_class_name(&validation.partitioner.s) {
            Ok(partitioner) => partitioner.with_key_order(Arc::new(key_order)),
            Err(e) => {
                log.find(metadata.at(
                    Finding::error(Check::Metadata, STATISTICS, e.to_string()),
                    part,
                    "partitioner.s",
                ));
                return None;
            }
        };
        let clustering = header.clustering_types.iter().map(|t| t.marshal.clone()).collect();
        let table = Table { version: metadata.version, header, header_part, partitioner, clustering, data_len };
        table.check(metadata, log);
        Some(table)
    }

    fn check(&self, metadata: &Metadata, log: &mut Log<'_>) {
        let fits = |n: i64, max: i64| (0..=max).contains(&n);
        let h = &self.header;
        log.count(Check::Metadata);
        if !fits(h.min_ttl, i64::from(i32::MAX)) {
            let message = format!("the smallest TTL is {}, expected 0 to {}", h.min_ttl, i32::MAX);
            log.find(self.finding(metadata, Severity::Error, "min_ttl_delta", message));
        }
        let Some((_, stats)) = metadata.stats() else { return };
        if let Some(covered) = &stats.covered_clustering {
            self.check_covered(covered, metadata.covered_field(), metadata, log);
        }
        let legacy = [
            (&stats.legacy_min_clustering, "legacy_min_clustering"),
            (&stats.legacy_max_clustering, "legacy_max_clustering"),
        ];
        for (values, field) in legacy {
            let values = values.as_ref().map_or(&[][..], |v| &v.values);
            log.count(Check::Metadata);
            if values.len() > self.clustering.len() {
                let message =
                    format!("there are {} values for {} clustering columns", values.len(), self.clustering.len());
                log.find(metadata.stats_finding(Severity::Error, Check::Metadata, field, message));
            }
        }
    }

    fn check_covered(&self, covered: &CoveredClustering, field: &str, metadata: &Metadata, log: &mut Log<'_>) {
        let mut that = |holds: bool, leaf: &str, message: &str| {
            log.count(Check::Metadata);
            if !holds {
                let path = format!("{field}.{leaf}");
                log.find(metadata.stats_finding(Severity::Error, Check::Metadata, &path, message.to_owned()));
            }
        };
        let same = |a: &[CqlType], b: &[CqlType]| a.iter().map(|t| &t.marshal).eq(b.iter().map(|t| &t.marshal));
        that(
            same(&covered.clustering_types, &self.header.clustering_types),
            "clustering_types",
            "the types are not those of the header",
        );
        let is_start = |b: &ClusteringBound| matches!(b.kind, PrefixKind::InclStartBound | PrefixKind::ExclStartBound);
        let is_end = |b: &ClusteringBound| matches!(b.kind, PrefixKind::InclEndBound | PrefixKind::ExclEndBound);
        that(is_start(&covered.lower), "lower.kind", "the lower bound is no start");
        that(is_end(&covered.upper), "upper.kind", "the upper bound is no end");
        for (bound, leaf) in [(&covered.lower, "lower.size"), (&covered.upper, "upper.size")] {
            let size: usize = bound.values.blocks.iter().map(|b| b.values.len()).sum();
            that(size <= self.clustering.len(), leaf, "there are more values than clustering columns");
        }
    }

    pub(crate) fn finding(&self, metadata: &Metadata, severity: Severity, field: &str, message: String) -> Finding {
        metadata.at(Finding::new(severity, Check::Metadata, STATISTICS, message), self.header_part, field)
    }

    /// Columns stand in the order in which rows have them: simple ones first, each sort in the order of names.
    /// `header` is the one that the rows turned out to be written by.
    pub(crate) fn check_columns(&self, header: &SerializationHeader, metadata: &Metadata, log: &mut Log<'_>) {
        for (list, field) in [(&header.static_columns, "static_columns"), (&header.regular_columns, "regular_columns")]
        {
            log.count(Check::Metadata);
            if let Some(i) = unordered(list) {
                let message =
                    "the column is not behind the one before it: simple columns come first, then by name".to_owned();
                log.find(self.finding(metadata, Severity::Error, &format!("{field}.columns[{i}].name"), message));
            }
        }
    }

    /// Whether a column may have one cell or several: until 3.6 user types were always frozen, and not marked so.
    pub(crate) fn has_ambiguous_columns(&self) -> bool {
        !self.version.has_metadata_checksum() && self.columns().any(is_ambiguous)
    }

    fn columns(&self) -> impl Iterator<Item = &CqlType> {
        let h = &self.header;
        h.static_columns.columns.iter().chain(&h.regular_columns.columns).map(|c| &c.column_type)
    }
}

fn is_ambiguous(ty: &CqlType) -> bool {
    ty.is_multi_cell && matches!(ty.marshal, MarshalType::User(_))
}

fn unordered(list: &ColumnList) -> Option<usize> {
    let key = |i: usize| list.columns.get(i).map(|c| (c.column_type.is_multi_cell, c.name.data.as_slice()));
    (1..list.columns.len()).find(|&i| key(i - 1) >= key(i))
}

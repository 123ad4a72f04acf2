//! Partitioner and serialization header.

use std::sync::Arc;

use cqlite_format::common::{ClusteringBound, PrefixKind};
use cqlite_format::statistics::{ColumnList, CoveredClustering, SerializationHeader};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_sstable::partitioner::Partitioner;

use super::{Metadata, STATISTICS};
use crate::log::Log;
use crate::{Check, Finding, Severity};

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

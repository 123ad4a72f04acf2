//! Partitioner and serialization header.

use cqlite_format::common::{ClusteringBound, PrefixKind};
use cqlite_format::statistics::{Column, CoveredClustering, SerializationHeader};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_rows::{EncodingStats, RefusedNumber};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_schema::{foreign_class, misspelt_class, TableSchema};
use cqlite_sstable::component::{StoredTable, StoredTableError};

use super::{Metadata, STATISTICS};
use crate::fields::{
    covered as covered_fields, header, header_column, stats as stats_fields, validation as validation_fields, Field,
    FieldPath,
};
use crate::log::Log;
use crate::rule::{self, Breach};
use crate::{Check, Finding};

/// What is in the SSTable: what its rows are read and compared by.
pub(crate) struct Table {
    pub(crate) version: SstableVersion,
    pub(crate) header: SerializationHeader,
    /// Place of the header in the table of contents.
    header_part: usize,
    /// What its rows' times are stored relative to.
    pub(crate) stats: EncodingStats,
    pub(crate) schema: TableSchema,
    /// The order of rows in a partition.
    pub(crate) comparator: ClusteringComparator,
    /// Length of the uncompressed data, if it is known.
    pub(crate) data_len: Option<u64>,
}

impl Table {
    pub(crate) fn new(metadata: &Metadata, data_len: Option<u64>, log: &mut Log<'_>) -> Option<Self> {
        let (header_part, header) = metadata.header()?;
        let Some((part, validation)) = metadata.validation() else {
            log.find(rule::partitioner_missing().of(STATISTICS));
            return None;
        };
        let (version, mut header) = (metadata.version, header.clone());
        log.count(Check::Metadata);
        let stored = match StoredTable::new(version, &mut header, &validation.partitioner.s) {
            Ok(stored) => stored,
            Err(StoredTableError::Number(e)) => {
                let field = match e.what {
                    RefusedNumber::TtlDifference => header::MIN_TTL,
                    _ => header::MIN_LOCAL_DELETION_TIME,
                };
                log.find(metadata.in_part(rule::encoding_stats(e), header_part, field));
                return None;
            }
            Err(StoredTableError::Partitioner(e)) => {
                log.find(metadata.in_part(rule::unknown_partitioner(e), part, validation_fields::PARTITIONER));
                return None;
            }
        };
        let StoredTable { schema, comparator, encoding_stats: stats } = stored;
        let table = Table { version, header, header_part, stats, schema, comparator, data_len };
        table.check(metadata, log);
        Some(table)
    }

    fn check(&self, metadata: &Metadata, log: &mut Log<'_>) {
        let fits = |n: i64, max: i64| (0..=max).contains(&n);
        let h = &self.header;
        log.count(Check::Metadata);
        if !fits(h.min_ttl, i64::from(i32::MAX)) {
            log.find(self.in_header(rule::header_ttl_range(h.min_ttl, i32::MAX), header::MIN_TTL, metadata));
        }
        self.check_types(metadata, log);
        self.check_names(metadata, log);
        let Some((_, stats)) = metadata.stats() else { return };
        if let Some(covered) = &stats.covered_clustering {
            self.check_covered(covered, metadata.covered_field(), metadata, log);
        }
        let legacy = [
            (&stats.legacy_min_clustering, stats_fields::LEGACY_MIN_CLUSTERING),
            (&stats.legacy_max_clustering, stats_fields::LEGACY_MAX_CLUSTERING),
        ];
        for (values, field) in legacy {
            let values = values.as_ref().map_or(&[][..], |v| &v.values);
            log.count(Check::Metadata);
            if values.len() > self.schema.clustering.len() {
                let breach = rule::bound_size(values.len(), self.schema.clustering.len());
                log.find(metadata.in_stats(breach, field));
            }
        }
    }

    fn check_covered(&self, covered: &CoveredClustering, field: Field, metadata: &Metadata, log: &mut Log<'_>) {
        let mut that = |holds: bool, leaf: Field, breach: &dyn Fn() -> Breach| {
            log.count(Check::Metadata);
            if !holds {
                log.find(metadata.in_stats(breach(), field.then(leaf)));
            }
        };
        let same = |a: &[CqlType], b: &[CqlType]| a.iter().map(|t| &t.marshal).eq(b.iter().map(|t| &t.marshal));
        let is_same = same(&covered.clustering_types, &self.header.clustering_types);
        that(is_same, covered_fields::TYPES, &rule::covered_types);
        let is_start = |b: &ClusteringBound| matches!(b.kind, PrefixKind::InclStartBound | PrefixKind::ExclStartBound);
        let is_end = |b: &ClusteringBound| matches!(b.kind, PrefixKind::InclEndBound | PrefixKind::ExclEndBound);
        let (lower, upper) = (covered.lower.kind.id(), covered.upper.kind.id());
        that(is_start(&covered.lower), covered_fields::LOWER_KIND, &|| rule::covered_bound_kind(lower, "lower"));
        that(is_end(&covered.upper), covered_fields::UPPER_KIND, &|| rule::covered_bound_kind(upper, "upper"));
        for (bound, leaf) in
            [(&covered.lower, covered_fields::LOWER_SIZE), (&covered.upper, covered_fields::UPPER_SIZE)]
        {
            let size: usize = bound.values.blocks.iter().map(|b| b.values.len()).sum();
            let columns = self.schema.clustering.len();
            that(size <= columns, leaf, &|| rule::bound_size(size, columns));
        }
    }

    /// Types are Cassandra's own, or DSE's in its versions: what values another one has, only its class knows.
    fn check_types(&self, metadata: &Metadata, log: &mut Log<'_>) {
        let h = &self.header;
        let clustering = h.clustering_types.iter().enumerate().map(|(i, ty)| (header::CLUSTERING_TYPES.nth(i), ty));
        let columns = self.columns().map(|(path, c)| (path.then(header_column::TYPE), &c.column_type));
        for (path, ty) in std::iter::once((header::KEY_TYPE.into(), &h.key_type)).chain(clustering).chain(columns) {
            log.count(Check::Metadata);
            let breach = match misspelt_class(ty, self.version) {
                Some((class, original)) => Some(rule::misspelt_type(class, original)),
                None => foreign_class(&ty.marshal, self.version).map(rule::foreign_type),
            };
            if let Some(breach) = breach {
                log.find(self.in_header(breach, path, metadata));
            }
        }
    }

    fn check_names(&self, metadata: &Metadata, log: &mut Log<'_>) {
        for (path, column) in self.columns() {
            log.count(Check::Metadata);
            if std::str::from_utf8(&column.name.data).is_err() {
                let name = String::from_utf8_lossy(&column.name.data);
                let breach = rule::column_name(format_args!("{name:?}"));
                log.find(self.in_header(breach, path.then(header_column::NAME), metadata));
            }
        }
    }

    /// Whether it can be said which of two keys is the first.
    pub(crate) fn has_key_order(&self) -> bool {
        self.schema.keys.has_order()
    }

    fn in_header(&self, breach: Breach, field: impl Into<FieldPath>, metadata: &Metadata) -> Finding {
        metadata.in_part(breach, self.header_part, field)
    }

    /// Columns stand in the order in which rows have them: simple ones first, each sort in the order of names.
    /// `schema` is the one that the rows turned out to be written by.
    pub(crate) fn check_columns(&self, schema: &TableSchema, metadata: &Metadata, log: &mut Log<'_>) {
        for (list, field) in
            [(&schema.static_columns, header::STATIC_COLUMNS), (&schema.regular_columns, header::REGULAR_COLUMNS)]
        {
            log.count(Check::Metadata);
            if let Some(i) = cqlite_schema::Column::first_unordered(list) {
                let path = field.nth(i).then(header_column::NAME);
                log.find(self.in_header(rule::column_order(), path, metadata));
            }
        }
    }

    /// Whether a column may have one cell or several: until 3.6 user types were always frozen, and not marked so.
    pub(crate) fn has_ambiguous_columns(&self) -> bool {
        self.version.may_have_implicitly_frozen_user_types()
            && self.columns().any(|(_, c)| is_ambiguous(&c.column_type))
    }

    /// The columns that are not part of the key, each with its path.
    fn columns(&self) -> impl Iterator<Item = (FieldPath, &Column)> {
        let h = &self.header;
        let lists = [(header::STATIC_COLUMNS, &h.static_columns), (header::REGULAR_COLUMNS, &h.regular_columns)];
        lists.into_iter().flat_map(|(name, list)| list.columns.iter().enumerate().map(move |(i, c)| (name.nth(i), c)))
    }
}

fn is_ambiguous(ty: &CqlType) -> bool {
    ty.is_multi_cell && matches!(ty.marshal, MarshalType::User(_))
}

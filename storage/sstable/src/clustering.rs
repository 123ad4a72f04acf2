//! The order of rows in a partition (org.apache.cassandra.db.ClusteringComparator).

use std::cmp::Ordering;

use cqlite_format::common::{ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::ReadError;
use smallvec::SmallVec;

use crate::partitioner::Partitioner;

/// The values of a clustering, in the order of the columns; `None` is null.
pub type Values<'a> = SmallVec<[Option<&'a [u8]>; 4]>;

/// The name of a row or a bound: a point between or at rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix<'a> {
    /// A row, or which bound.
    pub kind: PrefixKind,
    /// The values; a bound may have fewer than there are columns.
    pub values: Values<'a>,
}

impl<'a> Prefix<'a> {
    /// Reads the values of a prefix.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(kind: PrefixKind, span: &ClusteringValuesSpan<'a>, types: &[CqlType]) -> Result<Self, ReadError> {
        let mut collect = Collect(Values::new());
        span.visit(types, &mut collect)?;
        Ok(Prefix { kind, values: collect.0 })
    }
}

struct Collect<'a>(Values<'a>);

impl<'a> SstableCommonVisitor<'a> for Collect<'a> {
    type Error = ReadError;

    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result<(), ReadError> {
        self.0.push(match &head.val {
            Some(v) => Some(v.data),
            None if head.is_null => None,
            None => Some(&[]),
        });
        Ok(())
    }
}

/// Where a prefix stands among the rows that its values name: before, at, or after them.
fn side(kind: PrefixKind) -> Ordering {
    match kind {
        PrefixKind::ExclEndBound
        | PrefixKind::InclStartBound
        | PrefixKind::ExclEndInclStartBoundary
        | PrefixKind::StaticClustering
        | PrefixKind::SstableLowerBound => Ordering::Less,
        PrefixKind::Clustering => Ordering::Equal,
        PrefixKind::InclEndExclStartBoundary
        | PrefixKind::InclEndBound
        | PrefixKind::ExclStartBound
        | PrefixKind::SstableUpperBound => Ordering::Greater,
    }
}

/// The order of kinds with the same values (ClusteringPrefix.Kind.comparison).
fn rank(kind: PrefixKind) -> i8 {
    match kind {
        PrefixKind::SstableLowerBound => -1,
        PrefixKind::ExclEndBound | PrefixKind::InclStartBound | PrefixKind::ExclEndInclStartBoundary => 0,
        PrefixKind::StaticClustering => 1,
        PrefixKind::Clustering => 2,
        PrefixKind::InclEndExclStartBoundary | PrefixKind::InclEndBound | PrefixKind::ExclStartBound => 3,
        PrefixKind::SstableUpperBound => 4,
    }
}

/// Compares two values of a clustering column. The one order that values alone do not have is that of a partitioner, in which a secondary
/// index keeps the keys of the rows it leads to.
#[must_use]
pub fn compare_values(ty: &MarshalType, a: &[u8], b: &[u8]) -> Ordering {
    match ty {
        MarshalType::PartitionerDefinedOrder { partitioner, .. } => match Partitioner::from_class_name(partitioner) {
            Ok(p) => p.compare_keys(&p.decorate(a), &p.decorate(b)),
            Err(_) => a.cmp(b),
        },
        MarshalType::Reversed(inner) => compare_values(inner, b, a),
        _ => cqlite_types::compare(ty, a, b),
    }
}

/// Compares two prefixes by the types of the clustering columns.
#[must_use]
pub fn compare(types: &[CqlType], a: &Prefix<'_>, b: &Prefix<'_>) -> Ordering {
    for ((x, y), ty) in a.values.iter().zip(&b.values).zip(types) {
        let order = match (x, y) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => compare_values(&ty.marshal, x, y),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    match a.values.len().cmp(&b.values.len()) {
        Ordering::Equal => rank(a.kind).cmp(&rank(b.kind)),
        Ordering::Less => side(a.kind),
        Ordering::Greater => side(b.kind).reverse(),
    }
}

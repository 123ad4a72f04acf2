//! The order of rows in a partition (org.apache.cassandra.db.ClusteringComparator).

use std::cmp::Ordering;

use cqlite_format::common::{
    ClusteringBoundRef, ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor,
};
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{ReadError, ReadErrorKind};
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
        demand_place(kind, span)?;
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

/// Refuses a prefix of a kind that has no place among the others.
///
/// # Errors
/// It has none.
pub fn demand_place(kind: PrefixKind, span: &ClusteringValuesSpan<'_>) -> Result<(), ReadError> {
    if place(kind).is_some() {
        return Ok(());
    }
    let is_wrong = ReadErrorKind::Invalid { found: format!("{kind:?}"), expected: "a kind whose order is known" };
    Err(ReadError::new(is_wrong, span.reader().offset(), ClusteringBoundRef::site()))
}

/// Where a prefix stands: before, at, or after the rows that its values name, and among prefixes with the same values
/// (ClusteringPrefix.Kind.comparison). Nothing of a kind that a later version brings and that has no place here yet.
#[allow(unreachable_patterns, reason = "the specification may get more kinds")]
#[must_use]
pub fn place(kind: PrefixKind) -> Option<(Ordering, i8)> {
    Some(match kind {
        PrefixKind::SstableLowerBound => (Ordering::Less, -1),
        PrefixKind::ExclEndBound | PrefixKind::InclStartBound | PrefixKind::ExclEndInclStartBoundary => {
            (Ordering::Less, 0)
        }
        PrefixKind::StaticClustering => (Ordering::Less, 1),
        PrefixKind::Clustering => (Ordering::Equal, 2),
        PrefixKind::InclEndExclStartBoundary | PrefixKind::InclEndBound | PrefixKind::ExclStartBound => {
            (Ordering::Greater, 3)
        }
        PrefixKind::SstableUpperBound => (Ordering::Greater, 4),
        _ => return None,
    })
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
    // What was read has a place.
    let side = |p: &Prefix<'_>| place(p.kind).map_or(Ordering::Equal, |place| place.0);
    let rank = |p: &Prefix<'_>| place(p.kind).map(|place| place.1);
    match a.values.len().cmp(&b.values.len()) {
        Ordering::Equal => rank(a).cmp(&rank(b)),
        Ordering::Less => side(a),
        Ordering::Greater => side(b).reverse(),
    }
}

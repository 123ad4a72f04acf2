use cqlite_format::common::{ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::ReadError;
use smallvec::SmallVec;

use super::require_place;

/// The values of a clustering, in the order of the columns; `None` is null.
pub type Values<'a> = SmallVec<[Option<&'a [u8]>; 4]>;

/// What a prefix is compared by.
pub trait PrefixValues {
    /// A row, or which bound.
    fn kind(&self) -> PrefixKind;
    /// Number of values; a bound may have fewer than there are columns.
    fn len(&self) -> usize;
    /// Value `i`; `None` if it is null, or there is none.
    fn value(&self, i: usize) -> Option<&[u8]>;

    /// Whether there is no value.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The name of a row or a bound: a point between or at rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusteringPrefix<'a> {
    /// A row, or which bound.
    pub kind: PrefixKind,
    /// The values; a bound may have fewer than there are columns.
    pub values: Values<'a>,
}

impl<'a> ClusteringPrefix<'a> {
    /// Reads the values of a prefix.
    ///
    /// # Errors
    /// What is wrong with the bytes, or a kind without a place among the others.
    pub fn read(kind: PrefixKind, span: &ClusteringValuesSpan<'a>, types: &[CqlType]) -> Result<Self, ReadError> {
        require_place(kind, span)?;
        let mut collect = Collect(Values::new());
        span.visit(types, &mut collect)?;
        Ok(ClusteringPrefix { kind, values: collect.0 })
    }
}

impl PrefixValues for ClusteringPrefix<'_> {
    #[inline]
    fn kind(&self) -> PrefixKind {
        self.kind
    }

    #[inline]
    fn len(&self) -> usize {
        self.values.len()
    }

    #[inline]
    fn value(&self, i: usize) -> Option<&[u8]> {
        self.values.get(i).copied().flatten()
    }
}

/// A value as Cassandra has it: null, empty, or bytes. Null is asked for first (`ClusteringPrefix.Serializer.isNull`).
#[inline(always)]
#[must_use]
pub fn value_of<'a>(head: &ClusteringValueRef<'a>) -> Option<&'a [u8]> {
    match &head.val {
        Some(v) => Some(v.data),
        None if head.is_null => None,
        None => Some(&[]),
    }
}

struct Collect<'a>(Values<'a>);

impl<'a> SstableCommonVisitor<'a> for Collect<'a> {
    type Error = ReadError;

    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result<(), ReadError> {
        self.0.push(value_of(head));
        Ok(())
    }
}

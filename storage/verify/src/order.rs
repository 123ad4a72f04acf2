//! Clusterings and bounds: taken out of the bytes, compared, and made byte-comparable.
//!
//! Reference: `ClusteringComparator`, `ClusteringPrefix.Kind`.

use std::cmp::Ordering;

use cqlite_format::common::{
    ClusteringBlockRef, ClusteringValueRef, ClusteringValuesSpan, PrefixKind, SstableCommonVisitor,
};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::MarshalType;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Flow, ReadError};
use cqlite_sstable::byte_comparable::{self, EncodeError, EncodingVersion};
use cqlite_sstable::clustering::{demand_place, place};
use cqlite_sstable::partitioner::Partitioner;

/// A clustering, or a bound of one, with its own copy of the values. Can be filled again and again.
#[derive(Debug, Clone)]
pub(crate) struct Prefix {
    pub(crate) kind: PrefixKind,
    bytes: Vec<u8>,
    /// End of each value in `bytes`, and whether it is one, not null.
    values: Vec<(usize, bool)>,
    /// Whether a value was of a kind that does not exist.
    pub(crate) has_unknown_kind: bool,
    /// Where each block of values begins: the number of its first one.
    blocks: Vec<usize>,
    /// The first block whose header tells of more values than it has.
    pub(crate) stray_block: Option<usize>,
}

impl Default for Prefix {
    fn default() -> Self {
        Prefix {
            kind: PrefixKind::Clustering,
            bytes: Vec::new(),
            values: Vec::new(),
            has_unknown_kind: false,
            blocks: Vec::new(),
            stray_block: None,
        }
    }
}

impl Prefix {
    /// Takes the values of a span.
    pub(crate) fn fill(
        &mut self,
        kind: PrefixKind,
        span: &ClusteringValuesSpan<'_>,
        types: &[CqlType],
    ) -> Result<(), ReadError> {
        demand_place(kind, span)?;
        self.clear(kind);
        span.visit(types, &mut Fill(self))
    }

    pub(crate) fn clear(&mut self, kind: PrefixKind) {
        self.kind = kind;
        self.bytes.clear();
        self.values.clear();
        self.has_unknown_kind = false;
        self.blocks.clear();
        self.stray_block = None;
    }

    pub(crate) fn push(&mut self, value: Option<&[u8]>) {
        self.bytes.extend_from_slice(value.unwrap_or_default());
        self.values.push((self.bytes.len(), value.is_some()));
    }

    pub(crate) fn copy_from(&mut self, other: &Prefix) {
        self.kind = other.kind;
        self.bytes.clone_from(&other.bytes);
        self.values.clone_from(&other.values);
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// Value `i`; `None` if it is null, or there is none.
    pub(crate) fn value(&self, i: usize) -> Option<&[u8]> {
        let (end, is_there) = *self.values.get(i)?;
        let start = i.checked_sub(1).and_then(|i| self.values.get(i)).map_or(0, |v| v.0);
        self.bytes.get(start..end).filter(|_| is_there)
    }

    /// The block that value `i` is in, and its number there.
    pub(crate) fn place(&self, i: usize) -> (usize, usize) {
        let block = self.blocks.partition_point(|begin| *begin <= i).saturating_sub(1);
        (block, i - self.blocks.get(block).copied().unwrap_or(0).min(i))
    }

    pub(crate) fn same(&self, other: &Prefix) -> bool {
        self.kind == other.kind && self.values == other.values && self.bytes == other.bytes
    }

    /// Appends the byte-comparable form.
    pub(crate) fn encode(
        &self,
        types: &[MarshalType],
        version: EncodingVersion,
        out: &mut Vec<u8>,
    ) -> Result<(), EncodeError> {
        let values: Vec<_> = (0..self.len()).map(|i| self.value(i)).collect();
        let Some(kind) = byte_comparable::PrefixKind::ALL.get(self.kind as usize) else { return Ok(()) };
        byte_comparable::encode_clustering(types, &values, *kind, version, out)
    }
}

struct Fill<'p>(&'p mut Prefix);

impl<'a> SstableCommonVisitor<'a> for Fill<'_> {
    type Error = ReadError;

    fn clustering_block(&mut self, head: &ClusteringBlockRef<'a>) -> Result<Flow, ReadError> {
        let prefix = &mut *self.0;
        if head.stray_bits != 0 && prefix.stray_block.is_none() {
            prefix.stray_block = Some(prefix.blocks.len());
        }
        prefix.blocks.push(prefix.values.len());
        Ok(Flow::Continue)
    }

    #[inline]
    fn clustering_value(&mut self, head: &ClusteringValueRef<'a>) -> Result<(), ReadError> {
        match &head.val {
            Some(v) => self.0.push(Some(v.data)),
            None if head.is_null => {
                self.0.push(None);
                self.0.has_unknown_kind |= head.is_unknown_kind;
            }
            None => self.0.push(Some(&[])),
        }
        Ok(())
    }
}

/// Compares values of clustering columns.
pub(crate) struct Comparator {
    types: Vec<MarshalType>,
    /// Of columns in the order of a partitioner: the clusterings of index tables.
    partitioners: Vec<Option<Partitioner>>,
    /// Empty values may come first even in descending order, as they did up to some release of 3.x (`ReversedType.compare`).
    may_be_old: bool,
}

impl Comparator {
    pub(crate) fn new(version: SstableVersion, types: &[MarshalType]) -> Self {
        let partitioner = |ty: &MarshalType| match ty.unreversed() {
            MarshalType::PartitionerDefinedOrder { partitioner, .. } => Partitioner::from_class_name(partitioner).ok(),
            _ => None,
        };
        let is_3x = !version.has_metadata_checksum() && !version.has_accurate_min_max();
        let may_be_old = is_3x && types.iter().any(MarshalType::is_reversed);
        Comparator { types: types.to_vec(), partitioners: types.iter().map(partitioner).collect(), may_be_old }
    }

    /// Whether the order of values is known: not of classes that are not Cassandra's.
    pub(crate) fn is_known(&self) -> bool {
        let mut columns = self.types.iter().zip(&self.partitioners);
        columns.all(|(ty, partitioner)| partitioner.is_some() || is_comparable(ty))
    }

    fn value(&self, i: usize, a: &[u8], b: &[u8], is_old: bool) -> Ordering {
        if is_old && (a.is_empty() || b.is_empty()) {
            return b.is_empty().cmp(&a.is_empty());
        }
        match (self.types.get(i), self.partitioners.get(i)) {
            (Some(ty), Some(Some(partitioner))) => {
                let order = partitioner.compare_keys(&partitioner.decorate(a), &partitioner.decorate(b));
                if ty.is_reversed() {
                    order.reverse()
                } else {
                    order
                }
            }
            (Some(ty), _) => cqlite_types::compare(ty, a, b),
            (None, _) => a.cmp(b),
        }
    }

    /// Orders by the values that both have.
    fn values(&self, a: &Prefix, b: &Prefix, is_old: bool) -> Ordering {
        let count = a.len().min(b.len());
        for i in 0..count {
            let order = match (a.value(i), b.value(i)) {
                (Some(a), Some(b)) => self.value(i, a, b, is_old),
                (a, b) => a.is_some().cmp(&b.is_some()),
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        Ordering::Equal
    }

    /// Reference: `ClusteringComparator.compare`.
    pub(crate) fn compare(&self, a: &Prefix, b: &Prefix) -> Ordering {
        self.compare_as(a, b, false)
    }

    /// The order of what stands in this order in a file; if that is wrong, and the release may have had another one, in that.
    pub(crate) fn order(&self, a: &Prefix, b: &Prefix) -> Ordering {
        match self.compare(a, b) {
            Ordering::Less => Ordering::Less,
            _ if self.may_be_old => self.compare_as(a, b, true),
            other => other,
        }
    }

    fn compare_as(&self, a: &Prefix, b: &Prefix, is_old: bool) -> Ordering {
        let order = self.values(a, b, is_old);
        // What was filled has a place.
        let side = |p: &Prefix| place(p.kind).map_or(Ordering::Equal, |place| place.0);
        let rank = |p: &Prefix| place(p.kind).map(|place| place.1);
        order.then_with(|| match a.len().cmp(&b.len()) {
            Ordering::Equal => rank(a).cmp(&rank(b)),
            Ordering::Less => side(a),
            Ordering::Greater => side(b).reverse(),
        })
    }

    /// Orders by the values that both have, and no further.
    pub(crate) fn compare_common(&self, a: &Prefix, b: &Prefix) -> Ordering {
        self.values(a, b, false)
    }
}

/// Whether values of the type compare other than as their bytes.
fn is_comparable(ty: &MarshalType) -> bool {
    use cqlite_runtime::marshal::NativeType;
    match ty {
        MarshalType::Custom(_) | MarshalType::PartitionerDefinedOrder { .. } => false,
        MarshalType::Native(native) => *native != NativeType::CounterColumn,
        _ => ty.sub_types().into_iter().all(is_comparable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_runtime::marshal::NativeType;

    fn prefix(kind: PrefixKind, values: &[&[u8]]) -> Prefix {
        let mut out = Prefix::default();
        out.clear(kind);
        values.iter().for_each(|v| out.push(Some(v)));
        out
    }

    #[test]
    fn bounds_stand_around_the_rows_they_name() {
        use PrefixKind as K;
        let ty: MarshalType = NativeType::Utf8.into();
        let comparator =
            Comparator::new(SstableVersion::find("nb").expect("a version of the specification"), &[ty.clone(), ty]);
        let ascending = [
            prefix(K::InclStartBound, &[]),
            prefix(K::InclStartBound, &[b"a"]),
            prefix(K::InclStartBound, &[b"a", b"b"]),
            prefix(K::Clustering, &[b"a", b"b"]),
            prefix(K::InclEndBound, &[b"a", b"b"]),
            prefix(K::Clustering, &[b"a", b"c"]),
            prefix(K::InclEndBound, &[b"a"]),
            prefix(K::ExclEndBound, &[b"b"]),
            prefix(K::Clustering, &[b"b", b""]),
            prefix(K::InclEndBound, &[]),
        ];
        for (i, a) in ascending.iter().enumerate() {
            for (j, b) in ascending.iter().enumerate() {
                assert_eq!(comparator.compare(a, b), i.cmp(&j), "{i} {j}");
            }
        }
    }

    #[test]
    fn null_is_before_empty() {
        let comparator = Comparator::new(
            SstableVersion::find("nb").expect("a version of the specification"),
            &[NativeType::Int32.into()],
        );
        let mut null = Prefix::default();
        null.push(None);
        let empty = prefix(PrefixKind::Clustering, &[b""]);
        assert_eq!(comparator.compare(&null, &empty), Ordering::Less);
        assert!(!null.same(&empty));
    }
}

use std::cmp::Ordering;

use cqlite_format::version::SstableVersion;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_runtime::native::CqlType;
use cqlite_schema::partitioner::Partitioner;

use super::{place, PrefixValues};

/// The order of rows and bounds in a partition (`ClusteringComparator`).
#[derive(Debug, Clone)]
pub struct ClusteringComparator {
    columns: Vec<Column>,
    /// Empty values may come first even in descending order, as they did up to some release of 3.x (`ReversedType.compare`).
    may_be_old: bool,
}

#[derive(Debug, Clone)]
struct Column {
    ty: MarshalType,
    /// Of a column in the order of a partitioner: the clusterings of index tables.
    partitioner: Option<Partitioner>,
}

impl Column {
    fn new(ty: &CqlType) -> Self {
        let partitioner = match ty.marshal.unreversed() {
            MarshalType::PartitionerDefinedOrder { partitioner, .. } => Partitioner::from_class_name(partitioner).ok(),
            _ => None,
        };
        Column { ty: ty.marshal.clone(), partitioner }
    }

    fn compare(&self, a: &[u8], b: &[u8]) -> Ordering {
        let Some(partitioner) = &self.partitioner else { return cqlite_types::compare(&self.ty, a, b) };
        let order = partitioner.compare_keys(&partitioner.decorate(a), &partitioner.decorate(b));
        if self.ty.is_reversed() {
            order.reverse()
        } else {
            order
        }
    }
}

impl ClusteringComparator {
    /// That of a table with clustering columns of these types.
    #[must_use]
    pub fn new(version: SstableVersion, types: &[CqlType]) -> Self {
        ClusteringComparator {
            columns: types.iter().map(Column::new).collect(),
            may_be_old: version.may_order_empty_values_first() && types.iter().any(|ty| ty.marshal.is_reversed()),
        }
    }

    /// Whether the order of values is known: not of classes that are not Cassandra's.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.columns.iter().all(|column| column.partitioner.is_some() || is_comparable(&column.ty))
    }

    /// Reference: `ClusteringComparator.compare`.
    #[inline]
    #[must_use]
    pub fn compare(&self, a: &impl PrefixValues, b: &impl PrefixValues) -> Ordering {
        self.compare_as(a, b, false)
    }

    /// The order of what stands in this order in a file; if that is wrong, and the release may have had another one, in that.
    #[must_use]
    pub fn stored_order(&self, a: &impl PrefixValues, b: &impl PrefixValues) -> Ordering {
        match self.compare(a, b) {
            Ordering::Less => Ordering::Less,
            _ if self.may_be_old => self.compare_as(a, b, true),
            other => other,
        }
    }

    /// Orders by the values that both have, and no further.
    #[must_use]
    pub fn compare_common(&self, a: &impl PrefixValues, b: &impl PrefixValues) -> Ordering {
        self.values(a, b, false)
    }

    fn compare_as(&self, a: &impl PrefixValues, b: &impl PrefixValues, is_old: bool) -> Ordering {
        // What was read has a place.
        let (a_place, b_place) = (place(a.kind()), place(b.kind()));
        let side = |place: Option<(Ordering, i8)>| place.map_or(Ordering::Equal, |place| place.0);
        self.values(a, b, is_old).then_with(|| match a.len().cmp(&b.len()) {
            Ordering::Equal => a_place.map(|place| place.1).cmp(&b_place.map(|place| place.1)),
            Ordering::Less => side(a_place),
            Ordering::Greater => side(b_place).reverse(),
        })
    }

    fn values(&self, a: &impl PrefixValues, b: &impl PrefixValues, is_old: bool) -> Ordering {
        for i in 0..a.len().min(b.len()) {
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

    fn value(&self, i: usize, a: &[u8], b: &[u8], is_old: bool) -> Ordering {
        if is_old && (a.is_empty() || b.is_empty()) {
            return b.is_empty().cmp(&a.is_empty());
        }
        self.columns.get(i).map_or_else(|| a.cmp(b), |column| column.compare(a, b))
    }
}

/// Whether values of the type compare other than as their bytes.
fn is_comparable(ty: &MarshalType) -> bool {
    match ty {
        MarshalType::Custom(_) | MarshalType::PartitionerDefinedOrder { .. } => false,
        MarshalType::Native(native) => *native != NativeType::CounterColumn,
        _ => ty.sub_types().into_iter().all(is_comparable),
    }
}

use std::sync::Arc;

use cqlite_runtime::marshal::MarshalType;

use crate::partitioner::{Partitioner, PartitionerError};

/// The type of a table's partition keys, and their order.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The type; none if the header does not tell it.
    pub key_type: Option<MarshalType>,
    /// The order.
    pub partitioner: Partitioner,
}

impl Keys {
    /// Those of a table whose partitioner is of this class and whose header says that keys have this type.
    ///
    /// # Errors
    /// A partitioner that is not Cassandra's own.
    pub fn new(class: &str, key_type: &MarshalType) -> Result<Self, PartitionerError> {
        let key_type = stored_type(key_type).cloned();
        let partitioner = Partitioner::from_class_name(class)?;
        let partitioner = match &key_type {
            Some(ty) => {
                let ty = ty.clone();
                partitioner.with_key_order(Arc::new(move |a, b| cqlite_types::compare(&ty, a, b)))
            }
            None => partitioner,
        };
        Ok(Keys { key_type, partitioner })
    }

    /// Whether it can be said which of two keys is the first: a local partitioner goes by the type of the keys.
    #[must_use]
    pub fn has_order(&self) -> bool {
        self.key_type.is_some() || !matches!(self.partitioner, Partitioner::Local(_))
    }
}

/// The type that keys have if the header says that they have `ty`.
///
/// Before 5.0 the table of an index on a collection says that its keys are such collections. They are elements of it; those of a map
/// may be its keys, its values or its entries. Elsewhere a key is no collection of several cells.
fn stored_type(ty: &MarshalType) -> Option<&MarshalType> {
    match ty {
        MarshalType::List { element, multi_cell: true } | MarshalType::Set { element, multi_cell: true } => {
            Some(element)
        }
        MarshalType::Map { multi_cell: true, .. } => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use cqlite_runtime::marshal::NativeType;

    use super::*;

    fn keys(class: &str, ty: MarshalType) -> Keys {
        Keys::new(class, &ty).expect("a partitioner of Cassandra's")
    }

    #[test]
    fn a_local_partitioner_goes_by_the_type() {
        let keys = keys("LocalPartitioner", NativeType::Int32.into());
        let order = |a: i32, b: i32| {
            let [a, b] = [a, b].map(|n| keys.partitioner.decorate(&n.to_be_bytes()));
            keys.partitioner.compare_keys(&a, &b)
        };
        assert!(order(-1, 1).is_lt() && order(1, 1).is_eq() && keys.has_order());
    }

    #[test]
    fn keys_of_an_index_on_a_collection_are_its_elements() {
        let element = Box::new(MarshalType::from(NativeType::Int32));
        let set = MarshalType::Set { element: element.clone(), multi_cell: true };
        assert_eq!(keys("LocalPartitioner", set).key_type.as_ref(), Some(&*element));
        let map = MarshalType::Map { key: element.clone(), value: element, multi_cell: true };
        let map = keys("LocalPartitioner", map);
        assert!(map.key_type.is_none() && !map.has_order());
    }
}

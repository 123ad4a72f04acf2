//! Which types have the values of which (`AbstractType.isValueCompatibleWith` and those beside it).

use cqlite_runtime::marshal::{MarshalType, NativeType};

/// Whether values of the old type are values of the new one: what a type could become up to 3.x, and what values of a column may be that was
/// dropped and added again.
pub(super) fn value(new: &MarshalType, old: &MarshalType) -> bool {
    use MarshalType as T;
    let (new, old) = (new.unreversed(), old.unreversed());
    match (new, old) {
        (T::Native(NativeType::Bytes), _) => true,
        (T::Native(new), T::Native(old)) => new == old || native(*new, *old),
        // Cells of the same length are what is written as one.
        (T::List { element: a, multi_cell: true }, T::List { element: b, multi_cell: true }) => serialization(a, b),
        (T::Map { key: k, value: v, multi_cell: true }, T::Map { key, value: w, multi_cell: true }) => {
            order(k, key) && serialization(v, w)
        }
        (T::List { element: a, multi_cell: m }, T::List { element: b, multi_cell: n }) => m == n && value(a, b),
        // The elements of sets and the keys of maps are in order.
        (T::Set { element: a, multi_cell: m }, T::Set { element: b, multi_cell: n }) => m == n && order(a, b),
        (T::Map { key: k, value: v, multi_cell: m }, T::Map { key, value: w, multi_cell: n }) => {
            m == n && order(k, key) && value(v, w)
        }
        (T::Tuple(new), T::Tuple(old)) | (T::Composite(new), T::Composite(old)) => longer(new, old, value),
        (T::User(new), T::User(old)) => {
            let (of, fields) = (
                |types: &[cqlite_runtime::marshal::UserField]| types.iter().map(|f| f.ty.clone()).collect::<Vec<_>>(),
                value,
            );
            new.multi_cell == old.multi_cell && longer(&of(&new.fields), &of(&old.fields), fields)
        }
        // What is dropped is kept as a tuple.
        (T::User(new), T::Tuple(old)) if !new.multi_cell => {
            longer(&new.fields.iter().map(|f| f.ty.clone()).collect::<Vec<_>>(), old, value)
        }
        (T::Vector { element: a, dimension: m }, T::Vector { element: b, dimension: n }) => m == n && value(a, b),
        (new, old) => new == old,
    }
}

/// Whether values of the old type are in the same order as those of the new one (`isCompatibleWith`).
pub(super) fn order(new: &MarshalType, old: &MarshalType) -> bool {
    use MarshalType as T;
    match (new, old) {
        (T::Native(new), T::Native(old)) => new == old || native_order(*new, *old),
        (T::Reversed(new), T::Reversed(old)) => order(new, old),
        (T::List { element: a, multi_cell: m }, T::List { element: b, multi_cell: n })
        | (T::Set { element: a, multi_cell: m }, T::Set { element: b, multi_cell: n }) => m == n && order(a, b),
        (T::Map { key: k, value: v, multi_cell: m }, T::Map { key, value: w, multi_cell: n }) => {
            m == n && order(k, key) && order(v, w)
        }
        (T::Tuple(new), T::Tuple(old)) | (T::Composite(new), T::Composite(old)) => longer(new, old, order),
        (T::User(new), T::User(old)) => {
            let of =
                |types: &[cqlite_runtime::marshal::UserField]| types.iter().map(|f| f.ty.clone()).collect::<Vec<_>>();
            new.multi_cell == old.multi_cell && longer(&of(&new.fields), &of(&old.fields), order)
        }
        (T::Vector { element: a, dimension: m }, T::Vector { element: b, dimension: n }) => m == n && order(a, b),
        // Before 5.0 the type of the key is not said.
        (T::PartitionerDefinedOrder { partitioner: a, key: k }, T::PartitionerDefinedOrder { partitioner: b, key }) => {
            a == b && k.as_ref().zip(key.as_ref()).is_none_or(|(new, old)| order(new, old))
        }
        (new, old) => new == old,
    }
}

/// Whether what was written as the old type is read as the new one (`isSerializationCompatibleWith`).
pub(super) fn serialization(new: &MarshalType, old: &MarshalType) -> bool {
    let is_bytes = *new == MarshalType::Native(NativeType::Bytes);
    if is_bytes && (old.is_collection() || matches!(old, MarshalType::User(_))) {
        return false;
    }
    value(new, old) && new.fixed_len() == old.fixed_len() && new.is_multi_cell() == old.is_multi_cell()
}

fn longer(new: &[MarshalType], old: &[MarshalType], each: fn(&MarshalType, &MarshalType) -> bool) -> bool {
    new.len() >= old.len() && new.iter().zip(old).all(|(new, old)| each(new, old))
}

/// Whether a native type, not being the same one, has the values of another one; `blob` has all, which is not asked here.
pub(crate) fn native(new: NativeType, old: NativeType) -> bool {
    use NativeType as N;
    match new {
        N::Utf8 => matches!(old, N::Ascii),
        N::Integer => matches!(old, N::Int32 | N::Long | N::Timestamp | N::Date),
        N::Uuid => matches!(old, N::TimeUuid),
        N::Long => matches!(old, N::Timestamp | N::Date),
        N::Timestamp | N::Date => matches!(old, N::Long | N::Timestamp | N::Date),
        N::Time => matches!(old, N::Long),
        N::SimpleDate => matches!(old, N::Int32),
        _ => native_order(new, old),
    }
}

/// The same, and their order.
pub(crate) fn native_order(new: NativeType, old: NativeType) -> bool {
    use NativeType as N;
    match new {
        N::Bytes => matches!(old, N::Utf8 | N::Ascii),
        N::Utf8 => matches!(old, N::Ascii),
        N::Timestamp | N::Date => matches!(old, N::Timestamp | N::Date),
        N::TimeUuid | N::LegacyTimeUuid => matches!(old, N::TimeUuid | N::LegacyTimeUuid),
        _ => false,
    }
}

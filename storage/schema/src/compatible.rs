//! Which types have the values of which (`AbstractType.isValueCompatibleWith` and those beside it).

use cqlite_runtime::marshal::{MarshalType, NativeType, UserField, UserType};

/// Whether values of the old type are values of the new one, also where they are in another order (`isValueCompatibleWith`).
#[must_use]
pub fn value(new: &MarshalType, old: &MarshalType) -> bool {
    use MarshalType as T;
    let (new, old) = (new.unreversed(), old.unreversed());
    match (new, old) {
        (T::Native(NativeType::Bytes), _) => true,
        (T::Native(new), T::Native(old)) => new == old || native(*new, *old),
        (T::List { element: a, multi_cell: false }, T::List { element: b, multi_cell: false }) => value(a, b),
        // The elements of sets and the keys of maps are in order.
        (T::Map { key: k, value: v, multi_cell: false }, T::Map { key, value: w, multi_cell: false }) => {
            order(k, key) && value(v, w)
        }
        (T::Tuple(_), T::Tuple(_) | T::User(_)) => longer(&parts(new), &parts(old), value),
        (T::Composite(new), T::Composite(old)) => longer(&refs(new), &refs(old), value),
        (T::User(a), T::User(b)) => {
            a.multi_cell == b.multi_cell && a.keyspace == b.keyspace && longer(&parts(new), &parts(old), order)
        }
        _ => order(new, old),
    }
}

/// Whether values of the old type are those of the new one, and in the same order (`isCompatibleWith`).
#[must_use]
pub fn order(new: &MarshalType, old: &MarshalType) -> bool {
    use MarshalType as T;
    match (new, old) {
        (T::Native(new), T::Native(old)) => new == old || native_order(*new, *old),
        (T::Reversed(new), T::Reversed(old)) => order(new, old),
        // Cells have no order among their values.
        (T::List { element: a, multi_cell: m }, T::List { element: b, multi_cell: n }) => {
            m == n && if *m { serialization(a, b) } else { order(a, b) }
        }
        (T::Set { element: a, multi_cell: m }, T::Set { element: b, multi_cell: n }) => m == n && order(a, b),
        (T::Map { key: k, value: v, multi_cell: m }, T::Map { key, value: w, multi_cell: n }) => {
            m == n && order(k, key) && if *m { serialization(v, w) } else { order(v, w) }
        }
        (T::Tuple(_) | T::User(_), T::Tuple(_) | T::User(_)) => longer(&parts(new), &parts(old), order),
        (T::Composite(new), T::Composite(old)) => longer(&refs(new), &refs(old), order),
        // Before 5.0 the type of the key is not said.
        (T::PartitionerDefinedOrder { partitioner: a, key: k }, T::PartitionerDefinedOrder { partitioner: b, key }) => {
            a == b && k.as_ref().zip(key.as_ref()).is_none_or(|(new, old)| order(new, old))
        }
        (new, old) => same(new, old),
    }
}

/// Whether what was written in cells as the old type is read as the new one (`isSerializationCompatibleWith`).
#[must_use]
pub fn serialization(new: &MarshalType, old: &MarshalType) -> bool {
    use MarshalType as T;
    // Several values are no bytes of one.
    if *new == T::Native(NativeType::Bytes) && (old.is_collection() || matches!(old, T::User(_))) {
        return false;
    }
    value(new, old)
        && match (new, old) {
            (T::List { element: a, .. }, T::List { element: b, .. })
            | (T::Map { value: a, .. }, T::Map { value: b, .. }) => serialization(a, b),
            _ => new.fixed_len() == old.fixed_len() && new.is_multi_cell() == old.is_multi_cell(),
        }
}

/// Whether two types are equal, the two classes for `timeuuid` being so.
#[must_use]
pub fn same(a: &MarshalType, b: &MarshalType) -> bool {
    a == b || plain(a) == plain(b)
}

/// The type with one class for `timeuuid`.
fn plain(ty: &MarshalType) -> MarshalType {
    match ty {
        MarshalType::Native(NativeType::LegacyTimeUuid) => NativeType::TimeUuid.into(),
        _ => map_parts(ty, &plain),
    }
}

/// The types of the fields of a tuple or user-defined type.
fn parts(ty: &MarshalType) -> Vec<&MarshalType> {
    ty.sub_types().into_iter().collect()
}

fn refs(types: &[MarshalType]) -> Vec<&MarshalType> {
    types.iter().collect()
}

/// Whether the first ones fit the others, of which there are not more.
fn longer(new: &[&MarshalType], old: &[&MarshalType], each: fn(&MarshalType, &MarshalType) -> bool) -> bool {
    new.len() >= old.len() && new.iter().zip(old).all(|(new, old)| each(new, old))
}

/// Whether a native type, not being the same one, has the values of another one; `blob` has all, which is not asked here.
fn native(new: NativeType, old: NativeType) -> bool {
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
fn native_order(new: NativeType, old: NativeType) -> bool {
    use NativeType as N;
    match new {
        N::Bytes => matches!(old, N::Utf8 | N::Ascii),
        N::Utf8 => matches!(old, N::Ascii),
        N::Timestamp | N::Date => matches!(old, N::Timestamp | N::Date),
        N::TimeUuid | N::LegacyTimeUuid => matches!(old, N::TimeUuid | N::LegacyTimeUuid),
        _ => false,
    }
}

/// The same type with every other one within it made anew.
#[must_use]
pub fn map_parts(ty: &MarshalType, each: &dyn Fn(&MarshalType) -> MarshalType) -> MarshalType {
    let boxed = |ty: &MarshalType| Box::new(each(ty));
    match ty {
        MarshalType::Reversed(of) => MarshalType::Reversed(boxed(of)),
        MarshalType::List { element, multi_cell } => {
            MarshalType::List { element: boxed(element), multi_cell: *multi_cell }
        }
        MarshalType::Set { element, multi_cell } => {
            MarshalType::Set { element: boxed(element), multi_cell: *multi_cell }
        }
        MarshalType::Map { key, value, multi_cell } => {
            MarshalType::Map { key: boxed(key), value: boxed(value), multi_cell: *multi_cell }
        }
        MarshalType::Tuple(types) => MarshalType::Tuple(types.iter().map(each).collect()),
        MarshalType::Composite(types) => MarshalType::Composite(types.iter().map(each).collect()),
        MarshalType::Vector { element, dimension } => {
            MarshalType::Vector { element: boxed(element), dimension: *dimension }
        }
        MarshalType::User(user) => MarshalType::User(Box::new(UserType {
            fields: user.fields.iter().map(|f| UserField { name: f.name.clone(), ty: each(&f.ty) }).collect(),
            ..(**user).clone()
        })),
        other => other.clone(),
    }
}

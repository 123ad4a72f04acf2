//! Which values may be taken for those of another type.

use std::borrow::Cow;

use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};

use super::Assignment;
use crate::schema::compatible::{native, native_order};
use crate::schema::cql_type::map_parts;

/// The type as functions see it: of the two classes for `timeuuid` the other one (`AbstractType.udfType`).
pub(crate) fn udf_type(ty: MarshalType) -> MarshalType {
    match ty {
        MarshalType::Native(NativeType::TimeUuid) => NativeType::LegacyTimeUuid.into(),
        other => other,
    }
}

/// Whether two types are equal, the two classes for `timeuuid` being so.
pub(crate) fn same(a: &MarshalType, b: &MarshalType) -> bool {
    a == b || plain(a) == plain(b)
}

/// The type with one class for `timeuuid`.
fn plain(ty: &MarshalType) -> MarshalType {
    match ty {
        MarshalType::Native(NativeType::LegacyTimeUuid) => NativeType::TimeUuid.into(),
        _ => map_parts(ty, &plain),
    }
}

/// How well values of a type fit another (`AbstractType.testAssignment`).
pub(crate) fn test_assignment(ty: &MarshalType, receiver: &MarshalType) -> Assignment {
    let ty = ty.unreversed();
    let mut receiver = Cow::Borrowed(receiver.unreversed());
    if is_freezable(ty) && !ty.is_multi_cell() {
        receiver = Cow::Owned(freeze(&receiver));
    }
    if same(ty, &receiver) {
        Assignment::Exact
    } else if is_value_compatible(&receiver, ty) {
        Assignment::Weak
    } else {
        Assignment::Not
    }
}

/// A type that is taken for all of several: the first that they all fit.
pub(crate) fn common(types: &[MarshalType]) -> Option<MarshalType> {
    let fits = |wanted: &&MarshalType| types.iter().all(|ty| test_assignment(ty, wanted).is_assignable());
    types.iter().find(fits).cloned()
}

/// Whether a type may be stored as several cells.
pub(crate) fn is_freezable(ty: &MarshalType) -> bool {
    ty.is_collection() || matches!(ty, MarshalType::User(_))
}

/// The type stored in one cell. Fields of a user-defined type stay as they are.
pub(crate) fn freeze(ty: &MarshalType) -> MarshalType {
    match ty {
        MarshalType::User(user) => MarshalType::User(Box::new(UserType { multi_cell: false, ..(**user).clone() })),
        other => other.clone().freeze(),
    }
}

/// Whether values of the previous type are values of this one (`AbstractType.isValueCompatibleWith`).
pub(crate) fn is_value_compatible(this: &MarshalType, previous: &MarshalType) -> bool {
    let (this, previous) = (this.unreversed(), previous.unreversed());
    match this {
        MarshalType::Native(NativeType::Bytes) => true,
        MarshalType::Native(new) => matches!(previous, MarshalType::Native(old) if new == old || native(*new, *old)),
        MarshalType::List { element, multi_cell: false } => match previous {
            MarshalType::List { element: other, multi_cell: false } => is_value_compatible(element, other),
            _ => false,
        },
        MarshalType::Map { key, value, multi_cell: false } => match previous {
            MarshalType::Map { key: other_key, value: other, multi_cell: false } => {
                is_compatible(key, other_key) && is_value_compatible(value, other)
            }
            _ => false,
        },
        MarshalType::Tuple(types) => match previous {
            MarshalType::Tuple(others) => pairwise(types.iter(), others.iter(), is_value_compatible),
            MarshalType::User(other) => {
                pairwise(types.iter(), other.fields.iter().map(|field| &field.ty), is_value_compatible)
            }
            _ => false,
        },
        MarshalType::User(user) => match previous {
            MarshalType::User(other) => {
                user.multi_cell == other.multi_cell
                    && user.keyspace == other.keyspace
                    && pairwise(field_types(user), field_types(other), is_compatible)
            }
            _ => false,
        },
        _ => is_compatible(this, previous),
    }
}

/// Whether the previous type's values also have this one's order (`AbstractType.isCompatibleWith`).
fn is_compatible(this: &MarshalType, previous: &MarshalType) -> bool {
    match (this, previous) {
        (MarshalType::Native(new), MarshalType::Native(old)) => new == old || native_order(*new, *old),
        (MarshalType::List { element: a, multi_cell }, MarshalType::List { element: b, multi_cell: other }) => {
            multi_cell == other && if *multi_cell { is_stored_alike(a, b) } else { is_compatible(a, b) }
        }
        (MarshalType::Set { element: a, multi_cell }, MarshalType::Set { element: b, multi_cell: other }) => {
            multi_cell == other && is_compatible(a, b)
        }
        (
            MarshalType::Map { key: a, value: v, multi_cell },
            MarshalType::Map { key: b, value: w, multi_cell: other },
        ) => {
            let values = if *multi_cell { is_stored_alike } else { is_compatible };
            multi_cell == other && is_compatible(a, b) && values(v, w)
        }
        (MarshalType::Tuple(_) | MarshalType::User(_), MarshalType::Tuple(_) | MarshalType::User(_)) => {
            pairwise(parts(this), parts(previous), is_compatible)
        }
        _ => same(this, previous),
    }
}

/// Whether values of cells are read alike (`AbstractType.isSerializationCompatibleWith`).
fn is_stored_alike(this: &MarshalType, previous: &MarshalType) -> bool {
    is_value_compatible(this, previous)
        && this.fixed_len() == previous.fixed_len()
        && this.is_multi_cell() == previous.is_multi_cell()
}

fn field_types(user: &UserType) -> impl ExactSizeIterator<Item = &MarshalType> {
    user.fields.iter().map(|field| &field.ty)
}

/// The types of the fields of a tuple or user-defined type.
fn parts(ty: &MarshalType) -> std::vec::IntoIter<&MarshalType> {
    ty.sub_types().into_iter()
}

/// Whether the first ones fit the others, of which there are not more.
fn pairwise<'t>(
    types: impl ExactSizeIterator<Item = &'t MarshalType>,
    previous: impl ExactSizeIterator<Item = &'t MarshalType>,
    fits: fn(&MarshalType, &MarshalType) -> bool,
) -> bool {
    types.len() >= previous.len() && types.zip(previous).all(|(a, b)| fits(a, b))
}

/// Whether a value of no bytes says nothing (`AbstractType.isEmptyValueMeaningless`).
pub(crate) fn is_empty_meaningless(ty: &MarshalType) -> bool {
    use NativeType as N;
    match ty.unreversed() {
        MarshalType::Native(native) => matches!(
            native,
            N::TimeUuid
                | N::LegacyTimeUuid
                | N::Boolean
                | N::CounterColumn
                | N::Date
                | N::Decimal
                | N::Double
                | N::Float
                | N::InetAddress
                | N::Int32
                | N::Integer
                | N::LexicalUuid
                | N::Long
                | N::Timestamp
                | N::Uuid
        ),
        _ => false,
    }
}

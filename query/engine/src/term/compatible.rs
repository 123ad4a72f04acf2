//! Which values may be taken for those of another type.

use std::borrow::Cow;

use cqlite_runtime::marshal::{MarshalType, NativeType, UserType};

use super::Assignment;
pub(crate) use cqlite_schema::compatible::{same, value as is_value_compatible};

/// The type as functions see it: of the two classes for `timeuuid` the other one (`AbstractType.udfType`).
pub(crate) fn udf_type(ty: MarshalType) -> MarshalType {
    match ty {
        MarshalType::Native(NativeType::TimeUuid) => NativeType::LegacyTimeUuid.into(),
        other => other,
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

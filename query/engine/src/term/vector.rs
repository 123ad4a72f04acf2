//! Vectors.

use cqlite_runtime::marshal::{MarshalType, NativeType};

/// Whether a value of no bytes is null for the type's serializer (`TypeSerializer.isNull`).
pub(super) fn is_null_when_empty(element: &MarshalType) -> bool {
    !matches!(element, MarshalType::Native(NativeType::Utf8 | NativeType::Ascii | NativeType::Bytes))
}

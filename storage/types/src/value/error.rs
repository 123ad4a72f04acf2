use std::fmt;

use cqlite_runtime::marshal::MarshalType;

use crate::ValueError;

/// Why a value is not one of a Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FromCqlError {
    /// There is none, or an empty one of a type that has no empty values in Rust: ask for an `Option`.
    Null,
    /// Values of the CQL type are none of the Rust type.
    Type {
        /// The CQL type.
        cql: String,
        /// The Rust type.
        rust: &'static str,
    },
    /// The number is outside of what the Rust type has.
    OutOfRange {
        /// The Rust type.
        rust: &'static str,
    },
    /// The bytes are no value of the CQL type.
    Value(ValueError),
}

impl FromCqlError {
    #[cold]
    pub(super) fn mismatch<T>(ty: &MarshalType) -> Self {
        FromCqlError::Type { cql: ty.cql_name(), rust: std::any::type_name::<T>() }
    }

    #[cold]
    pub(super) fn out_of_range<T>() -> Self {
        FromCqlError::OutOfRange { rust: std::any::type_name::<T>() }
    }
}

impl From<ValueError> for FromCqlError {
    fn from(e: ValueError) -> Self {
        FromCqlError::Value(e)
    }
}

impl fmt::Display for FromCqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => write!(f, "the value is null"),
            Self::Type { cql, rust } => write!(f, "a value of type {cql} cannot be read as {rust}"),
            Self::OutOfRange { rust } => write!(f, "the number does not fit into {rust}"),
            Self::Value(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for FromCqlError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Value(e) => Some(e),
            _ => None,
        }
    }
}

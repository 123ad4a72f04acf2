use std::fmt;

use cqlite_runtime::marshal::MarshalType;

use crate::spelling::SpellingError;
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

/// Why a Rust value is none of a CQL type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ToCqlError {
    /// Values of the Rust type are none of the CQL type.
    Type {
        /// The CQL type.
        cql: String,
        /// The Rust type, or what it is made as.
        rust: &'static str,
    },
    /// The number is outside of what the CQL type has.
    OutOfRange {
        /// The CQL type.
        cql: String,
    },
    /// Null, or nothing, within a collection or vector.
    NoElement {
        /// The type around it.
        within: String,
    },
    /// More or fewer parts than the type has.
    Parts {
        /// How many there are.
        found: usize,
        /// The type.
        cql: String,
    },
    /// A user type has no field of that name, or it is given twice.
    Field {
        /// The name.
        name: String,
        /// The type.
        cql: String,
    },
    /// The bytes are no value of the CQL type.
    Value(ValueError),
    /// The text is no value of the CQL type.
    Spelling(SpellingError),
}

impl ToCqlError {
    #[cold]
    pub(super) fn mismatch<T: ?Sized>(ty: &MarshalType) -> Self {
        ToCqlError::given(std::any::type_name::<T>(), ty)
    }

    #[cold]
    pub(super) fn given(rust: &'static str, ty: &MarshalType) -> Self {
        ToCqlError::Type { cql: ty.unreversed().cql_name(), rust }
    }

    #[cold]
    pub(super) fn out_of_range(ty: &MarshalType) -> Self {
        ToCqlError::OutOfRange { cql: ty.unreversed().cql_name() }
    }
}

impl From<ValueError> for ToCqlError {
    fn from(e: ValueError) -> Self {
        ToCqlError::Value(e)
    }
}

impl fmt::Display for ToCqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type { cql, rust } => write!(f, "a {rust} is no value of type {cql}"),
            Self::OutOfRange { cql } => write!(f, "the number is outside of what {cql} has"),
            Self::NoElement { within } => write!(f, "there is no null within a value of type {within}"),
            Self::Parts { found, cql } => write!(f, "{found} parts cannot be a value of type {cql}"),
            Self::Field { name, cql } => write!(f, "field {name} is given twice, or {cql} has none of that name"),
            Self::Value(e) => e.fmt(f),
            Self::Spelling(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for ToCqlError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Value(e) => Some(e),
            Self::Spelling(e) => Some(e),
            _ => None,
        }
    }
}

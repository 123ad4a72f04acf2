//! Type names as Cassandra writes them: `org.apache.cassandra.db.marshal.Int32Type` and the like.
//!
//! An SSTable's serialization header, `system_schema` and dynamic composites name types by class, with arguments in
//! parentheses. [`MarshalType`] is such a name, parsed.
//!
//! ```
//! use cqlite_runtime::marshal::parse;
//! let ty = parse("org.apache.cassandra.db.marshal.FrozenType(org.apache.cassandra.db.marshal.ListType(Int32Type))")?;
//! assert_eq!(ty.cql_name(), "frozen<list<int>>");
//! assert!(!ty.is_multi_cell());
//! # Ok::<(), cqlite_runtime::marshal::MarshalError>(())
//! ```
//!
//! Reference: `org.apache.cassandra.db.marshal.AbstractType`, `TypeParser` (5.0.8).

mod class_name;
mod column_name;
mod cql_name;
mod error;
mod native;
mod parse;
#[cfg(test)]
mod tests;

pub use class_name::class_names;
pub use column_name::compare_column_names;
pub use cql_name::maybe_quote;
pub use error::MarshalError;
pub use native::NativeType;
pub use parse::{parse, MAX_DEPTH};

/// The type of a column, a key or a part of one.
///
/// Two types are equal when Cassandra's are: a frozen collection differs from an unfrozen one, `FrozenType` around
/// anything else leaves no trace. Of the fields of a frozen user type names of types do not say whether they are frozen by themselves, too: all are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MarshalType {
    /// A type without arguments.
    Native(NativeType),
    /// `ReversedType`: same values, opposite order (`CLUSTERING ORDER BY (.. DESC)`).
    Reversed(Box<MarshalType>),
    /// `ListType`.
    List {
        /// Type of the elements.
        element: Box<MarshalType>,
        /// False when frozen.
        multi_cell: bool,
    },
    /// `SetType`.
    Set {
        /// Type of the elements.
        element: Box<MarshalType>,
        /// False when frozen.
        multi_cell: bool,
    },
    /// `MapType`.
    Map {
        /// Type of the keys.
        key: Box<MarshalType>,
        /// Type of the values.
        value: Box<MarshalType>,
        /// False when frozen.
        multi_cell: bool,
    },
    /// `TupleType`: always frozen.
    Tuple(Vec<MarshalType>),
    /// `UserType`.
    User(Box<UserType>),
    /// `VectorType`: always frozen.
    Vector {
        /// Type of the elements.
        element: Box<MarshalType>,
        /// Number of elements, at least 1.
        dimension: u32,
    },
    /// `CompositeType`: a partition key of several columns, or a Thrift comparator.
    Composite(Vec<MarshalType>),
    /// `DynamicCompositeType`: aliases (one ASCII character each), in Cassandra's order of printing.
    DynamicComposite(Vec<(u8, MarshalType)>),
    /// `PartitionerDefinedOrder`: the clustering of an index table.
    PartitionerDefinedOrder {
        /// Full class name of the partitioner.
        partitioner: String,
        /// Type of the partition key, since 5.0.
        key: Option<Box<MarshalType>>,
    },
    /// A class that is not Cassandra's own, kept as written, arguments included.
    Custom(String),
}

/// A user-defined type (`UserType`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserType {
    /// Keyspace of the type.
    pub keyspace: String,
    /// Name of the type.
    pub name: String,
    /// Fields in order; a field's path in an unfrozen value is its index, as a 16-bit integer.
    pub fields: Vec<UserField>,
    /// False when frozen.
    pub multi_cell: bool,
}

/// A field of a user-defined type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserField {
    /// Name, as stored (case as given).
    pub name: String,
    /// Type.
    pub ty: MarshalType,
}

impl MarshalType {
    /// Reads a type name: [`parse()`].
    ///
    /// # Errors
    /// [`MarshalError`] where the name is malformed.
    pub fn parse(text: &str) -> Result<Self, MarshalError> {
        parse::parse(text)
    }

    /// Length in bytes of every value, if the type fixes one; such values are stored without a length.
    ///
    /// `ShortType`, `ByteType`, `SimpleDateType` and `TimeType` are *not* fixed for Cassandra.
    /// Reference: `AbstractType.valueLengthIfFixed`.
    pub fn fixed_len(&self) -> Option<usize> {
        match self {
            Self::Native(native) => native.fixed_len(),
            Self::Reversed(base) => base.fixed_len(),
            Self::Vector { element, dimension } => element.fixed_len()?.checked_mul(usize::try_from(*dimension).ok()?),
            _ => None,
        }
    }

    /// True for a collection or user type that is stored as one cell for each element.
    ///
    /// Reference: `AbstractType.isMultiCell`.
    pub fn is_multi_cell(&self) -> bool {
        match self {
            Self::List { multi_cell, .. } | Self::Set { multi_cell, .. } | Self::Map { multi_cell, .. } => *multi_cell,
            Self::User(user) => user.multi_cell,
            _ => false,
        }
    }

    /// True for a list, set or map, frozen or not.
    pub fn is_collection(&self) -> bool {
        matches!(self, Self::List { .. } | Self::Set { .. } | Self::Map { .. })
    }

    /// True for a counter.
    pub fn is_counter(&self) -> bool {
        matches!(self, Self::Native(NativeType::CounterColumn))
    }

    /// True for `ReversedType`.
    pub fn is_reversed(&self) -> bool {
        matches!(self, Self::Reversed(_))
    }

    /// The type below any `ReversedType`.
    pub fn unreversed(&self) -> &Self {
        let mut ty = self;
        while let Self::Reversed(base) = ty {
            ty = base;
        }
        ty
    }

    /// What `FrozenType(..)` makes of the type: a collection or user type stored in one cell, anything else unchanged.
    #[must_use]
    pub fn freeze(self) -> Self {
        match self {
            Self::List { element, .. } => Self::List { element: Box::new(element.freeze()), multi_cell: false },
            Self::Set { element, .. } => Self::Set { element: Box::new(element.freeze()), multi_cell: false },
            Self::Map { key, value, .. } => {
                Self::Map { key: Box::new(key.freeze()), value: Box::new(value.freeze()), multi_cell: false }
            }
            Self::User(mut user) => {
                user.multi_cell = false;
                user.fields = user.fields.into_iter().map(|f| UserField { ty: f.ty.freeze(), ..f }).collect();
                Self::User(user)
            }
            other => other,
        }
    }

    /// Types that this one is made of: elements, key and value, fields, components.
    pub fn sub_types(&self) -> Vec<&Self> {
        match self {
            Self::Native(_) | Self::Custom(_) => Vec::new(),
            Self::Reversed(base) => vec![base],
            Self::List { element, .. } | Self::Set { element, .. } | Self::Vector { element, .. } => vec![element],
            Self::Map { key, value, .. } => vec![key, value],
            Self::Tuple(types) | Self::Composite(types) => types.iter().collect(),
            Self::User(user) => user.fields.iter().map(|field| &field.ty).collect(),
            Self::DynamicComposite(aliases) => aliases.iter().map(|(_, ty)| ty).collect(),
            Self::PartitionerDefinedOrder { key, .. } => key.iter().map(AsRef::as_ref).collect(),
        }
    }
}

impl From<NativeType> for MarshalType {
    fn from(native: NativeType) -> Self {
        Self::Native(native)
    }
}

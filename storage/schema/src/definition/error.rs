use std::fmt;

use crate::partitioner::PartitionerError;

/// Why there cannot be such a table: what Cassandra says of it, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DefinitionError {
    /// A name that is none.
    Name {
        /// What has the name.
        of: &'static str,
        /// The name.
        name: String,
    },
    /// A text that is no type of CQL.
    TypeText {
        /// The text.
        text: String,
        /// The byte at which something else was expected.
        at: usize,
        /// What.
        expected: &'static str,
    },
    /// A user type that has not been created before.
    UnknownType {
        /// Its name.
        name: String,
    },
    /// A user type of another keyspace.
    OtherKeyspace {
        /// The type's keyspace.
        found: String,
        /// The table's keyspace.
        own: String,
    },
    /// `frozen` around a type that has one value only.
    NotFreezable {
        /// The type.
        ty: String,
    },
    /// Within a type of several cells a collection or user type that is not frozen.
    NestedNonFrozen {
        /// The inner type.
        ty: String,
    },
    /// A type where it must not be.
    Misplaced {
        /// The type.
        ty: &'static str,
        /// Where it is.
        within: &'static str,
    },
    /// Two of the same name.
    Duplicate {
        /// Two of what.
        of: &'static str,
        /// The name.
        name: String,
    },
    /// A type that columns of the primary key cannot have.
    KeyType {
        /// The column.
        column: String,
        /// The type, as CQL calls it.
        ty: String,
    },
    /// A column whose name no statement can have: it is not UTF-8.
    ColumnName {
        /// The bytes of the name.
        name: Vec<u8>,
    },
    /// A partitioner that is not Cassandra's own.
    Partitioner(PartitionerError),
    /// There is no partition key.
    NoPartitionKey,
    /// A static column in a table without clustering columns.
    StaticWithoutClustering {
        /// The column.
        column: String,
    },
    /// A counter beside columns that are none.
    MixedCounters {
        /// A column that is no counter.
        column: String,
    },
    /// A default TTL for counters.
    CounterTtl,
    /// A default TTL that is none.
    Ttl {
        /// The number.
        found: i64,
        /// The longest one.
        most: i64,
    },
}

impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { of, name } => write!(f, "{name:?} is no name of {of}"),
            Self::TypeText { text, at, expected } => {
                write!(f, "{text:?} is no type of CQL: at byte {at} there should be {expected}")
            }
            Self::UnknownType { name } => write!(f, "there is no user type {name}: create it before it is used"),
            Self::OtherKeyspace { found, own } => {
                write!(f, "a table of keyspace {own} has no user types of keyspace {found}")
            }
            Self::NotFreezable { ty } => {
                write!(f, "frozen is for collections, tuples, vectors and user types only, not for {ty}")
            }
            Self::NestedNonFrozen { ty } => write!(f, "{ty} has to be frozen within a type that is not"),
            Self::Misplaced { ty, within } => write!(f, "there are no {ty} within {within}"),
            Self::Duplicate { of, name } => write!(f, "there are two {of} of the name {name}"),
            Self::KeyType { column, ty } => {
                write!(f, "column {column} of the primary key cannot have the type {ty}")
            }
            Self::ColumnName { name } => {
                f.write_str("the name of a column is not UTF-8, and no statement can have it: 0x")?;
                name.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
            Self::Partitioner(e) => e.fmt(f),
            Self::NoPartitionKey => f.write_str("the table has no partition key"),
            Self::StaticWithoutClustering { column } => {
                write!(f, "column {column} is static in a table that has no clustering columns")
            }
            Self::MixedCounters { column } => {
                write!(f, "column {column} is no counter in a table of counters")
            }
            Self::CounterTtl => f.write_str("a table of counters has no default TTL"),
            Self::Ttl { found, most } => {
                write!(f, "a default TTL is a number of seconds from 0 to {most}, not {found}")
            }
        }
    }
}

impl std::error::Error for DefinitionError {}

impl From<PartitionerError> for DefinitionError {
    fn from(e: PartitionerError) -> Self {
        DefinitionError::Partitioner(e)
    }
}

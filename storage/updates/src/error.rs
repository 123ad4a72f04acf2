use std::fmt;

use cqlite_types::value::ToCqlError;
use cqlite_types::{hex, ValueError};

/// Why something is not written: what Cassandra says of the statement, or what its order is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UpdateError {
    /// A value that its column cannot have.
    Value {
        /// The column.
        column: String,
        /// What is wrong with it.
        error: ToCqlError,
    },
    /// There is no such column, or it is part of the primary key.
    Column {
        /// The name.
        name: String,
    },
    /// A user type has no such field.
    Field {
        /// The column.
        column: String,
        /// The field.
        field: String,
    },
    /// Null, or nothing, for a column of the primary key.
    NoKey {
        /// The column.
        column: String,
    },
    /// A partition key without a byte.
    EmptyKey,
    /// A partition key, or all clustering values together, of more bytes than their length can say.
    KeyTooLong {
        /// What is too long.
        of: &'static str,
        /// How long it is.
        found: usize,
        /// How long it may be.
        most: usize,
    },
    /// More or fewer values than columns of the primary key.
    KeyValues {
        /// How many there are.
        found: usize,
        /// What there should be.
        wanted: String,
    },
    /// Something that is not done to columns of such a type.
    Operation {
        /// The column.
        column: String,
        /// Its type.
        ty: String,
        /// What was to be done.
        what: &'static str,
    },
    /// Null where an element, or an increment, is told by its value.
    NoElement {
        /// The column.
        column: String,
    },
    /// A column that the statement has had already.
    Twice {
        /// The column.
        column: String,
    },
    /// An update without any column.
    Nothing,
    /// The clustering columns have values, and what is written is static.
    OnlyStatic,
    /// A column of rows, and no row is named.
    NoRow {
        /// The column.
        column: String,
    },
    /// A row is named, or the table has no clustering, so that there is no range of rows.
    NoRange,
    /// A bound of columns in ascending and in descending order.
    MixedOrder,
    /// Some rows were meant, of which single columns cannot be deleted.
    RangeOfColumns,
    /// An insert into a table of counters.
    CounterInsert,
    /// A timestamp or a TTL for counters.
    CounterTimes,
    /// A TTL that is none.
    Ttl {
        /// The number.
        found: i64,
        /// The longest one.
        most: i64,
    },
    /// A TTL for a deletion.
    DeleteTtl,
    /// The timestamp that means "none".
    Timestamp,
    /// A time of expiry, or of a deletion, that the version has not.
    LocalDeletionTime {
        /// The time, in seconds since 1970.
        found: i64,
        /// The last one.
        last: i64,
    },
    /// The deletion of a partition at a timestamp that the version has for rows only.
    Deletion {
        /// The partition's key as it is spelled.
        partition: String,
        /// The timestamp, in microseconds since 1970.
        timestamp: i64,
        /// The version's letters.
        version: &'static str,
    },
    /// Rows are to come in their order, and this one does not.
    Order {
        /// The partition's key.
        key: Vec<u8>,
        /// What should have come before.
        what: &'static str,
    },
    /// A path or a counter that is no value of its type.
    Merge(ValueError),
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { column, error } => write!(f, "column {column}: {error}"),
            Self::Column { name } => write!(f, "there is no column {name} beside the primary key"),
            Self::Field { column, field } => write!(f, "the type of column {column} has no field {field}"),
            Self::NoKey { column } => write!(f, "column {column} of the primary key has no value"),
            Self::EmptyKey => f.write_str("the partition key is empty"),
            Self::KeyTooLong { of, found, most } => {
                write!(f, "{of} of {found} bytes, of which there are {most} at most")
            }
            Self::KeyValues { found, wanted } => write!(f, "{found} values of the primary key, which has {wanted}"),
            Self::Operation { column, ty, what } => write!(f, "column {column} of type {ty} {what}"),
            Self::NoElement { column } => write!(f, "column {column}: there is no null here"),
            Self::Twice { column } => write!(f, "column {column} is written twice by one statement"),
            Self::Nothing => f.write_str("nothing is written"),
            Self::OnlyStatic => f.write_str("a row is named, and static columns only are written"),
            Self::NoRow { column } => write!(f, "column {column} is not static, and no row is named"),
            Self::NoRange => f.write_str("a bound is of clustering columns that have no value yet, and there are none"),
            Self::MixedOrder => {
                f.write_str("a bound is of columns that are all in ascending, or all in descending order")
            }
            Self::RangeOfColumns => f.write_str("of a range of rows no single columns can be deleted"),
            Self::CounterInsert => f.write_str("counters are updated, and not inserted"),
            Self::CounterTimes => f.write_str("counters have no timestamp but that of the clock, and no TTL"),
            Self::Ttl { found, most } => write!(f, "a TTL is a number of seconds from 0 to {most}, not {found}"),
            Self::DeleteTtl => f.write_str("a deletion has no TTL"),
            Self::Timestamp => write!(f, "a timestamp is not {}", i64::MIN),
            Self::LocalDeletionTime { found, last } => {
                write!(f, "the time {found}, in seconds since 1970, is after {last}, the last one of the version")
            }
            Self::Deletion { partition, timestamp, version } => write!(
                f,
                "partition {partition} cannot be deleted with the timestamp {timestamp}, which is before 1970: version {version} has no such deletion of a whole partition"
            ),
            Self::Order { key, what } => write!(f, "partition {}: {what}", hex::text(key)),
            Self::Merge(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for UpdateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Value { error, .. } => Some(error),
            Self::Merge(e) => Some(e),
            _ => None,
        }
    }
}

impl From<ValueError> for UpdateError {
    fn from(e: ValueError) -> Self {
        UpdateError::Merge(e)
    }
}

/// Why a value has no byte-comparable form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// A type whose values have no order of bytes: counters and classes that are not Cassandra's.
    #[error("values of type {ty} have no byte-comparable form")]
    UnsupportedType {
        /// Name of the type.
        ty: String,
    },
    /// A value of another length than its type's.
    #[error("{ty} value has {found} bytes, should have {expected}")]
    WrongLength {
        /// Name of the type.
        ty: String,
        /// Length of the type in bytes.
        expected: usize,
        /// Length of the value in bytes.
        found: usize,
    },
    /// A value made of parts that ends within one, or goes on after the last.
    #[error("{ty} value of {len} bytes is malformed at offset {offset}")]
    Malformed {
        /// Name of the type.
        ty: String,
        /// Length of the value in bytes.
        len: usize,
        /// Place of the part, in bytes from the start of the value.
        offset: usize,
    },
    /// A `timeuuid` of another version than 1.
    #[error("timeuuid value has UUID version {version}")]
    WrongUuidVersion {
        /// The version.
        version: u8,
    },
    /// More values than clustering columns.
    #[error("{values} clustering values for {types} columns")]
    TooManyValues {
        /// Number of values.
        values: usize,
        /// Number of clustering columns.
        types: usize,
    },
    /// A kind of bound that a later version brings, whose place among the others is not known.
    #[error("the order of this kind of bound is not known")]
    UnknownKind,
    /// The token of a local partitioner without the type of the key.
    #[error("a local partitioner's token needs the type of the partition key")]
    KeyTypeNeeded,
    /// A partitioner named in a type that is not known.
    #[error(transparent)]
    Partitioner(#[from] cqlite_schema::partitioner::PartitionerError),
}

use super::Token;

/// A partition key with its token; ordered by [`Partitioner::compare_keys`](super::Partitioner::compare_keys).
///
/// Reference: `DecoratedKey`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DecoratedKey {
    /// Position by the partitioner that made it.
    pub token: Token,
    /// The serialized key.
    pub key: Vec<u8>,
}

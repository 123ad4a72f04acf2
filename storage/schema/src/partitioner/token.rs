use std::cmp::Ordering;
use std::fmt;

/// Position of a partition, by the partitioner that made it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// `Murmur3Partitioner`: -2⁶³ (minimum) to 2⁶³-1.
    Murmur3(i64),
    /// `RandomPartitioner`: 0 to 2¹²⁷; `None` is the minimum, -1.
    Random(Option<u128>),
    /// `ByteOrderedPartitioner`: the key.
    Bytes(Vec<u8>),
    /// `OrderPreservingPartitioner`: the key as text, or its hexadecimal digits if it is not UTF-8.
    Text(String),
    /// `LocalPartitioner`: the key.
    Local(Vec<u8>),
    /// `ReversedLongLocalPartitioner`: 2⁶³-1 minus the key.
    ReversedLong(i64),
}

impl Token {
    /// Whether it is the smallest token of its partitioner, which no key but the empty one has.
    #[must_use]
    pub fn is_minimum(&self) -> bool {
        match self {
            Token::Murmur3(n) | Token::ReversedLong(n) => *n == i64::MIN,
            Token::Random(n) => n.is_none(),
            Token::Bytes(bytes) | Token::Local(bytes) => bytes.is_empty(),
            Token::Text(text) => text.is_empty(),
        }
    }

    /// The order where it does not depend on a key's type: bytes for local tokens.
    pub(super) fn natural_cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Token::Murmur3(a), Token::Murmur3(b)) | (Token::ReversedLong(a), Token::ReversedLong(b)) => a.cmp(b),
            (Token::Random(a), Token::Random(b)) => a.cmp(b),
            (Token::Bytes(a), Token::Bytes(b)) | (Token::Local(a), Token::Local(b)) => a.cmp(b),
            // Java's strings compare by UTF-16 units, which differs beyond U+FFFF.
            (Token::Text(a), Token::Text(b)) => a.encode_utf16().cmp(b.encode_utf16()),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Token::Murmur3(_) => 0,
            Token::Random(_) => 1,
            Token::Bytes(_) => 2,
            Token::Text(_) => 3,
            Token::Local(_) => 4,
            Token::ReversedLong(_) => 5,
        }
    }
}

impl fmt::Display for Token {
    /// As Cassandra prints it, but for local tokens, which it prints as values of the key's type: hexadecimal here.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Murmur3(n) | Token::ReversedLong(n) => write!(f, "{n}"),
            Token::Random(Some(n)) => write!(f, "{n}"),
            Token::Random(None) => f.write_str("-1"),
            Token::Bytes(bytes) | Token::Local(bytes) => f.write_str(&cqlite_types::hex::text(bytes)),
            Token::Text(text) => f.write_str(text),
        }
    }
}

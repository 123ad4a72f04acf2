//! The order of partitions: keys to tokens, and tokens in order.
//!
//! ```
//! use cqlite_schema::partitioner::Partitioner;
//! let partitioner = Partitioner::from_class_name("org.apache.cassandra.dht.Murmur3Partitioner").unwrap();
//! assert_eq!(partitioner.token(b"").to_string(), "-9223372036854775808");
//! ```
//!
//! Reference: `IPartitioner` and its implementations, `DecoratedKey`.

mod decorated_key;
mod error;
mod murmur3;
mod token;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use cqlite_runtime::marshal::NativeType;
use md5::{Digest, Md5};

pub use decorated_key::DecoratedKey;
pub use error::PartitionerError;
pub use murmur3::{murmur3_x64_128, Murmur3Hash};
pub use token::Token;

/// How the values of a type compare; what a [`Partitioner::Local`] needs of the key's type.
pub type KeyOrder = Arc<dyn Fn(&[u8], &[u8]) -> Ordering + Send + Sync>;

/// What decides the order of partitions in an SSTable.
#[derive(Clone)]
pub enum Partitioner {
    /// `Murmur3Partitioner`, the default since 1.2.
    Murmur3,
    /// `RandomPartitioner`: MD5.
    Random,
    /// `ByteOrderedPartitioner`: the key's bytes.
    ByteOrdered,
    /// `OrderPreservingPartitioner`: the key as text.
    OrderPreserving,
    /// `LocalPartitioner`: the key as a value of its type; tables of secondary indexes and some system tables.
    Local(KeyOrder),
    /// `ReversedLongLocalPartitioner`: a non-negative `bigint`, descending; a system table of 6.0.
    ReversedLong,
}

const PACKAGE: &str = "org.apache.cassandra.dht.";

impl Partitioner {
    /// The partitioner with this class name, as it stands in `Statistics.db`: simple or with Cassandra's package.
    ///
    /// The order of a local partitioner is that of the key's type, which is not part of the name. It starts as
    /// that of bytes: replace it with [`with_key_order`](Self::with_key_order).
    ///
    /// # Errors
    /// [`PartitionerError::Unsupported`] for any other class.
    pub fn from_class_name(class: &str) -> Result<Self, PartitionerError> {
        // Local partitioners were once printed with their type in parentheses.
        let bare = class.split('(').next().unwrap_or(class);
        match bare.strip_prefix(PACKAGE).unwrap_or(bare) {
            "Murmur3Partitioner" => Ok(Partitioner::Murmur3),
            "RandomPartitioner" => Ok(Partitioner::Random),
            "ByteOrderedPartitioner" => Ok(Partitioner::ByteOrdered),
            "OrderPreservingPartitioner" => Ok(Partitioner::OrderPreserving),
            "LocalPartitioner" => Ok(Partitioner::Local(Arc::new(|a: &[u8], b: &[u8]| a.cmp(b)))),
            "ReversedLongLocalPartitioner" => Ok(Partitioner::ReversedLong),
            _ => Err(PartitionerError::Unsupported { class: class.to_owned() }),
        }
    }

    /// The same partitioner; a local one with this order of keys.
    #[must_use]
    pub fn with_key_order(self, order: KeyOrder) -> Self {
        match self {
            Partitioner::Local(_) => Partitioner::Local(order),
            other => other,
        }
    }

    /// Simple name of the class.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Partitioner::Murmur3 => "Murmur3Partitioner",
            Partitioner::Random => "RandomPartitioner",
            Partitioner::ByteOrdered => "ByteOrderedPartitioner",
            Partitioner::OrderPreserving => "OrderPreservingPartitioner",
            Partitioner::Local(_) => "LocalPartitioner",
            Partitioner::ReversedLong => "ReversedLongLocalPartitioner",
        }
    }

    /// Full name of the class, as `Statistics.db` has it.
    #[must_use]
    pub fn class_name(&self) -> String {
        format!("{PACKAGE}{}", self.name())
    }

    /// The token of a partition key.
    ///
    /// Reference: `IPartitioner.getToken`.
    #[must_use]
    pub fn token(&self, key: &[u8]) -> Token {
        match self {
            Partitioner::Murmur3 => Token::Murmur3(murmur3_x64_128(key).token(key.is_empty())),
            Partitioner::Random => Token::Random(random_token(key)),
            Partitioner::ByteOrdered => Token::Bytes(key.to_vec()),
            Partitioner::OrderPreserving => Token::Text(match std::str::from_utf8(key) {
                Ok(text) => text.to_owned(),
                Err(_) => cqlite_types::hex::text(key),
            }),
            Partitioner::Local(_) => Token::Local(key.to_vec()),
            // Keys that are no such number have no token for Cassandra; they go before all others here.
            Partitioner::ReversedLong => Token::ReversedLong(match <[u8; 8]>::try_from(key).map(i64::from_be_bytes) {
                Ok(n @ 0..) => i64::MAX - n,
                _ => i64::MIN,
            }),
        }
    }

    /// The smallest token, which only an empty key has.
    #[must_use]
    pub fn minimum_token(&self) -> Token {
        self.token(b"")
    }

    /// A token from its text, as tokens are printed (`TokenFactory.fromString`): a number, or hexadecimal digits where tokens are bytes.
    #[must_use]
    pub fn token_from_text(&self, text: &str) -> Option<Token> {
        Some(match self {
            Partitioner::Murmur3 => Token::Murmur3(text.parse().ok()?),
            Partitioner::Random if text == "-1" => Token::Random(None),
            Partitioner::Random => Token::Random(Some(text.parse().ok().filter(|n| *n <= 1 << 127)?)),
            Partitioner::ByteOrdered => Token::Bytes(bytes_from_text(text)?),
            Partitioner::OrderPreserving => Token::Text(text.to_owned()),
            Partitioner::Local(_) => Token::Local(bytes_from_text(text)?),
            Partitioner::ReversedLong => Token::ReversedLong(text.parse().ok()?),
        })
    }

    /// The texts of two tokens with a colon between, as an example of how they are spelled.
    #[must_use]
    pub fn token_range_example(&self) -> &'static str {
        match self {
            Partitioner::Murmur3 => "-9223372036854775808:0",
            Partitioner::Random => "-1:85070591730234615865843651857942052864",
            Partitioner::ByteOrdered | Partitioner::Local(_) => "00:80",
            Partitioner::OrderPreserving => "a:m",
            Partitioner::ReversedLong => "0:4611686018427387904",
        }
    }

    /// The key with its token.
    #[must_use]
    pub fn decorate(&self, key: &[u8]) -> DecoratedKey {
        DecoratedKey { token: self.token(key), key: key.to_vec() }
    }

    /// The same, in the memory of a key that is used no longer.
    #[must_use]
    pub fn decorate_in(&self, memory: Option<DecoratedKey>, key: &[u8]) -> DecoratedKey {
        let mut bytes = memory.map(|used| used.key).unwrap_or_default();
        bytes.clear();
        bytes.extend_from_slice(key);
        DecoratedKey { token: self.token(key), key: bytes }
    }

    /// Order of two tokens of this partitioner. Tokens of different partitioners compare by partitioner.
    #[must_use]
    pub fn compare_tokens(&self, a: &Token, b: &Token) -> Ordering {
        match (self, a, b) {
            (Partitioner::Local(order), Token::Local(a), Token::Local(b)) => order(a, b),
            _ => a.natural_cmp(b),
        }
    }

    /// Order of two partitions: by token, then by the key's bytes.
    ///
    /// Reference: `DecoratedKey.compareTo`.
    #[must_use]
    pub fn compare_keys(&self, a: &DecoratedKey, b: &DecoratedKey) -> Ordering {
        self.compare_tokens(&a.token, &b.token).then_with(|| a.key.cmp(&b.key))
    }
}

impl fmt::Debug for Partitioner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn bytes_from_text(text: &str) -> Option<Vec<u8>> {
    cqlite_types::from_text(&NativeType::Bytes.into(), text).ok()
}

/// `RandomPartitioner.getToken`: MD5 as a signed number, without its sign.
fn random_token(key: &[u8]) -> Option<u128> {
    let digest: [u8; 16] = Md5::digest(key).into();
    (!key.is_empty()).then(|| i128::from_be_bytes(digest).unsigned_abs())
}

#[cfg(test)]
mod tests;

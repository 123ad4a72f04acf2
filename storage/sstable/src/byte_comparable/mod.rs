//! Keys and values as byte strings whose plain order is Cassandra's: the keys of the tries in `Partitions.db` and
//! `Rows.db`.
//!
//! ```text
//! partition key   40 token 40 key 38                  separators: 40 next component, 3E null,
//! clustering      40 c₁ 40 c₂ … 38                                3F/41 empty (41 in descending order),
//! bound           40 c₁ … 20 (before) or 60 (after)               38 end (none or another in LEGACY)
//! ```
//!
//! ```
//! use cqlite_runtime::marshal::NativeType;
//! use cqlite_format::common::PrefixKind;
//! use cqlite_rows::clustering::ClusteringPrefix;
//! use cqlite_sstable::byte_comparable::{encode_clustering, EncodingVersion};
//! let types = [NativeType::Utf8.into(), NativeType::Short.into()];
//! let mut out = Vec::new();
//! let values = [Some(&b"A"[..]), Some(&[0, 5])].into_iter().collect();
//! let row = ClusteringPrefix { kind: PrefixKind::Clustering, values };
//! encode_clustering(&types, &row, EncodingVersion::Oss50, &mut out)?;
//! assert_eq!(out, [0x40, b'A', 0, 0x40, 0x80, 5, 0x38]);
//! # Ok::<(), cqlite_sstable::byte_comparable::EncodeError>(())
//! ```
//!
//! docs/byte-comparable.md describes the encoding, with examples.
//!
//! Reference: `ByteComparable`, `ByteSource`, `AbstractType.asComparableBytes`, `ClusteringComparator`, `DecoratedKey`.

mod clustering;
mod composite;
mod decimal;
mod element;
mod error;
mod key;
mod number;
mod separator;
mod sequence;
mod value;
mod version;

pub use clustering::encode_clustering;
pub use error::EncodeError;
pub use key::{encode_decorated_key, encode_key_bound, encode_token, encode_token_bound, KeyBound};
pub use separator::{common_len, just_after};
pub use value::encode_value;
pub use version::EncodingVersion;

#[cfg(test)]
mod doc_tests;
#[cfg(test)]
mod tests;

//! The named algorithms that the specification calls (`-native`), one a file.

mod column_subset;
mod cql_type;
mod java_utf;
mod position;
mod sized_int;
mod svint;
mod uvint;

pub use column_subset::{column_present, missing, ColumnSubset, ColumnSubsetCodec, SubsetBytes};
pub use cql_type::{CqlType, CqlTypeCodec};
pub use java_utf::{decode as java_utf_decode, encode as java_utf_encode};
pub use position::PositionCodec;
pub use sized_int::SizedIntCodec;
pub use svint::SvintCodec;
pub use uvint::UvintCodec;

/// Two bits a value, the first value lowest (ClusteringPrefix.Serializer.makeHeader).
pub fn pack2(kinds: impl Iterator<Item = u8>) -> u64 {
    kinds.enumerate().fold(0, |header, (i, kind)| header | u64::from(kind & 3) << (2 * i))
}

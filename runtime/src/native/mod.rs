//! The named algorithms that the specification calls (`-native`), one a file, and a row each in the table below.

mod column_subset;
mod cql_type;
mod java_utf;
mod position;
mod sized_int;
mod svint;
mod table;
mod uvint;

pub use column_subset::{missing, SubsetBytes};
pub use java_utf::{decode as java_utf_decode, encode as java_utf_encode};
pub use table::{Opaque, Row};

use table::natives;

natives! {
    // A type that is an algorithm: its file and name in the specification, its name in tables, what reads, skips and writes it, with what
    // it is told; and if it is no number, the type that Rust has for it, with the members that expressions may ask for.
    types {
        uvint: Uvint, UvintCodec();
        svint: Svint, SvintCodec();
        sized_int: SizedInt, SizedIntCodec(number);
        position: Position, PositionCodec(number);
        cql_type: CqlType, CqlTypeCodec(), CqlType { fixed_len, is_multi_cell };
        column_subset: ColumnSubset, ColumnSubsetCodec(number), ColumnSubset {};
    }
    // A function that computes a value: its name in the specification, its name in tables, its file, its arguments.
    functions {
        column_present: ColumnPresent, column_subset(subset, idx);
    }
}

/// Two bits a value, the first value lowest (ClusteringPrefix.Serializer.makeHeader).
pub fn pack2(kinds: impl Iterator<Item = u8>) -> u64 {
    kinds.enumerate().fold(0, |header, (i, kind)| header | u64::from(kind & 3) << (2 * i))
}

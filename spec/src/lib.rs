//! The on-disk formats of Cassandra's SSTables, as Kaitai Struct files: their texts, for the generator.

include!(concat!(env!("OUT_DIR"), "/files.rs"));

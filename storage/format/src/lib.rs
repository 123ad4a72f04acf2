//! The components of an SSTable, and the values in them, generated from `spec/`: one module a file of the specification.

pub mod bti_partitions;
pub mod bti_row_index;
pub mod bti_trie;
pub mod chunks;
pub mod collection;
pub mod common;
pub mod composite;
pub mod compression_info;
pub mod context;
pub mod counter_context;
pub mod crc;
pub mod data;
pub mod decimal_value;
pub mod digest;
pub mod duration;
pub mod dynamic_composite;
pub mod filter;
pub mod hyperloglog_plus;
pub mod index;
pub mod nullable;
pub mod statistics;
pub mod summary;
pub mod toc;
pub mod tuple;
pub mod varint_value;
pub mod vector;
pub mod version;

pub use context::{Component, Context};

cqlite_codegen_macros::components!();

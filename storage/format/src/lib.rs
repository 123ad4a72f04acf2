//! The components of an SSTable, generated from `spec/`: one module a file of the specification.

pub mod bti_partitions;
pub mod bti_row_index;
pub mod bti_trie;
pub mod chunks;
pub mod common;
pub mod compression_info;
pub mod context;
pub mod crc;
pub mod data;
pub mod digest;
pub mod filter;
pub mod index;
pub mod statistics;
pub mod summary;
pub mod toc;
pub mod version;

pub use context::{Component, Context};

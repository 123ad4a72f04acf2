//! The components of an SSTable, and the values in them, generated from `spec/`: one module a file of the specification.

pub mod context;
pub mod index;

cqlite_codegen_macros::modules!("sstable_index");

pub use context::{Component, Context};

cqlite_codegen_macros::components!();

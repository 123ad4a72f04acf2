//! The components of an SSTable, and the values in them, generated from `spec/`: one module a file of the specification.

#![allow(
    missing_docs,
    reason = "fields have the documentation of the specification, what the generator adds to them has none"
)]

pub mod context;
pub mod index;

cqlite_codegen_macros::modules!("sstable_index");

pub use context::{Component, Context};

cqlite_codegen_macros::components!();

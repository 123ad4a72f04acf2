//! What a table is: its columns, their types and order, and the order of its partitions.

pub mod partitioner;

mod keys;

pub use keys::Keys;

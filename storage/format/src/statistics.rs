//! Generated from `spec/sstable/sstable_statistics.ksy`.

cqlite_codegen_macros::component!("sstable_statistics");

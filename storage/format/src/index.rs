//! Generated from `spec/sstable/sstable_index.ksy`.

cqlite_codegen_macros::component!("sstable_index");

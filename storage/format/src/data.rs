//! Generated from `spec/sstable/sstable_data.ksy`.

cqlite_codegen_macros::component!("sstable_data");

//! Generated from `spec/sstable/sstable_filter.ksy`.

cqlite_codegen_macros::component!("sstable_filter");

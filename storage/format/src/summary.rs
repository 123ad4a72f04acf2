//! Generated from `spec/sstable/sstable_summary.ksy`.

cqlite_codegen_macros::component!("sstable_summary");

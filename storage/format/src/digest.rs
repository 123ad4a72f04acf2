//! Generated from `spec/sstable/sstable_digest.ksy`.

cqlite_codegen_macros::component!("sstable_digest");

//! Generated from `spec/sstable/sstable_chunks.ksy`.

cqlite_codegen_macros::component!("sstable_chunks");

//! Generated from `spec/sstable/sstable_compression_info.ksy`.

cqlite_codegen_macros::component!("sstable_compression_info");

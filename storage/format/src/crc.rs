//! Generated from `spec/sstable/sstable_crc.ksy`.

cqlite_codegen_macros::component!("sstable_crc");

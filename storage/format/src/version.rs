//! Generated from `spec/common/sstable_version.ksy`.

cqlite_codegen_macros::component!("sstable_version");

//! Generated from `spec/common/sstable_common.ksy`.

cqlite_codegen_macros::component!("sstable_common");

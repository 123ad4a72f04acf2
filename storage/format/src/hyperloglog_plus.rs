//! Generated from `spec/sstable/hyperloglog_plus.ksy`.

cqlite_codegen_macros::component!("hyperloglog_plus");

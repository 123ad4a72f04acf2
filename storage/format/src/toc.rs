//! Generated from `spec/sstable/sstable_toc.ksy`.

cqlite_codegen_macros::component!("sstable_toc");

//! Generated from `spec/bti/bti_partitions.ksy`.

cqlite_codegen_macros::component!("bti_partitions");

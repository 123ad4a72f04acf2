//! Generated from `spec/bti/bti_row_index.ksy`.

cqlite_codegen_macros::component!("bti_row_index");

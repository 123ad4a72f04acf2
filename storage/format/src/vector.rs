//! Generated from `spec/values/vector.ksy`.

cqlite_codegen_macros::component!("vector");

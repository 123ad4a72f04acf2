//! Generated from `spec/values/tuple.ksy`.

cqlite_codegen_macros::component!("tuple");

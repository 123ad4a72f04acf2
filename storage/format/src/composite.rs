//! Generated from `spec/values/composite.ksy`.

cqlite_codegen_macros::component!("composite");

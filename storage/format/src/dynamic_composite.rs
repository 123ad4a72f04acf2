//! Generated from `spec/values/dynamic_composite.ksy`.

cqlite_codegen_macros::component!("dynamic_composite");

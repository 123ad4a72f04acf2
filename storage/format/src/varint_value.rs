//! Generated from `spec/values/varint_value.ksy`.

cqlite_codegen_macros::component!("varint_value");

//! Generated from `spec/values/decimal_value.ksy`.

cqlite_codegen_macros::component!("decimal_value");

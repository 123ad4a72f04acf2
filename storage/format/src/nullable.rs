//! Generated from `spec/values/nullable.ksy`.

cqlite_codegen_macros::component!("nullable");

//! Generated from `spec/values/duration.ksy`.

cqlite_codegen_macros::component!("duration");

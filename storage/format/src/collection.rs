//! Generated from `spec/values/collection.ksy`.

cqlite_codegen_macros::component!("collection");

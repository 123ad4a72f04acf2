//! Generated from `spec/values/counter_context.ksy`.

cqlite_codegen_macros::component!("counter_context");

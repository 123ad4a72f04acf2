//! The context that components are read and written in, and the trait that they share; generated from all of `spec/`.

cqlite_codegen_macros::context!();

//! Each feature of the specification language: bytes in, values out, the same bytes again.

/// The specifications, one a feature.
pub mod specs {
    cqlite_codegen_macros::spec_dir!("../tests/specs");
}
#[test]
fn nothing() {}

//! The facade with fewer features than it has by default.

use super::libtest;
use super::tally::Tally;
use crate::command::{cargo, run};
use crate::stop::Result;
use crate::workspace::Workspace;

/// Features of the facade (`bindings/rust/Cargo.toml`); a test below says if one is missing.
const FEATURES: &[&str] = &["mmap", "lz4", "snappy", "deflate", "zstd"];

/// Compiles the facade without features and with each alone, and sees what it says of files that it then cannot read.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    // Not `cargo check`: only Clippy has warnings as errors without building every crate anew.
    for feature in std::iter::once(&"").chain(FEATURES) {
        let alone = ["clippy", "--package", "cqlite", "--quiet", "--no-default-features", "--features", feature];
        run(cargo(workspace, alone).args(["--", "-D", "warnings"]))?;
    }
    let mut tally = libtest::run(&mut cargo(
        workspace,
        ["test", "--package", "cqlite", "--no-default-features", "--test", "features"],
    ));
    tally.passed += 1 + FEATURES.len() as u64;
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_is_checked() {
        let manifest = std::fs::read_to_string(Workspace::here().path("bindings/rust/Cargo.toml")).unwrap();
        let names = FEATURES.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        assert!(manifest.contains(&format!("default = [{names}]")), "{names}");
    }
}

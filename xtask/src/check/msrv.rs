//! The oldest compiler that is meant to do: `rust-version` of `Cargo.toml`.

use super::tally::Tally;
use crate::command::{cargo, output, run};
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Compiles all crates with it.
///
/// rustup would have to download it, which it cannot everywhere: where it is lacking, `incompatible_msrv` of Clippy is all that looks after it.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    let manifest = std::fs::read_to_string(workspace.path("Cargo.toml"));
    let manifest = manifest.map_err(|e| Stop::Failed(format!("Cargo.toml: {e}")))?;
    let version = rust_version(&manifest).ok_or_else(|| Stop::Failed("Cargo.toml has no rust-version".to_owned()))?;
    let toolchain = format!("+{version}");
    if output(&mut cargo(workspace, [toolchain.as_str(), "--version"])).is_none() {
        return Err(Stop::Pointless(format!("Rust {version} is not there (rustup toolchain install {version})")));
    }
    let mut check = cargo(workspace, [toolchain.as_str(), "check", "--workspace", "--all-targets", "--quiet"]);
    check
        .env("CARGO_TARGET_DIR", workspace.path("target/msrv"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "false");
    run(&mut check)?;
    Ok(Tally::passed())
}

fn rust_version(manifest: &str) -> Option<&str> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version"))?;
    line.trim_start().strip_prefix('=').map(|value| value.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_manifest() {
        assert_eq!(rust_version("[workspace.package]\nrust-version = \"1.89\"\n"), Some("1.89"));
        assert_eq!(rust_version("[package]\nname = \"a\"\n"), None);
    }
}

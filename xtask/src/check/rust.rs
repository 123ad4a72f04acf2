//! What Cargo checks.

use super::libtest;
use super::tally::Tally;
use crate::command::{cargo, run};
use crate::stop::Result;
use crate::workspace::Workspace;

/// `cargo fmt`, of the workspace and of `fuzz/`, which is not part of it.
pub fn fmt(workspace: &Workspace) -> Result<Tally> {
    run(&mut cargo(workspace, ["fmt", "--all", "--check"]))?;
    run(&mut cargo(workspace, ["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))?;
    Ok(Tally::passed())
}

/// `cargo clippy`, with warnings as errors.
pub fn clippy(workspace: &Workspace) -> Result<Tally> {
    run(&mut cargo(workspace, ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    Ok(Tally::passed())
}

/// All tests but those that need Kaitai or Cassandra.
pub fn tests(workspace: &Workspace) -> Result<Tally> {
    Ok(libtest::run(&mut cargo(workspace, ["test", "--workspace", "--no-fail-fast"])))
}

/// `cargo doc`, with warnings as errors.
pub fn docs(workspace: &Workspace) -> Result<Tally> {
    let mut doc = cargo(workspace, ["doc", "--workspace", "--no-deps", "--quiet"]);
    run(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Tally::passed())
}

/// Builds benchmarks, in the profile of the tests: with the one they run in, it would take minutes.
pub fn benches(workspace: &Workspace) -> Result<Tally> {
    run(&mut cargo(workspace, ["build", "--workspace", "--benches", "--quiet"]))?;
    Ok(Tally::passed())
}

/// Kills commands that write, and fills their disks, for a minute; as many as fit.
pub fn killed(workspace: &Workspace) -> Result<Tally> {
    let test = [
        "test",
        "--package",
        "cqlite-cli",
        "--test",
        "cli",
        "--",
        "--ignored",
        "--nocapture",
        "commands_that_end_at_random",
    ];
    Ok(libtest::run(&mut cargo(workspace, test)))
}

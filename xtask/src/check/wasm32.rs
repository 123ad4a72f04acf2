//! The facade in a browser: everything but mapped files and Zstd, which is a C library.

use super::tally::Tally;
use crate::command::{cargo, run};
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Compiles the facade, and with it all that it is made of, for wasm32, where there are no files.
///
/// The compiler is Debian's: it comes with the source of its standard library, which Cargo compiles for the target. rustup would have to download the
/// target, which it cannot everywhere.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    let usr = setup::debian(workspace, &["rustc-web", "rust-web-src"], "lib/rustlib/src/rust/library/Cargo.lock");
    // A machine with another system, or whose lists of packages are older, is no worse a judge of all else.
    let usr = usr.map_err(|stop| match stop {
        Stop::Lacking(why) => Stop::Pointless(why),
        other => other,
    })?;
    let arguments = [
        "check",
        "--package",
        "cqlite",
        "--quiet",
        "--no-default-features",
        "--features",
        "lz4,snappy,deflate",
        "-Zbuild-std=std,panic_abort",
        "--target",
        "wasm32-unknown-unknown",
        // The macros run for seconds, and would be optimised for minutes.
        "--config",
        "profile.dev.package.\"*\".opt-level=0",
    ];
    let mut check = cargo(workspace, arguments);
    check
        .env("RUSTC", usr.join("bin/rustc"))
        .env("LD_LIBRARY_PATH", usr.join(format!("lib/{}-linux-gnu", std::env::consts::ARCH)))
        .env("RUSTC_BOOTSTRAP", "1")
        // Another compiler than that of all other checks.
        .env("CARGO_TARGET_DIR", workspace.path("target/wasm32"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "false");
    run(&mut check)?;
    Ok(Tally::passed())
}

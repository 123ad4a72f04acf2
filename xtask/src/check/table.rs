use super::tally::Tally;
use super::{cassandra, features, kaitai, licences, msrv, rust, wasm32};
use crate::stop::Result;
use crate::workspace::Workspace;
use crate::{fuzz, mutate};

/// A check.
pub struct Check {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it checks.
    pub what: &'static str,
    /// Whether `--quick` leaves it out.
    pub is_long: bool,
    /// Sets up what it needs and runs it.
    pub run: fn(&Workspace) -> Result<Tally>,
}

const fn quick(name: &'static str, what: &'static str, run: fn(&Workspace) -> Result<Tally>) -> Check {
    Check { name, what, is_long: false, run }
}

const fn long(name: &'static str, what: &'static str, run: fn(&Workspace) -> Result<Tally>) -> Check {
    Check { name, what, is_long: true, run }
}

/// All checks, in the order in which they run: what fails soonest first.
pub const CHECKS: &[Check] = &[
    quick("fmt", "the code is formatted", rust::fmt),
    quick("clippy", "the lints of Cargo.toml hold", rust::clippy),
    quick("tests", "unit tests, tests of each crate and across crates, examples in the documentation", rust::tests),
    quick("docs", "the documentation builds without warnings", rust::docs),
    long(
        "features",
        "cqlite builds without its features and with each alone, and names those it lacks",
        features::check,
    ),
    long("wasm32", "cqlite builds for a browser, without mapped files and Zstd", wasm32::check),
    long(
        "msrv",
        "all crates compile with the oldest compiler that Cargo.toml names, where it is installed",
        msrv::check,
    ),
    long("benches", "the benchmarks build", rust::benches),
    long("kaitai", "the genuine Kaitai compiler takes spec/, and its readers see what ours see", kaitai::check),
    long("cassandra", "live Cassandra and cqlite say the same", cassandra::check),
    long("deny", "licences and sources of dependencies are those of deny.toml", licences::check),
    long("advisories", "no dependency has a known vulnerability", licences::advisories),
    long("mutants", "damaged SSTables are noticed", mutate::check),
    long(
        "killed",
        "commands that write are killed, and have full disks, for a minute: only whole SSTables are left",
        rust::killed,
    ),
    long("fuzz", "every fuzz target, for a short time", fuzz::check),
];

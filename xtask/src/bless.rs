use crate::command::{cargo, run};
use crate::options::Options;
use crate::stop::Result;
use crate::workspace::Workspace;

/// Crates with expected files that are made by the code they check. Expected files that Cassandra made are none of these.
const BLESSED: &[&str] = &["cqlite-codegen", "cqlite-codegen-macros", "cqlite-tests", "cqlite-verify"];

/// Rewrites expected files; the difference is for a person to read.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    Options::new(args).end()?;
    for package in BLESSED {
        run(cargo(workspace, ["test", "--quiet", "--package", package]).env("CQLITE_BLESS", "1"))?;
    }
    run(&mut cargo(workspace, ["fmt", "--all", "--check"]))
}

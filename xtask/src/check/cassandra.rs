//! The comparison with live Cassandra (`tests/oracle/run`, which fetches its jars by itself).

use super::libtest;
use super::tally::Tally;
use crate::command::cargo;
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Runs the tests that start Cassandra.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    if !workspace.path("tests/tests/oracle.rs").exists() {
        return Err(Stop::Pointless("there are no such tests yet".to_owned()));
    }
    setup::programs(workspace, &["java", "javac", "mvn"])?;
    Ok(libtest::run(&mut cargo(
        workspace,
        [
            "test",
            "--workspace",
            "--test",
            "oracle",
            "--test",
            "oracle_compacted",
            "--test",
            "oracle_loaded",
            "--test",
            "oracle_rows",
            "--test",
            "oracle_rows_written",
            "--test",
            "oracle_texts",
            "--test",
            "oracle_types",
            "--test",
            "oracle_written",
            "--",
            "--include-ignored",
            "--nocapture",
        ],
    )))
}

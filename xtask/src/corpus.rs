use crate::command::{command, run};
use crate::setup;
use crate::stop::Result;
use crate::workspace::Workspace;

/// Writes `tests/corpus` anew with real Cassandra.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    setup::programs(workspace, &["java", "javac", "mvn"])?;
    run(command(workspace, workspace.path("tests/oracle/generate")).args(args))
}

use crate::command::cargo;
use crate::options::Options;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Runs the generator alone over a specification, `spec` if none is named, and shows its mistakes as it words them: no compiler comes after it.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let folders = Options::new(args).rest()?;
    let folder = match folders.as_slice() {
        [] => "spec",
        [one] => one,
        [_, more, ..] => return Err(Stop::Usage(format!("unexpected argument {more}"))),
    };
    let program = ["run", "--quiet", "--package", "cqlite-codegen", "--bin", "cqlite-mistakes", "--", folder];
    let status =
        cargo(workspace, program).status().map_err(|e| Stop::Failed(format!("cargo cannot be started: {e}")))?;
    // What is wrong has been said.
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Failed(String::new()))
    }
}

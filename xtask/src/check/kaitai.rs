//! The cross-check with Kaitai Struct (`tests/kaitai/README.md`).

use super::libtest;
use super::tally::Tally;
use crate::command::{cargo, command, run};
use crate::setup;
use crate::stop::Result;
use crate::workspace::Workspace;

/// Compiles `spec/` with the genuine compiler, reads all SSTables with its readers, and compares these readers with ours.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    setup::npm(workspace, "tests/kaitai")?;
    let python = setup::python(workspace, "tests/kaitai/requirements.txt")?;
    run(command(workspace, "node").arg("tests/kaitai/compile.js"))?;
    run(command(workspace, "node").arg("tests/kaitai/lint.js"))?;
    run(command(workspace, &python).arg("tests/kaitai/check_all.py"))?;
    run(command(workspace, &python).arg("tests/kaitai/check_expressions.py"))?;
    let mut ours = Tally { passed: 4, ..Tally::default() };
    if workspace.path("tests/tests/kaitai.rs").exists() {
        let mut test =
            cargo(workspace, ["test", "--workspace", "--test", "kaitai", "--", "--include-ignored", "--nocapture"]);
        let found = libtest::run(test.env("CQLITE_PYTHON", &python));
        ours.passed += found.passed;
        ours = Tally { passed: ours.passed, ..found };
        // The same of versions that are made up.
        let mut made_up =
            cargo(workspace, ["test", "--package", "cqlite-tests", "--test", "walkthrough", "--", "--ignored"]);
        let found = libtest::run(made_up.env("CQLITE_PYTHON", &python));
        ours.passed += found.passed;
        ours.failed += found.failed;
        ours.reasons.extend(found.reasons);
    }
    Ok(ours)
}

//! What dependencies may be (`deny.toml`).

use super::tally::Tally;
use crate::command::{cargo, run};
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Licences, sources and banned crates.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    setup::cargo_tool(workspace, "cargo-deny", "0.20.2")?;
    run(&mut cargo(workspace, ["deny", "--workspace", "check", "licenses", "bans", "sources"]))?;
    Ok(Tally::passed())
}

/// Known vulnerabilities, where the list of them is at hand.
pub fn advisories(workspace: &Workspace) -> Result<Tally> {
    if std::env::var_os("CQLITE_ADVISORIES").is_none() {
        let why = "the list of them is a git repository, which checks do not fetch; CQLITE_ADVISORIES=1 lets them";
        return Err(Stop::Pointless(why.to_owned()));
    }
    setup::cargo_tool(workspace, "cargo-deny", "0.20.2")?;
    run(&mut cargo(workspace, ["deny", "--workspace", "check", "advisories"]))?;
    Ok(Tally::passed())
}

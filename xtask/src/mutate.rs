use std::process::Command;

use crate::check::Tally;
use crate::command::{build_programs, command, run};
use crate::options::Options;
use crate::stop::Result;
use crate::workspace::Workspace;

/// Mutants in a run of all checks.
const SHORT: u64 = 300;

/// Damages SSTables in as many ways as the first argument says.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let mut options = Options::new(args);
    let seeds = options.values("--seed")?;
    let count = options.number("the number of mutants")?;
    options.end()?;
    let mut campaign = campaign(workspace, count)?;
    if let Some(seed) = seeds.last() {
        campaign.args(["--seed", seed]);
    }
    run(&mut campaign)
}

/// A short campaign, the same ways every time.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    run(campaign(workspace, SHORT)?.args(["--seed", "1"]))?;
    Ok(Tally::passed())
}

fn campaign(workspace: &Workspace, count: u64) -> Result<Command> {
    build_programs(workspace)?;
    let mut campaign = command(workspace, workspace.program("mutate"));
    campaign.arg(count.to_string());
    Ok(campaign)
}

//! `cargo xtask test`: runs checks one after the other, goes on after failures, and ends with a summary.

mod cassandra;
mod features;
mod kaitai;
mod libtest;
mod licences;
mod msrv;
mod rust;
mod summary;
mod table;
mod tally;
mod wasm32;

use std::time::Instant;

use crate::options::Options;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

use summary::Summary;
use table::{Check, CHECKS};
pub use tally::Tally;

/// Runs the checks that the arguments ask for.
///
/// # Errors
/// `Failed` if a check failed, `Usage` if there is none of a name.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let mut options = Options::new(args);
    let (list, quick) = (options.flag("--list"), options.flag("--quick"));
    let (only, skip) = (options.values("--only")?, options.values("--skip")?);
    options.end()?;
    if list {
        CHECKS.iter().for_each(|check| println!("{:<12} {}", check.name, check.what));
        return Ok(());
    }
    if let Some(name) = only.iter().chain(&skip).find(|name| CHECKS.iter().all(|check| check.name != **name)) {
        return Err(Stop::Usage(format!("there is no check {name}; cargo xtask test --list names them")));
    }
    let is_wanted = |check: &&Check| {
        let named = only.iter().any(|name| name == check.name);
        (named || (only.is_empty() && !(quick && check.is_long))) && !skip.iter().any(|name| name == check.name)
    };
    let mut summary = Summary::default();
    for check in CHECKS.iter().filter(is_wanted) {
        println!("\n== {}: {}", check.name, check.what);
        let start = Instant::now();
        let tally = (check.run)(workspace).unwrap_or_else(|stop| tally_of(stop, workspace));
        summary.add(check.name, start.elapsed(), tally);
    }
    summary.print();
    if summary.has_failed() {
        Err(Stop::Failed(String::new()))
    } else {
        Ok(())
    }
}

/// What a check that stopped counts as.
fn tally_of(stop: Stop, workspace: &Workspace) -> Tally {
    match stop {
        Stop::Lacking(why) if workspace.is_strict() => Tally::failed(format!("{why}, and nothing may be skipped here")),
        Stop::Lacking(why) | Stop::Pointless(why) => Tally::skipped(why),
        Stop::Failed(why) | Stop::Usage(why) => Tally::failed(why),
    }
}

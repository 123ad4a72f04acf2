//! Fuzzing: targets are the files of `fuzz/fuzz_targets/`, seeds come from the corpus.

use std::fs;

use crate::check::Tally;
use crate::command::{build_programs, cargo, command, run};
use crate::options::Options;
use crate::setup;
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

const TARGETS: &str = "fuzz/fuzz_targets";
/// Time for each target in a run of all checks.
const SHORT_SECONDS: u64 = 8;
/// What an input may cost; more is a finding.
const LIMITS: &[&str] = &["-rss_limit_mb=1024", "-timeout=10", "-max_len=65536"];

/// Fuzzes the target that the arguments name.
pub fn main(workspace: &Workspace, args: Vec<String>) -> Result<()> {
    let mut options = Options::new(args);
    let all = targets(workspace)?;
    if options.flag("--list") {
        all.iter().for_each(|name| println!("{name}"));
        return options.end();
    }
    let (target, seconds) = (options.word("the target")?, options.number("the number of seconds")?);
    options.end()?;
    let wanted: Vec<_> = all.into_iter().filter(|name| target == "all" || *name == target).collect();
    if wanted.is_empty() {
        return Err(Stop::Usage(format!("there is no fuzz target {target}; cargo xtask fuzz --list names them")));
    }
    prepare(workspace)?;
    let tally = fuzz_each(workspace, &wanted, seconds);
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(Stop::Failed(tally.reasons.join("\n")))
    }
}

/// Fuzzes every target for a short time.
pub fn check(workspace: &Workspace) -> Result<Tally> {
    prepare(workspace)?;
    Ok(fuzz_each(workspace, &targets(workspace)?, SHORT_SECONDS))
}

fn fuzz_each(workspace: &Workspace, names: &[String], seconds: u64) -> Tally {
    let mut tally = Tally::default();
    for name in names {
        match fuzz(workspace, name, seconds) {
            Ok(()) => tally.passed += 1,
            Err(stop) => {
                tally.failed += 1;
                tally.reasons.push(format!("{name}: {stop}"));
            }
        }
    }
    tally
}

fn fuzz(workspace: &Workspace, name: &str, seconds: u64) -> Result<()> {
    let time = format!("-max_total_time={seconds}");
    let mut command = cargo(workspace, ["+nightly", "fuzz", "run", name, "--", &time]);
    run(command.args(LIMITS).args(["-verbosity=0", "-print_final_stats=1"]))
}

/// Names of the targets, sorted.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let failed = |e: std::io::Error| Stop::Failed(format!("{TARGETS}: {e}"));
    let mut names = Vec::new();
    for entry in fs::read_dir(workspace.path(TARGETS)).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".rs").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Installs what fuzzing needs, writes seeds and builds all targets.
fn prepare(workspace: &Workspace) -> Result<()> {
    setup::nightly(workspace)?;
    setup::cargo_tool(workspace, "cargo-fuzz", "0.13.2")?;
    build_programs(workspace)?;
    run(command(workspace, workspace.program("fuzz_seeds")).arg("fuzz/corpus"))?;
    run(&mut cargo(workspace, ["+nightly", "fuzz", "build"]))
}

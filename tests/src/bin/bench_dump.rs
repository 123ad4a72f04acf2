//! `cqlite dump -l` beside Cassandra's `sstabledump -l`, each a process of its own whose output goes nowhere, a JVM's start included:
//! `bench_dump DATA_DB… [--rounds N]`. Prints medians of rounds that alternate between the two, and the peak of the resident memory.
//!
//! The command is the `cqlite` that was built beside this program. The other is SSTableExport of 5.0.8, by `tests/oracle/run tool`.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use cqlite_tests::process::{answer, cqlite, measured, Run};
use cqlite_tests::timing::for_each_path;

fn main() -> ExitCode {
    answer().unwrap_or_else(|| for_each_path("bench_dump", "--rounds", 3, compare))
}

fn compare(path: &str, rounds: usize) -> Result<(), Box<dyn Error>> {
    let path = Path::new(path).canonicalize()?;
    let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
    let ours: Vec<OsString> = vec![cqlite()?.into(), "dump".into(), "-l".into(), path.clone().into()];
    let tool = ["tool", "5.0.8", "SSTableExport"].map(OsString::from);
    let theirs: Vec<OsString> =
        std::iter::once(oracle.into()).chain(tool).chain([path.clone().into(), "-l".into()]).collect();
    let (mut our_runs, mut their_runs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        our_runs.push(measured(&ours)?);
        their_runs.push(measured(&theirs)?);
    }
    let (ours, theirs) = (Run::of(&our_runs), Run::of(&their_runs));
    println!("{}", path.display());
    println!("  sstabledump -l  {theirs}");
    println!("  cqlite dump -l  {ours}  {:.1} times faster", theirs.seconds / ours.seconds);
    Ok(())
}

//! `cqlite dump -l` beside Cassandra's `sstabledump -l`, each a process of its own whose output goes nowhere, a JVM's start included:
//! `bench_dump DATA_DB… [--rounds N]`. Prints medians of rounds that alternate between the two, and the peak of the resident memory.
//!
//! The command is the `cqlite` that was built beside this program. The other is SSTableExport of 5.0.8, by `tests/oracle/run tool`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{getrusage, UsageWho};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What this program is told when it is to run a command and to measure it: what the system says of the memory of child processes is
/// the largest of all that a process has had.
const ONE: &str = "--one";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let mut rounds = 3;
    let mut paths = Vec::new();
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some(ONE) => return end(one(args.collect())),
            Some("--rounds") => {
                let n = args.next().and_then(|n| n.to_str()?.parse().ok());
                rounds = n.filter(|n| *n > 0).unwrap_or(rounds);
            }
            _ => paths.push(PathBuf::from(arg)),
        }
    }
    if paths.is_empty() {
        eprintln!("usage: bench_dump DATA_DB… [--rounds N]");
        return ExitCode::from(2);
    }
    end(paths.iter().try_for_each(|path| compare(path, rounds)))
}

fn end(done: Result<()>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

fn compare(path: &Path, rounds: usize) -> Result<()> {
    let path = path.canonicalize()?;
    let cqlite = std::env::current_exe()?.with_file_name("cqlite");
    if !cqlite.exists() {
        return Err(format!("{} is not built: cargo build --release -p cqlite-cli", cqlite.display()).into());
    }
    let oracle = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/run");
    let ours: Vec<OsString> = vec![cqlite.into(), "dump".into(), "-l".into(), path.clone().into()];
    let tool = ["tool", "5.0.8", "SSTableExport"].map(OsString::from);
    let theirs: Vec<OsString> =
        std::iter::once(oracle.into()).chain(tool).chain([path.clone().into(), "-l".into()]).collect();
    let (mut our_runs, mut their_runs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        our_runs.push(measured(&ours)?);
        their_runs.push(measured(&theirs)?);
    }
    let (ours, theirs) = (Summary::of(&our_runs), Summary::of(&their_runs));
    println!("{}", path.display());
    println!("  sstabledump -l  {theirs}");
    println!("  cqlite dump -l  {ours}  {:.1} times faster", theirs.seconds / ours.seconds);
    Ok(())
}

/// Seconds, and KiB of resident memory at its peak.
struct Run {
    seconds: f64,
    peak: i64,
}

/// Several runs: the median of their seconds, the largest peak.
struct Summary {
    seconds: f64,
    peak: i64,
}

impl Summary {
    fn of(runs: &[Run]) -> Self {
        let mut seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
        seconds.sort_by(f64::total_cmp);
        Summary {
            seconds: seconds.get(seconds.len() / 2).copied().unwrap_or_default(),
            peak: runs.iter().map(|run| run.peak).max().unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:8.3} s {:8.1} MiB", self.seconds, self.peak as f64 / 1024.0)
    }
}

/// Runs a command by way of another process of this program.
fn measured(command: &[OsString]) -> Result<Run> {
    let out = Command::new(std::env::current_exe()?).arg(ONE).args(command).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(out.stdout)?;
    let (seconds, peak) = text.trim().split_once(' ').ok_or_else(|| format!("{command:?} has failed"))?;
    Ok(Run { seconds: seconds.parse()?, peak: peak.parse()? })
}

/// Runs a command whose output is of no interest; prints what it took.
fn one(command: Vec<OsString>) -> Result<()> {
    let (program, args) = command.split_first().ok_or("which command?")?;
    let start = Instant::now();
    let status = Command::new(program).args(args).stdout(Stdio::null()).status()?;
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{command:?} has failed").into());
    }
    println!("{seconds} {}", getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss());
    Ok(())
}

//! What a command takes that is a process of its own: time, and memory at its peak.
//!
//! What the system says of the memory of child processes is the largest of all that a process has had, so each command is run by another
//! process of the bench itself.

use std::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{getrusage, UsageWho};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a bench is told when it is to run a command and to measure it.
const ONE: &str = "--one";

/// What one run has taken.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Seconds from its start to its end.
    pub seconds: f64,
    /// KiB of resident memory at its peak.
    pub peak: i64,
}

impl Run {
    /// Of several runs the median of their seconds, and the largest peak.
    #[must_use]
    pub fn of(runs: &[Run]) -> Self {
        let mut seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
        seconds.sort_by(f64::total_cmp);
        Run {
            seconds: seconds.get(seconds.len() / 2).copied().unwrap_or_default(),
            peak: runs.iter().map(|run| run.peak).max().unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:8.3} s {:8.1} MiB", self.seconds, self.peak as f64 / 1024.0)
    }
}

/// Does what a bench is to do for [`measured`], if that is why it runs.
#[must_use]
pub fn answer() -> Option<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    (args.next()? == ONE).then(|| match one(&args.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    })
}

/// Runs a command, whose output is of no interest.
///
/// # Errors
/// It fails.
pub fn measured(command: &[OsString]) -> Result<Run> {
    let out = Command::new(std::env::current_exe()?).arg(ONE).args(command).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(out.stdout)?;
    let (seconds, peak) = text.trim().split_once(' ').ok_or_else(|| format!("{command:?} has failed"))?;
    Ok(Run { seconds: seconds.parse()?, peak: peak.parse()? })
}

/// Runs a command; prints what it took.
fn one(command: &[OsString]) -> Result<()> {
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

/// The `cqlite` that was built beside a bench.
///
/// # Errors
/// There is none.
pub fn cqlite() -> Result<PathBuf> {
    let cqlite = std::env::current_exe()?.with_file_name("cqlite");
    if !cqlite.exists() {
        return Err(format!("{} is not built: cargo build --release -p cqlite-cli", cqlite.display()).into());
    }
    Ok(cqlite)
}

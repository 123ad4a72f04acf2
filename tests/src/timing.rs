//! What benches have in common: their arguments, and times.

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Runs a bench for each path it is given: `NAME DATA_DB… [--OPTION N]`, where the number is `n` unless it is given.
pub fn for_each_path<E>(name: &str, option: &str, mut n: usize, run: impl Fn(&str, usize) -> Result<(), E>) -> ExitCode
where
    E: Into<Box<dyn Error>>,
{
    let mut paths = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == option {
            n = args.next().and_then(|n| n.parse().ok()).unwrap_or(n);
        } else {
            paths.push(arg);
        }
    }
    if paths.is_empty() {
        eprintln!("usage: {name} DATA_DB… [{option} N]");
        return ExitCode::from(2);
    }
    for path in &paths {
        if let Err(e) = run(path, n) {
            eprintln!("{}", e.into());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// How long something takes.
///
/// # Errors
/// What went wrong in it.
pub fn timed(mut f: impl FnMut() -> Result<(), Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    f()?;
    Ok(start.elapsed())
}

/// The median of some times.
pub fn median(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

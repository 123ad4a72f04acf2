//! Instructions that scanning, scanning and writing, and dumping take, a row each: `bench_instructions DATA_DB…`.
//!
//! Times say little on a machine that does something else beside; how many instructions a program executes is the same then. valgrind
//! counts them. The command is the `cqlite` that was built beside this program; of scanning, this program runs one round and two, and what
//! the second one takes more is told.

use std::ffi::OsString;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, ExitCode};

use cqlite_sstable::Sstable;
use cqlite_tests::counts::Counts;
use cqlite_tests::rewrite::rewrite;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What this program is told when it is to do something itself so many times: `--rounds N WHAT DATA_DB`.
const ROUNDS: &str = "--rounds";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.as_slice() {
        [] => {
            eprintln!("usage: bench_instructions DATA_DB…");
            return ExitCode::from(2);
        }
        [option, n, what, path] if option == ROUNDS => repeat(n, what, path),
        paths => paths.iter().try_for_each(|path| count(path)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

fn repeat(rounds: &str, what: &str, path: &str) -> Result<()> {
    let sstable = Sstable::open(path)?;
    for _ in 0..rounds.parse()? {
        match what {
            "scan" => {
                let mut counts = Counts::default();
                sstable.scan_all(&mut counts)?;
                black_box(counts.sum);
            }
            _ => drop(black_box(rewrite(&sstable)?)),
        }
    }
    Ok(())
}

fn count(path: &str) -> Result<()> {
    let (own, sstable) = (std::env::current_exe()?, Sstable::open(path)?);
    let mut counts = Counts::default();
    sstable.scan_all(&mut counts)?;
    println!("{path}");
    println!("  {} partitions, {} rows, {} cells", counts.partitions, counts.rows, counts.cells);
    let tell = |name: &str, n: u64| println!("  {name:15} {:8.1} instructions a row", n as f64 / counts.rows as f64);
    let round = |what: &str| -> Result<u64> {
        let rounds = |n: &str| instructions(&own, &[ROUNDS, n, what, path]);
        Ok(rounds("2")?.saturating_sub(rounds("1")?))
    };
    let (scan, rewrite) = (round("scan")?, round("scan, encode")?);
    tell("scan", scan);
    tell("scan, encode", rewrite);
    println!("  scanning the file and writing take {:.2} times as many as scanning it", rewrite as f64 / scan as f64);
    tell("dump -l", instructions(&own.with_file_name("cqlite"), &["dump", "-l", path])?);
    Ok(())
}

/// How many instructions a program executes.
fn instructions(program: &Path, args: &[&str]) -> Result<u64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(OsString::from(program)).args(args);
    let out = command.output().map_err(|e| format!("valgrind cannot be started: {e}"))?;
    let said = String::from_utf8_lossy(&out.stderr);
    // "==PID== Collected : N"
    let found = said.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    match found {
        Some(n) if out.status.success() => Ok(n),
        _ => Err(format!("{} {} ended with {}: {said}", program.display(), args.join(" "), out.status).into()),
    }
}

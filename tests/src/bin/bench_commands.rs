//! The commands that read and write whole SSTables: `bench_commands DATA_DB… [--rounds N]`. Prints medians of seconds, beside those of
//! pulling the rows one by one, and the peak of the resident memory; in the end that of a compaction of 64 copies.
//!
//! Each is a process of its own, of the `cqlite` that was built beside this program.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use cqlite_sstable::Sstable;
use cqlite_tests::copies::copies;
use cqlite_tests::process::{answer, cqlite, measured, Run};
use cqlite_tests::timing::{for_each_path, median, timed};

/// Arguments before the SSTable, and whether a folder for what is written follows.
const COMMANDS: &[(&str, bool)] = &[
    ("verify", false),
    ("partitions", false),
    ("partitions --scan", false),
    ("rewrite", true),
    ("compact", true),
    ("rebuild", true),
    ("salvage", true),
    ("split --size 16MiB", true),
    ("extract --tokens -4611686018427387904:4611686018427387903", true),
];

/// SSTables that are merged in the end.
const COPIES: usize = 64;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    answer().unwrap_or_else(|| for_each_path("bench_commands", "--rounds", 3, run))
}

fn run(path: &str, rounds: usize) -> Outcome {
    let (path, cqlite) = (Path::new(path).canonicalize()?, cqlite()?);
    println!("{}", path.display());
    let sstable = Sstable::open(&path)?;
    let pulled = (0..rounds).map(|_| timed(|| pull(&sstable))).collect::<Outcome<_>>()?;
    let pulled = median(pulled).as_secs_f64();
    println!("  {:<20}{pulled:8.3} s", "pull every row");
    for (args, writes) in COMMANDS {
        let runs = (0..rounds).map(|_| command(&cqlite, args, &path, *writes)).collect::<Outcome<Vec<_>>>()?;
        let (run, name) = (Run::of(&runs), args.split(" -4").next().unwrap_or(args));
        println!("  {name:<20}{run}  {:6.2} times pulling", run.seconds / pulled);
    }
    let (folder, many) = (copies(&path, COPIES)?, format!("compact {COPIES} copies"));
    println!("  {many:<20}{}", command(&cqlite, "compact", folder.path(), true)?);
    Ok(())
}

fn pull(sstable: &Sstable) -> Outcome {
    let mut partitions = sstable.partitions();
    while partitions.next_partition()? {
        while partitions.next_unfiltered()?.is_some() {}
    }
    Ok(())
}

fn command(cqlite: &Path, args: &str, path: &Path, writes: bool) -> Outcome<Run> {
    let folder = tempfile::tempdir()?;
    let mut command = vec![OsString::from(cqlite)];
    command.extend(args.split(' ').map(OsString::from));
    command.extend([OsString::from("-q"), path.into()]);
    if writes {
        command.extend([OsString::from("-o"), folder.path().into()]);
    }
    measured(&command)
}

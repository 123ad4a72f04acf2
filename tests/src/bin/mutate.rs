//! Damages SSTables and sees that `cqlite` notices: `mutate COUNT [--seed S] [--only NUMBER] [--program PATH] [--keep DIR]`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cqlite_tests::mutate::{Campaign, Summary};

const USAGE: &str = "usage: mutate COUNT [--seed S] [--only NUMBER] [--program PATH] [--keep DIR]";

struct Options {
    count: u64,
    seed: u64,
    only: Option<u64>,
    program: PathBuf,
    keep: PathBuf,
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut campaign = Campaign::new(&options.program, &options.keep);
    let mut summary = Summary::default();
    let numbers = options.only.map_or(0..options.count, |number| number..number + 1);
    for number in numbers {
        if let Err(e) = campaign.run(options.seed, number, &mut summary) {
            eprintln!("mutant {number} of seed {}: {e}", options.seed);
            return ExitCode::FAILURE;
        }
    }
    for (class, count) in &summary.counts {
        println!("{count:>8} {class}");
    }
    for line in summary.notes.iter().chain(&summary.faults) {
        println!("{}", line.trim_end());
    }
    println!(
        "seed {}: {} mutants, {} faults",
        options.seed,
        summary.counts.values().sum::<u64>(),
        summary.faults.len()
    );
    if summary.faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn options() -> Option<Options> {
    let exe = env::current_exe().ok()?;
    let beside = exe.parent()?;
    let mut options = Options {
        count: 0,
        seed: 1,
        only: None,
        program: beside.join("cqlite"),
        keep: env::temp_dir().join(format!("cqlite-mutants-{}", std::process::id())),
    };
    let mut args = env::args().skip(1);
    options.count = args.next()?.parse().ok()?;
    while let Some(arg) = args.next() {
        let value = args.next()?;
        match arg.as_str() {
            "--seed" => options.seed = value.parse().ok()?,
            "--only" => options.only = Some(value.parse().ok()?),
            "--program" => options.program = Path::new(&value).to_path_buf(),
            "--keep" => options.keep = Path::new(&value).to_path_buf(),
            _ => return None,
        }
    }
    Some(options)
}

//! Writes inputs for fuzzing to start from: `fuzz_seeds DIR` makes `DIR/TARGET/SUM` of the corpus and of what fuzzing has found.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use cqlite_tests::fuzz::{self, Seed};

/// Seeds a target gets at most, of all sizes: more of them would be much the same, and reading them takes a short run's time.
const MOST: usize = 250;

fn main() -> ExitCode {
    let Some(out) = env::args().nth(1) else {
        eprintln!("usage: fuzz_seeds DIR");
        return ExitCode::from(2);
    };
    match write_all(Path::new(&out)) {
        Ok(count) => {
            println!("{count} seeds in {out}");
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("{out}: {e}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(out: &Path) -> io::Result<usize> {
    let (seeds, found) = (fuzz::seeds(), fuzz::found());
    let mut count = 0;
    for target in fuzz::TARGETS {
        let folder = out.join(target.name);
        fs::create_dir_all(&folder)?;
        let is_ours = |seed: &&Seed| seed.target == target.name;
        let step = seeds.iter().filter(is_ours).count().div_ceil(MOST).max(1);
        for seed in seeds.iter().filter(is_ours).step_by(step).chain(found.iter().filter(is_ours)) {
            fs::write(folder.join(format!("{:08x}", crc32fast::hash(&seed.bytes))), &seed.bytes)?;
            count += 1;
        }
    }
    Ok(count)
}

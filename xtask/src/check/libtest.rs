use std::process::Command;

use super::tally::Tally;
use crate::command::watch;
use crate::stop::Stop;

/// Tests that are ignored with a reason that names a check of ours are run by that check.
const ELSEWHERE: &str = "cargo xtask test --only";

/// Runs `cargo test …` and counts what the tests in it say.
pub fn run(command: &mut Command) -> Tally {
    let mut tally = Tally::default();
    let done = watch(command, |line| count(line, &mut tally));
    match done {
        Err(Stop::Failed(why)) if tally.failed == 0 => {
            tally.failed = 1;
            tally.reasons.push(why);
        }
        _ => {}
    }
    tally
}

/// Counts a line of the output of a test binary.
fn count(line: &str, tally: &mut Tally) {
    if let Some(counts) = line.strip_prefix("test result: ") {
        tally.passed += number_before(counts, " passed");
        tally.failed += number_before(counts, " failed");
    } else if let Some((name, outcome)) = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ")) {
        if let Some(reason) = outcome.strip_prefix("ignored").filter(|reason| !reason.contains(ELSEWHERE)) {
            tally.skipped += 1;
            tally.reasons.push(format!("{name} ignored{reason}"));
        } else if outcome == "FAILED" {
            tally.reasons.push(format!("{name} failed"));
        }
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let digits = text.split_once(word).map_or("", |(before, _)| before).rsplit(|c: char| !c.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_of_test_binaries_is_counted() {
        let output = "\
running 3 tests
test marshal::tests::names ... ok
test slow ... ignored, takes an hour
test kaitai ... ignored, cargo xtask test --only kaitai
test reads ... FAILED
test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let mut tally = Tally::default();
        output.lines().for_each(|line| count(line, &mut tally));
        let reasons = ["slow ignored, takes an hour", "reads failed"].map(str::to_owned).to_vec();
        assert_eq!(tally, Tally { passed: 15, failed: 1, skipped: 1, reasons });
    }
}

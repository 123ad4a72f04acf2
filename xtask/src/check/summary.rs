use std::time::Duration;

use super::tally::Tally;

/// What all checks found.
#[derive(Default)]
pub struct Summary(Vec<(&'static str, Duration, Tally)>);

impl Summary {
    /// One more check.
    pub fn add(&mut self, name: &'static str, time: Duration, tally: Tally) {
        self.0.push((name, time, tally));
    }

    /// Whether one of them is not satisfied.
    pub fn has_failed(&self) -> bool {
        self.0.iter().any(|(.., tally)| tally.failed > 0)
    }

    /// Prints a line for each check, its reasons, and the line that counts all.
    pub fn print(&self) {
        println!("\n== summary");
        for (name, time, tally) in &self.0 {
            let Tally { passed, failed, skipped, .. } = tally;
            let counts = format!("{passed} passed, {failed} failed, {skipped} skipped");
            println!("{name:<12} {:<8} {:>7.1} s   {counts}", tally.word(), time.as_secs_f64());
            tally.reasons.iter().for_each(|why| println!("{:<13}{why}", ""));
        }
        println!("{}", self.last_line());
    }

    fn last_line(&self) -> String {
        let sum = |count: fn(&Tally) -> u64| self.0.iter().map(|(.., tally)| count(tally)).sum::<u64>();
        let (passed, failed, skipped) = (sum(|t| t.passed), sum(|t| t.failed), sum(|t| t.skipped));
        let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
        format!("{passed} passed, {failed} failed{skipped}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_what_continuous_integration_reads() {
        let mut summary = Summary::default();
        summary.add("fmt", Duration::ZERO, Tally::passed());
        assert_eq!(summary.last_line(), "1 passed, 0 failed");
        summary.add("tests", Duration::ZERO, Tally { passed: 7, failed: 1, ..Tally::default() });
        assert_eq!(summary.last_line(), "8 passed, 1 failed");
        summary.add("fuzz", Duration::ZERO, Tally::skipped("no nightly".to_owned()));
        assert_eq!(summary.last_line(), "8 passed, 1 failed, 1 skipped");
        assert!(summary.has_failed());
    }
}

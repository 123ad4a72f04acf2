/// What a check found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed; 1 for a check that is no test suite.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that did not run.
    pub skipped: u64,
    /// Why tests failed or did not run.
    pub reasons: Vec<String>,
}

impl Tally {
    /// A check that is satisfied.
    pub fn passed() -> Self {
        Tally { passed: 1, ..Tally::default() }
    }

    /// A check that is not.
    pub fn failed(why: String) -> Self {
        Tally { failed: 1, reasons: vec![why], ..Tally::default() }
    }

    /// A check that did not run.
    pub fn skipped(why: String) -> Self {
        Tally { skipped: 1, reasons: vec![why], ..Tally::default() }
    }

    /// In one word.
    pub fn word(&self) -> &'static str {
        match (self.failed, self.passed) {
            (0, 0) => "skipped",
            (0, _) => "passed",
            _ => "FAILED",
        }
    }
}

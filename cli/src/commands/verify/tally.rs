use std::fmt;

use cqlite::verify::{Report, Severity};

use crate::words::number;

/// How many SSTables are in which state.
#[derive(Debug, Default)]
pub struct Tally {
    pub intact: usize,
    pub with_warnings: usize,
    pub damaged: usize,
    /// Those that could not be verified.
    pub refused: usize,
}

impl Tally {
    pub fn add(&mut self, report: &Report) {
        *match report.worst() {
            Some(Severity::Error) => &mut self.damaged,
            Some(Severity::Warning) => &mut self.with_warnings,
            _ => &mut self.intact,
        } += 1;
    }

    pub fn all(&self) -> usize {
        self.intact + self.with_warnings + self.damaged + self.refused
    }

    /// Whether there is nothing but intact ones.
    pub fn is_clean(&self) -> bool {
        self.intact == self.all()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} intact", number(self.all(), "SSTable"), self.intact)?;
        let others =
            [(self.with_warnings, "intact, with warnings"), (self.damaged, "damaged"), (self.refused, "not verified")];
        others.iter().filter(|(n, _)| *n > 0).try_for_each(|(n, state)| write!(f, ", {n} {state}"))
    }
}

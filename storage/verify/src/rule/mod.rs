//! What a finding breaks: the rules, one line each in [`table`].

mod breach;
mod table;

pub(crate) use breach::Breach;
pub(crate) use table::*;

use crate::{Check, Severity};

/// What must hold of an SSTable. Scripts tell findings apart by its id, which stays the same when the sentence changes.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its name, which no other rule has.
    pub id: &'static str,
    /// How bad it is to break it. A finding may be less bad than its rule.
    pub severity: Severity,
    /// The check that asks for it.
    pub check: Check,
    /// What a finding says, without its end; what is in braces differs from finding to finding.
    pub sentence: &'static str,
    /// What that means, and what to do, where the sentence does not say it.
    pub meaning: &'static str,
}

impl Rule {
    /// All, by check.
    pub const ALL: &'static [&'static Rule] = table::ALL;
}

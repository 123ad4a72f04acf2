use cqlite_sstable::descriptor::Component;

use super::Rule;
use crate::{Finding, Severity};

/// A rule that does not hold, and the sentence that says so; its finding has the place.
#[derive(Debug)]
pub(crate) struct Breach {
    pub(crate) rule: &'static Rule,
    pub(crate) severity: Severity,
    pub(crate) message: String,
}

impl Breach {
    pub(super) fn new(rule: &'static Rule, message: String) -> Self {
        Breach { rule, severity: rule.severity, message }
    }

    /// Less bad than the rule says, for nothing is lost by it here.
    pub(crate) fn into_warning(self) -> Self {
        Breach { severity: Severity::Warning, ..self }
    }

    /// Of a component.
    pub(crate) fn of(self, component: &Component) -> Finding {
        Finding::new(self, component)
    }
}

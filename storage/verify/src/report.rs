use std::fmt;

use cqlite_runtime::{ReadError, Reader, Walk};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::reader::Locator;

use crate::fields::FieldPath;
use crate::rule::Breach;
use crate::{Check, Rule};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Not as Cassandra writes it, or a component that can be made anew; no data is wrong.
    Warning,
    /// Damage: data is lost, wrong or cannot be found.
    Error,
}

impl Severity {
    /// Its name in reports.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Where in a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Bytes from the start of the file.
    File(u64),
    /// Position in the uncompressed stream that Data.db holds, in bytes.
    Data(u64),
}

impl Place {
    /// The number.
    #[must_use]
    pub fn offset(self) -> u64 {
        match self {
            Place::File(n) | Place::Data(n) => n,
        }
    }
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// How bad it is: as bad as the rule says, or less.
    pub severity: Severity,
    /// The component that it is in.
    pub component: Component,
    /// Where in the component, if it is at one place.
    pub place: Option<Place>,
    /// The field, by the specification's names, outermost first; empty if it is in none.
    pub path: String,
    /// The partition's key, as it is stored, if it is in one.
    pub key: Option<Vec<u8>>,
    /// What is wrong: a sentence without its end.
    pub message: String,
}

impl Finding {
    pub(crate) fn new(breach: Breach, component: &Component) -> Self {
        let Breach { rule, severity, message } = breach;
        let component = component.clone();
        Finding { rule, severity, component, place: None, path: String::new(), key: None, message }
    }

    /// The check that it fails.
    #[must_use]
    pub fn check(&self) -> Check {
        self.rule.check
    }

    pub(crate) fn file(mut self, offset: u64) -> Self {
        self.place = Some(Place::File(offset));
        self
    }

    pub(crate) fn data(mut self, position: u64) -> Self {
        self.place = Some(Place::Data(position));
        self
    }

    pub(crate) fn at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    pub(crate) fn field(mut self, path: impl Into<FieldPath>) -> Self {
        self.path = path.into().into();
        self
    }

    /// In a field of a component, which is where `walk` meets it.
    pub(crate) fn located(
        self,
        field: impl Into<FieldPath>,
        bytes: &[u8],
        walk: impl FnOnce(&mut Reader<'_>, &mut dyn Walk) -> Result<(), ReadError>,
    ) -> Self {
        let path = field.into();
        self.at(Locator::locate(bytes, path.as_str(), walk).map(Place::File)).field(path)
    }

    /// Where a component does not decode.
    pub(crate) fn where_undecodable(self, e: &ReadError) -> Self {
        self.file(e.offset()).field(e)
    }

    pub(crate) fn key(mut self, key: &[u8]) -> Self {
        self.key = Some(key.to_vec());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.component)?;
        match self.place {
            Some(Place::File(n)) => write!(f, ", offset {n}")?,
            Some(Place::Data(n)) => write!(f, ", position {n} of the uncompressed data")?,
            None => {}
        }
        if !self.path.is_empty() {
            write!(f, ", field {}", self.path)?;
        }
        if let Some(key) = &self.key {
            write!(f, ", partition ")?;
            hex(f, key)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// At most 32 bytes in hexadecimal digits.
fn hex(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    write!(f, "0x")?;
    bytes.iter().take(32).try_for_each(|b| write!(f, "{b:02x}"))?;
    if bytes.len() > 32 {
        write!(f, "…")?;
    }
    Ok(())
}

/// What came of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckSummary {
    /// The check.
    pub check: Check,
    /// How often it was made: of how many chunks, entries, rows ([`Check::unit`]).
    pub count: u64,
    /// How many times it failed, whatever the severity.
    pub failed: u64,
    /// Why it, or a part of it, was not made.
    pub skipped: Vec<String>,
}

/// What verification found.
#[derive(Debug, Clone)]
pub struct Report {
    /// What names the SSTable: the files' common path.
    pub label: String,
    /// What is wrong, in the order in which it was found. Of each check only so many are kept ([`crate::VerifyOptions::max_findings`]).
    pub findings: Vec<Finding>,
    /// Every check, in order.
    pub checks: Vec<CheckSummary>,
    /// Partitions read.
    pub partitions: u64,
    /// Rows read, static ones that are not empty included.
    pub rows: u64,
    /// Cells read.
    pub cells: u64,
}

impl Report {
    /// Whether nothing is wrong: no error and no warning.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|f| f.severity == Severity::Note)
    }

    /// Whether there is damage.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }

    /// The worst there is.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|f| f.severity).max()
    }

    /// Whether rows were read: if not, there is nothing to say about how many there are.
    #[must_use]
    pub fn has_read_rows(&self) -> bool {
        self.check(Check::Rows).is_some_and(|rows| rows.skipped.is_empty() || rows.count > 0)
    }

    /// What came of a check.
    #[must_use]
    pub fn check(&self, check: Check) -> Option<&CheckSummary> {
        self.checks.iter().find(|c| c.check == check)
    }

    /// Findings that are counted only.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        let all: u64 = self.checks.iter().map(|c| c.failed).sum();
        all.saturating_sub(self.findings.len() as u64)
    }
}

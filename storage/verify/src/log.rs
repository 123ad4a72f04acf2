use std::sync::atomic::{AtomicBool, Ordering};

use cqlite_format::version::SstableVersion;
use cqlite_format::Context;
use cqlite_runtime::{ReadError, Reader};
use cqlite_sstable::descriptor::Component;

use crate::{rule, Check, CheckSummary, Finding, Progress, Severity, Stage, VerifyError, VerifyOptions};

/// What all stages share: where findings and counts go, and who wants to know of progress.
pub(crate) struct Log<'r> {
    pub(crate) options: &'r VerifyOptions,
    cx: Context<'static>,
    progress: &'r mut dyn FnMut(Progress),
    cancel: &'r AtomicBool,
    findings: Vec<Finding>,
    counts: Vec<u64>,
    failed: Vec<u64>,
    kept: Vec<usize>,
    skipped: Vec<Vec<String>>,
    watched: Option<Watched>,
}

/// What was found since something has been watched.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    /// The first that makes rows differ from what was written, or that no SSTable can have.
    pub(crate) in_rows: Option<Finding>,
    /// The first by which the index and the data are not of one mind.
    pub(crate) index: Option<Finding>,
    /// The first by which the serialization header may be another one than the rows were written by.
    pub(crate) contradiction: Option<Finding>,
    /// The first of anything in Statistics.db.
    pub(crate) statistics: Option<Finding>,
    /// What was found last.
    pub(crate) last: Option<Finding>,
}

impl Watched {
    fn note(&mut self, finding: &Finding) {
        let is_bad = finding.severity == Severity::Error;
        let slot = match finding.check() {
            Check::IndexMatch if is_orphan(finding) => None,
            Check::IndexMatch => Some(&mut self.index),
            Check::Bounds if is_bad => Some(&mut self.contradiction),
            _ if is_of_header(finding) => Some(&mut self.contradiction),
            Check::PartitionOrder | Check::RowIndexMatch => None,
            _ if is_bad && finding.component == Component::Data => Some(&mut self.in_rows),
            _ => None,
        };
        if let Some(slot) = slot.filter(|slot| slot.is_none()) {
            *slot = Some(finding.clone());
        }
        if finding.component == Component::Statistics && self.statistics.is_none() {
            self.statistics = Some(finding.clone());
        }
        self.last = Some(finding.clone());
    }
}

/// Wider bounds than those of all rows harm no reader, but a header that is not the rows' own is a cause of it as well.
fn is_of_header(finding: &Finding) -> bool {
    let rules = [
        rule::wide_bounds(0, "", "", 0),
        rule::bounds_of_nothing("", 0),
        rule::misspelt_type("", ""),
        rule::column_name(""),
        rule::column_order(),
        rule::header_ttl_range(0, 0),
    ];
    rules.into_iter().any(|breach| breach.rule == finding.rule)
}

/// An entry without a partition says nothing of the partitions that there are.
fn is_orphan(finding: &Finding) -> bool {
    let orphans = [rule::orphan_index_entry(0).rule, rule::orphan_payload(0).rule];
    orphans.contains(&finding.rule)
}

impl<'r> Log<'r> {
    pub(crate) fn new(
        options: &'r VerifyOptions,
        version: SstableVersion,
        progress: &'r mut dyn FnMut(Progress),
        cancel: &'r AtomicBool,
    ) -> Self {
        let n = Check::ALL.len();
        Log {
            options,
            cx: Context::new(version),
            progress,
            cancel,
            findings: Vec::new(),
            counts: vec![0; n],
            failed: vec![0; n],
            kept: vec![0; n],
            skipped: vec![Vec::new(); n],
            watched: None,
        }
    }

    /// Counts one more thing checked.
    #[inline]
    pub(crate) fn count(&mut self, check: Check) {
        self.count_many(check, 1);
    }

    #[inline]
    pub(crate) fn count_many(&mut self, check: Check, n: u64) {
        if let Some(count) = self.counts.get_mut(check as usize) {
            *count += n;
        }
    }

    /// Whether a field is stored: a value that stands for one that the version does not store is not the file's.
    pub(crate) fn stores(&self, component: &Component, path: &str) -> bool {
        let component = component.to_string();
        self.cx.stores(component.split('.').next().unwrap_or_default(), path)
    }

    /// Keeps a finding, or only counts it if there are many of the kind.
    #[cold]
    pub(crate) fn find(&mut self, finding: Finding) {
        if !self.stores(&finding.component, &finding.path) {
            return;
        }
        if let Some(watched) = &mut self.watched {
            watched.note(&finding);
        }
        let at = finding.check() as usize;
        if let (Some(failed), Some(kept)) = (self.failed.get_mut(at), self.kept.get_mut(at)) {
            *failed += 1;
            if *kept < self.options.max_findings {
                *kept += 1;
                self.findings.push(finding);
            }
        }
    }

    /// Watches from now on what is found.
    pub(crate) fn watch(&mut self) {
        self.watched = Some(Watched::default());
    }

    pub(crate) fn watched(&self) -> Option<&Watched> {
        self.watched.as_ref()
    }

    /// Whether one more finding would be kept, and not only counted: whether it is worth the time to say where it is.
    pub(crate) fn keeps(&self, check: Check) -> bool {
        self.kept.get(check as usize).is_some_and(|kept| *kept < self.options.max_findings)
    }

    /// Number of findings so far, those not kept included.
    pub(crate) fn failures(&self) -> u64 {
        self.failed.iter().sum()
    }

    /// Says that a check, or a part of it, is not made.
    pub(crate) fn skip(&mut self, checks: &[Check], why: &str) {
        for check in checks {
            if let Some(all) = self.skipped.get_mut(*check as usize).filter(|all| all.iter().all(|w| w != why)) {
                all.push(why.to_owned());
            }
        }
    }

    /// A component, unless it does not decode.
    pub(crate) fn decoded<T>(&mut self, component: &Component, decoded: Result<T, ReadError>) -> Option<T> {
        self.count(Check::Decoding);
        decoded.map_err(|e| self.undecodable(component, &e)).ok()
    }

    /// Nothing follows what has been read of a component.
    pub(crate) fn ends(&mut self, component: &Component, r: &Reader<'_>) {
        if !r.at_end() {
            self.find(rule::trailing_bytes(r.remaining()).of(component).file(r.offset()));
        }
    }

    /// A component that does not decode.
    #[cold]
    pub(crate) fn undecodable(&mut self, component: &Component, e: &ReadError) {
        self.find(rule::undecodable(e.kind()).of(component).where_undecodable(e));
    }

    /// Tells how far a stage is, and whether to go on.
    ///
    /// # Errors
    /// [`VerifyError::Cancelled`].
    pub(crate) fn tick(&mut self, stage: Stage, done: u64, total: u64) -> Result<(), VerifyError> {
        (self.progress)(Progress { stage, done, total });
        if self.cancel.load(Ordering::Relaxed) {
            return Err(VerifyError::Cancelled);
        }
        Ok(())
    }

    pub(crate) fn into_parts(self) -> (Vec<Finding>, Vec<CheckSummary>) {
        let all = Check::ALL.iter().zip(self.counts).zip(self.failed).zip(self.skipped);
        let checks = all.map(|(((&check, count), failed), skipped)| CheckSummary { check, count, failed, skipped });
        (self.findings, checks.collect())
    }
}

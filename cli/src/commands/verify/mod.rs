//! Whether SSTables are intact.

mod tally;
mod text;

use std::io::Write;

use cqlite::descriptor::FoundSstable;
use cqlite::inspect::shortened;
use cqlite::verify::{Finding, Place, Progress, Report, Stage, Verifier, VerifyOptions};
use serde_json::{json, Value};

use crate::args::VerifyArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::session::{Others, Session, Wanted};

use tally::Tally;

pub fn run(args: &VerifyArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let others = if args.all { Others::Taken } else { Others::Counted };
    let found = session.find(&args.paths, Wanted { any: true, others });
    if let Some(note) = found.note() {
        session.note(&note);
    }
    let options = VerifyOptions { quick: args.quick, now: Some(session.common.now()), ..VerifyOptions::default() };
    let mut out = session.output()?;
    let mut tally = Tally { refused: found.refused, ..Tally::default() };
    for sstable in &found.sstables {
        if session.is_over() {
            return Ok(());
        }
        let bar = &session.progress;
        let mut progress =
            |p: Progress| bar.set(&format!("{} {}", sstable.descriptor.prefix(), name_of(p.stage)), p.done, p.total);
        let verifier = Verifier::from_found(sstable, options.clone());
        let report = verifier.run(&mut progress, interrupt::flag());
        match report {
            Err(e) => {
                tally.refused += 1;
                session.fail(e.into());
            }
            Ok(report) => {
                session.progress.clear();
                tally.add(&report);
                let written = if args.json {
                    writeln!(out, "{}", as_json(sstable, &report))
                } else {
                    text::write(&report, session.common, session.color(), &mut out)
                };
                written.map_err(|e| out.failure(&e))?;
            }
        }
    }
    if session.is_over() {
        return Ok(());
    }
    if tally.all() > 1 && !args.json && !(session.common.quiet && tally.is_clean()) {
        writeln!(out, "{tally}").map_err(|e| out.failure(&e))?;
    }
    out.commit()?;
    if tally.damaged > 0 {
        let (are, all) = (if tally.damaged == 1 { "is" } else { "are" }, tally.all());
        session.fail(Failure::file(format!("{} of {all} SSTables {are} damaged", tally.damaged)));
    }
    Ok(())
}

fn name_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Checksums => "checksums",
        Stage::Index => "index",
        Stage::Rows => "rows",
        _ => "",
    }
}

fn as_json(sstable: &FoundSstable, report: &Report) -> Value {
    // Where none were read it is not known how many there are.
    let counted = |n: u64| report.has_read_rows().then_some(n);
    let checks = report.checks.iter().map(|check| {
        json!({
            "check": check.check.id(),
            "unit": check.check.unit(),
            "count": check.count,
            "failed": check.failed,
            "skipped": check.skipped,
        })
    });
    let mut all = json!({
        "sstable": report.label,
        "is_clean": report.is_clean(),
        "is_damaged": report.is_damaged(),
        "partitions": counted(report.partitions),
        "rows": counted(report.rows),
        "cells": counted(report.cells),
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "checks": checks.collect::<Vec<_>>(),
    });
    // As in `metadata --json`.
    if let Some(bytes) = sstable.descriptor.path_bytes() {
        all["sstable_bytes"] = bytes.into();
    }
    all
}

fn finding(finding: &Finding) -> Value {
    let place = |wanted: fn(Place) -> Option<u64>| finding.place.and_then(wanted);
    let file = place(|p| matches!(p, Place::File(_)).then(|| p.offset()));
    let data = place(|p| matches!(p, Place::Data(_)).then(|| p.offset()));
    let key = finding.key.as_ref().map(|key| cqlite::value::hex::text(key));
    json!({
        "rule": finding.rule.id,
        "severity": finding.severity.id(),
        "check": finding.check().id(),
        "component": shortened(finding.component.name()),
        "offset": file,
        "data_position": data,
        "field": (!finding.path.is_empty()).then_some(&finding.path),
        "key": key,
        "message": shortened(&finding.message),
    })
}

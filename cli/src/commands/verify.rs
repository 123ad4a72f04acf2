use std::io::{self, Write};

use cqlite::verify::{Finding, Place, Progress, Report, Severity, Stage, Verifier, VerifyOptions};
use serde_json::{json, Value};

use crate::args::VerifyArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::printable::printable;
use crate::session::Session;

pub fn run(args: &VerifyArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let found = session.find(&args.paths, true);
    let options = VerifyOptions { quick: args.quick, now: Some(session.common.now()), ..VerifyOptions::default() };
    let mut out = session.output()?;
    let mut damaged = 0;
    for sstable in &found {
        if session.is_over() {
            return Ok(());
        }
        let bar = &session.progress;
        let mut progress =
            |p: Progress| bar.set(&format!("{} {}", sstable.descriptor.prefix(), name_of(p.stage)), p.done, p.total);
        let verifier = Verifier::from_found(sstable, options.clone());
        let report = verifier.and_then(|verifier| verifier.run(&mut progress, interrupt::flag()));
        match report {
            Err(e) => session.fail(e.into()),
            Ok(report) => {
                session.progress.clear();
                damaged += usize::from(report.is_damaged());
                let written =
                    if args.json { writeln!(out, "{}", as_json(&report)) } else { text(&report, session, &mut out) };
                written.map_err(|e| out.failure(&e))?;
            }
        }
    }
    if session.is_over() {
        return Ok(());
    }
    out.commit()?;
    if damaged > 0 {
        session.fail(Failure::file(format!(
            "{damaged} of {} SSTables {} damaged",
            found.len(),
            if damaged == 1 { "is" } else { "are" }
        )));
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

fn text(report: &Report, session: &Session<'_>, out: &mut Output) -> io::Result<()> {
    let paint = |severity: Severity| match (session.color(), severity) {
        (true, Severity::Error) => "\x1b[31merror\x1b[0m".to_owned(),
        (true, Severity::Warning) => "\x1b[33mwarning\x1b[0m".to_owned(),
        (_, severity) => severity.id().to_owned(),
    };
    for finding in &report.findings {
        if finding.severity > Severity::Note || session.common.verbose {
            let found = format!("{}-{finding}", report.label);
            writeln!(out, "{}: {}", paint(finding.severity), printable(&found))?;
        }
    }
    if session.common.verbose {
        for check in &report.checks {
            let (count, unit, failed) = (check.count, check.check.unit(), check.failed);
            writeln!(out, "{}: {}: {count} {unit}, {failed} wrong", report.label, check.check)?;
            for reason in &check.skipped {
                writeln!(out, "{}: {}: not made: {reason}", report.label, check.check)?;
            }
        }
    }
    let verdict = match report.worst() {
        Some(Severity::Error) => "damaged",
        Some(Severity::Warning) => "whole, with warnings",
        _ => "whole",
    };
    let Report { label, partitions, rows, cells, .. } = report;
    if session.common.quiet && report.is_clean() {
        return Ok(());
    }
    let label = printable(label);
    writeln!(out, "{label}: {verdict} ({partitions} partitions, {rows} rows, {cells} cells)")
}

fn as_json(report: &Report) -> Value {
    let checks = report.checks.iter().map(|check| {
        json!({
            "check": check.check.id(),
            "unit": check.check.unit(),
            "count": check.count,
            "failed": check.failed,
            "skipped": check.skipped,
        })
    });
    json!({
        "sstable": report.label,
        "is_clean": report.is_clean(),
        "is_damaged": report.is_damaged(),
        "partitions": report.partitions,
        "rows": report.rows,
        "cells": report.cells,
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "checks": checks.collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    let place = |wanted: fn(Place) -> Option<u64>| finding.place.and_then(wanted);
    let file = place(|p| matches!(p, Place::File(_)).then(|| p.offset()));
    let data = place(|p| matches!(p, Place::Data(_)).then(|| p.offset()));
    let key = finding.key.as_ref().map(|key| key.iter().map(|b| format!("{b:02x}")).collect::<String>());
    json!({
        "severity": finding.severity.id(),
        "check": finding.check.id(),
        "component": finding.component.name(),
        "offset": file,
        "data_position": data,
        "field": (!finding.path.is_empty()).then_some(&finding.path),
        "key": key,
        "message": finding.message,
    })
}

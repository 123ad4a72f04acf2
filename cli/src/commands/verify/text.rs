//! A report, line by line.

use std::collections::HashMap;
use std::io::{self, Write};

use cqlite::inspect::printable;
use cqlite::verify::{Check, Finding, Report, Severity};

use crate::args::Common;
use crate::output::Output;
use crate::words::number;

pub fn write(report: &Report, common: &Common, color: bool, out: &mut Output) -> io::Result<()> {
    let label = printable(&report.label);
    for (finding, alike) in shown(report, common.verbose) {
        let text = format!("{}-{finding}", report.label);
        let alike = if alike > 0 { format!(" (and {alike} like it)") } else { String::new() };
        writeln!(out, "{}: {}{alike}", paint(finding.severity, color), printable(&text))?;
    }
    if report.left_out() > 0 {
        writeln!(out, "{label}: {} only counted", number(report.left_out() as usize, "more finding"))?;
    }
    if common.verbose {
        for check in &report.checks {
            let (counted, failed) = (counted(check.count, check.check.unit()), check.failed);
            writeln!(out, "{label}: {}: {counted}, {failed} wrong", check.check)?;
            for reason in &check.skipped {
                writeln!(out, "{label}: {}: not made: {}", check.check, printable(reason))?;
            }
        }
    }
    if common.quiet && report.is_clean() {
        return Ok(());
    }
    writeln!(out, "{label}: {}", verdict(report))
}

/// So many of a unit, which is told in the plural.
fn counted(count: u64, units: &str) -> String {
    if count != 1 {
        return format!("{count} {units}");
    }
    let one = |units: &str| match units.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => units.strip_suffix('s').unwrap_or(units).to_owned(),
    };
    format!("1 {}", units.split(" and ").map(one).collect::<Vec<_>>().join(" or "))
}

/// The findings to show, each with the number of later ones that are like it: what differs in numbers only.
fn shown(report: &Report, verbose: bool) -> Vec<(&Finding, usize)> {
    let (mut shown, mut kinds) = (Vec::<(&Finding, usize)>::new(), HashMap::new());
    for finding in &report.findings {
        if verbose {
            shown.push((finding, 0));
        } else if finding.severity > Severity::Note {
            let kind = (finding.severity, &finding.component, plain(&finding.path), plain(&finding.message));
            let at = *kinds.entry(kind).or_insert(shown.len());
            match shown.get_mut(at) {
                Some((_, alike)) => *alike += 1,
                None => shown.push((finding, 0)),
            }
        }
    }
    shown
}

/// A text without its numbers.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut in_number = false;
    for c in text.chars() {
        // Hexadecimal ones begin with a digit as well.
        in_number = c.is_ascii_digit() || (in_number && (c.is_ascii_hexdigit() || c == 'x'));
        if !in_number {
            plain.push(c);
        } else if !plain.ends_with('#') {
            plain.push('#');
        }
    }
    plain
}

/// What is known of the SSTable, and from how much.
fn verdict(report: &Report) -> String {
    let state = match report.worst() {
        Some(Severity::Error) => "damaged",
        Some(Severity::Warning) => "intact, with warnings",
        _ => "intact",
    };
    let Report { partitions, rows, cells, .. } = report;
    if report.has_read_rows() {
        let [partitions, rows, cells] =
            [number(*partitions, "partition"), number(*rows, "row"), number(*cells, "cell")];
        return format!("{state} ({partitions}, {rows}, {cells})");
    }
    let count = |check| report.check(check).map_or(0, |check| check.count);
    let (components, chunks, entries) = (count(Check::Decoding), count(Check::ChunkChecksums), count(Check::Index));
    let [components, chunks] = [number(components, "component"), number(chunks, "chunk")];
    let entries = counted(entries, "entries");
    format!("{state}, rows not read ({components}, {chunks}, {entries} of the index)")
}

fn paint(severity: Severity, color: bool) -> String {
    match (color, severity) {
        (true, Severity::Error) => "\x1b[31merror\x1b[0m".to_owned(),
        (true, Severity::Warning) => "\x1b[33mwarning\x1b[0m".to_owned(),
        (_, severity) => severity.id().to_owned(),
    }
}

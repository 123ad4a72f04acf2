//! What is built upon whole SSTables: verification and dumps.

use std::io;
use std::sync::atomic::AtomicBool;

use cqlite_dump::{Dump, DumpOptions, Format};
use cqlite_sstable::Limits;
use cqlite_verify::{Severity, Verifier, VerifyOptions};

use super::sstable::{open, parts, scan};

/// As `sstable`: verified, whatever its state. What is found whole can be opened and scanned.
pub fn verify(data: &[u8]) {
    let parts = parts(data);
    let limits = Limits { row: 1 << 24, ..Limits::DEFAULT };
    let options = VerifyOptions { max_findings: 4, limits, ..VerifyOptions::default() };
    let verifier = Verifier::from_source("fuzzed", parts.version, parts.source.clone(), options);
    let Ok(report) = verifier.run(&mut |_| {}, &AtomicBool::new(false)) else { return };
    report.findings.iter().for_each(|finding| assert!(!finding.to_string().is_empty()));
    if report.findings.iter().all(|finding| finding.severity != Severity::Error) {
        let sstable = open(&parts).unwrap_or_else(|e| panic!("found whole, but cannot be opened: {e}"));
        scan(&sstable).unwrap_or_else(|e| panic!("found whole, but cannot be scanned: {e}"));
    }
}

/// As `sstable`, with the format in the second byte: dumped.
pub fn dump(data: &[u8]) {
    const FORMATS: [Format; 4] = [Format::Pretty, Format::Lines, Format::Keys, Format::Debug];
    let parts = parts(data);
    let Ok(sstable) = open(&parts) else { return };
    let format = FORMATS[usize::from(parts.option >> 1) % FORMATS.len()];
    let options = DumpOptions {
        format,
        raw_time: parts.option & 0x80 != 0,
        now: 1_700_000_000,
        threads: 1,
        ..DumpOptions::default()
    };
    let Ok(dump) = Dump::new(&sstable, options) else { return };
    if let Err(e) = dump.write(&mut io::sink(), |_, _| {}, &AtomicBool::new(false)) {
        assert!(!e.to_string().is_empty());
    }
}

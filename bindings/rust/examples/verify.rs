//! Verifies every SSTable below a folder and prints what is wrong: `cargo run -p cqlite --example verify [PATH]`.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite::verify::{Report, Verifier, VerifyOptions};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/oa/generations");

fn main() -> Result<(), cqlite::Error> {
    let path = std::env::args_os().nth(1).map_or_else(|| DEFAULT.into(), PathBuf::from);
    for report in verify(&path)? {
        let verdict = if report.is_damaged() { "damaged" } else { "intact" };
        println!("{}: {verdict}, {} partitions, {} rows", report.label, report.partitions, report.rows);
        for finding in &report.findings {
            println!("  {}: {finding}", finding.severity.id());
        }
    }
    Ok(())
}

/// Damage is not an error: it is in the report. An error is a path without SSTables, or a disk that fails.
fn verify(path: &Path) -> Result<Vec<Report>, cqlite::Error> {
    // Another thread may set it to stop the work.
    let cancel = AtomicBool::new(false);
    let mut reports = Vec::new();
    for table in &cqlite::open(path)? {
        for descriptor in table.descriptors() {
            // By its name, not by an open SSTable: one that cannot be opened is verified too.
            let verifier = Verifier::from_descriptor(descriptor, VerifyOptions::default());
            reports.push(verifier.run(&mut |_| {}, &cancel)?);
        }
    }
    Ok(reports)
}

#[test]
fn damage_is_found() {
    let reports = verify(Path::new(DEFAULT)).expect("three SSTables");
    assert_eq!(reports.len(), 3);
    assert!(reports.iter().all(Report::is_clean));

    // A copy with a byte of its data changed.
    let copy = std::env::temp_dir().join(format!("cqlite-example-verify-{}", std::process::id()));
    std::fs::create_dir_all(&copy).expect("a folder");
    for file in Path::new(DEFAULT).read_dir().expect("the corpus").map(|file| file.expect("a file").path()) {
        let mut bytes = std::fs::read(&file).expect("a file");
        if file.ends_with("oa-2-big-Data.db") {
            bytes[20] ^= 1;
        }
        std::fs::write(copy.join(file.file_name().expect("a name")), bytes).expect("a copy");
    }
    let reports = verify(&copy).expect("three SSTables");
    std::fs::remove_dir_all(&copy).expect("our own folder");
    assert_eq!(reports.iter().map(Report::is_damaged).collect::<Vec<_>>(), [false, true, false]);
}

//! Metadata of damaged SSTables: whatever numbers are in it, it is told, or refused with a reason.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use cqlite_inspect::metadata::TextOptions;
use cqlite_inspect::Metadata;

/// What a field may be at worst, as far as sums and differences go.
const EXTREMES: [i64; 3] = [i64::MAX, i64::MIN, -1];

/// The files of an SSTable of the corpus in a folder of their own.
fn copy(case: &str, prefix: &str) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus").join(case);
    let name = format!("cqlite-inspect-{}-{}", std::process::id(), case.replace('/', "-"));
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).expect("a folder");
    for entry in fs::read_dir(from).expect("the case") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with(prefix) {
            let _ = fs::copy(&path, folder.join(name)).expect("a copy");
        }
    }
    folder
}

/// Writes extreme numbers at every place of a component, one after the other.
fn every_number(case: &str, prefix: &str, component: &str) {
    let folder = copy(case, prefix);
    let path = folder.join(format!("{prefix}-{component}"));
    let bytes = fs::read(&path).expect("the component");
    let mut told = 0;
    // Of the buckets of histograms, 16 bytes each, every third.
    let step = if bytes.len() < 1000 { 1 } else { 3 };
    for at in (0..bytes.len().saturating_sub(7)).step_by(step) {
        for extreme in EXTREMES {
            let mut damaged = bytes.clone();
            damaged[at..at + 8].copy_from_slice(&extreme.to_be_bytes());
            fs::write(&path, damaged).expect("the component");
            match Metadata::open(&path) {
                Ok(metadata) => {
                    let options = TextOptions { now: i64::MAX, color: false };
                    metadata.write_text(options, &mut io::sink()).expect("the sink takes all");
                    let _ = metadata.to_json(i64::MAX).expect("the files are as they were");
                    told += 1;
                }
                Err(e) => assert!(e.to_string().contains(&format!("{prefix}-{component}")), "{e}"),
            }
        }
    }
    assert!(told > 0, "{case}: nothing was decoded");
    fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn every_number_of_compression_info_may_be_any() {
    every_number("oa/compression_snappy_4", "oa-1-big", "CompressionInfo.db");
}

#[test]
fn every_number_of_statistics_may_be_any() {
    // Without checksums.
    every_number("ma/ranges", "ma-1-big", "Statistics.db");
}

#[test]
fn every_number_of_filter_and_summary_may_be_any() {
    every_number("oa/one_row", "oa-1-big", "Filter.db");
    every_number("oa/range_boundaries", "oa-1-big", "Summary.db");
    every_number("da/one_row", "da-1-bti", "Partitions.db");
}

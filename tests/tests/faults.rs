//! SSTables on which a trial found a fault (`tests/data/faults`), with what Cassandra says of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use cqlite_dump::{DumpOptions, Format};
use cqlite_format::data::{PartitionRef, SstableDataVisitor};
use cqlite_format::statistics::{CommitLogIntervals, CommitLogPosition, SstableStatistics, SstableStatisticsParams};
use cqlite_format::version::SstableVersion;
use cqlite_inspect::metadata::TextOptions;
use cqlite_inspect::Metadata;
use cqlite_runtime::{Buffer, Flow, Reader};
use cqlite_sstable::reader::Slice;
use cqlite_sstable::{Sstable, SstableError};
use cqlite_tests::dump::dump;
use cqlite_verify::{Check, Finding, Report, Severity, Verifier, VerifyOptions};
use serde_json::{json, Value};

struct Fault {
    folder: PathBuf,
    data: PathBuf,
}

impl Fault {
    fn find(name: &str) -> Self {
        // As tools print it, which follow links.
        let folder = cqlite_test_data::faults().join(name).canonicalize().unwrap();
        let is_data = |path: &PathBuf| path.to_string_lossy().ends_with("-Data.db");
        let data = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).find(is_data);
        Fault { data: data.unwrap(), folder }
    }

    fn expected(&self) -> String {
        fs::read_to_string(self.folder.join("expected.txt")).unwrap()
    }

    fn verify(&self) -> Report {
        verify(&self.data)
    }

    fn dump(&self) -> Result<Vec<Value>, String> {
        dump_of(&self.data)
    }

    /// What `sstablemetadata` would print, but for the folder.
    fn metadata(&self) -> String {
        let mut out = Vec::new();
        // All that can be dropped could be when this was recorded.
        let options = TextOptions { now: 1_900_000_000, ..TextOptions::default() };
        Metadata::open(&self.data).unwrap().write_text(options, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let (told, _) = text.split_once("\n\n").unwrap();
        format!("{told}\n").replace(&format!("{}/", self.folder.display()), "")
    }
}

fn verify(data: &Path) -> Report {
    let verifier = Verifier::from_path(data, VerifyOptions::default()).unwrap();
    verifier.run(&mut |_| {}, &AtomicBool::new(false)).unwrap()
}

/// A JSON document for each partition.
fn dump_of(data: &Path) -> Result<Vec<Value>, String> {
    let options = DumpOptions { format: Format::Lines, threads: 1, ..DumpOptions::default() };
    let out = dump(&Sstable::open(data).map_err(|e| e.to_string())?, options)?;
    Ok(out.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect())
}

/// The rows of a dump with a given partition key.
fn rows<'d>(dump: &'d [Value], key: &str) -> &'d Value {
    &dump.iter().find(|p| p["partition"]["key"] == json!([key])).unwrap()["rows"]
}

#[test]
fn what_cassandra_calls_corrupt_is_an_error() {
    for name in ["stray_end", "static_slot_end"] {
        let fault = Fault::find(name);
        assert!(fault.expected().contains("CorruptSSTableException"), "{name}");
        assert!(fault.dump().is_err(), "{name}");
        assert!(fault.verify().is_damaged(), "{name}");
        // A library that reads says so too: the partition of a key, or all.
        let sstable = Sstable::open(&fault.data).unwrap();
        let e = sstable.scan_all(&mut Keys::default()).unwrap_err();
        assert!(e.path().ends_with("flags"), "{name}: {e}");
        let mut keys = Keys { skips: true, ..Keys::default() };
        let e = sstable.scan_all(&mut keys).unwrap_err();
        assert!(e.path().ends_with("flags"), "{name}, passing over rows: {e}");
        // The partition seen last is the one.
        let mut partition = sstable.partition(keys.seen.last().unwrap(), Slice::default()).unwrap().unwrap();
        let mut read_all = || -> Result<(), SstableError> {
            while partition.next_partition()? {
                while partition.next_unfiltered()?.is_some() {}
            }
            Ok(())
        };
        assert!(read_all().is_err(), "{name}");
    }
}

/// The keys of partitions, whose rows are read or passed over.
#[derive(Default)]
struct Keys {
    seen: Vec<Vec<u8>>,
    skips: bool,
}

impl<'a> SstableDataVisitor<'a> for Keys {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.seen.push(head.key.data.to_vec());
        Ok(if self.skips { Flow::Skip } else { Flow::Continue })
    }
}

#[test]
fn metadata_is_what_sstablemetadata_prints() {
    for name in ["meta_ldt", "meta_cardinality"] {
        let fault = Fault::find(name);
        assert_eq!(fault.metadata(), fault.expected(), "{name}");
    }
}

/// The rows of `expected.txt`, which are in the words of SELECT JSON, are those of a dump.
fn user_type_is_there(fault: &Fault, data: &Path) {
    let dump = dump_of(data).unwrap();
    for line in fault.expected().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let found = &rows(&dump, &row["k"].to_string())[0];
        assert_eq!(found["clustering"], json!([row["c"]]));
        let cell = |name: &str| {
            let cells = found["cells"].as_array().unwrap();
            cells.iter().find(|c| c["name"] == name).map_or(Value::Null, |c| c["value"].clone())
        };
        assert_eq!([cell("f"), cell("u")], [row["f"].clone(), row["u"].clone()]);
    }
    let report = verify(data);
    // 3.0.0 says always that there is no compression.
    let is_ratio = |f: &Finding| f.path.ends_with("compression_ratio") && f.severity == Severity::Warning;
    assert!(report.findings.iter().all(is_ratio), "{:#?}", report.findings);
    assert_eq!(report.rows, 402);
}

#[test]
fn a_frozen_user_type_that_comes_late_is_known_for_frozen() {
    let fault = Fault::find("udtsparse");
    user_type_is_there(&fault, &fault.data);
}

/// In 3.0 all of them are frozen. Where it is for the rows to say so it is the same.
#[test]
fn so_it_is_where_user_types_may_be_unfrozen() {
    let fault = Fault::find("udtsparse");
    let version = |letters| SstableVersion::find(letters).unwrap();
    for letters in ["mb", "mc"] {
        let folder = std::env::temp_dir().join(format!("cqlite-faults-{}-{letters}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = |component: &str| folder.join(format!("{letters}-1-big-{component}"));
        for entry in fs::read_dir(&fault.folder).unwrap() {
            let entry = entry.unwrap().path();
            let name = entry.file_name().unwrap().to_string_lossy().into_owned();
            let Some(component) = name.strip_prefix("ma-1-big-") else { continue };
            let mut bytes = fs::read(&entry).unwrap();
            if component == "Statistics.db" {
                bytes = statistics_of(&bytes, version("ma"), version(letters));
            }
            fs::write(path(component), bytes).unwrap();
        }
        user_type_is_there(&fault, &path("Data.db"));
        fs::remove_dir_all(folder).unwrap();
    }
}

/// Statistics.db in a later version, with what that has besides.
fn statistics_of(bytes: &[u8], from: SstableVersion, to: SstableVersion) -> Vec<u8> {
    let mut model = SstableStatistics::decode(&mut Reader::new(bytes), &SstableStatisticsParams::new(from)).unwrap();
    let stats = model.stats_mut().unwrap();
    stats.commit_log_lower_bound = Some(CommitLogPosition::default());
    stats.commit_log_intervals = to.has_commit_log_intervals().then(CommitLogIntervals::default);
    let mut out = Buffer::default();
    model.encode(&mut out, &SstableStatisticsParams::new(to)).unwrap();
    out.into_bytes()
}

#[test]
fn an_unknown_type_cannot_be_judged() {
    let fault = Fault::find("unknown_type");
    assert!(fault
        .expected()
        .contains("Unable to find abstract-type class 'org.apache.cassandra.db.marshal.PointType'"));
    // Cassandra has no class for it either, so that there is no dump.
    assert!(fault.dump().unwrap_err().contains("PointType"));
    let report = fault.verify();
    let told: Vec<_> = report.findings.iter().map(|f| (f.severity, f.check())).collect();
    assert_eq!(told, [(Severity::Warning, Check::Metadata)], "{:#?}", report.findings);
    assert_eq!(report.findings[0].rule.id, "foreign_type");
    // All else has been looked at.
    assert_eq!((report.partitions, report.rows, report.cells), (1, 2, 3));
}

/// The header was edited to say so: the values are no points, but who can tell.
#[test]
fn types_of_dse_are_read() {
    let fault = Fault::find("dse_point_cc");
    let report = fault.verify();
    assert!(!report.is_damaged(), "{:#?}", report.findings);
    assert!(report.findings.iter().all(|f| f.check() == Check::Values));
    let dump = fault.dump().unwrap();
    assert_eq!(dump.len(), 5);
    let value = rows(&dump, "0")[0]["cells"][0]["value"].as_str().unwrap();
    assert!(value.starts_with("0x000180005e643e48"), "{value}");
}

//! Good SSTables are silent; bad ones are not.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::Mutex;

use cqlite_sstable::descriptor::{discover, Component, FoundSstable};
use cqlite_test_data::{corpus, shared};
use cqlite_verify::{Check, Report, Severity, Verifier, VerifyOptions};

/// SSTables that Cassandra wrote, and that are not as they should be nevertheless.
const ODD: [(&str, &str, Check, &str); 6] = [
    // Their Summary.db has been taken away, to see that it is not needed.
    ("many_partitions", "", Check::Files, "Summary.db"),
    // Cassandra forgets the deletion of a collection if the column's name begins with a letter beyond ASCII.
    ("names_unicode", "", Check::Totals, "Statistics.db"),
    // 3.0.0 wrote a boundary between two ranges twice.
    ("random_08", "ma-2-", Check::ClusteringOrder, "Data.db"),
    // Pre-release artefacts which no Cassandra release loads.
    ("legacy_na_", "na-1-", Check::Decoding, "Statistics.db"),
    // They came without one.
    ("tab5_tuple-", "cc-1-", Check::Files, "Statistics.db"),
    ("tab6_frozen_tuple-", "cc-1-", Check::Files, "Statistics.db"),
];

fn verify(found: &FoundSstable, options: VerifyOptions) -> Report {
    let verifier = Verifier::from_descriptor(&found.descriptor, options);
    verifier.run(&mut |_| {}, &AtomicBool::new(false)).unwrap()
}

/// Lines of findings that are not those of `ODD`.
fn unexpected(report: &Report) -> Vec<String> {
    let is_odd = |f: &&cqlite_verify::Finding| {
        let known = |(case, name, check, component): &(&str, &str, Check, &str)| {
            report.label.contains(case)
                && report.label.contains(name)
                && f.check() == *check
                && f.component.name() == *component
        };
        !ODD.iter().any(known)
    };
    let lines = report
        .findings
        .iter()
        .filter(is_odd)
        .map(|f| format!("{}: {} {}: {f}", report.label, f.severity.id(), f.check()));
    lines.collect()
}

/// Verifies all SSTables below a path, on two threads; how many, and what was found.
fn all_below(path: &Path, options: &VerifyOptions) -> (usize, Vec<String>) {
    let found = discover(path).unwrap().sstables;
    let next = Mutex::new(found.iter());
    let lines = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| loop {
                let Some(one) = next.lock().unwrap().next() else { break };
                let found = unexpected(&verify(one, options.clone()));
                lines.lock().unwrap().extend(found);
            });
        }
    });
    (found.len(), lines.into_inner().unwrap())
}

#[track_caller]
fn is_silent(path: &Path, least: usize) {
    for options in [
        VerifyOptions { now: Some(4_000_000_000), ..VerifyOptions::default() },
        VerifyOptions { quick: true, ..VerifyOptions::default() },
    ] {
        let (count, lines) = all_below(path, &options);
        assert!(
            lines.is_empty(),
            "quick: {}, {} findings: {:#?}",
            options.quick,
            lines.len(),
            lines.iter().take(20).collect::<Vec<_>>()
        );
        assert!(count >= least, "only {count} SSTables below {}", path.display());
    }
}

#[test]
fn the_corpus_is_silent() {
    is_silent(&corpus(), 500);
}

/// Directories that start with a dot are passed over below others, and have to be given themselves.
fn index_folders(below: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            index_folders(&path, out);
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                out.push(path);
            }
        }
    }
}

#[test]
fn tables_of_indexes_are_silent() {
    let mut folders = Vec::new();
    index_folders(&corpus(), &mut folders);
    let on_collections = |letters: &str| {
        let is_it = |f: &&std::path::PathBuf| f.starts_with(corpus().join(letters).join("index_collections"));
        folders.iter().filter(is_it).count()
    };
    for letters in ["ma", "me", "nb", "oa", "da"] {
        assert_eq!(on_collections(letters), 3, "{letters}");
    }
    folders.iter().for_each(|folder| is_silent(folder, 1));
}

#[test]
fn cassandras_own_test_data_are_silent() {
    let Some(shared) = shared() else { return };
    is_silent(&shared.join("cassandra/legacy-sstables"), 65);
    is_silent(&shared.join("dse"), 46);
}

#[test]
fn odd_ones_are_still_odd() {
    let below =
        [Some(corpus()), shared().map(|s| s.join("cassandra/legacy-sstables")), shared().map(|s| s.join("dse"))];
    let found = below.iter().flatten().flat_map(|path| discover(path).unwrap().sstables);
    let mut odd: BTreeSet<usize> = BTreeSet::new();
    for one in found {
        let label = one.descriptor.to_string();
        for (i, (case, name, ..)) in ODD.iter().enumerate() {
            if label.contains(case)
                && label.contains(name)
                && !verify(&one, VerifyOptions::default()).findings.is_empty()
            {
                let _ = odd.insert(i);
            }
        }
    }
    let wanted = if shared().is_some() { ODD.len() } else { 3 };
    assert_eq!(odd.len(), wanted, "what is listed as odd is so no more: {odd:?}");
}

/// Fields that must be found fault with.
type Faults = &'static [(Severity, Check, Component, &'static str)];

const CELL: &str = "simple.local_deletion_time_delta";
const NEGATIVE: (Severity, Check, Component, &str) =
    (Severity::Error, Check::Metadata, Component::Statistics, "toc[2].body.min_local_deletion_time");

const BAD: [(&str, Faults); 9] = [
    (
        "invalid-legacy-sstables/Keyspace1/cf_with_duplicates_3_0",
        &[(Severity::Error, Check::ClusteringOrder, Component::Data, "partitions[0].unfiltereds[1].body.clustering")],
    ),
    (
        "negative-ldts-invalid-deletions-test/invalid_partition_deletion",
        &[
            NEGATIVE,
            (Severity::Error, Check::DeletionTimes, Component::Data, "partitions[2].deletion.local_deletion_time"),
        ],
    ),
    (
        "negative-ldts-invalid-deletions-test/invalid_range_tombstone_compaction",
        &[
            NEGATIVE,
            (
                Severity::Error,
                Check::DeletionTimes,
                Component::Data,
                "partitions[2].unfiltereds[0].body.body.deletion.local_deletion_time",
            ),
            (
                Severity::Error,
                Check::DeletionTimes,
                Component::Data,
                "partitions[2].unfiltereds[2].body.body.deletion.local_deletion_time",
            ),
        ],
    ),
    (
        "negative-ldts-invalid-deletions-test/invalid_range_tombstone_reader",
        &[
            NEGATIVE,
            (
                Severity::Error,
                Check::DeletionTimes,
                Component::Data,
                "partitions[0].unfiltereds[0].body.body.deletion.local_deletion_time",
            ),
            (
                Severity::Error,
                Check::DeletionTimes,
                Component::Data,
                "partitions[0].unfiltereds[101].body.body.deletion.local_deletion_time",
            ),
        ],
    ),
    (
        "negative-ldts-invalid-deletions-test/invalid_tombstones",
        &[NEGATIVE, (Severity::Error, Check::DeletionTimes, Component::Data, CELL)],
    ),
    (
        "negative-local-expiration-test/table1",
        &[
            (Severity::Error, Check::DeletionTimes, Component::Data, CELL),
            (
                Severity::Error,
                Check::DeletionTimes,
                Component::Data,
                "partitions[1].unfiltereds[0].body.body.local_deletion_time_delta",
            ),
        ],
    ),
    ("negative-local-expiration-test/table2", &[(Severity::Error, Check::DeletionTimes, Component::Data, CELL)]),
    (
        "negative-local-expiration-test/table3",
        &[NEGATIVE, (Severity::Error, Check::DeletionTimes, Component::Data, "cells[3].local_deletion_time_delta")],
    ),
    (
        "negative-local-expiration-test/table4",
        &[NEGATIVE, (Severity::Error, Check::DeletionTimes, Component::Data, "cells[0].local_deletion_time_delta")],
    ),
];

#[test]
fn what_cassandra_broke_on_purpose_is_found() {
    let Some(shared) = shared() else { return };
    for (path, faults) in BAD {
        let found = discover(&shared.join("cassandra").join(path)).unwrap().sstables;
        assert_eq!(found.len(), 1, "{path}");
        let report = verify(&found[0], VerifyOptions::default());
        assert!(report.is_damaged(), "{path}");
        for (severity, check, component, field) in faults {
            let is_it = |f: &cqlite_verify::Finding| {
                f.severity == *severity
                    && f.check() == *check
                    && f.component == *component
                    && f.path.ends_with(field)
                    && f.place.is_some()
            };
            assert!(report.findings.iter().any(is_it), "{path}: nothing in {field}: {:#?}", report.findings);
        }
    }
}

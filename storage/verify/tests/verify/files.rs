//! TOC.txt and missing components.

use std::sync::atomic::AtomicBool;

use cqlite_sstable::descriptor::Component;
use cqlite_verify::{Check, Severity, Verifier, VerifyOptions};

use crate::sample::*;

fn sample() -> Sample {
    Sample::load("oa", "ranges", 0)
}

fn without(component: &Component) -> Sample {
    let mut sample = sample();
    let _ = sample.parts.remove(component).unwrap();
    sample
}

#[test]
fn components_that_can_be_made_anew_are_only_missed() {
    for component in [Component::Filter, Component::Summary, DIGEST] {
        let report = without(&component).verify();
        let _ = expect_only(&report, Severity::Warning, Check::Files, &component, "");
        assert!(!report.is_damaged());
    }
}

#[test]
fn components_that_hold_data_are_damage_if_missing() {
    for component in [Component::Data, Component::Statistics, Component::PrimaryIndex] {
        let _ = expect_error(&without(&component).verify(), Check::Files, &component, "");
    }
    for component in [Component::Partitions, Component::Rows] {
        let mut sample = Sample::load("da", "wide", 0);
        let _ = sample.parts.remove(&component);
        let _ = expect_error(&sample.verify(), Check::Files, &component, "");
    }
}

#[test]
fn compressed_data_are_not_taken_for_uncompressed_ones() {
    let report = without(&Component::CompressionInfo).verify();
    let _ = expect_error(&report, Check::Files, &Component::CompressionInfo, "");
    assert_eq!(report.partitions, 0);
    assert_eq!(report.check(Check::Rows).unwrap().skipped, ["the data cannot be read"]);
}

#[test]
fn files_that_are_not_listed_are_told() {
    let mut sample = sample();
    let _ = sample.parts.insert(Component::from_name("Extra.db"), vec![1]);
    let extra = Component::from_name("Extra.db");
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Files, &extra, "");
    // Cassandra leaves some of these out itself.
    let mut sample = self::sample();
    let _ = sample.parts.insert(Component::from_name("SAI+aa+PartitionToSize.db"), vec![1]);
    expect_silence(&sample.verify());
}

#[test]
fn a_list_that_is_none_is_told() {
    let mut sample = sample();
    *sample.bytes(&Component::Toc) = b"\xff\xfe\n".to_vec();
    let _ = expect_only(&sample.verify(), Severity::Error, Check::Decoding, &Component::Toc, "names[0]");
    sample.bytes(&Component::Toc).clear();
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Files, &Component::Toc, "");
}

/// Cassandra makes the list anew (`TOCComponent.loadOrCreate`).
#[test]
fn a_list_alone_may_be_missing() {
    let report = without(&Component::Toc).verify();
    expect_silence(&report);
    assert_eq!(report.check(Check::Files).unwrap().skipped.len(), 1);
}

#[test]
fn without_a_list_what_cassandra_writes_is_missed() {
    let unlisted = |folder: &str, table: &str, component: &Component| {
        let mut sample = Sample::load(folder, table, 0);
        for component in [component, &Component::Toc] {
            let _ = sample.parts.remove(component).unwrap();
        }
        sample.verify()
    };
    for (folder, table, components) in [
        ("oa", "ranges", &[Component::Filter, Component::Summary, DIGEST][..]),
        ("nb", "compression_none", &[Component::Filter, Component::Summary, DIGEST, Component::Crc]),
        ("me", "static_rows", &[Component::Filter, Component::Summary, DIGEST]),
        ("da", "wide", &[Component::Filter, DIGEST]),
    ] {
        for component in components {
            let report = unlisted(folder, table, component);
            let finding = expect_only(&report, Severity::Warning, Check::Files, component, "");
            assert_eq!(finding.rule.id, "unlisted_component_missing");
            assert!(!report.is_damaged());
        }
    }
    for (folder, table) in [("oa", "ranges"), ("da", "wide"), ("me", "static_rows")] {
        let report = unlisted(folder, table, &Component::CompressionInfo);
        let finding = expect_error(&report, Check::Files, &Component::CompressionInfo, "");
        assert_eq!((finding.rule.id, report.partitions), ("unlisted_info_missing", 0));
        assert_eq!(report.findings.len(), 1);
    }
}

#[test]
fn checksums_of_uncompressed_data_beside_compressed_ones_are_told() {
    let mut sample = sample();
    let _ = sample.parts.insert(Component::Crc, vec![0, 1, 0, 0]);
    sample.bytes(&Component::Toc).extend(b"CRC.db\n");
    let _ = expect_only(&sample.verify(), Severity::Warning, Check::Files, &Component::Crc, "");
}

#[test]
fn a_directory_is_no_component() {
    let folder = std::env::temp_dir().join(format!("cqlite-verify-directory-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("oa-1-big-Filter.db")).unwrap();
    for (component, bytes) in sample().parts.iter().filter(|(component, _)| **component != Component::Filter) {
        std::fs::write(folder.join(format!("oa-1-big-{component}")), bytes).unwrap();
    }
    let verifier = Verifier::from_path(&folder.join("oa-1-big-Data.db"), VerifyOptions::default()).unwrap();
    let report = verifier.run(&mut |_| {}, &AtomicBool::new(false)).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    crate::rules::record(&report);
    assert_eq!(expect_rule(&report, "not_a_file").component, Component::Filter);
}

#[test]
fn a_list_longer_than_any_is_not_read() {
    let mut sample = sample();
    sample.bytes(&Component::Toc).resize((1 << 24) + 1, b'\n');
    assert_eq!(expect_rule(&sample.verify(), "component_too_long").component, Component::Toc);
}

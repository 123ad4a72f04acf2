//! What callers see besides findings.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::{ComponentSource, ReadAt};
use cqlite_sstable::{OpenOptions, Sstable};
use cqlite_test_data::corpus;
use cqlite_verify::{Check, Progress, Stage, Verifier, VerifyError, VerifyOptions};

use crate::sample::{expect_silence, Sample};

#[test]
fn an_open_sstable_is_verified_through_its_own_source() {
    let sample = Sample::load("oa", "wide", 0);
    let sstable = OpenOptions::default().open_source("here", sample.version, sample.source()).unwrap();
    let report = Verifier::new(&sstable, VerifyOptions::default()).run(&mut |_| {}, &AtomicBool::new(false)).unwrap();
    expect_silence(&report);
    assert_eq!(report.label, "here");
    let file = corpus().join("oa/wide/oa-1-big-Data.db");
    let from_path = Verifier::from_path(&file, VerifyOptions::default()).unwrap();
    let other = from_path.run(&mut |_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!((report.partitions, report.rows, report.cells), (other.partitions, other.rows, other.cells));
    let opened = Sstable::open(&file).unwrap();
    assert_eq!(opened.label(), other.label);
}

#[test]
fn paths_that_name_no_sstable_are_errors() {
    let error = Verifier::from_path(&corpus().join("MANIFEST.json"), VerifyOptions::default()).err().unwrap();
    assert!(matches!(error, VerifyError::Sstable(_)), "{error}");
}

#[test]
fn progress_goes_forward_to_the_end_of_each_stage() {
    for (letters, case) in [("oa", "wide_and_narrow"), ("da", "wide_and_narrow"), ("nb", "compression_none")] {
        let sample = Sample::load(letters, case, 0);
        let mut seen: Vec<Progress> = Vec::new();
        let verifier = sample.verifier(VerifyOptions::default());
        let _ = verifier.run(&mut |p| seen.push(p), &AtomicBool::new(false)).unwrap();
        for stage in [Stage::Checksums, Stage::Index, Stage::Rows] {
            let of_stage: Vec<_> = seen.iter().filter(|p| p.stage == stage).collect();
            assert!(of_stage.windows(2).all(|w| w[0].done <= w[1].done && w[0].total == w[1].total), "{stage:?}");
            let last = of_stage.last().unwrap_or_else(|| panic!("{letters}: no {stage:?}"));
            assert_eq!(last.done, last.total, "{stage:?}");
        }
    }
}

#[test]
fn cancelling_ends_it() {
    let cancel = AtomicBool::new(false);
    let verifier = Sample::load("oa", "wide", 0).verifier(VerifyOptions::default());
    let result = verifier.run(&mut |p| cancel.store(p.stage == Stage::Rows, Ordering::Relaxed), &cancel);
    assert!(matches!(result, Err(VerifyError::Cancelled)));
}

#[test]
fn every_check_is_counted_or_said_to_be_left_out() {
    for (letters, case) in [("oa", "ranges"), ("da", "wide_and_narrow"), ("ma", "ranges")] {
        let sample = Sample::load(letters, case, 0);
        let quick = sample.verify_with(VerifyOptions { quick: true, ..VerifyOptions::default() });
        expect_silence(&quick);
        assert_eq!((quick.partitions, quick.rows), (0, 0));
        assert!(quick.check(Check::Rows).unwrap().skipped.len() == 1);
        assert!(quick.check(Check::Index).unwrap().count > 0);
        let full = sample.verify();
        assert_eq!(full.checks.len(), Check::ALL.len());
        assert!(full.partitions > 0 && full.rows > 0 && full.cells > 0);
        for check in [
            Check::Files,
            Check::Digest,
            Check::ChunkChecksums,
            Check::Chunks,
            Check::Filter,
            Check::IndexMatch,
            Check::Totals,
        ] {
            assert!(full.check(check).unwrap().count > 0, "{letters} {case}: {check}");
        }
    }
}

#[test]
fn findings_beyond_the_limit_are_counted_only() {
    let mut sample = Sample::load("oa", "wide", 0).plain();
    let data = sample.bytes(&Component::Data);
    data.iter_mut().for_each(|b| *b ^= 0x55);
    let report = sample.data_sealed().verify_with(VerifyOptions { max_findings: 1, ..VerifyOptions::default() });
    assert!(report.findings.len() as u64 + report.left_out() == report.checks.iter().map(|c| c.failed).sum::<u64>());
    assert!(Check::ALL.iter().all(|check| report.findings.iter().filter(|f| f.check() == *check).count() <= 1));
}

/// A store that fails from a point on.
struct Broken(Arc<dyn ComponentSource>);

struct BrokenFile(u64);

impl ReadAt for BrokenFile {
    fn len(&self) -> u64 {
        self.0
    }
    fn read_at(&self, _: u64, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

impl ComponentSource for Broken {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        Ok(self.0.open(component)?.map(|file| match component {
            Component::Data => Arc::new(BrokenFile(file.len())) as Arc<dyn ReadAt>,
            _ => file,
        }))
    }
    fn components(&self) -> io::Result<Vec<Component>> {
        self.0.components()
    }
}

#[test]
fn a_store_that_fails_is_an_error_and_no_finding() {
    let sample = Sample::load("oa", "ranges", 0);
    let source = Arc::new(Broken(sample.source()));
    let verifier = Verifier::from_source("broken", sample.version, source, VerifyOptions::default());
    let error = verifier.run(&mut |_| {}, &AtomicBool::new(false)).unwrap_err();
    assert!(
        matches!(&error, VerifyError::Io { source, .. } if source.kind() == io::ErrorKind::PermissionDenied),
        "{error}"
    );
}

/// A store that hands out copies only, a few bytes a call.
struct Slow(Arc<dyn ComponentSource>);

struct SlowFile(Arc<dyn ReadAt>);

impl ReadAt for SlowFile {
    fn len(&self) -> u64 {
        self.0.len()
    }
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        let len = buf.len().min(1000);
        self.0.read_at(offset, &mut buf[..len])
    }
}

impl ComponentSource for Slow {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        Ok(self.0.open(component)?.map(|file| Arc::new(SlowFile(file)) as Arc<dyn ReadAt>))
    }
    fn components(&self) -> io::Result<Vec<Component>> {
        self.0.components()
    }
}

#[test]
fn bytes_that_are_not_in_memory_are_verified_the_same() {
    for (letters, case) in
        [("oa", "wide_and_narrow"), ("da", "wide"), ("nb", "compression_none"), ("oa", "wide_big_rows")]
    {
        let sample = Sample::load(letters, case, 0);
        let slow = Arc::new(Slow(sample.source()));
        let verifier = Verifier::from_source("slow", sample.version, slow, VerifyOptions::default());
        let report = verifier.run(&mut |_| {}, &AtomicBool::new(false)).unwrap();
        expect_silence(&report);
        let other = sample.verify();
        assert_eq!(report.checks, other.checks, "{letters} {case}");
    }
}

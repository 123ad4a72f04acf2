//! Visiting every cell and writing it again, against visiting alone: `bench_encode DATA_DB… [--rounds N]`.
//!
//! The uncompressed stream is in memory on both sides, so that nothing but the two is measured. Prints medians of rounds that
//! alternate, and stops unless the bytes written are those that were read.
//!
//! Visiting alone looks at the first byte of a value, as a scan does that counts. What writes has to read them all, and to put them into
//! memory, and that alone may take longer than the 1.6 times which are asked for: so what reading all takes, and what copying the stream
//! takes, are measured beside it. The ratio to go by is the one to visiting and reading all; the line about copying says what visiting
//! and no more than a copy of the bytes would come to.
//!
//! What a user has is a file: it is scanned, chunk by chunk, and scanned and written to chunks of the same length, which is what rewriting
//! it takes but for compressing them.

use std::hint::black_box;
use std::process::ExitCode;

use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableData,
    SstableDataEncoder, SstableDataReplay, SstableDataVisitor, UnfilteredRef,
};
use cqlite_runtime::push::PushError;
use cqlite_runtime::{Flow, Reader};
use cqlite_sstable::{Sstable, SstableError};
use cqlite_tests::counts::Counts;
use cqlite_tests::rewrite::rewrite;
use cqlite_tests::timing::{for_each_path, median, timed};

fn main() -> ExitCode {
    for_each_path("bench_encode", "--rounds", 31, run)
}

fn run(path: &str, rounds: usize) -> Result<(), Box<dyn std::error::Error>> {
    let sstable = Sstable::open(path)?;
    let mut stream = Vec::new();
    sstable.data().read_range_into(0, usize::try_from(sstable.data().len())?, &mut stream)?;
    let params = sstable.params();
    let (mut visits, mut reads, mut writes, mut copies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut scans, mut rewrites) = (Vec::new(), Vec::new());
    let (mut counts, mut written) = (Counts::default(), Vec::with_capacity(stream.len()));
    for _ in 0..rounds {
        counts = Counts::default();
        visits.push(timed(|| {
            SstableData::visit(&mut Reader::new(&stream), &params, &mut counts)?;
            Ok(())
        })?);
        let mut all = All::default();
        reads.push(timed(|| {
            SstableData::visit(&mut Reader::new(&stream), &params, &mut all)?;
            Ok(())
        })?);
        black_box(all.sum);
        written.clear();
        copies.push(timed(|| {
            written.extend_from_slice(&stream);
            Ok(())
        })?);
        written.clear();
        writes.push(timed(|| {
            let mut replay = SstableDataReplay::<_, PushError>::new(SstableDataEncoder::new(&mut written, params, 0));
            SstableData::visit(&mut Reader::new(&stream), &params, &mut replay)?;
            replay.to.finish()?;
            Ok(())
        })?);
        scans.push(timed(|| Ok(sstable.scan_all(&mut Counts::default())?))?);
        rewrites.push(timed(|| {
            black_box(rewrite(&sstable)?);
            Ok(())
        })?);
        if written != stream {
            return Err(format!("{path}: what is written is not what was read").into());
        }
    }
    black_box(counts.sum);
    let all = [
        ("visit", visits),
        ("visit, read all", reads),
        ("visit, encode", writes),
        ("copy", copies),
        ("scan", scans),
        ("scan, encode", rewrites),
    ];
    let all = all.map(|(name, times)| (name, median(times).as_secs_f64()));
    let (bytes, each) = (stream.len() as f64, 1e9 / counts.rows as f64);
    println!("{path}");
    println!("  {} partitions, {} rows, {} cells, {:.1} MB", counts.partitions, counts.rows, counts.cells, bytes / 1e6);
    for (name, seconds) in all {
        println!(
            "  {name:15} {:8.1} ms {:8.0} MB/s {:6.0} ns a row",
            seconds * 1e3,
            bytes / 1e6 / seconds,
            seconds * each
        );
    }
    let [(_, visit), (_, read), (_, write), (_, copy), (_, scan), (_, rewrite)] = all;
    println!("  visiting and writing take {:.2} times as long as visiting alone", write / visit);
    println!("  and {:.2} times as long as visiting and reading all that is written", write / read);
    println!("  scanning the file and writing take {:.2} times as long as scanning it", rewrite / scan);
    println!("  (visiting and copying the bytes: {:.2} times as long as visiting alone)", (visit + copy) / visit);
    Ok(())
}

/// Reads every number and every byte that an encoder is given.
#[derive(Default)]
struct All {
    sum: u64,
}

impl All {
    #[inline(always)]
    fn number(&mut self, n: Option<i64>) {
        self.sum = self.sum.rotate_left(1).wrapping_add(n.unwrap_or(0) as u64);
    }

    #[inline(always)]
    fn bytes(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((word, behind)) = rest.split_first_chunk() {
            self.number(Some(i64::from_le_bytes(*word)));
            rest = behind;
        }
        rest.iter().for_each(|byte| self.number(Some(i64::from(*byte))));
    }
}

impl<'a> SstableDataVisitor<'a> for All {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.bytes(head.key.data);
        self.number(head.deletion.marked_for_delete_at);
        self.number(head.deletion.local_deletion_time);
        Ok(Flow::Continue)
    }

    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow, SstableError> {
        self.number(Some(i64::from(head.is_marker)));
        Ok(Flow::Continue)
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, SstableError> {
        self.bytes(head.clustering.map_or(&[], |c| c.bytes()));
        Ok(Flow::Continue)
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, SstableError> {
        [head.timestamp, head.ttl, head.local_deletion_time].into_iter().for_each(|n| self.number(n));
        self.number(head.deletion.map(|d| d.marked_for_delete_at));
        self.number(head.deletion.map(|d| d.local_deletion_time));
        Ok(Flow::Continue)
    }

    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow, SstableError> {
        self.number(head.complex_deletion.map(|d| d.marked_for_delete_at));
        self.number(head.complex_deletion.map(|d| d.local_deletion_time));
        Ok(Flow::Continue)
    }

    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), SstableError> {
        self.number(Some(i64::from(head.is_deleted())));
        [head.timestamp, head.ttl, head.local_deletion_time].into_iter().for_each(|n| self.number(n));
        self.bytes(head.path.map_or(&[], |p| p.data));
        self.bytes(head.value.map_or(&[], |v| v.data));
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, SstableError> {
        self.bytes(head.bound.values.bytes());
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, head: &MarkerBodyRef<'a>) -> Result<(), SstableError> {
        self.number(Some(head.deletion.marked_for_delete_at));
        self.number(head.start_deletion.map(|d| d.marked_for_delete_at));
        Ok(())
    }
}

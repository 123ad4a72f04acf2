//! Visiting every cell and writing it again, against visiting alone: `bench_encode DATA_DB… [--rounds N]`.
//!
//! The uncompressed stream is in memory on both sides, so that nothing but the two is measured. Prints medians of rounds that
//! alternate, and stops unless the bytes written are those that were read.

use std::hint::black_box;
use std::process::ExitCode;

use cqlite_format::data::{SstableData, SstableDataEncoder, SstableDataReplay};
use cqlite_runtime::push::PushError;
use cqlite_runtime::Reader;
use cqlite_sstable::Sstable;
use cqlite_tests::counts::Counts;
use cqlite_tests::timing::{for_each_path, median, timed};

fn main() -> ExitCode {
    for_each_path("bench_encode", "--rounds", 31, run)
}

fn run(path: &str, rounds: usize) -> Result<(), Box<dyn std::error::Error>> {
    let sstable = Sstable::open(path)?;
    let mut stream = Vec::new();
    sstable.data().read_range_into(0, usize::try_from(sstable.data().len())?, &mut stream)?;
    let params = sstable.params();
    let (mut visits, mut writes) = (Vec::new(), Vec::new());
    let (mut counts, mut written) = (Counts::default(), Vec::with_capacity(stream.len()));
    for _ in 0..rounds {
        counts = Counts::default();
        visits.push(timed(|| {
            SstableData::visit(&mut Reader::new(&stream), &params, &mut counts)?;
            Ok(())
        })?);
        written.clear();
        writes.push(timed(|| {
            let mut replay = SstableDataReplay::<_, PushError>::new(SstableDataEncoder::new(&mut written, params, 0));
            SstableData::visit(&mut Reader::new(&stream), &params, &mut replay)?;
            replay.to.finish()?;
            Ok(())
        })?);
        if written != stream {
            return Err(format!("{path}: what is written is not what was read").into());
        }
    }
    black_box(counts.sum);
    let (visit, write) = (median(visits), median(writes));
    let (bytes, each) = (stream.len() as f64, 1e9 / counts.rows as f64);
    println!("{path}");
    println!("  {} partitions, {} rows, {} cells, {:.1} MB", counts.partitions, counts.rows, counts.cells, bytes / 1e6);
    for (name, time) in [("visit", visit), ("visit, encode", write)] {
        let seconds = time.as_secs_f64();
        println!(
            "  {name:15} {:8.1} ms {:8.0} MB/s {:6.0} ns a row",
            seconds * 1e3,
            bytes / 1e6 / seconds,
            seconds * each
        );
    }
    println!("  both take {:.2} times as long as visiting alone", write.as_secs_f64() / visit.as_secs_f64());
    Ok(())
}

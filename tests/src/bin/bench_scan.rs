//! Scanning every cell on one core, as a share of the speed of bare LZ4 decoding and CRC of the same chunks:
//! `bench_scan DATA_DB… [--rounds N]`. Prints medians of rounds that alternate between the two.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use cqlite_format::chunks::{SstableChunksParams, StoredChunkRef};
use cqlite_runtime::Reader;
use cqlite_sstable::io::{open_file, AccessMode};
use cqlite_sstable::{Sstable, SstableError};
use cqlite_tests::counts::Counts;
use cqlite_tests::timing::{for_each_path, median, timed};

fn main() -> ExitCode {
    for_each_path("bench_scan", "--rounds", 31, run)
}

fn run(path: &str, rounds: usize) -> Result<(), Box<dyn std::error::Error>> {
    let sstable = Sstable::open(path)?;
    let bytes = sstable.data().len();
    // Mapped once, as the SSTable's own file is.
    let file = open_file(path.as_ref(), AccessMode::Mmap)?;
    let stored = file.as_slice().ok_or("the file is not mapped")?;
    let (mut bare, mut ours, mut two) = (Vec::new(), Vec::new(), Vec::new());
    let mut counts = Counts::default();
    for _ in 0..rounds {
        bare.push(timed(|| decode_chunks(stored, &sstable))?);
        counts = Counts::default();
        ours.push(timed(|| sstable.scan_all(&mut counts).map_err(Into::into))?);
        two.push(timed(|| scan_on_two(&sstable))?);
    }
    let (bare, ours, two) = (median(bare), median(ours), median(two));
    let rate = |t: Duration| bytes as f64 / 1e6 / t.as_secs_f64();
    println!("{path}");
    println!(
        "  {} partitions, {} rows, {} cells, {:.1} MB",
        counts.partitions,
        counts.rows,
        counts.cells,
        bytes as f64 / 1e6
    );
    println!("  bare LZ4 + CRC  {:8.1} ms {:8.0} MB/s", bare.as_secs_f64() * 1e3, rate(bare));
    println!(
        "  scan            {:8.1} ms {:8.0} MB/s  {:.1} % of bare",
        ours.as_secs_f64() * 1e3,
        rate(ours),
        100.0 * bare.as_secs_f64() / ours.as_secs_f64()
    );
    println!(
        "  scan, 2 threads {:8.1} ms {:8.0} MB/s  {:.2} times one",
        two.as_secs_f64() * 1e3,
        rate(two),
        ours.as_secs_f64() / two.as_secs_f64()
    );
    black_box(counts.sum);
    Ok(())
}

/// What any reader has to do: the checksum of each stored chunk and its safe LZ4 decoding.
fn decode_chunks(all: &[u8], sstable: &Sstable) -> Result<(), Box<dyn std::error::Error>> {
    let info = sstable.compression().ok_or("the table is not compressed")?;
    let params = SstableChunksParams::new(sstable.version(), info);
    let mut out = vec![0u8; info.chunk_length as usize];
    let mut sum = 0u64;
    for (i, &from) in info.chunk_offsets.iter().enumerate() {
        let to = info.chunk_offsets.get(i + 1).map_or(all.len(), |n| *n as usize);
        let stored = all.get(from as usize..to).ok_or("a chunk outside the file")?;
        let chunk = StoredChunkRef::read(&mut Reader::new(stored), &params)?;
        // LZ4's blocks follow their length.
        sum += lz4_flex::block::decompress_into(chunk.body.get(4..).unwrap_or_default(), &mut out)? as u64;
    }
    black_box((sum, &out));
    Ok(())
}

fn scan_on_two(sstable: &Sstable) -> Result<(), Box<dyn std::error::Error>> {
    let mut splits = sstable.splits(64)?;
    splits.push(sstable.data().len());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || -> Result<i64, SstableError> {
        let mut counts = Counts::default();
        loop {
            let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let (Some(&from), Some(&to)) = (splits.get(i), splits.get(i + 1)) else { return Ok(counts.sum) };
            sstable.scan(from..to, &mut counts)?;
        }
    };
    std::thread::scope(|s| {
        let other = s.spawn(work);
        let mine = work()?;
        let others = other.join().map_err(|_| "a thread panicked")??;
        black_box(mine + others);
        Ok(())
    })
}

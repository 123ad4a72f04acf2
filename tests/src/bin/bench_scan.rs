//! Scanning every cell on one core, as a share of the speed of bare LZ4 decoding and CRC of the same chunks:
//! `bench_scan DATA_DB… [--rounds N]`. Prints medians of rounds that alternate between the two.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use cqlite_format::chunks::StoredChunkRef;
use cqlite_format::data::{CellRef, ColumnDataRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor};
use cqlite_runtime::{Flow, Reader};
use cqlite_sstable::io::{open_file, AccessMode};
use cqlite_sstable::{Sstable, SstableError};

fn main() -> ExitCode {
    let mut rounds = 31;
    let mut paths = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--rounds" {
            rounds = args.next().and_then(|n| n.parse().ok()).unwrap_or(rounds);
        } else {
            paths.push(arg);
        }
    }
    if paths.is_empty() {
        eprintln!("usage: bench_scan DATA_DB… [--rounds N]");
        return ExitCode::from(2);
    }
    for path in &paths {
        if let Err(e) = run(path, rounds) {
            eprintln!("{e}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
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

fn timed(
    mut f: impl FnMut() -> Result<(), Box<dyn std::error::Error>>,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let start = Instant::now();
    f()?;
    Ok(start.elapsed())
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// What any reader has to do: the checksum of each stored chunk and its safe LZ4 decoding.
fn decode_chunks(all: &[u8], sstable: &Sstable) -> Result<(), Box<dyn std::error::Error>> {
    let info = sstable.compression().ok_or("the table is not compressed")?;
    let mut out = vec![0u8; info.chunk_length as usize];
    let mut sum = 0u64;
    for (i, &from) in info.chunk_offsets.iter().enumerate() {
        let to = info.chunk_offsets.get(i + 1).map_or(all.len(), |n| *n as usize);
        let stored = all.get(from as usize..to).ok_or("a chunk outside the file")?;
        let chunk = StoredChunkRef::read(&mut Reader::new(stored))?;
        if crc32fast::hash(chunk.body) != chunk.crc {
            return Err("a chunk with a wrong checksum".into());
        }
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

/// Touches keys, clusterings, timestamps and values.
#[derive(Default)]
struct Counts {
    partitions: u64,
    rows: u64,
    cells: u64,
    sum: i64,
}

impl Counts {
    fn add(&mut self, n: i64) {
        self.sum = self.sum.wrapping_add(n);
    }

    fn touch(&mut self, bytes: &[u8]) {
        self.add(bytes.len() as i64 + i64::from(bytes.first().copied().unwrap_or(0)));
    }
}

impl<'a> cqlite_format::common::SstableCommonVisitor<'a> for Counts {
    type Error = SstableError;

    fn clustering_value(&mut self, head: &cqlite_format::common::ClusteringValueRef<'a>) -> Result<(), SstableError> {
        self.touch(head.val.map_or(&[], |v| v.data));
        Ok(())
    }
}

impl<'a> SstableDataVisitor<'a> for Counts {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.partitions += 1;
        self.touch(head.key.data);
        Ok(Flow::Continue)
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, SstableError> {
        self.rows += 1;
        if let Some(clustering) = &head.clustering {
            self.add(clustering.size() as i64);
        }
        Ok(Flow::Continue)
    }

    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, SstableError> {
        self.add(head.timestamp.unwrap_or(0));
        Ok(Flow::Continue)
    }

    fn column(&mut self, head: &ColumnDataRef<'a>) -> Result<Flow, SstableError> {
        if let Some(d) = &head.complex_deletion {
            self.add(d.marked_for_delete_at);
        }
        Ok(Flow::Continue)
    }

    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), SstableError> {
        self.cells += 1;
        self.add(head.timestamp.unwrap_or(0));
        self.touch(head.value.map_or(&[], |v| v.data));
        self.touch(head.path.map_or(&[], |p| p.data));
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, SstableError> {
        self.add(head.bound.values.size() as i64);
        Ok(Flow::Continue)
    }
}

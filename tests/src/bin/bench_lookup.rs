//! Opening an SSTable, and finding one row by its key, warm: `bench_lookup DATA_DB… [--lookups N]`. Prints medians.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use cqlite_format::common::PrefixKind;
use cqlite_format::data::{PartitionRef, RowRef, SstableDataVisitor};
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_rows::Unfiltered;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::Flow;
use cqlite_sstable::reader::{Bound, Slice};
use cqlite_sstable::{Sstable, SstableError};
use cqlite_tests::timing::for_each_path;

fn main() -> ExitCode {
    for_each_path("bench_lookup", "--lookups", 2000, run)
}

fn run(path: &str, lookups: usize) -> Result<(), SstableError> {
    let mut opened = Vec::new();
    for _ in 0..101 {
        let start = Instant::now();
        let sstable = Sstable::open(path)?;
        opened.push(start.elapsed());
        drop(sstable);
    }
    let sstable = Sstable::open(path)?;
    let types = &sstable.header().clustering_types;
    let mut sample = Sample { types, every: 1, left: 0, chance: 7, key: Vec::new(), rows: Vec::new() };
    let rows = sstable.stats().map_or(1, |s| s.total_rows.max(1)) as usize;
    sample.every = (rows / lookups).max(1);
    sstable.scan_all(&mut sample)?;
    // In an order that has nothing to do with that of the file, but the same each time: neighbours that follow each other would find
    // their chunk decompressed.
    let mut found = sample.rows;
    found.sort_by_cached_key(|r| {
        let hash =
            r.0.iter()
                .chain(r.1.iter().flatten().flatten())
                .fold(7u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
        let mixed = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
        (mixed ^ mixed >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
    });
    let mut times = Vec::new();
    for warm in [false, true] {
        for (key, clustering) in &found {
            let start = Instant::now();
            look_up(&sstable, key, clustering)?;
            if warm {
                times.push(start.elapsed());
            }
        }
    }
    let size = sstable.data().len() as f64 / 1e6;
    println!("{path}: {size:.1} MB, {rows} rows");
    println!("  open   {:8.1} µs", micros(&mut opened));
    println!("  lookup {:8.1} µs, median of {}", micros(&mut times), times.len());
    Ok(())
}

/// Finds a row and reads its cells.
fn look_up(sstable: &Sstable, key: &[u8], clustering: &[Option<Vec<u8>>]) -> Result<(), SstableError> {
    let absent =
        || SstableError::new(cqlite_sstable::SstableErrorKind::Mismatch("a key that was scanned is not found".into()));
    let bound = (!clustering.is_empty()).then(|| Bound { values: clustering.to_vec(), is_inclusive: true });
    let mut partition = sstable.partition(key, Slice { start: bound.clone(), end: bound })?.ok_or_else(absent)?;
    if !partition.next_partition()? {
        return Err(absent());
    }
    let mut cells = 0;
    while let Some(unfiltered) = partition.next_unfiltered()? {
        if let Unfiltered::Row(row) = unfiltered {
            cells += row.columns().map(|column| column.cells().len()).sum::<usize>();
        }
    }
    if cells == 0 {
        Err(absent())
    } else {
        Ok(())
    }
}

fn micros(all: &mut [Duration]) -> f64 {
    all.sort_unstable();
    all.get(all.len() / 2).map_or(0.0, |d| d.as_secs_f64() * 1e6)
}

/// A row's partition key and clustering.
type RowName = (Vec<u8>, Vec<Option<Vec<u8>>>);

struct Sample<'t> {
    types: &'t [CqlType],
    /// Rows for one that is taken, at random: a fixed step would take the same places of every partition.
    every: usize,
    /// Rows until the next.
    left: usize,
    chance: u64,
    key: Vec<u8>,
    rows: Vec<RowName>,
}

impl<'a> SstableDataVisitor<'a> for Sample<'_> {
    type Error = SstableError;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.key = head.key.data.to_vec();
        Ok(Flow::Continue)
    }

    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, SstableError> {
        let Some(span) = &head.clustering else { return Ok(Flow::Skip) };
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
        } else {
            self.chance = self.chance.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            self.left = (self.chance >> 33) as usize % (2 * self.every - 1);
            let prefix = ClusteringPrefix::read(PrefixKind::Clustering, span, self.types)?;
            self.rows.push((self.key.clone(), prefix.values.iter().map(|v| v.map(<[u8]>::to_vec)).collect()));
        }
        Ok(Flow::Skip)
    }
}

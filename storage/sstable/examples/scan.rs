//! Scans SSTables and counts what is in them: `scan DATA_DB…`.

use cqlite_format::data::{CellRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor};
use cqlite_runtime::Flow;
use cqlite_sstable::{Sstable, SstableError};

#[derive(Default, Debug)]
struct Count {
    partitions: u64,
    rows: u64,
    cells: u64,
    bytes: u64,
    sum: i64,
}

impl<'a> SstableDataVisitor<'a> for Count {
    type Error = SstableError;
    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.partitions += 1;
        self.bytes += head.key.data.len() as u64;
        Ok(Flow::Continue)
    }
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, SstableError> {
        self.rows += 1;
        self.bytes += head.clustering.map_or(0, |c| c.size());
        Ok(Flow::Continue)
    }
    fn row_body(&mut self, head: &RowBodyRef<'a>) -> Result<Flow, SstableError> {
        self.sum = self.sum.wrapping_add(head.timestamp.unwrap_or(0));
        Ok(Flow::Continue)
    }
    fn cell(&mut self, head: &CellRef<'a>) -> Result<(), SstableError> {
        self.cells += 1;
        self.bytes += head.value.map_or(0, |v| v.data.len() as u64);
        self.sum = self.sum.wrapping_add(head.timestamp.unwrap_or(0));
        Ok(())
    }
}

fn main() {
    for path in std::env::args().skip(1) {
        let run = || -> Result<(Count, std::time::Duration), SstableError> {
            let sstable = Sstable::open(&path)?;
            let start = std::time::Instant::now();
            let mut count = Count::default();
            sstable.scan_all(&mut count)?;
            Ok((count, start.elapsed()))
        };
        match run() {
            Ok((count, time)) => println!("{path}: {count:?} in {time:?}"),
            Err(e) => println!("{path}: FAILED {e}"),
        }
    }
}

//! Counts what is stored, deletions and expired cells included: `cargo run -p cqlite --example count [SSTABLE]`.
//!
//! A visitor is the fastest way through the data: it is called with what the decoder reads, and nothing is copied for it.

use std::path::{Path, PathBuf};

use cqlite::raw::{CellRef, Flow, MarkerRef, PartitionRef, RowRef, RowVisitor, SstableError};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/oa/ranges/oa-1-big-Data.db");

#[derive(Debug, Default, PartialEq)]
struct Count {
    partitions: u64,
    rows: u64,
    cells: u64,
    /// Ends of range deletions.
    markers: u64,
    longest_key: usize,
}

// What a visitor does not ask for is passed over.
impl<'a> RowVisitor<'a> for Count {
    type Error = SstableError;

    fn partition(&mut self, partition: &PartitionRef<'a>) -> Result<Flow, SstableError> {
        self.partitions += 1;
        self.longest_key = self.longest_key.max(partition.key.data.len());
        Ok(Flow::Continue)
    }

    fn row(&mut self, _: &RowRef<'a>) -> Result<Flow, SstableError> {
        self.rows += 1;
        Ok(Flow::Continue)
    }

    fn marker(&mut self, _: &MarkerRef<'a>) -> Result<Flow, SstableError> {
        self.markers += 1;
        Ok(Flow::Continue)
    }

    fn cell(&mut self, _: &CellRef<'a>) -> Result<(), SstableError> {
        self.cells += 1;
        Ok(())
    }
}

fn main() -> Result<(), cqlite::Error> {
    let path = std::env::args_os().nth(1).map_or_else(|| DEFAULT.into(), PathBuf::from);
    println!("{:?}", count(&path)?);
    Ok(())
}

fn count(path: &Path) -> Result<Count, cqlite::Error> {
    let mut count = Count::default();
    cqlite::Sstable::open(path)?.raw().scan_all(&mut count)?;
    Ok(count)
}

#[test]
fn what_is_stored_is_counted() {
    let count = count(Path::new(DEFAULT)).expect("sound data");
    // As sstabledump has them, in oa-1-big.dump.json.gz beside the SSTable.
    assert_eq!(count, Count { partitions: 10, rows: 78, cells: 78, markers: 20, longest_key: 4 });
}

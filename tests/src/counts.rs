//! The visitor of the benches: little more than what visiting takes.

use cqlite_format::data::{CellRef, ColumnDataRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor};
use cqlite_runtime::Flow;
use cqlite_sstable::SstableError;

/// Touches keys, clusterings, timestamps and values.
#[derive(Default)]
pub struct Counts {
    /// Partitions seen.
    pub partitions: u64,
    /// Rows seen.
    pub rows: u64,
    /// Cells seen.
    pub cells: u64,
    /// Keeps the work from being optimised away.
    pub sum: i64,
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

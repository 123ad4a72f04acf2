//! What the data holds, as it is read: each event goes to what judges it.

use cqlite_format::data::{
    CellRef, ColumnDataRef, MarkerBodyRef, MarkerRef, PartitionRef, RowBodyRef, RowRef, SstableDataVisitor,
    UnfilteredRef,
};
use cqlite_runtime::{Flow, ReadError};
use cqlite_sstable::compress::ChunkError;
use cqlite_sstable::reader::ScanError;

use super::checker::Checker;
use crate::VerifyError;

/// Why a partition cannot be read on.
#[derive(Debug)]
pub(super) enum Halt {
    /// The bytes are not what the specification says.
    Bytes(ReadError),
    /// A row, a marker or a partition's head is longer than what is read at once.
    TooLong(usize),
    /// A chunk cannot be read; the next one begins behind this position.
    Chunk { error: ChunkError, after: u64 },
    /// The index beside the data cannot be read, or the caller cancels.
    Verify(Box<VerifyError>),
}

impl From<ReadError> for Halt {
    fn from(e: ReadError) -> Self {
        Halt::Bytes(e)
    }
}

impl From<ChunkError> for Halt {
    fn from(error: ChunkError) -> Self {
        // Where it ends is not known: the search for a partition goes on right after the start of this one.
        Halt::Chunk { error, after: 0 }
    }
}

impl ScanError for Halt {
    fn read_error(&self) -> Option<&ReadError> {
        match self {
            Halt::Bytes(e) => Some(e),
            _ => None,
        }
    }
}

impl From<VerifyError> for Halt {
    fn from(e: VerifyError) -> Self {
        Halt::Verify(Box::new(e))
    }
}

impl<'a> SstableDataVisitor<'a> for Checker<'_, '_> {
    type Error = Halt;

    fn partition(&mut self, head: &PartitionRef<'a>) -> Result<Flow, Halt> {
        self.has_begun = true;
        self.partition_head(head)?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn unfiltered(&mut self, head: &UnfilteredRef<'a>) -> Result<Flow, Halt> {
        self.has_begun = true;
        self.unfiltered_head(head);
        Ok(Flow::Continue)
    }

    #[inline]
    fn row(&mut self, head: &RowRef<'a>) -> Result<Flow, Halt> {
        self.row_head(head)?;
        Ok(Flow::Continue)
    }

    #[inline]
    fn row_body(&mut self, body: &RowBodyRef<'a>) -> Result<Flow, Halt> {
        self.row_contents(body);
        Ok(Flow::Continue)
    }

    #[inline]
    fn column(&mut self, column: &ColumnDataRef<'a>) -> Result<Flow, Halt> {
        self.column_head(column);
        Ok(Flow::Continue)
    }

    #[inline]
    fn cell(&mut self, cell: &CellRef<'a>) -> Result<(), Halt> {
        self.check_cell(cell);
        Ok(())
    }

    #[inline]
    fn end_column(&mut self) -> Result<(), Halt> {
        self.column_ends();
        Ok(())
    }

    #[inline]
    fn end_row(&mut self) -> Result<(), Halt> {
        self.row_ends();
        Ok(())
    }

    fn marker(&mut self, head: &MarkerRef<'a>) -> Result<Flow, Halt> {
        self.marker_head(head)?;
        Ok(Flow::Continue)
    }

    fn marker_body(&mut self, body: &MarkerBodyRef<'a>) -> Result<(), Halt> {
        self.marker_contents(body);
        Ok(())
    }

    fn end_marker(&mut self) -> Result<(), Halt> {
        self.unfiltered_ends();
        Ok(())
    }
}

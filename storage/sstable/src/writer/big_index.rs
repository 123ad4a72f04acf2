//! Index.db and Summary.db.
//!
//! Reference: `BigTableWriter.IndexWriter`.

use std::io::{self, Write};

use cqlite_format::common::BytesU2;
use cqlite_format::index::{Entry, SstableIndexParams};
use cqlite_format::summary::SstableSummary;
use cqlite_rows::DeletionTime;
use cqlite_runtime::{Buffer, Sink};

use super::row_index::{promoted_index, RowBlock};
use super::summary::{full_level, Sampling, SummaryBuilder};
use super::WriteError;

/// Writes the entries of Index.db, and makes Summary.db of them.
#[derive(Debug)]
pub(super) struct BigIndex<'t, W> {
    out: W,
    params: SstableIndexParams<'t>,
    buffer: Buffer,
    summary: SummaryBuilder,
    blocks: Vec<RowBlock>,
}

impl<'t, W: Write> BigIndex<'t, W> {
    pub(super) fn new(out: W, params: SstableIndexParams<'t>, min_index_interval: u64) -> Self {
        let sampling = Sampling::new(params.v, min_index_interval, full_level(params.v));
        BigIndex { out, params, buffer: Buffer::default(), summary: SummaryBuilder::new(sampling), blocks: Vec::new() }
    }

    /// A block of the partition at hand has ended.
    pub(super) fn block(&mut self, block: RowBlock) {
        self.blocks.push(block);
    }

    /// The partition has ended.
    pub(super) fn partition(
        &mut self,
        key: &[u8],
        data_pos: u64,
        header_length: u64,
        deletion: Option<DeletionTime>,
    ) -> Result<(), WriteError> {
        self.summary.entry(key, self.buffer.pos());
        let promoted = promoted_index(self.params.v, header_length, deletion, &self.blocks);
        self.blocks.clear();
        let entry =
            Entry { key: BytesU2 { data: key.to_vec(), ..BytesU2::default() }, data_pos, promoted, ..Entry::default() };
        entry.encode(&mut self.buffer, &self.params)?;
        if self.buffer.as_bytes().len() >= super::BLOCK {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        let pos = self.buffer.pos();
        self.out.write_all(self.buffer.as_bytes())?;
        self.buffer.clear(pos);
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(W, SstableSummary), WriteError> {
        self.flush()?;
        Ok((self.out, self.summary.build()))
    }
}

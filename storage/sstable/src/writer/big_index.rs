//! Index.db and Summary.db.
//!
//! Reference: `BigTableWriter.IndexWriter`.

use std::io::Write;

use cqlite_format::index::{Entry, SstableIndexParams};
use cqlite_format::summary::SstableSummary;
use cqlite_rows::DeletionTime;
use cqlite_runtime::Sink;

use super::gathered::Gathered;
use super::row_index::{promoted_index, RowBlock};
use super::summary::{full_level, Sampling, SummaryBuilder};
use super::WriteError;

/// Writes the entries of Index.db, and makes Summary.db of them.
#[derive(Debug)]
pub(super) struct BigIndex<'t, W> {
    file: Gathered<W>,
    params: SstableIndexParams<'t>,
    summary: SummaryBuilder,
    blocks: Vec<RowBlock>,
    /// The last one, for its memory.
    entry: Entry,
}

impl<'t, W: Write> BigIndex<'t, W> {
    pub(super) fn new(out: W, params: SstableIndexParams<'t>, min_index_interval: u64) -> Self {
        let sampling = Sampling::new(params.v, min_index_interval, full_level(params.v));
        let (summary, entry) = (SummaryBuilder::new(sampling), Entry::default());
        BigIndex { file: Gathered::new(out), params, summary, blocks: Vec::new(), entry }
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
        self.summary.entry(key, self.file.buffer.pos());
        self.entry.key.data.clear();
        self.entry.key.data.extend_from_slice(key);
        self.entry.data_pos = data_pos;
        self.entry.promoted = promoted_index(self.params.v, header_length, deletion, &self.blocks)?;
        self.blocks.clear();
        self.entry.encode(&mut self.file.buffer, &self.params)?;
        Ok(self.file.send()?)
    }

    pub(super) fn finish(self) -> Result<(W, SstableSummary), WriteError> {
        Ok((self.file.finish()?, self.summary.build()))
    }
}

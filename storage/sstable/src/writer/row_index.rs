//! The row index of a partition in Index.db: its blocks.
//!
//! Reference: `BigFormatPartitionWriter` (`ColumnIndex` before 5.0), `RowIndexEntry.create`.

use cqlite_format::common;
use cqlite_format::index::{IndexInfo, PromotedIndex};
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::{OwnedPrefix, PrefixValues};
use cqlite_rows::{DeletionTime, StoreError};

/// A block of a partition that has come to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowBlock {
    /// Its first row or marker.
    pub first: OwnedPrefix,
    /// Its last one.
    pub last: OwnedPrefix,
    /// Where it begins, in bytes from the start of the partition.
    pub offset: u64,
    /// Its length in bytes.
    pub width: u64,
    /// The range deletion that is open at its end.
    pub open: Option<DeletionTime>,
}

impl RowBlock {
    /// As it is stored.
    ///
    /// # Errors
    /// The range deletion has a timestamp that the version does not have here.
    pub fn model(&self, version: SstableVersion) -> Result<IndexInfo, StoreError> {
        Ok(IndexInfo {
            offset: self.offset,
            width: i64::try_from(self.width).unwrap_or(i64::MAX),
            end_open_marker: self.open.map(|open| open.to_stored(version)).transpose()?,
            ..IndexInfo::new(self.first.to_prefix(version), self.last.to_prefix(version))
        })
    }
}

/// Cuts the rows and markers of a partition, which come in their order, into blocks.
///
/// A block ends with the row or marker that makes it as long as `column_index_size`. The last one has the mark of the partition's end in it,
/// unless its length has ended it before. All positions are in bytes from the start of the partition.
#[derive(Debug, Clone)]
pub struct RowIndexBuilder {
    /// The length that ends a block.
    block_size: u64,
    /// Where the block at hand begins, if there is one, and its first row or marker.
    begin: Option<u64>,
    first: OwnedPrefix,
}

impl RowIndexBuilder {
    /// One for blocks of a length: the setting `column_index_size`, in bytes.
    #[must_use]
    pub fn new(block_size: u64) -> Self {
        RowIndexBuilder { block_size, begin: None, first: OwnedPrefix::default() }
    }

    /// A row or marker begins. `last` is the one before it, and `open` the range deletion that is open between the two. Gives the block
    /// that has ended with `last`, if one has.
    pub fn unfiltered(
        &mut self,
        at: u64,
        prefix: &impl PrefixValues,
        last: &impl PrefixValues,
        open: Option<DeletionTime>,
    ) -> Option<RowBlock> {
        let ended = self.is_full(at).then(|| self.end(at, last, open)).flatten();
        if self.begin.is_none() {
            self.begin = Some(at);
            self.first.copy_from(prefix);
        }
        ended
    }

    /// The partition ends: its rows and markers at `rows_end`, and the mark after them at `end`. Gives the last block, if there is any.
    pub fn partition_ends(
        &mut self,
        rows_end: u64,
        end: u64,
        last: &impl PrefixValues,
        open: Option<DeletionTime>,
    ) -> Option<RowBlock> {
        let end = if self.is_full(rows_end) { rows_end } else { end };
        self.end(end, last, open)
    }

    fn is_full(&self, end: u64) -> bool {
        self.begin.is_some_and(|begin| end.saturating_sub(begin) >= self.block_size)
    }

    fn end(&mut self, end: u64, last: &impl PrefixValues, open: Option<DeletionTime>) -> Option<RowBlock> {
        let offset = self.begin.take()?;
        let mut copy = OwnedPrefix::default();
        copy.copy_from(last);
        let first = std::mem::take(&mut self.first);
        Some(RowBlock { first, last: copy, offset, width: end.saturating_sub(offset), open })
    }
}

/// What Index.db stores of the blocks of a partition, whose rows begin after `header_length` bytes: nothing if there are fewer than two.
///
/// # Errors
/// A deletion has a timestamp that the version does not have here.
pub fn promoted_index(
    version: SstableVersion,
    header_length: u64,
    deletion: Option<DeletionTime>,
    blocks: &[RowBlock],
) -> Result<Option<PromotedIndex>, StoreError> {
    if blocks.len() < 2 {
        return Ok(None);
    }
    let live = common::DeletionTime { is_live: true, ..Default::default() };
    Ok(Some(PromotedIndex {
        header_length,
        deletion_time: deletion.map_or(Ok(live), |deletion| deletion.to_stored(version))?,
        blocks: blocks.iter().map(|block| block.model(version)).collect::<Result<_, _>>()?,
        ..PromotedIndex::default()
    }))
}

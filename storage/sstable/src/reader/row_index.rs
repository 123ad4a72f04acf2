//! Row indexes: the blocks of a large partition, from the promoted index or from the row trie.

use std::cmp::Ordering;
use std::ops::Range;

use cqlite_format::common::ClusteringPrefixRef;
use cqlite_format::index::{EntryRef, IndexInfoRef, PromotedIndexRef, PromotedIndexSpan};
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::approach::share_before;
use super::slice::{Direction, Slice};
use super::{PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::encode_clustering;
use crate::descriptor::Component;
use crate::trie::{Trie, TrieNode};
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_rows::DeletionTime;

/// A stretch of a partition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// Position of its first unfiltered in the data.
    pub start: u64,
    /// Position after its last; nothing: it goes on to the end of the partition.
    pub end: Option<u64>,
    /// The range deletion that is open at its start.
    pub open: Option<DeletionTime>,
    /// The range deletion that is open at its end.
    pub open_behind: Option<DeletionTime>,
    /// Share of it that is before the slice, estimated; 0 if nothing is known.
    pub share_before: f64,
}

impl Block {
    pub(super) fn without_end(start: u64, open: Option<DeletionTime>) -> Self {
        Block { start, end: None, open, open_behind: None, share_before: 0.0 }
    }
}

impl Sstable {
    /// The blocks that a slice touches; on the way forward the first one is enough.
    pub(super) fn indexed_blocks(
        &self,
        entry: PartitionEntry,
        slice: &Slice,
        direction: Direction,
    ) -> Result<Vec<Block>, SstableError> {
        let at = entry.row_index.unwrap_or_default();
        if self.is_bti() {
            self.trie_blocks(entry.data_pos, at, slice, direction)
        } else {
            self.promoted_blocks(entry.data_pos, at, slice, direction)
        }
    }

    fn promoted_blocks(
        &self,
        data_pos: u64,
        entry_pos: u64,
        slice: &Slice,
        direction: Direction,
    ) -> Result<Vec<Block>, SstableError> {
        let component = &Component::PrimaryIndex;
        let bytes = self.required(component)?;
        let rest = usize::try_from(entry_pos).ok().and_then(|p| bytes.as_slice().get(p..)).unwrap_or_default();
        let read = || -> Result<Vec<Block>, ReadError> {
            let params = self.index_params();
            let entry = EntryRef::read(&mut Reader::with_base(rest, entry_pos), &params)?;
            let Some(span) = entry.promoted else { return Ok(Vec::new()) };
            let index = Promoted::read(self, span)?;
            index.blocks(data_pos, slice, direction)
        };
        read().map_err(|e| self.error_in(component, e))
    }

    fn trie_blocks(
        &self,
        data_pos: u64,
        entry_pos: u64,
        slice: &Slice,
        direction: Direction,
    ) -> Result<Vec<Block>, SstableError> {
        let component = &Component::Rows;
        let bytes = self.required(component)?;
        let entry = self.rows_entry(&bytes, entry_pos)?;
        let at = |e: ReadError| self.error_in(component, e);
        let trie = Trie::new(bytes.as_slice(), true, self.version());
        let floor = |prefix: Option<ClusteringPrefix<'_>>| match prefix {
            Some(p) => self.encoded(&p).and_then(|key| trie.floor(entry.root_pos, &key).map_err(at)),
            None => Ok(None),
        };
        let first = floor(slice.lower())?;
        let block = |node: &TrieNode<'_>| {
            let open = node
                .head
                .row_payload
                .as_ref()
                .and_then(|p| p.open_deletion.as_ref())
                .and_then(DeletionTime::of_partition);
            Block::without_end(data_pos.saturating_add(offset_of(node) as u64), open)
        };
        if let (Some(first), Direction::Forward) = (&first, direction) {
            return Ok(vec![block(first)]);
        }
        let last = floor(slice.upper())?;
        let (from, to) = (first.as_ref().map_or(0, offset_of), last.as_ref().map_or(i64::MAX, offset_of));
        let mut blocks: Vec<Block> = Vec::new();
        // The last separator, after all rows, has the end of the partition.
        for node in trie.walk(entry.root_pos) {
            let node = node.map_err(at)?;
            if node.head.row_payload.is_none() {
                continue;
            }
            let offset = offset_of(&node);
            let start = data_pos.saturating_add(offset as u64);
            if let Some(last) = blocks.last_mut() {
                last.end.get_or_insert(start);
            }
            if offset > to {
                break;
            }
            if offset >= from {
                blocks.push(block(&node));
                if direction == Direction::Forward {
                    break;
                }
            }
        }
        // What is after the last block is no block: it has nothing but the end of the partition.
        Ok(blocks)
    }

    fn encoded(&self, prefix: &ClusteringPrefix<'_>) -> Result<Vec<u8>, SstableError> {
        let version = self.encoding();
        let types: Vec<_> = self.header().clustering_types.iter().map(|t| t.marshal.clone()).collect();
        let mut key = Vec::new();
        encode_clustering(&types, prefix, version, &mut key).map_err(|e| {
            self.error_in(&Component::Rows, SstableError::new(SstableErrorKind::Value(e.to_string().into())))
        })?;
        Ok(key)
    }
}

fn offset_of(node: &TrieNode<'_>) -> i64 {
    node.head.row_payload.as_ref().map_or(0, |p| p.offset)
}

/// The row index of one entry of Index.db.
struct Promoted<'a> {
    sstable: &'a Sstable,
    head: PromotedIndexRef<'a>,
}

impl<'a> Promoted<'a> {
    fn read(sstable: &'a Sstable, span: PromotedIndexSpan<'a>) -> Result<Self, ReadError> {
        let head = span.head(&sstable.index_params())?;
        if head.num_blocks == 0 {
            let (found, expected) = ("0 blocks".to_owned(), "a row index with blocks");
            let at = span.reader().offset();
            return Err(ReadError::new(ReadErrorKind::Invalid { found, expected }, at, PromotedIndexRef::site()));
        }
        Ok(Promoted { sstable, head })
    }

    /// Number of blocks.
    fn len(&self) -> i64 {
        i64::try_from(self.head.num_blocks).unwrap_or(i64::MAX)
    }

    fn block(&self, i: i64) -> Result<IndexInfoRef<'a>, ReadError> {
        self.head.blocks_at(i, &self.sstable.index_params())
    }

    fn prefix(&self, name: &ClusteringPrefixRef<'a>) -> Result<ClusteringPrefix<'a>, ReadError> {
        let types = &self.sstable.header().clustering_types;
        ClusteringPrefix::read(name.kind, &name.values, types)
    }

    fn order(&self, name: &ClusteringPrefixRef<'a>, point: &ClusteringPrefix<'_>) -> Result<Ordering, ReadError> {
        Ok(self.sstable.comparator().compare(&self.prefix(name)?, point))
    }

    /// The first of some blocks for which `is_right` holds; it holds for all after it.
    fn first(
        &self,
        among: Range<i64>,
        is_right: impl Fn(&IndexInfoRef<'a>) -> Result<bool, ReadError>,
    ) -> Result<i64, ReadError> {
        let (mut low, mut high) = (among.start, among.end);
        while low < high {
            let mid = low + (high - low) / 2;
            if is_right(&self.block(mid)?)? {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        Ok(low)
    }

    fn blocks(&self, data_pos: u64, slice: &Slice, direction: Direction) -> Result<Vec<Block>, ReadError> {
        let count = self.len();
        let from = match slice.lower() {
            Some(l) => self.first(0..count, |b| Ok(self.order(&b.last_name, &l)? != Ordering::Less))?,
            None => 0,
        };
        let limit = if direction == Direction::Forward { count.min(from + 1) } else { count };
        let to = match slice.upper() {
            Some(u) => self.first(from..limit, |b| Ok(self.order(&b.first_name, &u)? == Ordering::Greater))?,
            None => limit,
        };
        let mut open = match from {
            0 => None,
            i => self.block(i - 1)?.end_open_marker.as_ref().and_then(DeletionTime::of_partition),
        };
        let mut out = Vec::new();
        for i in from..to {
            let block = self.block(i)?;
            let start = data_pos.saturating_add(block.offset);
            let end = u64::try_from(block.width).ok().map(|w| start.saturating_add(w));
            let open_behind = block.end_open_marker.as_ref().and_then(DeletionTime::of_partition);
            let share_before = match slice.lower() {
                Some(l) if direction == Direction::Forward => {
                    share_before(&self.prefix(&block.first_name)?, &self.prefix(&block.last_name)?, &l)
                }
                _ => 0.0,
            };
            out.push(Block { start, end, open, open_behind, share_before });
            open = open_behind;
        }
        if out.is_empty() && from < count {
            // Nothing is in the slice, but a deletion may be open there.
            let block = self.block(from)?;
            let start = data_pos.saturating_add(block.offset);
            out.push(Block { end: Some(start), ..Block::without_end(start, open) });
        }
        Ok(out)
    }
}

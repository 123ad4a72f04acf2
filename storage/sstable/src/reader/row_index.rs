//! Row indexes: the blocks of a large partition, from the promoted index or from the row trie.

use std::cmp::Ordering;
use std::ops::Range;

use cqlite_format::common::ClusteringPrefixRef;
use cqlite_format::index::{IndexInfoRef, PromotedIndexRef, PromotedIndexSpan};
use cqlite_runtime::{ReadError, ReadErrorKind};

use super::reverse_seek::estimate_position;
use super::{PartitionEntry, Sstable, SstableError, SstableErrorKind};
use crate::byte_comparable::encode_clustering;
use crate::component::{Index, Rows};
use crate::descriptor::Component;
use crate::trie::TrieNode;
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
    pub open_after: Option<DeletionTime>,
    /// Share of it that is before the slice, estimated; 0 if nothing is known.
    pub estimated_position: f64,
}

/// What a row index says of its partition.
pub(super) struct Indexed {
    /// The partition's deletion.
    pub deletion: Option<DeletionTime>,
    /// Position after its head and its static row.
    pub rows_begin: u64,
    /// From where the rows and markers of a slice can be read on; nothing if they are all before it.
    pub first: Option<Block>,
}

impl Block {
    fn without_end(start: u64, open: Option<DeletionTime>) -> Self {
        Block { start, end: None, open, open_after: None, estimated_position: 0.0 }
    }
}

impl Sstable {
    /// What the row index says of a partition, and of where the rows from `lower` on begin in it; `None` if it has no row index.
    pub(super) fn indexed(
        &self,
        entry: PartitionEntry,
        lower: &ClusteringPrefix<'_>,
    ) -> Result<Option<Indexed>, SstableError> {
        let Some(at) = entry.row_index else { return Ok(None) };
        let found = match self.is_bti() {
            true => Some(self.in_trie(entry.data_pos, at, lower)?),
            false => self.in_promoted(entry.data_pos, at, lower)?,
        };
        let nearer = |first: Block| self.seek_back(&first, lower).unwrap_or(first);
        Ok(found.map(|found| Indexed { first: found.first.map(nearer), ..found }))
    }

    fn in_promoted(
        &self,
        data_pos: u64,
        entry_pos: u64,
        lower: &ClusteringPrefix<'_>,
    ) -> Result<Option<Indexed>, SstableError> {
        self.with_promoted(entry_pos, |index| {
            Ok(Indexed {
                deletion: DeletionTime::of_partition(&index.head.deletion_time),
                rows_begin: data_pos.saturating_add(index.head.header_length),
                first: index.first_block(data_pos, lower)?,
            })
        })
    }

    /// What `read` says of the row index of an entry of Index.db; nothing if it has none.
    pub(super) fn with_promoted<T>(
        &self,
        entry_pos: u64,
        read: impl FnOnce(&Promoted<'_>) -> Result<T, ReadError>,
    ) -> Result<Option<T>, SstableError> {
        let component = &Component::PrimaryIndex;
        let bytes = self.required(component)?;
        let entry = Index::new(bytes.as_slice(), self.index_params()).entry(entry_pos);
        let found = entry.and_then(|entry| {
            let Some(span) = entry.and_then(|(entry, _)| entry.promoted) else { return Ok(None) };
            read(&Promoted::read(self, span)?).map(Some)
        });
        found.map_err(|e| self.error_in(component, e))
    }

    fn in_trie(&self, data_pos: u64, entry_pos: u64, lower: &ClusteringPrefix<'_>) -> Result<Indexed, SstableError> {
        let component = &Component::Rows;
        let bytes = self.required(component)?;
        let entry = self.rows_entry(&bytes, entry_pos)?;
        let at = |e: ReadError| self.error_in(component, e);
        let trie = Rows::new(bytes.as_slice(), self.version()).trie();
        let block = |node: &TrieNode<'_>| {
            let payload = node.head.row_payload.as_ref()?;
            let open = payload.open_deletion.as_ref().and_then(DeletionTime::of_partition);
            Some(Block::without_end(data_pos.saturating_add(payload.offset as u64), open))
        };
        // The first separator may be the empty one, or stand after `lower`.
        let first = trie.walk(entry.root_pos).find_map(|node| node.map(|node| block(&node)).transpose());
        let first = first.transpose().map_err(at)?;
        let floor = trie.floor(entry.root_pos, &self.encoded(lower)?).map_err(at)?;
        Ok(Indexed {
            deletion: DeletionTime::of_partition(&entry.deletion_time),
            rows_begin: first.map_or(data_pos, |first| first.start),
            first: floor.as_ref().and_then(block).or(first),
        })
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

/// The row index of one entry of Index.db.
pub(super) struct Promoted<'a> {
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
    pub(super) fn len(&self) -> i64 {
        i64::try_from(self.head.num_blocks).unwrap_or(i64::MAX)
    }

    pub(super) fn block(&self, i: i64) -> Result<IndexInfoRef<'a>, ReadError> {
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

    /// The first block with anything that is not before `lower`.
    fn first_block(&self, data_pos: u64, lower: &ClusteringPrefix<'_>) -> Result<Option<Block>, ReadError> {
        let count = self.len();
        let i = self.first(0..count, |b| Ok(self.order(&b.last_name, lower)? != Ordering::Less))?;
        if i == count {
            return Ok(None);
        }
        let open_after = |b: &IndexInfoRef<'_>| b.end_open_marker.as_ref().and_then(DeletionTime::of_partition);
        let open = if i == 0 { None } else { open_after(&self.block(i - 1)?) };
        let block = self.block(i)?;
        let start = data_pos.saturating_add(block.offset);
        Ok(Some(Block {
            start,
            end: u64::try_from(block.width).ok().map(|width| start.saturating_add(width)),
            open,
            open_after: open_after(&block),
            estimated_position: estimate_position(
                &self.prefix(&block.first_name)?,
                &self.prefix(&block.last_name)?,
                lower,
            ),
        }))
    }
}

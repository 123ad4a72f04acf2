//! The row index of a partition: blocks side by side, their names in order, and where each stands.

use std::cmp::Ordering;

use cqlite_format::common::ClusteringPrefixRef;
use cqlite_format::index::{PromotedIndexRef, SstableIndexParams};
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::DeletionTime;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{ReadError, ReadErrorKind, Reader};

use super::{Entry, INDEX};
use crate::fields::{entry, index_info, promoted, FieldPath};
use crate::log::Log;
use crate::metadata::Table;
use crate::prefix::StoredPrefix;
use crate::rule::{self, Breach};
use crate::Check;

/// A block, as the index has it.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) begin: u64,
    pub(crate) first: StoredPrefix,
    pub(crate) last: StoredPrefix,
    pub(crate) offset: u64,
    pub(crate) width: i64,
    /// The deletion of the range that is open at its end.
    pub(crate) open: Option<DeletionTime>,
}

impl Block {
    /// Where it ends, from the start of the partition.
    pub(crate) fn end(&self) -> u64 {
        self.offset.saturating_add_signed(self.width)
    }
}

/// The blocks of one partition, one after the other.
pub(crate) struct Blocks<'e> {
    /// The row index from its start.
    start: Reader<'e>,
    head: PromotedIndexRef<'e>,
    params: SstableIndexParams<'e>,
    /// Position of the next block in the row index.
    at: u64,
    pub(crate) header_length: u64,
    pub(crate) deletion: Option<DeletionTime>,
    pub(crate) num_blocks: u64,
    pub(crate) done: u64,
}

impl<'e> Blocks<'e> {
    pub(crate) fn new(entry: &'e Entry, table: &'e Table) -> Result<Self, ReadError> {
        let params = SstableIndexParams::new(table.version, &table.header.clustering_types);
        let start = Reader::with_base(&entry.promoted, entry.promoted_begin);
        let Some(span) = entry.span else {
            return Err(start.error(ReadErrorKind::Absent { field: "promoted" }, PromotedIndexRef::site()));
        };
        let head = span.over(start).head(&params)?;
        Ok(Blocks {
            start,
            head,
            params,
            at: head.rest.pos(),
            header_length: head.header_length,
            deletion: DeletionTime::of_partition(&head.deletion_time),
            num_blocks: head.num_blocks,
            done: 0,
        })
    }

    /// Takes up again after `done` blocks, at a position that [`Self::position`] gave.
    pub(crate) fn resume(mut self, at: u64, done: u64) -> Self {
        (self.at, self.done) = (at, done);
        self
    }

    /// Position of the next block.
    pub(crate) fn position(&self) -> u64 {
        self.at
    }

    /// Reads the next block into `block`; false if there is none.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, ReadError> {
        if self.done >= self.num_blocks {
            return Ok(false);
        }
        let mut r = self.start.at(i64::try_from(self.at).unwrap_or(i64::MAX), PromotedIndexRef::site())?;
        let begin = r.offset();
        let index = i64::try_from(self.done).unwrap_or(i64::MAX);
        let info = self.head.blocks_next(&mut r, index, &self.params)?;
        let types = self.params.clustering_types;
        fill(&mut block.first, &info.first_name, types)?;
        fill(&mut block.last, &info.last_name, types)?;
        (block.begin, block.offset, block.width) = (begin, info.offset, info.width);
        block.open = info.end_open_marker.as_ref().and_then(DeletionTime::of_partition);
        self.at = r.pos();
        self.done += 1;
        Ok(true)
    }
}

fn fill(prefix: &mut StoredPrefix, name: &ClusteringPrefixRef<'_>, types: &[CqlType]) -> Result<(), ReadError> {
    prefix.fill(name.kind, &name.values, types)
}

/// Checks the row index of an entry in itself.
pub(super) fn check(entry: &Entry, table: &Table, log: &mut Log<'_>) {
    if entry.promoted.is_empty() {
        return;
    }
    if let Err(e) = (Walk { entry, log }).blocks(table) {
        log.find(entry.find_promoted(rule::undecodable_row_index(e.kind()), e.offset(), &e));
    }
}

struct Walk<'w, 'r> {
    entry: &'w Entry,
    log: &'w mut Log<'r>,
}

impl Walk<'_, '_> {
    fn find(&mut self, breach: Breach, at: u64, field: impl Into<FieldPath>) {
        self.log.find(self.entry.find_promoted(breach, at, field));
    }

    fn blocks(&mut self, table: &Table) -> Result<(), ReadError> {
        let comparator = &table.comparator;
        let mut blocks = Blocks::new(self.entry, table)?;
        let base = self.entry.promoted_begin;
        if blocks.num_blocks < 2 {
            self.find(rule::too_few_blocks(blocks.num_blocks).into_warning(), base, promoted::NUM_BLOCKS);
        }
        let (mut block, mut before, mut end) = (Block::default(), StoredPrefix::default(), blocks.header_length);
        let is_known = comparator.is_known();
        loop {
            let i = blocks.done;
            if !blocks.next(&mut block)? {
                break;
            }
            self.log.count(Check::RowIndex);
            self.place(&blocks, i, block.begin)?;
            self.block(i, &block, end, table);
            end = block.end();
            if is_known && i > 0 && comparator.stored_order(&before, &block.first) != Ordering::Less {
                let path = promoted::BLOCKS.nth(i).then(index_info::FIRST_NAME);
                self.find(rule::first_name_order(), block.begin, path);
            }
            if is_known && comparator.stored_order(&block.first, &block.last) == Ordering::Greater {
                let path = promoted::BLOCKS.nth(i).then(index_info::LAST_NAME);
                self.find(rule::last_name_order(), block.begin, path);
            }
            before.clone_from(&block.last);
        }
        let (at, end) = (blocks.at, blocks.head.ofs_offsets);
        if u64::try_from(end) != Ok(at) {
            self.find(rule::block_pointers_position(at, end), base + at, promoted::OFFSETS);
        }
        Ok(())
    }

    /// A block is where its offset leads to.
    fn place(&mut self, blocks: &Blocks<'_>, i: u64, begin: u64) -> Result<(), ReadError> {
        let index = i64::try_from(i).unwrap_or(i64::MAX);
        let place = blocks.head.blocks_from(index, &blocks.params).map(|r| r.offset());
        let breach = match place {
            Ok(stored) if stored == begin => return Ok(()),
            Ok(stored) => rule::block_pointer(begin, stored),
            Err(e) => rule::block_pointer_invalid(begin, e.kind()),
        };
        let at = blocks.head.offsets_from(index, &blocks.params)?.offset();
        self.find(breach, at, promoted::OFFSETS.nth(i));
        Ok(())
    }

    /// Whether anything but the first block says where the rows begin.
    fn is_begin_stored(&self) -> bool {
        self.log.stores(INDEX, self.entry.path(entry::PROMOTED).then(promoted::HEADER_LENGTH).as_str())
    }

    fn block(&mut self, i: u64, block: &Block, expected: u64, table: &Table) {
        let is_begin_stored = self.is_begin_stored();
        let mut find = |breach, leaf| {
            self.log.find(self.entry.find_promoted(breach, block.begin, promoted::BLOCKS.nth(i).then(leaf)))
        };
        if block.offset != expected && (i > 0 || is_begin_stored) {
            let breach = if i == 0 { rule::first_block_offset } else { rule::block_offset };
            find(breach(block.offset, expected), index_info::OFFSET);
        }
        if block.width <= 0 {
            find(rule::block_width(block.width), index_info::WIDTH);
        }
        for (name, leaf) in [(&block.first, index_info::FIRST_NAME), (&block.last, index_info::LAST_NAME)] {
            if name.stray_block.is_some() {
                find(rule::block_name_bits(), leaf);
            }
        }
        let columns = table.schema.clustering.len();
        for (name, leaf) in [(&block.first, index_info::FIRST_NAME_SIZE), (&block.last, index_info::LAST_NAME_SIZE)] {
            if name.len() > columns {
                find(rule::block_name_size(name.len(), columns), leaf);
            }
        }
    }
}

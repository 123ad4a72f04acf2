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
use crate::{Check, Finding, Severity};

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

    /// Takes up again after `done` blocks, at a position that [`Self::position`] has told.
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
        let path = entry.path(entry::PROMOTED).then(&e);
        let finding = Finding::error(Check::RowIndex, INDEX, e.kind().to_string());
        log.find(finding.file(e.offset()).field(path).key(&entry.key));
    }
}

struct Walk<'w, 'r> {
    entry: &'w Entry,
    log: &'w mut Log<'r>,
}

impl Walk<'_, '_> {
    fn find(&mut self, severity: Severity, at: u64, field: impl Into<FieldPath>, message: String) {
        let finding = Finding::new(severity, Check::RowIndex, INDEX, message).file(at);
        self.log.find(finding.field(self.entry.path(entry::PROMOTED).then(field)).key(&self.entry.key));
    }

    fn blocks(&mut self, table: &Table) -> Result<(), ReadError> {
        let comparator = &table.comparator;
        let mut blocks = Blocks::new(self.entry, table)?;
        let base = self.entry.promoted_begin;
        if blocks.num_blocks < 2 {
            let message = format!("there are {} blocks, expected at least 2", blocks.num_blocks);
            self.find(Severity::Warning, base, promoted::NUM_BLOCKS, message);
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
                let message = "the first name is not after the last one of the block before".to_owned();
                self.find(Severity::Error, block.begin, promoted::BLOCKS.nth(i).then(index_info::FIRST_NAME), message);
            }
            if is_known && comparator.stored_order(&block.first, &block.last) == Ordering::Greater {
                let message = "the last name is before the first one".to_owned();
                self.find(Severity::Error, block.begin, promoted::BLOCKS.nth(i).then(index_info::LAST_NAME), message);
            }
            before.clone_from(&block.last);
        }
        let (at, end) = (blocks.at, blocks.head.ofs_offsets);
        if u64::try_from(end) != Ok(at) {
            let message = format!("the blocks end at {at}, but their offsets begin at {end}");
            self.find(Severity::Error, base + at, promoted::OFFSETS, message);
        }
        Ok(())
    }

    /// A block is where its offset leads to.
    fn place(&mut self, blocks: &Blocks<'_>, i: u64, begin: u64) -> Result<(), ReadError> {
        let index = i64::try_from(i).unwrap_or(i64::MAX);
        let place = blocks.head.blocks_from(index, &blocks.params).map(|r| r.offset());
        let message = match place {
            Ok(stored) if stored == begin => return Ok(()),
            Ok(stored) => format!("the block is at {begin}, but its offset leads to {stored}"),
            Err(e) => format!("the block is at {begin}, but its offset leads nowhere: {}", e.kind()),
        };
        let at = blocks.head.offsets_from(index, &blocks.params)?.offset();
        self.find(Severity::Error, at, promoted::OFFSETS.nth(i), message);
        Ok(())
    }

    /// Whether anything but the first block says where the rows begin.
    fn is_begin_stored(&self) -> bool {
        self.log.stores(INDEX, self.entry.path(entry::PROMOTED).then(promoted::HEADER_LENGTH).as_str())
    }

    fn block(&mut self, i: u64, block: &Block, expected: u64, table: &Table) {
        if block.offset != expected && (i > 0 || self.is_begin_stored()) {
            let message = match i {
                0 => format!("the first block is at {}, but the rows begin at {expected}", block.offset),
                _ => format!("the block is at {}, but the one before ends at {expected}", block.offset),
            };
            self.find(Severity::Error, block.begin, promoted::BLOCKS.nth(i).then(index_info::OFFSET), message);
        }
        if block.width <= 0 {
            let message = format!("the width is {}", block.width);
            self.find(Severity::Error, block.begin, promoted::BLOCKS.nth(i).then(index_info::WIDTH), message);
        }
        for (name, leaf) in [(&block.first, index_info::FIRST_NAME), (&block.last, index_info::LAST_NAME)] {
            if name.stray_block.is_some() {
                let message = "bits of values that do not exist are set".to_owned();
                self.find(Severity::Warning, block.begin, promoted::BLOCKS.nth(i).then(leaf), message);
            }
        }
        for (name, leaf) in [(&block.first, index_info::FIRST_NAME_SIZE), (&block.last, index_info::LAST_NAME_SIZE)] {
            if name.len() > table.schema.clustering.len() {
                let message =
                    format!("there are {} values for {} clustering columns", name.len(), table.schema.clustering.len());
                self.find(Severity::Error, block.begin, promoted::BLOCKS.nth(i).then(leaf), message);
            }
        }
    }
}

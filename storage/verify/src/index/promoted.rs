//! The row index of a partition: blocks side by side, their names in order, and where each stands.

use std::cmp::Ordering;

use cqlite_format::common::ClusteringPrefixRef;
use cqlite_format::index::{IndexInfoRef, PromotedIndexRef, SstableIndexParams};
use cqlite_runtime::array::{ArrayView, I32Be};
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{ReadError, Reader};

use super::{Entry, INDEX};
use crate::log::Log;
use crate::metadata::Table;
use crate::order::{Comparator, Prefix};
use crate::rows::Deletion;
use crate::{Check, Finding, Severity};

/// A block, as the index has it.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) begin: u64,
    pub(crate) first: Prefix,
    pub(crate) last: Prefix,
    pub(crate) offset: u64,
    pub(crate) width: i64,
    /// The deletion of the range that is open at its end.
    pub(crate) open: Option<Deletion>,
}

impl Block {
    /// Where it ends, from the start of the partition.
    pub(crate) fn end(&self) -> u64 {
        self.offset.saturating_add_signed(self.width)
    }
}

/// The blocks of one partition, one after the other.
pub(crate) struct Blocks<'e> {
    bytes: &'e [u8],
    base: u64,
    params: SstableIndexParams<'e>,
    /// Position of the next block in `bytes`.
    at: u64,
    pub(crate) header_length: u64,
    pub(crate) deletion: Option<Deletion>,
    pub(crate) num_blocks: u64,
    pub(crate) done: u64,
    /// Position of the first block, and of the array behind the last one.
    first: u64,
    offsets: i64,
}

impl<'e> Blocks<'e> {
    pub(crate) fn new(entry: &'e Entry, table: &'e Table) -> Result<Self, ReadError> {
        let params = SstableIndexParams::new(table.version, &table.header.clustering_types);
        let mut r = Reader::with_base(&entry.promoted, entry.promoted_begin);
        let head = PromotedIndexRef::read(&mut r, &params)?;
        Ok(Blocks {
            bytes: &entry.promoted,
            base: entry.promoted_begin,
            params,
            at: r.pos(),
            header_length: head.header_length,
            deletion: Deletion::of(&head.deletion_time, table.version),
            num_blocks: head.num_blocks,
            done: 0,
            first: r.pos(),
            offsets: head.ofs_offsets,
        })
    }

    /// Takes up again behind `done` blocks, at a position that [`Self::position`] has told.
    pub(crate) fn resume(mut self, at: u64, done: u64) -> Self {
        (self.at, self.done) = (at, done);
        self
    }

    /// Position of the next block.
    pub(crate) fn position(&self) -> u64 {
        self.at
    }

    fn reader(&self, at: i64) -> Result<Reader<'e>, ReadError> {
        Reader::with_base(self.bytes, self.base).at(at, PromotedIndexRef::site())
    }

    /// Reads the next block into `block`; false if there is none.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, ReadError> {
        if self.done >= self.num_blocks {
            return Ok(false);
        }
        let mut r = self.reader(i64::try_from(self.at).unwrap_or(i64::MAX))?;
        let begin = r.offset();
        let info = IndexInfoRef::read(&mut r, &self.params)?;
        let types = self.params.clustering_types;
        fill(&mut block.first, &info.first_name, types)?;
        fill(&mut block.last, &info.last_name, types)?;
        (block.begin, block.offset, block.width) = (begin, info.offset, info.width);
        block.open = info.end_open_marker.as_ref().and_then(|d| Deletion::of(d, self.params.v));
        self.at = r.pos();
        self.done += 1;
        Ok(true)
    }
}

fn fill(prefix: &mut Prefix, name: &ClusteringPrefixRef<'_>, types: &[CqlType]) -> Result<(), ReadError> {
    let count = name.size.map_or(types.len(), usize::from);
    prefix.fill(name.kind, &name.values, count, types)
}

/// Checks the row index of an entry in itself.
pub(super) fn check(entry: &Entry, table: &Table, comparator: &Comparator, log: &mut Log<'_>) {
    if entry.promoted.is_empty() {
        return;
    }
    if let Err(e) = (Walk { entry, log }).blocks(table, comparator) {
        let path = format!("{}.{}", entry.path("promoted"), e.path());
        let finding = Finding::error(Check::RowIndex, INDEX, e.kind().to_string());
        log.find(finding.file(e.offset()).field(path).key(&entry.key));
    }
}

struct Walk<'w, 'r> {
    entry: &'w Entry,
    log: &'w mut Log<'r>,
}

impl Walk<'_, '_> {
    fn find(&mut self, severity: Severity, at: u64, field: &str, message: String) {
        let finding = Finding::new(severity, Check::RowIndex, INDEX, message).file(at);
        self.log.find(finding.field(self.entry.path(&format!("promoted.{field}"))).key(&self.entry.key));
    }

    fn blocks(&mut self, table: &Table, comparator: &Comparator) -> Result<(), ReadError> {
        let mut blocks = Blocks::new(self.entry, table)?;
        let base = self.entry.promoted_begin;
        if blocks.num_blocks < 2 {
            let message = format!("there are {} blocks; an index has 2 at least", blocks.num_blocks);
            self.find(Severity::Warning, base, "num_blocks", message);
        }
        let offsets = {
            let mut r = blocks.reader(blocks.offsets)?;
            let count = i64::try_from(blocks.num_blocks).unwrap_or(i64::MAX);
            ArrayView::<I32Be>::take(&mut r, count, 32, (), PromotedIndexRef::site())?
        };
        let (mut block, mut before, mut end) = (Block::default(), Prefix::default(), blocks.header_length);
        let is_known = comparator.is_known();
        loop {
            let (i, at) = (blocks.done, blocks.position());
            if !blocks.next(&mut block)? {
                break;
            }
            self.log.count(Check::RowIndex);
            let stored = i64::from(offsets.get(i as i64)?.0);
            if stored != (at - blocks.first) as i64 {
                let message = format!("the block is at {} of the blocks, but {stored} is stored", at - blocks.first);
                let place = base + u64::try_from(blocks.offsets).unwrap_or(0) + 4 * i;
                self.find(Severity::Error, place, &format!("offsets[{i}]"), message);
            }
            self.block(i, &block, end, table);
            end = block.end();
            if is_known && i > 0 && comparator.order(&before, &block.first) != Ordering::Less {
                let message = "the first name is not behind the last one of the block before".to_owned();
                self.find(Severity::Error, block.begin, &format!("blocks[{i}].first_name"), message);
            }
            if is_known && comparator.order(&block.first, &block.last) == Ordering::Greater {
                let message = "the last name is before the first one".to_owned();
                self.find(Severity::Error, block.begin, &format!("blocks[{i}].last_name"), message);
            }
            before.copy_from(&block.last);
        }
        if Ok(blocks.at) != u64::try_from(blocks.offsets) {
            let message = format!("the blocks end at {}, but their offsets begin at {}", blocks.at, blocks.offsets);
            self.find(Severity::Error, base + blocks.at, "offsets", message);
        }
        Ok(())
    }

    fn block(&mut self, i: u64, block: &Block, expected: u64, table: &Table) {
        if block.offset != expected {
            let message = match i {
                0 => format!("the first block is at {}, but the rows begin at {expected}", block.offset),
                _ => format!("the block is at {}, but the one before ends at {expected}", block.offset),
            };
            self.find(Severity::Error, block.begin, &format!("blocks[{i}].offset"), message);
        }
        if block.width <= 0 {
            let message = format!("the width is {}", block.width);
            self.find(Severity::Error, block.begin, &format!("blocks[{i}].width_delta"), message);
        }
        for (name, leaf) in [(&block.first, "first_name"), (&block.last, "last_name")] {
            if name.len() > table.clustering.len() {
                let message =
                    format!("there are {} values for {} clustering columns", name.len(), table.clustering.len());
                self.find(Severity::Error, block.begin, &format!("blocks[{i}].{leaf}.size"), message);
            }
        }
    }
}

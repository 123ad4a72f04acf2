//! The promoted index of Index.db beside the rows.

use cqlite_rows::DeletionTime;

use super::wrong_open_deletion;
use crate::fields::{index_info, promoted, Field};
use crate::index::{Block, Blocks, Entry};
use crate::log::Log;
use crate::metadata::Table;
use crate::prefix::StoredPrefix;
use crate::rule::{self, Breach};
use crate::Check;

/// The promoted index of the partition at hand (BIG).
#[derive(Debug, Default)]
pub(in crate::rows) struct BigBlocks {
    /// There is one, and it has fitted so far.
    is_active: bool,
    /// Whether a block has begun.
    is_begun: bool,
    header_length: u64,
    /// Position of the next block, and number of those before.
    at: u64,
    done: u64,
    block: Block,
    /// Where the last row or marker begins.
    last_at: u64,
    /// The size at which blocks are ended is more than the first and at most the second.
    size_bounds: (u64, u64),
}

impl BigBlocks {
    pub(in crate::rows) fn stop(&mut self) {
        self.is_active = false;
    }

    fn find_block(&self, breach: Breach, entry: &Entry, leaf: Field, log: &mut Log<'_>) {
        let (begin, i) = (self.block.begin, self.done.saturating_sub(1));
        log.find(entry.find_promoted(breach, begin, promoted::BLOCKS.nth(i).then(leaf)));
    }

    pub(in crate::rows) fn start(
        &mut self,
        entry: &Entry,
        table: &Table,
        deletion: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        self.is_active = false;
        if entry.promoted.is_empty() {
            return;
        }
        // What does not decode has been reported.
        let Ok(blocks) = Blocks::new(entry, table) else { return };
        (self.at, self.done, self.header_length) = (blocks.position(), 0, blocks.header_length);
        (self.is_active, self.is_begun) = (true, false);
        self.size_bounds = (0, u64::MAX);
        if blocks.deletion != deletion {
            log.find(entry.find_promoted(rule::row_index_deletion(), entry.promoted_begin, promoted::DELETION));
        }
    }

    pub(in crate::rows) fn head_ends(&mut self, entry: &Entry, len: u64, log: &mut Log<'_>) {
        if self.is_active && self.header_length != len {
            let breach = rule::header_length(len, self.header_length);
            log.find(entry.find_promoted(breach, entry.promoted_begin, promoted::HEADER_LENGTH));
        }
    }

    /// Goes to the next block; whether there is one.
    fn advance(&mut self, entry: &Entry, table: &Table) -> bool {
        let Ok(blocks) = Blocks::new(entry, table) else { return false };
        let mut blocks = blocks.resume(self.at, self.done);
        let is_there = blocks.next(&mut self.block).unwrap_or(false);
        (self.at, self.done) = (blocks.position(), blocks.done);
        is_there
    }

    #[allow(clippy::too_many_arguments, reason = "what is compared with what")]
    pub(in crate::rows) fn unfiltered(
        &mut self,
        entry: &Entry,
        table: &Table,
        at: u64,
        prefix: &StoredPrefix,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        if !self.is_active {
            return;
        }
        let before = std::mem::replace(&mut self.last_at, at);
        if self.is_begun && at < self.block.end() {
            return;
        }
        if self.is_begun {
            if at != self.block.end() {
                self.find_block(rule::block_ends_in_row(self.block.end()), entry, index_info::WIDTH, log);
                return self.stop();
            }
            // The block was not ended before its last row, and was after it.
            let (width, less) = (at.saturating_sub(self.block.offset), before.saturating_sub(self.block.offset));
            self.size_bounds = (self.size_bounds.0.max(less), self.size_bounds.1.min(width));
            self.block_ends(entry, last, open, log);
        }
        self.is_begun = true;
        if !self.advance(entry, table) {
            log.find(entry.find_promoted(rule::rows_after_last_block(), entry.promoted_begin, promoted::NUM_BLOCKS));
            return self.stop();
        }
        log.count(Check::RowIndexMatch);
        if self.block.offset != at {
            self.find_block(rule::block_begin(at, self.block.offset), entry, index_info::OFFSET, log);
            return self.stop();
        }
        if !self.block.first.same(prefix) {
            self.find_block(rule::first_name(), entry, index_info::FIRST_NAME, log);
        }
    }

    fn block_ends(
        &mut self,
        entry: &Entry,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        if last.is_some_and(|last| !self.block.last.same(last)) {
            self.find_block(rule::last_name(), entry, index_info::LAST_NAME, log);
        }
        if let Some(breach) = wrong_open_deletion(self.block.open, open, "end") {
            self.find_block(breach, entry, index_info::OPEN_MARKER, log);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "what is compared with what")]
    pub(in crate::rows) fn partition_ends(
        &mut self,
        entry: &Entry,
        table: &Table,
        rows_end: u64,
        end: u64,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        if !self.is_active {
            return;
        }
        if self.is_begun {
            // The last block has the mark of the partition's end in it, unless its size had ended it before or compaction wrote it.
            let width = rows_end.saturating_sub(self.block.offset);
            let (more, most) =
                (self.size_bounds.0.max(self.last_at.saturating_sub(self.block.offset)), self.size_bounds.1);
            let is_ended = (width >= most, width > more);
            let fits = match self.block.end() {
                at if at == rows_end => is_ended.1 || table.version.may_be_compacted_by_cursor(),
                at if at == end => !is_ended.0,
                _ => false,
            };
            if !fits {
                let breach = match self.block.end() {
                    at if at == rows_end => rule::last_block_too_short(at),
                    at if at == end => rule::last_block_too_long(at),
                    at => rule::last_block_end(at, rows_end),
                };
                self.find_block(breach, entry, index_info::WIDTH, log);
            }
            self.block_ends(entry, last, open, log);
        }
        if self.advance(entry, table) {
            self.find_block(rule::block_without_rows(), entry, index_info::OFFSET, log);
        }
        self.stop();
    }
}

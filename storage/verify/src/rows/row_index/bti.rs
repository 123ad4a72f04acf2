//! The row trie of Rows.db beside the rows.

use cqlite_format::bti_row_index::EntryRef;
use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::byte_comparable::{common_len, encode_clustering, just_after, EncodingVersion};
use cqlite_sstable::component::Rows;
use cqlite_sstable::descriptor::Component;

use super::wrong_open_deletion;
use crate::bti::{Payload, Trie};
use crate::fields::{row_index, row_payload, Field};
use crate::log::Log;
use crate::metadata::Table;
use crate::prefix::StoredPrefix;
use crate::rule::{self, Breach};
use crate::Check;

const ROWS: &Component = &Component::Rows;

/// The row index of the partition at hand (BTI).
pub(in crate::rows) struct BtiBlocks<'t> {
    table: &'t Table,
    encoding: EncodingVersion,
    /// Whether clusterings have a byte-comparable form.
    is_known: bool,
    trie: Option<Trie<'t>>,
    /// Of the entry in Rows.db.
    entry_pos: u64,
    key: Vec<u8>,
    num_blocks: u64,
    done: u64,
    /// The next block, and the separator that leads to it.
    next: Option<(Payload, Vec<u8>)>,
    /// The separator of the block before.
    before: Vec<u8>,
    /// The forms of what stands on both sides of a separator.
    last: Vec<u8>,
    first: Vec<u8>,
}

impl<'t> BtiBlocks<'t> {
    pub(in crate::rows) fn new(table: &'t Table, encoding: EncodingVersion, is_known: bool) -> Self {
        BtiBlocks {
            table,
            encoding,
            is_known,
            trie: None,
            entry_pos: 0,
            key: Vec::new(),
            num_blocks: 0,
            done: 0,
            next: None,
            before: Vec::new(),
            last: Vec::new(),
            first: Vec::new(),
        }
    }

    pub(in crate::rows) fn stop(&mut self) {
        self.trie = None;
    }

    fn find(&self, breach: Breach, field: Field, log: &mut Log<'_>) {
        log.find(breach.of(ROWS).file(self.entry_pos).field(field).key(&self.key));
    }

    fn find_payload(&self, breach: Breach, field: Field, log: &mut Log<'_>) {
        if let Some((payload, _)) = &self.next {
            log.find(payload.find(breach, field).key(&self.key));
        }
    }

    /// Goes to the next block.
    fn advance(&mut self) {
        self.next = match self.trie.as_mut().and_then(Trie::next) {
            Some(Ok(payload)) => self.trie.as_ref().map(|trie| (payload, trie.path().to_vec())),
            // Reported when the trie was checked by itself.
            _ => None,
        };
    }

    pub(in crate::rows) fn start(
        &mut self,
        rows: &'t [u8],
        entry_pos: u64,
        entry: &EntryRef<'_>,
        key: &DecoratedKey,
        deletion: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        self.key.clone_from(&key.key);
        (self.entry_pos, self.num_blocks, self.done) = (entry_pos, entry.num_blocks, 0);
        self.trie = Some(Trie::new(Rows::new(rows, self.table.version).trie(), entry.root_pos));
        if entry.key.data != key.key {
            self.find(rule::row_index_key(), row_index::KEY, log);
        }
        if DeletionTime::of_partition(&entry.deletion_time) != deletion {
            self.find(rule::row_index_deletion(), row_index::DELETION, log);
        }
        self.advance();
    }

    fn next_offset(&self) -> Option<u64> {
        match &self.next {
            Some((Payload::Rows { offset, .. }, _)) => u64::try_from(*offset).ok(),
            _ => None,
        }
    }

    pub(in crate::rows) fn unfiltered(
        &mut self,
        at: u64,
        prefix: &StoredPrefix,
        last: Option<&StoredPrefix>,
        open: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        if self.trie.is_none() {
            return;
        }
        let Some(offset) = self.next_offset() else {
            self.find(rule::last_separator_missing(), row_index::NUM_BLOCKS, log);
            return self.stop();
        };
        if offset > at {
            if last.is_none() {
                self.find_payload(rule::first_block_begin(at, offset), row_payload::OFFSET, log);
                self.stop();
            }
            return;
        }
        if offset < at {
            self.find_payload(rule::block_begins_in_row(offset), row_payload::OFFSET, log);
            return self.stop();
        }
        log.count(Check::RowIndexMatch);
        self.done += 1;
        if let Some((Payload::Rows { open: stored, .. }, _)) = &self.next {
            if let Some(breach) = wrong_open_deletion(*stored, open, "start") {
                self.find_payload(breach, row_payload::OPEN_DELETION, log);
            }
        }
        self.separator(last, Some(prefix), log);
        self.advance();
    }

    /// The path to a block is after what precedes the block, and not after its first row or marker; which of those it is, is the
    /// writer's choice, but Cassandra's is always the same.
    fn separator(&mut self, last: Option<&StoredPrefix>, first: Option<&StoredPrefix>, log: &mut Log<'_>) {
        if !self.is_known {
            return;
        }
        let (types, version) = (&self.table.schema.clustering, self.encoding);
        let encode = |prefix: Option<&StoredPrefix>, out: &mut Vec<u8>| {
            out.clear();
            prefix.is_some_and(|prefix| encode_clustering(types, prefix, version, out).is_ok())
        };
        let has_last = encode(last, &mut self.last);
        let has_first = encode(first, &mut self.first);
        let Some((_, separator)) = &self.next else { return };
        let breach = if has_last && self.last >= *separator {
            Some(rule::separator_too_low())
        } else if has_first && *separator > self.first {
            Some(rule::separator_too_high())
        } else {
            let expected = match (has_last, first) {
                (false, _) => Vec::new(),
                (true, Some(_)) => just_after(&self.last, common_len(&self.last, &self.first)),
                (true, None) => just_after(&self.last, common_len(&self.last, &self.before)),
            };
            let is_other = (has_last || last.is_none()) && (has_first || first.is_none()) && *separator != expected;
            is_other.then(rule::unusual_separator)
        };
        self.before.clone_from(separator);
        if let (Some(breach), Some((payload, _))) = (breach, &self.next) {
            log.find(payload.find(breach, payload.field()).key(&self.key));
        }
    }

    pub(in crate::rows) fn partition_ends(&mut self, rows_end: u64, last: Option<&StoredPrefix>, log: &mut Log<'_>) {
        if self.trie.is_none() {
            return;
        }
        match self.next_offset() {
            None => self.find(rule::last_separator_missing(), row_index::NUM_BLOCKS, log),
            Some(offset) => {
                if offset != rows_end {
                    self.find_payload(rule::last_separator_offset(rows_end, offset), row_payload::OFFSET, log);
                }
                self.separator(last, None, log);
            }
        }
        if self.done != self.num_blocks {
            self.find(rule::block_count_mismatch(self.done, self.num_blocks), row_index::NUM_BLOCKS, log);
        }
        self.stop();
    }
}

//! The row trie of Rows.db beside the rows.

use cqlite_format::bti_row_index::EntryRef;
use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::byte_comparable::{encode_clustering, EncodingVersion};
use cqlite_sstable::descriptor::Component;

use crate::bti::{Payload, Trie};
use crate::fields::{row_index, row_payload, Field};
use crate::log::Log;
use crate::metadata::Table;
use crate::prefix::StoredPrefix;
use crate::{Check, Finding, Severity};

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

    fn find(&mut self, field: Field, message: impl Into<String>, log: &mut Log<'_>) {
        let finding = Finding::error(Check::RowIndexMatch, ROWS, message).file(self.entry_pos);
        log.find(finding.field(field).key(&self.key));
    }

    fn find_payload(&mut self, field: Field, message: impl Into<String>, log: &mut Log<'_>) {
        if let Some((payload, _)) = &self.next {
            log.find(payload.finding(Check::RowIndexMatch, field, message.into()).key(&self.key));
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
        self.trie = Some(Trie::new(rows, entry.root_pos, true, self.table.version));
        if entry.key.data != key.key {
            self.find(row_index::KEY, "the key is not that of the partition", log);
        }
        if DeletionTime::of_partition(&entry.deletion_time) != deletion {
            self.find(row_index::DELETION, "the deletion is not that of the partition", log);
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
            self.find(row_index::NUM_BLOCKS, "the separator after the last block is missing", log);
            return self.stop();
        };
        if offset > at {
            if last.is_none() {
                let message = format!("the first block begins at {at}, but {offset} is stored");
                self.find_payload(row_payload::OFFSET, message, log);
                self.stop();
            }
            return;
        }
        if offset < at {
            let message = format!("a block begins {offset} bytes after the partition's start, within a row");
            self.find_payload(row_payload::OFFSET, message, log);
            return self.stop();
        }
        log.count(Check::RowIndexMatch);
        self.done += 1;
        if let Some((Payload::Rows { open: stored, .. }, _)) = &self.next {
            if *stored != open {
                let message = match (stored, open) {
                    (None, Some(_)) => "a range is open at the start of the block, but none is stored",
                    (Some(_), None) => "no range is open at the start of the block, but one is stored",
                    _ => "the range that is open at the start of the block has another deletion",
                };
                self.find_payload(row_payload::OPEN_DELETION, message, log);
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
        let problem = if has_last && self.last >= *separator {
            Some((Severity::Error, "the path to the block is not after the rows before it"))
        } else if has_first && *separator > self.first {
            Some((Severity::Error, "the path to the block is after its first row: reads miss it"))
        } else {
            let expected = match (has_last, first) {
                (false, _) => Vec::new(),
                (true, Some(_)) => nudged(&self.last, common(&self.last, &self.first)),
                (true, None) => nudged(&self.last, common(&self.last, &self.before)),
            };
            let is_other = (has_last || last.is_none()) && (has_first || first.is_none()) && *separator != expected;
            is_other.then_some((Severity::Warning, "the path to the block is not the one that Cassandra chooses"))
        };
        self.before.clone_from(separator);
        if let (Some((severity, message)), Some((payload, _))) = (problem, &self.next) {
            let mut finding = payload.finding(Check::RowIndexMatch, payload.field(), message.to_owned()).key(&self.key);
            finding.severity = severity;
            log.find(finding);
        }
    }

    pub(in crate::rows) fn partition_ends(&mut self, rows_end: u64, last: Option<&StoredPrefix>, log: &mut Log<'_>) {
        if self.trie.is_none() {
            return;
        }
        match self.next_offset() {
            None => self.find(row_index::NUM_BLOCKS, "the separator after the last block is missing", log),
            Some(offset) => {
                if offset != rows_end {
                    let message = format!("the rows end at {rows_end}, but {offset} is stored");
                    self.find_payload(row_payload::OFFSET, message, log);
                }
                self.separator(last, None, log);
            }
        }
        if self.done != self.num_blocks {
            let message = format!("there are {} blocks, but {} are stored", self.done, self.num_blocks);
            self.find(row_index::NUM_BLOCKS, message, log);
        }
        self.stop();
    }
}

/// Number of bytes that both begin with.
fn common(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// What is just greater than `bytes` at position `at`, or, where there is nothing greater than the byte there, after it.
///
/// Reference: `ByteSource.separatorGt`, `RowIndexWriter.nudge`.
fn nudged(bytes: &[u8], at: usize) -> Vec<u8> {
    let last = (at..bytes.len()).find(|i| bytes[*i] < 0xff).unwrap_or(bytes.len());
    let mut out = bytes[..last].to_vec();
    out.extend(bytes.get(last).map(|b| b + 1));
    out
}

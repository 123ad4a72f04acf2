//! Partitions.db and Rows.db (BTI), in themselves.

mod coverage;
mod trie;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, FooterRef, KeyRangeRef};
use cqlite_format::bti_row_index::{BtiRowIndexParams, EntryRef};
use cqlite_format::bti_trie::{BtiTrie, BtiTrieRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::reader::Locator;

pub(crate) use trie::{Payload, Trie};

use crate::extents::Extents;
use crate::fields::{partition_payload, partitions, row_index, row_payload, trie as node_fields, Field, FieldPath};
use crate::files::Files;
use crate::index::check_key_range;
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::source::Whole;
use crate::{Check, Finding, Place, Severity, Stage, VerifyError};
use coverage::Coverage;

const PARTITIONS: &Component = &Component::Partitions;
const ROWS: &Component = &Component::Rows;

/// Largest component of which every byte is accounted for; takes an eighth of it in memory.
const COVERAGE_LIMIT: usize = 2 << 30;
/// Payloads between two looks at whether to go on.
const STEP: u64 = 1 << 14;

/// The footer of Partitions.db.
pub(crate) fn footer(bytes: &[u8], version: SstableVersion) -> Result<FooterRef<'_>, ReadError> {
    let params = BtiPartitionsParams::new(version);
    BtiPartitions::footer_at(&Reader::new(bytes), &params)
}

/// The first and the last key in Partitions.db.
pub(crate) fn keys(bytes: &[u8], version: SstableVersion) -> Result<KeyRangeRef<'_>, ReadError> {
    let params = BtiPartitionsParams::new(version);
    BtiPartitions::keys_at(&Reader::new(bytes), &params)
}

/// Where a field of Partitions.db is.
pub(crate) fn place(bytes: &[u8], version: SstableVersion, field: Field) -> Option<Place> {
    let params = BtiPartitionsParams::new(version);
    Locator::locate(bytes, FieldPath::from(field).as_str(), |r, w| BtiPartitions::walk(r, &params, w)).map(Place::File)
}

/// The entry at a position of Rows.db, and where it ends.
pub(crate) fn rows_entry(bytes: &[u8], at: u64, version: SstableVersion) -> Result<(EntryRef<'_>, u64), ReadError> {
    let entry_pos = i64::try_from(at).unwrap_or(i64::MAX);
    let params = BtiRowIndexParams::new(version, entry_pos);
    let mut r = Reader::new(bytes).at(entry_pos, EntryRef::site())?;
    let entry = EntryRef::read(&mut r, &params)?;
    Ok((entry, r.offset()))
}

/// Checks both.
pub(crate) fn check(files: &Files, metadata: &Metadata, table: &Table, log: &mut Log<'_>) -> Result<(), VerifyError> {
    let rows = Whole::open(files, ROWS)?;
    let rows = rows.as_ref().map_or(&[][..], Whole::as_slice);
    let Some(partitions) = Whole::open(files, PARTITIONS)? else {
        log.skip(&[Check::Index, Check::RowIndex, Check::Trie], "there is no Partitions.db");
        return Ok(());
    };
    let bytes = partitions.as_slice();
    log.count_many(Check::Decoding, 2);
    let footer = match footer(bytes, table.version) {
        Ok(footer) => footer,
        Err(e) => {
            log.undecodable(Check::Decoding, PARTITIONS, &e);
            return Ok(());
        }
    };
    let mut nodes = Nodes::new(PARTITIONS, bytes.len(), table.version, log);
    check_keys(bytes, &mut nodes, table, metadata, log);
    let mut checker = Checker {
        table,
        bytes,
        rows,
        row_nodes: Nodes::new(ROWS, rows.len(), table.version, log),
        last_pos: None,
        last_path: Vec::new(),
    };
    let is_whole = checker.partitions(&footer, &mut nodes, log)?;
    if is_whole {
        nodes.finish(bytes, log);
        checker.row_nodes.finish(rows, log);
    } else {
        log.skip(&[Check::Trie], "not all of a trie could be read");
    }
    Ok(())
}

/// The keys lie between the trie and the footer, and are those of Statistics.db.
fn check_keys(bytes: &[u8], nodes: &mut Nodes, table: &Table, metadata: &Metadata, log: &mut Log<'_>) {
    let params = BtiPartitionsParams::new(table.version);
    let found = keys(bytes, table.version)
        .and_then(|keys| Ok((keys, Extents::of(bytes, |r, w| BtiPartitions::walk(r, &params, w))?)));
    let (keys, extents) = match found {
        Ok(found) => found,
        Err(e) => return log.undecodable(Check::Decoding, PARTITIONS, &e),
    };
    for field in [partitions::KEYS, partitions::FOOTER] {
        if let Some((begin, end)) = extents.get(field) {
            nodes.mark(begin, end);
        }
    }
    if let (Some((_, end)), Some((footer, _))) = (extents.get(partitions::KEYS), extents.get(partitions::FOOTER)) {
        if end != footer {
            let message = format!("the keys end at {end}, but the footer begins at {footer}");
            let finding = Finding::error(Check::Decoding, PARTITIONS, message);
            log.find(finding.file(footer).field(partitions::KEYS_POS));
        }
    }
    let decorate = |key: &[u8]| table.schema.keys.partitioner.decorate(key);
    let (first, last) = (decorate(keys.first_key.data), decorate(keys.last_key.data));
    check_key_range(metadata, Some(&first), Some(&last), log);
}

/// What is found out of the nodes of a component.
struct Nodes {
    component: &'static Component,
    coverage: Option<Coverage>,
    /// Length of a page, over whose end no node goes.
    len_page: u64,
    /// Position of the node, its field or nothing if it is the node itself, and what is wrong.
    problems: Vec<(u64, Option<Field>, &'static str)>,
    count: u64,
}

impl Nodes {
    fn new(component: &'static Component, len: usize, version: SstableVersion, log: &mut Log<'_>) -> Self {
        let coverage = (len <= COVERAGE_LIMIT).then(|| Coverage::new(len));
        if coverage.is_none() {
            log.skip(&[Check::Trie], "the component is too large to account for every byte");
        }
        let len_page = BtiTrie::len_page(version).unsigned_abs().max(1);
        Nodes { component, coverage, len_page, problems: Vec::new(), count: 0 }
    }

    fn mark(&mut self, from: u64, to: u64) -> bool {
        self.coverage.as_mut().is_none_or(|coverage| coverage.mark(from, to))
    }

    /// A node that a walk has met.
    fn node(&mut self, pos: u64, end: u64, node: &BtiTrieRef<'_>) {
        self.count += 1;
        if !self.mark(pos, end) {
            self.problems.push((pos, None, "the node shares bytes with another one"));
        }
        if pos / self.len_page != end.saturating_sub(1).max(pos) / self.len_page {
            self.problems.push((pos, None, "the node goes over the end of a page"));
        }
        if let Some(transitions) = &node.sparse_transitions {
            let mut last = None;
            for transition in transitions.iter().flatten() {
                if last.is_some_and(|last| last >= transition.0) {
                    self.problems.push((pos, Some(node_fields::TRANSITIONS), "the transitions are not ascending"));
                    break;
                }
                last = Some(transition.0);
            }
        }
        // An odd number of them leaves four bits.
        if node.distances_12.is_some_and(|distances| distances.padding() != 0) {
            self.problems.push((pos, Some(node_fields::DISTANCES), "the bits after the last distance are not zero"));
        }
        if node.num_children == 0 && !node.has_payload {
            self.problems.push((pos, Some(node_fields::LOW), "the node has neither children nor a payload"));
        }
    }

    fn report(&mut self, log: &mut Log<'_>) {
        log.count_many(Check::Trie, self.count);
        self.count = 0;
        for (pos, field, message) in self.problems.drain(..) {
            let path = field.map(FieldPath::from).unwrap_or_default();
            log.find(Finding::error(Check::Trie, self.component, message).file(pos).field(path));
        }
    }

    /// Once all tries have been walked over: nothing but zeros is between the nodes.
    fn finish(&mut self, bytes: &[u8], log: &mut Log<'_>) {
        self.report(log);
        if let Some(at) = self.coverage.as_ref().and_then(|coverage| coverage.first_stray(bytes)) {
            let message = "the byte belongs to no node and no entry, but is not zero";
            log.find(Finding::new(Severity::Warning, Check::Trie, self.component, message).file(at as u64));
        }
    }
}

struct Checker<'c> {
    table: &'c Table,
    bytes: &'c [u8],
    rows: &'c [u8],
    row_nodes: Nodes,
    last_pos: Option<u64>,
    last_path: Vec<u8>,
}

impl<'c> Checker<'c> {
    /// Walks over the trie of partitions; whether it could be, and those of rows too.
    fn partitions(
        &mut self,
        footer: &FooterRef<'_>,
        nodes: &mut Nodes,
        log: &mut Log<'_>,
    ) -> Result<bool, VerifyError> {
        let total = self.bytes.len() as u64;
        let mut trie = Trie::new(self.bytes, footer.root_pos, false, self.table.version);
        let (mut count, mut is_whole) = (0u64, true);
        loop {
            let payload = match trie.next_with(&mut |pos, end, node| nodes.node(pos, end, node)) {
                None => break,
                Some(Ok(payload)) => payload,
                Some(Err(e)) => {
                    nodes.report(log);
                    log.find(trie_error(PARTITIONS, &e));
                    is_whole = false;
                    break;
                }
            };
            nodes.report(log);
            if count % STEP == 0 {
                log.tick(Stage::Index, count.min(total), total)?;
            }
            count += 1;
            log.count(Check::Index);
            // A way that is the beginning of another one's leads to a node with children: keys are not found through it.
            let is_legacy = self.table.version.has_legacy_byte_comparable_keys();
            if count > 1 && !is_legacy && trie.path().starts_with(&self.last_path) {
                let message = "the path to the payload continues the one to the payload before";
                log.find(payload.finding(Check::Index, payload.field(), message.to_owned()));
            }
            self.last_path.clear();
            self.last_path.extend_from_slice(trie.path());
            is_whole &= self.payload(&payload, log);
        }
        log.tick(Stage::Index, total, total)?;
        nodes.report(log);
        if is_whole && u64::try_from(footer.num_keys) != Ok(count) {
            let message = format!("{} keys are stored, but the trie has {count}", footer.num_keys);
            let at = place(self.bytes, self.table.version, partitions::FOOTER);
            log.find(Finding::error(Check::Index, PARTITIONS, message).at(at).field(partitions::NUM_KEYS));
        }
        Ok(is_whole)
    }

    fn payload(&mut self, payload: &Payload, log: &mut Log<'_>) -> bool {
        let Payload::Partition { position, hash, .. } = *payload else { return true };
        if hash.is_none() && !self.table.version.has_legacy_byte_comparable_keys() {
            log.find(payload.finding(Check::Index, partition_payload::HASH, "the hash byte is missing".to_owned()));
        }
        let (data_pos, is_whole) = match u64::try_from(position) {
            Err(_) => (Some(!position as u64), true),
            Ok(at) => self.entry(payload, at, log),
        };
        let Some(data_pos) = data_pos else { return false };
        let is_ascending = self.last_pos.map_or(data_pos == 0, |last| data_pos > last);
        let is_within = self.table.data_len.is_none_or(|len| data_pos < len);
        if !is_ascending || !is_within {
            let message = match self.last_pos {
                _ if !is_within => format!("the position {data_pos} is after the end of the data"),
                None => format!("the position is {data_pos}, but the first partition is at 0"),
                Some(last) => format!("the position {data_pos} is not after that of the partition before, {last}"),
            };
            log.find(payload.finding(Check::Index, partition_payload::POSITION, message));
        }
        self.last_pos = Some(data_pos);
        is_whole
    }

    /// The entry of Rows.db that a payload leads to: its position in the data, and whether all of it could be read.
    fn entry(&mut self, payload: &Payload, at: u64, log: &mut Log<'_>) -> (Option<u64>, bool) {
        let (entry, end) = match rows_entry(self.rows, at, self.table.version) {
            Ok(entry) => entry,
            Err(e) => {
                let message = format!("the position {at} is not that of an entry of Rows.db: {}", e.kind());
                log.find(payload.finding(Check::Index, partition_payload::POSITION, message));
                return (None, false);
            }
        };
        if !self.row_nodes.mark(at, end) {
            let message = "the entry shares bytes with a node or another entry";
            log.find(Finding::error(Check::Trie, ROWS, message).file(at).field(row_index::ENTRY));
        }
        let find = |field: Field, message: String, log: &mut Log<'_>| {
            let finding = Finding::error(Check::RowIndex, ROWS, message).file(at).field(field);
            log.find(finding.key(entry.key.data));
        };
        if entry.num_blocks < 2 {
            find(row_index::NUM_BLOCKS, format!("there are {} blocks, expected at least 2", entry.num_blocks), log);
        }
        if entry.root_pos >= i64::try_from(at).unwrap_or(i64::MAX) {
            find(row_index::ROOT, format!("the root of the trie, at {}, is not before the entry", entry.root_pos), log);
        }
        let mut trie = Trie::new(self.rows, entry.root_pos, true, self.table.version);
        let (mut count, mut last) = (0u64, None);
        loop {
            let row_nodes = &mut self.row_nodes;
            let payload = match trie.next_with(&mut |pos, end, node| row_nodes.node(pos, end, node)) {
                None => break,
                Some(Ok(payload)) => payload,
                Some(Err(e)) => {
                    self.row_nodes.report(log);
                    log.find(trie_error(ROWS, &e).key(entry.key.data));
                    return (Some(entry.data_pos), false);
                }
            };
            self.row_nodes.report(log);
            count += 1;
            log.count(Check::RowIndex);
            let Payload::Rows { offset, .. } = payload else { continue };
            if offset < 0 || last.is_some_and(|last| offset <= last) {
                let message = format!("the block at {offset} is not after the one before, at {}", last.unwrap_or(0));
                log.find(payload.finding(Check::RowIndex, row_payload::OFFSET, message).key(entry.key.data));
            }
            last = Some(offset);
        }
        if entry.num_blocks.checked_add(1) != Some(count) {
            find(
                row_index::NUM_BLOCKS,
                format!("{} blocks are stored, but the trie has {count} separators", entry.num_blocks),
                log,
            );
        }
        (Some(entry.data_pos), true)
    }
}

fn trie_error(component: &Component, e: &ReadError) -> Finding {
    Finding::error(Check::Trie, component, format!("{}; the trie cannot be read further", e.kind()))
        .file(e.offset())
        .field(e)
}

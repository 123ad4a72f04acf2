//! Partitions.db and Rows.db (BTI), in themselves.

mod coverage;
mod trie;

use cqlite_format::bti_partitions::{BtiPartitions, BtiPartitionsParams, FooterRef};
use cqlite_format::bti_trie::{BtiTrie, BtiTrieRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::ReadError;
use cqlite_sstable::component::{Partitions, Rows, Target};
use cqlite_sstable::descriptor::Component;

pub(crate) use trie::{Payload, Trie};

use crate::extents::Extents;
use crate::fields::{partition_payload, partitions, row_index, row_payload, trie as node_fields, Field, FieldPath};
use crate::files::Files;
use crate::index::{check_key_range, wrong_position};
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::rule::{self, Breach};
use crate::source::Whole;
use crate::{Check, Finding, Stage, VerifyError};
use coverage::Coverage;

const PARTITIONS: &Component = &Component::Partitions;
const ROWS: &Component = &Component::Rows;

/// Payloads between two looks at whether to go on.
const STEP: u64 = 1 << 14;

/// A finding in a field of Partitions.db, but not of its trie.
pub(crate) fn find(breach: Breach, bytes: &[u8], version: SstableVersion, field: Field) -> Finding {
    let params = BtiPartitionsParams::new(version);
    breach.of(PARTITIONS).located(field, bytes, |r, w| BtiPartitions::walk(r, &params, w))
}

/// Checks both.
pub(crate) fn check(files: &Files, metadata: &Metadata, table: &Table, log: &mut Log<'_>) -> Result<(), VerifyError> {
    let rows = Whole::open(files, ROWS, &log.options.limits)?;
    let rows = rows.as_ref().map_or(&[][..], Whole::as_slice);
    let Some(partitions) = Whole::open(files, PARTITIONS, &log.options.limits)? else {
        log.skip(&[Check::Index, Check::RowIndex, Check::Trie], "there is no Partitions.db");
        return Ok(());
    };
    let bytes = partitions.as_slice();
    // Rows.db is decoded as far as payloads lead to it.
    log.count(Check::Decoding);
    let Some(footer) = log.decoded(PARTITIONS, Partitions::new(bytes, table.version).footer()) else { return Ok(()) };
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
    let found = Partitions::new(bytes, table.version)
        .keys()
        .and_then(|keys| Ok((keys, Extents::of(bytes, |r, w| BtiPartitions::walk(r, &params, w))?)));
    let (keys, extents) = match found {
        Ok(found) => found,
        Err(e) => return log.undecodable(PARTITIONS, &e),
    };
    for field in [partitions::KEYS, partitions::FOOTER] {
        if let Some((begin, end)) = extents.get(field) {
            nodes.mark(begin, end);
        }
    }
    if let (Some((_, end)), Some((footer, _))) = (extents.get(partitions::KEYS), extents.get(partitions::FOOTER)) {
        if end != footer {
            log.find(rule::keys_end(end, footer).of(PARTITIONS).file(footer).field(partitions::KEYS_POS));
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
    /// What is wrong with nodes, until it is reported.
    findings: Vec<Finding>,
    count: u64,
}

impl Nodes {
    fn new(component: &'static Component, len: usize, version: SstableVersion, log: &mut Log<'_>) -> Self {
        let coverage = (Coverage::size(len) <= log.options.limits.rebuilt).then(|| Coverage::new(len));
        if coverage.is_none() {
            log.skip(&[Check::Trie], "the component is too large to account for every byte");
        }
        let len_page = BtiTrie::len_page(version).unsigned_abs().max(1);
        Nodes { component, coverage, len_page, findings: Vec::new(), count: 0 }
    }

    fn mark(&mut self, from: u64, to: u64) -> bool {
        self.coverage.as_mut().is_none_or(|coverage| coverage.mark(from, to))
    }

    /// A node that a walk has met.
    fn node(&mut self, pos: u64, end: u64, node: &BtiTrieRef<'_>) {
        self.count += 1;
        if !self.mark(pos, end) {
            self.find(rule::shared_node(), pos, FieldPath::default());
        }
        if pos / self.len_page != end.saturating_sub(1).max(pos) / self.len_page {
            self.find(rule::node_crosses_page(), pos, FieldPath::default());
        }
        if let Some(transitions) = &node.sparse_transitions {
            let mut last = None;
            for transition in transitions.iter().flatten() {
                if last.is_some_and(|last| last >= transition.0) {
                    self.find(rule::transition_order(), pos, node_fields::TRANSITIONS);
                    break;
                }
                last = Some(transition.0);
            }
        }
        // An odd number of them leaves four bits.
        if node.distances_12.is_some_and(|distances| distances.padding() != 0) {
            self.find(rule::dirty_distance_bits(), pos, node_fields::DISTANCES);
        }
        if node.num_children == 0 && !node.has_payload {
            self.find(rule::empty_node(), pos, node_fields::LOW);
        }
    }

    fn find(&mut self, breach: Breach, pos: u64, field: impl Into<FieldPath>) {
        self.findings.push(breach.of(self.component).file(pos).field(field));
    }

    fn report(&mut self, log: &mut Log<'_>) {
        log.count_many(Check::Trie, self.count);
        self.count = 0;
        self.findings.drain(..).for_each(|finding| log.find(finding));
    }

    /// Once all tries have been walked over: nothing but zeros is between the nodes.
    fn finish(&mut self, bytes: &[u8], log: &mut Log<'_>) {
        self.report(log);
        if let Some(at) = self.coverage.as_ref().and_then(|coverage| coverage.first_stray(bytes)) {
            log.find(rule::stray_byte().of(self.component).file(at as u64));
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
        let mut trie = Trie::new(Partitions::new(self.bytes, self.table.version).trie(), footer.root_pos);
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
            let is_legacy = self.table.version.has_legacy_byte_comparable_keys();
            if count > 1 && !is_legacy && trie.path().starts_with(&self.last_path) {
                log.find(payload.find(rule::path_prefix(), payload.field()));
            }
            self.last_path.clear();
            self.last_path.extend_from_slice(trie.path());
            is_whole &= self.payload(&payload, log);
        }
        log.tick(Stage::Index, total, total)?;
        nodes.report(log);
        if is_whole && u64::try_from(footer.num_keys) != Ok(count) {
            let breach = rule::key_count(footer.num_keys, count);
            log.find(find(breach, self.bytes, self.table.version, partitions::NUM_KEYS));
        }
        Ok(is_whole)
    }

    fn payload(&mut self, payload: &Payload, log: &mut Log<'_>) -> bool {
        let Payload::Partition { target, hash, .. } = *payload else { return true };
        if hash.is_none() && !self.table.version.has_legacy_byte_comparable_keys() {
            log.find(payload.find(rule::hash_byte_missing(), partition_payload::HASH));
        }
        let (data_pos, is_whole) = match target {
            Target::Data(position) => (Some(position), true),
            Target::Rows(at) => self.entry(payload, at, log),
        };
        let Some(data_pos) = data_pos else { return false };
        if let Some(breach) = wrong_position(data_pos, self.last_pos, self.table) {
            log.find(payload.find(breach, partition_payload::POSITION));
        }
        self.last_pos = Some(data_pos);
        is_whole
    }

    /// The entry of Rows.db that a payload leads to: its position in the data, and whether all of it could be read.
    fn entry(&mut self, payload: &Payload, at: u64, log: &mut Log<'_>) -> (Option<u64>, bool) {
        let (entry, end) = match Rows::new(self.rows, self.table.version).entry(at) {
            Ok(entry) => entry,
            Err(e) => {
                log.find(payload.find(rule::rows_position(at, e.kind()), partition_payload::POSITION));
                return (None, false);
            }
        };
        if !self.row_nodes.mark(at, end) {
            log.find(rule::shared_row_index_entry().of(ROWS).file(at).field(row_index::ENTRY));
        }
        let find = |breach: Breach, field: Field| breach.of(ROWS).file(at).field(field).key(entry.key.data);
        if entry.num_blocks < 2 {
            log.find(find(rule::too_few_blocks(entry.num_blocks), row_index::NUM_BLOCKS));
        }
        if entry.root_pos >= i64::try_from(at).unwrap_or(i64::MAX) {
            log.find(find(rule::trie_root_position(entry.root_pos), row_index::ROOT));
        }
        let mut trie = Trie::new(Rows::new(self.rows, self.table.version).trie(), entry.root_pos);
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
                let breach = rule::row_trie_order(offset, last.unwrap_or(0));
                log.find(payload.find(breach, row_payload::OFFSET).key(entry.key.data));
            }
            last = Some(offset);
        }
        if entry.num_blocks.checked_add(1) != Some(count) {
            log.find(find(rule::separator_count(entry.num_blocks, count), row_index::NUM_BLOCKS));
        }
        (Some(entry.data_pos), true)
    }
}

fn trie_error(component: &Component, e: &ReadError) -> Finding {
    rule::undecodable_trie(e.kind()).of(component).where_undecodable(e)
}

//! Along the trie of Partitions.db.

use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::{murmur3_x64_128, DecoratedKey};
use cqlite_sstable::byte_comparable::{encode_decorated_key, EncodingVersion};

use super::{missing, PARTITIONS};
use crate::bti::{self, Payload, Trie};
use crate::fields::{partition_payload, partitions};
use crate::log::Log;
use crate::metadata::Table;
use crate::rows::row_index::BtiBlocks;
use crate::{Check, Finding};

/// A payload of Partitions.db, resolved.
pub(super) struct Next {
    payload: Payload,
    pub(super) data_pos: u64,
}

/// Partitions.db and Rows.db.
pub(in crate::rows) struct Bti<'t> {
    trie: Trie<'t>,
    partitions: &'t [u8],
    rows: &'t [u8],
    table: &'t Table,
    encoding: EncodingVersion,
    pub(super) next: Option<Next>,
    /// The key at hand, byte-comparable.
    path: Vec<u8>,
    pub(super) is_broken: bool,
    pub(super) blocks: BtiBlocks<'t>,
}

impl<'t> Bti<'t> {
    pub(super) fn new(trie: Trie<'t>, rows: &'t [u8], table: &'t Table) -> Self {
        let encoding = EncodingVersion::of_sstable(table.version);
        let blocks = BtiBlocks::new(table, encoding, table.comparator.is_known());
        let partitions = trie.bytes();
        Bti { trie, partitions, rows, table, encoding, next: None, path: Vec::new(), is_broken: false, blocks }
    }

    /// Goes to the next payload. What is wrong with the tries has been reported when they were checked by themselves.
    pub(super) fn advance(&mut self) {
        self.next = None;
        match self.trie.next() {
            None => {}
            Some(Err(_)) => self.is_broken = true,
            Some(Ok(payload)) => {
                let Payload::Partition { position, .. } = payload else { return };
                let data_pos = match u64::try_from(position) {
                    Err(_) => Some(!position as u64),
                    Ok(at) => bti::rows_entry(self.rows, at, self.table.version).map(|(e, _)| e.data_pos).ok(),
                };
                match data_pos {
                    Some(data_pos) => self.next = Some(Next { payload, data_pos }),
                    None => self.is_broken = true,
                }
            }
        }
    }

    pub(super) fn superfluous(&self, next: &Next, log: &mut Log<'_>) {
        let message = format!("the payload leads to no partition; it says that one is at {}", next.data_pos);
        log.find(next.payload.finding(Check::IndexMatch, partition_payload::POSITION, message));
    }

    pub(super) fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) {
        log.count(Check::IndexMatch);
        self.blocks.stop();
        self.path.clear();
        let key_type = self.table.schema.keys.key_type.as_ref();
        let is_known = encode_decorated_key(&key.token, &key.key, key_type, self.encoding, &mut self.path).is_ok();
        if !is_known {
            log.skip(
                &[Check::IndexMatch],
                "keys that have no byte-comparable form are only looked for by their positions",
            );
        }
        while let Some(next) = self.next.take() {
            // The trie is where the next payload is.
            let leads_here = is_known && self.path.starts_with(self.trie.path());
            if leads_here || next.data_pos == begin {
                let problem = match leads_here {
                    true if next.data_pos == begin => None,
                    true => Some(format!("the partition is at {begin}, but {} is stored", next.data_pos)),
                    false if !is_known => None,
                    false => Some(format!("the path to the payload is not that of the key at {begin}")),
                };
                if let Some(message) = problem {
                    let finding = next.payload.finding(Check::IndexMatch, partition_payload::POSITION, message);
                    log.find(finding.key(&key.key));
                }
                self.matched(&next, key, deletion, log);
                return self.advance();
            }
            if !is_known || self.trie.path() > self.path.as_slice() {
                self.next = Some(next);
                break;
            }
            self.superfluous(&next, log);
            self.advance();
        }
        if !self.is_broken {
            missing(ordinal, key, begin, log);
        }
    }

    fn matched(&mut self, next: &Next, key: &DecoratedKey, deletion: Option<DeletionTime>, log: &mut Log<'_>) {
        let Payload::Partition { position, hash, .. } = next.payload else { return };
        let expected = murmur3_x64_128(&key.key).h2 as u8;
        if let Some(hash) = hash.filter(|hash| *hash != expected) {
            let message =
                format!("the hash byte is {hash:#04x}, but the key's is {expected:#04x}: reads do not find it");
            log.find(next.payload.finding(Check::IndexMatch, partition_payload::HASH, message).key(&key.key));
        }
        let Ok(at) = u64::try_from(position) else { return };
        if let Ok((entry, _)) = bti::rows_entry(self.rows, at, self.table.version) {
            self.blocks.start(self.rows, at, &entry, key, deletion, log);
        }
    }

    /// The first and the last key after the trie.
    pub(super) fn key_range(&self, first: Option<&DecoratedKey>, last: Option<&DecoratedKey>, log: &mut Log<'_>) {
        let Ok(keys) = bti::keys(self.partitions, self.table.version) else { return };
        let ends = [(&keys.first_key, first, partitions::FIRST_KEY), (&keys.last_key, last, partitions::LAST_KEY)];
        for (stored, found, field) in ends {
            log.count(Check::IndexMatch);
            if found.is_some_and(|found| found.key != stored.data) {
                let message = "the key is not that of Data.db";
                let at = bti::place(self.partitions, self.table.version, partitions::KEYS);
                let finding = Finding::error(Check::IndexMatch, PARTITIONS, message).at(at);
                log.find(finding.field(field).key(stored.data));
            }
        }
    }
}

//! Along the trie of Partitions.db.

use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::{murmur3_x64_128, DecoratedKey};
use cqlite_sstable::byte_comparable::{encode_decorated_key, EncodingVersion};
use cqlite_sstable::component::{Partitions, Rows, Target};

use super::missing;

use crate::bti::{self, Payload, Trie};
use crate::fields::{partition_payload, partitions};
use crate::log::Log;
use crate::metadata::Table;
use crate::rows::row_index::BtiBlocks;
use crate::{rule, Check};

/// A payload of Partitions.db, resolved.
pub(super) struct Next<'t> {
    payload: Payload,
    pub(super) data_pos: u64,
    /// Its key, if Rows.db has it.
    pub(super) key: Option<&'t [u8]>,
}

/// Partitions.db and Rows.db.
pub(in crate::rows) struct Bti<'t> {
    trie: Trie<'t>,
    partitions: &'t [u8],
    rows: &'t [u8],
    table: &'t Table,
    encoding: EncodingVersion,
    pub(super) next: Option<Next<'t>>,
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
                let Payload::Partition { target, .. } = payload else { return };
                let place = match target {
                    Target::Data(position) => Some((position, None)),
                    Target::Rows(at) => {
                        let entry = Rows::new(self.rows, self.table.version).entry(at).ok();
                        entry.map(|(entry, _)| (entry.data_pos, Some(entry.key.data)))
                    }
                };
                match place {
                    Some((data_pos, key)) => self.next = Some(Next { payload, data_pos, key }),
                    None => self.is_broken = true,
                }
            }
        }
    }

    pub(super) fn orphan(&self, next: &Next<'_>, log: &mut Log<'_>) {
        log.find(next.payload.find(rule::orphan_payload(next.data_pos), partition_payload::POSITION));
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
                let breach = match leads_here {
                    true if next.data_pos == begin => None,
                    true => Some(rule::index_position(begin, next.data_pos)),
                    false if !is_known => None,
                    false => Some(rule::payload_path(begin)),
                };
                if let Some(breach) = breach {
                    log.find(next.payload.find(breach, partition_payload::POSITION).key(&key.key));
                }
                self.matched(&next, key, deletion, log);
                return self.advance();
            }
            if !is_known || self.trie.path() > self.path.as_slice() {
                self.next = Some(next);
                break;
            }
            self.orphan(&next, log);
            self.advance();
        }
        if !self.is_broken {
            missing(ordinal, key, begin, log);
        }
    }

    fn matched(&mut self, next: &Next<'_>, key: &DecoratedKey, deletion: Option<DeletionTime>, log: &mut Log<'_>) {
        let Payload::Partition { target, hash, .. } = next.payload else { return };
        let expected = murmur3_x64_128(&key.key).h2 as u8;
        if let Some(hash) = hash.filter(|hash| *hash != expected) {
            let breach = rule::hash_byte(format_args!("{hash:#04x}"), format_args!("{expected:#04x}"));
            log.find(next.payload.find(breach, partition_payload::HASH).key(&key.key));
        }
        let Target::Rows(at) = target else { return };
        if let Ok((entry, _)) = Rows::new(self.rows, self.table.version).entry(at) {
            self.blocks.start(self.rows, at, &entry, key, deletion, log);
        }
    }

    /// The first and the last key after the trie.
    pub(super) fn key_range(&self, first: Option<&DecoratedKey>, last: Option<&DecoratedKey>, log: &mut Log<'_>) {
        let Ok(keys) = Partitions::new(self.partitions, self.table.version).keys() else { return };
        let ends = [(&keys.first_key, first, partitions::FIRST_KEY), (&keys.last_key, last, partitions::LAST_KEY)];
        for (stored, found, field) in ends {
            log.count(Check::IndexMatch);
            if found.is_some_and(|found| found.key != stored.data) {
                let breach = rule::partitions_key_range();
                log.find(bti::find(breach, self.partitions, self.table.version, field).key(stored.data));
            }
        }
    }
}

//! Walks along the index while the data is read: each partition has its entry, and each entry its partition.

use std::cmp::Ordering;

use cqlite_sstable::byte_comparable::{encode_decorated_key, EncodingVersion};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::partitioner::{murmur3_x64_128, DecoratedKey};

use super::row_index::{BigBlocks, BtiBlocks};
use super::{Deletion, DATA};
use crate::bti::{self, Payload, Trie};
use crate::files::Files;
use crate::index::Entries;
use crate::log::Log;
use crate::metadata::Table;
use crate::order::{Comparator, Prefix};
use crate::source::Whole;
use crate::{Check, Finding, VerifyError};

const INDEX: &Component = &Component::PrimaryIndex;
const PARTITIONS: &Component = &Component::Partitions;

/// The bytes of tries, which are read at random.
pub(super) struct IndexBytes {
    partitions: Option<Whole>,
    rows: Option<Whole>,
}

impl IndexBytes {
    pub(super) fn open(files: &Files) -> Result<Self, VerifyError> {
        if !files.is_bti() {
            return Ok(IndexBytes { partitions: None, rows: None });
        }
        Ok(IndexBytes { partitions: Whole::open(files, PARTITIONS)?, rows: Whole::open(files, &Component::Rows)? })
    }
}

/// The index, and how far it has been gone along.
pub(super) enum Pairing<'t> {
    /// Index.db.
    Big(Box<Big<'t>>),
    /// Partitions.db and Rows.db.
    Bti(Box<Bti<'t>>),
    /// There is none.
    None,
}

impl<'t> Pairing<'t> {
    pub(super) fn open(
        files: &Files,
        table: &'t Table,
        bytes: &'t IndexBytes,
        log: &mut Log<'_>,
    ) -> Result<Self, VerifyError> {
        if !files.is_bti() {
            return Ok(match Entries::open(files, table)? {
                Some(entries) => {
                    let mut big = Big::new(entries.quiet(), table);
                    big.advance(log)?;
                    Pairing::Big(Box::new(big))
                }
                None => Pairing::None,
            });
        }
        let partitions = bytes.partitions.as_ref().map(Whole::as_slice);
        let Some((footer, partitions)) = partitions.and_then(|p| Some((bti::footer(p, table.version).ok()?, p))) else {
            return Ok(Pairing::None);
        };
        let rows = bytes.rows.as_ref().map_or(&[][..], Whole::as_slice);
        let trie = Trie::new(partitions, footer.root_pos, false, table.version);
        let mut bti = Bti::new(trie, rows, table);
        bti.advance();
        Ok(Pairing::Bti(Box::new(bti)))
    }

    /// The partition of a key at a position of the data.
    pub(super) fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<Deletion>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        match self {
            Pairing::Big(big) => big.partition(ordinal, key, begin, deletion, log),
            Pairing::Bti(bti) => {
                bti.partition(ordinal, key, begin, deletion, log);
                Ok(())
            }
            Pairing::None => {
                log.skip(&[Check::IndexMatch, Check::RowIndexMatch], "there is no index that can be read");
                Ok(())
            }
        }
    }

    /// The rows begin, so many bytes behind the partition's start.
    pub(super) fn head_ends(&mut self, len: u64, log: &mut Log<'_>) {
        match self {
            Pairing::Big(big) => {
                let Big { blocks, matched, .. } = &mut **big;
                blocks.head_ends(matched, len, log);
            }
            Pairing::Bti(_) | Pairing::None => {}
        }
    }

    /// A row or marker begins, so many bytes behind the partition's start; `open` is the range that is open there.
    pub(super) fn unfiltered(
        &mut self,
        at: u64,
        prefix: &Prefix,
        last: Option<&Prefix>,
        open: Option<Deletion>,
        log: &mut Log<'_>,
    ) {
        match self {
            Pairing::Big(big) => {
                let Big { blocks, matched, table, .. } = &mut **big;
                blocks.unfiltered(matched, table, at, prefix, last, open, log);
            }
            Pairing::Bti(bti) => bti.blocks.unfiltered(at, prefix, last, open, log),
            Pairing::None => {}
        }
    }

    /// The partition's rows end, and behind their mark the partition.
    pub(super) fn partition_ends(
        &mut self,
        rows_end: u64,
        end: u64,
        last: Option<&Prefix>,
        open: Option<Deletion>,
        log: &mut Log<'_>,
    ) {
        match self {
            Pairing::Big(big) => {
                let Big { blocks, matched, table, .. } = &mut **big;
                blocks.partition_ends(matched, table, rows_end, end, last, open, log);
            }
            Pairing::Bti(bti) => bti.blocks.partition_ends(rows_end, last, log),
            Pairing::None => {}
        }
    }

    /// The partition could not be read to its end.
    pub(super) fn partition_breaks(&mut self) {
        match self {
            Pairing::Big(big) => big.blocks.stop(),
            Pairing::Bti(bti) => bti.blocks.stop(),
            Pairing::None => {}
        }
    }

    /// Where the next partition begins, as far as is known.
    pub(super) fn next_position(&self) -> Option<u64> {
        match self {
            Pairing::Big(big) => big.has_next.then(|| big.entries.current().data_pos),
            Pairing::Bti(bti) => bti.next.as_ref().map(|n| n.data_pos),
            Pairing::None => None,
        }
    }

    /// The first partition at or behind a position, by the index. Entries before it are passed over.
    pub(super) fn skip_to(&mut self, position: u64, log: &mut Log<'_>) -> Result<Option<u64>, VerifyError> {
        while let Some(next) = self.next_position() {
            if next >= position {
                return Ok(Some(next));
            }
            match self {
                Pairing::Big(big) => big.advance(log)?,
                Pairing::Bti(bti) => bti.advance(),
                Pairing::None => {}
            }
        }
        Ok(None)
    }

    /// All partitions have been read: no entry may be left.
    pub(super) fn finish(
        &mut self,
        first: Option<&DecoratedKey>,
        last: Option<&DecoratedKey>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        match self {
            Pairing::Big(big) => {
                while big.has_next {
                    big.superfluous(log);
                    big.advance(log)?;
                }
                if big.entries.is_broken() {
                    log.skip(&[Check::IndexMatch], "not all entries of Index.db could be read");
                }
            }
            Pairing::Bti(bti) => {
                while let Some(next) = bti.next.take() {
                    bti.superfluous(&next, log);
                    bti.advance();
                }
                if bti.is_broken {
                    log.skip(&[Check::IndexMatch], "not all of the trie in Partitions.db could be read");
                }
                bti.key_range(first, last, log);
            }
            Pairing::None => {}
        }
        Ok(())
    }
}

/// Index.db.
pub(super) struct Big<'t> {
    entries: Entries,
    has_next: bool,
    /// The entry of the partition at hand, if it has one.
    matched: crate::index::Entry,
    table: &'t Table,
    blocks: BigBlocks,
}

impl<'t> Big<'t> {
    fn new(entries: Entries, table: &'t Table) -> Self {
        let (matched, blocks) = (crate::index::Entry::default(), BigBlocks::default());
        Big { entries, has_next: false, matched, table, blocks }
    }

    fn advance(&mut self, log: &mut Log<'_>) -> Result<(), VerifyError> {
        self.has_next = self.entries.next(log)?.is_some();
        Ok(())
    }

    fn superfluous(&self, log: &mut Log<'_>) {
        let entry = self.entries.current();
        let message = format!("there is no partition of this key; the entry says that it is at {}", entry.data_pos);
        let finding = Finding::error(Check::IndexMatch, INDEX, message).file(entry.begin);
        log.find(finding.field(entry.path("key")).key(&entry.key));
    }

    fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<Deletion>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        log.count(Check::IndexMatch);
        self.blocks.stop();
        while self.has_next {
            let entry = self.entries.current();
            let is_same = entry.key == key.key;
            if is_same || entry.data_pos == begin {
                if !is_same || entry.data_pos != begin {
                    let (field, message) = match is_same {
                        true => ("data_pos", format!("the partition is at {begin}, but {} is stored", entry.data_pos)),
                        false => ("key", format!("the partition at {begin} has another key")),
                    };
                    let finding = Finding::error(Check::IndexMatch, INDEX, message).file(entry.begin);
                    log.find(finding.field(entry.path(field)).key(&key.key));
                }
                self.entries.swap(&mut self.matched);
                self.advance(log)?;
                self.blocks.start(&self.matched, self.table, deletion, log);
                return Ok(());
            }
            let other = self.table.partitioner.decorate(&entry.key);
            if self.table.partitioner.compare_keys(&other, key) == Ordering::Greater {
                break;
            }
            self.superfluous(log);
            self.advance(log)?;
        }
        if !self.entries.is_broken() {
            missing(ordinal, key, begin, log);
        }
        Ok(())
    }
}

fn missing(ordinal: u64, key: &DecoratedKey, begin: u64, log: &mut Log<'_>) {
    let message = "the partition is not in the index: reads do not find it";
    let finding = Finding::error(Check::IndexMatch, DATA, message).data(begin);
    log.find(finding.field(format!("partitions[{ordinal}].key")).key(&key.key));
}

/// A payload of Partitions.db, resolved.
struct Next {
    payload: Payload,
    data_pos: u64,
}

/// Partitions.db and Rows.db.
pub(super) struct Bti<'t> {
    trie: Trie<'t>,
    partitions: &'t [u8],
    rows: &'t [u8],
    table: &'t Table,
    encoding: EncodingVersion,
    next: Option<Next>,
    /// The key at hand, byte-comparable.
    path: Vec<u8>,
    is_broken: bool,
    blocks: BtiBlocks<'t>,
}

impl<'t> Bti<'t> {
    fn new(trie: Trie<'t>, rows: &'t [u8], table: &'t Table) -> Self {
        let encoding = match table.version.has_legacy_byte_comparable_keys() {
            true => EncodingVersion::Legacy,
            false => EncodingVersion::Oss50,
        };
        let comparator = Comparator::new(table.version, &table.clustering);
        let blocks = BtiBlocks::new(table, encoding, comparator.is_known());
        let partitions = trie.bytes();
        Bti { trie, partitions, rows, table, encoding, next: None, path: Vec::new(), is_broken: false, blocks }
    }

    /// Goes to the next payload. What is wrong with the tries has been reported when they were checked by themselves.
    fn advance(&mut self) {
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

    fn superfluous(&self, next: &Next, log: &mut Log<'_>) {
        let message =
            format!("there is no partition that the payload leads to; it says that one is at {}", next.data_pos);
        log.find(next.payload.finding(Check::IndexMatch, "position", message));
    }

    fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<Deletion>,
        log: &mut Log<'_>,
    ) {
        log.count(Check::IndexMatch);
        self.blocks.stop();
        self.path.clear();
        let key_type = &self.table.header.key_type.marshal;
        let is_known =
            encode_decorated_key(&key.token, &key.key, Some(key_type), self.encoding, &mut self.path).is_ok();
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
                    true => Some(("position", format!("the partition is at {begin}, but {} is stored", next.data_pos))),
                    false if !is_known => None,
                    false => Some(("position", format!("the way to the payload is not that of the key at {begin}"))),
                };
                if let Some((field, message)) = problem {
                    log.find(next.payload.finding(Check::IndexMatch, field, message).key(&key.key));
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

    fn matched(&mut self, next: &Next, key: &DecoratedKey, deletion: Option<Deletion>, log: &mut Log<'_>) {
        let Payload::Partition { position, hash, .. } = next.payload else { return };
        let expected = murmur3_x64_128(&key.key).h2 as u8;
        if let Some(hash) = hash.filter(|hash| *hash != expected) {
            let message =
                format!("the hash byte is {hash:#04x}, but the key's is {expected:#04x}: reads do not find it");
            log.find(next.payload.finding(Check::IndexMatch, "hash", message).key(&key.key));
        }
        let Ok(at) = u64::try_from(position) else { return };
        if let Ok((entry, _)) = bti::rows_entry(self.rows, at, self.table.version) {
            self.blocks.start(self.rows, at, &entry, key, deletion, log);
        }
    }

    /// The first and the last key behind the trie.
    fn key_range(&self, first: Option<&DecoratedKey>, last: Option<&DecoratedKey>, log: &mut Log<'_>) {
        let Ok((keys, at, _)) = bti::keys(self.partitions, self.table.version) else { return };
        for (stored, found, field) in [(&keys.first_key, first, "first_key"), (&keys.last_key, last, "last_key")] {
            log.count(Check::IndexMatch);
            if found.is_some_and(|found| found.key != stored.data) {
                let message = "the key is not that of Data.db";
                let finding = Finding::error(Check::IndexMatch, PARTITIONS, message).file(at);
                log.find(finding.field(format!("keys.{field}.data")).key(stored.data));
            }
        }
    }
}

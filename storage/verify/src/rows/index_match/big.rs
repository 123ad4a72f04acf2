//! Along Index.db.

use std::cmp::Ordering;

use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::DecoratedKey;

use super::missing;
use crate::fields::entry as entry_fields;
use crate::index::{Entries, Entry};
use crate::log::Log;
use crate::metadata::Table;
use crate::rows::row_index::BigBlocks;
use crate::{rule, Check, VerifyError};

/// Index.db.
pub(in crate::rows) struct Big<'t> {
    pub(super) entries: Entries,
    pub(super) has_next: bool,
    /// The entry of the partition at hand, if it has one.
    pub(super) matched: Entry,
    pub(super) table: &'t Table,
    pub(super) blocks: BigBlocks,
}

impl<'t> Big<'t> {
    pub(super) fn new(entries: Entries, table: &'t Table) -> Self {
        let (matched, blocks) = (Entry::default(), BigBlocks::default());
        Big { entries, has_next: false, matched, table, blocks }
    }

    pub(super) fn advance(&mut self, log: &mut Log<'_>) -> Result<(), VerifyError> {
        self.has_next = self.entries.next(log)?.is_some();
        Ok(())
    }

    pub(super) fn orphan(&self, log: &mut Log<'_>) {
        let entry = self.entries.current();
        log.find(entry.find(rule::orphan_index_entry(entry.data_pos), entry_fields::KEY));
    }

    pub(super) fn partition(
        &mut self,
        ordinal: u64,
        key: &DecoratedKey,
        begin: u64,
        deletion: Option<DeletionTime>,
        log: &mut Log<'_>,
    ) -> Result<(), VerifyError> {
        log.count(Check::IndexMatch);
        self.blocks.stop();
        while self.has_next {
            let entry = self.entries.current();
            let is_same = entry.key == key.key;
            if is_same || entry.data_pos == begin {
                if !is_same {
                    log.find(entry.find(rule::index_key(begin), entry_fields::KEY).key(&key.key));
                } else if entry.data_pos != begin {
                    log.find(entry.find(rule::index_position(begin, entry.data_pos), entry_fields::DATA_POS));
                }
                self.entries.swap(&mut self.matched);
                self.advance(log)?;
                self.blocks.start(&self.matched, self.table, deletion, log);
                return Ok(());
            }
            let other = self.table.schema.keys.partitioner.decorate(&entry.key);
            if self.table.schema.keys.partitioner.compare_keys(&other, key) == Ordering::Greater {
                break;
            }
            self.orphan(log);
            self.advance(log)?;
        }
        if !self.entries.is_broken() {
            missing(ordinal, key, begin, log);
        }
        Ok(())
    }
}

//! Along Index.db.

use std::cmp::Ordering;

use cqlite_rows::DeletionTime;
use cqlite_schema::partitioner::DecoratedKey;

use super::{missing, INDEX};
use crate::fields::entry as entry_fields;
use crate::index::{Entries, Entry};
use crate::log::Log;
use crate::metadata::Table;
use crate::rows::row_index::BigBlocks;
use crate::{Check, Finding, VerifyError};

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

    pub(super) fn superfluous(&self, log: &mut Log<'_>) {
        let entry = self.entries.current();
        let message = format!("no partition has this key; the entry says that it is at {}", entry.data_pos);
        let finding = Finding::error(Check::IndexMatch, INDEX, message).file(entry.begin);
        log.find(finding.field(entry.path(entry_fields::KEY)).key(&entry.key));
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
                if !is_same || entry.data_pos != begin {
                    let (field, message) = match is_same {
                        true => (
                            entry_fields::DATA_POS,
                            format!("the partition is at {begin}, but {} is stored", entry.data_pos),
                        ),
                        false => (entry_fields::KEY, format!("the partition at {begin} has another key")),
                    };
                    let finding = Finding::error(Check::IndexMatch, INDEX, message).file(entry.begin);
                    log.find(finding.field(entry.path(field)).key(&key.key));
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
            self.superfluous(log);
            self.advance(log)?;
        }
        if !self.entries.is_broken() {
            missing(ordinal, key, begin, log);
        }
        Ok(())
    }
}

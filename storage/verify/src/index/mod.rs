//! Index.db and Summary.db (BIG), in themselves.

mod entries;
mod promoted;
mod summary;

use std::cmp::Ordering;

use cqlite_schema::partitioner::DecoratedKey;
use cqlite_sstable::descriptor::Component;

pub(crate) use entries::{Entries, Entry};
pub(crate) use promoted::{Block, Blocks};

use crate::fields::{entry as entry_fields, stats as stats_fields};
use crate::files::Files;
use crate::filter::{rejected, Filter};
use crate::log::Log;
use crate::metadata::{Metadata, Table};
use crate::rule::Breach;
use crate::{rule, Check, Stage, VerifyError};
use summary::Summary;

const INDEX: &Component = &Component::PrimaryIndex;

/// Bytes between two looks at whether to go on.
const STEP: u64 = 1 << 20;

/// Checks both; with the keys also the filter, if `with_filter`.
pub(crate) fn check(
    files: &Files,
    metadata: &Metadata,
    table: &Table,
    with_filter: bool,
    log: &mut Log<'_>,
) -> Result<(), VerifyError> {
    let mut summary = Summary::open(files, log)?;
    let Some(mut entries) = Entries::open(files, table)? else {
        log.skip(&[Check::Index, Check::RowIndex, Check::Summary], "there is no Index.db");
        return Ok(());
    };
    log.count(Check::Decoding);
    let mut filter = if with_filter { Filter::open(files, metadata, log)? } else { None };
    let mut keys = Keys { table, first: None, last: None, last_pos: None };
    let (mut next_tick, len) = (0, entries.len());
    while let Some(entry) = entries.next(log)? {
        if entry.begin >= next_tick {
            next_tick = entry.begin + STEP;
            log.tick(Stage::Index, entry.begin, len)?;
        }
        log.count(Check::Index);
        keys.check(entry, log);
        promoted::check(entry, table, log);
        if let Some(summary) = &mut summary {
            summary.entry(entry, log);
        }
        if let Some(filter) = &mut filter {
            log.count(Check::Filter);
            if !filter.admits(&entry.key) {
                log.find(rejected(&entry.key));
            }
        }
    }
    log.tick(Stage::Index, len, len)?;
    let is_whole = !entries.is_broken();
    if is_whole && entries.count() == 0 {
        log.find(rule::empty_index().of(INDEX));
    }
    if let Some(summary) = summary {
        summary.finish(entries.count(), is_whole, keys.first.as_ref(), keys.last.as_ref(), log);
    }
    if let Some(filter) = filter.filter(|_| is_whole) {
        filter.finish(log);
    }
    if is_whole {
        check_key_range(metadata, keys.first.as_ref(), keys.last.as_ref(), log);
    }
    Ok(())
}

/// The first and the last key are those of Statistics.db, where it has them.
pub(crate) fn check_key_range(
    metadata: &Metadata,
    first: Option<&DecoratedKey>,
    last: Option<&DecoratedKey>,
    log: &mut Log<'_>,
) {
    let Some((_, stats)) = metadata.stats() else { return };
    let ends = [
        ("first", &stats.first_key, first, stats_fields::FIRST_KEY),
        ("last", &stats.last_key, last, stats_fields::LAST_KEY),
    ];
    for (what, stored, found, field) in ends {
        let (Some(stored), Some(found)) = (stored, found) else { continue };
        log.count(Check::Bounds);
        if stored.data != found.key {
            log.find(metadata.in_stats(rule::key_range(what), field).key(&found.key));
        }
    }
}

/// What is wrong with a partition's position in the data: positions begin at 0, ascend, and lie within the data.
pub(crate) fn wrong_position(position: u64, last: Option<u64>, table: &Table) -> Option<Breach> {
    match last {
        _ if table.data_len.is_some_and(|len| position >= len) => Some(rule::position_beyond_end(position)),
        None => (position != 0).then(|| rule::first_position(position)),
        Some(last) => (position <= last).then(|| rule::position_order(position, last)),
    }
}

/// Order of the entries.
struct Keys<'t> {
    table: &'t Table,
    first: Option<DecoratedKey>,
    last: Option<DecoratedKey>,
    last_pos: Option<u64>,
}

impl Keys<'_> {
    fn check(&mut self, entry: &Entry, log: &mut Log<'_>) {
        let key = self.table.schema.keys.partitioner.decorate(&entry.key);
        if let Some(last) = &self.last {
            let breach = match self.table.schema.keys.partitioner.compare_keys(last, &key) {
                Ordering::Less => None,
                Ordering::Equal => Some(rule::duplicate_index_key()),
                Ordering::Greater if self.table.has_key_order() => Some(rule::index_key_order()),
                Ordering::Greater => None,
            };
            if let Some(breach) = breach {
                log.find(entry.find(breach, entry_fields::KEY));
            }
        }
        if let Some(breach) = wrong_position(entry.data_pos, self.last_pos, self.table) {
            log.find(entry.find(breach, entry_fields::DATA_POS));
        }
        self.last_pos = Some(entry.data_pos);
        if self.first.is_none() {
            self.first = Some(key.clone());
        }
        self.last = Some(key);
    }
}

use std::sync::Arc;

use cqlite_merge::Merge;
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::reader::{PartitionEntry, PartitionIterator, Slice};
use cqlite_sstable::Sstable;

use super::source::RowSource;
use crate::{Error, ErrorKind};

/// A partition in an SSTable.
#[derive(Clone, Copy)]
pub(super) struct FoundPartition<'s> {
    pub(super) sstable: &'s Sstable,
    pub(super) entry: PartitionEntry,
}

/// SSTables that are read as one.
#[derive(Clone)]
pub(crate) struct View<'s> {
    sstables: Vec<&'s Sstable>,
    table: &'s TableSchema,
    /// The same, for rows that outlive it.
    schema: Arc<TableSchema>,
}

impl<'s> View<'s> {
    pub(crate) fn of_one(sstable: &'s Sstable) -> Self {
        View { sstables: vec![sstable], table: sstable.schema(), schema: Arc::new(sstable.schema().clone()) }
    }

    pub(crate) fn of_table(sstables: impl Iterator<Item = &'s Sstable>, schema: &'s Arc<TableSchema>) -> Self {
        View { sstables: sstables.collect(), table: schema, schema: Arc::clone(schema) }
    }

    pub(super) fn schema(&self) -> &Arc<TableSchema> {
        &self.schema
    }

    /// All partitions.
    pub(super) fn all(&self) -> RowSource<'s> {
        self.merged(self.sstables.iter().map(|sstable| sstable.partitions()).collect())
    }

    /// Where a partition is, in each SSTable that has it. A key that is none of the table is an error: no row would be a wrong answer.
    pub(super) fn find(&self, key: &[u8]) -> Result<Vec<FoundPartition<'s>>, Error> {
        if let Some(ty) = &self.table.keys.key_type {
            cqlite_types::validate(ty, key).map_err(|e| wrong_key(key, &e))?;
        }
        let found = |sstable: &&'s Sstable| Ok(sstable.find(key)?.map(|entry| FoundPartition { sstable, entry }));
        self.sstables.iter().filter_map(|sstable| found(sstable).transpose()).collect()
    }

    /// What there is of a partition that has been found in a slice.
    pub(super) fn slice(&self, found: &[FoundPartition<'s>], key: &[u8], slice: &Slice) -> RowSource<'s> {
        self.merged(found.iter().map(|at| at.sstable.partition_at(at.entry, key, slice.clone())).collect())
    }

    fn merged(&self, mut sources: Vec<PartitionIterator<'s>>) -> RowSource<'s> {
        if self.sstables.len() == 1 {
            return sources.pop().map_or(RowSource::Nothing, |one| RowSource::One(Box::new(one)));
        }
        let with_columns = |source: PartitionIterator<'s>| {
            let columns = ColumnMap::new(source.sstable().schema(), self.table);
            source.with_columns(columns)
        };
        let Some(first) = sources.first() else { return RowSource::Nothing };
        let comparator = first.sstable().comparator();
        let sources = sources.into_iter().map(with_columns).collect();
        RowSource::Merged(Box::new(Merge::new(self.table, comparator, sources)))
    }
}

#[cold]
fn wrong_key(key: &[u8], e: &cqlite_types::ValueError) -> Error {
    Error::new(ErrorKind::InvalidInput, format!("0x{} is no key of the table: {e}", cqlite_types::hex::text(key)))
}

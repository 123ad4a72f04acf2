//! The SSTables of a table.

use std::cell::RefCell;
use std::sync::Arc;

use cqlite_merge::{AsOf, Dropped, Merge};
use cqlite_rows::clustering::ClusteringComparator;
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_schema::{ColumnMap, TableSchema};
use cqlite_sstable::reader::{PartitionIterator, Slice};
use cqlite_sstable::Sstable;

use super::usage::{Counted, Usage};
use super::Layout;
use crate::schema::TableMetadata;
use crate::{QueryError, Release, Result};

/// The open SSTables of a table, and what they have together.
pub(crate) struct TableData {
    sstables: Vec<Arc<Sstable>>,
    /// Nothing without SSTables.
    stored: Option<Stored>,
    /// The last write time that counts.
    as_of: Option<i64>,
    usage: RefCell<Usage>,
}

struct Stored {
    schema: TableSchema,
    layout: Layout,
}

/// Merged partitions, without what dropped columns had.
pub(crate) type Merged<'t> = Dropped<Merge<'t, Counted<'t>>>;

/// A range of tokens; none at an end is no bound.
#[derive(Debug, Clone, Default)]
pub(crate) struct TokenRange {
    pub(crate) start: Option<(Token, bool)>,
    pub(crate) end: Option<(Token, bool)>,
}

impl TokenRange {
    pub(crate) fn has(&self, partitioner: &Partitioner, token: &Token) -> bool {
        let order = |bound: &Token| partitioner.compare_tokens(token, bound);
        let above = self.start.as_ref().is_none_or(|(bound, inclusive)| match order(bound) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => *inclusive,
            std::cmp::Ordering::Greater => true,
        });
        above && !self.is_behind(partitioner, token)
    }

    /// Whether a token is behind the end.
    pub(crate) fn is_behind(&self, partitioner: &Partitioner, token: &Token) -> bool {
        self.end.as_ref().is_some_and(|(bound, inclusive)| match partitioner.compare_tokens(token, bound) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => !*inclusive,
            std::cmp::Ordering::Greater => true,
        })
    }
}

impl TableData {
    /// SSTables of a table, as they were at a write time if there is one.
    pub(crate) fn new(table: &TableMetadata, sstables: Vec<Arc<Sstable>>, as_of: Option<i64>) -> Result<TableData> {
        let schema =
            TableSchema::union(sstables.iter().map(|sstable| sstable.schema())).map_err(QueryError::storage)?;
        let guess = |column: &[u8], is_static| drop_before(&sstables, column, is_static);
        let stored = schema.map(|schema| Stored { layout: Layout::new(table, &schema, guess), schema });
        Ok(TableData { sstables, stored, as_of, usage: RefCell::default() })
    }

    /// How many SSTables there are.
    pub(crate) fn num_sstables(&self) -> usize {
        self.sstables.len()
    }

    /// What was read since this was asked last.
    pub(crate) fn take_usage(&self) -> Usage {
        self.usage.take()
    }

    /// Where columns are; nothing without SSTables.
    pub(crate) fn layout(&self) -> Option<&Layout> {
        self.stored.as_ref().map(|stored| &stored.layout)
    }

    /// The order of partitions; nothing without SSTables.
    pub(crate) fn partitioner(&self) -> Option<&Partitioner> {
        self.sstables.first().map(|sstable| sstable.partitioner())
    }

    /// Whose rules are followed.
    pub(crate) fn release(&self) -> Release {
        Release::of(&self.sstables)
    }

    /// The type of the partition key.
    pub(crate) fn key_type(&self) -> Option<&cqlite_runtime::marshal::MarshalType> {
        self.stored.as_ref().and_then(|stored| stored.schema.keys.key_type.as_ref())
    }

    pub(crate) fn comparator(&self) -> Option<&ClusteringComparator> {
        self.sstables.first().map(|sstable| sstable.comparator())
    }

    /// All partitions from a token on; nothing without SSTables.
    pub(crate) fn scan(&self, range: &TokenRange) -> Result<Option<Merged<'_>>> {
        let mut sources = Vec::new();
        for (number, sstable) in self.sstables.iter().enumerate() {
            let begin = match &range.start {
                Some((token, inclusive)) => {
                    let at = sstable.positions_of_token(token).map_err(QueryError::storage)?;
                    if *inclusive {
                        at.start
                    } else {
                        at.end
                    }
                }
                None => 0,
            };
            sources.push((number, sstable.partitions_in(begin..sstable.data().len())));
        }
        Ok(self.merged(sources))
    }

    /// What there is of a partition in a slice; nothing without SSTables.
    pub(crate) fn partition(&self, key: &[u8], slice: &Slice) -> Result<Option<Merged<'_>>> {
        let mut sources = Vec::new();
        for (number, sstable) in self.sstables.iter().enumerate() {
            let found = sstable.partition(key, slice.clone()).map_err(QueryError::storage)?;
            sources.extend(found.map(|found| (number, found)));
        }
        Ok(self.merged(sources))
    }

    fn merged<'t>(&'t self, sources: Vec<(usize, PartitionIterator<'t>)>) -> Option<Merged<'t>> {
        let stored = self.stored.as_ref()?;
        let comparator = self.comparator()?;
        let with_columns = |(number, source): (usize, PartitionIterator<'t>)| {
            let columns = ColumnMap::new(source.sstable().schema(), &stored.schema);
            Counted::new(number, AsOf::new(source.with_columns(columns), self.as_of), &self.usage)
        };
        let merged = Merge::new(&stored.schema, comparator, sources.into_iter().map(with_columns).collect());
        Some(Dropped::new(merged, stored.layout.dropped().clone()))
    }
}

/// When a column was dropped that was added again, where the schema does not say: after the SSTable that was written first, if there are several
/// that have it. Of one alone it is rather what was written since.
fn drop_before(sstables: &[Arc<Sstable>], column: &[u8], is_static: bool) -> i64 {
    let has = |sstable: &&Arc<Sstable>| sstable.schema().columns(is_static).iter().any(|own| own.name == column);
    let last = |sstable: &Arc<Sstable>| sstable.stats().map_or(i64::MAX, |stats| stats.max_timestamp);
    let times: Vec<i64> = sstables.iter().filter(has).map(last).collect();
    times.iter().min().filter(|_| times.len() > 1).copied().unwrap_or(i64::MIN)
}

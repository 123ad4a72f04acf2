//! How an answer is found.

use std::fmt;

use crate::exec::{Prepared, ResultColumn, ResultSink};
use crate::read::Usage;
use crate::restrict::{Bound, Keys};
use crate::{Result, Value};

/// How an answer was found, and what was read for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The table, with its keyspace.
    pub table: String,
    /// Which partitions were looked for, and how.
    pub partitions: String,
    /// Which of their rows.
    pub rows: String,
    /// How many SSTables the table has.
    pub sstables: u64,
    /// How many of them have any of the partitions.
    pub sstables_read: u64,
    /// Partitions that were read; one that several SSTables have counts for each.
    pub partitions_read: u64,
    /// Rows and markers of range tombstones that were read, of each SSTable.
    pub unfiltereds_read: u64,
    /// Bytes of uncompressed data that they take.
    pub bytes_read: u64,
    /// Rows of the answer.
    pub rows_given: u64,
}

impl Explanation {
    pub(crate) fn new(plan: &Prepared<'_>, bound: &Bound, sstables: usize, usage: &Usage) -> Explanation {
        let partitions = match &bound.keys {
            Keys::None => "none: no key can be equal to what is asked for".to_owned(),
            Keys::These(keys) if keys.len() == 1 => "one key, by the index".to_owned(),
            Keys::These(keys) => format!("{} keys, by the index", keys.len()),
            Keys::Range(range) if range.start.is_none() && range.end.is_none() => "all".to_owned(),
            Keys::Range(range) => match range.start {
                Some(_) => "a range of tokens, from its start by the index".to_owned(),
                None => "all up to a token".to_owned(),
            },
        };
        let mut rows = match &bound.slices {
            None => "all".to_owned(),
            Some(slices) if slices.len() == 1 => "one slice of the clustering".to_owned(),
            Some(slices) => format!("{} slices of the clustering", slices.len()),
        };
        if plan.reversed {
            rows.push_str(", from the last to the first");
        }
        if bound.filter.checks_anything() {
            rows.push_str(", each checked");
        }
        if plan.restrictions.uses_index {
            rows.push_str("; secondary indexes are not read");
        }
        Explanation {
            table: plan.table.full_name(),
            partitions,
            rows,
            sstables: sstables as u64,
            sstables_read: usage.sstables.len() as u64,
            partitions_read: usage.partitions,
            unfiltereds_read: usage.unfiltereds,
            bytes_read: usage.bytes,
            rows_given: 0,
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "table       {}", self.table)?;
        writeln!(f, "partitions  {}", self.partitions)?;
        writeln!(f, "rows        {}", self.rows)?;
        writeln!(f, "SSTables    {} of {}", self.sstables_read, self.sstables)?;
        let (partitions, unfiltereds, bytes) = (self.partitions_read, self.unfiltereds_read, self.bytes_read);
        writeln!(f, "read        {partitions} partitions, {unfiltereds} rows and markers, {bytes} bytes of data")?;
        writeln!(f, "answer      {} rows", self.rows_given)
    }
}

/// Counts rows.
#[derive(Default)]
pub(crate) struct Count(pub(crate) u64);

impl ResultSink for Count {
    fn columns(&mut self, _: &[ResultColumn]) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, _: &[Value]) -> Result<bool> {
        self.0 += 1;
        Ok(true)
    }
}

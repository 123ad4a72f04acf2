use std::collections::BTreeSet;
use std::io::{self, Write};

use cqlite::{Metadata, Table};
use serde_json::json;

/// A table, or an SSTable.
pub struct Entry {
    /// Keyspace and table, the index, and which copy.
    pub table: String,
    /// The path of the SSTable, without the component.
    pub sstable: String,
    pub sstables: u64,
    pub versions: BTreeSet<String>,
    pub size: u64,
    pub rows: i64,
    /// Smallest and largest timestamp, in microseconds since 1970.
    pub times: Option<(i64, i64)>,
    /// Cells that can be dropped, and all cells, as far as Statistics.db says.
    droppable: Option<(f64, i64)>,
    pub level: i32,
}

impl Entry {
    pub fn new(table: &Table, metadata: &Metadata, now: i64) -> Self {
        let (descriptor, stats) = (metadata.descriptor(), metadata.stats());
        let rows = stats.map_or(0, |stats| stats.total_rows);
        Entry {
            table: table.to_string(),
            sstable: descriptor.to_string(),
            sstables: 1,
            versions: BTreeSet::from([descriptor.version().to_string()]),
            size: metadata.size_on_disk(),
            rows,
            times: stats.map(|stats| (stats.min_timestamp, stats.max_timestamp)),
            droppable: metadata.droppable(now),
            level: stats.map_or(0, |stats| stats.sstable_level),
        }
    }

    /// Takes another SSTable of the table in.
    pub fn add(&mut self, other: Self) {
        self.sstables += other.sstables;
        self.versions.extend(other.versions);
        self.size += other.size;
        self.rows = self.rows.saturating_add(other.rows);
        self.times = match (self.times, other.times) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        };
        self.droppable = match (self.droppable, other.droppable) {
            (Some(a), Some(b)) => Some((a.0 + b.0, a.1.saturating_add(b.1))),
            (a, b) => a.or(b),
        };
    }

    /// From 0 to 1.
    pub fn droppable(&self) -> Option<f64> {
        self.droppable.map(|(dropped, all)| if all > 0 { dropped / all as f64 } else { 0.0 })
    }

    pub fn write_json(&self, is_long: bool, out: &mut impl Write) -> io::Result<()> {
        let mut object = json!({
            "table": self.table,
            "versions": self.versions,
            "size": self.size,
            "rows": self.rows,
            "oldest": self.times.map(|times| times.0),
            "newest": self.times.map(|times| times.1),
            "droppable_share": self.droppable(),
        });
        if is_long {
            object["sstable"] = json!(self.sstable);
            object["level"] = json!(self.level);
        } else {
            object["sstables"] = json!(self.sstables);
        }
        writeln!(out, "{object}")
    }
}

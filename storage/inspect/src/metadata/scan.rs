//! What `sstablemetadata -s` prints, for which it reads all rows. Reference: `SSTableMetadataViewer.printScannedOverview`.

use std::io::{self, Write};

use cqlite_rows::{Row, Unfiltered};
use cqlite_runtime::marshal::MarshalType;
use cqlite_schema::{Cells, TableSchema};
use cqlite_sstable::{OpenOptions, SstableError};
use serde_json::{json, Value};

use super::lines::Lines;
use super::{java, Metadata};

/// How many partitions are named.
const LEADERS: usize = 5;

/// What the rows of an SSTable add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScanFacts {
    /// Length of the uncompressed data, in bytes.
    pub size: u64,
    /// Partitions.
    pub partitions: u64,
    /// Rows, static ones that are not empty included.
    pub rows: u64,
    /// Deletions of partitions, bounds and boundaries of range tombstones, and deleted cells of rows that are not static.
    pub tombstones: u64,
    /// Cells of rows that are not static.
    pub cells: u64,
    /// Keys of the partitions with the most rows, and how many.
    pub widest: Vec<(Vec<u8>, u64)>,
    /// Keys of those whose rows are largest, and their size in Cassandra's memory, in bytes.
    pub largest: Vec<(Vec<u8>, u64)>,
    /// Keys of those with the most tombstones, and how many; none that has none.
    pub most_tombstones: Vec<(Vec<u8>, u64)>,
}

impl Metadata {
    /// Reads all rows. `progress` gets the bytes that have been read and how many there are, and says whether to go on: `false` if not.
    ///
    /// # Errors
    /// The data is missing or damaged.
    pub fn scan(&mut self, mut progress: impl FnMut(u64, u64) -> bool) -> Result<bool, SstableError> {
        let sstable = OpenOptions::default().open_descriptor(&self.files.descriptor)?;
        let size = sstable.data().len();
        let mut facts = ScanFacts { size, ..ScanFacts::default() };
        let mut partitions = sstable.partitions();
        while partitions.next_partition()? {
            if !progress(partitions.position(), size) {
                return Ok(false);
            }
            let mut partition = Partition::default();
            partition.tombstones += u64::from(partitions.deletion().is_some());
            if let Some(row) = partitions.static_row() {
                partition.add_row(row, sstable.schema());
            }
            while let Some(unfiltered) = partitions.next_unfiltered()? {
                match unfiltered {
                    Unfiltered::Marker(_) => partition.tombstones += 1,
                    Unfiltered::Row(row) => {
                        partition.add_row(row, sstable.schema());
                        let cells = || row.columns().flat_map(|column| column.cells());
                        facts.cells += cells().count() as u64;
                        partition.tombstones += cells().filter(|cell| cell.is_tombstone()).count() as u64;
                    }
                }
            }
            facts.add(partitions.key(), &partition);
        }
        self.scanned = Some(facts);
        Ok(true)
    }

    /// What a scan has found, if there was one.
    #[must_use]
    pub fn scanned(&self) -> Option<&ScanFacts> {
        self.scanned.as_ref()
    }

    pub(super) fn write_scanned<W: Write>(&self, lines: &mut Lines<'_, W>) -> io::Result<()> {
        let Some(facts) = &self.scanned else { return Ok(()) };
        lines.field("Size", facts.size)?;
        lines.field("Partitions", facts.partitions)?;
        lines.field("Rows", facts.rows)?;
        lines.field("Tombstones", facts.tombstones)?;
        lines.field("Cells", facts.cells)?;
        self.leaders("Widest Partitions", &facts.widest, false, lines)?;
        self.leaders("Largest Partitions", &facts.largest, true, lines)?;
        // Fewer characters than these are no list to Cassandra, though they may name a partition.
        let line =
            |(key, count): &(Vec<u8>, u64)| format!("  [{}] {count}\n", self.key_text(key)).encode_utf16().count();
        if facts.most_tombstones.iter().map(line).sum::<usize>() <= 10 {
            return Ok(());
        }
        self.leaders("Tombstone Leaders", &facts.most_tombstones, false, lines)
    }

    fn leaders<W: Write>(
        &self,
        label: &str,
        leaders: &[(Vec<u8>, u64)],
        is_size: bool,
        lines: &mut Lines<'_, W>,
    ) -> io::Result<()> {
        lines.field(label, "")?;
        for (key, count) in leaders {
            let size = || java::byte_count(i64::try_from(*count).unwrap_or(i64::MAX));
            // As Java's `print` has it that is given nothing.
            let note = is_size.then(|| size().unwrap_or_else(|| "null".to_owned()));
            lines.listed(&self.key_text(key), count, note)?;
        }
        Ok(())
    }

    fn key_text(&self, key: &[u8]) -> String {
        let bytes = MarshalType::Native(cqlite_runtime::marshal::NativeType::Bytes);
        java::value_text(self.header().map_or(&bytes, |header| &header.key_type.marshal), key)
    }

    pub(super) fn scanned_json(&self) -> Option<Value> {
        let facts = self.scanned.as_ref()?;
        let leaders = |leaders: &[(Vec<u8>, u64)], name: &str| -> Value {
            leaders
                .iter()
                .map(|(key, n)| json!({ "key": self.key_text(key), "bytes": cqlite_types::hex::text(key), name: n }))
                .collect()
        };
        Some(json!({
            "size": facts.size,
            "partitions": facts.partitions,
            "rows": facts.rows,
            "tombstones": facts.tombstones,
            "cells": facts.cells,
            "widest_partitions": leaders(&facts.widest, "rows"),
            "largest_partitions": leaders(&facts.largest, "size"),
            "tombstone_leaders": leaders(&facts.most_tombstones, "tombstones"),
        }))
    }
}

/// What the rows of a partition add up to.
#[derive(Debug, Default)]
struct Partition {
    rows: u64,
    size: u64,
    tombstones: u64,
}

impl Partition {
    fn add_row(&mut self, row: &Row, schema: &TableSchema) {
        let columns = schema.columns(row.is_static());
        let is_complex = |i: usize| columns.get(i).is_some_and(|column| !matches!(column.cells(), Cells::Simple));
        self.rows += 1;
        self.size += row.data_size(is_complex);
    }
}

impl ScanFacts {
    fn add(&mut self, key: &[u8], partition: &Partition) {
        self.partitions += 1;
        self.rows += partition.rows;
        self.tombstones += partition.tombstones;
        lead(&mut self.widest, key, partition.rows);
        lead(&mut self.largest, key, partition.size);
        if partition.tombstones > 0 {
            lead(&mut self.most_tombstones, key, partition.tombstones);
        }
    }
}

/// Takes a partition among the leaders, largest first, those before it first among equals.
fn lead(leaders: &mut Vec<(Vec<u8>, u64)>, key: &[u8], count: u64) {
    let at = leaders.partition_point(|(_, other)| *other >= count);
    if at < LEADERS {
        leaders.insert(at, (key.to_vec(), count));
        leaders.truncate(LEADERS);
    }
}

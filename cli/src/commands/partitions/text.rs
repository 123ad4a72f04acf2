use std::io::{self, Write};

use cqlite::inspect::printable;
use cqlite::partitions::{PartitionCounts, PartitionReport};
use cqlite::value::spelling;
use cqlite::Table;

use crate::columns;
use crate::words::number;

/// A table with what it has, its partitions in columns, and the sums if they are wanted.
pub fn write(
    table: &Table,
    report: &PartitionReport,
    (is_first, has_sums): (bool, bool),
    out: &mut impl Write,
) -> io::Result<()> {
    if !is_first {
        writeln!(out)?;
    }
    writeln!(out, "{}", printable(&table.to_string()))?;
    let is_counted = report.totals.counts.is_some();
    let mut heads = vec!["KEY", "BYTES", "SSTABLES"];
    if is_counted {
        heads.extend(["ROWS", "CELLS", "TOMBSTONES", "DROPPABLE"]);
    }
    heads.push("TOKEN");
    let rows = report.largest.iter().map(|partition| {
        let key = printable(&spelling::joined(&partition.parts)).to_string();
        let mut cells = vec![key, partition.bytes.to_string(), partition.sstables.to_string()];
        cells.extend(partition.counts.iter().flat_map(numbers));
        cells.push(partition.token.to_string());
        cells
    });
    columns::write(&heads, &rows.collect::<Vec<_>>(), out)?;
    if has_sums {
        writeln!(out, "{}", sums(report))?;
    }
    Ok(())
}

fn numbers(counts: &PartitionCounts) -> [String; 4] {
    let tombstones = &counts.tombstones;
    [counts.rows, counts.cells, tombstones.total(), tombstones.droppable].map(|n| n.to_string())
}

fn sums(report: &PartitionReport) -> String {
    let totals = &report.totals;
    let mut line = [
        number(totals.partitions, "partition"),
        number(totals.bytes, "byte") + " in " + &number(totals.sstables, "SSTable"),
    ]
    .join(", ");
    if let Some(counts) = &totals.counts {
        let t = &counts.tombstones;
        line += &format!(
            "; {}, {}, {} ({} of partitions, {}, {}, {}, {}, {} expired), {} droppable",
            number(counts.rows, "row"),
            number(counts.cells, "cell"),
            number(t.total(), "tombstone"),
            t.partition,
            number(t.range, "range"),
            number(t.row, "row"),
            number(t.column, "column"),
            number(t.cell, "cell"),
            t.expired,
            t.droppable
        );
    }
    line
}

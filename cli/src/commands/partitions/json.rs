use std::io::{self, Write};

use cqlite::partitions::{PartitionCounts, PartitionReport};
use cqlite::Table;
use serde_json::{json, Value};

/// A line a partition, then one with the sums.
pub fn write(table: &Table, report: &PartitionReport, out: &mut impl Write) -> io::Result<()> {
    for (i, partition) in report.largest.iter().enumerate() {
        let mut object = json!({
            "table": table.to_string(),
            "rank": i + 1,
            "key": partition.parts,
            "key_bytes": cqlite::value::hex::text(&partition.key),
            "token": partition.token.to_string(),
            "bytes": partition.bytes,
            "sstables": partition.sstables,
        });
        add(&mut object, partition.counts.as_ref());
        writeln!(out, "{object}")?;
    }
    let totals = &report.totals;
    let mut sums = json!({ "bytes": totals.bytes, "partitions": totals.partitions, "sstables": totals.sstables });
    add(&mut sums, totals.counts.as_ref());
    writeln!(out, "{}", json!({ "table": table.to_string(), "totals": sums }))
}

fn add(object: &mut Value, counts: Option<&PartitionCounts>) {
    let Some(PartitionCounts { rows, cells, tombstones, .. }) = counts else { return };
    object["rows"] = json!(rows);
    object["cells"] = json!(cells);
    object["tombstones"] = json!({
        "total": tombstones.total(),
        "partition": tombstones.partition,
        "range": tombstones.range,
        "row": tombstones.row,
        "column": tombstones.column,
        "cell": tombstones.cell,
        "expired": tombstones.expired,
        "droppable": tombstones.droppable,
    });
}

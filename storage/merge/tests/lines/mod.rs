//! Partitions, rows and markers as lines of the recording.

use std::fmt::Write as _;

use cqlite_rows::clustering::{OwnedPrefix, PrefixValues};
use cqlite_rows::{Cell, DeletionTime, Partitions, Row, Unfiltered};
use cqlite_schema::TableSchema;
use cqlite_types::hex::text as hex;

pub fn lines<P: Partitions>(partitions: &mut P, table: &TableSchema) -> Result<Vec<String>, P::Error> {
    let mut lines = Vec::new();
    while partitions.next_partition()? {
        lines.push(format!("P {} {}", hex(partitions.key()), deletion(partitions.deletion())));
        lines.extend(partitions.static_row().map(|row| of_row(row, table)));
        while partitions.next_unfiltered()? {
            lines.extend(partitions.unfiltered().map(|unfiltered| match unfiltered {
                Unfiltered::Row(row) => of_row(row, table),
                Unfiltered::Marker(marker) => {
                    let (before, after) = (deletion(marker.deletions.before), deletion(marker.deletions.after));
                    format!("M {} {before} {after}", prefix(&marker.bound))
                }
            }));
        }
    }
    Ok(lines)
}

fn of_row(row: &Row, table: &TableSchema) -> String {
    let mut line = format!("R {} ", prefix(&row.clustering));
    match row.liveness {
        liveness if liveness.is_empty() => line.push('-'),
        own => write!(line, "{},{},{}", own.timestamp, own.ttl, own.local_expiration_time).expect("text"),
    }
    write!(line, " {}", deletion(row.deletion)).expect("text");
    if row.deletion.is_some() && row.is_shadowable {
        line.push('s');
    }
    for column in row.columns() {
        let schema = &table.columns(row.is_static())[column.index];
        write!(line, " {}", String::from_utf8_lossy(&schema.name)).expect("text");
        if schema.cells().is_complex() {
            write!(line, " {}", deletion(column.deletion)).expect("text");
        }
        column.cells().for_each(|cell| of_cell(&mut line, &cell));
    }
    line
}

fn of_cell(line: &mut String, cell: &Cell<'_>) {
    let Cell { timestamp, ttl, local_deletion_time, path, value } = cell;
    write!(line, " {{{} {timestamp},{ttl},{local_deletion_time} {}}}", hex(path), hex(value)).expect("text");
}

fn deletion(deletion: Option<DeletionTime>) -> String {
    deletion.map_or("-".into(), |d| format!("{},{}", d.marked_for_delete_at, d.local_deletion_time))
}

/// The kind as Java writes it, and the values.
fn prefix(prefix: &OwnedPrefix) -> String {
    let mut out = String::new();
    for c in format!("{:?}", prefix.kind()).chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    for i in 0..prefix.len() {
        write!(out, ":{}", prefix.value(i).map_or("null".into(), hex)).expect("text");
    }
    out
}

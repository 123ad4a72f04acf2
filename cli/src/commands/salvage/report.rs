//! What was kept and what was lost, as text and as JSON.

use cqlite::descriptor::Descriptor;
use cqlite::inspect::printable;
use cqlite::verify::Proof;
use cqlite::write::{HeaderProof, Key, Loss, Salvaged};
use serde_json::{json, Value};

/// Losses that are printed without -v.
const SHOWN: usize = 20;

pub fn text(descriptor: &Descriptor, salvaged: &Salvaged, is_verbose: bool) -> String {
    let shown = if is_verbose { usize::MAX } else { SHOWN };
    let mut lines: Vec<String> =
        salvaged.losses.iter().take(shown).map(|l| format!("{descriptor}: {}", loss(l))).collect();
    let more = salvaged.losses.len().saturating_sub(shown);
    if more > 0 {
        lines.push(format!("{descriptor}: {more} more losses; -v prints them"));
    }
    let lost = format!("{} bytes lost", salvaged.bytes_lost());
    lines.push(match salvaged.new.first() {
        Some(new) => {
            let (path, written) = (new.path.display(), new.written);
            let counts = format!("{} partitions, {} rows, {} cells", written.partitions, written.rows, written.cells);
            format!("{descriptor} -> {path}: kept {counts}; {lost}")
        }
        None => format!("{descriptor}: nothing is intact; {lost}"),
    });
    lines.iter().map(|line| printable(line).to_string() + "\n").collect()
}

fn loss(loss: &Loss) -> String {
    let place = |key: &Option<Key>, none: &str| match key {
        Some(key) => format!("{} (token {})", key.text, key.token),
        None => none.to_owned(),
    };
    let between = format!("between {} and {}", place(&loss.before, "the start"), place(&loss.after, "the end"));
    let Loss { from, to, partitions, why, .. } = loss;
    format!("lost bytes {from} to {to} of the uncompressed data, {partitions} partitions at least, {between}: {why}")
}

pub fn json(descriptor: &Descriptor, salvaged: &Salvaged) -> Value {
    let key = |key: &Option<Key>| {
        key.as_ref()
            .map(|key| json!({ "key": key.text, "bytes": cqlite::value::hex::text(&key.bytes), "token": key.token }))
    };
    let losses = salvaged.losses.iter().map(|loss| {
        json!({
            "from": loss.from,
            "to": loss.to,
            "partitions": loss.partitions,
            "before": key(&loss.before),
            "after": key(&loss.after),
            "why": loss.why,
        })
    });
    let written = salvaged.new.first().map(|new| new.written);
    json!({
        "sstable": descriptor.to_string(),
        "new": salvaged.new.first().map(|new| new.path.display().to_string()),
        "partitions": written.map_or(0, |written| written.partitions),
        "rows": written.map_or(0, |written| written.rows),
        "cells": written.map_or(0, |written| written.cells),
        "proof": match salvaged.proof { Proof::Checksums => "checksums", _ => "rows" },
        "header_proof": match salvaged.header {
            HeaderProof::Checksums => "checksums",
            HeaderProof::Copy => "copy",
            _ => "rows",
        },
        "is_whole": salvaged.is_whole(),
        "partitions_lost": salvaged.partitions_lost(),
        "bytes_lost": salvaged.bytes_lost(),
        "losses": losses.collect::<Vec<_>>(),
        "notes": salvaged.notes,
        "doubts": salvaged.doubts,
    })
}

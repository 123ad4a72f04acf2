//! What was kept and what was lost, as text and as JSON.

use cqlite::descriptor::Descriptor;
use cqlite::inspect::printable;
use cqlite::verify::Proof;
use cqlite::write::{HeaderProof, Key, Loss, NewSstable, Salvaged, Written};
use serde_json::{json, Value};

use crate::words::number;

/// Losses that are printed without -v.
const SHOWN: usize = 20;

pub fn text(descriptor: &Descriptor, salvaged: &Salvaged, is_verbose: bool) -> String {
    let shown = if is_verbose { usize::MAX } else { SHOWN };
    let mut lines: Vec<String> =
        salvaged.losses.iter().take(shown).map(|l| format!("{descriptor}: {}", loss(l, shown))).collect();
    let more = salvaged.losses.len().saturating_sub(shown);
    if more > 0 {
        lines.push(format!("{descriptor}: {more} more {}; -v prints them", if more == 1 { "loss" } else { "losses" }));
    }
    let lost = format!("{} lost", number(salvaged.bytes_lost(), "byte"));
    if salvaged.new.is_empty() {
        lines.push(format!("{descriptor}: nothing is intact; {lost}"));
    }
    lines.extend(salvaged.new.iter().enumerate().map(|(i, new)| {
        let (path, written) = (new.path.display(), new.written);
        let counts =
            [number(written.partitions, "partition"), number(written.rows, "row"), number(written.cells, "cell")];
        let more = if i == 0 { lost.clone() } else { "these were out of order".to_owned() };
        format!("{descriptor} -> {path}: kept {}; {more}", counts.join(", "))
    }));
    lines.iter().map(|line| printable(line).to_string() + "\n").collect()
}

fn loss(loss: &Loss, shown: usize) -> String {
    let place = |key: &Option<Key>, none: &str| match key {
        Some(key) => format!("{} (token {})", key.text, key.token),
        None => none.to_owned(),
    };
    let between = format!("between {} and {}", place(&loss.before, "the start"), place(&loss.after, "the end"));
    let Loss { from, to, bytes, places, partitions, why, .. } = loss;
    let bytes = match places {
        1 => format!("bytes {from} to {to}"),
        _ => format!("{} in {places} places from {from} to {to}", number(*bytes, "byte")),
    };
    format!(
        "lost {bytes} of the uncompressed data, {} at least, {between}: {why}{}",
        number(*partitions, "partition"),
        keys(loss, shown)
    )
}

fn keys(loss: &Loss, shown: usize) -> String {
    let named: Vec<&str> = loss.keys.iter().take(shown).map(|key| &*key.text).collect();
    let more = loss.partitions.saturating_sub(named.len() as u64);
    match (named.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!("; its keys: {}", named.join(", ")),
        (false, more) => format!("; of its keys: {}, and {more} more at least", named.join(", ")),
    }
}

pub fn json(descriptor: &Descriptor, salvaged: &Salvaged) -> Value {
    let key = |key: &Key| json!({ "key": key.text, "bytes": cqlite::value::hex::text(&key.bytes), "token": key.token });
    let losses = salvaged.losses.iter().map(|loss| {
        json!({
            "from": loss.from,
            "to": loss.to,
            "bytes": loss.bytes,
            "places": loss.places,
            "partitions": loss.partitions,
            "keys": loss.keys.iter().map(key).collect::<Vec<_>>(),
            "before": loss.before.as_ref().map(key),
            "after": loss.after.as_ref().map(key),
            "why": loss.why,
        })
    });
    let sum = |of: fn(&Written) -> u64| salvaged.new.iter().map(|new| of(&new.written)).sum::<u64>();
    let path = |new: &NewSstable| new.path.display().to_string();
    json!({
        "sstable": descriptor.to_string(),
        "new": salvaged.new.first().map(path),
        "out_of_order": salvaged.new.iter().skip(1).map(path).collect::<Vec<_>>(),
        "partitions": sum(|written| written.partitions),
        "rows": sum(|written| written.rows),
        "cells": sum(|written| written.cells),
        "proof": match salvaged.proof { Proof::Checksums => "checksums", _ => "rows" },
        "header_proof": match salvaged.header {
            HeaderProof::Checksums => "checksums",
            HeaderProof::Copy => "copy",
            _ => "rows",
        },
        "is_whole": salvaged.is_whole(),
        "partitions_lost": salvaged.partitions_lost(),
        "bytes_lost": salvaged.bytes_lost(),
        "statistics_lost": salvaged.lost.iter().map(|part| part.id()).collect::<Vec<_>>(),
        "losses": losses.collect::<Vec<_>>(),
        "notes": salvaged.notes,
        "doubts": salvaged.doubts,
    })
}

//! The examples of docs/byte-comparable.md are answers of Cassandra's: each stands in `tests/data/recorded`.

use std::collections::HashSet;

use cqlite_format::common::PrefixKind;
use cqlite_test_data::recorded as lines;

const DOC: &str = include_str!("../../../../docs/byte-comparable.md");
const NAMES: [&str; 8] = [
    "excl_end_bound",
    "incl_start_bound",
    "excl_end_incl_start_boundary",
    "static_clustering",
    "clustering",
    "incl_end_excl_start_boundary",
    "incl_end_bound",
    "excl_start_bound",
];

/// The rows of all tables whose head starts with `column` and has `LEGACY` last.
fn rows(column: &str) -> Vec<Vec<&'static str>> {
    let (mut rows, mut is_inside) = (Vec::new(), false);
    for line in DOC.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        match (line.starts_with('|'), is_inside) {
            (false, _) => is_inside = false,
            (true, false) => is_inside = cells[0] == column && cells.last() == Some(&"`LEGACY`"),
            (true, true) if cells[0].starts_with('-') => {}
            (true, true) => rows.push(cells),
        }
    }
    rows
}

/// A cell as recorded files have it: `x` and digits, or `null`.
fn recorded(cell: &str) -> String {
    match cell {
        "null" => cell.to_owned(),
        "(empty)" | "(none)" => "x".to_owned(),
        digits => format!("x{}", digits.trim_matches('`')),
    }
}

/// A class as recorded files have it, with its package.
fn class(name: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && !is_inside {
            out.push_str("org.apache.cassandra.db.marshal.");
        }
        is_inside = c.is_ascii_alphanumeric();
        out.push(c);
    }
    out
}

fn assert_recorded(file: &str, found: Vec<String>, at_least: usize, shorten: fn(&str) -> String) {
    let all: HashSet<String> = lines(file).iter().map(|line| shorten(line)).collect();
    assert!(found.len() >= at_least, "{file}: {} examples", found.len());
    for example in found {
        assert!(all.contains(&example), "{file} does not have {example}");
    }
}

#[test]
fn values_are_cassandras() {
    let mut found = Vec::new();
    for row in rows("type") {
        for (version, form) in [("OSS50", row[2]), ("LEGACY", row[3])] {
            found.push(format!("{}\t{version}\t{}\t{}", class(row[0]), recorded(row[1]), recorded(form)));
        }
    }
    assert_recorded("values.txt", found, 76, str::to_owned);
}

#[test]
fn clusterings_are_cassandras() {
    assert!(PrefixKind::from_raw(NAMES.len() as i64 - 1).is_some());
    let mut found = Vec::new();
    for row in rows("types") {
        let kind = NAMES.iter().position(|name| *name == row[1]).unwrap();
        let values = if row[2] == "(none)" {
            String::new()
        } else {
            row[2].split(", ").map(recorded).collect::<Vec<_>>().join(",")
        };
        for (version, form) in [("OSS50", row[3]), ("LEGACY", row[4])] {
            found.push(format!("{}\t{version}\t{kind}\t[{values}]\t{}", class(row[0]), recorded(form)));
        }
    }
    assert_recorded("clusterings.txt", found, 12, str::to_owned);
}

#[test]
fn keys_are_cassandras() {
    let mut found = Vec::new();
    for row in rows("partitioner") {
        for (version, form) in [("OSS50", row[2]), ("LEGACY", row[3])] {
            found.push(format!(
                "org.apache.cassandra.dht.{} {version} {} {}",
                row[0],
                recorded(row[1]),
                recorded(form)
            ));
        }
    }
    assert_recorded("keys.txt", found, 6, |line| line.split(' ').take(4).collect::<Vec<_>>().join(" "));
}

use std::io::{self, Write};

use cqlite::inspect::printable;
use cqlite::value::Timestamp;

use super::entry::Entry;
use crate::columns;

/// A line of heads, and one an entry.
pub fn write(entries: &[Entry], is_long: bool, out: &mut impl Write) -> io::Result<()> {
    let first = if is_long { ["SSTABLE", "LEVEL"] } else { ["TABLE", "SSTABLES"] };
    let heads = [first[0], first[1], "VERSION", "SIZE", "ROWS", "OLDEST", "NEWEST", "DROPPABLE"];
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| cells(entry, is_long).to_vec()).collect();
    columns::write(&heads, &rows, out)
}

fn cells(entry: &Entry, is_long: bool) -> [String; 8] {
    let name = if is_long { entry.sstable.clone() } else { entry.table.clone() };
    let versions: Vec<&str> = entry.versions.iter().map(String::as_str).collect();
    let time = |micros: Option<i64>| micros.map_or("-".to_owned(), time);
    [
        printable(&name).to_string(),
        if is_long { entry.level.to_string() } else { entry.sstables.to_string() },
        versions.join(","),
        size(entry.size),
        entry.rows.to_string(),
        time(entry.times.map(|times| times.0)),
        time(entry.times.map(|times| times.1)),
        entry.droppable().map_or("-".to_owned(), |share| format!("{:.1}%", share * 100.0)),
    ]
}

/// To the second, in UTC.
fn time(micros: i64) -> String {
    let text = Timestamp(micros.div_euclid(1000)).to_string();
    match text.split_once('.') {
        Some((seconds, _)) => seconds.replace(' ', "T") + "Z",
        None => text,
    }
}

fn size(bytes: u64) -> String {
    let (mut size, mut units) = (bytes as f64, ["B", "KiB", "MiB", "GiB", "TiB", "PiB"].into_iter());
    let mut unit = units.next().unwrap_or_default();
    while size >= 1024.0 {
        let Some(next) = units.next() else { break };
        (size, unit) = (size / 1024.0, next);
    }
    if unit == "B" {
        format!("{bytes} B")
    } else {
        format!("{size:.1} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_times_are_short() {
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(1536), "1.5 KiB");
        assert_eq!(size(17_436_917), "16.6 MiB");
        assert_eq!(time(1_700_000_002_000_001), "2023-11-14T22:13:22Z");
        assert_eq!(time(-1), "1969-12-31T23:59:59Z");
    }
}

//! The dump of a Data.db that ends too early: what could be read, as sstabledump prints it before its exception. (Both were compared, byte for
//! byte.)

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;

use cqlite_dump::{Dump, DumpErrorKind, DumpOptions, Format};
use cqlite_format::version::SstableVersion;
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::io::MemorySource;
use cqlite_sstable::{OpenOptions, Sstable};

/// The first bytes of an uncompressed SSTable of the corpus, without its checksums.
fn cut(table: &str, len: usize) -> Sstable {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/oa").join(table);
    let mut source = MemorySource::new();
    for component in [Component::Data, Component::PrimaryIndex, Component::Statistics] {
        let mut bytes = std::fs::read(folder.join(format!("oa-1-big-{}", component.name()))).expect("the component");
        if component == Component::Data {
            bytes.truncate(len);
        }
        source.insert(component, bytes);
    }
    let version = SstableVersion::ALL.into_iter().find(|v| v.letters() == "oa").expect("oa");
    OpenOptions::default().open_source("oa-1-big", version, Arc::new(source)).expect("an SSTable")
}

/// The dump, and whether the data was found damaged.
fn dump(sstable: &Sstable, format: Format, threads: usize) -> (String, bool) {
    let options = DumpOptions { format, threads, now: 1_700_000_000, ..DumpOptions::default() };
    let dump = Dump::new(sstable, options).expect("a dump").with_tasks_of(500);
    let mut out = Vec::new();
    let done = dump.write(&mut out, |_, _| {}, &AtomicBool::new(false));
    let is_damaged = done.is_err_and(|e| matches!(e.kind(), DumpErrorKind::Sstable(_)));
    (String::from_utf8(out).expect("text"), is_damaged)
}

#[test]
fn what_could_be_read_is_printed() {
    let mut most_rows = 0;
    for (table, len) in [("compression_none", 18811), ("wide_uncompressed", 35947)] {
        let whole = cut(table, len);
        for (format, end) in [(Format::Pretty, "\n    ]\n  }\n]"), (Format::Lines, "]}"), (Format::Debug, "")] {
            let (all, is_damaged) = dump(&whole, format, 1);
            assert!(!is_damaged);
            for len in [60, 1000, 3900, 10000, 15000, 18800] {
                let sstable = cut(table, len);
                let (text, is_damaged) = dump(&sstable, format, 1);
                assert!(is_damaged, "{table}, {len} bytes");
                assert_eq!(dump(&sstable, format, 3), (text.clone(), true), "{table}, {len} bytes");
                // The beginning of the dump, and the ends of all that is open. A partition without rows has another one.
                let begin = text.strip_suffix(end).filter(|begin| all.starts_with(begin));
                let is_empty = text.ends_with("\"rows\":[]}") || text.ends_with("\"rows\" : [ ]\n  }\n]");
                assert!(begin.is_some() || is_empty, "{table}, {len} bytes: {text}");
                if format == Format::Pretty {
                    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                    let rows = |p: &serde_json::Value| p["rows"].as_array().map_or(0, Vec::len);
                    most_rows = most_rows.max(json.as_array().expect("an array").iter().map(rows).sum::<usize>());
                }
            }
        }
    }
    assert!(most_rows > 100, "{most_rows}");
}

#[test]
fn nothing_that_could_be_read_is_a_dump_of_nothing() {
    let sstable = cut("compression_none", 5);
    assert_eq!(dump(&sstable, Format::Pretty, 1), ("[ ]".to_owned(), true));
    assert_eq!(dump(&sstable, Format::Keys, 1), ("[ ]".to_owned(), true));
    assert_eq!(dump(&sstable, Format::Lines, 1), (String::new(), true));
}

#[test]
fn keys_before_the_damage_are_listed() {
    let (text, is_damaged) = dump(&cut("compression_none", 10000), Format::Keys, 1);
    let keys: Vec<Vec<String>> = serde_json::from_str(&text).expect("JSON");
    assert!(is_damaged && keys.len() == 6, "{text}");
}

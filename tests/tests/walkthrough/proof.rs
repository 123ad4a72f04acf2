//! What must hold of an SSTable that was written in a made-up version.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cqlite_dump::{DumpOptions, Format};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Sstable;
use cqlite_tests::kaitai::{names, Server};
use cqlite_tests::{corpus, dump::dump};
use serde_json::{Map, Value};

use crate::product::Product;

/// The clock of both dumps: whether a cell has expired is printed.
const NOW: &str = "1790000000";

/// What follows from the lengths of partitions and chunks, which are others in another version.
const DERIVED: [&str; 2] = ["estimated_partition_size", "compression_ratio"];

/// Fields of the statistics that a version has and the original has not, and the other way round.
pub struct Changes {
    pub gained: &'static [&'static str],
    pub lost: &'static [&'static str],
}

/// An SSTable of Cassandra, and the same in a made-up version.
pub struct Sample<'a> {
    product: &'a Product,
    original: PathBuf,
    folder: PathBuf,
    /// Path of the new Data.db.
    data: String,
}

impl<'a> Sample<'a> {
    /// Writes an SSTable of the corpus, the only one of its folder, in a version.
    pub fn converted(product: &'a Product, name: &str, version: &str) -> Self {
        let original = data_of(&corpus::folder().join(name));
        let folder = product.scratch.join(name);
        let out = product.run("convert", &[version, text(&folder), text(&original)]);
        let data = succeeded(name, &out).trim_end().to_owned();
        assert!(Path::new(&data).is_file(), "{name}: one SSTable, not {data}");
        Sample { product, original, folder, data }
    }

    fn ask(&self, args: &[&str]) -> String {
        let out = self.product.run("cqlite", args);
        succeeded(&format!("{} ({args:?})", self.data), &out)
    }

    /// `dump -l`, against that of the original by the workspace as it is, which other tests compare with Cassandra's.
    pub fn has_the_rows_of_the_original(&self) {
        let sstable = Sstable::open(&self.original).unwrap_or_else(|e| panic!("{e}"));
        let options = DumpOptions { format: Format::Lines, now: NOW.parse().expect("a number"), ..Default::default() };
        let expected = String::from_utf8(dump(&sstable, options).expect("a dump")).expect("text");
        let found = self.ask(&["dump", "-l", "--now", NOW, &self.data]);
        let (expected, found) = (rows(&expected), rows(&found));
        assert!(!expected.is_empty(), "{}", self.data);
        assert_eq!(found.len(), expected.len(), "{}: partitions", self.data);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{}", self.data);
        }
    }

    /// `metadata`, against that of the original: the values of all fields that both versions have.
    pub fn has_the_statistics_of_the_original(&self, changes: &Changes) {
        assert!(!self.ask(&["metadata", &self.data]).is_empty());
        let (new, old) = (self.statistics(&self.data), self.statistics(text(&self.original)));
        let only = |these: &Map<String, Value>, those: &Map<String, Value>| -> BTreeSet<String> {
            these.keys().filter(|key| !those.contains_key(*key)).cloned().collect()
        };
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(only(&new, &old), names(changes.gained), "{}", self.data);
        assert_eq!(only(&old, &new), names(changes.lost), "{}", self.data);
        for (key, value) in &new {
            if !DERIVED.contains(&key.as_str()) && old.contains_key(key) {
                assert_eq!(Some(value), old.get(key), "{}: {key}", self.data);
            }
        }
    }

    /// Whether `metadata` has a line that begins so.
    pub fn tells(&self, label: &str) -> bool {
        self.ask(&["metadata", &self.data]).lines().any(|line| line.starts_with(label))
    }

    fn statistics(&self, path: &str) -> Map<String, Value> {
        let all: Value = serde_json::from_str(&self.ask(&["metadata", "--json", path])).expect("JSON");
        all["statistics"]["stats"].as_object().expect("statistics").clone()
    }

    /// `verify` finds nothing wrong, and something as soon as a byte is changed.
    pub fn is_sound(&self) {
        let said = self.ask(&["verify", &self.data]);
        assert!(!said.contains("warning: "), "{said}");
        let bytes = fs::read(&self.data).expect("Data.db");
        let mut damaged = bytes.clone();
        damaged[bytes.len() / 2] ^= 1;
        fs::write(&self.data, damaged).expect("Data.db");
        let out = self.product.run("cqlite", &["verify", &self.data]);
        assert_eq!(out.status.code(), Some(3), "{}: damage is not found", self.data);
        fs::write(&self.data, bytes).expect("Data.db");
    }

    /// `inspect` knows the field of each byte of each component, and of none after the last.
    pub fn is_described_to_the_last_byte(&self) {
        for entry in fs::read_dir(&self.folder).expect("the new SSTable") {
            let path = entry.expect("a component").path();
            if path.extension().is_none_or(|e| e != "db") {
                continue;
            }
            let mut end = 0;
            let mut fields = self.fields(&path);
            fields.sort_by_key(|field| field.1);
            for (name, offset, length) in fields {
                assert!(offset <= end, "{}: no field for bytes {end} to {offset}, where {name} begins", path.display());
                end = end.max(offset + length);
            }
            assert_eq!(end, self.length(&path), "{}", path.display());
        }
    }

    /// Kaitai's readers find leaves at the places where `inspect` has fields, in each component.
    pub fn is_the_same_to_kaitai(&self, server: &mut Server) {
        let found = components_of(&self.folder);
        let is_compressed = found.iter().any(|name| name == Component::CompressionInfo.name());
        for name in &found {
            let component = Component::from_name(name);
            for kind in names(&component, is_compressed).iter().filter(|kind| **kind != "Chunks") {
                let path = PathBuf::from(self.data.replace("Data.db", name));
                let theirs = self.leaves(kind, &path, is_compressed, server);
                let fields = self.fields(&path).into_iter().map(|(_, offset, length)| (offset, length));
                let ours: BTreeSet<(u64, u64)> = fields.filter(|field| field.1 > 0).collect();
                let (more, less): (Vec<_>, Vec<_>) =
                    (theirs.difference(&ours).take(5).collect(), ours.difference(&theirs).take(5).collect());
                let is_read = !ours.is_empty() || self.length(&path) == 0;
                assert!(
                    is_read && more.is_empty() && less.is_empty(),
                    "{}: Kaitai has {more:?} more, and not {less:?}",
                    path.display()
                );
            }
        }
    }

    /// Offsets and lengths of what Kaitai reads in a component.
    fn leaves(&self, kind: &str, path: &Path, is_compressed: bool, server: &mut Server) -> BTreeSet<(u64, u64)> {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let beside = |component: &str| self.data.replace("Data.db", component);
        let mut request = serde_json::json!({
            "component": kind,
            "version": name.split('-').next(),
            "format": if name.contains("-bti-") { "bti" } else { "big" },
            "path": path,
            "statistics": beside("Statistics.db"),
            "partitions": beside("Partitions.db"),
            "frozen_user_types": false,
        });
        if is_compressed {
            request["compression_info"] = beside("CompressionInfo.db").into();
        }
        let leaves = server.ask(request).unwrap_or_else(|e| panic!("{name}: {e}"));
        let leaf = |line: &str| -> (u64, u64) {
            let leaf: Value = serde_json::from_str(line).expect("JSON");
            let number = |key: &str| leaf[key].as_u64().unwrap_or_else(|| panic!("{key} of {line}"));
            (number("offset"), number("length"))
        };
        String::from_utf8(leaves).expect("UTF-8").lines().map(leaf).filter(|leaf| leaf.1 > 0).collect()
    }

    /// Names, offsets and lengths of a component's fields; not of bytes that no field covers, which have no path.
    fn fields(&self, path: &Path) -> Vec<(String, u64, u64)> {
        let field = |line: &str| -> Option<(String, u64, u64)> {
            let field: Value = serde_json::from_str(line).expect("JSON");
            let number = |key: &str| field[key].as_u64().unwrap_or_else(|| panic!("{key} of {line}"));
            Some((field["path"].as_str()?.to_owned(), number("offset"), number("length")))
        };
        self.ask(&["inspect", "--json", text(path)]).lines().filter_map(field).collect()
    }

    /// Length of a component; of Data.db that of its stream.
    fn length(&self, path: &Path) -> u64 {
        let info = PathBuf::from(self.data.replace("-Data.db", "-CompressionInfo.db"));
        if path == Path::new(&self.data) && info.is_file() {
            let field = self.ask(&["inspect", "--json", "--path", "data_length", text(&info)]);
            let field: Value = serde_json::from_str(&field).expect("JSON");
            return field["value"].as_u64().expect("a length");
        }
        fs::metadata(path).expect("a component").len()
    }

    /// Whether a field of a component lies on both sides of a position.
    pub fn crosses(&self, component: &str, at: u64) -> bool {
        let path = self.data.replace("Data.db", component);
        self.fields(Path::new(&path)).iter().any(|(_, offset, length)| (*offset + 1..offset + length).contains(&at))
    }

    /// Whether `inspect` shows a field whose path ends so.
    pub fn shows(&self, component: &str, end: &str) -> bool {
        let path = self.data.replace("Data.db", component);
        self.fields(Path::new(&path)).iter().any(|field| field.0.ends_with(end))
    }
}

/// The names of the binary components of an SSTable, which stands alone in its folder and is of a version that only the product knows.
fn components_of(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the new SSTable").map(|entry| entry.expect("a component").path());
    let names = entries.filter_map(|path| Some(text(&path).rsplit_once('-')?.1.to_owned()));
    names.filter(|name| name.ends_with(".db")).collect()
}

/// Partitions of a dump without positions, which differ from version to version.
fn rows(dump: &str) -> Vec<Value> {
    let partition = |line: &str| {
        let mut partition = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        remove_positions(&mut partition);
        partition
    };
    dump.lines().map(partition).collect()
}

fn remove_positions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let _ = fields.remove("position");
            fields.values_mut().for_each(remove_positions);
        }
        Value::Array(elements) => elements.iter_mut().for_each(remove_positions),
        _ => {}
    }
}

/// Path of the Data.db of a folder.
fn data_of(folder: &Path) -> PathBuf {
    let mut files = fs::read_dir(folder).expect("the original").map(|entry| entry.expect("an entry").path());
    files.find(|path| text(path).ends_with("-Data.db")).unwrap_or_else(|| panic!("{}: no Data.db", folder.display()))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn succeeded(what: &str, out: &std::process::Output) -> String {
    let errors = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{what}: {}\n{errors}{}", out.status, String::from_utf8_lossy(&out.stdout));
    String::from_utf8(out.stdout.clone()).expect("text")
}

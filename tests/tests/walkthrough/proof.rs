//! What must hold of an SSTable that was written in a made-up version.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cqlite_dump::{DumpOptions, Format};
use cqlite_sstable::descriptor::Component;
use cqlite_sstable::Sstable;
use cqlite_tests::dump::dump;
use cqlite_tests::kaitai::{names, Server};
use serde_json::{Map, Value};

use crate::leaf::Leaf;
use crate::product::Product;

/// The clock of both dumps: whether a cell has expired is printed.
pub const NOW: &str = "1790000000";

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
        Self::with(product, name, version, &[])
    }

    /// The same with fields set.
    pub fn with(product: &'a Product, name: &str, version: &str, settings: &[String]) -> Self {
        let original = data_of(&cqlite_test_data::corpus().join(name));
        let folder = product.scratch.join(name);
        // What an earlier test has written there is no part of it.
        let _ = fs::remove_dir_all(&folder);
        let mut args = vec![version, text(&folder), text(&original)];
        args.extend(settings.iter().flat_map(|setting| ["--set", setting]));
        let out = product.run("convert", &args);
        let data = succeeded(name, &out).trim_end().to_owned();
        assert!(Path::new(&data).is_file(), "{name}: one SSTable, not {data}");
        Sample { product, original, folder, data }
    }

    /// What is said of a field that cannot be set so.
    pub fn refused(product: &Product, name: &str, version: &str, setting: &str) -> String {
        let (original, folder) = (data_of(&cqlite_test_data::corpus().join(name)), product.scratch.join(name));
        let out = product.run("convert", &[version, text(&folder), text(&original), "--set", setting]);
        assert_eq!(out.status.code(), Some(1), "{name}, {setting}: it is taken");
        String::from_utf8(out.stderr).expect("text")
    }

    /// What a command writes of SSTables, into a folder of its own.
    pub fn written_by(&self, command: &[&str]) -> Sample<'a> {
        let folder = self.product.scratch.join("commands").join(command[0]);
        let _ = fs::remove_dir_all(&folder);
        self.ask(&[command, &["-o", text(&folder)]].concat());
        let data = text(&data_of(&folder)).to_owned();
        Sample { product: self.product, original: self.original.clone(), folder, data }
    }

    /// What a command says that does not write them.
    pub fn not_written_by(&self, command: &[&str]) -> String {
        let folder = self.product.scratch.join("commands").join("refused");
        let _ = fs::remove_dir_all(&folder);
        let out = self.product.run("cqlite", &[command, &["-o", text(&folder)]].concat());
        assert_eq!(out.status.code(), Some(1), "{}: {command:?} writes it", self.data);
        let left = fs::read_dir(&folder).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{}: {command:?} leaves something", self.data);
        String::from_utf8(out.stderr).expect("text")
    }

    /// Path of the Data.db that Cassandra wrote.
    pub fn original(&self) -> &Path {
        &self.original
    }

    /// Its components, by name.
    pub fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let read = |name: String| (name.clone(), fs::read(self.path_of(&name)).expect("a component"));
        self.components().into_iter().map(read).collect()
    }

    /// What the command says.
    pub fn ask(&self, args: &[&str]) -> String {
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

    /// What `metadata --json` has at a JSON pointer.
    pub fn metadata(&self, pointer: &str) -> Value {
        let all: Value = serde_json::from_str(&self.ask(&["metadata", "--json", &self.data])).expect("JSON");
        all.pointer(pointer).unwrap_or_else(|| panic!("{}: no {pointer} in {all}", self.data)).clone()
    }

    /// `inspect` knows the field of each byte of each component, and of none after the last.
    pub fn is_described_to_the_last_byte(&self) {
        for entry in fs::read_dir(&self.folder).expect("the new SSTable") {
            let path = entry.expect("a component").path();
            if path.extension().is_none_or(|e| e != "db") {
                continue;
            }
            let mut end = 0;
            let mut fields = self.fields_of(&path, &[]);
            fields.sort_by_key(|field| field.offset);
            for field in fields {
                assert!(field.offset <= end, "{}: no field for bytes {end} to {field:?}", path.display());
                end = end.max(field.end());
            }
            assert_eq!(end, self.length(&path), "{}", path.display());
        }
    }

    /// Kaitai's readers find leaves at the places where `inspect` has fields, in each component.
    pub fn is_the_same_to_kaitai(&self, server: &mut Server) {
        let is_compressed = self.is_compressed();
        for name in self.components().iter().filter(|name| name.ends_with(".db")) {
            let component = Component::from_name(name);
            for kind in names(&component, is_compressed).iter().filter(|kind| **kind != "Chunks") {
                let path = self.path_of(name);
                let places = |leaves: Vec<Leaf>| -> BTreeSet<(u64, u64)> {
                    leaves.iter().filter(|leaf| leaf.length > 0).map(|leaf| (leaf.offset, leaf.length)).collect()
                };
                let theirs = places(self.leaves(kind, name, server));
                let ours = places(self.fields_of(&path, &[]));
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

    /// The names of its components, which stand alone in their folder.
    pub fn components(&self) -> Vec<String> {
        let entries =
            fs::read_dir(&self.folder).expect("the new SSTable").map(|entry| entry.expect("a component").path());
        let mut names: Vec<String> =
            entries.filter_map(|path| Some(text(&path).rsplit_once('-')?.1.to_owned())).collect();
        names.sort();
        names
    }

    /// Whether Data.db is stored in chunks.
    pub fn is_compressed(&self) -> bool {
        self.path_of(Component::CompressionInfo.name()).is_file()
    }

    /// The letters of its version.
    pub fn version(&self) -> &str {
        crate::commands::version_of(&self.data)
    }

    /// The values of all fields of a component, in the order of the file.
    pub fn values(&self, component: &str) -> Vec<(String, Value)> {
        let mut all = self.fields(component);
        all.sort_by_key(|leaf| leaf.offset);
        all.into_iter().map(|leaf| (leaf.path, leaf.value)).collect()
    }

    /// Path of the new Data.db.
    pub fn data(&self) -> &str {
        &self.data
    }

    /// The command.
    pub fn program(&self) -> PathBuf {
        self.product.program("cqlite")
    }

    /// What Kaitai reads in a component.
    pub fn leaves(&self, kind: &str, component: &str, server: &mut Server) -> Vec<Leaf> {
        let path = self.path_of(component);
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let mut request = serde_json::json!({
            "component": kind,
            "version": name.split('-').next(),
            "format": if name.contains("-bti-") { "bti" } else { "big" },
            "path": path,
            "statistics": self.path_of("Statistics.db"),
            "partitions": self.path_of("Partitions.db"),
            "frozen_user_types": false,
        });
        if self.is_compressed() {
            request["compression_info"] = text(&self.path_of(Component::CompressionInfo.name())).into();
        }
        let leaves = server.ask(request).unwrap_or_else(|e| panic!("{name}: {e}"));
        String::from_utf8(leaves).expect("UTF-8").lines().filter_map(Leaf::parse).collect()
    }

    /// The fields of a component, as `inspect` has them.
    pub fn fields(&self, component: &str) -> Vec<Leaf> {
        self.fields_of(&self.path_of(component), &[])
    }

    /// The chunks of Data.db, as `inspect` has them.
    pub fn chunks(&self) -> Vec<Leaf> {
        self.fields_of(Path::new(&self.data), &["--chunks"])
    }

    pub fn path_of(&self, component: &str) -> PathBuf {
        PathBuf::from(self.data.replace("Data.db", component))
    }

    fn fields_of(&self, path: &Path, options: &[&str]) -> Vec<Leaf> {
        let args = [&["inspect", "--json"], options, &[text(path)]].concat();
        self.ask(&args).lines().filter_map(Leaf::parse).collect()
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
        self.fields(component).iter().any(|field| (field.offset + 1..field.end()).contains(&at))
    }

    /// Whether `inspect` shows a field whose path ends so.
    pub fn shows(&self, component: &str, end: &str) -> bool {
        self.fields(component).iter().any(|field| field.path.ends_with(end))
    }
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

pub fn remove_positions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let _ = (fields.remove("position"), fields.remove("sstable"));
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

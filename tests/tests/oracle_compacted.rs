//! What SSTables are compacted to is what a live Cassandra compacts them to, byte for byte.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` and `CQLITE_TABLES` as in `oracle.rs`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cqlite::write::{Compact, WriteOptions};
use cqlite::{Sstable, SstableVersion};
use cqlite_tests::oracle::{given, seed, Oracle};
use serde_json::{json, Value};

/// Random tables for each version, unless `CQLITE_TABLES` says otherwise.
const TABLES: u64 = 8;

/// The components of an SSTable, by what they are.
fn components(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = data.file_name().and_then(|name| name.to_str()).expect("a name");
    let prefix = name.strip_suffix("Data.db").expect("a Data.db");
    let files = data.parent().expect("a folder").read_dir().expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let of = |path: PathBuf| {
        let component = path.file_name()?.to_str()?.strip_prefix(prefix)?.to_owned();
        Some((component, std::fs::read(path).expect("a component")))
    };
    files.filter_map(of).collect()
}

/// What codecs make of the same bytes need not be the same: where it is not, what is compressed is compared, and the sizes that come of it
/// are not.
fn assert_same(title: &str, own: &Path, their: &Path) {
    let (mut ours, mut theirs) = (components(own), components(their));
    let names = |all: &BTreeMap<String, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs), "{title}");
    let open = |path: &Path| Sstable::open(path).unwrap_or_else(|e| panic!("{title}: {e}"));
    let (own, their) = (open(own), open(their));
    assert_same_text(title, &facts(&own), &facts(&their));
    if ours.contains_key("CompressionInfo.db") && ours["Data.db"] != theirs["Data.db"] {
        assert!(uncompressed(&own) == uncompressed(&their), "{title}: the data differs");
        let compared = ["Data.db", "CompressionInfo.db", "Digest.crc32", "Statistics.db"];
        ours.retain(|name, _| !compared.contains(&&**name));
        theirs.retain(|name, _| !compared.contains(&&**name));
    }
    let differ = ours.iter().filter(|(name, bytes)| theirs[*name] != **bytes);
    let differ: Vec<_> = differ.map(|(name, bytes)| (name, bytes.len(), theirs[name].len())).collect();
    assert!(differ.is_empty(), "{title}: {differ:?}");
}

fn assert_same_text(title: &str, own: &str, their: &str) {
    if let Some(at) = own.bytes().zip(their.bytes()).position(|(own, their)| own != their) {
        let about = at.saturating_sub(200)..at + 100;
        panic!("{title}\n  ours   …{:?}\n  theirs …{:?}", own.get(about.clone()), their.get(about));
    }
    assert_eq!(own.len(), their.len(), "{title}");
}

/// What Statistics.db and CompressionInfo.db say, but for sizes of chunks.
fn facts(sstable: &Sstable) -> String {
    let mut statistics = sstable.raw().statistics().clone();
    statistics.stats_mut().expect("statistics").compression_ratio = 0.0;
    let mut info = sstable.raw().compression().cloned();
    info.iter_mut().for_each(|info| info.chunk_offsets.fill(0));
    format!("{statistics:?} {info:?}")
}

fn uncompressed(sstable: &Sstable) -> Vec<u8> {
    let (data, mut bytes) = (sstable.raw().data(), Vec::new());
    let len = usize::try_from(data.len()).expect("a length");
    data.read_range_into(0, len, &mut bytes).expect("the data");
    bytes
}

struct Table<'o> {
    oracle: &'o mut Oracle,
    name: String,
    title: String,
    version: SstableVersion,
    /// Where its SSTables are, and which they are.
    dir: PathBuf,
    sstables: Vec<PathBuf>,
}

impl Table<'_> {
    fn ask(&mut self, request: &Value) -> Value {
        let answer = self.oracle.ask(request);
        assert!(answer.get("error").is_none(), "{}: {request}: {answer}", self.title);
        answer
    }

    /// Compacts some of the SSTables here and there. Whether something is left.
    fn compare(&mut self, what: &str, first: usize, gc_grace: u32) -> bool {
        let title = format!("{}, {what}", self.title);
        let cql = format!("ALTER TABLE corpus.{} WITH gc_grace_seconds = {gc_grace}", self.name);
        let _ = self.ask(&json!({"op": "cql", "cql": cql}));
        let open = |path: &PathBuf| Sstable::open(path).unwrap_or_else(|e| panic!("{title}: {e}"));
        let sources: Vec<Sstable> = self.sstables[first..].iter().rev().map(open).collect();
        let left_out: Vec<Sstable> = self.sstables[..first].iter().map(open).collect();
        let folder = self.dir.join(what);
        std::fs::create_dir_all(&folder).expect("a folder");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_secs();
        let options = WriteOptions::new().to(self.version).column_index_size(4096);
        let compact = Compact::new(options).gc_grace(gc_grace).at(i64::try_from(now).expect("a time"));
        let done = compact.run(&sources, &left_out, &folder).unwrap_or_else(|e| panic!("{title}: {e}"));
        let name = |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut request = json!({"op": "compact", "table": self.name, "dir": folder.join("cassandra")});
        if first > 0 {
            request["files"] = self.sstables[first..].iter().map(name).collect();
        }
        let answer = self.ask(&request);
        let theirs: Vec<&str> = answer["paths"].as_array().expect("paths").iter().filter_map(Value::as_str).collect();
        assert_eq!(done.sstables.len(), theirs.len(), "{title}: {:?} {theirs:?}", done.sstables);
        for (own, their) in done.sstables.iter().zip(&theirs) {
            let (own, their) = (PathBuf::from(format!("{}-Data.db", own.path.display())), PathBuf::from(their));
            assert_same(&title, &own, &their);
        }
        !theirs.is_empty()
    }

    /// The SSTables as they were.
    fn restore(&mut self) {
        let _ = self.ask(&json!({"op": "cql", "cql": format!("TRUNCATE corpus.{}", self.name)}));
        let _ = self.ask(&json!({"op": "load", "table": self.name, "dir": self.dir}));
    }
}

fn judge(oracle: &mut Oracle, seed: u64, letters: &str, root: &Path) -> usize {
    let dir = root.join(seed.to_string());
    let made = oracle.ask(&json!({"op": "write", "dir": dir, "seed": seed}));
    let (Some(paths), Some(name)) = (made["paths"].as_array(), made["table"].as_str()) else {
        panic!("{seed}: {made}")
    };
    let paths = paths.iter().filter_map(Value::as_str).map(PathBuf::from);
    let mut sstables: Vec<PathBuf> = paths.filter(|path| path.parent() == Some(&*dir)).collect();
    sstables.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    // Some random cells live for a second, and what is deleted now is not to be purged by the one and kept by the other.
    std::thread::sleep(Duration::from_secs(2));
    let title = format!("seed {seed} {letters}: {}", made["schema"]);
    let version = SstableVersion::find(letters).expect("a version");
    let mut table = Table { oracle, name: name.to_owned(), title, version, dir, sstables };
    let mut compared = 0;
    if table.sstables.len() > 1 {
        compared += usize::from(table.compare("some", 1, 0));
        table.restore();
    }
    compared += usize::from(table.compare("purged", 0, 0));
    table.restore();
    compared + usize::from(table.compare("kept", 0, 864_000))
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn cassandra_compacts_to_the_same_bytes() {
    let (first, tables) = (seed(), given("CQLITE_TABLES").unwrap_or(TABLES));
    let root = tempfile::tempdir().expect("a folder");
    for (release, letters) in [("5.0.8", "nb"), ("5.0.8", "oa"), ("5.0.8", "da")] {
        let mut oracle = Oracle::start(release, letters);
        let folder = root.path().join(letters);
        let compared: usize = (first..first + tables).map(|seed| judge(&mut oracle, seed, letters, &folder)).sum();
        println!("{release} {letters}: {compared} compactions of {tables} random tables");
        assert!(compared > 0);
    }
}

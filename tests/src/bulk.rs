//! Rows as `tests/oracle/src/tools/PerfTables.java` makes them, in memory and in the order of an SSTable, and how long it takes to write them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use cqlite::partitioner::Partitioner;
use cqlite::schema::{CreateTable, DefinitionError, TableDefinition};
use cqlite::value::{Timestamp, Uuid};
use cqlite::SstableWriter;

use crate::random_values::Random;

const WORDS: [&str; 16] = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima",
    "mike", "november", "oscar", "papa",
];
/// When all is written, in microseconds since 1970.
const AT: i64 = 1_700_000_000_000_000;

/// The rows of a table.
#[derive(Debug)]
pub enum Rows {
    /// Many partitions of one small row.
    Narrow(Vec<(i32, String, f64)>),
    /// Partitions of a thousand rows of half a kilobyte.
    Wide(Vec<Wide>),
    /// Collections and a static column in partitions of a hundred rows.
    Coll(Vec<Coll>),
}

/// A row of half a kilobyte.
#[derive(Debug)]
pub struct Wide {
    key: (i32, Timestamp),
    texts: [String; 5],
    ints: (i32, i32, i64),
    doubles: (f64, f64),
    uuid: Uuid,
    ok: bool,
    blob: Vec<u8>,
}

/// A row with collections.
#[derive(Debug)]
pub struct Coll {
    key: (String, i32),
    map: BTreeMap<&'static str, i32>,
    set: BTreeSet<i32>,
    list: Vec<&'static str>,
    fixed: String,
}

impl Rows {
    /// About so many of them, by the name of the shape.
    #[must_use]
    pub fn new(shape: &str, count: usize) -> Self {
        let r = &mut Random(42);
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        match shape {
            "narrow" => {
                let row = |id: i32| (id, format!("name-{id}-{}", WORDS[id as usize % 16]), f64::from(id) / 2.0);
                Rows::Narrow(
                    in_order((0..count).collect(), |id| id.to_be_bytes().to_vec()).into_iter().map(row).collect(),
                )
            }
            "wide" => {
                let devices = in_order((0..(count / 1000).max(1)).collect(), |id| id.to_be_bytes().to_vec());
                Rows::Wide(
                    devices
                        .into_iter()
                        .flat_map(|dev| (0..1000).map(move |i| (dev, i)))
                        .map(|(dev, i)| wide(dev, i, r))
                        .collect(),
                )
            }
            _ => {
                let keys = in_order((0..(count / 100).max(1)).collect(), |k| format!("k{k}").into_bytes());
                Rows::Coll(
                    keys.into_iter().flat_map(|k| (0..100).map(move |c| (k, c))).map(|(k, c)| coll(k, c, r)).collect(),
                )
            }
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Rows::Narrow(rows) => rows.len(),
            Rows::Wide(rows) => rows.len(),
            Rows::Coll(rows) => rows.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn table(&self) -> Result<TableDefinition, DefinitionError> {
        let table = |name| CreateTable::new("perf", name);
        match self {
            Rows::Narrow(_) => {
                table("narrow").partition_key("id", "int").column("name", "text").column("score", "double")
            }
            Rows::Wide(_) => {
                let table = table("wide").partition_key("dev", "int").clustering("ts", "timestamp");
                let table = ["a", "b", "c", "d", "e"].into_iter().fold(table, |table, name| table.column(name, "text"));
                let table = table.column("i1", "int").column("i2", "int").column("i3", "bigint").column("f1", "double");
                table.column("f2", "double").column("u", "uuid").column("ok", "boolean").column("bl", "blob")
            }
            Rows::Coll(_) => {
                let table =
                    table("coll").partition_key("k", "text").clustering("c", "int").column("m", "map<text, int>");
                table.column("s", "set<int>").column("l", "list<text>").static_column("st", "text")
            }
        }
        .build()
    }

    /// Writes them to a folder, LZ4 in chunks of 16 KiB, as they come or held and sorted before. How long it takes.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn write(&self, folder: &Path, is_sorted: bool) -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        let builder = SstableWriter::builder(self.table()?);
        let builder = if is_sorted { builder.sorted() } else { builder.memory(1 << 30) };
        let mut writer = builder.open(folder)?;
        writer.using(Some(AT), None);
        match self {
            Rows::Narrow(rows) => {
                for (id, name, score) in rows {
                    writer.insert(*id).set("name", name).set("score", score).write()?;
                }
            }
            Rows::Wide(rows) => {
                for Wide { key, texts: [a, b, c, d, e], ints, doubles, uuid, ok, blob } in rows {
                    let row = writer.insert(*key).set("a", a).set("b", b).set("c", c).set("d", d).set("e", e);
                    let row = row.set("i1", &ints.0).set("i2", &ints.1).set("i3", &ints.2).set("f1", &doubles.0);
                    row.set("f2", &doubles.1).set("u", uuid).set("ok", ok).set("bl", blob).write()?;
                }
            }
            Rows::Coll(rows) => {
                for Coll { key: (k, c), map, set, list, fixed } in rows {
                    let row = writer.insert((k.as_str(), *c)).set("m", map).set("s", set).set("l", list);
                    row.set("st", fixed).write()?;
                }
            }
        }
        let new = writer.finish()?;
        let time = start.elapsed();
        let written: u64 = new.iter().map(|new| new.written.rows).sum();
        match usize::try_from(written).is_ok_and(|written| written >= self.len()) {
            true => Ok(time),
            false => Err(format!("{written} rows of {}", self.len()).into()),
        }
    }
}

/// Keys in the order of their tokens.
fn in_order(mut keys: Vec<i32>, bytes: impl Fn(i32) -> Vec<u8>) -> Vec<i32> {
    let partitioner = Partitioner::Murmur3;
    keys.sort_by_cached_key(|key| match partitioner.token(&bytes(*key)) {
        cqlite::partitioner::Token::Murmur3(token) => token,
        _ => 0,
    });
    keys
}

fn words(r: &mut Random, count: usize) -> String {
    (0..count).map(|_| WORDS[r.below(16) as usize]).collect::<Vec<_>>().join(" ")
}

fn wide(dev: i32, i: i64, r: &mut Random) -> Wide {
    let unit = |r: &mut Random| r.bits() as f64 / u64::MAX as f64;
    Wide {
        key: (dev, Timestamp(1_700_000_000_000 + i * 1000)),
        texts: [
            words(r, 12),
            words(r, 20),
            words(r, 16),
            words(r, 12),
            format!("user{}@example.com", r.below(100_000)),
        ],
        ints: (r.bits() as i32, r.below(1000) as i32, r.bits() as i64),
        doubles: (unit(r), unit(r)),
        uuid: Uuid(r.bytes(16).try_into().unwrap_or_default()),
        ok: r.below(2) == 0,
        blob: words(r, 10).into_bytes(),
    }
}

fn coll(k: i32, c: i32, r: &mut Random) -> Coll {
    Coll {
        key: (format!("k{k}"), c),
        map: (0..5).map(|j| (WORDS[j], r.bits() as i32)).collect(),
        set: (0..8).map(|_| r.below(1000) as i32).collect(),
        list: (0..6).map(|_| WORDS[r.below(16) as usize]).collect(),
        fixed: format!("static{k}"),
    }
}

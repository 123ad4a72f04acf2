//! Bytes that are read as values of other types than they were written as: our dump and that of a live Cassandra are the same text, and
//! where Cassandra ends with an exception there is an error.
//!
//! Tables of blobs are written, and their header is changed: any bytes become values of any type, in each place that a value can have.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` gives the seed; otherwise the clock does, and it is printed.
//! `CQLITE_TABLES` gives the number of tables.

use std::path::{Path, PathBuf};

use cqlite_dump::{DumpOptions, Format};
use cqlite_format::statistics::{SerializationHeader, SstableStatistics, SstableStatisticsParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::native::CqlType;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::Sstable;
use cqlite_tests::dump::dump;
use cqlite_tests::oracle::{given, seed, Oracle};
use cqlite_tests::random_values::{value, Random, TYPES};
use serde_json::json;

/// Tables, unless `CQLITE_TABLES` says otherwise.
const TABLES: u64 = 30;
/// Types that each place of a table is given.
const ROUNDS: u64 = 5;
/// Where a value can be.
const PLACES: [Place; 5] = [Place::Key, Place::Clustering, Place::Cell, Place::Path, Place::Element];
/// Types whose values have a length of their own wherever they are.
const VARIABLE: [&str; 11] = [
    "AsciiType",
    "ByteType",
    "BytesType",
    "DecimalType",
    "DurationType",
    "InetAddressType",
    "IntegerType",
    "ShortType",
    "SimpleDateType",
    "TimeType",
    "UTF8Type",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Key,
    Clustering,
    Cell,
    Path,
    Element,
}

/// A type for a place, and whether `sstabledump -d` makes up what is missing of its values.
fn random_type(place: Place, r: &mut Random) -> (String, bool) {
    let any = |r: &mut Random| TYPES[r.below(TYPES.len() as u64) as usize];
    match r.below(8) {
        0 => (format!("FrozenType(ListType({}))", any(r)), false),
        1 => (format!("FrozenType(MapType({},{}))", any(r), any(r)), false),
        2 => (format!("TupleType({},{})", any(r), any(r)), true),
        _ if matches!(place, Place::Clustering | Place::Cell) => (VARIABLE[r.below(11) as usize].to_owned(), false),
        _ => (any(r).to_owned(), false),
    }
}

/// Bytes that may be a value of many types: of one, or elements of a collection or fields of a tuple.
fn random_bytes(r: &mut Random) -> Vec<u8> {
    let one = |r: &mut Random| value(TYPES[r.below(TYPES.len() as u64) as usize], r);
    match r.below(4) {
        0 | 1 => one(r),
        kind => {
            let count = r.below(4) as i32;
            let mut bytes = if kind == 2 { count.to_be_bytes().to_vec() } else { Vec::new() };
            for _ in 0..count {
                let element = one(r);
                let len = if r.below(10) == 0 { -1 } else { element.len() as i32 };
                bytes.extend(len.to_be_bytes());
                bytes.extend(&element[..usize::try_from(len).unwrap_or(0)]);
            }
            bytes
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A table of blobs with one row.
fn write(oracle: &mut Oracle, dir: &Path, r: &mut Random) -> PathBuf {
    let mut key = random_bytes(r);
    // No partition has an empty key.
    key.extend(std::iter::repeat_n(0, usize::from(key.is_empty())));
    let [clustering, cell, path, element] = std::array::from_fn(|_| hex(&random_bytes(r)));
    let made = oracle.ask(&json!({"op": "write", "dir": dir, "statements": [
        "CREATE TABLE %t (k blob, c blob, v blob, m map<blob, blob>, PRIMARY KEY (k, c))",
        format!("INSERT INTO %t (k, c, v, m) VALUES (0x{}, 0x{clustering}, 0x{cell}, {{0x{path}: 0x{element}}})", hex(&key)),
    ]}));
    let path = made["paths"][0].as_str().unwrap_or_else(|| panic!("{made}"));
    PathBuf::from(path)
}

/// The header with another type in a place; `BytesType` in the others.
fn with_type(header: &mut SerializationHeader, place: Place, name: &str) {
    let ty = |name: &str| CqlType::new(name.to_owned()).unwrap_or_else(|e| panic!("{name}: {e}"));
    match place {
        Place::Key => header.key_type = ty(name),
        Place::Clustering => header.clustering_types[0] = ty(name),
        Place::Cell => header.regular_columns.columns[0].column_type = ty(name),
        Place::Path => header.regular_columns.columns[1].column_type = ty(&format!("MapType({name},BytesType)")),
        Place::Element => header.regular_columns.columns[1].column_type = ty(&format!("MapType(BytesType,{name})")),
    }
}

/// Writes Statistics.db again, with a changed header.
fn change(statistics: &[u8], to: &Path, edit: impl FnOnce(&mut SerializationHeader)) {
    let params = SstableStatisticsParams::new(SstableVersion::find("oa").unwrap());
    let mut model = SstableStatistics::decode(&mut Reader::new(statistics), &params).unwrap();
    edit(model.header_mut().unwrap());
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, &params).unwrap();
    std::fs::write(to, buffer.into_bytes()).unwrap();
}

fn ours(data: &Path, format: Format) -> Result<String, String> {
    let sstable = Sstable::open(data).map_err(|e| e.to_string())?;
    let options = DumpOptions { format, ..DumpOptions::default() };
    String::from_utf8(dump(&sstable, options)?).map_err(|e| e.to_string())
}

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn bytes_of_other_types_dump_alike() {
    let (seed, tables) = (seed(), given("CQLITE_TABLES").unwrap_or(TABLES));
    let mut oracle = Oracle::start("5.0.8", "oa");
    let mut random = Random(seed);
    let root = std::env::temp_dir().join(format!("cqlite-oracle-types-{}", std::process::id()));
    let (mut alike, mut refused) = (0u64, 0u64);
    for table in 0..tables {
        let dir = root.join(table.to_string());
        std::fs::create_dir_all(&dir).unwrap();
        let data = write(&mut oracle, &dir, &mut random);
        let file = PathBuf::from(data.to_str().unwrap().replace("-Data.db", "-Statistics.db"));
        let statistics = std::fs::read(&file).unwrap();
        for place in PLACES.into_iter().flat_map(|place| std::iter::repeat_n(place, ROUNDS as usize)) {
            let (ty, is_made_up) = random_type(place, &mut random);
            change(&statistics, &file, |header| with_type(header, place, &ty));
            for (args, format) in [(["-l"], Format::Lines), (["-d"], Format::Debug)] {
                if is_made_up && format == Format::Debug {
                    continue;
                }
                let theirs = oracle.ask(&json!({"op": "dump", "path": data, "args": args}));
                let what = || format!("seed {seed}, table {table}: {args:?} with {ty} as {place:?}");
                let ours = ours(&data, format);
                if theirs["status"] == 0 {
                    assert_eq!(ours.as_deref(), Ok(theirs["out"].as_str().unwrap_or_default()), "{}", what());
                    alike += 1;
                } else {
                    assert!(ours.is_err(), "{}: {}\n{ours:?}", what(), theirs["error"]);
                    refused += 1;
                }
            }
        }
    }
    println!("{alike} dumps alike, {refused} refused by both");
    assert!(alike > 0 && refused > 0);
    assert!(oracle.ask(&json!({"op": "nothing"}))["error"].is_string(), "it answers to the end");
    let _ = std::fs::remove_dir_all(&root);
}

//! Live rows are those that Cassandra answers `SELECT JSON *` with, as it was recorded beside the corpus.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use cqlite::slice::{Bound, Slice};
use cqlite::value::{counter, json, FromCql, FromCqlError, MarshalType, Stored};
use cqlite::{ErrorKind, Row, Sstable, Table, TableReader};
use serde_json::Value;

#[test]
fn live_rows_are_those_of_a_query() {
    let (mut tables, mut rows, mut merged) = (0, 0, 0);
    let corpus = cqlite_test_data::corpus();
    let manifest = fs::read_to_string(corpus.join("MANIFEST.json")).expect("the manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    for listed in manifest["cases"].as_array().expect("cases") {
        let [letters, name] = ["letter", "case"].map(|field| listed[field].as_str().expect("a text"));
        // The answer was recorded just before.
        let Some(now) = listed["sstables"][0]["dumped_at"].as_i64() else { continue };
        // The JSON of 3.x and 4.0 was another: of timestamps, control characters, numbers.
        if !["nb", "oa", "da", "pa", "ea"].contains(&letters) {
            continue;
        }
        let folder = corpus.join(letters).join(name);
        let Some(case) = Case::read(&folder) else { continue };
        // That a column was dropped before it was there again, or a field renamed that no later SSTable has, stands in the schema only.
        if ["evolved_readded", "evolved_udt"].contains(&name) {
            continue;
        }
        let name = folder.display();
        let read = case.table.rows().at(now).map(|row| row.unwrap_or_else(|e| panic!("{name}: {e}")));
        let found: Vec<BTreeMap<String, Value>> = read.map(|row| case.show(&row)).collect();
        for (found, expected) in found.iter().zip(&case.answers) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(found.len(), case.answers.len(), "{name}");
        (tables, rows) = (tables + 1, rows + found.len());
        merged += usize::from(case.table.sstables().len() > 1);
    }
    println!("{rows} rows of {tables} tables, {merged} of several SSTables");
    assert!(tables > 500 && merged > 50 && rows > 34_000, "{rows} rows of {tables} tables, {merged} of several");
}

#[test]
fn scans_lookups_and_slices_of_a_table_agree_in_both_directions() {
    const NOW: i64 = 1_760_000_000;
    let all = |rows: &mut dyn Iterator<Item = Result<Row, cqlite::Error>>| -> Vec<Row> {
        rows.map(|row| row.expect("sound data")).collect()
    };
    let texts = |rows: &[Row]| rows.iter().map(|row| format!("{row:?}")).collect::<Vec<_>>();
    let (mut partitions, mut slices, mut large) = (0, 0, 0);
    for folder in ["mc", "md", "me", "na", "nb", "oa", "da", "pa", "ea"] {
        // Those before have rows in an order of old: see `Slice`.
        for found in &cqlite::open(cqlite_test_data::corpus().join(folder)).expect("tables") {
            let table = found.reader().unwrap_or_else(|e| panic!("{found}: {e}"));
            let scanned = all(&mut table.rows().at(NOW));
            let mut rest: &[Row] = &scanned;
            while let Some(first) = rest.first() {
                let key = first.key().to_vec();
                let num_rows = rest.iter().take_while(|row| row.key() == key).count();
                let (rows, after) = rest.split_at(num_rows);
                rest = after;
                (partitions, large) = (partitions + 1, large + usize::from(num_rows > 500));
                let name = format!("{folder} {found} {key:?}");
                let found = all(&mut table.partition(&key).expect("an index").at(NOW));
                assert_eq!(texts(&found), texts(rows), "{name}");
                let mut back = all(&mut table.slice_reversed(&key, Slice::default()).at(NOW));
                back.reverse();
                assert_eq!(texts(&back), texts(rows), "{name} backwards");
                for (from, to) in [(0, num_rows - 1), (num_rows / 3, num_rows / 2), (num_rows / 2, num_rows - 1)] {
                    let Some(slice) = between(&rows[from], &rows[to], slices % 2 == 0) else { continue };
                    let forward = all(&mut table.slice(&key, slice.clone()).expect("an index").at(NOW));
                    let mut back = all(&mut table.slice_reversed(&key, slice.clone()).at(NOW));
                    back.reverse();
                    let wanted =
                        if slice.end.as_ref().is_some_and(|end| end.is_inclusive) { from..to + 1 } else { from..to };
                    // Without a row, static columns are one.
                    if !wanted.is_empty() {
                        assert_eq!(texts(&forward), texts(&rows[wanted]), "{name} {slice:?}");
                    }
                    assert_eq!(texts(&back), texts(&forward), "{name} {slice:?} backwards");
                    slices += 1;
                }
            }
        }
    }
    println!("{partitions} partitions, {large} of them large, {slices} slices");
    assert!(partitions > 20_000 && large > 10 && slices > 20_000, "{partitions} {large} {slices}");
}

/// The rows from one on to another, which is in the slice or not.
fn between(from: &Row, to: &Row, is_inclusive: bool) -> Option<Slice> {
    let bound = |row: &Row, is_inclusive| {
        let names: Vec<String> = row.columns().filter(|name| name.starts_with("$ck")).collect();
        let value = |name: &String| row.get::<Option<Raw>>(name).expect("a value").map(|raw| raw.0);
        let values: Vec<Option<Vec<u8>>> = names.iter().map(value).collect();
        (!values.is_empty()).then_some(Bound { values, is_inclusive })
    };
    Some(Slice { start: Some(bound(from, true)?), end: Some(bound(to, is_inclusive)?) })
}

/// A value as it is stored.
struct Raw(Vec<u8>);

impl<'a> FromCql<'a> for Raw {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        Ok(Raw(value.to_bytes(ty)?.into_owned()))
    }
}

#[test]
fn partitions_have_the_rows_that_a_query_has_of_them() {
    const NOW: i64 = 1_760_000_000;
    let mut partitions = 0;
    for found in &cqlite::open(cqlite_test_data::corpus().join("nb")).expect("tables") {
        let table = found.reader().unwrap_or_else(|e| panic!("{found}: {e}"));
        let mut expected = table.rows().at(NOW).map(|row| row.expect("sound data")).peekable();
        let mut read = table.partitions().at(NOW);
        // Of every other partition only the first row is read: the rest is passed over.
        while let Some(mut partition) = read.next_partition().expect("sound data") {
            partitions += 1;
            let key = partition.key().to_vec();
            let take = if partitions % 2 == 0 { usize::MAX } else { 1 };
            for row in partition.by_ref().take(take) {
                let expected = expected.next().expect("a row of the query");
                assert_eq!(expected.key(), key, "{found}");
                let row = row.expect("sound data");
                assert_eq!(format!("{row:?}"), format!("{expected:?}"), "{found}");
            }
            if take == 1 {
                while expected.next_if(|row| row.key() == key).is_some() {}
            }
        }
        assert!(expected.next().is_none(), "{found}: partitions are missing");
        assert!(read.next_partition().expect("the end").is_none());
    }
    assert!(partitions > 1_000, "{partitions}");

    let sstable =
        Sstable::open(cqlite_test_data::corpus().join("nb/static_rows/nb-1-big-Data.db")).expect("an SSTable");
    let mut partitions = sstable.partitions().at(NOW);
    let mut keys = Vec::new();
    while let Some(partition) = partitions.next_partition().expect("sound data") {
        let key: String = partition.get("$pk0").expect("the key");
        assert_eq!(key.as_bytes(), partition.key());
        assert!(partition.get::<Option<i32>>("s2").is_ok());
        assert_eq!(partition.get::<Option<&str>>("v").expect_err("of rows").kind(), ErrorKind::InvalidInput);
        assert_eq!(partition.get::<i32>("none").expect_err("no column").kind(), ErrorKind::NotFound);
        keys.push(key);
    }
    let mut of_rows: Vec<String> =
        sstable.rows().at(NOW).map(|row| row.unwrap().get::<String>("$pk0").unwrap()).collect();
    of_rows.dedup();
    assert_eq!(keys, of_rows);
}

#[test]
fn a_slice_has_the_rows_between_its_ends() {
    let folder = cqlite_test_data::corpus().join("da/wide");
    let sstable = Sstable::open(folder.join("da-1-bti-Data.db")).expect("an SSTable");
    let first = sstable.rows().next().expect("a row").expect("sound data");
    let end = |n: i32| Some(Bound { values: vec![Some(n.to_be_bytes().to_vec())], is_inclusive: true });
    let all: Vec<i32> = clusterings(sstable.partition(first.key()).expect("an index"));
    let some = Slice { start: end(all[3]), end: end(all[7]) };
    let found = clusterings(sstable.slice(first.key(), some).expect("an index"));
    assert_eq!(found, all[3..=7]);
    let mut key = first.key().to_vec();
    key[0] ^= 0x40;
    assert_eq!(sstable.partition(&key).expect("an index").count(), 0);
    // No row would be a wrong answer.
    let wrong = sstable.partition(b"no such key").expect_err("no key");
    assert_eq!(wrong.kind(), ErrorKind::InvalidInput);
    assert!(wrong.to_string().contains("is no key of the table"), "{wrong}");
}

#[test]
fn a_counter_is_shown_by_its_total() {
    let corpus = cqlite_test_data::corpus().join("oa/counter_clustering");
    let table = Table::open(corpus).expect("a table");
    let shown: Vec<String> = table.rows().map(|row| format!("{:?}", row.expect("sound data"))).collect();
    assert!(shown.iter().any(|row| row.ends_with("n: 35000}")), "{shown:?}");
}

fn clusterings(rows: cqlite::Rows<'_>) -> Vec<i32> {
    rows.map(|row| row.expect("sound data").get("$ck0").expect("a number")).collect()
}

#[test]
fn errors_say_what_and_where() {
    let folder = cqlite_test_data::corpus().join("nb/static_rows");
    let sstable = Sstable::open(folder.join("nb-1-big-Data.db")).expect("an SSTable");
    let row = sstable.rows().next().expect("a row").expect("sound data");
    let wrong = row.get::<i32>("$pk0").expect_err("a text");
    assert_eq!(
        (wrong.kind(), wrong.to_string().as_str()),
        (ErrorKind::InvalidInput, "column $pk0: a value of type text cannot be read as i32")
    );
    assert_eq!(row.get::<i32>("nothing").expect_err("no column").kind(), ErrorKind::NotFound);
    let text = Sstable::open(folder.join("schema.cql")).expect_err("no component");
    assert_eq!(text.kind(), ErrorKind::NotFound);
    let old = Sstable::open("ks-t-ka-1-Data.db").expect_err("too old");
    assert_eq!(old.kind(), ErrorKind::Unsupported);

    // A byte of the first chunk is another one.
    let copy = std::env::temp_dir().join(format!("cqlite-rows-{}", std::process::id()));
    fs::create_dir_all(&copy).expect("a folder");
    for file in folder.read_dir().expect("the corpus").map(|file| file.expect("a file").path()) {
        let mut bytes = fs::read(&file).expect("a file");
        if file.ends_with("nb-1-big-Data.db") {
            bytes[20] ^= 1;
        }
        fs::write(copy.join(file.file_name().expect("a name")), bytes).expect("a copy");
    }
    let damaged = Sstable::open(copy.join("nb-1-big-Data.db")).expect("its metadata is sound");
    let mut rows = damaged.rows();
    let e = rows.next().expect("an error").expect_err("a wrong checksum");
    assert_eq!(e.kind(), ErrorKind::Corrupt);
    let location = e.location();
    assert!(location.file.as_ref().is_some_and(|file| file.contains("nb-1-big")), "{e}");
    assert_eq!(location.component.as_ref().map(|c| c.name()), Some("Data.db"));
    assert!(location.offset.is_some() && rows.next().is_none());
    fs::remove_dir_all(&copy).expect("our own folder");
}

/// The SSTables of a table, and what Cassandra answered.
struct Case {
    table: TableReader,
    answers: Vec<BTreeMap<String, Value>>,
    /// Names of the primary key's columns, ours and Cassandra's.
    names: BTreeMap<String, String>,
}

impl Case {
    fn read(folder: &Path) -> Option<Self> {
        let reader = Table::open(folder).ok()?;
        let answers = gunzip(&folder.join("select.jsonl.gz"))?;
        let schema = fs::read_to_string(folder.join("schema.cql")).ok()?;
        let key = primary_key(&schema)?;
        let table = reader.schema();
        let ours = (0..table.key_columns().len()).map(|i| format!("$pk{i}"));
        let ours: Vec<String> = ours.chain((0..table.clustering.len()).map(|i| format!("$ck{i}"))).collect();
        if ours.len() != key.len() {
            return None;
        }
        let names: BTreeMap<String, String> = ours.into_iter().zip(key).collect();
        // Cassandra writes numbers that JSON does not have.
        let answers: Vec<BTreeMap<String, Value>> =
            answers.lines().map(serde_json::from_str).collect::<Result<_, _>>().ok()?;
        // SSTables do not have columns that were added later, nor lack those that were dropped or renamed.
        let columns = table.static_columns.iter().chain(&table.regular_columns);
        let columns: Vec<String> = columns.map(|c| c.name().expect("UTF-8").to_owned()).collect();
        let known = |name: &String| columns.contains(&plain(name)) || names.values().any(|key| *key == plain(name));
        let first = answers.first()?;
        (first.keys().all(known) && first.len() == columns.len() + names.len()).then_some(Case {
            table: reader,
            answers,
            names,
        })
    }

    fn show(&self, row: &Row) -> BTreeMap<String, Value> {
        let shown = row.columns().map(|name| {
            let value = row.get::<Json>(&name).unwrap_or_else(|e| panic!("{name}: {e}")).0;
            let name = self.names.get(&name).cloned().unwrap_or(name);
            (quoted(&name), value)
        });
        shown.collect()
    }
}

/// Names with capital letters stand in quotes (`Selection.rowToJson`).
fn quoted(name: &str) -> String {
    if name.to_lowercase() == name {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

fn plain(name: &str) -> String {
    name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name).to_owned()
}

/// A value as Cassandra writes it in JSON.
struct Json(Value);

impl<'a> FromCql<'a> for Json {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        let bytes = value.to_bytes(ty)?;
        if ty.is_counter() {
            return Ok(Json(counter::total(&bytes)?.into()));
        }
        let mut out = Vec::new();
        json::write(ty, &bytes, &mut out)?;
        Ok(Json(serde_json::from_slice(&out).expect("JSON")))
    }

    fn from_null() -> Result<Self, FromCqlError> {
        Ok(Json(Value::Null))
    }
}

/// The columns of the primary key that a CREATE TABLE names.
fn primary_key(schema: &str) -> Option<Vec<String>> {
    let create = schema.lines().find(|line| line.contains("CREATE TABLE"))?;
    let (before, after) = create.split_once("PRIMARY KEY")?;
    let Some(list) = after.trim_start().strip_prefix('(') else {
        let column = before.rsplit(['(', ',']).next()?;
        return Some(vec![plain(column.split_whitespace().next()?)]);
    };
    let (mut depth, mut end) = (1, list.len());
    for (i, c) in list.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 {
            end = i;
            break;
        }
    }
    let names = list[..end].split(',').map(|name| plain(name.trim_matches([' ', '(', ')'])));
    Some(names.collect())
}

fn gunzip(path: &Path) -> Option<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(fs::File::open(path).ok()?).read_to_string(&mut text).expect("text");
    Some(text)
}

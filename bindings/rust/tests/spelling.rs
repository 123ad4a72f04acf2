//! Every key and clustering of the corpus, spelled as `sstabledump` prints it and as Cassandra's SELECT JSON answered it, is found again.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use cqlite::raw::{PrefixValues, Unfiltered};
use cqlite::value::{
    json, key_components, literal,
    spelling::{self, Spelling},
    text, MarshalType, NativeType, ValueError,
};
use cqlite::Sstable;
use serde_json::value::RawValue;

/// The data files below a folder.
fn data_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            data_files(&path, out);
        } else if path.to_string_lossy().ends_with("-Data.db") {
            out.push(path);
        }
    }
}

fn sstables() -> impl Iterator<Item = (PathBuf, Sstable)> {
    let mut files = Vec::new();
    data_files(&cqlite_test_data::corpus(), &mut files);
    assert!(files.len() > 1400, "{} SSTables", files.len());
    files.sort();
    files.into_iter().map(|file| {
        let sstable = Sstable::open(&file).unwrap_or_else(|e| panic!("{e}"));
        (file, sstable)
    })
}

/// Rows that are looked at of a partition, and of an answer.
const ROWS: usize = 50;

type Write = fn(&MarshalType, &[u8], &mut Vec<u8>) -> Result<(), ValueError>;

/// The text of a value; none if Cassandra has none.
fn printed(write: Write, ty: &MarshalType, bytes: &[u8]) -> Option<String> {
    let mut out = Vec::new();
    write(ty, bytes, &mut out).ok()?;
    Some(String::from_utf8(out).expect("UTF-8"))
}

/// What a JSON string says; all other JSON as it is, as it is given on a command line.
fn unquoted(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
}

#[derive(Debug, Default)]
struct Tally {
    keys: usize,
    values: usize,
    /// Texts that may mean several values: an error says so.
    ambiguous: usize,
}

impl Tally {
    /// What was found of a text is the value, or the text is said to be ambiguous.
    #[track_caller]
    fn check<E: std::fmt::Display>(&mut self, text: &str, found: Result<Vec<u8>, E>, bytes: &[u8]) {
        match found {
            Ok(found) => assert_eq!(found, bytes, "{text}"),
            Err(e) => {
                // In JSON null is also what stands for numbers that it has not.
                assert!(text.contains("null") && e.to_string().contains("it may mean NaN as well"), "{text}: {e}");
                self.ambiguous += 1;
            }
        }
    }

    fn key(&mut self, sstable: &Sstable, key: &[u8]) {
        let schema = sstable.schema();
        let Some(key_type) = &schema.keys.key_type else { return };
        let parts: Vec<&[u8]> = key_components(key_type, key).collect::<Result<_, _>>().expect("parts");
        let columns = schema.key_columns().iter().zip(&parts);
        let texts: Vec<String> =
            columns.clone().map(|(ty, part)| printed(text::write, ty, part).expect("a text")).collect();
        let escaped: Vec<String> = match texts.as_slice() {
            [one] if !matches!(key_type, MarshalType::Composite(_)) => vec![one.clone()],
            several => several.iter().map(|text| text.replace(':', "\\:")).collect(),
        };
        let joined = escaped.join(":");
        self.check(&joined, sstable.key_from_text(&joined), key);
        // The list, as it stands in the dump; a text could be one.
        if !matches!(key_type, MarshalType::Native(NativeType::Utf8 | NativeType::Ascii)) {
            let list = serde_json::to_string(&texts).expect("JSON");
            self.check(&list, sstable.key_from_text(&list), key);
        }
        let literals: Option<Vec<String>> = columns.map(|(ty, part)| printed(literal::write, ty, part)).collect();
        let literals = literals.expect("literals").join(", ");
        self.check(&literals, sstable.key_spelled(&literals, Spelling::Literal), key);
        self.keys += 1;
    }

    /// The value of a clustering column.
    fn value(&mut self, ty: &MarshalType, bytes: &[u8]) {
        if let Some(json) = printed(json::write, ty, bytes) {
            let plain = unquoted(&json);
            self.check(&plain, spelling::value(ty, &plain, Spelling::Any), bytes);
            self.check(&json, spelling::value(ty, &json, Spelling::Literal), bytes);
        }
        if let Some(literal) = printed(literal::write, ty, bytes) {
            self.check(&literal, spelling::value(ty, &literal, Spelling::Literal), bytes);
        }
        self.values += 1;
    }
}

#[test]
fn what_a_dump_prints_is_found_again() {
    let mut tally = Tally::default();
    for (_, sstable) in sstables() {
        let types = &sstable.schema().clustering;
        let mut partitions = sstable.raw().partitions();
        while partitions.next_partition().expect("a partition") {
            tally.key(&sstable, partitions.key());
            for _ in 0..ROWS {
                let Some(Unfiltered::Row(row)) = partitions.next_unfiltered().expect("a row") else { break };
                for (i, ty) in types.iter().enumerate() {
                    row.clustering.value(i).into_iter().for_each(|bytes| tally.value(ty, bytes));
                }
            }
        }
    }
    assert!(tally.keys > 20_000 && tally.values > 20_000 && tally.ambiguous < 1000, "{tally:?}");
}

/// The names of a table's key columns, of the partition and of clustering.
fn key_columns(create: &str) -> (Vec<String>, Vec<String>) {
    let name = |text: &str| text.trim().trim_matches('"').replace("\"\"", "\"");
    let names = |text: &str| text.split(',').map(name).collect::<Vec<_>>();
    let (before, behind) = create.split_once("PRIMARY KEY").expect("a key");
    let Some(columns) = behind.trim_start().strip_prefix('(') else {
        // It is the first one.
        let column = before.split_once('(').expect("columns").1.trim();
        return (vec![name(column.split(' ').next().expect("a name"))], Vec::new());
    };
    match columns.strip_prefix('(') {
        Some(several) => {
            let (several, clustering) = several.split_once(')').expect("an end");
            let clustering = clustering.split_once(')').expect("an end").0;
            (names(several), clustering.strip_prefix(',').map(names).unwrap_or_default())
        }
        None => {
            let mut all = names(columns.split_once(')').expect("an end").0);
            let clustering = all.split_off(1);
            (all, clustering)
        }
    }
}

/// Rows of a recorded answer, by columns.
fn selected(folder: &Path) -> Option<Vec<BTreeMap<String, Box<RawValue>>>> {
    let file = fs::File::open(folder.join("select.jsonl.gz")).ok()?;
    let mut lines = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("text");
    // Old releases answer what is no JSON (NaN, Infinity, durations), zeros in place of other control characters, and days of 1 AD by
    // the calendar of the time.
    let lines = lines.lines().filter(|line| !line.contains("\\u0000") && !line.contains("\"0001-01-03 "));
    Some(lines.filter_map(|line| serde_json::from_str(line).ok()).collect())
}

#[test]
fn what_a_select_answers_is_found_again() {
    let mut cases: BTreeMap<PathBuf, Vec<Sstable>> = BTreeMap::new();
    for (file, sstable) in sstables() {
        cases.entry(file.parent().expect("a folder").to_owned()).or_default().push(sstable);
    }
    let (mut found, mut ambiguous) = (0, 0);
    for (folder, sstables) in cases {
        // Of several tables one file has all the statements.
        let (Some(rows), Ok(schema)) = (selected(&folder), fs::read_to_string(folder.join("schema.cql"))) else {
            continue;
        };
        if schema.contains(" RENAME ") {
            continue;
        }
        let create = schema.lines().find(|line| line.starts_with("CREATE TABLE")).expect("a table");
        let (partition, clustering) = key_columns(create);
        for row in rows.iter().take(ROWS) {
            let text = |name: &String| {
                let quoted = format!("\"{name}\"");
                let value = row.get(name).or_else(|| row.get(&quoted)).unwrap_or_else(|| panic!("{name}: {create}"));
                unquoted(value.get())
            };
            let parts: Vec<String> = partition.iter().map(text).collect();
            let key = match parts.as_slice() {
                [one] => one.clone(),
                several => several.iter().map(|part| part.replace(':', "\\:")).collect::<Vec<_>>().join(":"),
            };
            let values: Vec<String> = clustering.iter().map(text).filter(|value| value != "null").collect();
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let has_row = |sstable: &Sstable| -> Result<bool, cqlite::Error> {
                let (key, slice) = (sstable.key_from_text(&key)?, sstable.slice_from_text(&values, ..)?);
                let Some(mut partition) = sstable.raw().partition(&key, slice)? else { return Ok(false) };
                Ok(partition.next_partition()? && (values.is_empty() || partition.next_unfiltered()?.is_some()))
            };
            let answers: Vec<_> = sstables.iter().map(has_row).collect();
            let is_ambiguous = |e: &cqlite::Error| e.to_string().contains(" it may mean NaN as well");
            match answers.iter().find_map(|answer| answer.as_ref().err()) {
                Some(e) if is_ambiguous(e) => ambiguous += 1,
                Some(e) => panic!("{}: {key} {values:?}: {e}", folder.display()),
                None => {
                    assert!(answers.iter().flatten().any(|has| *has), "{}: {key} {values:?}", folder.display());
                    found += 1;
                }
            }
        }
    }
    assert!(found > 10_000 && ambiguous < 200, "{found} rows, {ambiguous} ambiguous");
}

//! Queries over the SSTables of the corpus, and of `tests/cql/more`, beside what Cassandra answered (`tests/cql/recorded`).

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cqlite_query::schema::{Catalog, TableMetadata};
use cqlite_query::{Done, QueryError, ResultColumn, ResultSink, Session, TableSource, Value};
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_sstable::descriptor::{discover, Descriptor};
use cqlite_sstable::Sstable;
use serde_json::Value as Json;

/// The SSTables of a case: one table, or a folder a table.
struct Folder(PathBuf);

impl TableSource for Folder {
    fn sstables(&self, table: &TableMetadata) -> Result<Vec<Arc<Sstable>>, QueryError> {
        let own = self.0.join(&table.name);
        let folder = if own.is_dir() { own } else { self.0.clone() };
        let found = discover(&folder).map_err(QueryError::storage)?;
        let mut descriptors: Vec<Descriptor> = found.sstables.into_iter().map(|found| found.descriptor).collect();
        descriptors.retain(|descriptor| descriptor.location().index.is_none());
        descriptors.sort_by_key(|descriptor| std::cmp::Reverse(descriptor.id()));
        let open = |descriptor: &Descriptor| {
            cqlite_sstable::reader::OpenOptions::default()
                .open_descriptor(descriptor)
                .map(Arc::new)
                .map_err(QueryError::storage)
        };
        descriptors.iter().map(open).collect()
    }
}

#[derive(Default)]
struct Answer {
    columns: Vec<ResultColumn>,
    rows: Vec<Vec<Value>>,
}

impl ResultSink for Answer {
    fn columns(&mut self, columns: &[ResultColumn]) -> Result<(), QueryError> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> Result<bool, QueryError> {
        self.rows.push(values.to_vec());
        Ok(true)
    }
}

fn session(folder: &Path) -> Result<Session, String> {
    let text = std::fs::read_to_string(folder.join("schema.cql")).map_err(|error| error.to_string())?;
    let mut catalog = Catalog::default();
    let mut keyspace = None;
    for statement in cqlite_cql::statements(&text).map_err(|error| error.to_string())? {
        let (_, statement) = statement.map_err(|error| error.to_string())?;
        if let Some(new) = catalog.load(&statement, keyspace.as_deref()).map_err(|error| error.to_string())? {
            keyspace = Some(new);
        }
    }
    Ok(Session::new(catalog, Box::new(Folder(folder.to_path_buf()))))
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hexadecimal digits")).collect()
}

/// A message with what Cassandra says in an order of chance (signatures of functions, columns in common) sorted.
fn same_words(message: &str) -> String {
    // Of a text that is no statement: where, and what; not the words around, nor the place of its end, which it has none.
    let message = message.replace("to_json", "tojson");
    let head = message.split(" (").next().filter(|_| message.starts_with("line "));
    let message = match head {
        Some(head) if head.contains("<EOF>") => {
            head.split_once(' ').and_then(|(_, rest)| rest.split_once(' ')).map_or("", |(_, rest)| rest).to_owned()
        }
        Some(head) => head.to_owned(),
        None => message,
    };
    let mut words: Vec<&str> = message.split([',', '(', ')', ' ']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The name of a column: which of the two names of a function stands in it depends on which was called first since Cassandra started.
fn same_names(name: &str) -> String {
    name.replace("to_json", "tojson")
}

/// Whether Cassandra's answer says something of Cassandra only.
fn is_of_cassandra_only(line: &Json) -> bool {
    let Some(message) = line.get("error").and_then(|error| error[1].as_str()) else { return false };
    // 5.0 refuses what 6.0 has; a comment without a line's end; exceptions of Java; an order that a schema of several sorts has.
    let of_6_0 = message.starts_with("line ") && ["'NOT'", "'BETWEEN'"].iter().any(|word| message.contains(word));
    let functions = ["length", "octet_length", "format_bytes", "format_time"];
    let is_unknown = |name: &&str| {
        [format!("Unknown function '{name}'"), format!("Unknown function {name} called")].contains(&message.to_owned())
    };
    let of_6_0 = of_6_0 || functions.iter().any(is_unknown);
    of_6_0
        || line["error"][0] == "SERVER_ERROR"
        // Where there is one keyspace, it is the current one here.
        || message.starts_with("No keyspace has been specified")
        || message.starts_with("Unsupported \"!=\" relation")
        || message.contains("expecting set null")
        || message.starts_with("java.")
}

/// A type as the protocol says it, in the words of the recorded answers: frozen is left out, and what it has no code for is a class.
fn protocol_type(ty: &MarshalType) -> String {
    let all = |types: &[&MarshalType]| types.iter().map(|ty| protocol_type(ty)).collect::<Vec<_>>().join(", ");
    match ty.unreversed() {
        MarshalType::List { element, .. } => format!("list<{}>", all(&[element])),
        MarshalType::Set { element, .. } => format!("set<{}>", all(&[element])),
        MarshalType::Map { key, value, .. } => format!("map<{}>", all(&[key, value])),
        MarshalType::Tuple(types) => format!("tuple<{}>", all(&types.iter().collect::<Vec<_>>())),
        MarshalType::User(user) => format!("{}.{}", user.keyspace, user.name),
        MarshalType::Native(NativeType::Duration | NativeType::LegacyTimeUuid | NativeType::Empty) => format!("'{ty}'"),
        MarshalType::Native(native) => match native.cql_name() {
            Some(name) => name.to_owned(),
            None => format!("'{ty}'"),
        },
        other => format!("'{other}'"),
    }
}

/// What differs, if anything does.
fn difference(line: &Json, session: &mut Session) -> Option<String> {
    let cql = line["cql"].as_str().expect("a statement");
    let now = line["now"].as_i64().expect("a time");
    let mut answer = Answer::default();
    let done = session.execute(cql, now, &mut answer);
    match (done, line.get("error")) {
        (Err(ours), Some(error)) => {
            let theirs = error[1].as_str().unwrap_or_default();
            // Why rows could not be read stands in the node's log only.
            (error[0] != "READ_FAILURE" && same_words(&ours.to_string()) != same_words(theirs))
                .then(|| format!("error: {ours}\n      theirs: {theirs}"))
        }
        (Err(ours), None) => Some(format!("refused: {ours}")),
        (Ok(_), Some(error)) => Some(format!("taken: {} rows\n      theirs: {error}", answer.rows.len())),
        (Ok(Done::Described(text)), None) => {
            let rows = line["rows"].as_array()?;
            let statement = |row: &Json| {
                row.as_array().and_then(|row| {
                    row.last().and_then(Json::as_str).map(|text| String::from_utf8_lossy(&hex(text)).into_owned())
                })
            };
            let theirs: Vec<String> = rows.iter().filter_map(statement).collect();
            let theirs = theirs.join("\n\n");
            let plain = |text: &str| {
                text.lines()
                    .filter(|line| !line.contains("ID = ") && !line.contains("USING TIMESTAMP"))
                    .collect::<Vec<_>>()
                    .join("\n")
            };
            (plain(&text) != plain(&theirs)).then(|| format!("described: {text}\n      theirs: {theirs}"))
        }
        (Ok(_), None) => {
            let names: Vec<&str> = line["columns"].as_array()?.iter().filter_map(|column| column[0].as_str()).collect();
            let ours: Vec<&str> = answer.columns.iter().map(|column| column.name.as_str()).collect();
            let plain = |names: &[&str]| names.iter().map(|name| same_names(name)).collect::<Vec<_>>();
            if plain(&names) != plain(&ours) {
                return Some(format!("columns: {ours:?}\n      theirs: {names:?}"));
            }
            let types: Vec<&str> = line["columns"].as_array()?.iter().filter_map(|column| column[1].as_str()).collect();
            let own: Vec<String> = answer.columns.iter().map(|column| protocol_type(&column.ty)).collect();
            if types != own {
                return Some(format!("types: {own:?}\n      theirs: {types:?}"));
            }
            if line.get("shape").is_some() {
                return None;
            }
            let rows: Vec<Vec<Value>> = line["rows"]
                .as_array()?
                .iter()
                .map(|row| row.as_array().into_iter().flatten().map(|value| value.as_str().map(hex)).collect())
                .collect();
            // Names stand in rows of JSON too.
            let plain = |rows: &[Vec<Value>]| -> Vec<Vec<Value>> {
                let value = |value: &Value| match value.as_deref().map(std::str::from_utf8) {
                    Some(Ok(text)) if line["columns"][0][0] == "[json]" => Some(same_names(text).into_bytes()),
                    _ => value.clone(),
                };
                rows.iter().map(|row| row.iter().map(value).collect()).collect()
            };
            if plain(&rows) == plain(&answer.rows) {
                return None;
            }
            let show = |rows: &[Vec<Value>]| {
                let value = |value: &Value| {
                    value.as_ref().map_or("null".to_owned(), |bytes| match std::str::from_utf8(bytes) {
                        Ok(text) if text.chars().all(|c| !c.is_control()) => format!("{text:?}"),
                        _ => cqlite_types::hex::text(bytes),
                    })
                };
                let row = |row: &Vec<Value>| row.iter().map(value).collect::<Vec<_>>().join(",");
                rows.iter().take(4).map(row).collect::<Vec<_>>().join(" | ")
            };
            let first =
                rows.iter().zip(&answer.rows).position(|(a, b)| a != b).unwrap_or(rows.len().min(answer.rows.len()));
            Some(format!(
                "rows: {} {}\n      theirs: {} {} (from row {first})",
                answer.rows.len(),
                show(&answer.rows[first.min(answer.rows.len())..]),
                rows.len(),
                show(&rows[first.min(rows.len())..])
            ))
        }
    }
}

/// Where the cases of a file of answers are: a letter's in the corpus, those of `more` beside the answers.
fn folder(letter: &str) -> PathBuf {
    match (letter, std::env::var_os("CQLITE_RECORDED")) {
        ("more", None) => cqlite_test_data::workspace().join("tests/cql/more"),
        ("more", Some(recorded)) => PathBuf::from(recorded),
        _ => cqlite_test_data::corpus().join(letter),
    }
}

#[test]
fn answers_are_those_of_cassandra() {
    let workspace = cqlite_test_data::workspace();
    let only = std::env::var("CQLITE_ONLY").ok();
    // What still differs: a list that may only become shorter.
    let known_file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/answers_differ.txt");
    let known_text = std::fs::read_to_string(&known_file).unwrap_or_default();
    let mut known: BTreeSet<&str> = known_text.lines().collect();
    let (mut all, mut wrong, mut differ, mut panicked) = (0, Vec::new(), Vec::new(), Vec::new());
    let mut features: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let recorded = std::env::var_os("CQLITE_RECORDED").map_or(workspace.join("tests/cql/recorded"), PathBuf::from);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&recorded).expect("recorded answers").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "gz")) {
        let letter = file
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.split('.').next())
            .expect("a letter")
            .to_owned();
        let mut text = String::new();
        flate2::read::GzDecoder::new(std::fs::File::open(file).expect("a file"))
            .read_to_string(&mut text)
            .expect("text");
        let mut sessions: BTreeMap<String, Result<Session, String>> = BTreeMap::new();
        for line in text.lines() {
            let line: Json = serde_json::from_str(line).expect("JSON");
            let case = line["case"].as_str().expect("a case");
            let cql = line["cql"].as_str().unwrap_or_default();
            if only.as_ref().is_some_and(|only| !cql.contains(only.as_str())) {
                continue;
            }
            if is_of_cassandra_only(&line) {
                continue;
            }
            if line.get("values").is_some_and(|values| values.as_array().is_some_and(|values| !values.is_empty())) {
                continue;
            }
            let folder = folder(&letter).join(case);
            let session = sessions.entry(case.to_owned()).or_insert_with(|| session(&folder));
            all += 1;
            let feature = features.entry(line["feature"].as_str().unwrap_or("").to_owned()).or_default();
            feature.0 += 1;
            let found = match session {
                Ok(session) => std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| difference(&line, session)))
                    .unwrap_or_else(|_| {
                        panicked.push(format!("{letter}: {cql}"));
                        Some("panicked".to_owned())
                    }),
                Err(error) => Some(format!("no schema: {error}")),
            };
            if let Some(difference) = found {
                feature.1 += 1;
                // How it differs is known as well: a mistake that is told otherwise may not become other rows.
                let kind = difference.split(':').next().unwrap_or_default().to_owned();
                let name = format!("{kind}\t{letter}: {}", cql.replace('\n', "\\n"));
                *kinds.entry(kind).or_default() += 1;
                match known.remove(name.as_str()) {
                    true => {}
                    false => wrong.push(format!("{name}\n      ours: {difference}")),
                }
                if std::env::var_os("CQLITE_SHOW").is_some() {
                    println!("#{case}\t{name}\n      ours: {difference}");
                }
                differ.push(name);
            }
        }
    }
    let features: Vec<String> =
        features.iter().map(|(name, (all, wrong))| format!("{name}: {} of {all}", all - wrong)).collect();
    // That an answer is known to differ is no excuse for a panic.
    assert!(panicked.is_empty(), "{panicked:#?}");
    if std::env::var_os("CQLITE_BLESS").is_some() {
        std::fs::write(&known_file, differ.join("\n") + "\n").expect("written");
        return;
    }
    println!("{all} asked, {} known to differ: {kinds:?}\n{}", differ.len(), features.join("\n"));
    assert!(known.is_empty() || only.is_some(), "these are answered as Cassandra does now: {known:#?}");
    assert!(wrong.is_empty(), "{} of {all} differ:\n{}\n{}", wrong.len(), wrong.join("\n"), features.join("\n"));
}

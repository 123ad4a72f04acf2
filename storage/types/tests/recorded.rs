//! Every answer that Cassandra 5.0.8 gave to `oracle/record` (format in `recorded/README.md`), compared with ours.
//!
//! `CQLITE_ORACLE_LINES=FILE` compares the lines of another recording, not compressed, instead.

use std::cmp::Ordering;
use std::fmt::Write as _;
use std::io::Read;

use cqlite_runtime::marshal::{parse, MarshalType, NativeType};
use cqlite_types::spelling::{self, Spelling, SpellingError};
use cqlite_types::{counter, from_text, json, literal, text, try_compare, validate};

/// Shown of each kind of difference before only counting goes on.
const SHOWN: usize = 15;

fn recording() -> String {
    if let Ok(path) = std::env::var("CQLITE_ORACLE_LINES") {
        return std::fs::read_to_string(path).unwrap();
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded/values.tsv.gz");
    let mut lines = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(file).unwrap()).read_to_string(&mut lines).unwrap();
    lines
}

fn hex(digits: &str) -> Vec<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).unwrap() as u8;
    digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// Text as the recording writes it: `=` and the text, or `!` for an error.
fn answer(result: Result<String, impl std::fmt::Debug>) -> String {
    match result {
        Ok(text) => {
            let text = text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
            let text = text.replace('\0', "\\0");
            format!("={text}")
        }
        Err(_) => "!".into(),
    }
}

fn unescape(field: &str) -> String {
    let mut out = String::new();
    let mut chars = field.strip_prefix('=').unwrap().chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next().unwrap() {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                '0' => '\0',
                other => other,
            },
            other => other,
        });
    }
    out
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> Result<(), cqlite_types::ValueError>) -> String {
    let mut out = b"before".to_vec();
    let result = write(&mut out);
    assert!(out.starts_with(b"before"));
    assert!(result.is_ok() || out.len() == 6, "an error must leave nothing behind");
    answer(result.map(|()| String::from_utf8(out[6..].to_vec()).unwrap()))
}

fn number(order: Ordering) -> String {
    (order as i8).to_string()
}

fn shards(context: &[u8]) -> Result<String, cqlite_types::ValueError> {
    let shards = counter::shards(context)?;
    let text: Vec<String> = shards
        .iter()
        .map(|shard| {
            let mut id = Vec::new();
            text::write(&parse("UUIDType").unwrap(), &shard.id, &mut id).unwrap();
            let mark = match shard.kind {
                counter::ShardKind::Global => "$",
                counter::ShardKind::Local => "*",
                counter::ShardKind::Remote => "",
            };
            format!("{{{}, {}, {}}}{mark}", String::from_utf8(id).unwrap(), shard.clock, shard.count)
        })
        .collect();
    Ok(format!("[{}]", text.join(",")))
}

/// Counters and components that name their types are no part of a key; no boolean in a tuple is without a value.
fn is_of_keys(ty: &MarshalType) -> bool {
    use MarshalType as M;
    match ty {
        M::Native(native) => *native != NativeType::CounterColumn,
        M::Tuple(_) | M::User(_) => ty.sub_types().iter().all(|ty| *ty.unreversed() != M::Native(NativeType::Boolean)),
        other => !matches!(other, M::DynamicComposite(_)),
    }
}

/// Whether Cassandra reads all that it prints: not times of more than a day, exponents past 32 bits, UUIDs of another version.
fn is_readable(ty: &MarshalType) -> bool {
    use NativeType as N;
    match ty {
        MarshalType::Native(native) => !matches!(native, N::Time | N::Decimal | N::Duration | N::TimeUuid),
        other => !matches!(other, MarshalType::Composite(_)),
    }
}

/// Whether a type and all within it are so.
fn all(ty: &MarshalType, is_so: &dyn Fn(&MarshalType) -> bool) -> bool {
    is_so(ty) && ty.sub_types().into_iter().all(|ty| all(ty, is_so))
}

/// Appends the text of a value.
type Write = fn(&MarshalType, &[u8], &mut Vec<u8>) -> Result<(), cqlite_types::ValueError>;

#[derive(Default)]
struct Tally {
    /// Texts that may mean several values, of which none is taken.
    ambiguous: usize,
    unread: usize,
    compared: std::collections::BTreeMap<&'static str, (usize, usize)>,
}

impl Tally {
    fn check(&mut self, kind: &'static str, context: &str, expected: &str, found: &str) {
        let entry = self.compared.entry(kind).or_default();
        entry.0 += 1;
        if expected != found {
            entry.1 += 1;
            if entry.1 <= SHOWN {
                eprintln!("{kind} {context}\n  Cassandra {expected:?}\n  here      {found:?}");
            }
        }
    }

    fn type_name(&mut self, fields: &[&str]) {
        let name = unescape(fields[1]);
        let ty = parse(&name).and_then(|ty| match ty {
            MarshalType::Custom(_) => Err(cqlite_runtime::marshal::MarshalError { position: 0, what: "custom" }),
            ty => Ok(ty),
        });
        let with = |f: &dyn Fn(&MarshalType) -> String| answer(ty.as_ref().map(f));
        self.check("T name", &name, fields[2], &with(&|ty| ty.to_string()));
        self.check("T cql", &name, fields[3], &with(&MarshalType::cql_name));
        let len = |ty: &MarshalType| ty.fixed_len().map_or("-1".into(), |len| len.to_string());
        self.check("T length", &name, fields[4], &with(&len));
        self.check("T multi-cell", &name, fields[5], &with(&|ty| ty.is_multi_cell().to_string()));
    }

    fn value(&mut self, ty: &MarshalType, fields: &[&str]) {
        let bytes = hex(fields[2]);
        let context = format!("{} {}", ty.cql_name(), fields[2]);
        self.check("V json", &context, fields[3], &written(|out| json::write(ty, &bytes, out)));
        self.check("V text", &context, fields[4], &written(|out| text::write(ty, &bytes, out)));
        let expected = if fields[5].is_empty() { fields[4] } else { fields[5] };
        self.check("V literal", &context, expected, &written(|out| literal::write(ty, &bytes, out)));
        if fields[6] == "=" {
            let json: (_, Write) = (fields[3], json::write);
            self.spelled("V from json", ty, (fields[3], Spelling::Literal), json);
            self.spelled("V from text", ty, (fields[4], Spelling::Any), (fields[4], text::write));
            // The last fields of a tuple may be missing, which a literal cannot say.
            let is_whole = all(ty, &|ty| !matches!(ty, MarshalType::Tuple(_) | MarshalType::User(_)));
            let literal: (_, Write) = (expected, literal::write);
            self.spelled("V from literal", ty, (expected, Spelling::Literal), if is_whole { literal } else { json });
        }
        self.check("V valid", &context, fields[6], &answer(validate(ty, &bytes).map(|()| String::new())));
    }

    /// What Cassandra prints of a value is a spelling of it, or at least of one of which it prints `same`.
    fn spelled(
        &mut self,
        kind: &'static str,
        ty: &MarshalType,
        (field, spelling): (&str, Spelling),
        same: (&str, Write),
    ) {
        // Sets and maps that are recorded are not in order, nor are their elements distinct.
        let is_kept = |ty: &MarshalType| !matches!(ty, MarshalType::Set { .. } | MarshalType::Map { .. });
        if field == "!" || same.0 == "!" || !all(ty, &|ty| is_kept(ty) && is_of_keys(ty)) {
            return;
        }
        let printed = unescape(field);
        // Within a literal null is also what a value without bytes is printed as.
        if printed.contains("null") && same.0.contains("\"\"") {
            return;
        }
        let found = match spelling::value(ty, &printed, spelling) {
            Ok(bytes) => written(|out| same.1(ty, &bytes, out)),
            Err(SpellingError::Ambiguous { .. }) => {
                self.ambiguous += 1;
                return;
            }
            Err(_) if !all(ty, &is_readable) || printed.contains("\\:") => {
                self.unread += 1;
                return;
            }
            Err(e) => e.to_string(),
        };
        self.check(kind, &format!("{} {printed}", ty.cql_name()), same.0, &found);
    }

    fn line(&mut self, ty: &MarshalType, fields: &[&str]) {
        match fields[0] {
            "T" => self.type_name(fields),
            "V" => self.value(ty, fields),
            "C" => {
                let (a, b) = (hex(fields[2]), hex(fields[3]));
                let context = format!("{} {} {}", ty.cql_name(), fields[2], fields[3]);
                self.check("C order", &context, fields[4], &answer(try_compare(ty, &a, &b).map(number)));
            }
            "F" => {
                let source = unescape(fields[2]);
                let found = answer(from_text(ty, &source).map(|bytes| to_hex(&bytes)));
                self.check("F bytes", &format!("{} {source:?}", ty.cql_name()), fields[3], &found);
            }
            "D" | "S" => {
                let (ty, width) = if fields[0] == "D" { ("DoubleType", 16) } else { ("FloatType", 8) };
                let bytes = hex(&format!("{:0>width$}", fields[1]));
                let mut out = Vec::new();
                text::write(&parse(ty).unwrap(), &bytes, &mut out).unwrap();
                self.check("D digits", fields[1], fields[2], &String::from_utf8(out).unwrap());
            }
            "K" => {
                let context = hex(fields[1]);
                self.check("K total", fields[1], fields[2], &answer(counter::total(&context).map(|n| n.to_string())));
                if !fields[3].is_empty() {
                    self.check("K shards", fields[1], fields[3], &answer(shards(&context)));
                }
                let valid = answer(counter::validate(&context).map(|()| String::new()));
                self.check("K valid", fields[1], fields[4], &valid);
            }
            other => panic!("unknown kind of line {other:?}"),
        }
    }
}

#[test]
fn as_cassandra_says() {
    let mut tally = Tally::default();
    let mut ty = parse("").unwrap();
    for line in recording().split_terminator('\n') {
        let fields: Vec<&str> = line.split('\t').collect();
        if matches!(fields[0], "V" | "C" | "F") && !fields[1].is_empty() {
            ty = parse(fields[1]).unwrap();
        }
        tally.line(&ty, &fields);
    }
    for (kind, (compared, different)) in &tally.compared {
        println!("{kind:12} {compared:7} compared {different:5} different");
    }
    println!("{} ambiguous, {} not read", tally.ambiguous, tally.unread);
    assert!(tally.ambiguous + tally.unread < 500);
    assert!(tally.compared.values().all(|(_, different)| *different == 0), "differences, see above");
}

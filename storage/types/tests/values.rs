//! Values in Rust's types say what Cassandra's JSON of the same bytes says, as it was recorded (`recorded/README.md`).

use std::collections::HashMap;
use std::io::Read;
use std::net::IpAddr;

use cqlite_runtime::marshal::{parse, MarshalType, NativeType as N};
use cqlite_types::value::{Date, Decimal, Duration, Fields, FromCql, FromCqlError, Stored, Time, Timestamp, Uuid};
use num_bigint::BigInt;
use serde_json::{json, Value};

#[test]
fn values_are_those_of_cassandras_json() {
    let (mut name, mut seen) = (String::new(), HashMap::<String, u32>::new());
    for line in recording().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (["V", ty, ..] | ["C", ty, ..] | ["F", ty, ..]) = fields[..] else { continue };
        if !ty.is_empty() {
            ty.clone_into(&mut name);
        }
        let ["V", _, bytes, json, _, _, valid] = fields[..] else { continue };
        let Some(json) = json.strip_prefix('=').filter(|_| valid == "=") else { continue };
        let ty = parse(&name).expect("a type");
        let (bytes, json) = (hex(bytes), json.replace("\\\\", "\\"));
        if !is_plain(&ty) || bytes.is_empty() {
            continue;
        }
        if let Some(found) = exact(&ty, &bytes) {
            assert_eq!(found, json, "{name}");
            continue;
        }
        // Numbers that JSON's reader does not hold.
        let Ok(expected) = serde_json::from_str::<Value>(&json) else { continue };
        match Any::from_cql(&ty, Stored::One(&bytes)) {
            Ok(Any(found)) => assert!(same(&found, &expected), "{name} {bytes:02x?}: {found}, expected {expected}"),
            // Java takes text in more encodings than Rust.
            Err(FromCqlError::Value(cqlite_types::ValueError::Encoding { .. })) => {}
            Err(e) => panic!("{name} {bytes:02x?}: {e}, expected {expected}"),
        }
        *seen.entry(format!("{:?}", std::mem::discriminant(&ty))).or_default() += 1;
    }
    assert!(seen.len() >= 7 && seen.values().sum::<u32>() > 4000, "{seen:?}");
}

#[test]
fn what_does_not_fit_is_an_error() {
    let (int, text) = (MarshalType::from(N::Int32), MarshalType::from(N::Utf8));
    let set = parse("SetType(Int32Type)").expect("a type");
    let wrong = |e: Option<FromCqlError>| e.expect("an error").to_string();
    let one = |bytes| Stored::One(bytes);
    assert_eq!(i64::from_cql(&int, one(&[0, 0, 1, 0])), Ok(256));
    assert_eq!(wrong(i8::from_cql(&int, one(&[0, 0, 1, 0])).err()), "the number does not fit into i8");
    assert_eq!(wrong(i32::from_cql(&int, one(&[])).err()), "the value is null");
    assert_eq!(Option::<i32>::from_cql(&int, one(&[])), Ok(None));
    assert_eq!(wrong(i32::from_cql(&int, one(&[0])).err()), "1 bytes cannot be a value of type int");
    assert_eq!(wrong(bool::from_cql(&int, one(&[0; 4])).err()), "a value of type int cannot be read as bool");
    assert_eq!(<&str>::from_cql(&text, one(&[])), Ok(""));
    let cells = Stored::Many(vec![(&[0, 0, 0, 7], &[]), (&[0, 0, 0, 9], &[])]);
    assert_eq!(Vec::<i32>::from_cql(&set, cells.clone()), Ok(vec![7, 9]));
    assert!(<&str>::from_cql(&text, cells).is_err());
    // A count that the bytes do not bear out.
    assert!(Vec::<i32>::from_cql(&set, one(&[0x7f, 0xff, 0xff, 0xff, 0, 0])).is_err());
}

/// A value of any type as JSON.
#[derive(PartialEq, Eq, Hash)]
struct Any(Value);

impl<'a> FromCql<'a> for Any {
    fn from_cql(ty: &'a MarshalType, value: Stored<'a>) -> Result<Self, FromCqlError> {
        let text = |shown: &dyn std::fmt::Display| json!(shown.to_string());
        Ok(Any(match ty.unreversed() {
            MarshalType::Native(native) => match native {
                N::Boolean => json!(bool::from_cql(ty, value)?),
                N::Byte | N::Short | N::Int32 | N::Long => json!(i64::from_cql(ty, value)?),
                N::Integer => number(&BigInt::from_cql(ty, value)?),
                N::Decimal => number(&Decimal::from_cql(ty, value)?),
                N::Float => json!(f32::from_cql(ty, value)?),
                N::Double => json!(f64::from_cql(ty, value)?),
                N::Uuid | N::TimeUuid => text(&Uuid::from_cql(ty, value)?),
                N::Timestamp => text(&Timestamp::from_cql(ty, value)?),
                N::SimpleDate => text(&Date::from_cql(ty, value)?),
                N::Time => text(&Time::from_cql(ty, value)?),
                N::Duration => text(&Duration::from_cql(ty, value)?),
                N::InetAddress => text(&IpAddr::from_cql(ty, value)?),
                N::Bytes => {
                    let bytes = <&[u8]>::from_cql(ty, value)?;
                    json!(bytes.iter().fold("0x".to_owned(), |out, byte| out + &format!("{byte:02x}")))
                }
                _ => json!(String::from_cql(ty, value)?),
            },
            MarshalType::Map { .. } => {
                let map = HashMap::<Option<Any>, Option<Any>>::from_cql(ty, value)?;
                let key = |key: Option<Any>| match plain(key) {
                    Value::Null => String::new(),
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                map.into_iter().map(|(k, v)| (key(k), plain(v))).collect()
            }
            MarshalType::Tuple(_) => {
                let fields = Fields::from_cql(ty, value)?;
                (0..fields.len())
                    .map(|i| fields.nth::<Option<Any>>(i).expect("a field").map(plain))
                    .collect::<Result<_, _>>()?
            }
            MarshalType::User(_) => {
                let fields = Fields::from_cql(ty, value)?;
                let get = |name: &str| {
                    fields.get::<Option<Any>>(name).expect("a field").map(|any| (name.to_owned(), plain(any)))
                };
                fields.names().map(get).collect::<Result<_, _>>()?
            }
            _ => Vec::<Option<Any>>::from_cql(ty, value)?.into_iter().map(plain).collect(),
        }))
    }

    fn from_null() -> Result<Self, FromCqlError> {
        Ok(Any(Value::Null))
    }
}

fn plain(any: Option<Any>) -> Value {
    any.map_or(Value::Null, |any| any.0)
}

/// A number, to as many digits as a double has.
fn number(shown: &dyn std::fmt::Display) -> Value {
    json!(shown.to_string().parse::<f64>().expect("a number"))
}

/// A number with all its digits.
fn exact(ty: &MarshalType, bytes: &[u8]) -> Option<String> {
    match ty {
        MarshalType::Native(N::Integer) => BigInt::from_cql(ty, Stored::One(bytes)).ok().map(|n| n.to_string()),
        MarshalType::Native(N::Decimal) => Decimal::from_cql(ty, Stored::One(bytes)).ok().map(|n| n.to_string()),
        _ => None,
    }
}

/// Whether two values are the same, as far as JSON's reader keeps them.
fn same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            // Names of fields that CQL quotes stand in quotes.
            let get = |name: &String| b.get(name).or_else(|| b.get(&format!("\"{name}\"")));
            a.len() == b.len() && a.iter().all(|(k, v)| get(k).is_some_and(|other| same(v, other)))
        }
        // Not a number, the infinities, and values of no bytes.
        (Value::Null, Value::String(text)) => ["NaN", "Infinity", "-Infinity", ""].contains(&text.as_str()),
        (Value::Number(a), Value::Number(b)) => {
            a.to_string() == b.to_string() || a.as_f64() == b.as_f64() || {
                a.as_f64().map(|a| a as f32) == b.as_f64().map(|b| b as f32)
            }
        }
        // Java writes out all groups of zeros, and addresses of IPv4 within IPv6 as what they are.
        (Value::String(a), Value::String(b)) => {
            a == b || {
                let address = |text: &str| text.parse::<IpAddr>().ok().map(|a| a.to_canonical());
                address(a).is_some() && address(a) == address(b)
            }
        }
        (a, b) => a == b,
    }
}

/// Whether the test knows how JSON shows all that is in it.
fn is_plain(ty: &MarshalType) -> bool {
    match ty {
        MarshalType::Native(N::CounterColumn | N::Date | N::Empty | N::LexicalUuid | N::LegacyTimeUuid) => false,
        MarshalType::Native(_) => true,
        MarshalType::Map { key, value, .. } => {
            matches!(**key, MarshalType::Native(N::Utf8 | N::Ascii | N::Int32 | N::Uuid)) && is_plain(value)
        }
        MarshalType::Composite(_)
        | MarshalType::DynamicComposite(_)
        | MarshalType::Custom(_)
        | MarshalType::PartitionerDefinedOrder { .. } => false,
        // Elements of no bytes are null here, and often the empty text there.
        _ => ty.sub_types().into_iter().all(is_plain),
    }
}

fn recording() -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded/values.tsv.gz");
    let mut lines = String::new();
    let file = std::fs::File::open(file).expect("the recording");
    flate2::read::GzDecoder::new(file).read_to_string(&mut lines).expect("text");
    lines
}

fn hex(digits: &str) -> Vec<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).expect("a digit") as u8;
    digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

//! Random values have the texts that a live Cassandra gives them.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` gives the seed; otherwise the clock does, and it is printed.
//! `CQLITE_VALUES` gives the number of values of each type.

use std::time::{SystemTime, UNIX_EPOCH};

use cqlite_runtime::marshal::{parse, MarshalType};
use cqlite_tests::oracle::Oracle;
use cqlite_types::{json, literal, text, ValueError};
use serde_json::{json, Value};

/// Values of each type, unless `CQLITE_VALUES` says otherwise.
const VALUES: u64 = 5_000;
/// Values in one request.
const TOGETHER: u64 = 5_000;

/// A writer of texts.
type Write = fn(&MarshalType, &[u8], &mut Vec<u8>) -> Result<(), ValueError>;

/// splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// A number of any size: as many small ones as large ones.
    fn number(&mut self) -> i64 {
        let size = self.below(64);
        (self.next() as i64) >> size
    }

    fn bytes(&mut self, len: u64) -> Vec<u8> {
        (0..len).map(|_| self.next() as u8).collect()
    }
}

/// Bytes of a value of a type, most often a valid one.
fn value(name: &str, r: &mut Random) -> Vec<u8> {
    // Numbers as people write them, beside those of any bits.
    let decimal = |r: &mut Random| r.number() as f64 / 10f64.powi(r.below(30) as i32);
    match name {
        "DoubleType" if r.below(2) == 0 => decimal(r).to_be_bytes().to_vec(),
        "FloatType" if r.below(2) == 0 => (decimal(r) as f32).to_be_bytes().to_vec(),
        "DoubleType" | "LongType" => r.next().to_be_bytes().to_vec(),
        "FloatType" | "Int32Type" | "SimpleDateType" => (r.next() as u32).to_be_bytes().to_vec(),
        "TimestampType" => r.number().to_be_bytes().to_vec(),
        "TimeType" => (r.number() % 90_000_000_000_000).to_be_bytes().to_vec(),
        "IntegerType" => {
            let len = 1 + r.below(24);
            r.bytes(len)
        }
        "DecimalType" => {
            let scale = if r.below(4) == 0 { r.number() as i32 } else { r.below(40) as i32 - 10 };
            let len = 1 + r.below(20);
            [&scale.to_be_bytes()[..], &r.bytes(len)].concat()
        }
        "UUIDType" | "TimeUUIDType" => {
            let mut bytes = r.bytes(16);
            bytes[6] = bytes[6] & 0x0f | 0x10;
            bytes
        }
        "InetAddressType" => {
            let (len, sparse) = (4 + 12 * r.below(2), r.below(2) == 0);
            r.bytes(len).into_iter().map(|b| if sparse && b & 1 == 0 { 0 } else { b }).collect()
        }
        "UTF8Type" => {
            let len = r.below(20);
            let text: String = (0..len)
                .map(|_| match r.below(3) {
                    0 => char::from(r.below(128) as u8),
                    1 => char::from_u32(r.below(0x3000) as u32).unwrap_or(' '),
                    _ => char::from_u32(r.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
                })
                .collect();
            text.into_bytes()
        }
        _ => {
            let len = r.below(20);
            r.bytes(len)
        }
    }
}

const TYPES: &[&str] = &[
    "BytesType",
    "DecimalType",
    "DoubleType",
    "FloatType",
    "InetAddressType",
    "Int32Type",
    "IntegerType",
    "LongType",
    "SimpleDateType",
    "TimeType",
    "TimeUUIDType",
    "TimestampType",
    "UTF8Type",
    "UUIDType",
];

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn random_values_have_the_same_texts() {
    let given = |name: &str| std::env::var(name).ok().and_then(|s| s.parse().ok());
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() % 1_000_000;
    let (seed, count) = (given("CQLITE_SEED").unwrap_or(clock), given("CQLITE_VALUES").unwrap_or(VALUES));
    println!("seed {seed}");
    let mut oracle = Oracle::start("5.0.8", "oa");
    let mut random = Random(seed);
    for name in TYPES {
        let ty = parse(name).unwrap();
        let (mut left, mut texts) = (count, 0u64);
        while left > 0 {
            let now = left.min(TOGETHER);
            left -= now;
            let values: Vec<Vec<u8>> = (0..now).map(|_| value(name, &mut random)).collect();
            let hex: Vec<String> = values.iter().map(|v| v.iter().map(|b| format!("{b:02x}")).collect()).collect();
            let answer = oracle.ask(&json!({"op": "texts", "type": name, "hex": hex}));
            let forms: [(&str, Write); 3] =
                [("string", text::write), ("json", json::write), ("literal", literal::write)];
            for (form, write) in forms {
                let theirs = answer[form].as_array().unwrap_or_else(|| panic!("{answer}"));
                for ((bytes, hex), theirs) in values.iter().zip(&hex).zip(theirs) {
                    let mut out = Vec::new();
                    let ours = write(&ty, bytes, &mut out).ok().map(|()| String::from_utf8(out).unwrap());
                    assert_eq!(ours.as_deref(), theirs.as_str(), "seed {seed}: {form} of {name} 0x{hex}");
                    texts += u64::from(ours.is_some());
                }
            }
        }
        println!("{name}: {texts} texts of {count} values");
        assert!(texts > 0, "{name}");
    }
    assert_eq!(oracle.ask(&json!({"op": "nothing"}))["rows"], Value::Null);
}

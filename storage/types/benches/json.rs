//! Values a second that `json::write` turns into text, by type: `cargo bench -p cqlite-types`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cqlite_runtime::marshal::parse;
use cqlite_types::json;

/// Type, and values of it in hexadecimal digits.
const CASES: &[(&str, &[&str])] = &[
    ("Int32Type", &["00000000", "0001e240", "ffffffff", "7fffffff"]),
    ("LongType", &["0000018cc251f400", "ffffffffffffffff"]),
    ("UTF8Type", &["68656c6c6f", "74686520717569636b2062726f776e20666f78206a756d7073206f766572", "c3a9c3a9"]),
    ("UTF8Type", &["736179202268656c6c6f22", "6c696e650a6c696e65"]),
    ("BooleanType", &["00", "01"]),
    (
        "DoubleType",
        &["3ff0000000000000", "405edccccccccccd", "3fb999999999999a", "40934a456d5cfaad", "c1d26580b487e69b"],
    ),
    ("DoubleType", &["7fe1ccf385ebc8a0", "0000000000000001", "3a8eb0b0f5a5c0a1"]),
    ("FloatType", &["3f800000", "42f6e666", "3dcccccd"]),
    ("TimestampType", &["0000018cc251f400", "0000018cc251f4ff"]),
    ("SimpleDateType", &["80004d11", "80004e12"]),
    ("TimeType", &["00002d79883d2000"]),
    ("UUIDType", &["12345678123412341234123456789abc"]),
    ("TimeUUIDType", &["12345678123411341234123456789abc"]),
    ("InetAddressType", &["7f000001", "20010db8000000000000000000000001"]),
    ("BytesType", &["00112233445566778899aabbccddeeff"]),
    ("DecimalType", &["0000000204d2", "00000000112210f47de98115"]),
    ("IntegerType", &["7f", "112210f47de98115", "112210f47de98115112210f47de98115aa"]),
    ("DurationType", &["0204", "188004f0d2f1a9fc00"]),
    ("ListType(Int32Type)", &["000000030000000400000001000000040000000200000004000003e8"]),
    ("MapType(Int32Type,UTF8Type)", &["0000000200000004000000010000000161000000040000000200000003626364"]),
];

fn hex(digits: &str) -> Vec<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).map_or(0, |n| n as u8);
    digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

fn main() {
    for (name, values) in CASES {
        let Ok(ty) = parse(name) else { continue };
        let values: Vec<Vec<u8>> = values
            .iter()
            .map(|digits| hex(digits))
            .filter(|bytes| json::write(&ty, bytes, &mut Vec::new()).is_ok())
            .collect();
        let mut out = Vec::with_capacity(1 << 16);
        let (mut written, start) = (0u64, Instant::now());
        while start.elapsed() < Duration::from_millis(200) {
            for _ in 0..1000 {
                out.clear();
                for value in &values {
                    // Checked above: every value has a text.
                    let _ = json::write(&ty, black_box(value), &mut out);
                }
                black_box(&out);
            }
            written += 1000 * values.len() as u64;
        }
        let nanos = start.elapsed().as_nanos() as f64 / written as f64;
        println!("{name:32} {nanos:7.1} ns a value, {:6.1} million a second", 1000.0 / nanos);
    }
}

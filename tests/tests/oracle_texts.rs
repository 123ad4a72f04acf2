//! Random values have the texts that a live Cassandra gives them.
//!
//! Needs JDK and Maven: ignored unless asked for. `CQLITE_SEED` gives the seed; otherwise the clock does, and it is printed.
//! `CQLITE_VALUES` gives the number of values of each type.

use cqlite_runtime::marshal::{parse, MarshalType};
use cqlite_tests::oracle::{given, seed, Oracle};
use cqlite_tests::random_values::{value, Random, TYPES};
use cqlite_types::{json, literal, text, ValueError};
use serde_json::json;

/// Values of each type, unless `CQLITE_VALUES` says otherwise.
const VALUES: u64 = 5_000;
/// Values in one request.
const TOGETHER: u64 = 5_000;

/// A writer of texts.
type Write = fn(&MarshalType, &[u8], &mut Vec<u8>) -> Result<(), ValueError>;

#[test]
#[ignore = "starts Cassandra: cargo xtask test --only cassandra"]
fn random_values_have_the_same_texts() {
    let (seed, count) = (seed(), given("CQLITE_VALUES").unwrap_or(VALUES));
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
    assert!(oracle.ask(&json!({"op": "nothing"}))["error"].is_string(), "it answers to the end");
}

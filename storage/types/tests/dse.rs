//! Texts of DSE's own types, compared with those of DataStax's driver (`recorded/README.md`).

use cqlite_runtime::marshal::MarshalType;
use cqlite_types::{json, literal, text, validate, DseType, ValueError};

/// One of the ways of writing a value.
type Write = fn(&MarshalType, &[u8], &mut Vec<u8>) -> Result<(), ValueError>;

fn hex(digits: &str) -> Vec<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).unwrap() as u8;
    digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

#[test]
fn texts_are_those_of_the_driver() {
    let lines = include_str!("recorded/dse.tsv").lines();
    let mut seen = 0;
    for line in lines {
        let [class, bytes, expected] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let ty = MarshalType::parse(&format!("org.apache.cassandra.db.marshal.{class}")).unwrap();
        let bytes = hex(bytes);
        let written = |write: Write| {
            let mut out = Vec::new();
            write(&ty, &bytes, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written(text::write), expected);
        assert_eq!(written(json::write), format!("\"{expected}\""));
        assert_eq!(written(literal::write), format!("'{expected}'"));
        assert_eq!(validate(&ty, &bytes), Ok(()));
        // Neither less nor more.
        for len in 1..bytes.len() {
            assert!(matches!(validate(&ty, &bytes[..len]), Err(ValueError::Foreign { .. })), "{line} cut off at {len}");
        }
        let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
        assert!(validate(&ty, &longer).is_err(), "{line}");
        seen += 1;
    }
    assert_eq!(seen, 31);
}

#[test]
fn what_is_no_value_is_shown_in_hexadecimal_digits() {
    let ty = MarshalType::parse("ListType(org.apache.cassandra.db.marshal.PointType)").unwrap();
    assert!(DseType::knows(&ty));
    let mut out = Vec::new();
    json::write(&ty, &[0, 0, 0, 1, 0, 0, 0, 2, 0xab, 0xcd], &mut out).unwrap();
    assert_eq!(out, br#"["0xabcd"]"#);
    let other = MarshalType::parse("com.example.PointType").unwrap();
    assert!(!DseType::knows(&other));
    assert!(json::write(&other, &[0xab], &mut out).is_err());
}

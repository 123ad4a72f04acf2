use cqlite_runtime::marshal::{parse, MarshalType};

use super::{key, value, Spelling, SpellingError};

fn ty(name: &str) -> MarshalType {
    parse(name).expect("a type")
}

/// All spellings are one value, whose literal is the last one.
#[track_caller]
fn same(name: &str, spellings: &[&str]) {
    let ty = ty(name);
    let values: Vec<_> = spellings.iter().map(|text| value(&ty, text, Spelling::Any).expect(text)).collect();
    let mut literal = Vec::new();
    crate::literal::write(&ty, &values[0], &mut literal).expect("a value");
    assert_eq!(String::from_utf8_lossy(&literal), *spellings.last().expect("a literal"));
    for (text, found) in spellings.iter().zip(&values) {
        assert_eq!(*found, values[0], "{text}");
    }
}

const USER: &str = "UserType(ks,7573,6e:Int32Type,4e:UTF8Type,78:FloatType)";

#[test]
fn each_type_has_spellings_of_its_own() {
    same("BytesType", &["00ff", "\"0x00ff\"", "0x00ff"]);
    same("Int32Type", &["-7", "\"-7\"", "-7"]);
    same(
        "TimestampType",
        &["1700000000000", "2023-11-14 22:13:20.000Z", "2023-11-14 22:13:20.000000+0000", "'2023-11-14T22:13:20.000Z'"],
    );
    same("InetAddressType", &["127.0.0.1", "\"127.0.0.1\"", "'127.0.0.1'"]);
    same("TupleType(Int32Type,UTF8Type)", &["1:a\\:b", "[1, \"a:b\"]", "(1,'a:b')", "(1, 'a:b')"]);
    same("TupleType(UTF8Type,UTF8Type)", &["a:@", "[\"a\", null]", "('a', null)"]);
    same(USER, &["1:a:@", "{\"n\": 1, \"\\\"N\\\"\": \"a\"}", "{\"N\":'a',n:1}", "{n: 1, \"N\": 'a', x: null}"]);
    same("ListType(UTF8Type)", &["00000001 00000001 61".replace(' ', "").as_str(), "[\"a\"]", "['a']"]);
    same("SetType(Int32Type)", &["{2,1, 2}", "[1, 2]", "{1, 2}"]);
    same("MapType(TupleType(Int32Type,UTF8Type),BytesType)", &["{\"[1, \\\"a\\\"]\": \"0x01\"}", "{(1, 'a'): 0x01}"]);
    same("VectorType(FloatType,2)", &["3f80000040000000", "[1, 2]", "[1.0, 2.0]"]);
    same("VectorType(UTF8Type,2)", &["[\"a\", \"bc\"]", "['a', 'bc']"]);
    same("ReversedType(DurationType)", &["1mo2d", "\"1mo2d\"", "1mo2d"]);
}

#[test]
fn what_may_mean_two_things_means_none() {
    let says = |name: &str, text: &str| value(&ty(name), text, Spelling::Any).expect_err(text).to_string();
    assert_eq!(says("UTF8Type", "'alice'"), "it may mean 'alice' as well as '''alice'''");
    assert_eq!(says("UTF8Type", "\"alice\""), "it may mean 'alice' as well as '\"alice\"'");
    assert_eq!(says("FloatType", "null"), "it may mean NaN as well as null");
    assert!(says("TupleType(UTF8Type,UTF8Type)", "('a:b', 'c')").starts_with("it may mean ('a:b', 'c') as well as "));
    for (text, expected) in [("'alice'", "alice"), ("\"alice\"", "alice"), ("'''a'''", "'a'")] {
        assert_eq!(value(&ty("UTF8Type"), text, Spelling::Literal).expect(text), expected.as_bytes());
    }
    for text in ["alice", "'it's'", "it's", "", "\"alice"] {
        assert!(value(&ty("UTF8Type"), text, Spelling::Literal).is_err(), "{text}");
    }
    // A text is what it is.
    for text in ["it's", "'", "{", "", "null", "'a'b'", "0x00"] {
        assert_eq!(value(&ty("UTF8Type"), text, Spelling::Any).expect(text), text.as_bytes());
    }
}

#[test]
fn what_is_no_value_is_told_with_one_that_is() {
    let says = |name: &str, text: &str| value(&ty(name), text, Spelling::Any).expect_err(text).to_string();
    assert_eq!(says("Int32Type", "one"), "it is no value of type int, such as 42");
    assert_eq!(says("BytesType", "0x0"), "it is no value of type blob, such as 0x00ff");
    let nested = "MapType(TupleType(Int32Type,UTF8Type),ListType(TimestampType))";
    let expected = "such as {(42, 'alice'): ['2024-01-31T12:00:00.000Z']}";
    assert!(says(nested, "{1: 2}").ends_with("such as (42, 'alice')"), "{}", says(nested, "{1: 2}"));
    assert!(says(nested, "x").ends_with(expected), "{}", says(nested, "x"));
    for (name, bad) in [
        ("ListType(Int32Type)", ["[1", "[1,]", "[1] 2", "[1 2]", "[a]", "00000001", "\"\"[1]\"\""].as_slice()),
        ("MapType(Int32Type,Int32Type)", &["{1}", "{1: 2, 1: 3}", "{1, 2}"]),
        ("VectorType(FloatType,2)", &["[1]", "[1, 2, 3]", "[1, null]"]),
        (USER, &["{m: 1}", "{n 1}", "{n: 1", "{n: a}"]),
        ("TupleType(Int32Type,UTF8Type)", &["(1, 2)", "(1, 'a', 2)", "1:a:b", "x:a"]),
    ] {
        bad.iter().for_each(|text| drop(says(name, text)));
    }
}

#[test]
fn parts_of_a_key_are_in_a_list_too() {
    let ty = ty("CompositeType(Int32Type,UTF8Type)");
    let found = |text: &str| key(&ty, text, Spelling::Any);
    let wanted = found("1:a\\:b").expect("a key");
    for text in ["[\"1\", \"a:b\"]", "(1, 'a:b')"] {
        assert_eq!(found(text).expect(text), wanted);
    }
    for text in ["(1, 'a:b')", "1:'a:b'", "1, 'a:b'"] {
        assert_eq!(key(&ty, text, Spelling::Literal).expect(text), wanted);
    }
    let says = |text: &str| found(text).expect_err(text);
    let parts = |found| SpellingError::Parts { found, wanted: 2, example: "42:alice".to_owned() };
    assert_eq!((says("1"), says("1:a:b")), (parts(1), parts(3)));
    assert_eq!(
        says("1").to_string(),
        "1 part for the 2 columns of the key, which have colons between them and \\: for colons of their own, such as 42:alice"
    );
    // Cassandra ends a part that ends so with another one.
    assert_eq!(says("1:a!").to_string(), "it may mean (1, 'a!') as well as (1, 'a')");
    assert_eq!(says("1:'a'").to_string(), "it may mean 'a' as well as '''a'''");
    assert_eq!(says("x:a").to_string(), "it is no value of type int, such as 42");
}

use super::*;
use cqlite_format::common::PrefixKind;
use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::ClusteringPrefix;
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_schema::partitioner::{Partitioner, Token};
use cqlite_test_data::{bytes, recorded as lines};

fn version(name: &str) -> EncodingVersion {
    match name {
        "LEGACY" => EncodingVersion::Legacy,
        "OSS50" => EncodingVersion::Oss50,
        other => panic!("{other}"),
    }
}

fn hex(bytes: Option<&[u8]>) -> String {
    bytes
        .map_or("null".to_owned(), |bytes| format!("x{}", bytes.iter().map(|b| format!("{b:02x}")).collect::<String>()))
}

/// What was appended after left-overs, which must stay.
fn encoded(write: impl FnOnce(&mut Vec<u8>) -> Result<bool, EncodeError>) -> Result<Option<Vec<u8>>, EncodeError> {
    let mut out = vec![0xaa];
    let is_there = write(&mut out)?;
    assert_eq!(out.remove(0), 0xaa);
    assert!(is_there || out.is_empty());
    Ok(is_there.then_some(out))
}

#[test]
fn values_of_all_types_are_cassandras() {
    let (mut checked, mut kinds) = (0, std::collections::BTreeSet::new());
    for line in lines("values.txt") {
        let fields: Vec<&str> = line.split('\t').collect();
        let ty = MarshalType::parse(fields[0]).unwrap();
        let _ = kinds.insert(fields[0].split('(').next().unwrap().to_owned());
        let value = bytes(fields[2]).unwrap();
        let found = encoded(|out| encode_value(&ty, &value, version(fields[1]), out)).unwrap();
        assert_eq!(hex(found.as_deref()), fields[3], "{line}");
        checked += 1;
    }
    assert!(checked > 1200, "{checked}");
    assert!(kinds.len() >= 30, "{kinds:?}");
}

#[test]
fn clusterings_and_bounds_are_cassandras() {
    let mut checked = 0;
    for line in lines("clusterings.txt") {
        let fields: Vec<&str> = line.split('\t').collect();
        let types: Vec<_> = fields[0].split(';').map(|ty| MarshalType::parse(ty).unwrap()).collect();
        let kind = PrefixKind::from_raw(fields[2].parse().unwrap()).unwrap();
        let shown = fields[3].trim_matches(['[', ']']);
        let values: Vec<_> = shown.split(',').filter(|value| !value.is_empty()).map(bytes).collect();
        let prefix = ClusteringPrefix { kind, values: values.iter().map(Option::as_deref).collect() };
        let mut out = Vec::new();
        encode_clustering(&types, &prefix, version(fields[1]), &mut out).unwrap();
        assert_eq!(hex(Some(&out)), fields[4], "{line}");
        checked += 1;
    }
    assert!(checked > 1200, "{checked}");
}

#[test]
fn keys_and_their_bounds_are_cassandras() {
    let integer = MarshalType::Native(NativeType::Integer);
    let mut checked = 0;
    for line in lines("keys.txt") {
        let fields: Vec<&str> = line.split(' ').collect();
        let partitioner = Partitioner::from_class_name(fields[0]).unwrap();
        let version = version(fields[1]);
        let decorated = partitioner.decorate(&bytes(fields[2]).unwrap());
        let (token, key, ty) = (&decorated.token, &decorated.key, Some(&integer));
        let mut forms = Vec::new();
        let mut push = |write: &dyn Fn(&mut Vec<u8>) -> Result<(), EncodeError>| {
            let mut out = Vec::new();
            write(&mut out).unwrap();
            forms.push(hex(Some(&out)));
        };
        push(&|out| encode_decorated_key(token, key, ty, version, out));
        if version != EncodingVersion::Legacy {
            push(&|out| encode_key_bound(token, key, ty, KeyBound::Before, out));
            push(&|out| encode_key_bound(token, key, ty, KeyBound::After, out));
        }
        push(&|out| encode_token_bound(token, ty, KeyBound::Before, version, out));
        push(&|out| encode_token_bound(token, ty, KeyBound::After, version, out));
        assert_eq!(forms, fields[3..], "{line}");
        checked += 1;
    }
    assert!(checked >= 300, "{checked}");
}

#[test]
fn versions_of_sstables_have_their_form() {
    for (letters, expected) in [
        ("aa", EncodingVersion::Legacy),
        ("bb", EncodingVersion::Legacy),
        ("ca", EncodingVersion::Oss50),
        ("da", EncodingVersion::Oss50),
    ] {
        assert_eq!(EncodingVersion::of_sstable(SstableVersion::find(letters).unwrap()), expected, "{letters}");
    }
}

#[test]
fn values_that_are_none_are_errors() {
    let error = |ty: &str, value: &[u8]| {
        let ty = MarshalType::parse(ty).unwrap();
        encode_value(&ty, value, EncodingVersion::Oss50, &mut Vec::new()).unwrap_err()
    };
    for (ty, len) in [("BooleanType", 2), ("ByteType", 2), ("ShortType", 1), ("Int32Type", 5), ("LongType", 4)] {
        assert!(matches!(error(ty, &vec![1; len]), EncodeError::WrongLength { found, .. } if found == len), "{ty}");
    }
    for (ty, len) in [("UUIDType", 15), ("TimeType", 4), ("SimpleDateType", 8), ("DoubleType", 4), ("FloatType", 8)] {
        assert!(matches!(error(ty, &vec![1; len]), EncodeError::WrongLength { found, .. } if found == len), "{ty}");
    }
    assert!(matches!(error("CounterColumnType", &[1]), EncodeError::UnsupportedType { ty } if ty == "counter"));
    assert!(matches!(error("com.example.OwnType", &[1]), EncodeError::UnsupportedType { .. }));
    assert_eq!(error("TimeUUIDType", &[0x40; 16]), EncodeError::WrongUuidVersion { version: 4 });
    assert!(matches!(error("DecimalType", &[0; 4]), EncodeError::Malformed { len: 4, .. }));
    assert!(matches!(
        error("ListType(Int32Type)", &[0, 0, 0, 1, 0, 0, 0, 9]),
        EncodeError::Malformed { offset: 8, .. }
    ));
    assert!(matches!(error("ListType(Int32Type)", &[0xff; 4]), EncodeError::Malformed { .. }));
    assert!(matches!(error("ListType(Int32Type)", &[0, 0, 0, 0, 1]), EncodeError::Malformed { offset: 4, .. }));
    assert!(matches!(error("TupleType(Int32Type)", &[0; 3]), EncodeError::Malformed { .. }));
    assert!(matches!(error("TupleType(Int32Type)", &[0xff; 8]), EncodeError::Malformed { offset: 4, .. }));
    assert!(matches!(error("VectorType(FloatType, 2)", &[0; 7]), EncodeError::Malformed { offset: 4, .. }));
    assert!(matches!(error("VectorType(UTF8Type, 1)", &[9, 0]), EncodeError::Malformed { offset: 1, .. }));
    assert!(matches!(error("CompositeType(UTF8Type)", &[0, 1, b'a', 0, 0, 0, 0]), EncodeError::Malformed { .. }));
    assert!(matches!(error("CompositeType(UTF8Type)", &[0, 1, b'a']), EncodeError::Malformed { .. }));
    let dynamic = "DynamicCompositeType(a=>UTF8Type)";
    assert!(matches!(error(dynamic, &[0x80, b'b', 0, 0, 0]), EncodeError::Malformed { .. }));
    assert!(matches!(error(dynamic, &[0, 1, 0xff, 0, 0, 0]), EncodeError::Malformed { .. }));
    let order = "PartitionerDefinedOrder(com.example.Partitioner)";
    assert!(matches!(error(order, b"k"), EncodeError::Partitioner(_)));
    let local = encode_token(&Token::Local(vec![1]), None, EncodingVersion::Oss50, &mut Vec::new());
    assert_eq!(local, Err(EncodeError::KeyTypeNeeded));
    let null = ClusteringPrefix { kind: PrefixKind::Clustering, values: [None].into_iter().collect() };
    let none = encode_clustering(&[], &null, EncodingVersion::Oss50, &mut Vec::new());
    assert_eq!(none, Err(EncodeError::TooManyValues { values: 1, types: 0 }));
}

//! Values of Rust's types are stored as Cassandra stores what it reads of their texts, and are read again as what they were.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Debug;
use std::net::IpAddr;

use cqlite_runtime::marshal::{parse, MarshalType};
use cqlite_types::value::{
    CqlValue, Date, Decimal, Duration, FromCql, Given, Named, Raw, Stored, Time, Timestamp, ToCql, ToCqlError, Unset,
    Uuid, ValueWriter,
};
use cqlite_types::{from_text, spelling};
use num_bigint::BigInt;

fn ty(name: &str) -> MarshalType {
    parse(name).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn stored<V: ToCql + ?Sized>(name: &str, value: &V) -> Result<Vec<u8>, ToCqlError> {
    let mut writer = ValueWriter::default();
    writer.take(&ty(name), value)?;
    match writer.given() {
        Given::One(bytes) => Ok(bytes.to_vec()),
        other => panic!("{name}: {other:?}"),
    }
}

/// It is stored as its text is, and read again.
fn same<'a, V: ToCql + FromCql<'a> + PartialEq + Debug>(name: &str, value: V, text: &str) {
    let ty: &'static MarshalType = Box::leak(Box::new(ty(name)));
    let bytes: &'static [u8] =
        Box::leak(stored(name, &value).unwrap_or_else(|e| panic!("{name}: {e}")).into_boxed_slice());
    assert_eq!(bytes, from_text(ty, text).expect("a text"), "{name} {text}");
    assert_eq!(V::from_cql(ty, Stored::One(bytes)).expect("a value"), value, "{name} {text}");
}

#[test]
fn native_values() {
    same("Int32Type", -7i32, "-7");
    same("LongType", i64::MIN, "-9223372036854775808");
    same("LongType", 5i8, "5");
    same("ShortType", 300i128, "300");
    same("ByteType", -128i64, "-128");
    same("IntegerType", i128::MAX, "170141183460469231731687303715884105727");
    same("IntegerType", 0i32, "0");
    same(
        "IntegerType",
        "-99999999999999999999999999999999999999999".parse::<BigInt>().expect("a number"),
        "-99999999999999999999999999999999999999999",
    );
    same("Int32Type", BigInt::from(12), "12");
    same("BooleanType", true, "true");
    same("FloatType", 1.5f32, "1.5");
    same("DoubleType", -0.0f64, "-0.0");
    same("UTF8Type", "é".to_owned(), "é");
    same("AsciiType", "a".to_owned(), "a");
    same("BytesType", vec![0u8, 255], "00ff");
    same("UUIDType", Uuid(*b"0123456789abcdef"), "30313233-3435-3637-3839-616263646566");
    same("TimeUUIDType", Uuid(*b"012345\x17789abcdef"), "30313233-3435-1737-3839-616263646566");
    same("TimestampType", Timestamp(1_706_702_400_000), "2024-01-31T12:00:00.000Z");
    same("SimpleDateType", Date(-1), "1969-12-31");
    same("TimeType", Time(1), "00:00:00.000000001");
    same("DurationType", Duration { months: 1, days: 2, nanos: 3 }, "1mo2d3ns");
    same("DecimalType", Decimal { unscaled: BigInt::from(-15), scale: 1 }, "-1.5");
    same::<IpAddr>("InetAddressType", "10.0.0.1".parse().expect("an address"), "10.0.0.1");
    same::<IpAddr>("InetAddressType", "2001:db8::1".parse().expect("an address"), "2001:db8:0:0:0:0:0:1");
    same("ReversedType(Int32Type)", 1i32, "1");
}

/// Values that are made of others are those of their literals.
#[test]
fn values_of_values() {
    let literal =
        |name: &str, text: &str| spelling::value(&ty(name), text, spelling::Spelling::Literal).expect("a literal");
    let check = |name: &str, value: &dyn ToCql, text: &str| {
        let mut writer = ValueWriter::default();
        writer.take(&ty(name), value).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(matches!(writer.given(), Given::One(bytes) if bytes == literal(name, text)), "{name} {text}");
        // The same by its text, and by its bytes.
        assert_eq!(stored(name, &CqlValue::Literal(text.to_owned())), Ok(literal(name, text)));
        assert_eq!(stored(name, &Raw(&literal(name, text))), Ok(literal(name, text)));
    };
    check("FrozenType(ListType(Int32Type))", &[3, 1, 3], "[3, 1, 3]");
    check("FrozenType(SetType(Int32Type))", &vec![3, 1, 3], "{1, 3}");
    check("FrozenType(SetType(UTF8Type))", &BTreeSet::from(["b", "a"]), "{'a', 'b'}");
    check("FrozenType(MapType(UTF8Type,Int32Type))", &BTreeMap::from([("b", 1), ("a", 2)]), "{'a': 2, 'b': 1}");
    check("FrozenType(MapType(Int32Type,Int32Type))", &HashMap::from([(1, 2)]), "{1: 2}");
    check("VectorType(FloatType , 2)", &[1.5f32, 2.0], "[1.5, 2.0]");
    check("VectorType(UTF8Type , 2)", &["a", ""], "['a', '']");
    check("TupleType(Int32Type,UTF8Type)", &(1, "a"), "(1, 'a')");
    check("TupleType(Int32Type,UTF8Type)", &(1, None::<&str>), "(1, null)");
    let user = "FrozenType(UserType(k,74,61:Int32Type,62:ListType(UTF8Type)))";
    check(user, &(1, ["x"]), "{a: 1, b: ['x']}");
    check(user, &Named(&[("b", &["x"])]), "{b: ['x']}");
    check(user, &CqlValue::Fields(vec![("a".to_owned(), CqlValue::Int(1))]), "{a: 1}");
    check("FrozenType(ListType(ListType(Int32Type)))", &[vec![1], vec![]], "[[1], []]");
    check(
        "FrozenType(MapType(Int32Type,ListType(Int32Type)))",
        &[(2, [1]), (1, [2])].into_iter().collect::<BTreeMap<_, _>>(),
        "{1: [2], 2: [1]}",
    );
    // Of the same key the last counts.
    let twice = CqlValue::Map(vec![(CqlValue::Int(1), CqlValue::Int(2)), (CqlValue::Int(1), CqlValue::Int(3))]);
    assert_eq!(
        stored("FrozenType(MapType(Int32Type,Int32Type))", &twice),
        Ok(literal("FrozenType(MapType(Int32Type,Int32Type))", "{1: 3}"))
    );
}

/// What has several cells is given by its parts, and not by one string of bytes.
#[test]
fn parts_of_several_cells() {
    let parts = |name: &str, value: &dyn ToCql| -> Vec<Option<Vec<u8>>> {
        let mut writer = ValueWriter::default();
        writer.take(&ty(name), value).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(matches!(writer.given(), Given::Many), "{name}");
        writer.parts().map(|part| part.map(<[u8]>::to_vec)).collect()
    };
    let some = |bytes: &[u8]| Some(bytes.to_vec());
    assert_eq!(parts("SetType(UTF8Type)", &["b", "a", "b"]), [some(b"a"), some(b"b")]);
    assert_eq!(parts("ListType(UTF8Type)", &["b", "a", "b"]), [some(b"b"), some(b"a"), some(b"b")]);
    assert_eq!(parts("MapType(UTF8Type,UTF8Type)", &BTreeMap::from([("k", "v")])), [some(b"k"), some(b"v")]);
    let user = "UserType(k,74,61:UTF8Type,62:UTF8Type,63:UTF8Type)";
    assert_eq!(parts(user, &(None::<&str>, "x")), [None, some(b"x"), None]);
    assert_eq!(parts(user, &Raw(&[0, 0, 0, 1, b'x'])), [some(b"x"), None, None]);
    let nested = parts("ListType(FrozenType(ListType(UTF8Type)))", &[vec!["a"], vec![]]);
    assert_eq!(nested, [some(&[0, 0, 0, 1, 0, 0, 0, 1, b'a']), some(&[0, 0, 0, 0])]);
    // As rows give it.
    let set = ty("SetType(UTF8Type)");
    let cells = Stored::Many(vec![(b"a", b""), (b"b", b"")]);
    let mut writer = ValueWriter::default();
    writer.take(&set, &cells).expect("a set");
    assert_eq!(writer.parts().collect::<Vec<_>>(), [Some(&b"a"[..]), Some(b"b")]);
}

#[test]
fn null_and_nothing() {
    let given = |value: &dyn ToCql| {
        let mut writer = ValueWriter::default();
        writer.take(&ty("SetType(UTF8Type)"), &["before"]).expect("a set");
        writer.take(&ty("Int32Type"), value).map(|()| format!("{:?}", writer.given()))
    };
    assert_eq!(given(&None::<i32>).as_deref(), Ok("Null"));
    assert_eq!(given(&CqlValue::Null).as_deref(), Ok("Null"));
    assert_eq!(given(&CqlValue::Literal(" null ".to_owned())).as_deref(), Ok("Null"));
    assert_eq!(given(&Unset).as_deref(), Ok("Unset"));
    assert_eq!(given(&CqlValue::Unset).as_deref(), Ok("Unset"));
    assert_eq!(given(&Some(1)).as_deref(), Ok("One([0, 0, 0, 1])"));
}

/// A type of somebody else's.
struct Own(&'static [u8]);

impl ToCql for Own {
    fn to_cql(&self, ty: &MarshalType, to: &mut ValueWriter) -> Result<(), ToCqlError> {
        to.value(ty, self.0)
    }
}

#[test]
fn what_is_no_value_is_refused() {
    let check = |name: &str, value: &dyn ToCql, expected: &str| {
        assert_eq!(stored(name, value).expect_err("it is refused").to_string(), expected);
    };
    check("UTF8Type", &1, "a i32 is no value of type text");
    check("Int32Type", &"1", "a str is no value of type int");
    check("Int32Type", &true, "a bool is no value of type int");
    check("FloatType", &1.0f64, "a f64 is no value of type float");
    check("ListType(Int32Type)", &1, "a i32 is no value of type list<int>");
    check("Int32Type", &[1], "a sequence is no value of type int");
    check("Int32Type", &i64::MAX, "the number is outside of what int has");
    check("ByteType", &128, "the number is outside of what tinyint has");
    check("LongType", &BigInt::from(u64::MAX), "the number is outside of what bigint has");
    check("AsciiType", &"é", "bytes are not valid for type ascii");
    check("TimeUUIDType", &Uuid(*b"0123456789abcdef"), "number out of range for type timeuuid");
    check("DurationType", &Duration { months: 1, days: -1, nanos: 0 }, "number out of range for type duration");
    check("ListType(Int32Type)", &[Some(1), None], "there is no null within a value of type list<int>");
    check("SetType(Int32Type)", &[CqlValue::Unset], "there is no null within a value of type set<int>");
    check(
        "MapType(Int32Type,Int32Type)",
        &BTreeMap::from([(1, None::<i32>)]),
        "there is no null within a value of type map<int, int>",
    );
    check("VectorType(Int32Type , 2)", &[1], "1 parts cannot be a value of type vector<int, 2>");
    check("TupleType(Int32Type)", &(1, 2), "2 parts cannot be a value of type frozen<tuple<int>>");
    check("Int32Type", &(1, 2), "a tuple is no value of type int");
    check("UserType(k,74,61:Int32Type)", &Named(&[("b", &1)]), "field b is given twice, or t has none of that name");
    check(
        "UserType(k,74,61:Int32Type)",
        &Named(&[("a", &1), ("a", &1)]),
        "field a is given twice, or t has none of that name",
    );
    check("UserType(k,74,61:Int32Type)", &("a",), "a str is no value of type int");
    check("Int32Type", &Named(&[]), "a tuple of named fields is no value of type int");
    check("Int32Type", &BTreeMap::<i32, i32>::new(), "a map is no value of type int");
    check("Int32Type", &Own(b"123"), "3 bytes cannot be a value of type int");
    check("Int32Type", &Raw(b"123"), "3 bytes cannot be a value of type int");
    check("ByteType", &Raw(b""), "0 bytes cannot be a value of type tinyint");
    check("UTF8Type", &Raw(b"\xff"), "bytes are not valid for type text");
    check("ListType(Int32Type)", &Raw(&[0, 0, 0, 1]), "value of type list is cut short");
    check("Int32Type", &CqlValue::Literal("x".to_owned()), "it is no value of type int, such as 42");
}

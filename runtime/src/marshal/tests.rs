use super::*;

#[test]
fn cassandras_own_classes_are_known() {
    for name in class_names() {
        assert!(!matches!(parse(&name), Ok(MarshalType::Custom(_))), "{name}");
    }
}

#[test]
fn prints_what_it_reads() {
    let package = "org.apache.cassandra.db.marshal.";
    for canonical in [
        "Int32Type",
        "ReversedType(#TimeUUIDType)",
        "ListType(#FrozenType(#SetType(#UTF8Type)))",
        "FrozenType(#MapType(#UTF8Type,#ListType(#Int32Type)))",
        "FrozenType(#UserType(ks,74,61:#Int32Type,6262:#ListType(#UTF8Type)))",
        "UserType(ks,74,61:#FrozenType(#ListType(#Int32Type)))",
        "VectorType(#FloatType , 3)",
        "TupleType(#Int32Type,#SetType(#UTF8Type))",
        "CompositeType(#UTF8Type,#ReversedType(#LongType))",
        "DynamicCompositeType(a=>#BytesType,b=>#LongType)",
        "PartitionerDefinedOrder(org.apache.cassandra.dht.Murmur3Partitioner:#UTF8Type)",
        "datetime.DateRangeType",
        "PointType",
    ] {
        let text = format!("{package}{}", canonical.replace('#', package));
        assert_eq!(parse(&text).map(|ty| ty.to_string()), Ok(text));
    }
}

#[test]
fn fields_of_frozen_user_types_are_frozen_however_they_are_named() {
    let parse = |text: &str| parse(text).expect("a type");
    let [plain, frozen] = ["ListType(Int32Type)", "FrozenType(ListType(Int32Type))"].map(|field| {
        let user = format!("UserType(ks,74,61:{field})");
        [parse(&format!("FrozenType({user})")), parse(&format!("TupleType({user})")), parse(&user)]
    });
    assert_eq!(plain[..2], frozen[..2]);
    assert_ne!(plain[2], frozen[2]);
    for ty in plain.iter().chain(&frozen) {
        assert_eq!(parse(&ty.to_string()), *ty);
    }
}

#[test]
fn short_names_and_blanks() {
    let ty = parse(" MapType ( UTF8Type ,\tVectorType(FloatType,4) ) ").unwrap();
    assert_eq!(ty.cql_name(), "map<text, vector<float, 4>>");
    assert!(ty.is_multi_cell());
    assert_eq!(parse("Int32Type(reversed=true)").unwrap(), MarshalType::Reversed(Box::new(NativeType::Int32.into())));
    assert_eq!(parse("").unwrap(), NativeType::Bytes.into());
}

#[test]
fn custom_classes_keep_their_arguments() {
    let ty = parse("ListType(com.example.Odd(x, (y)=>\"z\") , Int32Type)");
    assert_eq!(ty.unwrap_err().what, "expected exactly one type");
    let ty = parse("ListType(com.example.Odd(x, (y)=>z))").unwrap();
    assert_eq!(ty.sub_types(), [&MarshalType::Custom("com.example.Odd(x, (y)=>z)".into())]);
    assert_eq!(ty.sub_types()[0].simple_name(), "Odd");
}

#[test]
fn fixed_lengths() {
    for (text, len) in [
        ("ReversedType(Int32Type)", Some(4)),
        ("VectorType(FloatType,3)", Some(12)),
        ("VectorType(VectorType(UUIDType,2),3)", Some(96)),
        ("VectorType(ShortType,3)", None),
        ("ShortType", None),
        ("ByteType", None),
        ("SimpleDateType", None),
        ("TimeType", None),
        ("EmptyType", Some(0)),
        ("CounterColumnType", None),
        ("FrozenType(ListType(Int32Type))", None),
    ] {
        assert_eq!(parse(text).unwrap().fixed_len(), len, "{text}");
    }
}

#[test]
fn refuses_without_panic() {
    for bad in [
        "ListType",
        "ListType(",
        "ListType()",
        "ListType(,)",
        "MapType(Int32Type)",
        "FrozenType",
        "VectorType(Int32Type)",
        "VectorType(Int32Type,0)",
        "VectorType(Int32Type,-1)",
        "VectorType(Int32Type,99999999999)",
        "UserType",
        "UserType(ks",
        "UserType(ks,7",
        "UserType(ks,zz)",
        "UserType(ks,74,61)",
        "UserType(ks,74,61:",
        "UserType(ks,74,ff:Int32Type)",
        "UserType(ks,74,61:Int32Type,61:Int32Type)",
        "DynamicCompositeType(ab=>Int32Type)",
        "DynamicCompositeType(a=Int32Type)",
        "Int32Type(?)",
        "Int32Type(",
        "x.Y(",
        "PartitionerDefinedOrder(",
        "PartitionerDefinedOrder(LocalPartitioner)",
    ] {
        assert!(parse(bad).is_err(), "{bad}");
    }
    let deep = "ListType(".repeat(100_000);
    assert_eq!(parse(&deep).unwrap_err().what, "types nested too deep");
    for end in 0.."ListType(UserType(ks,74,61:VectorType(Int32Type , 3)))".len() {
        let _ = parse(&"ListType(UserType(ks,74,61:VectorType(Int32Type , 3)))"[..end]);
    }
}

#[test]
fn quotes_names() {
    assert_eq!(maybe_quote("abc_1"), "abc_1");
    assert_eq!(maybe_quote("Abc"), "\"Abc\"");
    for reserved in ["select", "add", "with", "nan", "is"] {
        assert_eq!(maybe_quote(reserved), format!("\"{reserved}\""));
    }
    assert_eq!(maybe_quote("key"), "key");
    assert_eq!(maybe_quote("a\"b"), "\"a\"\"b\"");
    assert_eq!(maybe_quote(""), "\"\"");
}

//! Arbitrary bytes and texts must never panic, hang or fill the memory.

use cqlite_runtime::marshal::parse;
use cqlite_types::{compare, counter, from_text, json, literal, text, validate, ValueError};

/// xorshift: enough for noise.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Bytes that look like lengths, markers and digits more often than chance has it.
    fn bytes(&mut self) -> Vec<u8> {
        let len = self.next() % 48;
        (0..len)
            .map(|_| match self.next() % 4 {
                0 => self.next() as u8,
                1 => 0,
                2 => b"\x00\x01\x02\x04\x08\x10\x7f\x80\xff"[(self.next() % 9) as usize],
                _ => b"0123456789-+.:@!_\\eEPTZ /"[(self.next() % 25) as usize],
            })
            .collect()
    }
}

const TYPES: &[&str] = &[
    "AsciiType",
    "BooleanType",
    "ByteType",
    "CounterColumnType",
    "DateType",
    "DecimalType",
    "DoubleType",
    "DurationType",
    "EmptyType",
    "FloatType",
    "InetAddressType",
    "Int32Type",
    "IntegerType",
    "LexicalUUIDType",
    "ShortType",
    "SimpleDateType",
    "TimeType",
    "TimestampType",
    "TimeUUIDType",
    "UTF8Type",
    "UUIDType",
    "ListType(ListType(EmptyType))",
    "MapType(TupleType(UTF8Type,Int32Type),VectorType(UTF8Type,2))",
    "UserType(ks,61,61:Int32Type,42:SetType(DecimalType))",
    "VectorType(TupleType(Int32Type),3)",
    "CompositeType(Int32Type,UTF8Type,DecimalType)",
    "DynamicCompositeType(a=>UTF8Type,b=>ReversedType(Int32Type))",
    "PartitionerDefinedOrder(Murmur3Partitioner:UTF8Type)",
    "com.example.UnknownType(x)",
];

#[test]
fn noise_is_survived() {
    let mut noise = Noise(0x9e37_79b9_7f4a_7c15);
    let mut out = Vec::new();
    for name in TYPES {
        let ty = parse(name).unwrap();
        for _ in 0..4000 {
            let (a, b) = (noise.bytes(), noise.bytes());
            out.clear();
            let _ = json::write(&ty, &a, &mut out);
            let _ = text::write(&ty, &a, &mut out);
            let _ = literal::write(&ty, &a, &mut out);
            let _ = validate(&ty, &a);
            let _ = compare(&ty, &a, &b);
            let _ = from_text(&ty, &String::from_utf8_lossy(&b));
            assert!(std::str::from_utf8(&out).is_ok(), "{name} {a:?}");
        }
    }
    for _ in 0..4000 {
        let context = noise.bytes();
        let _ = (counter::total(&context), counter::shards(&context), counter::validate(&context));
    }
}

#[test]
fn unknown_classes_are_named() {
    let ty = parse("ListType(com.example.UnknownType(x))").unwrap();
    let bytes = [0, 0, 0, 1, 0, 0, 0, 0];
    let unknown = Err(ValueError::Custom { class: "com.example.UnknownType(x)".into() });
    assert_eq!(json::write(&ty, &bytes, &mut Vec::new()), unknown);
    assert_eq!(validate(&ty, &bytes), unknown);
}

#[test]
fn lengths_do_not_allocate() {
    let ty = parse("VectorType(EmptyType,2147483647)").unwrap();
    assert!(json::write(&ty, &[], &mut Vec::new()).is_err());
    let ty = parse("ListType(EmptyType)").unwrap();
    assert!(json::write(&ty, &[0x7f, 0xff, 0xff, 0xff], &mut Vec::new()).is_err());
}

use super::*;
use cqlite_test_data::{bytes, recorded as lines};
use num_bigint::BigInt;

const CLASSES: [&str; 4] =
    ["Murmur3Partitioner", "RandomPartitioner", "ByteOrderedPartitioner", "OrderPreservingPartitioner"];

fn integer_order() -> KeyOrder {
    Arc::new(|a, b| match (a.is_empty(), b.is_empty()) {
        (false, false) => BigInt::from_signed_bytes_be(a).cmp(&BigInt::from_signed_bytes_be(b)),
        _ => a.len().cmp(&b.len()),
    })
}

#[test]
fn hashes_and_tokens_are_cassandras() {
    let mut checked = 0;
    for line in lines("tokens.txt").iter().filter(|line| line.starts_with('x')) {
        let fields: Vec<&str> = line.split(' ').collect();
        let key = bytes(fields[0]).unwrap();
        let hash = murmur3_x64_128(&key);
        assert_eq!([hash.h1 as i64, hash.h2 as i64].map(|h| h.to_string()), [fields[1], fields[2]]);
        for (class, expected) in CLASSES.iter().zip(&fields[3..]) {
            let token = Partitioner::from_class_name(class).unwrap().token(&key);
            let text = match &token {
                Token::Text(text) => text.bytes().map(|b| format!("{b:02x}")).collect(),
                token => token.to_string(),
            };
            assert_eq!(text, expected.trim_start_matches('x'), "{class} {}", fields[0]);
        }
        checked += 1;
    }
    assert!(checked > 300, "{checked}");
}

#[test]
fn keys_sort_as_cassandra_sorts_them() {
    let mut checked = 0;
    for line in lines("tokens.txt").iter().filter(|line| line.starts_with("order ")) {
        let fields: Vec<&str> = line.split(' ').collect();
        let partitioner = Partitioner::from_class_name(fields[1]).unwrap().with_key_order(integer_order());
        let mut keys: Vec<_> = fields[2..].iter().map(|key| partitioner.decorate(&bytes(key).unwrap())).collect();
        let expected = keys.clone();
        keys.reverse();
        keys.sort_by(|a, b| partitioner.compare_keys(a, b));
        // Keys that are equal as numbers have an order of their own; all others have one place.
        assert_eq!(keys, expected, "{partitioner:?}");
        checked += 1;
    }
    assert_eq!(checked, 5);
}

#[test]
fn examples_of_token_ranges_are_some() {
    for class in CLASSES.iter().chain(&["LocalPartitioner", "ReversedLongLocalPartitioner"]) {
        let partitioner = Partitioner::from_class_name(class).unwrap();
        let (after, to) = partitioner.token_range_example().split_once(':').unwrap();
        let [after, to] = [after, to].map(|text| partitioner.token_from_text(text).expect(class));
        assert_ne!(after, to);
    }
}

#[test]
fn class_names_select_partitioners() {
    for class in CLASSES.iter().chain(&["LocalPartitioner", "ReversedLongLocalPartitioner"]) {
        assert_eq!(Partitioner::from_class_name(class).unwrap().name(), *class);
        assert_eq!(Partitioner::from_class_name(&format!("org.apache.cassandra.dht.{class}")).unwrap().name(), *class);
    }
    let typed = "org.apache.cassandra.dht.LocalPartitioner(org.apache.cassandra.db.marshal.UTF8Type)";
    assert_eq!(Partitioner::from_class_name(typed).unwrap().name(), "LocalPartitioner");
    for class in ["com.example.Murmur3Partitioner", "Murmur3", ""] {
        let e = Partitioner::from_class_name(class).unwrap_err();
        assert_eq!(e, PartitionerError::Unsupported { class: class.to_owned() });
        assert!(e.to_string().contains("supported are Murmur3Partitioner"));
    }
}

#[test]
fn minimum_tokens_come_first() {
    for class in CLASSES.iter().chain(&["LocalPartitioner", "ReversedLongLocalPartitioner"]) {
        let partitioner = Partitioner::from_class_name(class).unwrap();
        for key in [&[0; 8][..], &[0x7f; 8], b"abcdefgh"] {
            assert_eq!(
                partitioner.compare_tokens(&partitioner.minimum_token(), &partitioner.token(key)),
                Ordering::Less
            );
        }
    }
    assert_eq!(Partitioner::Random.minimum_token().to_string(), "-1");
}

#[test]
fn reversed_longs_descend() {
    let token = |n: i64| Partitioner::ReversedLong.token(&n.to_be_bytes());
    assert_eq!(token(0), Token::ReversedLong(i64::MAX));
    assert_eq!(token(5).to_string(), (i64::MAX - 5).to_string());
    assert_eq!(Partitioner::ReversedLong.compare_tokens(&token(7), &token(5)), Ordering::Less);
}

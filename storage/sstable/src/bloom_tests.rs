use super::*;
use crate::recorded::{bytes, lines};

#[test]
fn answers_are_cassandras_in_both_layouts() {
    let (mut filters, mut keys, mut absent) = (0, 0, 0);
    let mut current: Option<(u32, Vec<u8>, Vec<u8>)> = None;
    for line in lines("bloom.txt") {
        let fields: Vec<&str> = line.split(' ').collect();
        if fields[0] == "filter" {
            // Behind the number of words.
            let bits = [2, 3].map(|i| bytes(fields[i]).unwrap().split_off(4));
            let [new, old] = bits;
            current = Some((fields[1].parse().unwrap(), new, old));
            filters += 1;
            continue;
        }
        let (hashes, new, old) = current.as_ref().unwrap();
        let (key, expected) = (bytes(fields[1]).unwrap(), fields[2] == "true");
        for (bits, layout) in [(new, BitLayout::Bytes), (old, BitLayout::Words)] {
            let filter = BloomFilter::new(*hashes, bits, layout).unwrap();
            assert_eq!(filter.may_contain(&key), expected, "{line} {layout:?}");
        }
        keys += 1;
        absent += u32::from(!expected);
    }
    assert_eq!((filters, keys), (3, 900));
    assert!(absent > 300, "{absent}");
}

#[test]
fn a_filter_without_bits_contains_every_key() {
    assert!(BloomFilter::new(5, &[], BitLayout::Bytes).unwrap().may_contain(b"any"));
    assert!(BloomFilter::new(0, &[0; 8], BitLayout::Words).unwrap().may_contain(b"any"));
}

#[test]
fn impossible_filters_are_refused() {
    let e = BloomFilter::new(u32::MAX, &[0; 8], BitLayout::Bytes).unwrap_err();
    assert_eq!(e, BloomError::TooManyHashes { num_hashes: u32::MAX });
    assert_eq!(BloomFilter::new(1, &[0; 7], BitLayout::Bytes).unwrap_err(), BloomError::PartialWord { len: 7 });
}

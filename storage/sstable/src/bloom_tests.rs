use cqlite_format::filter::{SstableFilterParams, SstableFilterRef};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Reader;

use super::*;
use cqlite_test_data::{bytes, recorded as lines};

#[test]
fn answers_are_those_of_cassandra_in_both_layouts() {
    let (mut filters, mut keys, mut absent) = (0, 0, 0);
    let mut current: Option<(u32, Vec<u8>, Vec<u8>)> = None;
    for line in lines("bloom.txt") {
        let fields: Vec<&str> = line.split(' ').collect();
        if fields[0] == "filter" {
            // As Filter.db has them after the number of hashes.
            let hashes: u32 = fields[1].parse().unwrap();
            let [new, old] = [2, 3].map(|i| [hashes.to_be_bytes().as_slice(), &bytes(fields[i]).unwrap()].concat());
            current = Some((hashes, new, old));
            filters += 1;
            continue;
        }
        let (hashes, new, old) = current.as_ref().unwrap();
        let (key, expected) = (bytes(fields[1]).unwrap(), fields[2] == "true");
        for (file, letters) in [(new, "nb"), (old, "md")] {
            let params = SstableFilterParams::new(SstableVersion::find(letters).unwrap());
            let head = SstableFilterRef::read(&mut Reader::new(file), &params).unwrap();
            let filter = BloomFilter::new(*hashes, head.words, &Limits::DEFAULT).unwrap();
            assert_eq!(filter.may_contain(&key), expected, "{line} {letters}");
        }
        keys += 1;
        absent += u32::from(!expected);
    }
    assert_eq!((filters, keys), (3, 900));
    assert!(absent > 300, "{absent}");
}

#[test]
fn a_filter_without_bits_contains_every_key() {
    assert!(BloomFilter::new(5, &[][..], &Limits::DEFAULT).unwrap().may_contain(b"any"));
    assert!(BloomFilter::new(0, &[0][..], &Limits::DEFAULT).unwrap().may_contain(b"any"));
}

#[test]
fn impossible_filters_are_refused() {
    let e = BloomFilter::new(u32::MAX, &[0][..], &Limits::DEFAULT).unwrap_err();
    assert_eq!(e, BloomError::TooManyHashes { num_hashes: u32::MAX, limit: 20 });
}

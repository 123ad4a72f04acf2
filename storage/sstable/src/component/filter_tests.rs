use cqlite_format::version::SstableVersion;

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
            let version = SstableVersion::find(letters).unwrap();
            let filter = Filter::read(file, version, &Limits::DEFAULT).unwrap().expect("a filter");
            assert_eq!(filter.num_hashes(), *hashes);
            assert_eq!(filter.may_contain(&key), expected, "{line} {letters}");
        }
        keys += 1;
        absent += u32::from(!expected);
    }
    assert_eq!((filters, keys), (3, 900));
    assert!(absent > 300, "{absent}");
}

fn of(bytes: &[u8]) -> Result<Option<Filter<'_>>, FilterError> {
    Filter::read(bytes, SstableVersion::find("nb").unwrap(), &Limits::DEFAULT)
}

/// Hashes, number of words, and that many words of zeros.
fn empty(hashes: i32, words: u8) -> Vec<u8> {
    let mut bytes = hashes.to_be_bytes().to_vec();
    bytes.extend([0, 0, 0, words]);
    bytes.resize(bytes.len() + 8 * usize::from(words), 0);
    bytes
}

#[test]
fn a_filter_without_bits_contains_every_key() {
    assert!(of(&[]).unwrap().is_none());
    assert!(of(&empty(5, 0)).unwrap().expect("a filter").may_contain(b"any"));
    assert!(of(&empty(0, 1)).unwrap().expect("a filter").may_contain(b"any"));
    assert!(!of(&empty(1, 1)).unwrap().expect("a filter").may_contain(b"any"));
}

#[test]
fn impossible_filters_are_refused() {
    assert!(matches!(of(&empty(21, 1)), Err(FilterError::TooManyHashes { num_hashes: 21, limit: 20 })));
    assert!(matches!(of(&empty(-1, 1)), Err(FilterError::Read(_))));
    let mut more = empty(5, 1);
    more.push(0);
    assert!(matches!(of(&more), Err(FilterError::TrailingBytes { offset: 16, remaining: 1 })));
    more.truncate(15);
    assert!(matches!(of(&more), Err(FilterError::Read(_))));
}

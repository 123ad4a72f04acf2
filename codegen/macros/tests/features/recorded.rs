//! Expressions and computed places beside what Kaitai's own reader makes of them. `tests/kaitai/check_expressions.py` has recorded that, and sees
//! that it is still so (`cargo xtask test --only kaitai`).

use std::collections::BTreeMap;

use cqlite_runtime::Reader;

/// The bytes of a line, and what Kaitai has of each instance; nothing where it fails.
fn lines(recorded: &str) -> impl Iterator<Item = (Vec<u8>, BTreeMap<&str, Option<&str>>)> {
    recorded.lines().map(|line| {
        let mut words = line.split(' ');
        let bytes = from_hex(words.next().expect("bytes"));
        let values = words.map(|word| word.split_once('=').expect("an instance and its value"));
        (bytes, values.map(|(name, value)| (name, Some(value).filter(|value| *value != "!"))).collect())
    })
}

fn from_hex(text: &str) -> Vec<u8> {
    let digit = |i: usize| u8::from_str_radix(&text[i..i + 2], 16).expect("hexadecimal digits");
    (0..text.len()).step_by(2).map(digit).collect()
}

/// Where Kaitai has a value we have the same, or say that there is none: it or an operand is not of 64 bits with sign, or it is a quotient or remainder
/// by what is not above 0, of which Kaitai's targets have different ones. Where it has none we have none.
#[test]
fn operators_give_what_kaitai_gives() {
    use crate::specs::operators::*;
    let recorded = include_str!("../../../tests/kaitai/operators.txt");
    let mut counts = [0; 3];
    for (bytes, expected) in lines(recorded) {
        let (name, expected) = expected.into_iter().next().expect("one of them is asked for");
        // A shift by 255 leaves 128 bits too.
        let expected =
            expected.map(|value| if value.len() > 38 { i128::MAX } else { value.parse().expect("a number") });
        let mut r = Reader::new(&bytes);
        let found = OperatorsRef::read(&mut r);
        macro_rules! of_head {
            ($head:ident : $($name:ident)*) => {
                BTreeMap::from([$((stringify!($name), $head.$name.map(i128::from))),*])
            };
        }
        let head = match found {
            Ok(head) => head,
            Err(e) => {
                let fits = expected.is_some_and(|n| i64::try_from(n).is_ok());
                let divisor = i64::from_be_bytes(bytes[8..16].try_into().expect("b"));
                let u = u64::from_be_bytes(bytes[16..24].try_into().expect("u"));
                let is_by_none = match name {
                    "quotient" | "remainder" => divisor <= 0,
                    "large_by_large" => u <= 1,
                    _ => false,
                };
                let is_large = name.starts_with("large_") && i64::try_from(u).is_err();
                assert!(!fits || is_large || is_by_none, "{name} of {bytes:02x?} is {expected:?} and not: {e}");
                assert!(e.to_string().contains(&format!("field {name}")), "{name}: {e}");
                counts[usize::from(expected.is_none())] += 1;
                continue;
            }
        };
        let all = of_head!(head: quotient remainder quotient_3 remainder_3 minus_first minus_remainder of_sum rest_of_sum
            left_to_right small_by_small large_quotient large_remainder large_by_large higher lower large_higher
            large_lower small_higher shifted_sum sum difference product large_sum large_difference both_bits any_bits
            other_bits negative_bits large_bits smaller largest narrowed);
        assert_eq!(all[name], expected, "{name} of {bytes:02x?}");
        counts[2] += 1;
    }
    println!("{counts:?}");
    assert!(counts[2] > 2_000 && counts[..2].iter().all(|n| *n > 10), "{counts:?}");
}

#[test]
fn computed_places_are_where_kaitai_reads() {
    use crate::specs::positions::*;
    let recorded = include_str!("../../../tests/kaitai/positions.txt");
    let (mut read, mut refused) = (0, 0);
    for (bytes, expected) in lines(recorded) {
        let found = Positions::decode(&mut Reader::new(&bytes));
        if expected.values().any(Option::is_none) {
            assert!(found.is_err(), "{bytes:02x?}: {found:?} and not {expected:?}");
            refused += 1;
            continue;
        }
        let found = found.unwrap_or_else(|e| panic!("{bytes:02x?}: {e}"));
        let Positions { first, last, behind, halved, inner, around, .. } = &found;
        let numbers = [
            ("first", first),
            ("last", last),
            ("halved", halved),
            ("inner.by_parent", &inner.by_parent),
            ("inner.by_skip", &inner.by_skip),
            ("inner.last", &inner.last),
            ("around.by_parent", &around.by_parent),
            ("around.last", &around.last),
        ];
        for (name, value) in numbers {
            assert_eq!(Some(value.to_string().as_str()), expected[name], "{name} of {bytes:02x?}");
        }
        let text: String = behind.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(Some(text.as_str()), expected["behind"], "behind of {bytes:02x?}");
        read += 1;
    }
    assert!(read > 50 && refused > 50, "{read} read, {refused} refused");
}

//! What has no value: operators, and places that bytes cannot be written at.

use cqlite_runtime::Reader;

use crate::{bytes, misread, read, unwritten, written};

fn stored(kind: u8, a: i64, b: i64) -> Vec<u8> {
    let mut out = vec![kind];
    out.extend(a.to_be_bytes());
    out.extend(b.to_be_bytes());
    out.push(0);
    out
}

/// Python's answers, which are those of Kaitai's readers in Python.
#[test]
fn operators_give_what_python_gives() {
    use crate::specs::arithmetic::*;
    let all = [
        (1, -7, 2, -4),
        (1, 7, 2, 3),
        (2, -7, 3, 2),
        (2, 7, 7, 0),
        (3, -8, 1, -4),
        (3, -8, 64, -1),
        (3, 8, 1000, 0),
        (4, -3, 61, -3 << 61),
        (4, 0, 70, 0),
        (5, -3, 4, -12),
    ];
    for (kind, a, b, expected) in all {
        let bytes = stored(kind, a, b);
        let mut r = Reader::new(&bytes);
        let head = ArithmeticRef::read(&mut r).unwrap_or_else(|e| panic!("{kind} {a} {b}: {e}"));
        let found = [head.quotient, head.remainder, head.lower, head.higher, head.product];
        assert_eq!(found.into_iter().flatten().collect::<Vec<i64>>(), [expected], "{kind} {a} {b}");
        let model = read(&bytes, Arithmetic::decode);
        assert_eq!(written(|w| model.encode(w)), bytes);
    }
}

#[test]
fn a_value_that_cannot_be_computed_is_named() {
    use crate::specs::arithmetic::*;
    let all = [
        (1, 1, 0, "quotient"),
        (1, 1, -1, "quotient"),
        (2, 1, -2, "remainder"),
        (3, 1, -1, "lower"),
        (4, 1, 63, "higher"),
        (4, 1, 64, "higher"),
        (4, 1, -1, "higher"),
        (5, i64::MAX, 2, "product"),
    ];
    for (kind, a, b, value) in all {
        let said = misread(&stored(kind, a, b), |r| ArithmeticRef::read(r).map(drop));
        let expected = format!("at offset 18, field {value}: expected numbers within 64 bits");
        assert_eq!(said, expected, "{kind} {a} {b}");
    }
}

#[test]
fn a_body_is_written_where_it_stands_or_not_at_all() {
    use crate::specs::fixed_places::*;
    let bytes = bytes![5, 3, 1, 9, 9, b'a', b'b', b'c', 1, 2, 3, 4];
    let model = FixedPlaces::decode(&mut Reader::new(&bytes)).unwrap();
    assert_eq!((model.head, model.tail), (0x0102, Some(0x0304)));
    assert_eq!(written(|w| model.encode(w)), bytes);
    let changed = |change: &dyn Fn(&mut FixedPlaces)| {
        let mut other = model.clone();
        change(&mut other);
        unwritten(|w| other.encode(w))
    };
    let said = changed(&|m| m.named = b"abcd".to_vec());
    assert_eq!(said, "field head of fixed_places: it would be written at 9, and its pos is 8");
    let said = changed(&|m| m.named = b"ab".to_vec());
    assert_eq!(said, "field head of fixed_places: it would be written at 7, and its pos is 8");
    let said = changed(&|m| (m.at, m.more) = (6, vec![9; 3]));
    assert_eq!(said, "field head of fixed_places: it would be written at 9, and its pos is 8");
}

#[test]
fn a_value_stands_for_what_a_flag_leaves_out() {
    use crate::specs::flag_defaults::*;
    for (bytes, limit, or_default) in
        [(bytes![0], None, 7), (bytes![1, 0, 7], Some(7), 7), (bytes![1, 0, 9], Some(9), 9)]
    {
        let head = FlagDefaultsRef::read(&mut Reader::new(&bytes)).unwrap();
        assert_eq!((head.limit, head.limit_or_default), (limit, or_default));
        let model = read(&bytes, FlagDefaults::decode);
        assert_eq!(model.limit, limit);
        assert_eq!(written(|w| model.encode(w)), bytes);
    }
    // What valid excludes is neither read nor written.
    let said = misread(&[2], |r| FlagDefaults::decode(r).map(drop));
    assert_eq!(said, "at offset 0, field flags: expected a valid value, found 2");
    let said = unwritten(|w| FlagDefaults { limit: None, unknown_flags: 4 }.encode(w));
    assert_eq!(said, "field flags of flag_defaults: expected a valid value");
}

#[test]
fn a_number_that_another_layout_has_no_room_for_is_told_with_the_range() {
    use crate::specs::release::Release;
    use crate::specs::three_layouts::*;
    let cx = |letters: &str| ThreeLayoutsParams::new(Release::find(letters).unwrap());
    let said = misread(&[0x81, 0x2c], |r| ThreeLayouts::decode(r, &cx("ba")).map(drop));
    assert!(said.ends_with("field n3: expected a whole number from 0 to 255, found 300"), "{said}");
    let bytes = [1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff];
    let said = misread(&bytes, |r| ThreeLayouts::decode(r, &cx("ab")).map(drop));
    assert!(said.ends_with("field all2: expected a whole number from 0 to 65535, found -1"), "{said}");
}

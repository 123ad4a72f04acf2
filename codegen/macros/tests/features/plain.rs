//! Fields that stand for themselves.

use cqlite_runtime::Reader;

use crate::specs::{bits, choices, lists, numbers, packed, text, values};
use crate::{bytes, counted, misread, read, unwritten, written};

#[test]
fn numbers_of_every_width_and_order() {
    let bytes = [
        bytes![200, -3, 1, 2, -2, -1, 4, 3, 2, 1, -1, -1, -1, -2],
        bytes![0, 0, 0, 0, 0, 0, 1, 0, -1, -1, -1, -1, -1, -1, -1, 127],
        bytes![0x3f, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 1, 1, 44],
        bytes![0, 7, 0, 0, 0, 0, 0, 0, 0, 9, 0xbf, 0x80, 0, 0],
        bytes![0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3],
    ]
    .concat();
    let v = read(&bytes, numbers::Numbers::decode);
    assert_eq!((v.a, v.b, v.c, v.d, v.e, v.f), (200, -3, 258, -2, 0x0102_0304, -2));
    assert_eq!((v.g, v.h, v.i, v.j, v.k), (256, i64::MAX, 1.0, 2.0, true));
    assert_eq!((v.l, v.l.id()), (numbers::Color::BlueGreen, "blue_green"));
    assert_eq!(v.m, numbers::Pair { x: 7, y: numbers::Inner { z: 9, w: -1.0 } });
    assert_eq!(v.n, [1, 2, 3]);
    assert_eq!(written(|w| v.encode(w)), bytes);
    assert_eq!(counted(|w| v.encode(w)), Ok(bytes.len() as u64));
    let mut r = cqlite_runtime::Reader::new(&bytes);
    let head = numbers::NumbersRef::read(&mut r).unwrap();
    assert_eq!((head.ratio, r.at_end()), (1.0, true));
}

#[test]
fn models_and_text_are_told_whole() {
    use crate::specs::told_models::{Kind, ToldModels, ToldModelsParams, ToldModelsRef};
    let kinds = [Kind { width: 4 }, Kind { width: 3 }];
    let cx = ToldModelsParams::new(&kinds, &kinds[0]);
    let bytes = bytes![2, 'm', 'e', 1, 2, 0, 3];
    let v = read(&bytes, |r| ToldModels::decode(r, &cx));
    assert_eq!(
        (v.by_element.x, v.by_all.y, v.by_all.z.x, v.by_all.w.x, v.by_text.v),
        (Some(1), Some(2), None, None, Some(3))
    );
    assert_eq!(written(|w| v.encode(w, &cx)), bytes);
    let head = ToldModelsRef::read(&mut Reader::new(&bytes), &cx).unwrap();
    assert_eq!((head.name, head.by_text.v), ("me", Some(3)));
    let other = ToldModelsParams::new(&kinds[..1], &kinds[0]);
    assert_eq!(
        misread(&bytes, |r| ToldModels::decode(r, &other)),
        "at offset 3, field by_element: expected numbers within 64 bits"
    );
}

#[test]
fn bits_and_flags() {
    let bytes = bytes![0x59, 0x12, 0x34, 0x56, 0x78, 0x90, 7, 1, 2, 3, 0x03, 0, 5];
    let v = read(&bytes, bits::Bits::decode);
    assert_eq!((v.kind, v.low, v.after, v.wide, v.is_old, v.extra), (bits::Kind::Five, 9, 7, 0x010203, true, Some(5)));
    assert_eq!(v.odd, [0x123, 0x456, 0x789]);
    assert_eq!(written(|w| v.encode(w)), bytes);
    assert_eq!(counted(|w| v.encode(w)), Ok(bytes.len() as u64));
    // What is derived follows the model.
    let v = bits::Bits { extra: None, ..v };
    assert_eq!(written(|w| v.encode(w)).last(), Some(&0x41));
    let wide = bits::Bits { wide: 1 << 24, ..v };
    assert_eq!(unwritten(|w| wide.encode(w)), "field wide of bits: 16777216 does not fit");
}

#[test]
fn bits_that_fill_bytes() {
    use packed::{Color, Head, HeadRef, Packed};
    let bytes = bytes![0x95, 0xab, 0xcd, 0x3f, 0xff, 0xf0];
    let v = read(&bytes, Packed::decode);
    assert_eq!(v.heads[0], Head { color: Color::Blue, low: 0x15, wide: 0xabc, last: 0xd });
    assert_eq!(v.heads[1], Head { color: Color::Red, low: 0x3f, wide: 0xfff, last: 0 });
    assert_eq!(written(|w| v.encode(w)), bytes);
    assert_eq!((counted(|w| v.encode(w)), counted(|w| v.heads[0].encode(w))), (Ok(6), Ok(3)));
    let head = HeadRef::read(&mut Reader::new(&bytes)).unwrap();
    assert_eq!((head.color, head.low, head.wide, head.last), (Color::Blue, 0x15, 0xabc, 0xd));
    let wide = Head { wide: 0x1000, ..v.heads[0].clone() };
    assert_eq!(unwritten(|w| wide.encode(w)), "field wide of head: 4096 does not fit");
    assert_eq!(misread(&bytes[..5], Packed::decode), "at offset 3, field heads[1]: expected 3 bytes, found 2");
}

#[test]
fn bits_that_cross_bytes_take_all_bytes_they_touch() {
    let mut leaves = crate::Leaves::default();
    crate::specs::crossing::Crossing::walk(&mut Reader::new(&[0x55; 4]), &mut leaves).unwrap();
    assert_eq!(leaves.0, [("unused", 1), ("third", 1), ("second", 2), ("first", 3)]);
}

#[test]
fn text_and_bytes() {
    let bytes = [&b"ab\x04\xc3\xa9tw\x00\x04a\xc0\x80bline\nx\0\0"[..], b"042", &[1, 2]].concat();
    let v = read(&bytes, text::Text::decode);
    assert_eq!((v.name.as_str(), v.java.as_str(), v.line.as_str()), ("étw", "a\0b", "line"));
    assert_eq!(
        (v.lines.clone(), v.number.as_str(), v.rest.as_slice()),
        (vec!["x".to_owned(), String::new()], "042", &[1u8, 2][..])
    );
    assert_eq!(written(|w| v.encode(w)), bytes);
    assert_eq!(counted(|w| v.encode(w)), Ok(bytes.len() as u64));
    assert!(misread(b"ab\0\0\0no end", text::Text::decode).starts_with("at offset 5, field line:"));
    let magic = text::Text { magic: vec![1], ..v.clone() };
    assert_eq!(unwritten(|w| magic.encode(w)), "field magic of text: length 1 where 2 is needed");
    let line = text::Text { line: "a\nb".to_owned(), ..v.clone() };
    assert_eq!(unwritten(|w| line.encode(w)), "field line of text: a value that has its own end in it");
    let long = text::Text { name: "x".repeat(256), ..v };
    assert_eq!(unwritten(|w| long.encode(w)), "field len_name of text: 256 does not fit");
    assert_eq!(
        misread(b"ab\x01\xff", text::Text::decode),
        "at offset 3, field name: expected text in the field's encoding"
    );
}

#[test]
fn lists_of_every_kind() {
    let bytes = bytes![0, 2, 5, 6, 7, 9, 8, 0, 0, 3, -1, -4];
    let v = read(&bytes, lists::Lists::decode);
    assert_eq!(v.pairs, [lists::Pair { x: 5, y: None }, lists::Pair { x: 6, y: Some(7) }]);
    assert_eq!(v.ranks.iter().map(|r| r.number).collect::<Vec<_>>(), [9, 8, 0]);
    assert_eq!(v.rest, [3, -4]);
    assert_eq!(written(|w| v.encode(w)), bytes);
    let mut open = v.clone();
    open.ranks.pop();
    assert_eq!(unwritten(|w| open.encode(w)), "field ranks of lists: the value is missing");
    let mut beyond = v.clone();
    beyond.ranks.push(lists::Rank { number: 1 });
    assert_eq!(unwritten(|w| beyond.encode(w)), "field ranks of lists: a value is given where none can be written");
    assert_eq!(misread(&bytes[..3], lists::Lists::decode), "at offset 2, field pairs: expected 2 bytes, found 1");
    assert_eq!(misread(&bytes[..4], lists::Lists::decode), "at offset 4, field pairs[1].y: expected 1 bytes, found 0");
}

#[test]
fn choices_by_enumeration_and_truth() {
    for bytes in
        [bytes![1, 0, 2, 3, 4, 1, 0, 9, 7, 6, 5], bytes![2, 0, 3, 1, 2, 3, 0, 1, 2], bytes![3, 0, 2, 8, 8, 1, 0, 9, 7]]
    {
        let v = read(&bytes, choices::Choices::decode);
        assert_eq!(written(|w| v.encode(w)), bytes);
        assert_eq!(counted(|w| v.encode(w)), Ok(bytes.len() as u64));
    }
    let v = read(&bytes![2, 0, 3, 1, 2, 3, 0, 1, 2], choices::Choices::decode);
    assert_eq!(v.body, choices::ChoicesBody::Bag(Box::new(choices::Bag { first: 1, trailing: vec![2, 3] })));
    let other = choices::Choices { kind: choices::Kind::Number, ..v.clone() };
    assert_eq!(unwritten(|w| other.encode(w)), "field body of choices: a value is given where none can be written");
    let noted = choices::Choices { note: Some(choices::Number { n: 1 }), ..v };
    assert_eq!(unwritten(|w| noted.encode(w)), "field tail of choices: a value is given where none can be written");
    assert_eq!(
        misread(&bytes![1, 0, 3, 1, 2, 3, 0, 0, 0], choices::Choices::decode),
        "at offset 5, field body: expected the end, found 1 more bytes"
    );
    assert_eq!(misread(&bytes![4], choices::Choices::decode), "at offset 0, field kind: expected a kind, found 4");
}

#[test]
fn values_are_computed() {
    let bytes = bytes![2, -1, -1, -1, -7, 0xf0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 0, 4, 7, -1, -2, 8, 9];
    let mut r = cqlite_runtime::Reader::new(&bytes);
    let v = values::ValuesRef::read(&mut r).unwrap();
    assert_eq!((v.sum, v.halves, v.left, v.shifted, v.high), (2 - 14 - 1, -4, 3, 0x2e, 15));
    assert_eq!((v.both, v.choice, v.second, v.wide, v.is_there), (false, 30, 4 + 2, 3, true));
    let model = read(&bytes, values::Values::decode);
    assert_eq!(written(|w| model.encode(w)), bytes);
}

#[test]
fn elements_without_bytes_are_not_believed_to_be_any_number() {
    use crate::specs::empty_elements::{EmptyElements, EmptyElementsParams};
    let (none, some) = (EmptyElementsParams::new(false), EmptyElementsParams::new(true));
    let bytes = bytes![0, 0, 0, 9, 0, 0, 0, 200];
    let v = read(&bytes, |r| EmptyElements::decode(r, &none));
    assert_eq!((v.fixed.len(), v.free.len(), written(|w| v.encode(w, &none))), (9, 200, bytes));
    let walked = |bytes: &[u8]| {
        EmptyElements::walk(&mut Reader::new(bytes), &none, &mut crate::Leaves::default()).unwrap_err().to_string()
    };
    let bytes = bytes![0x7f, 0, 0, 0, 0, 0, 0, 2];
    let all = "expected 0 to 65568, found 2130706432";
    assert_eq!(misread(&bytes, |r| EmptyElements::decode(r, &none)), format!("at offset 4, field fixed: {all}"));
    assert_eq!(walked(&bytes), format!("at offset 4, field fixed: {all}"));
    let bytes = bytes![0, 0, 0, 0, 0x7f, 0, 0, 0];
    let all = "expected 0 to 65536, found 2130706432";
    assert_eq!(misread(&bytes, |r| EmptyElements::decode(r, &none)), format!("at offset 8, field free: {all}"));
    assert_eq!(walked(&bytes), format!("at offset 8, field free: {all}"));
    assert_eq!(
        misread(&[0x7f, 0, 0, 0, 1], |r| EmptyElements::decode(r, &some)),
        "at offset 4, field fixed: expected 2130706432 bytes, found 1"
    );
}

#[test]
fn numbers_are_compared_as_what_they_are() {
    use crate::specs::signs::{Signs, SignsRef};
    // What 64 bits with sign do not hold, beside what is negative.
    let bytes = [vec![255; 16], bytes![1, 2, 3, 4, 5], vec![254; 8]].concat();
    let v = read(&bytes, Signs::decode);
    assert_eq!((v.above, v.between, v.ordered, v.high, v.told.x), (Some(1), Some(2), Some(3), Some(4), Some(5)));
    assert_eq!((v.most, written(|w| v.encode(w))), (Some(0xfefe_fefe_fefe_fefe), bytes.clone()));
    let head = SignsRef::read(&mut Reader::new(&bytes)).unwrap();
    assert_eq!((head.top, head.larger, head.lower), (15, u64::MAX, u64::MAX - 59));
    let mut leaves = crate::Leaves::default();
    Signs::walk(&mut Reader::new(&bytes), &mut leaves).unwrap();
    assert_eq!(leaves.end(), bytes.len() as u64);
    // The number itself, and one more than it.
    let bytes = bytes![0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 9];
    let v = read(&bytes, Signs::decode);
    assert_eq!((v.above, v.between, v.ordered, v.high, v.told.x), (None, None, None, None, None));
    let mut leaves = crate::Leaves::default();
    Signs::walk(&mut Reader::new(&bytes), &mut leaves).unwrap();
    assert_eq!((leaves.end(), written(|w| v.encode(w))), (bytes.len() as u64, bytes));
    let one = bytes![0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 9];
    assert_eq!(misread(&one, Signs::decode), "at offset 0, field big: expected a value within its range, found 1");
}

#[test]
fn valid_holds_when_reading_and_writing() {
    let bytes = bytes![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 3, 2];
    let v = read(&bytes, values::Values::decode);
    let with = |at: usize, new: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = new;
        bytes
    };
    assert_eq!(
        misread(&with(17, 8), values::Values::decode),
        "at offset 17, field one: expected the one value it may have, found 8"
    );
    assert_eq!(
        misread(&with(19, 4), values::Values::decode),
        "at offset 18, field small: expected a value within its range, found 4"
    );
    assert_eq!(
        misread(&with(20, 3), values::Values::decode),
        "at offset 20, field even: expected a valid value, found 3"
    );
    let one = values::Values { one: 8, ..v.clone() };
    assert_eq!(unwritten(|w| one.encode(w)), "field one of values: expected the one value it may have");
    let small = values::Values { small: -4, ..v.clone() };
    assert_eq!(unwritten(|w| small.encode(w)), "field small of values: expected a value within its range");
    let even = values::Values { even: 1, ..v.clone() };
    assert_eq!(unwritten(|w| even.encode(w)), "field even of values: expected a valid value");
    let some = values::Values { some: Some(1), ..v.clone() };
    assert_eq!(unwritten(|w| some.encode(w)), "field some of values: a value is given where none can be written");
    let none = values::Values { a: 2, ..v.clone() };
    assert_eq!(unwritten(|w| none.encode(w)), "field some of values: the value is missing");
    let items = values::Values { items: vec![1], ..v };
    assert_eq!(unwritten(|w| items.encode(w)), "field items of values: length 1 where 2 is needed");
}

#[test]
fn values_under_a_condition_are_not_computed_where_it_does_not_hold() {
    use crate::specs::unasked::*;
    let none = read(&[0, 9], Unasked::decode);
    assert_eq!((none.first, none.far, none.last), (None, None, 9));
    UnaskedRef::read(&mut cqlite_runtime::Reader::new(&[0, 9])).unwrap();
    let bytes = bytes![4, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 9];
    let some = read(&bytes, Unasked::decode);
    assert_eq!(
        (some.first, some.second, some.far, some.also_far),
        (Some(vec![1, 2]), Some(vec![3, 4]), Some(8), Some(9))
    );
    for bytes in [vec![0, 9], bytes] {
        assert_eq!(written(|w| read(&bytes, Unasked::decode).encode(w)), bytes);
    }
}

#[test]
fn numbers_that_leave_their_bounds_are_errors() {
    use crate::specs::bounds::*;
    let decode = |given: i64, small: i8, large: i64| {
        let mut bytes = vec![small as u8];
        bytes.extend(large.to_be_bytes());
        bytes.extend([1; 9]);
        let cx = BoundsParams::new(given);
        Bounds::decode(&mut cqlite_runtime::Reader::new(&bytes), &cx).map_err(|e| e.to_string())
    };
    let leaves = |e: Result<Bounds, String>, field: &str| {
        let e = e.unwrap_err();
        assert!(e.contains("64 bits") && e.contains(&format!("field {field}:")), "{e}");
    };
    assert_eq!(decode(3, 2, 3).unwrap().masked, Some(1));
    leaves(decode(3, -1, i64::MAX / 2), "masked");
    leaves(decode(3, -128, 0), "opposite");
    leaves(decode(3, 127, 0), "square");
    leaves(decode(3, -2, i64::MIN), "masked");
    leaves(decode(i64::MAX, 1, 1), "twice");
    leaves(decode(3, 0, i64::MAX), "low.twice");
}

#[test]
fn what_is_derived_is_valid_when_written() {
    use crate::specs::valid::*;
    let some =
        Valid { has_len: true, is_odd: true, unknown_has: 0, base: 1, sum: 3, data: Some(vec![7]), tail: Empty {} };
    let bytes = written(|w| some.encode(w));
    assert_eq!(read(&bytes, Valid::decode), some);
    let invalid = |change: fn(&mut Valid)| {
        let mut v = some.clone();
        change(&mut v);
        let error = unwritten(|w| v.encode(w));
        error.strip_suffix(" a valid value").or(error.strip_suffix(" a value within its range")).unwrap().to_owned()
    };
    assert_eq!(invalid(|v| v.data = Some(vec![1, 2])), "field ofs of valid: expected");
    assert_eq!(invalid(|v| v.data = Some(vec![1, 2, 3, 4])), "field len of valid: expected");
    assert_eq!(invalid(|v| (v.has_len, v.data) = (false, None)), "field has of valid: expected");
    assert_eq!(invalid(|v| v.sum = 0), "field delta of valid: expected");
}

//! What models say of themselves besides their fields.

use cqlite_runtime::Reader;

use crate::specs::model_values::{ModelValues, ModelValuesParams, ModelValuesRef, Part};
use crate::specs::release::Release;
use crate::{bytes, read, written};

#[test]
fn a_model_says_what_its_fields_tell() {
    let cx = ModelValuesParams::new(Release::find("ab").unwrap(), 3);
    let bytes = bytes![5, 2, 8, 9, 7, 1, 12];
    let model = read(&bytes, |r| ModelValues::decode(r, &cx));
    let head = ModelValuesRef::read(&mut Reader::new(&bytes), &cx).unwrap();
    assert_eq!((model.has_more(), head.has_more), (true, true));
    assert_eq!((model.twice(), head.twice), (10, 10));
    assert_eq!((model.sum(), head.sum), (Ok(17), 17));
    assert_eq!((model.of_part(), head.of_part), (true, true));
    assert_eq!((model.num_bytes(), head.num_bytes), (2, 2));
    assert_eq!(written(|w| model.encode(w, &cx)), bytes);
}

#[test]
fn a_value_that_may_be_missing_is_an_error_and_one_with_a_condition_is_optional() {
    let model = ModelValues { n: 2, more: Some(4), ..Default::default() };
    assert_eq!(model.more_or_none(), Ok(Some(5)));
    let without = ModelValues { n: 1, more: None, ..Default::default() };
    assert_eq!(without.more_or_none(), Ok(None));
    let error = without.sum().unwrap_err().to_string();
    assert_eq!(error, "model_values: a field that is needed is absent");
}

#[test]
fn a_method_is_told_what_the_model_does_not_know() {
    let (old, new) = (Release::find("aa").unwrap(), Release::find("ab").unwrap());
    let model = ModelValues { n: 4, part: Part { level: 12, ..Default::default() }, ..Default::default() };
    // The version alone, or with other parameters all that the file's type is told.
    assert_eq!((model.by_version(old), model.by_version(new)), (0, 4));
    let within = |limit| model.by_limit(&ModelValuesParams::new(new, limit));
    assert_eq!((within(3), within(4)), (true, false));
    let part = &model.part;
    assert_eq!((part.is_high_first(true), part.is_high_first(false)), (true, false));
    assert_eq!((part.is_new(new), part.is_within(&ModelValuesParams::new(new, 13))), (false, true));
}

#[test]
fn parts_are_found_by_their_kinds() {
    use crate::specs::kinds::{Entry, EntryBody, Kinds, Number, PartKind, Text};
    let number = |kind, n| Entry { kind, body: EntryBody::Number(Box::new(Number { n, wide: 0 })) };
    let text = Entry { kind: PartKind::Named, body: EntryBody::Text(Box::new(Text { s: "me".to_owned() })) };
    let mut model = Kinds { toc: vec![text, number(PartKind::Large, 7), number(PartKind::Large, 8)] };
    // Two kinds of one type are told apart.
    assert_eq!((model.small(), model.large().map(|l| l.n)), (None, Some(7)));
    assert_eq!(model.named().map(|t| t.s.as_str()), Some("me"));
    assert_eq!((model.toc[1].large().map(|l| l.n), model.toc[1].small(), model.toc[1].named()), (Some(7), None, None));
    model.large_mut().unwrap().n = 9;
    model.toc[0].named_mut().unwrap().s.push('!');
    assert_eq!((model.large().unwrap().n, &*model.named().unwrap().s), (9, "me!"));
}

#[test]
fn a_head_reads_the_part_that_is_asked_for_and_no_other() {
    use crate::specs::kinds::{KindsParams, KindsRef};
    let cx = KindsParams::new(Release::find("ab").unwrap());
    // The first part is cut off, the second one is not.
    let bytes = bytes![3, 1, 7, 2, 8, 0, 10, 5, 'm', 'e', 6, 1];
    let head = KindsRef::read(&mut Reader::new(&bytes), &cx).unwrap();
    assert_eq!(head.named().unwrap().unwrap().s, "me");
    assert_eq!(head.small().unwrap().map(|s| (s.n, s.wide)), Some((6, 1)));
    let error = head.large().unwrap_err().to_string();
    assert_eq!(error, "at offset 8, field toc[0].body.wide: expected 1 bytes, found 0");
    let two = bytes![1, 2, 3];
    let head = KindsRef::read(&mut Reader::new(&two), &cx).unwrap();
    assert_eq!(head.large().unwrap(), None);
}

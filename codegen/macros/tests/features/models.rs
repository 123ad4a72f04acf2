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

//! Specifications that the generator once got wrong.

use crate::specs::*;
use crate::{bytes, misread, read, unwritten, written};

#[test]
fn a_chain_of_values_is_short() {
    let v = read(&bytes![1, 7], blowup::Blowup::decode);
    assert_eq!((v.a, v.b), (1, Some(7)));
    assert_eq!(written(|w| v.encode(w)), bytes![1, 7]);
}

#[test]
fn casts_do_not_cut_numbers() {
    let v = read(&bytes![0, 0, 0, 0, 0, 0, 0, 0, 9], cast_trunc::CastTrunc::decode);
    assert_eq!(v.a, Some(9));
    let error = misread(&bytes![0, 0, 0, 0, 0, 0, 1, 0], cast_trunc::CastTrunc::decode);
    assert!(error.contains("expected numbers within 64 bits"), "{error}");
}

#[test]
fn arrays_under_a_condition_are_read_by_index() {
    let narrow = bytes![2, 0, 1, 0, 2, 'a', 'b', 'c'];
    let v = read(&narrow, cond_array_children::CondArrayChildren::decode);
    assert_eq!((&v.wide, &v.narrow), (&None, &Some(vec![1, 2])));
    assert_eq!(v.items[1].data, b"bc");
    assert_eq!(written(|w| v.encode(w)), narrow);
    let wide = bytes![4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 'a', 'b', 'c'];
    let v = read(&wide, cond_array_children::CondArrayChildren::decode);
    assert_eq!(v.wide.as_deref(), Some(&[1, 0, 0, 2][..]));
    assert_eq!(written(|w| v.encode(w)), wide);
}

#[test]
fn checksums_may_be_stored_in_eight_bytes() {
    let mut v = read(&bytes![0, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x44, 0xdf, 0x1c], crc_whole_file::CrcWholeFile::decode);
    v.items.push(crc_whole_file::Item { data: vec![1] });
    v.head = 1;
    let bytes = written(|w| v.encode(w));
    assert_eq!(bytes.len(), 4 + 3 + 8);
    assert_eq!(bytes[7..11], [0; 4]);
    assert_eq!(read(&bytes, crc_whole_file::CrcWholeFile::decode), v);
    let mut other = bytes.clone();
    other[6] ^= 1;
    assert!(
        misread(&other, crc_whole_file::CrcWholeFile::decode).starts_with("at offset 7, field crc: stored checksum")
    );
}

#[test]
fn types_of_one_width_may_have_parameters() {
    let long = bytes![3, 1, 0, 0, 0, 0, 0, 0, 0, 2];
    let v = read(&long, fixed_once::FixedOnce::decode);
    assert_eq!((v.a.x, v.a.y), (1, Some(2)));
    assert_eq!(written(|w| v.encode(w)), long);
    let head = fixed_once::FixedOnceRef::read(&mut cqlite_runtime::Reader::new(&[1, 5])).unwrap();
    assert_eq!((head.a.x, head.a.y), (5, None));
}

#[test]
fn parameters_may_have_any_name() {
    let cx = param_marker::ParamMarkerParams::new(1);
    assert_eq!(read(&[4], |r| param_marker::ParamMarker::decode(r, &cx)).a, Some(4));
    let cx = root_fixed_param::RootFixedParamParams::new(0);
    assert_eq!(read(&[], |r| root_fixed_param::RootFixedParam::decode(r, &cx)).a, None);
}

#[test]
fn bits_under_a_condition_are_kept() {
    let bytes = bytes![1, 0x81];
    let v = read(&bytes, stored_bit_cond::StoredBitCond::decode);
    assert_eq!((v.hot, v.unknown_flags), (true, Some(0x80)));
    assert_eq!(written(|w| v.encode(w)), bytes);
    let none = read(&[0], stored_bit_cond::StoredBitCond::decode);
    assert_eq!((none.hot, none.unknown_flags), (false, None));
    let lost = stored_bit_cond::StoredBitCond { hot: true, ..none };
    assert_eq!(unwritten(|w| lost.encode(w)), "field flags of stored_bit_cond: the version has no place for the value");
}

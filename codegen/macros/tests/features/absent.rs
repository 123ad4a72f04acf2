//! What stands for a field: each kind of `-absent`, where the oldest version, one in the middle, the newest, or a format lacks the field.

use cqlite_runtime::push::PushError;
use cqlite_runtime::Reader;

use crate::specs::absences::*;
use crate::specs::release::Release;
use crate::{read, unwritten, written};

const ALL: [&str; 4] = ["aa", "ab", "ba", "ca"];

/// The versions that lack the fields of each group, in the order of the groups.
const LACKING: [&str; 4] = ["aa", "ab", "ba", "ca"];

const BASE: u8 = 5;

fn cx(letters: &str) -> AbsencesParams<'static> {
    AbsencesParams::new(Release::find(letters).unwrap())
}

/// An entry as a version stores it, with the values that the fields of a group have, in their order. (Two groups have a field of `none`.)
fn stored(letters: &str, none: u8, values: &[u8; 8]) -> Vec<u8> {
    let mut out = vec![BASE];
    for (i, _) in LACKING.into_iter().enumerate().filter(|x| x.1 != letters) {
        out.extend((i == 0 || i == 3).then_some(none));
        out.extend(values);
    }
    out
}

/// What the fields of each group are to readers.
type Group<'v> = (Option<Option<u8>>, u16, u64, &'v [u8], Kind, u8);

fn groups(e: &Entry) -> [Group<'_>; 4] {
    [
        (Some(e.old_none), e.old_number, e.old_vint, &e.old_data, e.old_kind, e.old_other),
        (None, e.gap_number, e.gap_vint, &e.gap_data, e.gap_kind, e.gap_other),
        (None, e.new_number, e.new_vint, &e.new_data, e.new_kind, e.new_other),
        (Some(e.big_none), e.big_number, e.big_vint, &e.big_data, e.big_kind, e.big_other),
    ]
}

fn replayed(bytes: &[u8], from: &str, to: &str) -> Result<Vec<u8>, PushError> {
    let mut replay = AbsencesReplay::<_, PushError>::new(AbsencesEncoder::new(Vec::new(), cx(to), 0));
    Absences::visit(&mut Reader::new(bytes), &cx(from), &mut replay)?;
    replay.to.finish()
}

/// 300 is two bytes as a vint.
const STANDING: [u8; 8] = [1, 2, 0x81, 0x2c, b'h', b'i', 1, BASE];
const OTHERS: [u8; 8] = [9, 9, 0x80, 0x80, b'n', b'o', 0, 7];

#[test]
fn readers_get_it_where_the_version_lacks_the_field() {
    for letters in ALL {
        let bytes = stored(letters, 3, &OTHERS);
        let all = read(&bytes, |r| Absences::decode(r, &cx(letters)));
        for (lacking, (none, number, vint, data, kind, other)) in LACKING.into_iter().zip(groups(&all.entries[0])) {
            let (of_none, rest) = match lacking == letters {
                true => (None, (258, 300, &b"hi"[..], Kind::B, BASE)),
                false => (Some(3), (0x909, 128, &b"no"[..], Kind::A, 7)),
            };
            assert_eq!((number, vint, data, kind, other), rest, "{letters}, {lacking}");
            assert!(none.is_none_or(|none| none == of_none), "{letters}, {lacking}: {none:?}");
        }
        assert_eq!(written(|w| all.encode(w, &cx(letters))), bytes, "{letters}");
        assert_eq!(replayed(&bytes, letters, letters).unwrap(), bytes, "{letters}");
    }
}

#[test]
fn writers_leave_out_nothing_but_what_stands_for_the_field() {
    for (from, to) in ALL.into_iter().flat_map(|from| ALL.map(|to| (from, to))).filter(|(from, to)| from != to) {
        let named = format!("{from} to {to}");
        // What every field is where it is not stored; of a field that may be none, nothing can be said in all versions.
        let model = read(&stored(from, 3, &STANDING), |r| Absences::decode(r, &cx(from)));
        let mut fitting = model.clone();
        let e = &mut fitting.entries[0];
        (e.old_none, e.big_none) = ((to != "aa").then_some(3), (to != "ca").then_some(3));
        assert_eq!(written(|w| fitting.encode(w, &cx(to))), stored(to, 3, &STANDING), "{named}");
        if [from, to].iter().all(|letters| !["aa", "ca"].contains(letters)) {
            let bytes = stored(to, 3, &STANDING);
            assert_eq!(written(|w| model.encode(w, &cx(to))), bytes, "{named}");
            assert_eq!(replayed(&stored(from, 3, &STANDING), from, to).unwrap(), bytes, "{named}");
        }
        // Any other value would be lost, and what is stored is missing.
        let group = ["old", "gap", "new", "big"][LACKING.iter().position(|l| *l == to).unwrap()];
        let lost = format!("field {group}_");
        for (at, byte) in [(1, 1), (3, 0x2d), (5, b'o'), (6, 0), (7, 7)] {
            let mut values = STANDING;
            values[at] = byte;
            let bytes = stored(from, 3, &values);
            let mut other = read(&bytes, |r| Absences::decode(r, &cx(from)));
            let e = &mut other.entries[0];
            (e.old_none, e.big_none) = ((to != "aa").then_some(3), (to != "ca").then_some(3));
            let said = unwritten(|w| other.encode(w, &cx(to)));
            assert!(said.starts_with(&lost) && said.ends_with("no place for the value"), "{named}: {said}");
            let said = replayed(&bytes, from, to).unwrap_err().to_string();
            assert!(said.contains("field "), "{named}: {said}");
        }
        let error = match (from, to) {
            (_, "aa") => Some(("old_none", "a value is given where none can be written")),
            ("aa", _) => Some(("old_none", "the value is missing")),
            (_, "ca") => Some(("big_none", "a value is given where none can be written")),
            ("ca", _) => Some(("big_none", "the value is missing")),
            _ => None,
        };
        if let Some((field, what)) = error {
            let expected = format!("field {field} of entry: {what}");
            assert_eq!(unwritten(|w| model.encode(w, &cx(to))), expected, "{named}");
            let said = replayed(&stored(from, 3, &STANDING), from, to).unwrap_err().to_string();
            assert!(said.contains(&expected), "{named}: {said}");
        }
    }
}

#[test]
fn a_constructor_takes_what_it_took_before_a_version_lost_it() {
    use crate::specs::kept_new::*;
    let model = KeptNew::new(Inner::new(Kind::A));
    assert_eq!(model, KeptNew { inner: Inner { kind: Kind::A, later: Kind::B, number: 0 }, rest: 0 });
    assert_eq!(KeptNew::default().inner.kind, Kind::B);
    let bytes = |letters: &str| written(|w| model.encode(w, &KeptNewParams::new(Release::find(letters).unwrap())));
    assert_eq!((bytes("aa"), bytes("ab")), (vec![0, 0, 0], vec![0, 1, 0, 0]));
}

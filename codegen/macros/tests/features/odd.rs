//! Random bytes of specifications that combine much: what can be read is written back, and all ways over it go equally far.

use cqlite_runtime::{Buffer, Reader, Sink as _};

use crate::specs::release::Release;
use crate::Leaves;

/// Bytes of which many are small: counts, lengths and cases are often met.
fn random(seed: &mut u64, most: u64) -> Vec<u8> {
    let mut next = || {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        *seed
    };
    let len = next() % most;
    (0..len).map(|_| if next() % 4 == 0 { next() as u8 } else { (next() % 6) as u8 }).collect()
}

/// Reads each of many random values in every way there is. `$exact`: whether one value has one form only, so that it is
/// written as it was.
macro_rules! there_and_back {
    ($module:ident :: $ty:ident, $head:ident, $exact:expr, $($cx:expr)?) => {{
        use crate::specs::$module::{$head, $ty};
        let (mut seed, mut read) = (88_172_645_463_325_252u64, 0);
        for _ in 0..20_000 {
            let bytes = random(&mut seed, 40);
            let mut r = Reader::new(&bytes);
            let Ok(value) = $ty::decode(&mut r $(, $cx)?) else { continue };
            read += 1;
            let mut w = Buffer::default();
            value.encode(&mut w $(, $cx)?).unwrap_or_else(|e| panic!("{e}: {value:?}"));
            if $exact {
                assert_eq!(w.as_bytes(), &bytes[..r.pos() as usize], "{value:?}");
            }
            assert_eq!($ty::decode(&mut Reader::new(w.as_bytes()) $(, $cx)?).unwrap(), value);
            assert_eq!(cqlite_runtime::Counter::count(|w| value.encode(w $(, $cx)?)).unwrap(), w.pos());
            let (mut headed, mut walked, mut leaves) = (Reader::new(&bytes), Reader::new(&bytes), Leaves::default());
            $head::read(&mut headed $(, $cx)?).unwrap();
            $ty::walk(&mut walked, $($cx,)? &mut leaves).unwrap();
            assert_eq!((walked.pos(), leaves.end()), (r.pos(), r.pos()), "{value:?}");
            assert!(headed.pos() <= r.pos(), "{value:?}");
        }
        assert!(read > 0, "nothing could be read");
    }};
}

#[test]
fn a_field_in_three_layouts() {
    for letters in ["aa", "ab", "ba", "ca"] {
        let cx = crate::specs::three_layouts::ThreeLayoutsParams::new(Release::find(letters).unwrap());
        there_and_back!(three_layouts::ThreeLayouts, ThreeLayoutsRef, letters == "aa", &cx);
    }
}

#[test]
fn lists_of_other_things_than_numbers() {
    there_and_back!(bool_list::BoolList, BoolListRef, false,);
}

#[test]
fn bits_that_nothing_names_are_kept() {
    use crate::specs::flags_everywhere::*;
    for letters in ["aa", "ab"] {
        let cx = FlagsEverywhereParams::new(Release::find(letters).unwrap());
        there_and_back!(flags_everywhere::FlagsEverywhere, FlagsEverywhereRef, true, &cx);
        let bytes = [0xff, 0xfe, 0xfe, 0x7f, 0, 0, 0, 0, 0, 0, 1, 9, 0, 0, 0, 0xef, 0xf0, 0, 0, 0x10];
        let all = crate::read(&bytes, |r| FlagsEverywhere::decode(r, &cx));
        let f1 = if letters == "aa" { 0xfc } else { 0xf4 };
        assert_eq!((all.a, all.nu, all.unknown_f1, all.unknown_f2), (true, letters == "ab", f1, Some(0xfefe)));
        assert_eq!((all.b, all.top, all.unknown_f8), (false, false, 0x7f00_0000_0000_0001));
        assert_eq!((all.sub[0].unknown_fs, all.sub[1].unknown_fs), (0xef, 0xf000_0000));
        let head = FlagsEverywhereRef::read(&mut Reader::new(&bytes), &cx).unwrap();
        assert_eq!((head.unknown_f1(), head.unknown_f2(), head.unknown_f8()), (f1, 0xfefe, all.unknown_f8));
        // The tree shows the whole number.
        let mut leaves = Leaves::default();
        FlagsEverywhere::walk(&mut Reader::new(&bytes), &cx, &mut leaves).unwrap();
        assert_eq!(leaves.0[..2], [("f1", 1), ("f2", 2)]);
    }
}

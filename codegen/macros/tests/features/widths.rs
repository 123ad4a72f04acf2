//! `_sizeof` and `sizeof`.

use cqlite_runtime::checksum::Algorithm::Crc32;

use crate::specs::release::Release;
use crate::specs::widths::*;
use crate::{read, written};

#[test]
fn a_width_is_that_of_the_version() {
    let sum = Crc32.of(b"head", 0);
    for letters in ["aa", "ab", "ba"] {
        let cx = WidthsParams::new(Release::find(letters).unwrap());
        let crc = if letters == "ba" { sum.to_be_bytes().to_vec() } else { (sum as u32).to_be_bytes().to_vec() };
        let end: &[u8] = if letters == "aa" { &[] } else { &[1, 2, 0, 0, 0] };
        let bytes = [&b"head"[..], &[0, 1, 0, 2], &crc, end, b"end"].concat();
        let v = read(&bytes, |r| Widths::decode(r, &cx));
        assert_eq!((v.head.as_slice(), v.sums.as_slice(), v.tail.as_slice()), (&b"head"[..], &[1, 2][..], &b"end"[..]));
        assert_eq!(written(|w| v.encode(w, &cx)), bytes, "{letters}");
        let v = Release::find(letters).unwrap();
        assert_eq!((Widths::len_pair(v), Widths::len_number(v), Widths::len_x(v)), (5, 2, 1));
    }
}

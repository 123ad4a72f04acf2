//! UUIDs in their usual form.

use crate::words::{all, put_words};

/// The hexadecimal digits of four bytes, the first one the lowest byte.
#[inline(always)]
fn hex8(bytes: [u8; 4]) -> u64 {
    let value = u64::from(u32::from_le_bytes(bytes));
    let pairs = (value | value << 16) & 0x0000_ffff_0000_ffff;
    let bytes = (pairs | pairs << 8) & 0x00ff_00ff_00ff_00ff;
    let nibbles = (bytes >> 4 | bytes << 8) & all(0x0f);
    let letters = (nibbles + all(6)) >> 4 & all(1);
    nibbles + all(b'0') + letters * u64::from(b'a' - b'0' - 10)
}

/// Appends a UUID in its usual form.
#[inline]
pub fn put(bytes: [u8; 16], out: &mut Vec<u8>) {
    const DASH: u64 = b'-' as u64;
    let part = |at: usize| hex8([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let (a, b, c, d) = (part(0), part(4), part(8), part(12));
    let words = [
        a,
        DASH | (b & 0xffff_ffff) << 8 | DASH << 40 | b >> 32 << 48,
        b >> 48 | DASH << 16 | (c & 0xffff_ffff) << 24 | DASH << 56,
        c >> 32 | d << 32,
        d >> 32,
    ];
    put_words(words, 36, out);
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn uuids_have_their_usual_form() {
        let mut out = Vec::new();
        put(*b"\x2d\xa1\xca\x1c\xe5\x85\x11\xf1\x9c\x3c\xed\xc3\x92\x01\x8c\x96", &mut out);
        assert_eq!(out, b"2da1ca1c-e585-11f1-9c3c-edc392018c96");
    }
}

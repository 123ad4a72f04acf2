//! Appending short texts fast.
//!
//! A copy of a known length is a few instructions, one of an unknown length a call. Short texts are therefore copied with what
//! happens to stand behind them, which is cut off again.

use cqlite_runtime::marshal::{MarshalType, NativeType};

/// A text that is copied often.
pub(crate) struct Piece {
    head: [u8; Piece::SHORT],
    len: usize,
    /// All of it, if it is longer.
    whole: Box<[u8]>,
}

impl Piece {
    const SHORT: usize = 64;

    pub(crate) fn new(text: &[u8]) -> Self {
        let mut head = [0; Self::SHORT];
        let whole = match head.get_mut(..text.len()) {
            Some(head) => {
                head.copy_from_slice(text);
                Box::default()
            }
            None => text.into(),
        };
        Piece { head, len: text.len(), whole }
    }

    /// Appends it.
    #[inline(always)]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        if self.len <= Self::SHORT {
            put_part(&self.head, self.len, out);
        } else {
            out.extend_from_slice(&self.whole);
        }
    }
}

/// Appends the first `len` bytes of an array.
#[inline(always)]
pub(crate) fn put_part<const N: usize>(text: &[u8; N], len: usize, out: &mut Vec<u8>) {
    let end = out.len() + len;
    out.extend_from_slice(text);
    out.truncate(end);
}

/// Appends a whole number in decimal.
#[inline]
pub(crate) fn put_number(value: u64, out: &mut Vec<u8>) {
    let mut text = [0; 20];
    let len = digits(value);
    let mut rest = value;
    let mut at = len;
    while at > 1 {
        let pair = (rest % 100) as usize * 2;
        rest /= 100;
        text[at - 2] = PAIRS[pair];
        text[at - 1] = PAIRS[pair + 1];
        at -= 2;
    }
    if at == 1 {
        text[0] = b'0' + rest as u8;
    }
    put_part(&text, len, out);
}

/// The same of a number with a sign.
#[inline]
pub(crate) fn put_signed(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    put_number(value.unsigned_abs(), out);
}

/// How many decimal digits a number has.
#[inline]
fn digits(value: u64) -> usize {
    value.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// The numbers below 100, two digits each.
pub(crate) const PAIRS: [u8; 200] = {
    let mut pairs = [0; 200];
    let mut i = 0;
    while i < 100 {
        pairs[2 * i] = b'0' + (i / 10) as u8;
        pairs[2 * i + 1] = b'0' + (i % 10) as u8;
        i += 1;
    }
    pairs
};

/// Appends a text, if it is ASCII without a character that JSON escapes; else does nothing.
#[inline]
pub(crate) fn put_plain(text: &[u8], out: &mut Vec<u8>) -> bool {
    let plain = is_plain(text);
    if plain {
        out.extend_from_slice(text);
    }
    plain
}

/// Whether a text is ASCII without quotes, backslashes and control characters.
///
/// Many bytes at a time: the loops over whole chunks become vector instructions, the last chunk may overlap the one before.
#[inline]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        let mut found = [0; 32];
        let mut rest = text;
        while let Some((chunk, tail)) = rest.split_first_chunk() {
            collect(&mut found, chunk);
            rest = tail;
        }
        collect(&mut found, last);
        return found == [0; 32];
    }
    if let Some(last) = text.last_chunk() {
        let mut found = special(*last);
        let mut rest = text;
        while let Some((chunk, tail)) = rest.split_first_chunk() {
            found |= special(*chunk);
            rest = tail;
        }
        return found == 0;
    }
    text.iter().all(|byte| (0x20..0x80).contains(byte) && *byte != b'"' && *byte != b'\\')
}

#[inline(always)]
fn collect(found: &mut [u8; 32], chunk: &[u8; 32]) {
    for (found, byte) in found.iter_mut().zip(chunk) {
        *found |= u8::from(byte.wrapping_sub(0x20) >= 0x60) | u8::from(*byte == b'"') | u8::from(*byte == b'\\');
    }
}

/// Not 0 if one of eight bytes is special. A borrow from one byte to the next needs a special one below.
#[inline(always)]
fn special(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let word = u64::from_le_bytes(bytes);
    let equals = |byte: u8| (word ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
    (word | word.wrapping_sub(ONES * 0x20) | equals(b'"') | equals(b'\\')) & (ONES << 7)
}

/// A type whose values are written without a detour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fast {
    Text,
    Int,
    Long,
    TimeUuid,
    Other,
}

impl Fast {
    pub(crate) fn of(ty: &MarshalType) -> Self {
        match ty.unreversed() {
            MarshalType::Native(NativeType::Utf8 | NativeType::Ascii) => Fast::Text,
            MarshalType::Native(NativeType::Int32) => Fast::Int,
            MarshalType::Native(NativeType::Long) => Fast::Long,
            MarshalType::Native(NativeType::TimeUuid) => Fast::TimeUuid,
            _ => Fast::Other,
        }
    }

    /// Appends the text of a value, as it stands in a JSON string, if it is one of the usual ones; else does nothing.
    #[inline(always)]
    pub(crate) fn put(self, bytes: &[u8], out: &mut Vec<u8>) -> bool {
        match self {
            Fast::Text => put_plain(bytes, out),
            Fast::Int => match <[u8; 4]>::try_from(bytes) {
                Ok(bytes) => {
                    put_signed(i64::from(i32::from_be_bytes(bytes)), out);
                    true
                }
                Err(_) => false,
            },
            Fast::Long => match <[u8; 8]>::try_from(bytes) {
                Ok(bytes) => {
                    put_signed(i64::from_be_bytes(bytes), out);
                    true
                }
                Err(_) => false,
            },
            Fast::TimeUuid => match <[u8; 16]>::try_from(bytes) {
                Ok(bytes) if bytes[6] >> 4 == 1 => {
                    put_uuid(bytes, out);
                    true
                }
                _ => false,
            },
            Fast::Other => false,
        }
    }
}

/// Appends a UUID in its usual form.
fn put_uuid(bytes: [u8; 16], out: &mut Vec<u8>) {
    let mut text = [b'-'; 36];
    let places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
    for (byte, at) in bytes.into_iter().zip(places) {
        let pair = HEX_PAIRS[usize::from(byte)];
        text[at] = pair[0];
        text[at + 1] = pair[1];
    }
    out.extend_from_slice(&text);
}

/// The bytes as two hexadecimal digits each.
const HEX_PAIRS: [[u8; 2]; 256] = {
    let digits = b"0123456789abcdef";
    let mut pairs = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        pairs[i] = [digits[i >> 4], digits[i & 15]];
        i += 1;
    }
    pairs
};

#[cfg(test)]
mod tests {
    use super::{is_plain, put_number, put_signed, put_uuid, Piece};

    #[test]
    fn numbers_are_decimal() {
        let mut edges: Vec<u64> = (0..20).map(|n| 10u64.pow(n)).flat_map(|n| [n - 1, n, n + 1]).collect();
        edges.extend([u64::MAX, u64::MAX - 1, i64::MAX as u64]);
        for value in edges {
            let mut out = b"=".to_vec();
            put_number(value, &mut out);
            assert_eq!(out, format!("={value}").as_bytes());
            out.clear();
            put_signed(value as i64, &mut out);
            assert_eq!(out, (value as i64).to_string().as_bytes());
        }
    }

    #[test]
    fn pieces_of_any_length_are_whole() {
        for len in [0, 1, 63, 64, 65, 200] {
            let text = vec![b'x'; len];
            let mut out = b"=".to_vec();
            Piece::new(&text).put(&mut out);
            assert_eq!(out[1..], text);
        }
    }

    #[test]
    fn special_characters_are_found_anywhere() {
        for len in 0..70 {
            let mut text = vec![b'a'; len];
            assert!(is_plain(&text));
            for at in 0..len {
                for special in [b'"', b'\\', 0, 0x1f, 0x80, 0xff] {
                    text[at] = special;
                    assert!(!is_plain(&text));
                }
                for plain in [b' ', b'~', 0x7f, b'!', b'#', b'[', b']'] {
                    text[at] = plain;
                    assert!(is_plain(&text));
                }
                text[at] = b'a';
            }
        }
    }

    #[test]
    fn uuids_have_their_usual_form() {
        let mut out = Vec::new();
        put_uuid(*b"\x2d\xa1\xca\x1c\xe5\x85\x11\xf1\x9c\x3c\xed\xc3\x92\x01\x8c\x96", &mut out);
        assert_eq!(out, b"2da1ca1c-e585-11f1-9c3c-edc392018c96");
    }
}

//! Appending short texts fast.
//!
//! A copy of a known length is a few instructions, one of an unknown length a call. Short texts are therefore copied with what
//! happens to stand after them, which is cut off again.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::words::{all, put_part, put_signed, put_words};

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

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.head.get(..self.len).unwrap_or(&self.whole)
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

/// The hexadecimal digits of sixteen bytes; the loop becomes a few vector instructions.
#[inline(always)]
fn hex32(bytes: &[u8; 16]) -> [u8; 32] {
    let mut out = [0; 32];
    for (pair, byte) in out.chunks_exact_mut(2).zip(bytes) {
        let digit = |nibble: u8| nibble + if nibble > 9 { b'a' - 10 } else { b'0' };
        pair[0] = digit(byte >> 4);
        pair[1] = digit(byte & 15);
    }
    out
}

/// Appends bytes as hexadecimal digits.
#[inline]
pub(crate) fn put_hex(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(2 * bytes.len() + 32);
    let mut rest = bytes;
    while let Some((sixteen, tail)) = rest.split_first_chunk() {
        out.extend_from_slice(&hex32(sixteen));
        rest = tail;
    }
    if let Some(last) = bytes.last_chunk() {
        // Once more some of the digits that are there.
        out.truncate(out.len() + 2 * rest.len() - 32);
        out.extend_from_slice(&hex32(last));
        return;
    }
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    put_part(&hex32(&last), 2 * rest.len(), out);
}

/// Appends a UUID in its usual form.
#[inline]
fn put_uuid(bytes: [u8; 16], out: &mut Vec<u8>) {
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
    const ONES: u64 = all(1);
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
    Uuid,
    TimeUuid,
    /// Only as a value: a path has it without `0x`.
    Blob,
    /// The text is empty whatever the bytes are.
    Empty,
    Other,
}

impl Fast {
    pub(crate) fn of(ty: &MarshalType) -> Self {
        match ty.unreversed() {
            MarshalType::Native(NativeType::Utf8 | NativeType::Ascii) => Fast::Text,
            MarshalType::Native(NativeType::Int32) => Fast::Int,
            MarshalType::Native(NativeType::Long) => Fast::Long,
            MarshalType::Native(NativeType::Uuid) => Fast::Uuid,
            MarshalType::Native(NativeType::TimeUuid) => Fast::TimeUuid,
            MarshalType::Native(NativeType::Bytes) => Fast::Blob,
            MarshalType::Native(NativeType::Empty) => Fast::Empty,
            _ => Fast::Other,
        }
    }

    /// The same for the text of paths and keys (`getString`).
    pub(crate) fn of_text(ty: &MarshalType) -> Self {
        match Self::of(ty) {
            Fast::Blob => Fast::Other,
            fast => fast,
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
            Fast::Uuid | Fast::TimeUuid => match <[u8; 16]>::try_from(bytes) {
                Ok(bytes) if self == Fast::Uuid || bytes[6] >> 4 == 1 => {
                    put_uuid(bytes, out);
                    true
                }
                _ => false,
            },
            Fast::Blob => {
                out.extend_from_slice(b"0x");
                put_hex(bytes, out);
                true
            }
            Fast::Empty => true,
            Fast::Other => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, put_hex, put_uuid, Piece};

    #[test]
    fn bytes_have_two_digits_each() {
        let bytes: Vec<u8> = (0..=255).collect();
        for len in 0..bytes.len() {
            let mut out = Vec::new();
            put_hex(&bytes[..len], &mut out);
            let expected: String = bytes[..len].iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(out, expected.as_bytes());
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

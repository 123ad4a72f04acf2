//! Text that stands in a JSON string as it is.

use crate::words::all;

/// Appends a text, if it is ASCII without a character that JSON escapes; else does nothing.
#[inline]
pub fn put_plain(text: &[u8], out: &mut Vec<u8>) -> bool {
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
pub fn is_plain(text: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::is_plain;

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
}

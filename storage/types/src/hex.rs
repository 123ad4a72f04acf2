//! Bytes as hexadecimal digits.

use crate::words::put_part;

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

/// Appends bytes as lower-case hexadecimal digits.
#[inline]
pub fn put(bytes: &[u8], out: &mut Vec<u8>) {
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

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    let mut out = Vec::new();
    put(bytes, &mut out);
    out.into_iter().map(char::from).collect()
}

/// The bytes that an even number of hexadecimal digits stands for.
///
/// Reference: `Hex.hexToBytes`.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let nibble = |digit: u8| char::from(digit).to_digit(16).map(|n| n as u8);
    let digits = text.as_bytes();
    if digits.len() % 2 == 1 {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(pair[1])?)).collect()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn bytes_have_two_digits_each() {
        let bytes: Vec<u8> = (0..=255).collect();
        for len in 0..bytes.len() {
            let expected: String = bytes[..len].iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(text(&bytes[..len]), expected);
        }
    }
}

//! Reading the parts of a value.

use crate::{Result, ValueError};

/// The first `N` bytes; what follows is ignored, as Cassandra's accessors do.
pub(crate) fn head<const N: usize>(bytes: &[u8], ty: &'static str) -> Result<[u8; N]> {
    match bytes.first_chunk::<N>() {
        Some(head) => Ok(*head),
        None => Err(ValueError::Length { ty, found: bytes.len() }),
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn write_hex(bytes: &[u8], out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.reserve(bytes.len() * 2);
    out.extend(bytes.iter().flat_map(|&byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]));
}

/// The bytes that an even number of hexadecimal digits stands for.
///
/// Reference: `Hex.hexToBytes`.
pub(crate) fn read_hex(text: &str) -> Option<Vec<u8>> {
    let nibble = |digit: u8| char::from(digit).to_digit(16).map(|n| n as u8);
    let digits = text.as_bytes();
    if digits.len() % 2 == 1 {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(pair[1])?)).collect()
}

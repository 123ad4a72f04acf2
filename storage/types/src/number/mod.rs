//! Numbers in Java's text.

mod big;
mod decimal;
mod digits;
mod float;
mod fraction;

pub(crate) use decimal::{compare_decimals, parse_decimal, split as split_decimal, write_decimal, write_scaled};
pub(crate) use float::{write_f32, write_f64};

use num_bigint::BigInt;

use crate::{Result, ValueError};

/// An integer in decimal.
#[inline]
pub(crate) fn write_int(value: impl itoa::Integer, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// A `varint`: a signed integer of any number of bytes, at least one.
pub(crate) fn write_varint(bytes: &[u8], out: &mut Vec<u8>) {
    match small_varint(bytes) {
        Some(value) => match i64::try_from(value) {
            Ok(small) => write_int(small, out),
            Err(_) => write_int(value, out),
        },
        None => out.extend_from_slice(BigInt::from_signed_bytes_be(bytes).to_string().as_bytes()),
    }
}

/// The value of a `varint` of up to 16 bytes.
pub(crate) fn small_varint(bytes: &[u8]) -> Option<i128> {
    if bytes.len() > 16 {
        return None;
    }
    let sign = if bytes.first().is_some_and(|&byte| byte >= 0x80) { -1 } else { 0 };
    Some(bytes.iter().fold(sign, |value, &byte| value << 8 | i128::from(byte)))
}

/// The bytes of an integer in decimal, with an optional sign (`new BigInteger(String)`).
pub(crate) fn parse_varint(text: &str, ty: &'static str) -> Result<Vec<u8>> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ValueError::Text { ty });
    }
    match text.parse::<BigInt>() {
        Ok(value) => Ok(value.to_signed_bytes_be()),
        Err(_) => Err(ValueError::Text { ty }),
    }
}

//! `decimal`: a scale and a `varint`.

use std::cmp::Ordering;

use cqlite_format::decimal_value::DecimalValueRef;
use cqlite_runtime::Reader;

use super::{parse_varint, write_int, write_varint};
use crate::{Result, ValueError};

/// Scale and bytes of the unscaled value.
pub(crate) fn split(bytes: &[u8]) -> Result<(i32, &[u8])> {
    match DecimalValueRef::read(&mut Reader::new(bytes)) {
        Ok(decimal) if !decimal.unscaled.is_empty() => Ok((decimal.scale, decimal.unscaled)),
        _ => Err(ValueError::Length { ty: "decimal", found: bytes.len() }),
    }
}

/// Writes a decimal as `BigDecimal.toString` does: plain when the scale is not negative and the exponent not below -6,
/// scientific otherwise.
pub(crate) fn write_decimal(bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let (scale, unscaled) = split(bytes)?;
    write_scaled(scale, unscaled, out);
    Ok(())
}

/// The same of a scale and the bytes of the unscaled value.
pub(crate) fn write_scaled(scale: i32, unscaled: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    write_varint(unscaled, out);
    if scale == 0 {
        return;
    }
    let first = start + usize::from(out.get(start) == Some(&b'-'));
    let digits = out.len() - first;
    let adjusted = digits as i64 - 1 - i64::from(scale);
    if scale > 0 && adjusted >= -6 {
        let scale = scale.unsigned_abs() as usize;
        if scale < digits {
            out.insert(first + digits - scale, b'.');
        } else {
            let zeros = b"0.000000";
            out.splice(first..first, zeros[..2 + scale - digits].iter().copied());
        }
        return;
    }
    if digits > 1 {
        out.insert(first + 1, b'.');
    }
    if adjusted != 0 {
        out.extend_from_slice(if adjusted > 0 { b"E+" } else { b"E" });
        write_int(adjusted, out);
    }
}

/// Compares two decimals by value (`BigDecimal.compareTo`): 1.0 and 1.00 are equal.
pub(crate) fn compare_decimals(a: &[u8], b: &[u8]) -> Result<Ordering> {
    let (a, b) = (Number::new(a)?, Number::new(b)?);
    let sign = a.sign.cmp(&b.sign);
    if sign != Ordering::Equal || a.sign == 0 {
        return Ok(sign);
    }
    let size = a.exponent.cmp(&b.exponent).then_with(|| a.digits.cmp(&b.digits));
    Ok(if a.sign < 0 { size.reverse() } else { size })
}

/// A decimal as 0.digits times ten to the exponent, without final zeros.
struct Number {
    sign: i8,
    exponent: i64,
    digits: Vec<u8>,
}

impl Number {
    fn new(bytes: &[u8]) -> Result<Self> {
        let (scale, unscaled) = split(bytes)?;
        let mut digits = Vec::new();
        write_varint(unscaled, &mut digits);
        let negative = digits.first() == Some(&b'-');
        if negative {
            digits.remove(0);
        }
        let exponent = digits.len() as i64 - i64::from(scale);
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let sign = if digits.is_empty() {
            0
        } else if negative {
            -1
        } else {
            1
        };
        Ok(Self { sign, exponent, digits })
    }
}

/// The bytes of a decimal in Java's text (`new BigDecimal(String)`): digits, at most one point, an optional exponent.
pub(crate) fn parse_decimal(text: &str) -> Result<Vec<u8>> {
    let bad = ValueError::Text { ty: "decimal" };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if digits.is_empty() || digits.len() > 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(bad);
            }
            (mantissa, exponent.parse::<i64>().map_err(|_| bad.clone())?)
        }
        None => (text, 0),
    };
    if i32::try_from(exponent).is_err() {
        return Err(bad);
    }
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let scale = fraction.len() as i64 - exponent;
    let scale = i32::try_from(scale).map_err(|_| bad.clone())?;
    if fraction.starts_with(['+', '-']) {
        return Err(bad);
    }
    let unscaled = parse_varint(&format!("{whole}{fraction}"), "decimal")?;
    Ok([&scale.to_be_bytes()[..], &unscaled].concat())
}

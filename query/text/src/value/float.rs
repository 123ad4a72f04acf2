//! Numbers with a point.

use std::io::Write;

use super::number::grouped;
use super::Style;

/// Appends a number with so many digits behind the point.
///
/// Reference: `format_floating_point_type`.
pub(super) fn put(value: f64, precision: usize, style: &Style, out: &mut Vec<u8>) {
    if value.is_nan() {
        return out.extend_from_slice(b"NaN");
    }
    if value.is_infinite() {
        return out.extend_from_slice(if value > 0.0 { b"Infinity" } else { b"-Infinity" });
    }
    let separator = &style.decimal_separator;
    if !style.thousands_separator.is_empty() {
        grouped(value.trunc(), &style.thousands_separator, out);
        let fraction = format!("{:.precision$}", value.fract().abs());
        let digits = fraction.get(2..).unwrap_or("").trim_end_matches('0');
        if !digits.is_empty() {
            out.extend_from_slice(if separator.is_empty() { b"." } else { separator.as_bytes() });
            out.extend_from_slice(digits.as_bytes());
        }
        return;
    }
    let start = out.len();
    general(value, digits(value, precision), out);
    if !matches!(separator.as_str(), "" | ".") {
        if let Some(point) = out[start..].iter().position(|byte| *byte == b'.') {
            let at = start + point;
            out.splice(at..=at, separator.bytes());
        }
    }
}

/// How many digits there are to be: those before the point come on top, unless an exponent is written.
fn digits(value: f64, precision: usize) -> usize {
    let precision = i64::try_from(precision).unwrap_or(i64::MAX);
    if value.abs() <= f64::EPSILON {
        return precision.max(1) as usize;
    }
    let exponent = value.abs().log10().trunc() as i64;
    let all = if (-4..precision).contains(&exponent) { precision + exponent + 1 } else { precision };
    all.max(1) as usize
}

/// `%.*g` of C.
fn general(value: f64, digits: usize, out: &mut Vec<u8>) {
    let mut buffer = [0; 1100];
    let mut rest = buffer.as_mut_slice();
    let precision = (digits - 1).min(1000);
    let written = write!(rest, "{:.precision$e}", value.abs()).is_ok();
    let left = rest.len();
    let length = 1100 - left;
    let text = if written { &buffer[..length] } else { b"0e0" };
    let (mantissa, exponent) = match text.iter().position(|byte| *byte == b'e') {
        Some(at) => (&text[..at], std::str::from_utf8(&text[at + 1..]).ok().and_then(|e| e.parse().ok()).unwrap_or(0)),
        None => (text, 0_i32),
    };
    if value.is_sign_negative() {
        out.push(b'-');
    }
    let zeros = mantissa.iter().rev().take_while(|digit| **digit == b'0').count();
    let kept = if mantissa.contains(&b'.') { mantissa.len() - zeros } else { mantissa.len() };
    // Significant digits, without the point behind the first.
    let first = &mantissa[..1];
    let behind = mantissa.get(2..kept).unwrap_or(&[]);
    let digits = i32::try_from(digits).unwrap_or(i32::MAX);
    if exponent < -4 || exponent >= digits {
        out.extend_from_slice(first);
        if !behind.is_empty() {
            out.push(b'.');
            out.extend_from_slice(behind);
        }
        let sign = if exponent < 0 { '-' } else { '+' };
        out.extend_from_slice(format!("e{sign}{:02}", exponent.unsigned_abs()).as_bytes());
    } else if exponent < 0 {
        out.extend_from_slice(b"0.");
        out.extend(std::iter::repeat_n(b'0', exponent.unsigned_abs() as usize - 1));
        out.extend_from_slice(first);
        out.extend_from_slice(behind);
    } else {
        let before = exponent as usize;
        out.extend_from_slice(first);
        out.extend_from_slice(&behind[..before.min(behind.len())]);
        out.extend(std::iter::repeat_n(b'0', before.saturating_sub(behind.len())));
        if behind.len() > before {
            out.push(b'.');
            out.extend_from_slice(&behind[before..]);
        }
    }
}

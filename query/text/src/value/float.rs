//! Numbers with a point.

use std::io::Write;

use cqlite_types::words;

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

/// What eight digits count up to.
const EIGHT: u64 = 100_000_000;

/// `%.*g` of C.
fn general(value: f64, digits: usize, out: &mut Vec<u8>) {
    let mut buffer = [0; 1100];
    let (text, exponent) = match rounded(value.abs(), digits) {
        Some((number, exponent)) => {
            let eights = [number / EIGHT / EIGHT, number / EIGHT % EIGHT, number % EIGHT];
            for (place, eight) in buffer.as_chunks_mut::<8>().0.iter_mut().zip(eights) {
                *place = (words::digits8(eight as u32) | words::all(b'0')).to_le_bytes();
            }
            (&buffer[24 - digits..24], exponent)
        }
        None => exponential(value.abs(), digits, &mut buffer),
    };
    if value.is_sign_negative() {
        out.push(b'-');
    }
    let kept = text.len() - text[1..].iter().rev().take_while(|digit| **digit == b'0').count();
    let (first, behind) = text[..kept].split_at(1);
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

/// The significant digits of a number without its sign, and the exponent of the first.
fn exponential(value: f64, digits: usize, buffer: &mut [u8; 1100]) -> (&[u8], i32) {
    let precision = (digits - 1).min(1000);
    let mut rest = buffer.as_mut_slice();
    if write!(rest, "{value:.precision$e}").is_err() {
        return (b"0", 0);
    }
    let length = 1100 - rest.len();
    let Some(mark) = buffer[..length].iter().position(|byte| *byte == b'e') else { return (b"0", 0) };
    let exponent = std::str::from_utf8(&buffer[mark + 1..length]).ok().and_then(|text| text.parse().ok());
    // The digits without the point behind the first.
    let end = if mark > 1 {
        buffer.copy_within(2..mark, 1);
        mark - 1
    } else {
        mark
    };
    (&buffer[..end], exponent.unwrap_or(0))
}

/// The same of a number of usual size by integers: exactly so many digits, of which halves are rounded to even ones, as C does.
fn rounded(value: f64, digits: usize) -> Option<(u64, i32)> {
    let power = |n: i32| 10u128.checked_pow(u32::try_from(n).ok()?);
    let (bits, digits) = (value.to_bits(), i32::try_from(digits).ok().filter(|digits| *digits <= 18)?);
    let stored = (bits >> 52) as i32;
    if stored == 0 {
        return None;
    }
    let (fraction, shift) = (u128::from(bits & ((1 << 52) - 1) | 1 << 52), 1075 - stored);
    let (least, beyond) = (power(digits - 1)?, power(digits)?);
    let mut exponent = value.log10().floor() as i32;
    // The logarithm may be off by one next to a power of ten.
    for _ in 0..2 {
        let scaled = fraction.checked_mul(power(digits - 1 - exponent)?)?;
        let (whole, is_up) = match shift {
            1..=127 => {
                let (whole, rest) = (scaled >> shift, scaled & ((1 << shift) - 1));
                let half = 1 << (shift - 1);
                (whole, rest > half || (rest == half && whole % 2 == 1))
            }
            -63..=0 => (scaled.checked_mul(1 << -shift)?, false),
            _ => return None,
        };
        match whole {
            _ if whole < least => exponent -= 1,
            _ if whole >= beyond => exponent += 1,
            _ => {
                let number = whole + u128::from(is_up);
                let (number, carry) = if number == beyond { (least, 1) } else { (number, 0) };
                return Some((u64::try_from(number).ok()?, exponent + carry));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{exponential, rounded};

    /// What integers give is what the library gives, of all sizes and numbers of digits.
    #[test]
    fn integers_round_as_the_library_does() {
        let (mut state, mut taken) = (1_u64, 0);
        for n in 0..200_000_u64 {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            // Of usual size, many of them halves of something, and of any.
            let value = match n % 4 {
                0 => f64::from_bits(state).abs(),
                1 => (state >> 40) as f64 / f64::from(1 << (state & 15)),
                2 => 10_f64.powi((state >> 60) as i32 - 4),
                _ => (state >> 11) as f64 / (1_u64 << 53) as f64 * 1000.0,
            };
            let digits = 1 + (state >> 32) as usize % 18;
            if let Some((number, exponent)) = rounded(value, digits).filter(|_| value.is_finite()) {
                let mut buffer = [0; 1100];
                let text = number.to_string();
                assert_eq!(exponential(value, digits, &mut buffer), (text.as_bytes(), exponent), "{value:e} {digits}");
                taken += 1;
            }
        }
        assert!(taken > 120_000, "{taken}");
    }
}

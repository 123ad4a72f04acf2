//! `float` and `double` as `Float.toString` and `Double.toString` of JDK 17 write them.

use super::digits::{Binary, Digits};
use super::{fraction, write_int};
use crate::words::put_part;

/// Writes a `double`; not a number is `NaN`, infinity `Infinity`.
pub(crate) fn write_f64(value: f64, out: &mut Vec<u8>) {
    let bits = value.to_bits();
    let stored = (bits >> 52 & 0x7ff) as i32;
    let number = binary(bits & ((1 << 52) - 1), stored, 52, 1023);
    write(value, value.is_sign_negative(), number, out);
}

/// Writes a `float`; not a number is `NaN`, infinity `Infinity`.
pub(crate) fn write_f32(value: f32, out: &mut Vec<u8>) {
    let bits = value.to_bits();
    let stored = (bits >> 23 & 0xff) as i32;
    let number = binary(u64::from(bits & ((1 << 23) - 1)), stored, 23, 127);
    write(f64::from(value), value.is_sign_negative(), number, out);
}

/// Fraction and exponent as stored, made into one with a leading bit at 2^52.
fn binary(fraction: u64, stored: i32, width: i32, bias: i32) -> Binary {
    if stored == 0 {
        let significant = 64 - fraction.leading_zeros() as i32;
        let shift = width + 1 - significant;
        return Binary { exponent: 1 - shift - bias, fraction: fraction << (shift + 52 - width), significant };
    }
    let fraction = (fraction | 1 << width) << (52 - width);
    Binary { exponent: stored - bias, fraction, significant: width + 1 }
}

fn write(value: f64, negative: bool, number: Binary, out: &mut Vec<u8>) {
    if value.is_nan() {
        out.extend_from_slice(b"NaN");
        return;
    }
    if fraction::write(negative, number, out) {
        return;
    }
    if negative {
        out.push(b'-');
    }
    if value.is_infinite() {
        out.extend_from_slice(b"Infinity");
    } else if value == 0.0 {
        out.extend_from_slice(b"0.0");
    } else {
        layout(&Digits::of(number), out);
    }
}

/// Plain from 10^-3 up to 10^7, with an exponent beyond; at least one digit on either side of the point.
fn layout(number: &Digits, out: &mut Vec<u8>) {
    let (digits, exponent) = (number.as_slice(), number.exponent());
    // Copies of known lengths, cut off: almost all numbers are laid out so.
    match exponent {
        1..8 => {
            let point = exponent.unsigned_abs() as usize;
            let whole = digits.len().min(point);
            put_part(number.room(), whole, out);
            put_part(b"0000000", point - whole, out);
            out.push(b'.');
            match number.from(point) {
                Some(tail) if whole < digits.len() => put_part(tail, digits.len() - whole, out),
                _ => out.push(b'0'),
            }
        }
        -2..=0 => {
            put_part(b"0.00", 2 + exponent.unsigned_abs() as usize, out);
            put_part(number.room(), digits.len(), out);
        }
        _ => {
            out.extend_from_slice(&digits[..1]);
            out.push(b'.');
            out.extend_from_slice(if digits.len() > 1 { &digits[1..] } else { b"0" });
            out.push(b'E');
            write_int(exponent - 1, out);
        }
    }
}

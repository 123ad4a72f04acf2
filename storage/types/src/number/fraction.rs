//! Numbers from a thousandth to ten with fifteen to seventeen digits, as almost all are that come from measuring or computing: all of their
//! digits are developed at once, and written from words.

use super::digits::{estimate_exponent, Binary, Scaled, FIVES};
use crate::words::{all, digits8, put_words};

const TO_13: u64 = 10u64.pow(13);
const TO_14: u64 = TO_13 * 10;
const TO_15: u64 = TO_13 * 100;
const TO_16: u64 = TO_13 * 1000;

/// Digits of 0.f r1 r2 .. times ten to the exponent.
struct Fraction {
    /// The digit before the others; zero if there is none.
    first: u64,
    /// Sixteen digits, of which so many are the number's.
    rest: u64,
    count: usize,
    exponent: i32,
}

/// Writes a number as [`Digits`](super::digits::Digits) would, if it is such a one.
#[inline]
pub(super) fn write(is_negative: bool, number: Binary, out: &mut Vec<u8>) -> bool {
    let Some(Fraction { first, rest, mut count, exponent }) = Fraction::of(number) else { return false };
    let words = [rest / 100_000_000, rest % 100_000_000].map(|eight| digits8(eight as u32) | all(b'0'));
    let mut text = u128::from(words[0]) | u128::from(words[1]) << 64;
    let digit = first + u64::from(b'0');
    let (mut head, mut head_len);
    if exponent == 1 {
        let mut digit = digit;
        if first == 0 {
            digit = text as u64 & 0xff;
            text >>= 8;
            count -= 1;
        }
        (head, head_len) = (digit | u64::from(b'.') << 8, 2);
    } else {
        let zeros = 2 + exponent.unsigned_abs() as usize;
        let plain = u64::from_le_bytes(*b"0.00\0\0\0\0") & ((1 << (8 * zeros)) - 1);
        (head, head_len) = (plain | digit << (8 * zeros), zeros + usize::from(first != 0));
    }
    // Signs cannot be foretold: no branch on them.
    head = (head << (8 * u32::from(is_negative))) | (u64::from(b'-') * u64::from(is_negative));
    head_len += usize::from(is_negative);
    put_words([head], head_len, out);
    put_words([text as u64, (text >> 64) as u64], count, out);
    true
}

impl Fraction {
    /// As `Digits::of` develops them in 64 bits, where that goes on for thirteen digits after the first and ends with one of the next three.
    #[inline(always)]
    fn of(number: Binary) -> Option<Fraction> {
        let bits = 53 - number.fraction.trailing_zeros() as i32;
        let is_integer = bits - number.exponent <= 1;
        let estimate = estimate_exponent(number);
        if is_integer || bits <= 1 || !(-3..=0).contains(&estimate) {
            return None;
        }
        let scaled = Scaled::of(number, estimate);
        let (b_bits, ten_s_bits) = scaled.bits(bits);
        if !(32..=63).contains(&b_bits.max(ten_s_bits)) {
            return None;
        }
        let (five, s2) = (*FIVES.get(usize::try_from(scaled.b5).ok()?)?, scaled.s2);
        let (mask, tens) = ((1u64 << s2) - 1, 10u64 << s2);
        let b = (scaled.fraction * five) << scaled.b2;
        let m = (five << scaled.m2) * 10;
        let first = b >> s2;
        let b = (b & mask) * 10;
        let exponent = estimate + i32::from(first != 0);
        let is_end = |(b, m): (u64, u64)| (b < m) | (b + m > tens);
        // Java's numbers wrap beyond: then development stops elsewhere.
        let fits = m.checked_mul(TO_16).is_some_and(|m| m <= i64::MAX as u64 - tens);
        if !fits || is_end((b, m)) || !(-2..=1).contains(&exponent) {
            return None;
        }
        // What is left after so many digits, of which only the low bits matter.
        let after = |power: u64| ((b.wrapping_mul(power / 10) & mask) * 10, m * power);
        let ends = [after(TO_16), after(TO_15), after(TO_14)];
        if is_end(after(TO_13)) || !is_end(ends[0]) {
            return None;
        }
        let sixteen = ((u128::from(b) * u128::from(TO_15)) >> s2) as u64;
        let spare = usize::from(is_end(ends[1])) + usize::from(is_end(ends[1]) & is_end(ends[2]));
        let (b, m) = ends[spare];
        let digits = [sixteen, sixteen / 10, sixteen / 100][spare];
        let is_beyond = (2 * b > tens) | ((2 * b == tens) & (digits % 2 == 1));
        let is_up = (b + m > tens) & ((b >= m) | is_beyond);
        let rest = (digits + u64::from(is_up)) * [1, 10, 100][spare];
        // A carry that makes one digit more is rare.
        (rest < TO_16).then_some(Fraction { first, rest, count: 16 - spare, exponent })
    }
}

//! Decimal digits of a binary floating-point number, as many as the JDK before 19 gives.
//!
//! The shortest digits that read back as the same number are not always what that JDK prints (6.55e21 comes out as
//! `6.550000000000001E21`, the least double as `4.9E-324`), so digits are developed here in the same way: one after the
//! other, until what is left is within half a unit in the last place, with the comparisons that the JDK makes in 32-bit,
//! 64-bit and unbounded integers.
//!
//! Reference: `jdk.internal.math.FloatingDecimal`, behaviour of JDK 17.

use std::cmp::Ordering;

use super::big::Big;
use crate::words::{all, digits8};

/// Room for digits: no number has more than twenty, and they are written eight at a time.
const ROOM: usize = 32;

/// Digits d1 d2 .. and the exponent of 0.d1d2.. times ten to it.
pub(super) struct Digits {
    digits: [u8; ROOM],
    len: usize,
    exponent: i32,
}

/// Bits of 5^n, as the JDK counts them (0 for n = 0).
const BITS_OF_FIVES: [i32; 27] =
    [0, 3, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28, 31, 33, 35, 38, 40, 42, 45, 47, 49, 52, 54, 56, 59, 61];

/// 5^n, as long as [`BITS_OF_FIVES`] has its bits.
pub(super) const FIVES: [u64; BITS_OF_FIVES.len()] = {
    let mut fives = [1; BITS_OF_FIVES.len()];
    let mut n = 1;
    while n < fives.len() {
        fives[n] = fives[n - 1] * 5;
        n += 1;
    }
    fives
};

fn bits_of_fives(n: i32) -> i32 {
    usize::try_from(n).ok().and_then(|n| BITS_OF_FIVES.get(n).copied()).unwrap_or(n * 3)
}

/// A number of the form fraction / 2^52 * 2^exponent, 1 <= fraction / 2^52 < 2.
#[derive(Clone, Copy)]
pub(super) struct Binary {
    pub(super) exponent: i32,
    pub(super) fraction: u64,
    /// Bits of the fraction that the format stores.
    pub(super) significant: i32,
}

/// The integers that digits are developed from: value = b/s, half a unit in the last place = m/s, each given as
/// 5^x * 2^y (b times the fraction as well).
pub(super) struct Scaled {
    pub(super) fraction: u64,
    pub(super) b5: i32,
    pub(super) b2: i32,
    s5: i32,
    pub(super) s2: i32,
    pub(super) m2: i32,
}

impl Digits {
    pub(super) fn as_slice(&self) -> &[u8] {
        &self.digits[..self.len]
    }

    /// The digits, and what stands behind them.
    pub(super) fn room(&self) -> &[u8; ROOM] {
        &self.digits
    }

    /// The digits from one on, as many as there can be, and what stands behind them.
    pub(super) fn from(&self, first: usize) -> Option<&[u8; 20]> {
        self.digits.get(first..).and_then(<[u8]>::first_chunk)
    }

    pub(super) fn exponent(&self) -> i32 {
        self.exponent
    }

    fn push(&mut self, digit: u8) {
        if let Some(slot) = self.digits.get_mut(self.len) {
            *slot = b'0' + digit;
            self.len += 1;
        }
    }

    /// Adds the first digits of a word.
    #[inline(always)]
    fn put(&mut self, word: u64, count: usize) {
        if let Some(place) = self.digits.get_mut(self.len..self.len + 8) {
            place.copy_from_slice(&word.to_le_bytes());
            self.len += count;
        }
    }

    /// Develops digits several at a time, `b / 2^shift` being the next one, as long as development does not stop at the last of them: once it
    /// could stop it could at each digit that follows, so that it does not stop at one before either.
    #[inline(always)]
    fn leap(&mut self, b: u64, m: u64, tens: u64, shift: u32, limit: u64) -> (u64, u64) {
        let (b, m) = self.leap_by::<8>(b, m, tens, shift, limit).unwrap_or((b, m));
        self.leap_by::<4>(b, m, tens, shift, limit).unwrap_or((b, m))
    }

    #[inline(always)]
    fn leap_by<const COUNT: u32>(&mut self, b: u64, m: u64, tens: u64, shift: u32, limit: u64) -> Option<(u64, u64)> {
        let power = const { 10u64.pow(COUNT) };
        let next_m = m.checked_mul(power)?;
        let scaled = u128::from(b) * u128::from(power / 10);
        let next_b = (scaled as u64 & ((1 << shift) - 1)) * 10;
        // Nothing may leave Java's numbers, which wrap: then development stops elsewhere.
        if next_m > limit.saturating_sub(tens) || next_b < next_m || next_b + next_m > tens {
            return None;
        }
        // Below 100,000,000.
        let found = digits8((scaled >> shift) as u32) | all(b'0');
        self.put(found >> (8 * (8 - COUNT)), COUNT as usize);
        Some((next_b, next_m))
    }

    /// Develops the digits of a finite number that is not zero.
    pub(super) fn of(number: Binary) -> Self {
        let zeros = number.fraction.trailing_zeros() as i32;
        let bits = 53 - zeros;
        let tiny = (bits - number.exponent - 1).max(0);
        if (-21..=62).contains(&number.exponent) && tiny == 0 {
            return Self::of_integer(number);
        }
        let mut estimate = estimate_exponent(number);
        let scaled = Scaled::of(number, estimate);
        let (b_bits, ten_s_bits) = scaled.bits(bits);
        let mut digits = Self { digits: [0; ROOM], len: 0, exponent: 0 };
        let end = match b_bits.max(ten_s_bits) {
            ..=31 => scaled.develop_i32(&mut digits, &mut estimate),
            32..=63 => scaled.develop_i64(&mut digits, &mut estimate),
            64..=123 => scaled.develop_u128(&mut digits, &mut estimate),
            _ => scaled.develop_big(&mut digits, &mut estimate),
        };
        digits.exponent = estimate + 1;
        digits.round(end);
        digits
    }

    /// An integer of up to 63 bits, without its final zeros; digits that a `float` does not hold are rounded away.
    fn of_integer(number: Binary) -> Self {
        let beyond = number.exponent - number.significant - 1;
        let mut value = match number.exponent {
            52.. => number.fraction << (number.exponent - 52),
            _ => number.fraction >> (52 - number.exponent),
        };
        let mut exponent = 0;
        if number.exponent > number.significant && beyond > 1 {
            // Digits of 2^beyond, less one: 0.30103 is the logarithm of 2.
            let insignificant = (beyond as u32 * 30103) / 100_000;
            if insignificant > 0 {
                let unit = 10u64.pow(insignificant);
                let residue = value % unit;
                value /= unit;
                exponent += insignificant as i32;
                if residue >= unit / 2 {
                    value += 1;
                }
            }
        }
        while value % 10 == 0 && value != 0 {
            value /= 10;
            exponent += 1;
        }
        let mut buffer = itoa::Buffer::new();
        let text = buffer.format(value).as_bytes();
        let mut digits = [0; ROOM];
        digits[..text.len()].copy_from_slice(text);
        Self { digits, len: text.len(), exponent: exponent + text.len() as i32 }
    }

    /// Rounds the last digit after development has stopped.
    fn round(&mut self, end: End) {
        let last = self.digits[self.len.saturating_sub(1)];
        let up = match (end.low, end.high) {
            (_, false) => false,
            (false, true) => true,
            (true, true) => match end.rest {
                Ordering::Less => false,
                Ordering::Equal => last % 2 == 1,
                Ordering::Greater => true,
            },
        };
        if !up {
            return;
        }
        for i in (0..self.len).rev() {
            if self.digits[i] != b'9' {
                self.digits[i] += 1;
                return;
            }
            if i == 0 {
                self.digits[0] = b'1';
                self.exponent += 1;
                return;
            }
            self.digits[i] = b'0';
        }
    }
}

/// How development stopped: what is left is small enough to stop low, to stop high, and on which side of a half it is.
#[derive(Clone, Copy)]
struct End {
    low: bool,
    high: bool,
    rest: Ordering,
}

/// The JDK's guess of the decimal exponent: right, or one too high.
pub(super) fn estimate_exponent(number: Binary) -> i32 {
    let mantissa = f64::from_bits(1023 << 52 | number.fraction & ((1 << 52) - 1));
    // The JDK's own digits of the logarithms, not the nearest doubles.
    #[allow(clippy::approx_constant)]
    let guess = (mantissa - 1.5) * 0.289_529_654 + 0.176_091_259 + f64::from(number.exponent) * 0.301_029_995_663_981;
    // Toward zero, and down from there: no function need be called for it.
    let toward_zero = guess as i32;
    toward_zero - i32::from(f64::from(toward_zero) > guess)
}

/// True when the text will have an exponent; then at least two digits are developed.
fn scientific(exponent: i32) -> bool {
    !(-3..8).contains(&exponent)
}

/// Development in machine integers, wrapping where Java's do. `s` is a power of two for the numbers below 1.
macro_rules! develop {
    ($name:ident, $int:ty) => {
        fn $name(&self, digits: &mut Digits, exponent: &mut i32) -> End {
            // More of them do not fit into such a machine integer.
            let five = |n: i32| FIVES.get(n.unsigned_abs() as usize).copied().unwrap_or(0) as $int;
            let mut b = (self.fraction as $int).wrapping_mul(five(self.b5)).wrapping_shl(self.b2.unsigned_abs());
            let s = five(self.s5).wrapping_shl(self.s2.unsigned_abs());
            let mut m = five(self.b5).wrapping_shl(self.m2.unsigned_abs()).wrapping_mul(10);
            let tens = s.wrapping_mul(10);
            let (is_power, shift) = (self.s5 == 0, self.s2.unsigned_abs());
            let divide = |b: $int| if is_power { b.wrapping_shr(shift) } else { b / s };
            let mut q = divide(b);
            b = b.wrapping_sub(q.wrapping_mul(s)).wrapping_mul(10);
            let mut low = b < m;
            let mut high = b.wrapping_add(m) > tens;
            if q == 0 && !high {
                *exponent -= 1;
            } else {
                digits.push(q as u8);
            }
            if scientific(*exponent) {
                (low, high) = (false, false);
            } else if is_power && !low && !high {
                let limit = <$int>::MAX as u64;
                let (next_b, next_m) = digits.leap(b as u64, m as u64, tens as u64, shift, limit);
                (b, m) = (next_b as $int, next_m as $int);
            }
            while !low && !high {
                q = divide(b);
                b = b.wrapping_sub(q.wrapping_mul(s)).wrapping_mul(10);
                m = m.wrapping_mul(10);
                (low, high) = if m > 0 { (b < m, b.wrapping_add(m) > tens) } else { (true, true) };
                digits.push(q as u8);
            }
            End { low, high, rest: b.wrapping_shl(1).wrapping_sub(tens).cmp(&0) }
        }
    };
}

impl Scaled {
    /// Those of a number whose first digit stands at an exponent.
    #[inline(always)]
    pub(super) fn of(number: Binary, exponent: i32) -> Self {
        let zeros = number.fraction.trailing_zeros() as i32;
        let bits = 53 - zeros;
        let tiny = (bits - number.exponent - 1).max(0);
        let (b5, s5) = ((-exponent).max(0), exponent.max(0));
        let mut b2 = b5 + tiny + number.exponent;
        let mut s2 = s5 + tiny;
        let mut m2 = b2 - number.significant;
        b2 -= bits - 1;
        let common = b2.min(s2);
        b2 -= common;
        s2 -= common;
        m2 -= common;
        if bits == 1 {
            m2 -= 1;
        }
        if m2 < 0 {
            b2 -= m2;
            s2 -= m2;
            m2 = 0;
        }
        Scaled { fraction: number.fraction >> zeros, b5, b2, s5, s2, m2 }
    }

    /// Bits of b, of a fraction of so many bits, and of ten times s, as the JDK estimates them.
    #[inline(always)]
    pub(super) fn bits(&self, of_fraction: i32) -> (i32, i32) {
        (of_fraction + self.b2 + bits_of_fives(self.b5), self.s2 + 1 + bits_of_fives(self.s5 + 1))
    }

    develop!(develop_i32, i32);
    develop!(develop_i64, i64);

    /// As [`Self::develop_big`], for numbers that fit.
    fn develop_u128(&self, digits: &mut Digits, exponent: &mut i32) -> End {
        let five = |n: i32| 5u128.pow(n.unsigned_abs());
        let mut b = (u128::from(self.fraction) * five(self.b5)) << self.b2;
        let s = five(self.s5) << self.s2;
        let mut m = (five(self.b5) << self.m2) * 10;
        let tens = s * 10;
        let (is_power, shift) = (self.s5 == 0, self.s2);
        let divide = |b: u128| if is_power { b >> shift } else { b / s };
        let mut q = divide(b);
        b = (b - q * s) * 10;
        let mut low = b < m;
        let mut high = b + m >= tens;
        if q == 0 && !high {
            *exponent -= 1;
        } else {
            digits.push(q as u8);
        }
        if scientific(*exponent) {
            (low, high) = (false, false);
        }
        while !low && !high {
            q = divide(b);
            b = (b - q * s) * 10;
            m *= 10;
            low = b < m;
            high = b + m >= tens;
            digits.push(q as u8);
        }
        End { low, high, rest: (b << 1).cmp(&tens) }
    }

    fn develop_big(&self, digits: &mut Digits, exponent: &mut i32) -> End {
        let mut b = Big::new(self.fraction, self.b5, self.b2);
        let s = Big::new(1, self.s5, self.s2);
        let mut m = Big::new(10, self.b5, self.m2);
        let tens = Big::new(10, self.s5, self.s2);
        let mut q = b.divide_small(&s);
        b.multiply_small(10);
        let mut low = b < m;
        let mut high = b.plus(&m) >= tens;
        if q == 0 && !high {
            *exponent -= 1;
        } else {
            digits.push(q);
        }
        if scientific(*exponent) {
            (low, high) = (false, false);
        }
        while !low && !high {
            q = b.divide_small(&s);
            b.multiply_small(10);
            m.multiply_small(10);
            low = b < m;
            high = b.plus(&m) >= tens;
            digits.push(q);
        }
        End { low, high, rest: b.plus(&b).cmp(&tens) }
    }
}

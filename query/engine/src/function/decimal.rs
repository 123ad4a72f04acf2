//! Decimals, as `java.math.BigDecimal` computes with them.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::value::{Decimal, FromCql, Stored};
use num_bigint::{BigInt, Sign};

/// The digits that results of arithmetic may have (`DecimalType.MAX_PRECISION`).
const MAX_PRECISION: i64 = 10_000;

/// Numbers are made longer by no more digits than these: there is no memory to write them.
const MAX_SHIFT: i64 = 10_000_000;

/// What Java's `ArithmeticException` says.
pub(super) type Result<T> = std::result::Result<T, String>;

/// How a number loses its last digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    Down,
    HalfUp,
    HalfEven,
}

pub(super) fn new(unscaled: impl Into<BigInt>, scale: i32) -> Decimal {
    Decimal { unscaled: unscaled.into(), scale }
}

pub(super) fn zero() -> Decimal {
    new(0, 0)
}

pub(super) fn is_zero(a: &Decimal) -> bool {
    a.unscaled.sign() == Sign::NoSign
}

/// A decimal from a stored one; none of no bytes.
pub(super) fn read(bytes: &[u8]) -> Option<Decimal> {
    Decimal::from_cql(&MarshalType::Native(NativeType::Decimal), Stored::One(bytes)).ok()
}

/// As it is stored.
pub(super) fn write(a: &Decimal) -> Vec<u8> {
    super::number::stored(NativeType::Decimal, a)
}

/// What Java makes of the text of a double (`BigDecimal.valueOf(double)`).
pub(super) fn of_f64(value: f64) -> Option<Decimal> {
    of_text(&super::number::text_of_f64(value))
}

/// What Java makes of a text (`new BigDecimal(String)`).
pub(super) fn of_text(text: &str) -> Option<Decimal> {
    read(&cqlite_types::from_text(&NativeType::Decimal.into(), text).ok()?)
}

/// Its digits; one for zero.
pub(super) fn precision(a: &Decimal) -> i64 {
    digits(&a.unscaled)
}

fn digits(value: &BigInt) -> i64 {
    let magnitude = value.magnitude();
    let bits = magnitude.bits();
    if bits == 0 {
        return 1;
    }
    // Between two powers of two lies at most one power of ten.
    let least = ((bits - 1) as f64 * std::f64::consts::LOG10_2) as u32;
    let mut count = i64::from(least.max(1)) - 1;
    while BigInt::from(10).pow(count as u32).magnitude() <= magnitude {
        count += 1;
    }
    count
}

fn power(exponent: i64) -> Result<BigInt> {
    match u32::try_from(exponent) {
        Ok(exponent) if i64::from(exponent) <= MAX_SHIFT => Ok(BigInt::from(10).pow(exponent)),
        _ => Err("Overflow".to_owned()),
    }
}

fn scale(value: i64, of: &BigInt) -> Result<i32> {
    match i32::try_from(value) {
        Ok(scale) => Ok(scale),
        Err(_) if of.sign() == Sign::NoSign => Ok(if value > 0 { i32::MAX } else { i32::MIN }),
        Err(_) => Err(if value > 0 { "Underflow" } else { "Overflow" }.to_owned()),
    }
}

/// The quotient as a whole number.
fn divide_rounding(dividend: &BigInt, divisor: &BigInt, rounding: Rounding) -> BigInt {
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    if rest.sign() == Sign::NoSign || rounding == Rounding::Down {
        return quotient;
    }
    let up = match (rest.magnitude() * 2u32).cmp(divisor.magnitude()) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => rounding == Rounding::HalfUp || quotient.bit(0),
    };
    let away = if dividend.sign() == divisor.sign() { 1 } else { -1 };
    if up {
        quotient + away
    } else {
        quotient
    }
}

/// With a number of digits at most (`BigDecimal.round`).
pub(super) fn round(a: &Decimal, most: i64, rounding: Rounding) -> Result<Decimal> {
    let mut value = a.clone();
    loop {
        let drop = precision(&value) - most;
        if drop <= 0 {
            return Ok(value);
        }
        let unscaled = divide_rounding(&value.unscaled, &power(drop)?, rounding);
        let scale = scale(i64::from(value.scale) - drop, &unscaled)?;
        value = Decimal { unscaled, scale };
    }
}

/// With a number of digits behind the point (`BigDecimal.setScale`).
pub(super) fn set_scale(a: &Decimal, to: i32, rounding: Rounding) -> Result<Decimal> {
    let by = i64::from(to) - i64::from(a.scale);
    if is_zero(a) || by == 0 {
        return Ok(new(a.unscaled.clone(), to));
    }
    let unscaled = if by > 0 {
        &a.unscaled * power(by)?
    } else if -by > precision(a) + 1 {
        BigInt::ZERO
    } else {
        divide_rounding(&a.unscaled, &power(-by)?, rounding)
    };
    Ok(Decimal { unscaled, scale: to })
}

/// Without zeros at the end, down to a scale.
fn strip_to(a: Decimal, preferred: i64) -> Decimal {
    let Decimal { mut unscaled, mut scale } = a;
    while i64::from(scale) > preferred && scale > i32::MIN && unscaled.sign() != Sign::NoSign {
        let (quotient, rest): (BigInt, BigInt) = (&unscaled / 10, &unscaled % 10);
        if rest.sign() != Sign::NoSign {
            break;
        }
        unscaled = quotient;
        scale -= 1;
    }
    Decimal { unscaled, scale }
}

/// Without zeros at the end (`BigDecimal.stripTrailingZeros`).
fn strip(a: Decimal) -> Decimal {
    match is_zero(&a) {
        true => zero(),
        false => strip_to(a, i64::from(i32::MIN)),
    }
}

pub(super) fn negate(a: &Decimal) -> Decimal {
    new(-&a.unscaled, a.scale)
}

pub(super) fn abs(a: &Decimal) -> Decimal {
    new(BigInt::from(a.unscaled.magnitude().clone()), a.scale)
}

/// All the digits of a sum.
pub(super) fn add_exact(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    let to = a.scale.max(b.scale);
    let (a, b) = (set_scale(a, to, Rounding::Down)?, set_scale(b, to, Rounding::Down)?);
    Ok(new(a.unscaled + b.unscaled, to))
}

/// Reference: `BigDecimal.add(BigDecimal, MathContext)`.
pub(super) fn add(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    let preferred = a.scale.max(b.scale);
    if is_zero(a) || is_zero(b) {
        if is_zero(a) && is_zero(b) {
            return Ok(new(0, preferred));
        }
        let result = round(if is_zero(a) { b } else { a }, MAX_PRECISION, Rounding::HalfUp)?;
        if result.scale >= preferred {
            return Ok(strip_to(result, preferred.into()));
        }
        let room = MAX_PRECISION - precision(&result);
        let wanted = i64::from(preferred) - i64::from(result.scale);
        let to = i64::from(result.scale) + wanted.min(room);
        return set_scale(&result, scale(to, &result.unscaled)?, Rounding::Down);
    }
    let (big, mut small) = if a.scale < b.scale { (a, b.clone()) } else { (b, a.clone()) };
    if a.scale != b.scale {
        // What is too small to be seen in the result only tells where to round.
        let last = i64::from(big.scale) - precision(big) + MAX_PRECISION;
        let first = i64::from(small.scale) - precision(&small) + 1;
        if first > i64::from(big.scale) + 2 && first > last + 2 {
            let sign = if small.unscaled.sign() == Sign::Minus { -1 } else { 1 };
            small = new(sign, scale(i64::from(big.scale).max(last) + 3, &BigInt::from(1))?);
        }
    }
    round(&add_exact(big, &small)?, MAX_PRECISION, Rounding::HalfUp)
}

pub(super) fn subtract(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    add(a, &negate(b))
}

pub(super) fn multiply(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    let unscaled = &a.unscaled * &b.unscaled;
    let scale = scale(i64::from(a.scale) + i64::from(b.scale), &unscaled)?;
    round(&Decimal { unscaled, scale }, MAX_PRECISION, Rounding::HalfUp)
}

/// Reference: `BigDecimal.divide(BigDecimal, int, RoundingMode)`.
pub(super) fn divide_to_scale(a: &Decimal, b: &Decimal, to: i32, rounding: Rounding) -> Result<Decimal> {
    if is_zero(b) {
        return Err("BigInteger divide by zero".to_owned());
    }
    let raise = i64::from(to) + i64::from(b.scale) - i64::from(a.scale);
    let unscaled = if raise >= 0 {
        divide_rounding(&(&a.unscaled * power(raise)?), &b.unscaled, rounding)
    } else {
        divide_rounding(&a.unscaled, &(&b.unscaled * power(-raise)?), rounding)
    };
    Ok(new(unscaled, to))
}

/// Reference: `DecimalType.divide`.
pub(super) fn divide(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    const LEAST: i64 = 32;
    const MOST: i64 = 1000;
    let first = (precision(a) - i64::from(a.scale)) - (precision(b) - i64::from(b.scale));
    let to = (LEAST - first).max(a.scale.into()).max(b.scale.into()).clamp(LEAST, MOST) as i32;
    divide_to_scale(a, b, to, Rounding::HalfUp).map(strip)
}

/// A quotient of a number of digits at most, of as few as it has if it is exact (`BigDecimal.divide(BigDecimal, MathContext)`).
pub(super) fn divide_digits(a: &Decimal, b: &Decimal, most: i64) -> Result<Decimal> {
    let preferred = i64::from(a.scale) - i64::from(b.scale);
    if is_zero(a) {
        return Ok(new(0, preferred.clamp(i32::MIN.into(), i32::MAX.into()) as i32));
    }
    let raise = (most + precision(b) - precision(a) + 2).max(0);
    let dividend = &a.unscaled * power(raise)?;
    let (quotient, rest) = (&dividend / &b.unscaled, &dividend % &b.unscaled);
    if rest.sign() == Sign::NoSign {
        let exact = Decimal { scale: scale(preferred + raise, &quotient)?, unscaled: quotient };
        return Ok(strip_to(round(&exact, most, Rounding::HalfEven)?, preferred));
    }
    // One more digit, so that nothing looks like a half that is more than one.
    let unscaled = quotient * 10 + if dividend.sign() == b.unscaled.sign() { 1 } else { -1 };
    let scale = scale(preferred + raise + 1, &unscaled)?;
    round(&Decimal { unscaled, scale }, most, Rounding::HalfEven)
}

/// Reference: `BigDecimal.remainder`.
pub(super) fn remainder(a: &Decimal, b: &Decimal) -> Result<Decimal> {
    if is_zero(b) {
        return Err(if is_zero(a) { "Division undefined" } else { "Division by zero" }.to_owned());
    }
    let preferred = i64::from(a.scale) - i64::from(b.scale);
    let to = a.scale.max(b.scale);
    let (x, y) = (set_scale(a, to, Rounding::Down)?, set_scale(b, to, Rounding::Down)?);
    let quotient = strip_to(new(&x.unscaled / &y.unscaled, 0), preferred);
    let quotient_scale = if is_zero(&quotient) { preferred } else { i64::from(quotient.scale).max(preferred) };
    let result = new(&x.unscaled % &y.unscaled, to);
    let wanted = i64::from(a.scale).max(quotient_scale + i64::from(b.scale));
    set_scale(&result, scale(wanted, &result.unscaled)?, Rounding::Down)
}

/// The whole part (`BigDecimal.toBigInteger`).
pub(super) fn to_whole(a: &Decimal) -> Result<BigInt> {
    set_scale(a, 0, Rounding::Down).map(|whole| whole.unscaled)
}

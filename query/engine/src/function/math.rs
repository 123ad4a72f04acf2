//! `abs`, `exp`, `log`, `log10`, `round`.

use cqlite_types::value::Decimal;
use num_bigint::{BigInt, Sign};

use super::decimal::{self, Rounding};
use super::number::Number;
use super::precise;

/// Java's messages of what fails.
type Result<T> = std::result::Result<T, String>;

/// Functions of one number, whose result is of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MathFunction {
    Abs,
    Exp,
    Log,
    Log10,
    Round,
}

/// The digits of the results of decimals, at least (`DecimalType.MIN_SIGNIFICANT_DIGITS`).
const LEAST: i64 = 32;

impl MathFunction {
    pub(super) const ALL: [MathFunction; 5] =
        [MathFunction::Abs, MathFunction::Exp, MathFunction::Log, MathFunction::Log10, MathFunction::Round];

    pub(super) fn name(self) -> &'static str {
        match self {
            MathFunction::Abs => "abs",
            MathFunction::Exp => "exp",
            MathFunction::Log => "log",
            MathFunction::Log10 => "log10",
            MathFunction::Round => "round",
        }
    }

    pub(super) fn compute(self, number: &Number) -> Result<Number> {
        Ok(match number {
            Number::Byte(n) if self == MathFunction::Abs => Number::Byte(n.wrapping_abs()),
            Number::Short(n) if self == MathFunction::Abs => Number::Short(n.wrapping_abs()),
            Number::Int(n) if self == MathFunction::Abs => Number::Int(n.wrapping_abs()),
            Number::Long(n) if self == MathFunction::Abs => Number::Long(n.wrapping_abs()),
            Number::Byte(_) | Number::Short(_) | Number::Int(_) | Number::Long(_) if self == MathFunction::Round => {
                number.clone()
            }
            Number::Byte(n) => Number::Byte(self.of_f64((*n).into()) as i32 as i8),
            Number::Short(n) => Number::Short(self.of_f64((*n).into()) as i32 as i16),
            Number::Int(n) => Number::Int(self.of_f64((*n).into()) as i32),
            Number::Long(n) => Number::Long(self.of_f64(*n as f64) as i64),
            // Java takes the sign from doubles that are no numbers, but not from floats.
            Number::Float(n) if self == MathFunction::Abs && n.is_nan() => Number::Float(*n),
            Number::Float(n) if self == MathFunction::Round => Number::Float(round_half_up((*n).into()) as i32 as f32),
            Number::Float(n) => Number::Float(self.of_f64((*n).into()) as f32),
            Number::Double(n) if self == MathFunction::Round => Number::Double(round_half_up(*n) as i64 as f64),
            Number::Double(n) => Number::Double(self.of_f64(*n)),
            Number::Varint(n) => Number::Varint(match self {
                MathFunction::Abs => n.magnitude().clone().into(),
                MathFunction::Round => n.clone(),
                _ => decimal::to_whole(&self.of_decimal(&decimal::new(n.clone(), 0))?)?,
            }),
            Number::Decimal(n) => Number::Decimal(self.of_decimal(n)?),
        })
    }

    fn of_f64(self, value: f64) -> f64 {
        match self {
            MathFunction::Abs => value.abs(),
            MathFunction::Exp => value.exp(),
            // What is not a number has the bits that Java's functions give it.
            MathFunction::Log | MathFunction::Log10 if value < 0.0 => -f64::NAN,
            MathFunction::Log => precise::ln(value),
            MathFunction::Log10 => precise::log10(value),
            MathFunction::Round => round_half_up(value),
        }
    }

    fn of_decimal(self, value: &Decimal) -> Result<Decimal> {
        let digits = decimal::precision(value).clamp(LEAST, 10_000);
        let positive = || match value.unscaled.sign() {
            Sign::Plus => Ok(()),
            _ if self == MathFunction::Log => Err("Natural log of number zero or less".to_owned()),
            _ => Err("Log10 of number zero or less".to_owned()),
        };
        match self {
            MathFunction::Abs => Ok(decimal::abs(value)),
            MathFunction::Exp => exp(value, digits),
            MathFunction::Log => positive().and_then(|()| log(value, digits)),
            MathFunction::Log10 => {
                positive()?;
                // As Cassandra's library computes it, rounding in between.
                let quotient = decimal::divide_digits(
                    &log(value, digits + 2)?,
                    &log(&decimal::new(10, 0), digits + 2)?,
                    digits + 2,
                )?;
                decimal::round(&quotient, digits, Rounding::HalfEven)
            }
            MathFunction::Round => decimal::set_scale(value, 0, Rounding::HalfUp),
        }
    }
}

/// To the nearest whole number, of two the larger one (`Math.round`).
fn round_half_up(value: f64) -> f64 {
    let floor = value.floor();
    if value - floor >= 0.5 {
        floor + 1.0
    } else {
        floor
    }
}

/// A number with so many binary digits behind the point.
struct Fixed {
    bits: u64,
}

impl Fixed {
    fn of_digits(digits: i64) -> Fixed {
        Fixed { bits: (digits as f64 * std::f64::consts::LOG2_10) as u64 + 64 }
    }

    fn one(&self) -> BigInt {
        BigInt::from(1) << self.bits
    }

    fn of(&self, value: &Decimal) -> Result<BigInt> {
        let wide = decimal::new(&value.unscaled << self.bits, value.scale);
        decimal::to_whole(&wide)
    }

    fn multiply(&self, a: &BigInt, b: &BigInt) -> BigInt {
        (a * b) >> self.bits
    }

    /// 2 atanh(1/n), as a series: the logarithm of (n + 1) / (n - 1).
    fn log_ratio(&self, n: u32) -> BigInt {
        let square = BigInt::from(n) * n;
        let mut term: BigInt = (self.one() << 1u32) / n;
        let mut sum = BigInt::ZERO;
        let mut divisor = 1;
        while term.sign() != Sign::NoSign {
            sum += &term / divisor;
            term /= &square;
            divisor += 2;
        }
        sum
    }

    fn log_two(&self) -> BigInt {
        self.log_ratio(3)
    }

    fn log_ten(&self) -> BigInt {
        // 10 = 2^3 * 5/4, and 5/4 = (9 + 1) / (9 - 1).
        self.log_two() * 3 + self.log_ratio(9)
    }

    /// e to the power of something from 0 to 1.
    fn exp(&self, x: &BigInt) -> BigInt {
        // Halved until the series is short, squared as often.
        const HALVINGS: u64 = 16;
        let x: BigInt = x >> HALVINGS;
        let (mut term, mut sum) = (self.one(), self.one());
        let mut n = 1;
        while term.sign() != Sign::NoSign {
            term = self.multiply(&term, &x) / n;
            sum += &term;
            n += 1;
        }
        for _ in 0..HALVINGS {
            sum = self.multiply(&sum, &sum);
        }
        sum
    }

    /// The decimal of a number of digits.
    fn decimal(&self, value: &BigInt, digits: i64) -> Result<Decimal> {
        let wide = digits + 20 + (self.bits as f64 * std::f64::consts::LOG10_2) as i64;
        let scaled: BigInt = (value * BigInt::from(10).pow(wide as u32)) >> self.bits;
        decimal::round(&decimal::new(scaled, wide as i32), digits, Rounding::HalfEven)
    }
}

/// e to the power of a decimal, rounded to a number of digits.
fn exp(x: &Decimal, digits: i64) -> Result<Decimal> {
    if decimal::is_zero(x) {
        return Ok(decimal::new(1, 0));
    }
    // A result of which no decimal has the scale, or that takes too long for Cassandra, too.
    let magnitude = decimal::precision(x) - i64::from(x.scale);
    if magnitude > 10 {
        return Err("Overflow".to_owned());
    }
    if magnitude < -digits {
        return decimal::round(
            &decimal::add_exact(&decimal::new(1, 0), &decimal::set_scale(x, (digits + 2) as i32, Rounding::Down)?)?,
            digits,
            Rounding::HalfEven,
        );
    }
    // x = k ln 10 + r with r from 0 to ln 10: the result is e^r * 10^k.
    let fixed = Fixed::of_digits(digits + magnitude.max(0) + 20);
    let (value, log_ten) = (fixed.of(x)?, fixed.log_ten());
    let mut power: BigInt = &value / &log_ten;
    if value.sign() == Sign::Minus {
        power -= 1;
    }
    let rest = value - &power * &log_ten;
    // e^r below 10, from a third of r.
    let third = fixed.exp(&(rest / 3));
    let result = fixed.multiply(&fixed.multiply(&third, &third), &third);
    let mantissa = fixed.decimal(&result, digits)?;
    let power = i32::try_from(power).map_err(|_| "Overflow".to_owned())?;
    let scale = mantissa.scale.checked_sub(power).ok_or_else(|| "Overflow".to_owned())?;
    Ok(decimal::new(mantissa.unscaled, scale))
}

/// The natural logarithm of a decimal above zero, rounded to a number of digits.
fn log(x: &Decimal, digits: i64) -> Result<Decimal> {
    if decimal::is_zero(&decimal::subtract(x, &decimal::new(1, 0))?) {
        return Ok(decimal::zero());
    }
    let exponent = decimal::precision(x) - i64::from(x.scale);
    // x = m * 10^exponent with m from 0.1 to 1.
    let mantissa = decimal::new(x.unscaled.clone(), decimal::precision(x) as i32);
    // Near 1 the first digits of both summands are the same.
    let fixed = Fixed::of_digits(2 * digits + 2 * decimal::precision(x) + 20);
    let mut value = fixed.of(&mantissa)?;
    let mut twos = 0;
    while value < (fixed.one() >> 1) {
        value <<= 1;
        twos += 1;
    }
    // Newton's method on e^y = value, which doubles the digits at each step.
    let one = fixed.one();
    let leading = i64::try_from(&value >> (fixed.bits - 52)).map_err(|_| "Overflow".to_owned())?;
    let ratio = leading as f64 / (1u64 << 52) as f64;
    // -ln(value), from 0 to ln 2, so that e to its power is at least one.
    let guess = -ratio.ln();
    let mut y: BigInt = BigInt::from((guess * (1u64 << 52) as f64) as i64) << (fixed.bits - 52);
    let mut exact = 40;
    while exact < fixed.bits * 2 {
        // y + (1 - value * e^y) / (value * e^y), nearly, from the other side: y += 2 (1 - p) / (1 + p).
        let product = fixed.multiply(&value, &fixed.exp(&y));
        let step = ((&one - &product) << (fixed.bits + 1)) / (&one + &product);
        y += step;
        exact *= 3;
    }
    let result = -y - fixed.log_two() * twos + fixed.log_ten() * exponent;
    fixed.decimal(&result, digits)
}

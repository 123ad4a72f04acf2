//! Aggregates: `count`, `min`, `max`, `sum`, `avg`.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::value::Decimal;
use num_bigint::BigInt;

use super::decimal::{self, Rounding};
use super::error::{malformed, thrown};
use super::number::{native, Number};
use crate::{Result, Value};

/// What is computed of many values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AggregateKind {
    CountRows,
    Count,
    Min,
    Max,
    Sum,
    Avg,
}

/// An aggregate over the rows so far.
#[derive(Debug, Clone)]
pub struct State {
    kind: AggregateKind,
    ty: MarshalType,
    sum: Sum,
}

#[derive(Debug, Clone)]
enum Sum {
    Count(i64),
    Extreme(Value),
    Whole(WholeSum),
    Float(FloatSum),
    Varint { sum: BigInt, count: i32 },
    Decimal { sum: Decimal, count: i32 },
}

impl State {
    pub(super) fn new(kind: AggregateKind, ty: &MarshalType) -> State {
        let sum = match (kind, native(ty)) {
            (AggregateKind::CountRows | AggregateKind::Count, _) => Sum::Count(0),
            (AggregateKind::Min | AggregateKind::Max, _) => Sum::Extreme(None),
            (_, Some(NativeType::Float | NativeType::Double)) => Sum::Float(FloatSum::default()),
            (_, Some(NativeType::Integer)) => Sum::Varint { sum: BigInt::ZERO, count: 0 },
            (_, Some(NativeType::Decimal)) => Sum::Decimal { sum: decimal::zero(), count: 0 },
            _ => Sum::Whole(WholeSum::default()),
        };
        State { kind, ty: ty.clone(), sum }
    }

    /// Takes the arguments of a row.
    ///
    /// # Errors
    /// They are no values of their types, or have no sum.
    pub fn add(&mut self, arguments: &[Option<&[u8]>]) -> Result<()> {
        if self.kind == AggregateKind::CountRows {
            if let Sum::Count(count) = &mut self.sum {
                *count = count.wrapping_add(1);
            }
            return Ok(());
        }
        let Some(bytes) = arguments.first().copied().flatten() else { return Ok(()) };
        if !matches!(self.sum, Sum::Count(_) | Sum::Extreme(_)) {
            super::number::check(&self.ty, bytes)?;
        }
        let number = || Number::read(native(&self.ty)?, bytes);
        match &mut self.sum {
            Sum::Count(count) => *count = count.wrapping_add(1),
            Sum::Extreme(extreme) => {
                if self.ty.is_counter() && bytes.is_empty() {
                    return Ok(());
                }
                let better = if self.kind == AggregateKind::Max { Ordering::Greater } else { Ordering::Less };
                let replaces = match extreme {
                    None => true,
                    Some(so_far) => compare(&self.ty, bytes, so_far)? == better,
                };
                if replaces {
                    *extreme = Some(bytes.to_vec());
                }
            }
            Sum::Whole(sum) => {
                if let Some(number) = number() {
                    sum.add(number.to_i64());
                }
            }
            Sum::Float(sum) => {
                if let Some(number) = number() {
                    sum.add(number.to_f64(), self.kind == AggregateKind::Avg);
                }
            }
            Sum::Varint { sum, count } => {
                if let Some(number) = number() {
                    *sum += number.to_varint();
                    *count = count.wrapping_add(1);
                }
            }
            Sum::Decimal { sum, count } => {
                let Some(Number::Decimal(number)) = number() else { return Ok(()) };
                *count = count.wrapping_add(1);
                let next = match self.kind {
                    AggregateKind::Avg => running_average(sum, &number, *count),
                    _ => decimal::add_exact(sum, &number),
                };
                *sum = next.map_err(|message| thrown("java.lang.ArithmeticException", message))?;
            }
        }
        Ok(())
    }

    /// The result.
    ///
    /// # Errors
    /// There is none.
    pub fn result(&self) -> Result<Value> {
        let is_average = self.kind == AggregateKind::Avg;
        Ok(match &self.sum {
            Sum::Count(count) => Some(count.to_be_bytes().to_vec()),
            Sum::Extreme(extreme) => extreme.clone(),
            Sum::Whole(sum) => {
                let result = if is_average { sum.average() } else { sum.sum };
                Some(match native(&self.ty) {
                    Some(NativeType::Byte) => (result as i8).to_be_bytes().to_vec(),
                    Some(NativeType::Short) => (result as i16).to_be_bytes().to_vec(),
                    Some(NativeType::Int32) => (result as i32).to_be_bytes().to_vec(),
                    _ => result.to_be_bytes().to_vec(),
                })
            }
            Sum::Float(sum) => {
                let result = if is_average { sum.average() } else { sum.total() };
                Some(match native(&self.ty) {
                    Some(NativeType::Float) => Number::Float(result as f32).write(),
                    _ => Number::Double(result).write(),
                })
            }
            Sum::Varint { sum, count } if is_average && *count != 0 => Some((sum / count).to_signed_bytes_be()),
            Sum::Varint { sum, .. } => Some(if is_average { vec![0] } else { sum.to_signed_bytes_be() }),
            Sum::Decimal { sum, .. } => Some(decimal::write(sum)),
        })
    }
}

fn compare(ty: &MarshalType, a: &[u8], b: &[u8]) -> Result<Ordering> {
    // Counters are numbers here, not the shards that are stored.
    let long = NativeType::Long.into();
    cqlite_types::try_compare(if ty.is_counter() { &long } else { ty }, a, b).map_err(malformed)
}

fn running_average(average: &Decimal, number: &Decimal, count: i32) -> decimal::Result<Decimal> {
    let difference = decimal::add_exact(number, &decimal::negate(average))?;
    let by = decimal::new(count, 0);
    let step = decimal::divide_to_scale(&difference, &by, difference.scale, Rounding::HalfEven)?;
    decimal::add_exact(average, &step)
}

/// A sum of whole numbers, which an average goes on with in larger ones when it has no room.
#[derive(Debug, Clone, Default)]
struct WholeSum {
    sum: i64,
    count: i32,
    large: Option<BigInt>,
}

impl WholeSum {
    fn add(&mut self, number: i64) {
        self.count = self.count.wrapping_add(1);
        match &mut self.large {
            Some(large) => *large += number,
            None => {
                let (sum, is_too_large) = self.sum.overflowing_add(number);
                if is_too_large {
                    self.large = Some(BigInt::from(self.sum) + number);
                }
                self.sum = sum;
                return;
            }
        }
        self.sum = self.sum.wrapping_add(number);
    }

    fn average(&self) -> i64 {
        match &self.large {
            Some(large) => Number::Varint(large / self.count).to_i64(),
            None if self.count == 0 => 0,
            None => self.sum / i64::from(self.count),
        }
    }
}

/// A sum of floating-point numbers with what was rounded off (Kahan's summation).
#[derive(Debug, Clone, Default)]
struct FloatSum {
    sum: f64,
    compensation: f64,
    simple: f64,
    count: i32,
    large: Option<Decimal>,
}

/// A sum as Java's interpreter makes it: of what is no number the first here, which is the second there, goes on; infinities of both signs
/// make a negative one. What Java's compiler has made of the code does it the other way round.
fn plus(a: f64, b: f64) -> f64 {
    let sum = a + b;
    match (sum.is_nan(), a.is_nan(), b.is_nan()) {
        (false, ..) => sum,
        (true, true, _) => a,
        (true, false, true) => b,
        (true, false, false) => -f64::NAN.abs(),
    }
}

/// What is added to take a number away; of what is none the sign stays.
fn less(number: f64) -> f64 {
    if number.is_nan() {
        number
    } else {
        -number
    }
}

impl FloatSum {
    fn add(&mut self, number: f64, is_average: bool) {
        self.count = self.count.wrapping_add(1);
        if let Some(large) = &mut self.large {
            if let Some(sum) = decimal::of_f64(number).and_then(|number| decimal::add_exact(large, &number).ok()) {
                *large = sum;
            }
            return;
        }
        self.simple += number;
        let before = self.sum;
        let corrected = plus(number, less(self.compensation));
        let rounded = plus(corrected, self.sum);
        self.compensation = plus(plus(rounded, less(self.sum)), less(corrected));
        self.sum = rounded;
        if is_average && self.sum.is_infinite() && !number.is_infinite() {
            let both = decimal::of_f64(before).zip(decimal::of_f64(number));
            self.large = both.and_then(|(before, number)| decimal::add_exact(&before, &number).ok());
        }
    }

    fn total(&self) -> f64 {
        let total = plus(self.compensation, self.sum);
        if total.is_nan() && self.simple.is_infinite() {
            self.simple
        } else {
            total
        }
    }

    fn average(&self) -> f64 {
        match &self.large {
            _ if self.count == 0 => 0.0,
            Some(large) => {
                let by = decimal::new(self.count, 0);
                let quotient = decimal::divide_to_scale(large, &by, large.scale, Rounding::HalfEven);
                quotient.map_or(f64::NAN, |quotient| Number::Decimal(quotient).to_f64())
            }
            None => self.total() / f64::from(self.count),
        }
    }
}

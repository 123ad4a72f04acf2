//! Operators. Whole numbers are computed in 64 bits with sign; leaving them is an error, not a wrong value.

use super::dynamic::Dyn;
use super::expr::Op;
use super::spec::Int;
use crate::arithmetic::{quotient, remainder, Shifted as _};
use crate::error::ReadErrorKind;

type Computed<T> = Result<T, ReadErrorKind>;

/// A whole number in 64 bits with sign.
pub(super) fn number(v: &Dyn<'_>) -> Computed<i64> {
    match v {
        Dyn::Signed(n) => Ok(*n),
        Dyn::Unsigned(n) => i64::try_from(*n).map_err(|_| ReadErrorKind::Overflow),
        _ => Err(ReadErrorKind::Overflow),
    }
}

/// A whole number, whether 64 bits with sign hold it or not.
fn wide(v: &Dyn<'_>) -> Computed<i128> {
    match v {
        Dyn::Signed(n) => Ok((*n).into()),
        Dyn::Unsigned(n) => Ok((*n).into()),
        _ => Err(ReadErrorKind::Overflow),
    }
}

/// An operator's value.
pub(super) fn apply(op: Op, a: &Dyn<'_>, b: &Dyn<'_>) -> Computed<Dyn<'static>> {
    match op {
        Op::Eq | Op::Ne | Op::Lt | Op::Le | Op::Gt | Op::Ge => compare(op, a, b).map(Dyn::Bool),
        Op::BitAnd | Op::BitOr | Op::BitXor | Op::Shl | Op::Shr => bitwise(op, a, b),
        _ => arithmetic(op, number(a)?, number(b)?),
    }
}

fn compare(op: Op, a: &Dyn<'_>, b: &Dyn<'_>) -> Computed<bool> {
    let order = wide(a)?.cmp(&wide(b)?);
    Ok(match op {
        Op::Eq => order.is_eq(),
        Op::Ne => order.is_ne(),
        Op::Lt => order.is_lt(),
        Op::Le => order.is_le(),
        Op::Gt => order.is_gt(),
        _ => order.is_ge(),
    })
}

fn bitwise(op: Op, a: &Dyn<'_>, b: &Dyn<'_>) -> Computed<Dyn<'static>> {
    let is_shift = matches!(op, Op::Shl | Op::Shr);
    if matches!(a, Dyn::Unsigned(_)) || (matches!(b, Dyn::Unsigned(_)) && !is_shift) {
        return unsigned(op, a, b).map(Dyn::Unsigned);
    }
    let (a, b) = (number(a)?, number(b)?);
    Ok(Dyn::Signed(match op {
        Op::BitAnd => a & b,
        Op::BitOr => a | b,
        Op::BitXor => a ^ b,
        Op::Shl => a.shifted_left(b).ok_or(ReadErrorKind::Overflow)?,
        _ => a.shifted_right(b).ok_or(ReadErrorKind::Overflow)?,
    }))
}

fn unsigned(op: Op, a: &Dyn<'_>, b: &Dyn<'_>) -> Computed<u64> {
    let operand = |v: &Dyn<'_>| match v {
        Dyn::Unsigned(n) => Ok(*n),
        v => number(v).map(|n| n as u64),
    };
    let x = operand(a)?;
    Ok(match op {
        Op::BitAnd => x & operand(b)?,
        Op::BitOr => x | operand(b)?,
        Op::BitXor => x ^ operand(b)?,
        Op::Shl => x.shifted_left(number(b)?).ok_or(ReadErrorKind::Overflow)?,
        _ => x.shifted_right(number(b)?).ok_or(ReadErrorKind::Overflow)?,
    })
}

fn arithmetic(op: Op, a: i64, b: i64) -> Computed<Dyn<'static>> {
    let computed = match op {
        Op::Add => a.checked_add(b),
        Op::Sub => a.checked_sub(b),
        Op::Mul => a.checked_mul(b),
        Op::Div => quotient(a, b),
        _ => remainder(a, b),
    };
    computed.map(Dyn::Signed).ok_or(ReadErrorKind::Overflow)
}

/// The same number in another type, which must have it. What is no number stays what it is: the specification only tells its type.
pub(super) fn cast(v: Dyn<'_>, to: Int) -> Computed<Dyn<'_>> {
    let n = match v {
        Dyn::Signed(n) => i128::from(n),
        Dyn::Unsigned(n) => i128::from(n),
        other => return Ok(other),
    };
    let bits = to.bytes() * 8;
    let range = if to.is_signed() { -(1 << (bits - 1))..=(1 << (bits - 1)) - 1 } else { 0..=(1 << bits) - 1 };
    match to {
        _ if !range.contains(&n) => Err(ReadErrorKind::Overflow),
        Int::U8 | Int::U8le => Ok(Dyn::Unsigned(n as u64)),
        _ => Ok(Dyn::Signed(n as i64)),
    }
}

/// The bits of a whole number as one of 64 bits with sign.
pub(super) fn wrapped(v: &Dyn<'_>) -> Computed<i64> {
    match v {
        Dyn::Unsigned(n) => Ok(*n as i64),
        other => number(other),
    }
}

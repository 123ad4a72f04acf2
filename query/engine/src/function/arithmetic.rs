//! `+`, `-`, `*`, `/`, `%` and the minus sign.

use cqlite_cql::ast::ArithmeticOperator;
use cqlite_runtime::marshal::NativeType;
use num_bigint::{BigInt, Sign};

use super::decimal;
use super::number::Number;

/// Java's messages of what fails.
type Result<T> = std::result::Result<T, String>;

/// The type of the result of an operation between two types of numbers (`OperationFcts.returnType`).
pub(super) fn result_type(left: NativeType, right: NativeType) -> NativeType {
    use NativeType as N;
    let is_floating = |ty| matches!(ty, N::Float | N::Double | N::Decimal);
    let size = |ty| match ty {
        N::Byte => 1,
        N::Short => 2,
        N::Int32 | N::Float => 4,
        N::Long | N::Double | N::CounterColumn => 8,
        _ => 16,
    };
    match (is_floating(left) || is_floating(right), size(left).max(size(right))) {
        (true, 4) => N::Float,
        (true, 8) => N::Double,
        (true, _) => N::Decimal,
        (false, 1) => N::Byte,
        (false, 2) => N::Short,
        (false, 4) => N::Int32,
        (false, 8) => N::Long,
        (false, _) => N::Integer,
    }
}

macro_rules! integers {
    ($operator:expr, $left:expr, $right:expr, $wrap:ident) => {
        match $operator {
            ArithmeticOperator::Add => $wrap($left.wrapping_add($right)),
            ArithmeticOperator::Subtract => $wrap($left.wrapping_sub($right)),
            ArithmeticOperator::Multiply => $wrap($left.wrapping_mul($right)),
            _ if $right == 0 => return Err("/ by zero".to_owned()),
            ArithmeticOperator::Divide => $wrap($left.wrapping_div($right)),
            ArithmeticOperator::Modulo => $wrap($left.wrapping_rem($right)),
        }
    };
}

macro_rules! floats {
    ($operator:expr, $left:expr, $right:expr, $wrap:ident, $nan:expr) => {{
        let (left, right) = ($left, $right);
        let result = match $operator {
            ArithmeticOperator::Add => left + right,
            ArithmeticOperator::Subtract => left - right,
            ArithmeticOperator::Multiply => left * right,
            ArithmeticOperator::Divide => left / right,
            ArithmeticOperator::Modulo => left % right,
        };
        // What is not a number has the bits that processors of the x86 kind give it, and is handed on from the left.
        $wrap(match (result.is_nan(), left.is_nan(), right.is_nan()) {
            (false, _, _) => result,
            (_, true, _) => left,
            (_, _, true) => right,
            _ => $nan,
        })
    }};
}

/// An operation whose result is of a type.
pub(super) fn compute(operator: ArithmeticOperator, ty: NativeType, left: &Number, right: &Number) -> Result<Number> {
    use Number::{Byte, Double, Float, Int, Long, Short};
    Ok(match ty {
        NativeType::Byte => integers!(operator, left.to_i8(), right.to_i8(), Byte),
        NativeType::Short => integers!(operator, left.to_i16(), right.to_i16(), Short),
        NativeType::Int32 => integers!(operator, left.to_i32(), right.to_i32(), Int),
        NativeType::Long => integers!(operator, left.to_i64(), right.to_i64(), Long),
        NativeType::Float => floats!(operator, left.to_f32(), right.to_f32(), Float, -f32::NAN),
        NativeType::Double => floats!(operator, left.to_f64(), right.to_f64(), Double, -f64::NAN),
        NativeType::Integer => Number::Varint(varints(operator, &left.to_varint(), &right.to_varint())?),
        _ => {
            let (left, right) = (left.to_decimal()?, right.to_decimal()?);
            Number::Decimal(match operator {
                ArithmeticOperator::Add => decimal::add(&left, &right)?,
                ArithmeticOperator::Subtract => decimal::subtract(&left, &right)?,
                ArithmeticOperator::Multiply => decimal::multiply(&left, &right)?,
                ArithmeticOperator::Divide => decimal::divide(&left, &right)?,
                ArithmeticOperator::Modulo => decimal::remainder(&left, &right)?,
            })
        }
    })
}

fn varints(operator: ArithmeticOperator, left: &BigInt, right: &BigInt) -> Result<BigInt> {
    Ok(match operator {
        ArithmeticOperator::Add => left + right,
        ArithmeticOperator::Subtract => left - right,
        ArithmeticOperator::Multiply => left * right,
        _ if right.sign() == Sign::NoSign => return Err("BigInteger divide by zero".to_owned()),
        ArithmeticOperator::Divide => left / right,
        ArithmeticOperator::Modulo => left % right,
    })
}

/// The number with the other sign.
pub(super) fn negate(number: &Number) -> Number {
    match number {
        Number::Byte(n) => Number::Byte(n.wrapping_neg()),
        Number::Short(n) => Number::Short(n.wrapping_neg()),
        Number::Int(n) => Number::Int(n.wrapping_neg()),
        Number::Long(n) => Number::Long(n.wrapping_neg()),
        Number::Float(n) => Number::Float(-n),
        Number::Double(n) => Number::Double(-n),
        Number::Varint(n) => Number::Varint(-n),
        Number::Decimal(n) => Number::Decimal(decimal::negate(n)),
    }
}

//! CAST(x AS type).

use cqlite_runtime::marshal::NativeType;

use super::decimal;
use super::number::{text_of_f32, Number, NUMBERS};
use crate::{QueryError, Result};

/// What can be cast, with the types that it can be cast to.
pub(super) fn casts() -> impl Iterator<Item = (NativeType, NativeType)> {
    use NativeType as N;
    let numbers = NUMBERS.into_iter().flat_map(|from| {
        let to = NUMBERS.into_iter().filter(move |to| *to != from && *to != N::CounterColumn);
        to.chain([N::Ascii, N::Utf8]).map(move |to| (from, to))
    });
    let texts = [N::InetAddress, N::Boolean, N::TimeUuid, N::Timestamp, N::SimpleDate, N::Time, N::Uuid];
    let texts = texts.into_iter().flat_map(|from| [(from, N::Ascii), (from, N::Utf8)]);
    let times = [
        (N::Ascii, N::Utf8),
        (N::TimeUuid, N::SimpleDate),
        (N::TimeUuid, N::Timestamp),
        (N::Timestamp, N::SimpleDate),
        (N::SimpleDate, N::Timestamp),
    ];
    numbers.chain(texts).chain(times)
}

/// A number as one of another type.
pub(super) fn number(value: &Number, to: NativeType) -> Result<Number> {
    Ok(match to {
        NativeType::Byte => Number::Byte(value.to_i8()),
        NativeType::Short => Number::Short(value.to_i16()),
        NativeType::Int32 => Number::Int(value.to_i32()),
        NativeType::Long => Number::Long(value.to_i64()),
        NativeType::Float => Number::Float(value.to_f32()),
        NativeType::Double => Number::Double(value.to_f64()),
        NativeType::Integer => Number::Varint(value.to_i64().into()),
        _ => Number::Decimal(match value {
            Number::Float(n) => decimal::of_text(&text_of_f32(*n)).ok_or_else(|| not_finite(n.is_nan()))?,
            Number::Double(n) => decimal::of_f64(*n).ok_or_else(|| not_finite(n.is_nan()))?,
            Number::Varint(n) => decimal::new(n.clone(), 0),
            other => decimal::new(other.to_i64(), 0),
        }),
    })
}

/// What Java says where it reads `NaN` and `Infinity` as decimals.
pub(crate) fn not_finite(is_nan: bool) -> QueryError {
    let first = if is_nan { 'N' } else { 'I' };
    let message = format_args!(
        "Character {first} is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
    );
    super::error::thrown("java.lang.NumberFormatException", message)
}

/// A value as text (`TypeSerializer.toCQLLiteralNoQuote`).
pub(super) fn text(from: NativeType, bytes: &[u8]) -> String {
    match from {
        // Counters that functions see are numbers, not the shards that are stored.
        NativeType::CounterColumn => super::number::text(NativeType::Long, bytes),
        NativeType::Boolean => bytes.iter().any(|byte| *byte != 0).to_string(),
        NativeType::Timestamp => super::number::text(from, bytes).replacen(' ', "T", 1),
        _ => super::number::text(from, bytes),
    }
}

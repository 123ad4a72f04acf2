//! Numbers of all types, turned into each other as Java does.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::value::{Decimal, Given, ToCql, ValueWriter};
use num_bigint::BigInt;

use super::decimal;
use super::error::malformed;
use crate::Result;

/// A number.
#[derive(Debug, Clone)]
pub(super) enum Number {
    Byte(i8),
    Short(i16),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    Varint(BigInt),
    Decimal(Decimal),
}

/// The types of numbers, in the order in which Cassandra names them.
pub(super) const NUMBERS: [NativeType; 9] = [
    NativeType::Byte,
    NativeType::Short,
    NativeType::Int32,
    NativeType::Long,
    NativeType::Float,
    NativeType::Double,
    NativeType::Decimal,
    NativeType::Integer,
    NativeType::CounterColumn,
];

/// The type without arguments that a type is.
pub(super) fn native(ty: &MarshalType) -> Option<NativeType> {
    match ty.unreversed() {
        MarshalType::Native(native) => Some(*native),
        _ => None,
    }
}

/// The text of a double as Java writes it.
pub(super) fn text_of_f64(value: f64) -> String {
    text(NativeType::Double, &value.to_be_bytes())
}

/// The text of a float as Java writes it.
pub(super) fn text_of_f32(value: f32) -> String {
    text(NativeType::Float, &value.to_be_bytes())
}

/// The text of a value (`AbstractType.getString`); nothing of bytes that are none.
pub(super) fn text(native: NativeType, bytes: &[u8]) -> String {
    let mut out = Vec::new();
    // Of a number there is always a text.
    let _ = cqlite_types::text::write(&native.into(), bytes, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// A value as it is stored.
pub(super) fn stored(ty: NativeType, value: &impl ToCql) -> Vec<u8> {
    let mut writer = ValueWriter::default();
    match writer.take(&ty.into(), value).map(|()| writer.given()) {
        Ok(Given::One(bytes)) => bytes.to_vec(),
        // Values of a type of theirs can be stored.
        _ => Vec::new(),
    }
}

/// Refuses bytes that are no number or time of their type; those of other types are not looked at.
pub(super) fn check(ty: &MarshalType, bytes: &[u8]) -> Result<()> {
    use NativeType as N;
    let is_read = match native(ty) {
        Some(ty) if NUMBERS.contains(&ty) => Number::read(ty, bytes).is_some(),
        Some(ty @ (N::Timestamp | N::Date | N::SimpleDate | N::TimeUuid | N::LegacyTimeUuid | N::Time)) => {
            super::time::millis(ty, bytes).is_some()
        }
        _ => true,
    };
    match is_read || bytes.is_empty() {
        true => Ok(()),
        false => cqlite_types::validate(ty, bytes).map_err(malformed),
    }
}

/// The bits of a large integer that a `long` has.
fn low_bits(value: &BigInt) -> i64 {
    let low: BigInt = value & BigInt::from(u64::MAX);
    u64::try_from(low).unwrap_or_default() as i64
}

impl Number {
    /// A number from its bytes; none of no bytes.
    pub(super) fn read(ty: NativeType, bytes: &[u8]) -> Option<Number> {
        Some(match ty {
            NativeType::Byte => Number::Byte(i8::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Short => Number::Short(i16::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Int32 => Number::Int(i32::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Long | NativeType::CounterColumn => Number::Long(i64::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Float => Number::Float(f32::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Double => Number::Double(f64::from_be_bytes(*bytes.first_chunk()?)),
            NativeType::Integer if bytes.is_empty() => return None,
            NativeType::Integer => Number::Varint(BigInt::from_signed_bytes_be(bytes)),
            NativeType::Decimal => Number::Decimal(decimal::read(bytes)?),
            _ => return None,
        })
    }

    /// Its bytes.
    pub(super) fn write(&self) -> Vec<u8> {
        match self {
            Number::Byte(n) => n.to_be_bytes().to_vec(),
            Number::Short(n) => n.to_be_bytes().to_vec(),
            Number::Int(n) => n.to_be_bytes().to_vec(),
            Number::Long(n) => n.to_be_bytes().to_vec(),
            Number::Float(n) => n.to_be_bytes().to_vec(),
            Number::Double(n) => n.to_be_bytes().to_vec(),
            Number::Varint(n) => n.to_signed_bytes_be(),
            Number::Decimal(n) => decimal::write(n),
        }
    }

    /// Reference: `Number.longValue`.
    pub(super) fn to_i64(&self) -> i64 {
        match self {
            Number::Byte(n) => (*n).into(),
            Number::Short(n) => (*n).into(),
            Number::Int(n) => (*n).into(),
            Number::Long(n) => *n,
            Number::Float(n) => *n as i64,
            Number::Double(n) => *n as i64,
            Number::Varint(n) => low_bits(n),
            // A number that has too many digits to be written has no low ones either.
            Number::Decimal(n) => decimal::to_whole(n).map_or(0, |n| low_bits(&n)),
        }
    }

    /// Reference: `Number.intValue`.
    pub(super) fn to_i32(&self) -> i32 {
        match self {
            Number::Float(n) => *n as i32,
            Number::Double(n) => *n as i32,
            other => other.to_i64() as i32,
        }
    }

    /// Reference: `Number.shortValue`.
    pub(super) fn to_i16(&self) -> i16 {
        self.to_i32() as i16
    }

    /// Reference: `Number.byteValue`.
    pub(super) fn to_i8(&self) -> i8 {
        self.to_i32() as i8
    }

    /// Reference: `Number.floatValue`.
    pub(super) fn to_f32(&self) -> f32 {
        match self {
            Number::Byte(n) => (*n).into(),
            Number::Short(n) => (*n).into(),
            Number::Int(n) => *n as f32,
            Number::Long(n) => *n as f32,
            Number::Float(n) => *n,
            Number::Double(n) => *n as f32,
            Number::Varint(n) => n.to_string().parse().unwrap_or(f32::NAN),
            Number::Decimal(n) => scientific(n).parse().unwrap_or(f32::NAN),
        }
    }

    /// Reference: `Number.doubleValue`.
    pub(super) fn to_f64(&self) -> f64 {
        match self {
            Number::Byte(n) => (*n).into(),
            Number::Short(n) => (*n).into(),
            Number::Int(n) => (*n).into(),
            Number::Long(n) => *n as f64,
            Number::Float(n) => (*n).into(),
            Number::Double(n) => *n,
            Number::Varint(n) => n.to_string().parse().unwrap_or(f64::NAN),
            Number::Decimal(n) => scientific(n).parse().unwrap_or(f64::NAN),
        }
    }

    /// Reference: `IntegerType.toBigInteger`.
    pub(super) fn to_varint(&self) -> BigInt {
        match self {
            Number::Varint(n) => n.clone(),
            other => other.to_i64().into(),
        }
    }

    /// Reference: `DecimalType.toBigDecimal`.
    pub(super) fn to_decimal(&self) -> std::result::Result<Decimal, String> {
        match self {
            Number::Decimal(n) => Ok(n.clone()),
            Number::Varint(n) => Ok(decimal::new(n.clone(), 0)),
            other => {
                let value = other.to_f64();
                let kind = if value.is_nan() { "A NaN" } else { "An infinite number" };
                let parsed = if value.is_finite() { decimal::of_f64(value) } else { None };
                parsed.ok_or_else(|| format!("{kind} cannot be converted into a decimal"))
            }
        }
    }
}

/// A decimal in a text that Rust reads.
fn scientific(n: &Decimal) -> String {
    format!("{}e{}", n.unscaled, -i64::from(n.scale))
}

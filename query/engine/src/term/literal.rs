//! Constants (`Constants.Literal`).

use cqlite_cql::ast::{Literal, LiteralKind};
use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::text::from_text;
use super::{compatible, Assignment, Receiver};
use crate::function::cast::not_finite;
use crate::function::error::thrown;
use crate::{QueryError, Result};

/// The name of the kind of constant, as errors tell it.
fn kind(literal: &Literal) -> &'static str {
    match literal.kind {
        LiteralKind::String => "STRING",
        LiteralKind::Integer => "INTEGER",
        LiteralKind::Float => "FLOAT",
        LiteralKind::Boolean => "BOOLEAN",
        LiteralKind::Duration => "DURATION",
        LiteralKind::Hex => "HEX",
        LiteralKind::Uuid => "UUID",
    }
}

/// As errors tell of it.
pub(super) fn text(literal: &Literal) -> String {
    match literal.kind {
        LiteralKind::String => format!("'{}'", literal.text),
        _ => literal.text.clone(),
    }
}

/// The type that is taken where nothing else says one (`Constants.Type.getPreferedTypeFor`).
pub(super) fn preferred_type(literal: &Literal) -> MarshalType {
    use NativeType as N;
    let text = literal.text.as_str();
    let fits = |ty: N| cqlite_types::from_text(&ty.into(), text).is_ok();
    MarshalType::Native(match literal.kind {
        LiteralKind::String if text.is_ascii() => N::Ascii,
        LiteralKind::String => N::Utf8,
        LiteralKind::Integer if fits(N::Int32) => N::Int32,
        LiteralKind::Integer if fits(N::Long) => N::Long,
        LiteralKind::Integer => N::Integer,
        LiteralKind::Uuid if fits(N::TimeUuid) => N::TimeUuid,
        LiteralKind::Uuid => N::Uuid,
        LiteralKind::Float if is_double(text) => N::Double,
        LiteralKind::Float => N::Decimal,
        LiteralKind::Boolean => N::Boolean,
        LiteralKind::Duration => N::Duration,
        // As Cassandra has it, though no `tinyint` can be given so.
        LiteralKind::Hex => N::Byte,
    })
}

/// Whether a double's shortest text says the same number.
fn is_double(text: &str) -> bool {
    if text.ends_with("NaN") || text.ends_with("Infinity") {
        return true;
    }
    let decimal = NativeType::Decimal.into();
    let read = |text: &str| cqlite_types::from_text(&decimal, text);
    let double = text.parse::<f64>().unwrap_or(f64::NAN);
    let mut shortest = Vec::new();
    let written = cqlite_types::text::write(&NativeType::Double.into(), &double.to_be_bytes(), &mut shortest);
    match (read(text), written.and_then(|()| read(&String::from_utf8_lossy(&shortest)))) {
        (Ok(exact), Ok(shortest)) => cqlite_types::compare(&decimal, &exact, &shortest).is_eq(),
        _ => false,
    }
}

pub(super) fn test_assignment(literal: &Literal, receiver: &Receiver) -> Assignment {
    use NativeType as N;
    let native = match receiver.ty.unreversed() {
        MarshalType::Native(native) if native.cql_name().is_some() => *native,
        MarshalType::List { .. }
        | MarshalType::Set { .. }
        | MarshalType::Map { .. }
        | MarshalType::User(_)
        | MarshalType::Vector { .. } => return Assignment::Not,
        _ => return Assignment::Weak,
    };
    if compatible::same(&native.into(), &preferred_type(literal)) {
        return Assignment::Exact;
    }
    let is_weak = match literal.kind {
        LiteralKind::String => {
            matches!(native, N::Ascii | N::Utf8 | N::InetAddress | N::SimpleDate | N::Time | N::Timestamp | N::Date)
        }
        LiteralKind::Integer => matches!(
            native,
            N::Long
                | N::CounterColumn
                | N::SimpleDate
                | N::Decimal
                | N::Double
                | N::Duration
                | N::Float
                | N::Int32
                | N::Short
                | N::Time
                | N::Timestamp
                | N::Date
                | N::Byte
                | N::Integer
        ),
        LiteralKind::Uuid => matches!(native, N::Uuid | N::TimeUuid | N::LegacyTimeUuid),
        LiteralKind::Float => matches!(native, N::Decimal | N::Double | N::Float),
        LiteralKind::Boolean => native == N::Boolean,
        LiteralKind::Hex => native == N::Bytes,
        LiteralKind::Duration => native == N::Duration,
    };
    if is_weak {
        Assignment::Weak
    } else {
        Assignment::Not
    }
}

/// Refuses numbers that no double has, as Cassandra does where it reads them, whatever they are for.
pub(crate) fn check_size(text: &str) -> Result<()> {
    if text.ends_with("Infinity") || !text.parse::<f64>().is_ok_and(f64::is_infinite) {
        return Ok(());
    }
    let exponent = text.split(['e', 'E']).nth(1).map(str::parse::<i32>);
    Err(match exponent {
        Some(Err(_)) => thrown("java.lang.NumberFormatException", "Exponent overflow."),
        _ => not_finite(false),
    })
}

/// The value of a constant.
pub(super) fn prepare(literal: &Literal, receiver: &Receiver) -> Result<Vec<u8>> {
    if literal.kind == LiteralKind::Float {
        check_size(&literal.text)?;
    }
    if !test_assignment(literal, receiver).is_assignable() {
        return Err(QueryError::invalid(format!(
            "Invalid {} constant ({}) for \"{}\" of type {}",
            kind(literal),
            literal.text,
            receiver.name,
            receiver.ty.cql_name()
        )));
    }
    let read = match receiver.ty.unreversed() {
        _ if literal.kind == LiteralKind::Hex => from_text(&NativeType::Bytes.into(), &literal.text[2..]),
        ty if ty.is_counter() => from_text(&NativeType::Long.into(), &literal.text),
        ty => from_text(ty, &literal.text),
    };
    read.map_err(QueryError::invalid)
}

/// Whether it is the time at which the statement runs: `'now'` for a `timestamp`.
pub(super) fn is_now(literal: &Literal, receiver: &Receiver) -> bool {
    let is_timestamp =
        matches!(receiver.ty.unreversed(), MarshalType::Native(NativeType::Timestamp | NativeType::Date));
    is_timestamp && literal.kind == LiteralKind::String && literal.text.eq_ignore_ascii_case("now")
}

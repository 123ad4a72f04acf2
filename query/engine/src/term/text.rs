//! Values from text, with Cassandra's messages.

use cqlite_runtime::marshal::{MarshalType, NativeType};

/// The bytes of a value given in text.
///
/// # Errors
/// What Cassandra's `MarshalException` says.
///
/// Reference: `AbstractType.fromString`.
pub(crate) fn from_text(ty: &MarshalType, text: &str) -> Result<Vec<u8>, String> {
    let ty = ty.unreversed();
    match ty {
        MarshalType::Tuple(types) => tuple_parts(ty, types, text)?,
        MarshalType::User(user) => {
            let types: Vec<MarshalType> = user.fields.iter().map(|field| field.ty.clone()).collect();
            tuple_parts(ty, &types, text)?;
        }
        _ => {}
    }
    let read = cqlite_types::from_text(ty, text);
    read.map_err(|error| match ty {
        MarshalType::Native(native) => message(*native, text),
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } | MarshalType::Vector { .. } => {
            format!("cannot parse '{text}' as hex bytes")
        }
        _ => error.to_string(),
    })
}

/// Checks the fields of a tuple's text, so that the one that is wrong is told of.
fn tuple_parts(ty: &MarshalType, types: &[MarshalType], text: &str) -> Result<(), String> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find(':').map(|at| at + from) {
        if at > 0 && rest.as_bytes()[at - 1] == b'\\' {
            from = at + 1;
            continue;
        }
        parts.push(&rest[..at]);
        rest = &rest[at + 1..];
        from = 0;
    }
    if !text.is_empty() {
        parts.push(rest);
    }
    if parts.len() > types.len() {
        return Err(format!(
            "Invalid tuple literal: too many elements. Type {} expects {} but got {}",
            ty.cql_name(),
            types.len(),
            parts.len()
        ));
    }
    for (part, ty) in parts.into_iter().zip(types).filter(|(part, _)| *part != "@") {
        from_text(ty, &part.replace("\\:", ":").replace("\\@", "@"))?;
    }
    Ok(())
}

fn message(native: NativeType, text: &str) -> String {
    use NativeType as N;
    let is_number =
        !text.is_empty() && text.strip_prefix('-').unwrap_or(text).bytes().all(|byte| byte.is_ascii_digit());
    match native {
        N::Ascii => {
            "Invalid ASCII character in string literal: java.nio.charset.UnmappableCharacterException: Input length = 1"
                .to_owned()
        }
        N::Boolean => format!("Unable to make boolean from '{text}'"),
        N::Byte => format!("Unable to make byte from '{text}'"),
        N::Short => format!("Unable to make short from '{text}'"),
        N::Int32 => format!("Unable to make int from '{text}'"),
        N::Long | N::CounterColumn => format!("Unable to make long from '{text}'"),
        N::Float => format!("Unable to make float from '{text}'"),
        N::Double => format!("Unable to make double from '{text}'"),
        N::Integer => format!("unable to make int from '{text}'"),
        N::Decimal => format!("unable to make BigDecimal from '{text}'"),
        N::InetAddress => format!("Unable to make inet address from '{text}'"),
        N::Bytes => format!("cannot parse '{text}' as hex bytes"),
        N::SimpleDate if is_number => format!("Unable to make unsigned int (for date) from: '{text}'"),
        N::SimpleDate => date(text),
        N::Time if is_number => format!("Unable to make long (for time) from: '{text}'"),
        N::Time => format!("(TimeType) Unable to coerce '{text}' to a formatted time (long)"),
        N::Timestamp | N::Date if is_number => format!("Unable to make long (for date) from: '{text}'"),
        N::Timestamp | N::Date => format!("Unable to parse a date/time from '{text}'"),
        N::TimeUuid | N::LegacyTimeUuid if cqlite_types::from_text(&N::Uuid.into(), text).is_ok() => {
            "TimeUUID supports only version 1 UUIDs".to_owned()
        }
        N::TimeUuid | N::LegacyTimeUuid => format!("Unknown timeuuid representation: {text}"),
        N::LexicalUuid => format!("unable to make UUID from '{text}'"),
        N::Uuid => format!("Unable to make UUID from '{text}'"),
        N::Duration => duration(text),
        N::Empty => format!("'{text}' is not empty"),
        _ => format!("Unable to parse '{text}'"),
    }
}

/// Why a text is no date: it is none, or one that is too early or too late.
fn date(text: &str) -> String {
    let unable = format!("Unable to coerce '{text}' to a formatted date (long)");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', text.strip_prefix('+').unwrap_or_default()),
    };
    // The same day of a year that has as many days says whether there is such a day.
    let year =
        digits.split('-').next().filter(|year| (5..=9).contains(&year.len())).and_then(|year| year.parse::<u32>().ok());
    let Some((year, rest)) = year.zip(digits.split_once('-').map(|(_, rest)| rest)) else { return unable };
    let alike = format!("{}-{rest}", 2000 + year % 400);
    if cqlite_types::from_text(&NativeType::SimpleDate.into(), &alike).is_err() {
        return unable;
    }
    match sign {
        '-' => format!("Input date {text} is less than min supported date -5877641-06-23T00:00Z"),
        _ => format!("Input date {text} is greater than max supported date +5881580-07-11T00:00Z"),
    }
}

/// Why a text is no duration: units out of their order or too many of them.
fn duration(text: &str) -> String {
    let source = text.strip_prefix('-').unwrap_or(text);
    let unable = format!("Unable to convert '{source}' to a duration");
    if source.starts_with('P') {
        return unable;
    }
    let mut rest = source;
    let mut last = 0;
    let mut totals = [0i128; 3];
    let names = [
        "",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "milliseconds",
        "microseconds",
        "nanoseconds",
    ];
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let (number, tail) = rest.split_at(end);
        let end = tail.find(|letter: char| letter.is_ascii_digit()).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(end);
        let (order, kind, size): (usize, usize, i128) = match unit.to_lowercase().as_str() {
            "y" => (1, 0, 12),
            "mo" => (2, 0, 1),
            "w" => (3, 1, 7),
            "d" => (4, 1, 1),
            "h" => (5, 2, 3_600_000_000_000),
            "m" => (6, 2, 60_000_000_000),
            "s" => (7, 2, 1_000_000_000),
            "ms" => (8, 2, 1_000_000),
            "us" | "µs" => (9, 2, 1000),
            "ns" => (10, 2, 1),
            _ => return unable,
        };
        if order == last {
            return format!("Invalid duration. The {} are specified multiple times", names[order]);
        }
        if order < last {
            return format!("Invalid duration. The {} should be after {}", names[last], names[order]);
        }
        last = order;
        let most = if kind == 2 { i128::from(i64::MAX) } else { i128::from(i32::MAX) };
        match number.parse::<i128>() {
            Ok(count) if count <= (most - totals[kind]) / size => totals[kind] += count * size,
            _ => {
                let kind = ["months", "days", "nanoseconds"][kind];
                return format!("Invalid duration. The total number of {kind} must be less or equal to {}", i32::MAX);
            }
        }
        rest = tail;
    }
    unable
}

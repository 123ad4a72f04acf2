use std::time::{SystemTime, UNIX_EPOCH};

use cqlite::value::{from_text, FromCql, MarshalType, NativeType, Stored, Timestamp};

/// The machine's clock, in seconds since 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Seconds since 1970, or a date as CQL takes it.
///
/// # Errors
/// Neither.
pub fn parse(text: &str) -> Result<i64, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(seconds);
    }
    let millis = date(text).ok_or_else(|| format!("expected seconds since 1970, or {DATE}"))?;
    Ok(millis.div_euclid(1000))
}

/// Microseconds since 1970, or a date as CQL takes it.
///
/// # Errors
/// Neither.
pub fn parse_micros(text: &str) -> Result<i64, String> {
    if let Ok(micros) = text.parse() {
        return Ok(micros);
    }
    date(text)
        .and_then(|millis| millis.checked_mul(1000))
        .ok_or_else(|| format!("expected microseconds since 1970, or {DATE}"))
}

const DATE: &str = "a date such as 2026-01-31T12:00:00Z";

/// A date as CQL takes it, in milliseconds since 1970.
fn date(text: &str) -> Option<i64> {
    let ty = MarshalType::Native(NativeType::Timestamp);
    let bytes = from_text(&ty, text).ok()?;
    let time = Option::<Timestamp>::from_cql(&ty, Stored::One(&bytes)).ok().flatten();
    time.map(|Timestamp(millis)| millis)
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_micros};

    #[test]
    fn times_are_seconds_or_dates() {
        assert_eq!(parse("-5"), Ok(-5));
        assert_eq!(parse("1970-01-02"), Ok(86_400));
        assert_eq!(parse("1969-12-31T23:59:59.5Z"), Ok(-1));
        for text in ["", "tomorrow", "1970-13-01", "9223372036854775808"] {
            assert!(parse(text).is_err(), "{text}");
            assert!(parse_micros(text).is_err(), "{text}");
        }
        assert_eq!(parse_micros("1700000000123456"), Ok(1_700_000_000_123_456));
        assert_eq!(parse_micros("1969-12-31T23:59:59.5Z"), Ok(-500_000));
    }
}

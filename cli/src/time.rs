use std::time::{SystemTime, UNIX_EPOCH};

use cqlite::value::{from_text, MarshalType, NativeType};

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
    let bytes = from_text(&MarshalType::Native(NativeType::Timestamp), text).ok();
    let millis = bytes.and_then(|bytes| bytes.try_into().ok()).map(i64::from_be_bytes);
    millis
        .map(|n| n.div_euclid(1000))
        .ok_or_else(|| "expected seconds since 1970, or a date such as 2026-01-31T12:00:00Z".to_owned())
}

//! `date`: days, the epoch being 2^31.

use super::calendar::{civil, days, write_day};
use super::parse::Text;
use crate::bytes::head;
use crate::{Result, ValueError};

/// Days since 1970-01-01 of a stored date.
pub(crate) fn read_date(bytes: &[u8]) -> Result<i32> {
    Ok((u32::from_be_bytes(head(bytes, "date")?) ^ 1 << 31) as i32)
}

/// The stored form of a date, from days since 1970-01-01.
pub(crate) fn stored_date(days: i32) -> [u8; 4] {
    (days as u32 ^ 1 << 31).to_be_bytes()
}

/// Writes `2024-02-29`; years before 0 have a minus sign, years above 9999 a plus sign.
///
/// Reference: `SimpleDateSerializer.toString`.
pub(crate) fn write_date(days: i32, out: &mut Vec<u8>) {
    let (year, month, day) = civil(days.into());
    write_day(year, month, day, out);
}

/// The stored form of a date in ISO 8601, or of a plain number, which is taken as stored.
///
/// Reference: `SimpleDateSerializer.dateStringToDays`.
pub(crate) fn parse_date(text: &str) -> Result<Vec<u8>> {
    let bad = ValueError::Text { ty: "date" };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        let raw = text.parse::<i64>().ok().and_then(|n| u32::try_from(n).ok());
        return raw.map(|n| n.to_be_bytes().to_vec()).ok_or(bad);
    }
    let mut text = Text::new(text);
    let day = text.iso_date().filter(|_| text.is_empty()).and_then(|(year, month, day)| days(year, month, day));
    let stored = day.and_then(|day| u32::try_from(day + (1 << 31)).ok());
    stored.map(|n| n.to_be_bytes().to_vec()).ok_or(bad)
}

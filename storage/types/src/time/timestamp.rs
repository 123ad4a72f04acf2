//! `timestamp`: milliseconds since the epoch.

use super::calendar::{civil, smart_days, write_day, write_padded, write_two, write_year};
use super::parse::Text;
use crate::words::{digits2, digits6, put_words};
use crate::{Result, ValueError};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Writes `2024-01-01 00:00:00.000Z`, or with another separator.
///
/// The year is that of the era (the pattern letter `y`), so that 1 BC and 1 AD both come out as `0001`.
/// Reference: `TimestampSerializer.FORMATTER_TO_JSON`, `FORMATTER_UTC`.
pub(crate) fn write_timestamp(millis: i64, separator: u8, out: &mut Vec<u8>) {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    let year = if year > 0 { year } else { 1 - year };
    let rest = millis.rem_euclid(DAY) as u32;
    let seconds = rest / 1000;
    let two = |value: u32, place: u32| digits2(value) << (8 * place);
    let one = |value: u8, place: u32| u64::from(value) << (8 * place);
    let (hour, minute) = (two(seconds / 3600, 3), two(seconds / 60 % 60, 6));
    let fraction = digits6(rest % 1000) >> 24 << 32;
    let time = [
        two(day.into(), 0) | one(separator, 2) | hour | one(b':', 5) | minute,
        one(b':', 0) | two(seconds % 60, 1) | one(b'.', 3) | fraction | one(b'Z', 7),
    ];
    if let Ok(short @ 0..10_000) = u32::try_from(year) {
        let year = two(short / 100, 0) | two(short % 100, 2);
        put_words([year | one(b'-', 4) | two(month.into(), 5) | one(b'-', 7), time[0], time[1]], 24, out);
    } else {
        write_day(year, month, day, out);
        put_words([time[0] >> 16], 6, out);
        put_words([time[1]], 8, out);
    }
}

/// Writes the first parts of the date, of up to three: `2017`, `2017-02`, `2017-02-28`; the year with a sign below 0 and above 9999.
pub(crate) fn write_date_of(millis: i64, parts: usize, out: &mut Vec<u8>) {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    write_year(year, out);
    for part in [month, day].into_iter().take(parts.saturating_sub(1)) {
        out.push(b'-');
        write_two(part, out);
    }
}

/// Writes the first parts of the time of day, of up to four: `15`, `15:26`, `15:26:30`, `15:26:30.001`.
pub(crate) fn write_time_of(millis: i64, parts: usize, out: &mut Vec<u8>) {
    let rest = millis.rem_euclid(DAY) as u32;
    let all = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60];
    for (i, part) in all.into_iter().take(parts).enumerate() {
        if i > 0 {
            out.push(b':');
        }
        write_two(part as u8, out);
    }
    if parts > all.len() {
        out.push(b'.');
        write_padded(u64::from(rest % 1000), 3, out);
    }
}

/// The stored form of a date and time, of a date, or of a number of milliseconds. Without an offset UTC is meant.
///
/// Names of time zones other than `UTC`, `GMT` and `Z` are not read, nor is `now`.
/// Reference: `TimestampSerializer.dateStringToTimestamp`.
pub(crate) fn parse_timestamp(text: &str) -> Result<Vec<u8>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let millis = if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        parse_date_time(text).or_else(|| parse_iso_date(text))
    };
    millis.map(|millis: i64| millis.to_be_bytes().to_vec()).ok_or(ValueError::Text { ty: "timestamp" })
}

/// `y-M-d H:m[:s][.fff][offset]`, with a `T` or a blank in the middle.
fn parse_date_time(text: &str) -> Option<i64> {
    let mut text = Text::new(text);
    let year = text.number(1..=18)?;
    text.byte(b'-')?;
    let month = text.number(1..=18)?;
    text.byte(b'-')?;
    let day = text.number(1..=18)?;
    text.byte(b'T').or_else(|| text.byte(b' '))?;
    let hour = text.number(1..=18).filter(|n| *n <= 24)?;
    text.byte(b':')?;
    let minute = text.number(1..=18).filter(|n| *n < 60)?;
    let mut second = 0;
    let mut milli = 0;
    if text.byte(b':').is_some() {
        second = text.number(1..=18).filter(|n| *n < 60)?;
        if text.byte(b'.').is_some() {
            let (value, width) = text.digits(0..=9)?;
            milli = value * 1_000_000_000 / 10i64.pow(width as u32) / 1_000_000;
        }
    }
    // Midnight at the end of a day.
    if hour == 24 && (minute, second, milli) != (0, 0, 0) {
        return None;
    }
    let offset = text.offset(false)?;
    // The year is that of the era: 0 is no year.
    let day = smart_days(Some(year).filter(|year| *year > 0)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    let seconds = (hour * 60 + minute) * 60 + second - offset;
    day.checked_mul(DAY)?.checked_add(seconds * 1000 + milli)
}

/// `yyyy-MM-dd[offset]`
fn parse_iso_date(text: &str) -> Option<i64> {
    let mut text = Text::new(text);
    let (year, month, day) = text.iso_date()?;
    let offset = text.offset(true)?;
    smart_days(year, month, day)?.checked_mul(DAY)?.checked_sub(offset * 1000)
}

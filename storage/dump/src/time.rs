//! Times as `java.time.Instant` prints them.

use crate::text::{put_part, put_signed, PAIRS};

/// Nanoseconds of a second.
const NANOS: i64 = 1_000_000_000;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// The first and the last second that an `Instant` has.
const INSTANT_SECONDS: std::ops::RangeInclusive<i64> = -31_557_014_167_219_200..=31_556_889_864_403_199;

/// The longest text: a signed year of ten digits, nine digits of a second.
const MAX_LEN: usize = 40;

/// A time that no `Instant` has; Cassandra's sstabledump ends with an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutOfRange;

/// Writes times, and remembers the last day and the last text.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    raw: bool,
    days: Days,
    micros: i64,
    /// Text of `micros`.
    text: [u8; MAX_LEN],
    len: usize,
}

/// The date of the last day.
#[derive(Debug, Clone)]
struct Days {
    day: i64,
    /// `2024-01-31T`.
    date: [u8; 11],
}

impl Clock {
    /// One that writes ISO 8601 in UTC, or plain numbers if `raw`.
    pub(crate) fn new(raw: bool) -> Self {
        let mut text = [0; MAX_LEN];
        text[..20].copy_from_slice(b"1970-01-01T00:00:00Z");
        Clock { raw, days: Days { day: 0, date: *b"1970-01-01T" }, micros: 0, text, len: 20 }
    }

    /// A time in microseconds since 1970.
    ///
    /// Before 1970 the whole seconds are those towards 1970 and the fraction counts from the second before, as in
    /// `JsonTransformer.dateString`; a time of more than 2^63 nanoseconds has the fraction of that many.
    #[inline]
    pub(crate) fn micros(&mut self, micros: i64, out: &mut Vec<u8>) -> Result<(), OutOfRange> {
        if self.raw {
            put_signed(micros, out);
            return Ok(());
        }
        if micros != self.micros {
            let nanos = micros.saturating_mul(1000).rem_euclid(NANOS);
            self.len = self.days.write(micros / 1_000_000, nanos as u32, &mut self.text)?;
            self.micros = micros;
        }
        put_part(&self.text, self.len, out);
        Ok(())
    }

    /// A time in seconds since 1970.
    #[inline]
    pub(crate) fn seconds(&mut self, seconds: i64, out: &mut Vec<u8>) -> Result<(), OutOfRange> {
        if self.raw {
            put_signed(seconds, out);
            return Ok(());
        }
        let nanos = seconds.saturating_mul(NANOS).rem_euclid(NANOS);
        let mut text = [0; MAX_LEN];
        let len = self.days.write(seconds, nanos as u32, &mut text)?;
        put_part(&text, len, out);
        Ok(())
    }
}

impl Days {
    /// `DateTimeFormatter.ISO_INSTANT`: the fraction has 0, 3, 6 or 9 digits.
    #[inline]
    fn write(&mut self, seconds: i64, nanos: u32, text: &mut [u8; MAX_LEN]) -> Result<usize, OutOfRange> {
        let mut len = if in_era(seconds) { self.second(seconds, text) } else { far(seconds, text)? };
        if nanos != 0 {
            text[len] = b'.';
            three(text, len + 1, nanos / 1_000_000);
            len += 4;
            if nanos % 1_000_000 != 0 {
                three(text, len, nanos / 1000 % 1000);
                len += 3;
                if nanos % 1000 != 0 {
                    three(text, len, nanos % 1000);
                    len += 3;
                }
            }
        }
        text[len] = b'Z';
        Ok(len + 1)
    }

    /// Date and time of day of a second of the years 0 to 9999, without what stands behind; its length.
    #[inline]
    fn second(&mut self, seconds: i64, text: &mut [u8; MAX_LEN]) -> usize {
        let day = seconds.div_euclid(DAY);
        let rest = seconds.rem_euclid(DAY) as u32;
        if day != self.day {
            let (year, month, month_day) = civil(day);
            let year = year as u32;
            self.day = day;
            self.date = *b"0000-00-00T";
            two(&mut self.date, 0, year / 100);
            two(&mut self.date, 2, year % 100);
            two(&mut self.date, 5, month);
            two(&mut self.date, 8, month_day);
        }
        text[..11].copy_from_slice(&self.date);
        two(text, 11, rest / 3600);
        text[13] = b':';
        two(text, 14, rest / 60 % 60);
        text[16] = b':';
        two(text, 17, rest % 60);
        19
    }
}

/// Whether the year has four digits and no sign.
#[inline]
fn in_era(seconds: i64) -> bool {
    (-62_167_219_200..=253_402_300_799).contains(&seconds)
}

/// A second of a year with a sign: at least four digits.
#[cold]
fn far(seconds: i64, text: &mut [u8; MAX_LEN]) -> Result<usize, OutOfRange> {
    if !INSTANT_SECONDS.contains(&seconds) {
        return Err(OutOfRange);
    }
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let rest = seconds.rem_euclid(DAY);
    let sign = if year < 0 { '-' } else { '+' };
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    let year = year.unsigned_abs();
    let written = format!("{sign}{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    text[..written.len()].copy_from_slice(written.as_bytes());
    Ok(written.len())
}

/// Year, month and day of a number of days since 1970-01-01.
fn civil(days: i64) -> (i64, u32, u32) {
    // Counted from 0000-03-01, so that the leap day is the last of its year.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u32, day as u32)
}

/// Two digits of a number below 100.
#[inline(always)]
fn two(text: &mut [u8], at: usize, value: u32) {
    let pair = 2 * value as usize;
    text[at] = PAIRS[pair];
    text[at + 1] = PAIRS[pair + 1];
}

/// Three digits of a number below 1000.
#[inline(always)]
fn three(text: &mut [u8], at: usize, value: u32) {
    text[at] = b'0' + (value / 100) as u8;
    two(text, at + 1, value % 100);
}

#[cfg(test)]
mod tests;

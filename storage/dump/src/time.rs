//! Times as `java.time.Instant` prints them.

use cqlite_types::calendar::civil;
use cqlite_types::words::{digits2, digits6, put_signed, put_words};

/// Nanoseconds of a second.
const NANOS: i64 = 1_000_000_000;
/// Seconds of a day.
const DAY: i64 = 86_400;
/// The first and the last second that an `Instant` has.
const INSTANT_SECONDS: std::ops::RangeInclusive<i64> = -31_557_014_167_219_200..=31_556_889_864_403_199;

/// A time that no `Instant` has; Cassandra's sstabledump ends with an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutOfRange;

/// Writes times, and remembers the last day and the last text.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    raw: bool,
    day: i64,
    /// `2024-01-31T`, of `day`.
    date: u128,
    micros: i64,
    /// Text of `micros`.
    text: Text,
}

/// A text of a year with four digits, in words; the first byte of each is the lowest.
#[derive(Debug, Clone, Copy)]
struct Text {
    words: [u64; 4],
    len: usize,
}

impl Clock {
    /// One that writes ISO 8601 in UTC, or plain numbers if `raw`.
    pub(crate) fn new(raw: bool) -> Self {
        let mut clock = Clock { raw, day: 0, date: date(0), micros: 0, text: Text { words: [0; 4], len: 0 } };
        clock.text = clock.text_of(0, 0);
        clock
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
            if !FAST_MICROS.contains(&micros) {
                return slow(micros / 1_000_000, micros.saturating_mul(1000).rem_euclid(NANOS), out);
            }
            self.text = self.text_of(micros / 1_000_000, micros as u64 % 1_000_000);
            self.micros = micros;
        }
        put_words(self.text.words, self.text.len, out);
        Ok(())
    }

    /// A time in seconds since 1970.
    #[inline]
    pub(crate) fn seconds(&mut self, seconds: i64, out: &mut Vec<u8>) -> Result<(), OutOfRange> {
        if self.raw {
            put_signed(seconds, out);
            return Ok(());
        }
        if !(0..=i64::from(u32::MAX)).contains(&seconds) {
            return slow(seconds, seconds.saturating_mul(NANOS).rem_euclid(NANOS), out);
        }
        let text = self.text_of(seconds, 0);
        put_words(text.words, text.len, out);
        Ok(())
    }

    /// `DateTimeFormatter.ISO_INSTANT`: the fraction has 0, 3 or 6 digits.
    #[inline]
    fn text_of(&mut self, seconds: i64, micros: u64) -> Text {
        let day = seconds / DAY;
        let rest = (seconds % DAY) as u32;
        if day != self.day {
            self.day = day;
            self.date = date(day);
        }
        let (colon, zulu) = (u64::from(b':'), u64::from(b'Z'));
        let (hours, minutes, seconds) = (digits2(rest / 3600), digits2(rest / 60 % 60), digits2(rest % 60));
        let time = hours | colon << 16 | minutes << 24 | colon << 40 | seconds << 48;
        let digits = u64::from(b'.') | digits6(micros as u32) << 8;
        let (tail, len) = match micros % 1000 {
            _ if micros == 0 => (zulu, 20),
            0 => (digits & 0xffff_ffff | zulu << 32, 24),
            _ => (digits | zulu << 56, 27),
        };
        let head = self.date | u128::from(time) << 88;
        let rest = u128::from(time >> 40) | u128::from(tail) << 24;
        Text { words: [head as u64, (head >> 64) as u64, rest as u64, (rest >> 64) as u64], len }
    }
}

/// Microseconds from 1970 on of which there are fewer than 2^63 nanoseconds.
const FAST_MICROS: std::ops::RangeInclusive<i64> = 0..=i64::MAX / 1000;

/// `2024-01-31T`, of a day of the years 1970 to 9999.
#[cold]
fn date(day: i64) -> u128 {
    let (year, month, day) = civil(day);
    let mut text = [0; 16];
    text[..11].copy_from_slice(format!("{year:04}-{month:02}-{day:02}T").as_bytes());
    u128::from_le_bytes(text)
}

/// Any other time.
#[cold]
fn slow(seconds: i64, nanos: i64, out: &mut Vec<u8>) -> Result<(), OutOfRange> {
    if !INSTANT_SECONDS.contains(&seconds) {
        return Err(OutOfRange);
    }
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let sign = match year {
        ..0 => "-",
        0..=9999 => "",
        _ => "+",
    };
    let rest = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    let year = year.unsigned_abs();
    let mut text = format!("{sign}{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if nanos != 0 {
        let fraction = format!("{nanos:09}");
        let mut fraction = fraction.as_str();
        while let Some(shorter) = fraction.strip_suffix("000") {
            fraction = shorter;
        }
        text.extend([".", fraction]);
    }
    text.push('Z');
    out.extend_from_slice(text.as_bytes());
    Ok(())
}

#[cfg(test)]
mod tests;

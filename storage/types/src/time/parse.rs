//! Reading parts of dates and times, as `java.time.format.DateTimeFormatter` does.

use std::ops::RangeInclusive;

/// Text that is read from the front.
pub(super) struct Text<'a> {
    rest: &'a [u8],
}

impl<'a> Text<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn byte(&mut self, wanted: u8) -> Option<()> {
        let (first, rest) = self.rest.split_first()?;
        (*first == wanted).then(|| self.rest = rest)
    }

    /// Digits and how many they were.
    pub(super) fn digits(&mut self, width: RangeInclusive<usize>) -> Option<(i64, usize)> {
        let count = self.rest.iter().take_while(|b| b.is_ascii_digit()).take(*width.end()).count();
        if !width.contains(&count) {
            return None;
        }
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        Some((digits.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0')), count))
    }

    pub(super) fn number(&mut self, width: RangeInclusive<usize>) -> Option<i64> {
        self.digits(width).map(|(value, _)| value)
    }

    /// `ISO_LOCAL_DATE`: a year of four digits, or of more with a sign.
    pub(super) fn iso_date(&mut self) -> Option<(i64, u8, u8)> {
        let plus = self.byte(b'+').is_some();
        let minus = !plus && self.byte(b'-').is_some();
        let (year, width) = self.digits(4..=10)?;
        if plus != (width > 4) && !minus || minus && year == 0 {
            return None;
        }
        self.byte(b'-')?;
        let month = self.number(2..=2)?;
        self.byte(b'-')?;
        let day = self.number(2..=2)?;
        Some((if minus { -year } else { year }, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
    }

    /// What is left as an offset from UTC in seconds: nothing, `Z`, `UTC`, `GMT`, `+hh`, `+hhmm`, `+hh:mm`.
    /// Behind a date without a time also `+hh:mm:ss`.
    pub(super) fn offset(&mut self, behind_date: bool) -> Option<i64> {
        let blank = self.byte(b' ').is_some();
        if self.is_empty() {
            return (!blank).then_some(0);
        }
        if self.rest == b"Z" || blank && (self.rest == b"UTC" || self.rest == b"GMT") {
            self.rest = &[];
            return Some(0);
        }
        let sign = if self.byte(b'+').is_some() { 1 } else { self.byte(b'-').map(|()| -1)? };
        let hours = self.number(2..=2).filter(|n| *n <= 18)?;
        let mut minutes = 0;
        let mut seconds = 0;
        if !self.is_empty() {
            let colon = self.byte(b':').is_some();
            minutes = self.number(2..=2).filter(|n| *n < 60)?;
            if behind_date && colon && self.byte(b':').is_some() {
                seconds = self.number(2..=2).filter(|n| *n < 60)?;
            }
        }
        seconds += (hours * 60 + minutes) * 60;
        (self.is_empty() && seconds <= 18 * 3600).then_some(sign * seconds)
    }
}

//! Dates and the days since 1970-01-01.

/// Year, month and day of a number of days since 1970-01-01, by the proleptic Gregorian calendar (`java.time.LocalDate`). The year before 1 is 0.
#[must_use]
pub fn civil(days: i64) -> (i64, u8, u8) {
    // Counted from 0000-03-01, so that the leap day is the last of its year.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097) as u32;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    from_march(i64::from(year_of_era) + era * 400, day_of_year)
}

/// The same by the Julian calendar, which `java.util.GregorianCalendar` has before 1582-10-15.
#[must_use]
pub fn julian(days: i64) -> (i64, u8, u8) {
    let days = days + 719_470;
    let (era, day_of_era) = (days.div_euclid(1461), days.rem_euclid(1461) as u32);
    let year_of_era = (day_of_era - day_of_era / 1460) / 365;
    from_march(i64::from(year_of_era) + era * 4, day_of_era - 365 * year_of_era)
}

/// Year, month and day, from the year that begins in March and the day in it.
fn from_march(year: i64, day_of_year: u32) -> (i64, u8, u8) {
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + i64::from(month <= 2), month as u8, day as u8)
}

/// Last day of a month; 0 if there is no such month.
fn last_day(year: i64, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Days since 1970-01-01 of a date; days up to the 31st that the month does not have are its last
/// (`ResolverStyle.SMART`).
pub(super) fn smart_days(year: i64, month: u8, day: u8) -> Option<i64> {
    let last = last_day(year, month);
    days(year, month, if day <= 31 { day.min(last) } else { day })
}

/// Days since 1970-01-01 of a date; none if there is no such day (`ResolverStyle.STRICT`).
pub(super) fn days(year: i64, month: u8, day: u8) -> Option<i64> {
    if day == 0 || day > last_day(year, month) || year.abs() > 999_999_999 {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// A number with leading zeros, at least `width` digits.
pub(super) fn write_padded(value: u64, width: usize, out: &mut Vec<u8>) {
    let mut buffer = itoa::Buffer::new();
    let text = buffer.format(value).as_bytes();
    out.extend(std::iter::repeat_n(b'0', width.saturating_sub(text.len())));
    out.extend_from_slice(text);
}

/// A year of at least four digits, with a plus sign if it has more (`SignStyle.EXCEEDS_PAD`).
pub(super) fn write_year(year: i64, out: &mut Vec<u8>) {
    if year < 0 {
        out.push(b'-');
    } else if year > 9999 {
        out.push(b'+');
    }
    write_padded(year.unsigned_abs(), 4, out);
}

/// Year, month and day.
pub(super) fn write_day(year: i64, month: u8, day: u8, out: &mut Vec<u8>) {
    write_year(year, out);
    out.push(b'-');
    write_two(month, out);
    out.push(b'-');
    write_two(day, out);
}

/// Two digits of a number below 100.
pub(super) fn write_two(value: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(&[b'0' + value / 10 % 10, b'0' + value % 10]);
}

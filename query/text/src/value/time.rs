//! Times, dates and durations as Python has them.

use std::io::Write;

use cqlite_types::calendar;
use cqlite_types::value::{Date, Duration};

use super::TimeFormat;

const DAY: i64 = 86_400;

/// Whether Python's `datetime` has the year.
fn is_known(year: i64) -> bool {
    (1..=9999).contains(&year)
}

/// Appends a timestamp; one outside of the years 1 to 9999 as its milliseconds.
///
/// Reference: `deserialize_date_fallback_int`, `format_value_timestamp`.
pub(super) fn put_timestamp(millis: i64, format: &TimeFormat, out: &mut Vec<u8>) {
    let micros = micros(millis);
    let (seconds, micro) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    let days = seconds.div_euclid(DAY);
    let date = (days.abs() < 4_000_000).then(|| calendar::civil(days));
    match date {
        Some((year, month, day)) if is_known(year) => {
            let second = seconds.rem_euclid(DAY);
            format.put(&super::time_format::Moment { year, month, day, days, second, micro: micro as u32 }, out);
        }
        _ => cqlite_types::words::put_signed(millis, out),
    }
}

/// Microseconds as Python makes them of seconds in a float: far from 1970 they are not the milliseconds' own.
///
/// Reference: `datetime.timedelta(seconds=millis / 1000.0)`.
fn micros(millis: i64) -> i64 {
    let seconds = millis as f64 / 1000.0;
    let whole = seconds.trunc();
    let scaled = (seconds - whole) * 1e6;
    // Of more than these there is no date in Python.
    if whole.abs() > 1e12 {
        return millis.saturating_mul(1000);
    }
    whole as i64 * 1_000_000 + scaled.trunc() as i64 + scaled.fract().round_ties_even() as i64
}

/// Appends a date; one outside of the years 1 to 9999 as its days since 1970.
///
/// Reference: `cassandra.util.Date.__str__`.
pub(super) fn put_date(date: Date, out: &mut Vec<u8>) {
    let days = i64::from(date.0);
    let (year, month, day) = calendar::civil(days);
    // Writing to memory does not fail.
    let _ = match is_known(year) {
        true => write!(out, "{year:04}-{month:02}-{day:02}"),
        false => write!(out, "{days}"),
    };
}

/// Appends a time of day.
///
/// Reference: `cassandra.util.Time.__str__`.
pub(super) fn put_time(nanos: i64, out: &mut Vec<u8>) {
    let (seconds, nano) = (nanos.div_euclid(1_000_000_000), nanos.rem_euclid(1_000_000_000));
    let (hour, minute, second) =
        (seconds.div_euclid(3600), seconds.div_euclid(60).rem_euclid(60), seconds.rem_euclid(60));
    let _ = write!(out, "{hour:02}:{minute:02}:{second:02}.{nano:09}");
}

/// Appends a duration.
///
/// Reference: `duration_as_str`.
pub(super) fn put_duration(duration: Duration, out: &mut Vec<u8>) {
    let Duration { months, days, nanos } = duration;
    if months < 0 || days < 0 || nanos < 0 {
        out.push(b'-');
    }
    let mut part = |rest: u64, unit: u64, name: &str| {
        if rest >= unit {
            cqlite_types::words::put_number(rest / unit, out);
            out.extend_from_slice(name.as_bytes());
        }
        rest % unit
    };
    let rest = part(u64::from(months.unsigned_abs()), 12, "y");
    part(rest, 1, "mo");
    part(u64::from(days.unsigned_abs()), 1, "d");
    let mut rest = nanos.unsigned_abs();
    for (unit, name) in NANOS {
        rest = part(rest, unit, name);
    }
}

const NANOS: [(u64, &str); 6] =
    [(3_600_000_000_000, "h"), (60_000_000_000, "m"), (1_000_000_000, "s"), (1_000_000, "ms"), (1000, "us"), (1, "ns")];

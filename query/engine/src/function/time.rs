//! Times: conversions, `floor`, and a duration added.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::calendar;
use cqlite_types::value::{Date, Duration, FromCql, Stored};

use crate::{QueryError, Result};

const DAY_MILLIS: i64 = 86_400_000;
const NANOS_PER_MILLI: i64 = 1_000_000;
const HOUR_NANOS: i64 = 3_600_000_000_000;

/// A duration from its bytes.
pub(super) fn duration(bytes: &[u8]) -> Result<Duration> {
    let ty = NativeType::Duration.into();
    Duration::from_cql(&ty, Stored::One(bytes)).map_err(QueryError::storage)
}

/// The milliseconds since 1970 of a value; none of no bytes.
///
/// Reference: `TemporalType.toTimeInMillis`.
pub(super) fn millis(ty: NativeType, bytes: &[u8]) -> Option<i64> {
    match ty {
        NativeType::SimpleDate => {
            let day = Date::from_cql(&MarshalType::Native(ty), Stored::One(bytes)).ok()?;
            Some(i64::from(day.0) * DAY_MILLIS)
        }
        NativeType::TimeUuid | NativeType::LegacyTimeUuid => bytes.first_chunk().map(|uuid| time_uuid_millis(*uuid)),
        _ => bytes.first_chunk().map(|millis| i64::from_be_bytes(*millis)),
    }
}

/// A value from milliseconds since 1970 (`TemporalType.fromTimeInMillis`).
pub(super) fn from_millis(ty: NativeType, millis: i64) -> Vec<u8> {
    match ty {
        // As Java divides: the first day before 1970 is none of its own.
        NativeType::SimpleDate => super::number::stored(ty, &Date((millis / DAY_MILLIS) as i32)),
        _ => millis.to_be_bytes().to_vec(),
    }
}

fn time_uuid_millis(uuid: [u8; 16]) -> i64 {
    let micros = (cqlite_types::time_uuid_time(uuid) / 10).wrapping_sub(cqlite_types::time_uuid_ticks(0) / 10);
    // `TimeUnit.convert` cuts off towards zero.
    micros / 1000
}

/// The smallest UUID of version 1 of a millisecond.
pub(super) fn min_time_uuid(millis: i64) -> [u8; 16] {
    cqlite_types::time_uuid_of(ticks(millis), 0x8080_8080_8080_8080)
}

/// The largest UUID of version 1 of a millisecond.
pub(super) fn max_time_uuid(millis: i64) -> [u8; 16] {
    cqlite_types::time_uuid_of(ticks(millis.wrapping_add(1)).wrapping_sub(1), 0x7f7f_7f7f_7f7f_7f7f)
}

fn ticks(millis: i64) -> i64 {
    millis.wrapping_mul(10_000).wrapping_add(cqlite_types::time_uuid_ticks(0))
}

/// A number of months later, on the same day or on the last one of a shorter month, in the calendar that was Julian up to 1582
/// (`java.util.Calendar`).
fn add_months(millis: i64, months: i64) -> i64 {
    let (day, rest) = (millis.div_euclid(DAY_MILLIS), millis.rem_euclid(DAY_MILLIS));
    let (year, month, date) = historic(day);
    // Java counts months in an `int`, which may overflow.
    let month = i64::from((i64::from(month) - 1 + months) as i32);
    let (year, month) = (year + month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
    let last = historic_month_length(year, month);
    let day = historic_day(year, month, date.min(last));
    day.wrapping_mul(DAY_MILLIS).wrapping_add(rest)
}

/// 1582-10-15, the first day of the Gregorian calendar.
const CUTOVER: i64 = -141_427;

/// The date of a day since 1970.
fn historic(day: i64) -> (i64, u8, u8) {
    if day >= CUTOVER {
        calendar::civil(day)
    } else {
        calendar::julian(day)
    }
}

fn gregorian_days(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn julian_days(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    year * 365 + year.div_euclid(4) + of_year - 719_470
}

fn historic_day(year: i64, month: u8, day: u8) -> i64 {
    let gregorian = gregorian_days(year, month, day);
    if gregorian >= CUTOVER {
        gregorian
    } else {
        julian_days(year, month, day)
    }
}

fn historic_month_length(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year < 1582 || year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Later, or earlier, by a duration (`Duration.addTo`, `substractFrom`).
fn add(millis: i64, duration: Duration, sign: i64) -> i64 {
    let (months, days) = (i64::from(duration.months) * sign, i64::from(duration.days) * sign);
    let rest = duration.nanos / NANOS_PER_MILLI * sign;
    if months == 0 {
        return millis.wrapping_add(days * DAY_MILLIS + rest);
    }
    // The calendar takes no more milliseconds than an `int` has.
    add_months(millis, months).wrapping_add(days * DAY_MILLIS).wrapping_add(i64::from(rest as i32))
}

/// A duration added to a time or, with the sign -1, taken from it. The errors are Cassandra's without what is said before.
pub(super) fn plus(
    ty: NativeType,
    value: &[u8],
    by: Duration,
    sign: i64,
) -> std::result::Result<Option<Vec<u8>>, String> {
    let Some(millis) = millis(ty, value) else { return Ok(None) };
    if ty == NativeType::SimpleDate && by.nanos != 0 {
        return Err(format!("The duration must have a day precision. Was: {by}"));
    }
    if by.nanos % NANOS_PER_MILLI != 0 {
        return Err(format!("The duration must have a millisecond precision. Was: {by}"));
    }
    Ok(Some(from_millis(ty, add(millis, by, sign))))
}

fn is_negative(duration: Duration) -> bool {
    duration.months < 0 || duration.days < 0 || duration.nanos < 0
}

/// `floor(time, duration)` with its start (`Duration.floorTimestamp`), `ty` the type of the time.
pub(super) fn floor(ty: NativeType, time: i64, by: Duration, start: i64) -> Result<i64> {
    if ty == NativeType::SimpleDate {
        if by.nanos != 0 {
            return Err(QueryError::invalid(format!(
                "The floor on date values cannot be computed for the {by} duration as precision is below 1 day"
            )));
        }
    } else if by.nanos % NANOS_PER_MILLI != 0 {
        return Err(QueryError::invalid(format!(
            "The floor cannot be computed for the {by} duration as precision is below 1 millisecond"
        )));
    }
    if start > time {
        return Err(QueryError::invalid("The floor function starting time is greater than the provided time"));
    }
    if is_negative(by) {
        return Err(QueryError::invalid("Negative durations are not supported by the floor function"));
    }
    let step = i64::from(by.days) * DAY_MILLIS + by.nanos / NANOS_PER_MILLI;
    if by.months == 0 {
        return Ok(if step == 0 { time } else { time.wrapping_sub(time.wrapping_sub(start) % step) });
    }
    // Years are those of their era, as the calendar counts them.
    let month_of = |millis: i64| {
        let (year, month, _) = historic(millis.div_euclid(DAY_MILLIS));
        let year = if year > 0 { year } else { 1 - year };
        year * 12 + i64::from(month)
    };
    let months = i64::from(by.months);
    let mut count = (month_of(time) - month_of(start)) / months;
    let mut month = add_months(start, count * months);
    if step == 0 {
        return Ok(month);
    }
    let mut floor = month.wrapping_add(count.wrapping_mul(step));
    while floor > time {
        count -= 1;
        month = add_months(month, -months);
        floor = month.wrapping_add(count.wrapping_mul(step));
    }
    Ok(start.max(floor))
}

/// `floor(time, duration)` of a time of day (`Duration.floorTime`).
pub(super) fn floor_time(nanos: i64, by: Duration) -> Result<i64> {
    if is_negative(by) {
        return Err(QueryError::invalid("Negative durations are not supported by the floor function"));
    }
    if by.months != 0 || by.days != 0 || by.nanos > 24 * HOUR_NANOS {
        return Err(QueryError::invalid(
            "For time values, the floor can only be computed for durations smaller that a day",
        ));
    }
    Ok(if by.nanos == 0 { nanos } else { nanos - nanos % by.nanos })
}

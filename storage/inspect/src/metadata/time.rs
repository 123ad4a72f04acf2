//! Points in time and durations as `sstablemetadata` prints them, in UTC.

use cqlite_types::calendar::{civil, julian};

/// `SimpleDateFormat("MM/dd/yyyy HH:mm:ss")` of milliseconds since 1970: by the Gregorian calendar from 1582-10-15 on, the Julian one
/// before.
pub(super) fn date(millis: i64) -> String {
    let seconds = millis.div_euclid(1000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = if days >= -141_427 { civil(days) } else { julian(days) };
    // The year of its era: 1 BC is the year 0.
    let year = if year > 0 { year } else { 1 - year };
    format!("{month:02}/{day:02}/{year:04} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// A time in microseconds; `None` for 0. Reference: `SSTableMetadataViewer.toDateString`.
pub(super) fn micros(time: i64) -> Option<String> {
    (time != 0).then(|| date(time / 1000))
}

/// A time in milliseconds; `None` for 0.
pub(super) fn millis(time: i64) -> Option<String> {
    (time != 0).then(|| date(time))
}

/// A time in seconds; `None` for 0.
pub(super) fn seconds(time: i64) -> Option<String> {
    (time != 0).then(|| date(time.saturating_mul(1000)))
}

/// `DurationFormatUtils.formatDurationWords` without the units that are 0 at either end; `None` for 0.
///
/// Reference: `SSTableMetadataViewer.toDurationString`.
pub(super) fn duration(seconds: i64) -> Option<String> {
    match seconds {
        0 => None,
        0x7fff_ffff => Some("never".to_owned()),
        ..0 => Some(format!("{seconds} seconds")),
        _ => {
            let parts = [
                (seconds / 86_400, "day"),
                (seconds / 3600 % 24, "hour"),
                (seconds / 60 % 60, "minute"),
                (seconds % 60, "second"),
            ];
            let first = parts.iter().position(|part| part.0 > 0)?;
            let last = parts.iter().rposition(|part| part.0 > 0)?;
            let words = parts.iter().take(last + 1).skip(first);
            let words = words.map(|(n, unit)| format!("{n} {unit}{}", if *n == 1 { "" } else { "s" }));
            Some(words.collect::<Vec<_>>().join(" "))
        }
    }
}

/// Reference: `SSTableMetadataViewer.durationString`.
pub(super) fn long_duration(micros: i64) -> String {
    let seconds = micros / 1_000_000;
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600, seconds / 60);
    let (hour, minute, second) = (hours - days * 24, minutes - hours * 60, seconds - minutes * 60);
    format!("Days: {days} Hours: {hour} Minutes: {minute} Seconds: {second}")
}

#[cfg(test)]
mod tests {
    use super::{date, duration, long_duration, micros};

    #[test]
    fn dates_are_those_of_java() {
        assert_eq!(date(1_700_000_001_000), "11/14/2023 22:13:21");
        assert_eq!(date(0), "01/01/1970 00:00:00");
        assert_eq!(date(951_782_400_000), "02/29/2000 00:00:00");
        // The last day of the Julian calendar, and the one after.
        assert_eq!(date(-141_428 * 86_400_000), "10/04/1582 00:00:00");
        assert_eq!(date(-141_427 * 86_400_000), "10/15/1582 00:00:00");
        assert_eq!(micros(i64::MIN).unwrap(), "12/10/290303 19:59:05");
        assert_eq!(micros(i64::MAX).unwrap(), "01/10/294247 04:00:54");
        assert_eq!(date(-62_135_596_800_001), "01/02/0001 23:59:59");
        assert_eq!(date(-99_999_999_999_999), "02/26/1200 14:13:20");
    }

    #[test]
    fn durations_lose_what_is_zero_at_either_end() {
        assert_eq!(duration(0), None);
        assert_eq!(duration(1).unwrap(), "1 second");
        assert_eq!(duration(86_400).unwrap(), "1 day");
        assert_eq!(duration(630_711_000).unwrap(), "7299 days 21 hours 30 minutes");
        assert_eq!(duration(3601).unwrap(), "1 hour 0 minutes 1 second");
        assert_eq!(long_duration(13_000_000), "Days: 0 Hours: 0 Minutes: 0 Seconds: 13");
        assert_eq!(long_duration(-1_500_000), "Days: 0 Hours: 0 Minutes: 0 Seconds: -1");
    }
}

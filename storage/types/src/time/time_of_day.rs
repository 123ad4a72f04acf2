//! `time`: nanoseconds since midnight.

use super::calendar::{write_padded, write_two};
use crate::{Result, ValueError};

/// Nanoseconds of a day.
const DAY: i64 = 86_400_000_000_000;

/// Writes `hh:mm:ss.nnnnnnnnn`.
///
/// Times of a day and more, which nothing keeps from being written, come out as Cassandra writes them: without the days. So do negative
/// ones: each part has its own sign after the zeros.
/// Reference: `TimeSerializer.toString`.
pub(crate) fn write_time(nanos: i64, out: &mut Vec<u8>) {
    let nanos = nanos % DAY;
    let seconds = nanos / 1_000_000_000;
    if nanos < 0 {
        let parts = [nanos / 1_000_000 % 1000, nanos / 1000 % 1000, nanos % 1000];
        write_signed(seconds / 3600, 2, out);
        out.push(b':');
        write_signed(seconds / 60 % 60, 2, out);
        out.push(b':');
        write_signed(seconds % 60, 2, out);
        out.push(b'.');
        for part in parts {
            write_signed(part, 3, out);
        }
        return;
    }
    write_two((seconds / 3600) as u8, out);
    out.push(b':');
    write_two((seconds / 60 % 60) as u8, out);
    out.push(b':');
    write_two((seconds % 60) as u8, out);
    out.push(b'.');
    write_padded((nanos % 1_000_000_000).unsigned_abs(), 9, out);
}

fn write_signed(value: i64, width: usize, out: &mut Vec<u8>) {
    if value >= 0 {
        return write_padded(value.unsigned_abs(), width, out);
    }
    out.extend(std::iter::repeat_n(b'0', width - 1));
    crate::number::write_int(value, out);
}

/// The stored form of `hh:mm:ss[.fffffffff]` or of a number of nanoseconds.
///
/// Reference: `TimeSerializer.timeStringToLong`.
pub(crate) fn parse_time(text: &str) -> Result<Vec<u8>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let nanos = if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        text.parse::<i64>().ok().filter(|nanos| (0..DAY).contains(nanos))
    } else {
        parse_clock(text.trim_matches(|c: char| c <= ' '))
    };
    nanos.map(|nanos| nanos.to_be_bytes().to_vec()).ok_or(ValueError::Text { ty: "time" })
}

fn parse_clock(text: &str) -> Option<i64> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, rest) = rest.split_once(':')?;
    let part = |text: &str, limit: i64| text.parse::<i32>().ok().map(i64::from).filter(|n| (0..limit).contains(n));
    let (second, fraction) = rest.split_once('.').map_or((rest, None), |(second, fraction)| (second, Some(fraction)));
    let nanos = match fraction {
        None => 0,
        Some(digits) if matches!(digits.len(), 1..=9) && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse::<i64>().ok()? * 10i64.pow(9 - digits.len() as u32)
        }
        Some(_) => return None,
    };
    let seconds = (part(hour, 24)? * 60 + part(minute, 60)?) * 60 + part(second, 60)?;
    Some(seconds * 1_000_000_000 + nanos)
}

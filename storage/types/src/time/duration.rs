//! `duration`: months, days and nanoseconds, all of one sign.

use cqlite_format::duration::{Duration as Stored, DurationRef};
use cqlite_runtime::{Buffer, Reader};

use crate::number::write_int;
use crate::value::Duration;
use crate::{Result, ValueError};

const TYPE: &str = "duration";

/// Units of the nanoseconds, largest first.
const UNITS: [(u64, &str); 6] =
    [(3_600_000_000_000, "h"), (60_000_000_000, "m"), (1_000_000_000, "s"), (1_000_000, "ms"), (1000, "us"), (1, "ns")];

/// Reads a stored duration; what follows is ignored.
///
/// Reference: `DurationSerializer.deserialize`, `Duration`.
pub(crate) fn read_duration(bytes: &[u8]) -> Result<Duration> {
    let stored = DurationRef::read(&mut Reader::new(bytes)).map_err(|_| ValueError::Truncated { ty: TYPE })?;
    let small = |value: i64| i32::try_from(value).map_err(|_| ValueError::OutOfRange { ty: TYPE });
    Ok(Duration { months: small(stored.months)?, days: small(stored.days)?, nanos: stored.nanos })
}

/// Reference: `DurationSerializer.validate`.
pub(crate) fn validate_duration(bytes: &[u8]) -> Result<()> {
    if bytes.len() < 3 {
        return Err(ValueError::Length { ty: TYPE, found: bytes.len() });
    }
    let Duration { months, days, nanos } = read_duration(bytes)?;
    let negative = months < 0 || days < 0 || nanos < 0;
    let positive = months > 0 || days > 0 || nanos > 0;
    if negative && positive {
        return Err(ValueError::OutOfRange { ty: TYPE });
    }
    Ok(())
}

/// Writes `1y2mo3d4h5m6s7ms8us9ns`, leaving out what is zero.
///
/// Reference: `Duration.toString`.
pub(crate) fn write_duration(duration: Duration, out: &mut Vec<u8>) {
    let Duration { months, days, nanos } = duration;
    if months < 0 || days < 0 || nanos < 0 {
        out.push(b'-');
    }
    // Java's absolute value of the least integer is that integer, which is less than any unit and not written.
    let months = i64::from(months.wrapping_abs());
    for (count, unit) in [(months / 12, "y"), (months % 12, "mo"), (i64::from(days.wrapping_abs()), "d")] {
        if count > 0 {
            write_int(count, out);
            out.extend_from_slice(unit.as_bytes());
        }
    }
    let mut rest = nanos.wrapping_abs();
    for (size, unit) in UNITS {
        let size = size as i64;
        if rest >= size {
            write_int(rest / size, out);
            out.extend_from_slice(unit.as_bytes());
            rest %= size;
        }
    }
}

/// A duration that is read from text, unit after unit.
#[derive(Default)]
struct Builder {
    months: i64,
    days: i64,
    nanos: i64,
    last: u8,
}

impl Builder {
    /// Adds a count of a unit; each unit at most once, from large to small.
    fn add(&mut self, count: i64, unit: &str) -> Option<()> {
        let (order, total, size, limit) = match unit {
            "y" => (1, &mut self.months, 12, i64::from(i32::MAX)),
            "mo" => (2, &mut self.months, 1, i64::from(i32::MAX)),
            "w" => (3, &mut self.days, 7, i64::from(i32::MAX)),
            "d" => (4, &mut self.days, 1, i64::from(i32::MAX)),
            "h" => (5, &mut self.nanos, 3_600_000_000_000, i64::MAX),
            "m" => (6, &mut self.nanos, 60_000_000_000, i64::MAX),
            "s" => (7, &mut self.nanos, 1_000_000_000, i64::MAX),
            "ms" => (8, &mut self.nanos, 1_000_000, i64::MAX),
            "us" | "µs" => (9, &mut self.nanos, 1000, i64::MAX),
            "ns" => (10, &mut self.nanos, 1, i64::MAX),
            _ => return None,
        };
        if order <= self.last || count > (limit - *total) / size {
            return None;
        }
        self.last = order;
        *total += count * size;
        Some(())
    }

    fn build(&self, negative: bool) -> Vec<u8> {
        let signed = |value: i64| if negative { -value } else { value };
        let stored = Stored { months: signed(self.months), days: signed(self.days), nanos: signed(self.nanos) };
        let mut out = Buffer::default();
        // Three numbers can always be written.
        let _ = stored.encode(&mut out);
        out.drain()
    }
}

/// The stored form of a duration: `1y2mo`, `P1Y2M3DT4H`, `P3W` or `P0001-02-03T04:05:06`, with an optional minus sign.
///
/// Reference: `Duration.from`.
pub(crate) fn parse_duration(text: &str) -> Result<Vec<u8>> {
    let source = text.strip_prefix('-').unwrap_or(text);
    let mut builder = Builder::default();
    let read = match source.strip_prefix('P') {
        None => parse_units(source, &mut builder),
        Some(iso) if iso.ends_with('W') => parse_fields(iso, &["W"], &mut builder),
        Some(iso) if iso.contains('-') => parse_alternative(iso, &mut builder),
        Some(iso) => match iso.split_once('T') {
            None => parse_fields(iso, &["Y", "M", "D"], &mut builder),
            Some((date, time)) => parse_fields(date, &["Y", "M", "D"], &mut builder)
                .and_then(|()| parse_fields(time, &["H", "M", "S"], &mut builder)),
        },
    };
    match read {
        Some(()) => Ok(builder.build(source.len() < text.len())),
        None => Err(ValueError::Text { ty: TYPE }),
    }
}

/// Digits at the front as a number, and what follows.
fn split_number(text: &str) -> Option<(i64, &str)> {
    let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

fn parse_units(mut text: &str, builder: &mut Builder) -> Option<()> {
    if text.is_empty() {
        return None;
    }
    while !text.is_empty() {
        let (count, rest) = split_number(text)?;
        let end = rest.bytes().position(|b| b.is_ascii_digit()).unwrap_or(rest.len());
        // The sign for micro has one case only.
        builder.add(count, &rest[..end].to_ascii_lowercase())?;
        text = &rest[end..];
    }
    Some(())
}

/// Numbers, each followed by one of the letters, in their order.
fn parse_fields(mut text: &str, letters: &[&str], builder: &mut Builder) -> Option<()> {
    let time = letters[0] == "H";
    for letter in letters {
        let Some((count, rest)) = split_number(text) else { break };
        if let Some(rest) = rest.strip_prefix(letter) {
            let unit = match *letter {
                "M" if !time => "mo",
                "Y" => "y",
                "D" => "d",
                "W" => "w",
                "H" => "h",
                "M" => "m",
                _ => "s",
            };
            builder.add(count, unit)?;
            text = rest;
        } else if *letter == "W" {
            return None;
        }
    }
    (text.is_empty() && (letters[0] != "W" || builder.last > 0)).then_some(())
}

/// `yyyy-MM-ddThh:mm:ss`
fn parse_alternative(text: &str, builder: &mut Builder) -> Option<()> {
    let mut text = super::parse::Text::new(text);
    for (i, (unit, width)) in [("y", 4), ("mo", 2), ("d", 2), ("h", 2), ("m", 2), ("s", 2)].into_iter().enumerate() {
        if i > 0 {
            text.byte(b"--T::"[i - 1])?;
        }
        builder.add(text.number(width..=width)?, unit)?;
    }
    text.is_empty().then_some(())
}

use std::fmt;

use num_bigint::BigInt;

use crate::time::{write_date, write_duration, write_timestamp};

/// A `uuid` or `timeuuid`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uuid(pub [u8; 16]);

/// A `timestamp`: milliseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A `date`: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(pub i32);

/// A `time`: nanoseconds since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time(pub i64);

/// A `duration`. Months, days and nanoseconds are of one sign; how many days a month has, and a day hours, depends on the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Months.
    pub months: i32,
    /// Days.
    pub days: i32,
    /// Nanoseconds.
    pub nanos: i64,
}

/// A `decimal`: `unscaled` divided by ten to the power of `scale`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits as one whole number.
    pub unscaled: BigInt,
    /// How many of them stand behind the point.
    pub scale: i32,
}

/// What a function of this crate writes, which is text.
fn written(f: &mut fmt::Formatter<'_>, write: impl FnOnce(&mut Vec<u8>)) -> fmt::Result {
    let mut out = Vec::new();
    write(&mut out);
    f.pad(&String::from_utf8_lossy(&out))
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| crate::uuid::put(self.0, out))
    }
}

impl fmt::Display for Timestamp {
    /// As Cassandra's JSON has it: `2026-01-31 12:00:00.000Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| write_timestamp(self.0, b' ', out))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| write_date(self.0, out))
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| crate::time::write_time(self.0, out))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| write_duration(*self, out))
    }
}

impl fmt::Display for Decimal {
    /// As `BigDecimal.toString`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        written(f, |out| crate::number::write_scaled(self.scale, &self.unscaled.to_signed_bytes_be(), out))
    }
}

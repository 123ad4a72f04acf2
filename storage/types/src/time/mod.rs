//! Dates, times and durations in text.

pub mod calendar;
mod date;
mod duration;
mod parse;
mod time_of_day;
mod timestamp;

pub(crate) use date::{parse_date, read_date, stored_date, write_date};
pub(crate) use duration::{parse_duration, read_duration, validate_duration, write_duration};
pub(crate) use time_of_day::{parse_time, write_time};
pub(crate) use timestamp::{parse_timestamp, write_date_of, write_time_of, write_timestamp};

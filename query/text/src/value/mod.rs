//! Values as cqlsh prints them (`formatting.py`).

mod escape;
mod float;
mod inet;
mod native;
mod nested;
mod number;
mod order;
mod style;
mod time;
mod time_format;
mod writer;

pub use style::Style;
pub use time_format::TimeFormat;

pub(crate) use escape::{escape, has};
pub(crate) use nested::is_empty_value;
pub(crate) use writer::Writer;

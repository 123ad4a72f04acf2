//! Live rows, one by one.

mod iterator;
mod row;

pub use iterator::Rows;
pub use row::Row;

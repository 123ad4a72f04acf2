//! Live rows, one by one.

mod iterator;
mod partitions;
mod reversed;
mod row;
mod source;
mod view;

pub use iterator::Rows;
pub use partitions::{Partition, Partitions};
pub use reversed::ReversedRows;
pub use row::Row;
pub(crate) use view::View;

//! The components of an SSTable, each opened in one way: by who reads the SSTable, verifies it, or shows what is in it.
//!
//! [`Components`] is where their bytes come from. Each other type is one component, borrowed from its bytes.

mod bytes;
mod components;
mod filter;
mod index;
mod key_range;
mod partitions;
mod rows;
mod statistics;
mod summary;
mod table;

pub use bytes::Bytes;
pub use components::Components;
pub(crate) use filter::{place_of, probes};
pub use filter::{Filter, FilterError};
pub use index::Index;
pub use key_range::KeyRange;
pub use partitions::{Partitions, Target};
pub use rows::Rows;
pub use statistics::Statistics;
pub use summary::{Sample, Summary};
pub use table::{StoredTable, StoredTableError};

//! An SSTable on disk: find, open, check, iterate, look up, write.

pub mod byte_comparable;
pub mod component;
pub mod compress;
pub mod descriptor;
pub mod io;
mod limits;
pub mod reader;
pub mod trie;
pub mod trie_writer;
pub mod writer;

pub use limits::Limits;
pub use reader::{OpenOptions, Sstable, SstableError, SstableErrorKind};

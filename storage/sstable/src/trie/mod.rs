//! The tries of Partitions.db and Rows.db: nodes, walks, searches.

mod files;
mod node;
mod search;
mod walk;

pub use files::{footer, keys, rows_entry, Target};
pub use node::{Trie, TrieNode};
pub use walk::TrieWalk;

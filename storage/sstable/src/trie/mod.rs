//! The tries of Partitions.db and Rows.db: nodes, walks, searches.

mod node;
mod search;
mod walk;

pub use node::{Trie, TrieNode};
pub use walk::TrieWalk;
